"""Datelines of place, full date and a dash, not all in capitals: cleaning and dating read them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from dateline.articles.days import MARK, find_days, mask_days
from dateline.articles.landmarks import HEAD, SHORT

# Before that year a line of place and day is a scene of history, not the date of a news text.
FIRST_YEAR = 1990
FROM_ARCHIVE = "below a line that looks back"
# Words of names that are no place: of people, meetings, documents.
NO_PLACE = re.compile(
    r"\b(?:weather|conference|summit|forum|treaty|agreement|accord|flight|court|meeting|council"
    r"|for|of|and|annual|archives?|view|battle|attack|election|festival|day|speech|interview"
    r"|john|jane|ann|mary|paul|peter|james|david|michael|robert|maria|mr|mrs|ms|dr|sir)\b",
    re.I,
)

_WORD = r"(?:[A-ZÀ-ÖØ-ÞĀ-ŽА-ЯЁ][\w.’'-]*+)"
_SMALL = "(?:de|del|do|la|le|am|an|der|on|upon|sur)"
PLACE = rf"(?P<place>{_WORD}(?:[ /]{_WORD}|, {_WORD}| {_SMALL} {_WORD}){{0,4}})"
_AGENCY = r"(?:\s?\([\w ./-]{2,40}\)|\s/[\w .-]{2,40}/)"
_DASH = r"(?:\.?\s?--|\.?\s?[–—]{1,2}-?|\s-|\.-)"
# Place and date are set apart by a comma, an agency, a dash or brackets; the date is a row of
# marks. One hyphen behind it needs a blank, for "2022-based" is a word.
_PLAIN = re.compile(
    rf"^\s*+{PLACE}"
    rf"(?:(?:,|{_AGENCY},?|\s?(?:--|[–—])|\s-)\s(?:(?:le|den|am|el|a)\s)?{MARK}+{_AGENCY}?"
    rf"|\s\({MARK}+\)){_DASH}\s+(?=[“\"‘„«]|(?!{MARK})[^\W\d_])"
)
# A line above that says that the report is an old one, printed again.
_ARCHIVE = re.compile(
    r"^\W*(?:from (?:the|our) (?:archives?|vault)|archives?|flashback|(?:on )?this day\b"
    r"|(?:[\w-]+ ){1,2}(?:years|decades) ago\b|aus dem archiv|vor [\w-]+ jahren\b|archiv"
    r"|(?:de nos |dans nos )archives|il y a [\w-]+ ans\b|hace [\w-]+ años\b|(?:del|nuestro) archivo"
    r"|dall['’]archivio|из архива|[\w-]+ лет назад\b|arşivden)(?!\w)",
    re.I,
)
_CAPITAL = re.compile(r"[A-ZÀ-ÖØ-ÞĀ-ŽА-ЯЁ]")
_SENTENCE_ENDS = re.compile(r"[.!?…][”\"’»)]*(?:\s|$)")
_PICTURE = re.compile(
    r"\b(?:photo\w*|pictured|caption|handout|getty|file (?:picture|image)|foto|screenshot"
    r"|in this (?:picture|image))\b|\b(?:reuters|afp|ap|epa)/",
    re.I,
)
_INNER_DASH = re.compile(r"\s(?:--?|[–—])\s")
_ASIDE = 60  # characters of an aside between two dashes


class PlainDateline(NamedTuple):
    """texts[number][:end] is a dateline; `doubt` says why it may be none, blank if it is one."""

    number: int
    end: int
    doubt: str


def find_plain_dateline(texts: Sequence[str]) -> PlainDateline | None:
    """
    The dateline with a full date at the head of the first paragraph, or what looks like one.

    `texts` are the lines of an article. Read are "Brussels, March 15, 2022 - The", "Berlin (dpa)
    7. April 2022 – Der", "Paris, le 15 mars 2022 — Les", "Atlanta – May 5, 2020 – The". What goes
    on in a small letter, or with an aside between dashes, is doubted as a sentence about a day.
    Wrong for a story that opens with the place and day of a scene since 1990.

    >>> find_plain_dateline(["Paris, March 15, 2022 - Ministers met on Tuesday."])
    PlainDateline(number=0, end=24, doubt='')
    >>> find_plain_dateline(["Paris, March 15, 2022 - a day nobody forgets - was cold."]).doubt
    'may be the beginning of a sentence'
    """
    head = [number for number, text in enumerate(texts) if text.strip()][:HEAD]
    for number in head:
        if end := _end_of(texts[number]):
            return PlainDateline(number, end, _doubt(texts, number, end))
    return None


def is_from_archive(above: Sequence[str]) -> bool:
    """
    Whether a line above a dateline says that the report is an old one, printed again.

    >>> is_from_archive(["Forty years ago today"]), is_from_archive(["Archivists meet"])
    (True, False)
    """
    return any(_ARCHIVE.match(line) for line in above)


def _end_of(text: str) -> int:
    """Where the dateline ends that opens a line; 0 without one."""
    masked = mask_days(text[:SHORT]) if _CAPITAL.match(text.lstrip()) else ""
    found = _PLAIN.match(masked + text[SHORT:]) if MARK in masked else None
    return found.end() if found and not NO_PLACE.search(found["place"]) else 0


def _doubt(texts: Sequence[str], number: int, end: int) -> str:
    line, rest = texts[number], texts[number][end:]
    below = texts[number + 1] if number + 1 < len(texts) else ""
    first = next(find_days(line[:end]), None)
    if first and any(day.year < FIRST_YEAR for day in first.readings):
        return "may be a scene of history"
    if any(len(text) > SHORT for text in texts[:number]):
        return "not at the head of the first paragraph"
    if is_from_archive(texts[:number]):
        return FROM_ARCHIVE
    if _PICTURE.search(line):
        return "may be the caption of a picture"
    if not _CAPITAL.match(rest) or _is_aside(rest):
        return "may be the beginning of a sentence"
    if not _SENTENCE_ENDS.search(rest) and not below[:1].islower():
        return "may be a headline"
    return "one of several such lines" if any(_others(texts, number, end)) else ""


def _others(texts: Sequence[str], number: int, end: int) -> Iterator[bool]:
    """For each later line whether it opens with the same form and another place or day."""
    for text in texts[number + 1 :]:
        other = _end_of(text)
        yield bool(other) and text[:other].strip() != texts[number][:end].strip()


def _is_aside(rest: str) -> bool:
    """Whether the dash before `rest` has a second one that closes what it opened."""
    sentence = _SENTENCE_ENDS.split(rest, maxsplit=1)[0]
    dashes = [dash.start() for dash in _INNER_DASH.finditer(sentence)]
    return len(dashes) % 2 == 1 and dashes[0] <= _ASIDE
