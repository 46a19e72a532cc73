"""
Reads a phrase that is nothing but a date: "21 March 2022", "April 2024", "two weeks ago".

Our own patterns say what kind of phrase it is, and with it how fine the answer may be. What they
do not match as a whole is declined; nothing is handed to a parser that would guess.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import NamedTuple

from dateline.articles.dates.distances import NUMBERS, UNIT_DAYS, count_of
from dateline.articles.dates.units import week_hull
from dateline.articles.day_forms import MONTH, YEAR
from dateline.articles.day_readings import month_in
from dateline.articles.days import (
    FIRST_YEAR,
    LAST_YEAR,
    MARK,
    WEEKDAYS,
    end_of_month,
    find_days,
    mask_days,
    valid_date,
)

WEEK = timedelta(days=7)
DAY_WORDS = {
    "the day before yesterday": -2,
    "yesterday": -1,
    "today": 0,
    "tomorrow": 1,
    "the day after tomorrow": 2,
    "day after tomorrow": 2,
}
WHICH = {"last": -1, "this": 0, "next": 1}

# An hour without its zone: in another zone it may be another day.
_CLOCK = (
    r"(?:\d{1,2}[:.h]\d{2}(?:[:.]\d{2}(?:\.\d{1,6})?)?(?:\s?[ap]\.?m\.?)?|\d{1,2}\s?[ap]\.?m\.?)"
)
_HOUR = rf"(?:(?:,?\s|T|\s[@|]\s)(?:at\s|@\s)?(?:{_CLOCK}|noon|midnight))?"
_FULL_DATE = re.compile(rf"(?:{_CLOCK},?\s)?(?:on\s)?{MARK}+{_HOUR}\.?", re.I)
_COUNT = rf"(?P<count>\d{{1,3}}|{'|'.join(NUMBERS)})\s(?P<unit>{'|'.join(UNIT_DAYS)})s?"


class DatePhrase(NamedTuple):
    """
    The days that a phrase means: `earliest` to `latest`, both counted.

    `granularity` is "day", "week", "month", "year", or "weekday" for a bare "Friday", which may
    be the last or the next one. `form` names the pattern that matched.
    """

    earliest: date
    latest: date
    granularity: str
    form: str


def read_phrase(text: str, base: date | None = None) -> DatePhrase | None:
    """
    What a phrase means that is nothing but a date; None where it is not fully understood.

    Full dates, months and years are read in all languages of `find_days`; words relative to
    `base`, the day on which they were written, in English only. "Two weeks ago" allows for half a
    unit less and a whole one more, as people count; "last week" is the week from Sunday or from
    Monday. Declined are figures that can be exchanged, years of two figures, days and months
    without a year, hours with a zone, and every phrase with a word too many.

    >>> read_phrase("April 2024")[:3]
    (datetime.date(2024, 4, 1), datetime.date(2024, 4, 30), 'month')
    >>> read_phrase("two days ago", date(2022, 3, 21)).latest, read_phrase("the 37th")
    (datetime.date(2022, 3, 19), None)
    """
    phrase = " ".join(text.split())
    if _FULL_DATE.fullmatch(mask_days(phrase)):
        readings = next(find_days(phrase)).readings
        return DatePhrase(*readings * 2, "day", "full date") if len(readings) == 1 else None
    for form, pattern, read in FORMS:
        if found := pattern.fullmatch(phrase):
            days = read(found, base)
            return DatePhrase(*days, form) if days and _is_meant(days) else None
    return None


_Days = tuple[date, date, str]


def _is_meant(days: _Days) -> bool:
    return days[0].year >= FIRST_YEAR and days[1].year <= LAST_YEAR


def _month(found: re.Match[str], base: date | None) -> _Days | None:
    month = month_in(found["month"]) or int(found["month"])
    first = valid_date(int(found["year"]), month, 1)
    return (first, end_of_month(first), "month") if first else None


def _year(found: re.Match[str], base: date | None) -> _Days | None:
    year = int(found["year"])
    return date(year, 1, 1), date(year, 12, 31), "year"


def _day_word(found: re.Match[str], base: date | None) -> _Days | None:
    if base is None:
        return None
    day = base + timedelta(days=DAY_WORDS[found["word"].lower()])
    return day, day, "day"


def _ago(found: re.Match[str], base: date | None) -> _Days | None:
    return _at_distance(found, base, -1)


def _ahead(found: re.Match[str], base: date | None) -> _Days | None:
    return _at_distance(found, base, 1)


def _at_distance(found: re.Match[str], base: date | None, side: int) -> _Days | None:
    """Days are exact; a larger unit may lack half of one, or exceed the count by a whole one."""
    unit = found["unit"].lower()
    length, count = UNIT_DAYS[unit], count_of(found["count"]) or 0
    if base is None or count * length > 366 * (LAST_YEAR - FIRST_YEAR):
        return None
    slack = 0.0 if unit == "day" else length
    ends = [
        base + side * timedelta(days=round(count * length + extra)) for extra in (-slack / 2, slack)
    ]
    return min(ends), max(ends), unit


def _unit(found: re.Match[str], base: date | None) -> _Days | None:
    if base is None:
        return None
    shift, unit = WHICH[found["which"].lower()], found["unit"].lower()
    if unit == "week":
        first, last = week_hull(base + shift * WEEK, base + shift * WEEK)
        return first, last, unit
    if unit == "year":
        return date(base.year + shift, 1, 1), date(base.year + shift, 12, 31), unit
    first = months_on(base, shift)
    return first, end_of_month(first), unit


def months_on(day: date, months: int) -> date:
    """The first of the month that lies so many months after that of the day."""
    count = day.year * 12 + day.month - 1 + months
    return date(count // 12, count % 12 + 1, 1)


def _weekday(found: re.Match[str], base: date | None) -> _Days | None:
    """The days of that name within a week before and after: newspapers mean one of them."""
    if base is None:
        return None
    ahead = (WEEKDAYS.index(found["weekday"].lower()) - base.weekday()) % 7
    return base + timedelta(days=ahead) - WEEK, base + timedelta(days=ahead or 7), "weekday"


_Reader = Callable[[re.Match[str], date | None], _Days | None]


def _form(name: str, pattern: str, read: _Reader) -> tuple[str, re.Pattern[str], _Reader]:
    return name, re.compile(pattern, re.I), read


FORMS = (
    _form("month", rf"(?:in\s)?(?P<month>{MONTH}),?\s?(?:del?\s|of\s)?(?P<year>{YEAR})", _month),
    _form("month", r"(?P<year>\d{4})\s?[年년]\s?(?P<month>\d{1,2})\s?[月월]", _month),
    _form("year", rf"(?:in\s)?(?P<year>{YEAR})", _year),
    _form("day word", rf"(?P<word>{'|'.join(DAY_WORDS)}){_HOUR}", _day_word),
    _form("ago", rf"{_COUNT}\sago", _ago),
    _form("ahead", rf"in\s{_COUNT}(?:['’]?\stime)?", _ahead),
    _form("ahead", rf"{_COUNT}\sfrom\snow", _ahead),
    _form("calendar unit", rf"(?P<which>{'|'.join(WHICH)})\s(?P<unit>week|month|year)", _unit),
    _form("weekday", rf"(?:on\s)?(?P<weekday>{'|'.join(WEEKDAYS)})", _weekday),
)
