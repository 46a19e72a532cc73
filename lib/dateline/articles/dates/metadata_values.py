"""The date in one value of metadata: a day with its readings and zone, a month, or a year."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from typing import NamedTuple

from dateline.articles.dates.stating import is_year_first
from dateline.articles.days import MONTH_YEAR, find_days, first_of_month, valid_date

# Longer values are texts, not dates.
LONGEST = 60
_COMPACT = re.compile(r"^\s*(\d{4})(\d\d)(\d\d)(?:T?(\d\d)(\d\d)(\d\d)?(?:\.\d+)?(Z?))?\s*$")
_ISO = re.compile(r"^\s*(\d{4})-(\d\d?)-(\d\d?)(?!\d)")
_CLOCK = re.compile(
    r"(?<!\d)(?P<hour>[012]?\d):(?P<minute>\d\d)(?::(?P<second>\d\d))?"
    r"(?:\s?(?P<half>[ap])\.?m\b)?",
    re.I,
)
_UTC = re.compile(r"(?:Z|UTC|GMT|[+-]00:?00)\b|[+-]00:?00\s*(?:\(\w+\))?\s*$", re.I)
_MONTH = re.compile(r"^\s*((?:19|20)\d\d)[-/.](0?[1-9]|1[0-2])\s*$")
_MONTH_WORDS = re.compile(rf"^\s*{MONTH_YEAR}\s*$", re.I)
_YEAR = re.compile(r"^\s*((?:19|20)\d\d)(?:\.0)?\s*$")
_EPOCH = re.compile(r"^\s*(\d{9,10}|\d{13})(?:\.\d+)?\s*$")
# Hours of UTC at which it is the day before in Los Angeles, or the day after in Tokyo.
_STILL_YESTERDAY, _ALREADY_TOMORROW = 8, 15
# What programs write where there is no date: the first days of calendars and of clocks.
_PLACEHOLDERS = {
    date(1899, 12, 30), date(1899, 12, 31), date(1900, 1, 1), date(1904, 1, 1),
    date(1969, 12, 31), date(1970, 1, 1), date(1980, 1, 1), date(2000, 1, 1),
}  # fmt: skip
_EMPTY = re.compile(r"^\W*(?:0+|0000\W00\W00.*|000[01]\W.*|1601-01-01.*|9999.*)\W*$", re.S)
_NEVER = 2050  # years from here on stand for "never"


class Value(NamedTuple):
    """
    A value read: a day with its readings, zone, and whether it has an hour, or a month, or only
    a year.
    """

    readings: tuple[date, ...] = ()
    earlier: timedelta = timedelta(0)
    later: timedelta = timedelta(0)
    year: int = 0
    month: int = 0
    clock: bool = False


def is_placeholder(day: date) -> bool:
    """
    Whether a day is what programs write for "not known" or "never".

    >>> is_placeholder(date(1970, 1, 1)), is_placeholder(date(2022, 3, 21))
    (True, False)
    """
    return day in _PLACEHOLDERS or day.year >= _NEVER


def is_empty(value: str) -> bool:
    """
    Whether a value stands for none: nought, or a day of the first or of the last year there is.

    >>> is_empty("0000-00-00"), is_empty("0001-01-01T00:00:00"), is_empty("2022-03-21")
    (True, True, False)
    """
    return bool(_EMPTY.match(value))


def read_value(value: str, day_order: str) -> Value | None:
    """The date in a value; None where it has none, several, or one that cannot be told."""
    if len(value) > LONGEST:
        return None
    if found := _EPOCH.match(value):
        return _epoch(found[1])
    if found := _COMPACT.match(value):
        day = valid_date(*(int(number) for number in found.group(1, 2, 3)))
        # GDELT and others write compact times in UTC, with or without their Z.
        clock = ":".join(number or "00" for number in found.group(4, 5, 6)) + "Z"
        return _at((day,), clock) if day else None
    if found := _MONTH.match(value):
        return Value(year=int(found[1]), month=int(found[2]))
    if found := _MONTH_WORDS.match(value):
        first = first_of_month(found["month"], found["year"])
        return Value(year=first.year, month=first.month)
    if found := _YEAR.match(value):
        return Value(year=int(found[1]))
    return _read_day(value, day_order)


def _read_day(value: str, day_order: str) -> Value | None:
    if found := _ISO.match(value):  # "2022-03-21T10:15", where other rules see no end of the day
        day = valid_date(*(int(number) for number in found.groups()))
        return _at((day,), value[found.end() :]) if day else None
    if is_year_first(value, day_order):
        return None
    days = list(find_days(value, short_years=True))
    if len(days) != 1 or not days[0].readings:
        return None
    return _at(days[0].readings, value[days[0].end :])


def _at(readings: tuple[date, ...], clock: str) -> Value:
    """
    A day with the hour behind it. Midnight sharp is the mark of a day without an hour; a zone
    other than UTC is the publisher's own.
    """
    found = _CLOCK.search(clock)
    if not found:
        return Value(readings)
    hour = int(found["hour"])
    if found["half"]:
        hour = hour % 12 + (12 if found["half"] in "pP" else 0)
    sharp = hour == 0 and found["minute"] == "00" and found["second"] in (None, "00")
    if not _UTC.search(clock):
        return Value(readings, clock=not sharp)
    earlier = timedelta(days=int(hour < _STILL_YESTERDAY and not sharp))
    later = timedelta(days=int(hour >= _ALREADY_TOMORROW))
    return Value(readings, earlier, later, clock=not sharp)


def _epoch(figures: str) -> Value | None:
    seconds = int(figures) / (1000 if len(figures) == 13 else 1)
    moment = datetime.fromtimestamp(seconds, UTC)
    if moment.year < 1990:
        return None
    return _at((moment.date(),), moment.strftime("%H:%M:%SZ"))
