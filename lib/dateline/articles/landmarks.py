"""
Landmarks around an article: date lines, source lines and addresses.

Cleaning cuts them and dating reads them. Both look here, so that no line is cut unread.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from dateline.articles.date_labels import (
    AT,
    BEHIND_CLOCK,
    LATER_THAN,
    ON,
    PUBLISHED,
    SITE_CLOCK,
)
from dateline.articles.day_forms import WEEKDAY
from dateline.articles.days import MARK, find_yearless, mask_days

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
BYLINE = "byline"  # "By Jane Roe | 24 March 2022"
SAVED = "site clock"  # "Today is Friday, 24 March 2022"
YEARLESS = "header line without a year"  # "Published 24 March"

# Patterns see a line in which each date is a row of marks.
_DAY = f"{MARK}++"
_NO_LETTER = rf"(?![^\W\d_{MARK}])"
_ON = rf"[\s:：]{{0,9}}(?:(?:{ON}){_NO_LETTER}[\s:]{{0,9}})?"
# "10:15", "10h15", "5 p.m.", "10 Uhr", "上午10时15分"
_CLOCK = (
    r"(?:上午|下午|午前|午後|오전|오후)?\s?\d{1,2}"
    r"(?:(?:[:.h]\d{2}[\d:.+-]{0,16}Z?|[时時点시]\s?\d{1,2}[分분]?)(?:\s?[ap]\.?m\b\.?)?"
    r"|\s?[ap]\.?m\b\.?|\s?h\b|\s(?:uhr|uur)\b)"
)
# Behind the hour only names, as of a time zone, or what a bar or bracket sets off: "10:30 in the
# Kremlin" is a sentence.
_HOUR = (
    rf"(?:T|\W{{1,9}}(?:(?:{AT})\s)?)?{_CLOCK}"
    rf"(?:\W{{1,4}}(?:(?:{BEHIND_CLOCK})(?!\w)|(?-i:[A-Z\d])\w{{0,11}}\b)){{0,6}}?"
    rf"(?:\s?[|•·(][^{MARK}]{{0,30}}?)?"
)
_HOUR_BEFORE = rf"(?:at\s)?{_CLOCK}(?:\s(?-i:[A-Z]{{2,5}})\b)?(?:\s?[,|•·–—-]\s?|\s)(?:on\s)?"
# As newspaper databases have it: "March 24, 2022 Thursday, Late Edition".
_WEEKDAY = rf"[\s,]{{1,3}}\(?{WEEKDAY}\)?(?!\w)(?:[\s,]{{0,3}}[\w ]{{0,20}}\bedition\b)?"
_DATES = (
    rf"(?:{_HOUR_BEFORE})?(?P<day>{_DAY})(?:{_WEEKDAY})?(?:{_HOUR})?"
    rf"(?:\W{{1,9}}(?:(?P<then_published>{PUBLISHED})|{LATER_THAN}){_NO_LETTER}{_ON}"
    rf"(?P<then>{_DAY})(?:{_HOUR})?)?"
)
# "Updated two hours ago"; "5 min read". A small letter without a mark before it is a verb.
_BEHIND = (
    rf"(?:\s?[|•·,;(–—-]\s?|\s(?=(?-i:[A-Z])))(?:{LATER_THAN}){_NO_LETTER}[^{MARK}]{{0,30}}"
    r"|\W{1,9}\d{1,3}[ -]min(?:utes?)?\b(?:\W{1,9}(?:to )?read(?:ing)?\b)?"
    rf"|\s?(?:来源|來源|出典)[:：][^{MARK}]{{0,30}}"
)
# "| World news" and "by Jane Roe", only behind a date that has a label.
_SECTION = rf"\s?[|•–—-][^{MARK}]{{0,40}}(?<![.!?”\"\s])"
_AUTHOR = rf",?\sby\s(?-i:[^\Wa-z_])[^.,{MARK}]{{0,40}}"
# A full stop or a comma would be a sentence's: wrapped text has lines such as "24 March 2022.".
_END = r"[^\w.,;:!?…]*$"
_LABEL = re.compile(rf"^\s*+(?:{PUBLISHED}|{LATER_THAN}){_NO_LETTER}", re.I)
_LABELLED = re.compile(
    rf"^\s*+(?:(?P<published>{PUBLISHED})|{LATER_THAN}){_NO_LETTER}{_ON}{_DATES}"
    rf"(?:{_BEHIND}|{_SECTION}|{_AUTHOR})?{_END}",
    re.I,
)
_SAVED = re.compile(
    rf"^\W*(?:welcome\b[^{MARK}]{{0,30}}?\W{{1,3}})?(?:{SITE_CLOCK})[\s:：]{{0,9}}"
    rf"(?:(?:{ON})\s)?{_DATES}(?:{_SECTION})?{_END}",
    re.I,
)
_ALONE = re.compile(rf"^\s*+(?:(?:le|am|den|el|em)\s)?{_DATES}(?:{_BEHIND})?{_END}", re.I)
_HEADER = re.compile(r"^\s*+date\s+(?P<day>\d{4}-\d{2}-\d{2})(?!\d|T\d)\s*", re.I)
# A page may be headed so: "Munich Security Conference | 19 February 2022".
_NO_EVENT = (
    r"(?![^|•·]*\b(?:conference|summit|forum|speech|meeting|council|address|remarks|interview"
    r"|briefing|session|statement|anniversary|day)\b)"
)
_NAME = rf"[^\W\d_a-z{MARK}](?:[^\W\d_{MARK}]|[.’'-])*+"
# Of a bare name a bar must set off the date: "Lake Placid, 24 March 2022" is a place.
_BYLINE = re.compile(
    rf"^\s*+(?:by:?\s(?P<author>(?-i:{_NAME}(?:\s(?:and|de|van|von|{_NAME})){{1,8}}))"
    rf"(?:,\s(?-i:{_NAME}(?:\s{_NAME}){{0,3}}))?(?:\s?[|•·,–—-])?"
    rf"|{_NO_EVENT}(?P<name>(?-i:{_NAME}(?:\s{_NAME}){{1,2}}))\s?[|•·])\s?"
    rf"(?:(?:(?P<published>{PUBLISHED})|(?P<later>{LATER_THAN})){_NO_LETTER}{_ON})?"
    rf"{_DATES}(?:{_BEHIND})?{_END}",
    re.I,
)


class LineDate(NamedTuple):
    """A date on a line: its kind (HEADER, ALONE, LATER ...) and its place, line[start:end]."""

    kind: str
    start: int
    end: int


class DateLine(NamedTuple):
    """
    The part line[:end] of a line that is no text of the article, and its one or two dates.

    `author` is the name in a byline, else blank.
    """

    end: int
    dates: tuple[LineDate, ...]
    author: str = ""


def read_date_line(line: str) -> DateLine | None:
    """
    What a line says of the article's date; None for a line that is no date line.

    Taken are ` date 2022-03-21` before the first sentence, and short lines of nothing but a date
    with its label, hour, author or a second date; and the clock of a site, "Today is ...". The
    dates need not be in the calendar; those behind a label may have a year of two figures. Wrong
    for wrapped text whose line happens to be a full date.

    >>> read_date_line("24 March 2022 Updated 25 March 2022").dates[1]
    LineDate(kind='updated line', start=22, end=35)
    >>> read_date_line("24 March 2022 was a cold day.")
    """
    if found := _HEADER.match(line):
        return DateLine(found.end(), (LineDate(HEADER, *found.span("day")),))
    if len(line) > SHORT:
        return None
    if _LABEL.match(line):
        return _read_labelled(line)
    masked = mask_days(line)
    if MARK not in masked:
        return None
    if found := _ALONE.match(masked):
        return DateLine(len(line), tuple(_line_dates(found, ALONE)))
    if found := _SAVED.match(masked):
        return DateLine(len(line), (LineDate(SAVED, *found.span("day")),))
    if found := _BYLINE.match(masked):
        dates = _line_dates(found, LATER if found["later"] else BYLINE)
        return DateLine(len(line), tuple(dates), found["author"] or found["name"])
    return None


def _read_labelled(line: str) -> DateLine | None:
    """A date behind its label; without a year only where the label says "published"."""
    masked = mask_days(line, short_years=True)
    if found := _LABELLED.match(masked):
        kind = HEADER if found["published"] else LATER
        return DateLine(len(line), tuple(_line_dates(found, kind)))
    day = None if MARK in masked else next(find_yearless(line), None)
    if not day:
        return None
    found = _LABELLED.match(line[: day.start] + MARK * (day.end - day.start) + line[day.end :])
    if not found or not found["published"]:
        return None
    return DateLine(len(line), (LineDate(YEARLESS, day.start, day.end),))


def _line_dates(found: re.Match[str], kind: str) -> Iterator[LineDate]:
    yield LineDate(kind, *found.span("day"))
    if found["then"]:
        yield LineDate(HEADER if found["then_published"] else LATER, *found.span("then"))
