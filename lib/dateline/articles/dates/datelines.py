"""Dates beside the name of a paper or of a place, on a line of their own or in a dateline."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from dateline.articles.agency_datelines import find_agency_dateline, read_dateline_day
from dateline.articles.dates.evidence import CHECK, Evidence
from dateline.articles.dates.stating import state_day, state_yearless
from dateline.articles.days import MARK, find_days, mask_days
from dateline.articles.landmarks import SHORT
from dateline.articles.plain_datelines import FIRST_YEAR, NO_PLACE, find_plain_dateline

# The place and day of an official text stand among so many first lines.
_PLACE_LINES = 3

_CAPITAL = r"(?-i:[A-ZÀ-ÞĀ-ŽА-Я])[\w.’'-]*"
_NAMES = rf"{_CAPITAL}(?:[ ,]{{1,2}}(?:{_CAPITAL}|and|y|et|und|of|de|del|van|von|for|the|&)){{0,9}}"
_PLACE = r"[A-ZÀ-ÞĀ-Ž][\w.’'-]*(?:[ ,]{1,2}[A-ZÀ-ÞĀ-Ž][\w.’'-]*){0,4}"
_HOUR = r"(?:[\s,|–—-]+(?:at\s+)?\d{1,2}[:.]\d\d(?:\s?[ap]\.?m\b\.?)?(?:\s[A-Z]{2,4}\b)?)?"
# "BBC News, 24 March 2022"; the date is a row of marks.
_AFTER_NAME = re.compile(
    rf"^\W*(?P<name>{_NAMES})\s*[,–—(-]\s*(?:(?:le|den|am|el)\s)?{MARK}+{_HOUR}[^\w.!?]*$", re.I
)
_PAPER = re.compile(
    r"\b(?:news|times|post|herald|tribune|journal|gazette|guardian|telegraph|daily|reuters|ap|afp"
    r"|bbc|cnn|tass|xinhua|interfax|dpa|npr|associated press|staff|correspondent|reporter)\b",
    re.I,
)
# One name of an agency alone is as often the credit of a picture.
_AGENCY = re.compile(
    r"^(?:ap|afp|reuters|dpa|epa|xinhua|tass|associated press|getty images)$", re.I
)
# Below the headline these stand under pictures far more often than over texts.
_OF_PICTURES = re.compile(r"^(?:ap|afp|epa|getty images)$", re.I)
_FULL_STOP = re.compile(r"[.!?][”\"’»)]*\s*$")
# Kinds of text that open with place and day.
_OFFICIAL = re.compile(
    r"\b(?:statements?|remarks|communiqu[eé]s?|(?:press|news|media) (?:release|conference|briefing)"
    r"|briefing|transcript|speech|address|readout|declaration|erklärung|pressemitteilung"
    r"|déclaration|comunicado|declaración|nota de prensa|заявление|коммюнике)\b",
    re.I,
)
_BY = re.compile(r"^\W*by\b:?\s", re.I)
_PICTURE = re.compile(
    r"\b(?:photo\w*|image|picture|pictured|file|source|credit|graphic|map|video|via|getty|caption)\b",
    re.I,
)
# The datelines that cleaning leaves in the text.
_WIRES = tuple(
    re.compile(form)
    for form in (
        # NEW YORK, March 24, 2022 /Newswire/ --
        rf"^\s*+[A-ZÀ-Þ][A-ZÀ-Þ.’' ,/-]{{2,60}},\s+(?:\w+,\s+)?{MARK}+"
        r"\s*/[\w ./-]{2,40}/\s*(?:--|[–—-])",
        # Berlin, 5. Mai 2020 (dpa) -; cleaning takes those in capitals
        rf"^\s*+(?=[^,]{{0,80}}[a-zß-ÿ]){_PLACE},\s+{MARK}+"
        r"\s?\([\w ./-]{2,40}\)\s?(?:--|[–—-])\s",
        # Atlanta, GA – May 5, 2020 – The firm; [Atlanta – May 5, 2020] The firm
        rf"^\s*+\[?{_PLACE}\s?(?:--|[–—-])\s?{MARK}+(?:\s?(?:--|[–—-])|\])\s+(?=[“\"‘A-ZÀ-ÞА-Я])",
        # Atlanta (May 5, 2020) —
        rf"^\s*+{_PLACE}\s?\({MARK}+\)\s?(?:--|[–—-])\s+(?=[“\"‘A-ZÀ-ÞА-Я])",
        # МОСКВА, 5 мая 2020 - РИА Новости.
        rf"^\s*+[А-ЯЁ][А-ЯЁ -]{{2,40}},\s+{MARK}+\s?[–—-]\s(?=РИА|ТАСС|Интерфакс|[А-Я]\w+\.)",
    )
)


def from_named_lines(top: Sequence[str], *, day_order: str = "") -> Iterator[Evidence]:
    """
    Lines of a name and a date among the first lines with text.

    "BBC News, 24 March 2022", and "Moscow, 24 March 2022" among the first three lines of what
    calls itself a statement or another official text. Below any other headline a place and a day,
    or an agency and a day, are a check: captions look so. The credit of a picture is passed over.
    """
    for number, line in enumerate(top):
        if len(line) > SHORT or MARK not in (masked := mask_days(line)):
            continue
        if rule := _rule(masked, number, bool(_PICTURE.search(line))):
            doubt = _doubt(rule, masked, number, top)
            for day in find_days(line):
                quote = line[day.start : day.end]
                note = doubt if is_modern(day.readings) else "may be a scene of history"
                if note:
                    yield Evidence(rule, quote, "raw", strength=CHECK, note=note)
                else:
                    yield from state_day(rule, quote, day.readings, day_order=day_order)


def from_dateline(place: str, *, day_order: str = "", doubt: str = "") -> Iterator[Evidence]:
    """
    The date in a dateline: "MOSCOW, Dec. 15, 2021 (Agency)" came out on that day or the next.

    `place` is the field "dateline" of a cleaned article, or the first line of a newswire's
    release. Without a year, the other evidence must give that. Before 1990, or with a `doubt`, it
    is a check. Wrong for a story that opens with the place and day of a scene since then.
    """
    days = list(find_days(place))
    for day in days:
        quote = place[day.start : day.end]
        note = doubt if is_modern(day.readings) else "may be a scene of history"
        if note:
            yield Evidence("dateline", quote, "raw", strength=CHECK, note=note)
            continue
        for piece in state_day("dateline", quote, day.readings, day_order=day_order):
            yield piece._replace(latest=piece.latest and piece.latest + timedelta(days=1))
    yearless = None if days else read_dateline_day(place)
    if yearless:
        quote = place[yearless.start : yearless.end]
        yield state_yearless("dateline", quote, yearless, note=doubt)


def wire_datelines(top: Sequence[str]) -> Iterator[str]:
    """The datelines of newswires and press releases, which cleaning leaves in the text."""
    for line in top:
        masked = mask_days(line[:SHORT])
        if MARK not in masked:
            continue
        found = next((found for form in _WIRES if (found := form.match(masked))), None)
        if found:
            yield line[: found.end()]


def doubted_datelines(lines: Sequence[str]) -> Iterator[Evidence]:
    """The date of what looks like a dateline and may be none, as a check that says why."""
    found = find_plain_dateline(lines) or find_agency_dateline(lines)
    if found and found.doubt:
        yield from from_dateline(lines[found.number][: found.end], doubt=found.doubt)


def is_modern(readings: Sequence[date]) -> bool:
    """
    Whether a day can be that of a text that has only a bare date, none before 1990.

    Also true for no reading, which is another rule's to say.
    """
    return all(day.year >= FIRST_YEAR for day in readings)


def _rule(masked: str, number: int, is_picture: bool) -> str:
    """The rule for a line whose date is a row of marks; blank for a line of text."""
    if is_picture:
        return ""
    found = _AFTER_NAME.match(masked)
    if found and _PAPER.search(found["name"]):
        return "paper line"
    is_place = (
        found
        and number < _PLACE_LINES
        and len(found["name"].split()) <= 4
        and not _OFFICIAL.search(found["name"])
    )
    return "place line" if is_place else ""


def _doubt(rule: str, masked: str, number: int, top: Sequence[str]) -> str:
    """Why the day beside a name may not be the article's; blank where it is."""
    found = _AFTER_NAME.match(masked)
    name = found["name"].strip(" ,") if found else ""
    if rule == "place line":
        official = any(_OFFICIAL.search(line) for line in top[:_PLACE_LINES] if line != top[number])
        return "" if official and not NO_PLACE.search(name) else "may be a caption or a scene"
    if _AGENCY.match(name) and not _is_source(name, number, top):
        return "may be the credit of a picture"
    below = top[number + 1] if number + 1 < len(top) else ""
    if below.lstrip().startswith(("“", '"', "«", "„")):
        return "may be the source of a quotation"
    return "may be the source of a text from an archive" if NO_PLACE.search(name) else ""


def _is_source(name: str, number: int, top: Sequence[str]) -> bool:
    """Whether the agency on its own line is that of the text: behind "By", or as its head."""
    if number and _BY.match(top[number - 1]):
        return True
    if number > 1 or _OF_PICTURES.match(name):
        return False
    below = top[number + 1] if number + 1 < len(top) else ""
    heads_text = not number or not _FULL_STOP.search(top[0])
    return heads_text and bool(_FULL_STOP.search(below))
