"""Finds full dates, with day, month and year, in all languages of `MONTH_NAMES`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from itertools import chain
from typing import NamedTuple

from dateline.articles.day_forms import (
    DATE_AT_NUMBER,
    MONTH_BEFORE,
    SHORT_YEAR_DATE,
    WEEKDAY_BEFORE,
)
from dateline.articles.day_readings import READERS, figures, weekday_in

# Stands for each character of a date in masked text: a rune, because a letter is needed that no
# article has. A rune of the text itself becomes a blank.
MARK = "ᛥ"

# The longest name of a month or weekday with its blanks.
_REACH = 30
# The first figure of a number with which a date may begin: it passes over most numbers quickly.
_MAY_BEGIN = re.compile(
    r"\d(?<!\d\d)(?=\d?[./-]\s?\d|\d{3}(?:[-/.]\w|\.\s\d|\s?[年년])|\d?\D{1,40}+(?:1[89]|20)\d\d(?!\d)"
    r"|\d?\s{1,9}\d\d:\d\d:\d\d)"
)
_MAY_BE_SHORT = re.compile(r"\d(?<!\d\d)(?=\d?([./])\d\d?\1\d\d(?!\d))")
_AT_NUMBER = re.compile(DATE_AT_NUMBER, re.I)
_SHORT_YEAR = re.compile(SHORT_YEAR_DATE)
_MONTH_BEFORE = re.compile(MONTH_BEFORE, re.I)
_WEEKDAY_BEFORE = re.compile(WEEKDAY_BEFORE, re.I)


class Day(NamedTuple):
    """
    A full date text[start:end], with its weekday where one stands before it.

    `readings`: one day; two, day first and month first, for figures that can be exchanged, unless
    the weekday before them chooses one; none where the calendar has no such day. `form`: "iso",
    "words", "figures" or "characters", which is 2022年3月21日.
    """

    start: int
    end: int
    readings: tuple[date, ...]
    form: str


def find_days(text: str, *, short_years: bool = False) -> Iterator[Day]:
    """
    The full dates of a text from left to right.

    With `short_years` also "3/11/16" and "2.3.22", where 00 to 49 are years of this century and
    50 to 99 of the last: only for text of which something else says that it is a date. Wrong for
    other numbers of the same form ("version 2.3.2022"), and where what looks like the year is a
    count ("on May 3, 2000 ships").

    >>> [day.readings for day in find_days("Le 1er mars 2022, 03/04/2022")]
    [(datetime.date(2022, 3, 1),), (datetime.date(2022, 4, 3), datetime.date(2022, 3, 4))]
    """
    if short_years:
        yield from sorted(chain(_full_days(text), _short_days(text)))
    else:
        yield from _full_days(text)


def mask_days(text: str, *, short_years: bool = False) -> str:
    """
    The text with a `MARK` for each character of a full date, so that a short pattern finds it.

    >>> mask_days("On 2022-03-21.").replace(MARK, "#")
    'On ##########.'
    """
    done, parts = 0, []
    for day in find_days(text, short_years=short_years):
        parts += [text[done : day.start].replace(MARK, " "), MARK * (day.end - day.start)]
        done = day.end
    return "".join(parts) + text[done:].replace(MARK, " ")


def weekday_before(text: str, end: int, *, done: int = 0) -> int | None:
    """Where the weekday begins that stands right before text[end], not before `done`."""
    return _word_before(_WEEKDAY_BEFORE, text, end, done)


def month_before(text: str, end: int, *, done: int = 0) -> int | None:
    """Where the month begins that stands right before text[end], not before `done`."""
    return _word_before(_MONTH_BEFORE, text, end, done)


def _word_before(pattern: re.Pattern[str], text: str, end: int, done: int) -> int | None:
    found = pattern.search(text, max(0, end - _REACH), end)
    return found.start() if found and found.start() >= done else None


def _full_days(text: str) -> Iterator[Day]:
    done = 0
    for number in _MAY_BEGIN.finditer(text):
        found = _AT_NUMBER.match(text, number.start()) if number.start() >= done else None
        if found and (day := _day(found, done)):
            yield day
            done = day.end


def _day(found: re.Match[str], done: int) -> Day | None:
    """The date that begins, but for the words before it, with a number."""
    text, start, form = found.string, found.start(), found.lastgroup or ""
    if form == "month_first":
        month = month_before(text, start, done=done)
        if month is None:
            return None
        start = month
    readings = READERS[form](text[start : found.end()])
    weekday = weekday_before(text, start, done=done)
    if weekday is not None:
        readings = _of_weekday(readings, weekday_in(text[weekday:start]))
        start = weekday
    return Day(start, found.end(), readings, "words" if "first" in form else form)


def _of_weekday(readings: tuple[date, ...], weekday: int | None) -> tuple[date, ...]:
    """The one of two readings that is of the weekday; all if neither or both are."""
    if len(readings) < 2:
        return readings
    right = tuple(day for day in readings if day.weekday() == weekday)
    return right if len(right) == 1 else readings


def _short_days(text: str) -> Iterator[Day]:
    for number in _MAY_BE_SHORT.finditer(text):
        if found := _SHORT_YEAR.match(text, number.start()):
            yield Day(*found.span(), figures(found.group()), "figures")
