"""From a day that was read to evidence: how the rules for stated dates word what they found."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from dateline.articles.dates.evidence import BOUND, CHECK, STATED, Evidence
from dateline.articles.day_readings import weekday_in
from dateline.articles.days import DAY_FIRST, YearlessDay, end_of_month

# Where the clock of who collects and that of who publishes may show different days.
ZONE = timedelta(days=1)

_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_YEAR_FIRST = re.compile(r"^\s*(\d\d)[/-](?:0?[1-9]|1[0-2])[/-](?:3[01]|[12]\d|0?[1-9])(?!\d)")


def state_day(
    rule: str, quote: str, readings: Sequence[date], *, where: str = "raw", day_order: str = ""
) -> Iterator[Evidence]:
    """
    The stated day; both of two readings, unless the order of day and month is known.

    `readings` is day first, month first; a weekday in the quote may rule one out. None is a
    check: the calendar has no such day. Readings of the same figures share their key `either`,
    wherever they stand.
    """
    days = choose_reading(_on_weekday(quote, readings), day_order)
    if not days:
        yield Evidence(rule, quote, where, strength=CHECK, note="no such day")
    ordered = bool(day_order) and len(days) < len(_on_weekday(quote, readings))
    note = f"{day_order}, as in the other dates of the source" if ordered else ""
    key = " or ".join(day.isoformat() for day in days) if len(days) > 1 else ""
    for day in days:
        yield Evidence(rule, quote, where, day, day, STATED, day, note, key)


def _on_weekday(quote: str, readings: Sequence[date]) -> Sequence[date]:
    """The one of two readings that is on the weekday that the quote names, if one is."""
    if len(readings) < 2:
        return readings
    weekday = weekday_in(quote)
    fitting = [day for day in readings if day.weekday() == weekday]
    return fitting if len(fitting) == 1 else readings


def choose_reading(readings: Sequence[date], day_order: str) -> tuple[date, ...]:
    """The one reading that fits the order of day and month, where it is known; else all."""
    if len(readings) < 2 or not day_order:
        return tuple(readings)
    return (readings[0] if day_order == DAY_FIRST else readings[1],)


def no_later(
    rule: str, quote: str, readings: Sequence[date], *, where: str = "raw", slack: timedelta = ZONE
) -> Evidence:
    """
    A bound from above: the day on which the article was updated, printed, found or saved.

    Of two readings the later one counts. `slack` is for another clock than the publisher's.
    """
    if not readings:
        return Evidence(rule, quote, where, strength=CHECK, note="no such day")
    return Evidence(rule, quote, where, None, max(readings) + slack, BOUND)


def within_month(rule: str, quote: str, year: int, month: int, *, where: str = "raw") -> Evidence:
    """A bound on both sides: the month is stated, the day is not."""
    first = date(year, month, 1)
    return Evidence(rule, quote, where, first, end_of_month(first), BOUND)


def within_year(rule: str, quote: str, year: int, *, where: str = "raw") -> Evidence:
    """A bound on both sides: the year is stated, month and day are not."""
    return Evidence(rule, quote, where, date(year, 1, 1), date(year, 12, 31), BOUND)


def state_yearless(
    rule: str, quote: str, day: YearlessDay, *, where: str = "raw", note: str = ""
) -> Evidence:
    """A stated day without its year, "03-18" or "Fri 03-18"; a check where a note says why."""
    if note:
        return Evidence(rule, quote, where, strength=CHECK, note=note)
    weekday = "" if day.weekday is None else f"{_WEEKDAYS[day.weekday]} "
    yearless = f"{weekday}{day.month:02}-{day.day:02}"
    return Evidence(rule, quote, where, strength=STATED, yearless=yearless)


def is_year_first(quote: str, day_order: str) -> bool:
    """
    Whether figures such as 22/03/21 may have their year in front, which no rule can tell.

    >>> is_year_first("22/03/21", ""), is_year_first("3/11/16", ""), is_year_first("22.3.21", "")
    (True, False, False)
    """
    found = _YEAR_FIRST.match(quote)
    return bool(found and not day_order and int(found[1]) > 12)
