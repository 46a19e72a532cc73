"""The calendar of a chart: days, weeks, months, quarters and years, their starts and names."""

from __future__ import annotations

from typing import Final

import pandas as pd

from dateline.errors import SettingError

# Order: finest first, as `choose_period` tries them. Weeks start on Monday.
PERIODS = ("day", "week", "month", "quarter", "year")
_PANDAS = {"day": "D", "week": "W-SUN", "month": "M", "quarter": "Q-DEC", "year": "Y-DEC"}
# Length in days of the shortest and the longest period of each name.
_DAYS = {"day": (1, 1), "week": (7, 7), "month": (28, 31), "quarter": (90, 92), "year": (365, 366)}
_UNIT: Final = "datetime64[us]"


def check_period(period: str) -> None:
    """Raise SettingError unless `period` is one of PERIODS."""
    if period not in PERIODS:
        raise SettingError(f"period is {period!r}; choose one of {', '.join(PERIODS)}")


def period_starts(first: pd.Timestamp, last: pd.Timestamp, period: str) -> pd.DatetimeIndex:
    """
    Return the first day of every period from the one that holds `first` to that of `last`.

    This is the calendar, not the data: periods without articles are there too.
    Empty if `last` is before `first`. Raises SettingError for an unknown period.

    >>> list(period_starts(pd.Timestamp("2021-11-20"), pd.Timestamp("2022-01-03"), "month").day)
    [1, 1, 1]
    """
    check_period(period)
    alias = _PANDAS[period]
    grid = pd.period_range(pd.Period(first, alias), pd.Period(last, alias), freq=alias)
    return pd.DatetimeIndex(grid.start_time.astype(_UNIT))


def period_ends(starts: pd.DatetimeIndex, period: str) -> pd.DatetimeIndex:
    """Return, for the first day of each period, the first day of the next one."""
    check_period(period)
    following = starts.to_period(_PANDAS[period]) + 1
    return pd.DatetimeIndex(following.start_time.astype(_UNIT))


def period_label(start: pd.Timestamp, period: str) -> str:
    """
    Return the name of the period that starts on `start`; a week is named by its Monday.

    >>> [period_label(pd.Timestamp("2022-04-01"), name) for name in ("year", "quarter", "month")]
    ['2022', '2022 Q2', '2022-04']
    """
    check_period(period)
    if period == "year":
        return f"{start.year:04d}"
    if period == "quarter":
        return f"{start.year:04d} Q{start.quarter}"
    if period == "month":
        return f"{start.year:04d}-{start.month:02d}"
    return f"{start.year:04d}-{start.month:02d}-{start.day:02d}"


def period_of(starts: pd.DatetimeIndex) -> str:
    """
    Return the period whose calendar `starts` is, read from its steps; "" if that is unclear.

    One start alone is always unclear: 1 January may begin a day, a month, a quarter or a year.
    """
    steps = pd.Series(starts).drop_duplicates().sort_values().diff().dropna().dt.days
    for period, (shortest, longest) in _DAYS.items():
        if len(steps) and steps.between(shortest, longest).all():
            return period
    return ""


def most_days(period: str) -> int:
    """
    Return how many days the longest period of that name has.

    >>> most_days("month"), most_days("year")
    (31, 366)
    """
    check_period(period)
    return _DAYS[period][1]
