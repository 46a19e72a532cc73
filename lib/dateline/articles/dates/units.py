"""Weeks, months and years around a day, as articles count them."""

from __future__ import annotations

from datetime import date, timedelta

from dateline.articles.days import end_of_month

DAY = timedelta(days=1)


def week_hull(first: date, last: date) -> tuple[date, date]:
    """
    From the earlier to the later end of the Sunday and the Monday week around these days.

    >>> day = date(2024, 10, 1)  # a Tuesday
    >>> [f"{end:%a %d %b}" for end in week_hull(day, day)]
    ['Sun 29 Sep', 'Sun 06 Oct']
    """
    sunday_week_starts = first - timedelta(days=(first.weekday() + 1) % 7)
    monday_week_ends = last + timedelta(days=6 - last.weekday())
    return sunday_week_starts, monday_week_ends


def unit_hull(unit: str, shift: int, first: date, last: date) -> tuple[date, date]:
    """
    The "month" or "year" that lies `shift` units after that of these days.

    A day more on both sides, because print comes out on the day after it was written.

    >>> [str(end) for end in unit_hull("month", 1, date(2022, 12, 30), date(2022, 12, 30))]
    ['2022-12-31', '2023-02-01']
    """
    months = shift * (12 if unit == "year" else 1)
    starts, ends = _months_on(first, months), _months_on(last, months)
    if unit == "year":
        starts, ends = starts.replace(month=1), ends.replace(month=12)
    return starts - DAY, end_of_month(ends) + DAY


def nth_return(base: date, n: int) -> date:
    """
    The day, n years on; 28 February where the year has no 29th.

    >>> nth_return(date(2000, 2, 29), 23)
    datetime.date(2023, 2, 28)
    """
    try:
        return base.replace(year=base.year + n)
    except ValueError:
        return base.replace(year=base.year + n, day=28)


def _months_on(day: date, months: int) -> date:
    """The first of the month that lies so many months after that of the day."""
    count = day.year * 12 + day.month - 1 + months
    return date(count // 12, count % 12 + 1, 1)
