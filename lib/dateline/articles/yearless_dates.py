"""Finds days without a year: "March 18", "Friday, 18 March", "21 марта", "3月21日"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from dateline.articles.day_forms import ENGLISH_MONTH, YEARLESS_AT_NUMBER
from dateline.articles.day_readings import month_in, numbers_in, weekday_in
from dateline.articles.full_dates import mask_days, month_before, weekday_before

_NUMBER = re.compile(r"\d(?<!\d\d)(?=\d?(?:\D|$))")
_AT_NUMBER = re.compile(YEARLESS_AT_NUMBER, re.I)
# Behind a number: a longer number, a range, a share, a year.
_NO_DAY = re.compile(
    r"\d|[.,:/]\d|\s?[-–—/]\s?\d|\s?%|\sper\s?cent\b|,?\s?\d{4}\b"
    rf"|\s(?:or|to|through|and)\s(?:\d|{ENGLISH_MONTH})",
    re.I,
)
_IN_NUMBER = re.compile(r"(?:\d[.,:/–—-]\s?|[$€£¥#№]\s?|\d\s|\b(?:no\.?|to)\s)\Z", re.I)
# A day of which there is no doubt, as opposed to "March 18 people died" and "18 march on Rome".
_SURE = re.compile(r"\b(?:on|since|until|till|by|from|of|dated)\s\Z", re.I)
_COUNTED = re.compile(
    r"\s(?-i:(?!(?:was|is|has|as|this|us)\b)[a-z]+s\b|people\b|men\b|women\b|children\b"
    r"|(?:hundred|thousand|million|billion)\b)",
)
_MARCHES = re.compile(r"\s(?:on|to|into|through|for|against|past|toward)\b")
# In small letters, so a verb.
_VERB = re.compile(r"\b(?:march|may|mar)\b")
# Days that name an event of one year more often than they date an article.
_NAMED_DAYS = ((1, 6), (9, 11), (10, 7))


class YearlessDay(NamedTuple):
    """A day text[start:end] with its weekday, Monday is 0, where one stands before it."""

    start: int
    end: int
    month: int
    day: int
    weekday: int | None


def find_yearless(text: str) -> Iterator[YearlessDay]:
    """
    The days without a year of a text from left to right, outside full dates.

    Short names of months are read in English only. Left out are ranges ("March 18-20", "1 May to
    2 June"), what may be a count ("March 18 people died"), and 6 January, 11 September and
    7 October without a weekday, which name events. Wrong for a title such as "May 18", and for
    a count whose noun does not end in "s".

    >>> [(day.month, day.day, day.weekday) for day in find_yearless("Friday, 18 March; May 2,000")]
    [(3, 18, 4)]
    """
    masked = mask_days(text)
    done = 0
    for number in _NUMBER.finditer(masked):
        found = _AT_NUMBER.match(masked, number.start()) if number.start() >= done else None
        if found and (day := _day(found, done)):
            yield day
            done = day.end


def _day(found: re.Match[str], done: int) -> YearlessDay | None:
    text, start, end = found.string, found.start(), found.end()
    if found.lastgroup == "month_first":
        month = month_before(text, start, done=done)
        if month is None:
            return None
        start = month
    if _NO_DAY.match(text, end) or _IN_NUMBER.search(text, max(0, start - 4), start):
        return None
    weekday = weekday_before(text, start, done=done)
    month, day = _month_and_day(text[start:end])
    if not _is_day(month, day) or (weekday is None and not _is_meant(found, start)):
        return None
    if weekday is None:
        return YearlessDay(start, end, month, day, None)
    return YearlessDay(weekday, end, month, day, weekday_in(text[weekday:start]))


def _month_and_day(words: str) -> tuple[int, int]:
    numbers = numbers_in(words)
    return (numbers[0], numbers[1]) if len(numbers) == 2 else (month_in(words), numbers[0])


def _is_day(month: int, day: int) -> bool:
    """Whether any year has the day; 2024 is a leap year."""
    try:
        return bool(date(2024, month, day))
    except ValueError:
        return False


def _is_meant(found: re.Match[str], start: int) -> bool:
    """Whether a day without a weekday is one, and not a count, a verb or the name of an event."""
    text, end = found.string, found.end()
    words = text[start:end]
    if _month_and_day(words) in _NAMED_DAYS or _VERB.search(words):
        return False
    if _SURE.search(text, max(0, start - 8), start):
        return True
    if found.lastgroup == "month_first":
        return not _COUNTED.match(text, end)
    return not _MARCHES.match(text, end)
