"""
Landmarks around an article: date lines, source lines and addresses.

Cleaning cuts them and dating reads them. Both look here, so that no line is cut unread.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from dateline.articles.days import DATE_WORDS

HEAD = 8  # lines with text at the top among which title, byline and date stand
SHORT = 120  # characters; a longer line is a paragraph

URL = re.compile(r"(?:https?://|\bwww\.)[^\s<>\"”)]*[^\s<>\"”).,;:!?'’…]")
# A date header may stand before it on the same line.
SOURCE_LINE = re.compile(
    r"^\s*(?:date\s+\d{4}-\d{2}-\d{2}\s+)?(?:original source|sources?|via)\s*(?::|\d+/)", re.I
)

# What a date on a line is; the names are those of the dating rules.
HEADER = "header line"  # "Published: 24 March 2022"
ALONE = "date line"  # "24 March 2022", with or without an hour
LATER = "updated line"  # "Updated 24 March 2022"

_PUBLISHED = r"(?:date|publication date|(?:first )?(?:published|posted))"
_UPDATED = r"(?:(?:last )?(?:updated|modified|retrieved|printed|downloaded)|load-date)"
_ON = r"[\s:]*(?:on\b[\s:]*)?"
# Behind the hour only names, as of a time zone, or what a bar or bracket sets off: "10:30 in the
# Kremlin" is a sentence.
_HOUR = (
    r"(?:T|\W+(?:at\s+)?)\d{1,2}"
    r"(?:[:.]\d{2}[\d:.+-]{0,16}Z?(?:\s?[ap]\.?m\b\.?)?|\s?[ap]\.?m\b\.?)"
    r"(?:\W{1,4}(?:local|time|(?-i:[A-Z\d])\w{0,11})\b){0,6}?(?:\s?[|•·(].{0,30}?)?"
)
_DATES = (
    rf"(?P<day>{DATE_WORDS})(?:{_HOUR})?"
    rf"(?:\W+(?:(?P<then_published>{_PUBLISHED})|{_UPDATED}){_ON}(?P<then>{DATE_WORDS})"
    rf"(?:{_HOUR})?)?"
)
# "Updated two hours ago"; "5 min read". A small letter without a mark before it is a verb.
_BEHIND = (
    r"(?:\s*[|•·,;(–—-]\s*|\s+(?=(?-i:[A-Z])))(?:last )?(?:updated|modified)\b.{0,30}"
    r"|\W+\d{1,3}[ -]min(?:utes?)?\b(?:\W+(?:to )?read(?:ing)?\b)?"
)
# "| World news" and "by Jane Roe", only behind a date that has a label.
_SECTION = r"\s*[|•–—-].{0,40}(?<![.!?”\"\s])"
_AUTHOR = r",?\s+by\s(?-i:[^\Wa-z_])[^.,]{0,40}"
# A full stop or a comma would be a sentence's: wrapped text has lines such as "24 March 2022.".
_END = r"[^\w.,;:!?…]*$"
_LABELLED = re.compile(
    rf"^\s*(?:(?P<published>{_PUBLISHED})|{_UPDATED}){_ON}{_DATES}"
    rf"(?:{_BEHIND}|{_SECTION}|{_AUTHOR})?{_END}",
    re.I,
)
_ALONE = re.compile(rf"^\s*{_DATES}(?:{_BEHIND})?{_END}", re.I)
_HEADER = re.compile(r"^\s*date\s+(?P<day>\d{4}-\d{2}-\d{2})(?!\d|T\d)\s*", re.I)


class LineDate(NamedTuple):
    """A date on a line: its kind (HEADER, ALONE or LATER) and its place, line[start:end]."""

    kind: str
    start: int
    end: int


class DateLine(NamedTuple):
    """The part line[:end] of a line that is no text of the article, and its one or two dates."""

    end: int
    dates: tuple[LineDate, ...]


def read_date_line(line: str) -> DateLine | None:
    """
    What a line says of the article's date; None for a line that is no date line.

    Taken are ` date 2022-03-21` before the first sentence, and short lines of nothing but a date
    with its label, hour, author or a second date. The dates need not be in the calendar. Wrong
    for wrapped text whose line happens to be a full date.

    >>> read_date_line("24 March 2022 Updated 25 March 2022").dates[1]
    LineDate(kind='updated line', start=22, end=35)
    >>> read_date_line("24 March 2022 was a cold day.")
    """
    if found := _HEADER.match(line):
        return DateLine(found.end(), (LineDate(HEADER, *found.span("day")),))
    if len(line) > SHORT:
        return None
    if found := _LABELLED.match(line):
        return _date_line(found, HEADER if found["published"] else LATER)
    found = _ALONE.match(line)
    return _date_line(found, ALONE) if found else None


def _date_line(found: re.Match[str], kind: str) -> DateLine:
    dates = [LineDate(kind, *found.span("day"))]
    if found["then"]:
        second = HEADER if found["then_published"] else LATER
        dates.append(LineDate(second, *found.span("then")))
    return DateLine(len(found.string), tuple(dates))
