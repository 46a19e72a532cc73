"""Dates beside the name of a paper or of a place, on a line of their own or in a dateline."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from dateline.articles.dates.evidence import CHECK, Evidence
from dateline.articles.dates.stating import state_day, state_yearless
from dateline.articles.days import MARK, find_days, find_yearless, mask_days
from dateline.articles.landmarks import SHORT

# The place and day of an official text stand among so many first lines.
_PLACE_LINES = 3
# Before that year a line of place and day is a scene of history, not the date of a news text.
_FIRST_YEAR = 1990

_CAPITAL = r"(?-i:[A-ZÀ-ÞĀ-ŽА-Я])[\w.’'-]*"
_NAMES = rf"{_CAPITAL}(?:[ ,]{{1,2}}(?:{_CAPITAL}|and|y|et|und|of|de|del|van|von|for|the|&)){{0,9}}"
_HOUR = r"(?:[\s,|–—-]+(?:at\s+)?\d{1,2}[:.]\d\d(?:\s?[ap]\.?m\b\.?)?(?:\s[A-Z]{2,4}\b)?)?"
# "BBC News, 24 March 2022"; the date is a row of marks.
_AFTER_NAME = re.compile(rf"^\W*(?P<name>{_NAMES})\s*[,–—(-]\s*{MARK}+{_HOUR}[^\w.!?]*$", re.I)
_PAPER = re.compile(
    r"\b(?:news|times|post|herald|tribune|journal|gazette|guardian|telegraph|daily|reuters|ap|afp"
    r"|bbc|cnn|tass|xinhua|interfax|dpa|npr|associated press|staff|correspondent|reporter)\b",
    re.I,
)
_PICTURE = re.compile(
    r"\b(?:photo\w*|image|picture|pictured|file|source|credit|graphic|map|video|via|getty|caption)\b",
    re.I,
)
# NEW YORK, March 24, 2022 /Newswire/ --
_WIRE = re.compile(
    rf"^\s*[A-ZÀ-Þ][A-ZÀ-Þ.’' ,/-]{{2,60}},\s+(?:\w+,\s+)?{MARK}+"
    r"\s*/[\w ./-]{2,40}/\s*(?:--|[–—-])"
)


def from_named_lines(top: Sequence[str], *, day_order: str = "") -> Iterator[Evidence]:
    """
    Lines of a name and a date among the first lines with text.

    "BBC News, 24 March 2022", and "Moscow, 24 March 2022" as one of the first three lines, which
    opens an official text. The credit of a picture is passed over. Wrong for a caption of nothing
    but place and day.
    """
    for number, line in enumerate(top):
        if len(line) > SHORT or MARK not in (masked := mask_days(line)):
            continue
        if rule := _rule(masked, number, bool(_PICTURE.search(line))):
            for day in find_days(line):
                quote = line[day.start : day.end]
                if rule == "place line" and not _is_recent(day.readings):
                    note = "may be a scene of history"
                    yield Evidence(rule, quote, "raw", strength=CHECK, note=note)
                else:
                    yield from state_day(rule, quote, day.readings, day_order=day_order)


def from_dateline(place: str, *, day_order: str = "") -> Iterator[Evidence]:
    """
    The date in a dateline: "MOSCOW, Dec. 15, 2021 (Agency)" came out on that day or the next.

    `place` is the field "dateline" of a cleaned article, or the first line of a newswire's
    release. Without a year, the other evidence must give that. Wrong for a story that opens with
    the place and day of a scene long ago.
    """
    days = list(find_days(place))
    for day in days:
        quote = place[day.start : day.end]
        for piece in state_day("dateline", quote, day.readings, day_order=day_order):
            yield piece._replace(latest=piece.latest and piece.latest + timedelta(days=1))
    for yearless in [] if days else find_yearless(place):
        yield state_yearless("dateline", place[yearless.start : yearless.end], yearless)


def wire_datelines(top: Sequence[str]) -> Iterator[str]:
    """The datelines of newswires for press releases, which cleaning leaves in the text."""
    for line in top:
        if found := _WIRE.match(mask_days(line[:SHORT])):
            yield line[: found.end()]


def _rule(masked: str, number: int, is_picture: bool) -> str:
    """The rule for a line whose date is a row of marks; blank for a line of text."""
    if is_picture:
        return ""
    found = _AFTER_NAME.match(masked)
    if found and _PAPER.search(found["name"]):
        return "paper line"
    is_place = found and len(found["name"].split()) <= 4 and number < _PLACE_LINES
    return "place line" if is_place else ""


def _is_recent(readings: Sequence[date]) -> bool:
    return all(day.year >= _FIRST_YEAR for day in readings)
