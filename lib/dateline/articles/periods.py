"""Which calendar period an article belongs to, and why some articles belong to none.

An article is never put into a period by guess: if its date interval reaches over a boundary,
it is left out with a reason, and the tables made from here count it.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import Final

import pandas as pd

from dateline.articles.dates.evidence import DATED
from dateline.errors import SettingError

# Order: finest first, as `choose_period` tries them. Weeks start on Monday.
PERIODS = ("day", "week", "month", "quarter", "year")
_PANDAS = {"day": "D", "week": "W-SUN", "month": "M", "quarter": "Q-DEC", "year": "Y-DEC"}
# Length in days of the shortest and the longest period of each name.
_DAYS = {"day": (1, 1), "week": (7, 7), "month": (28, 31), "quarter": (90, 92), "year": (365, 366)}
_UNIT: Final = "datetime64[us]"

REASONS = ("undated", "too wide", "outside")

# A chart of more than 40 periods cannot show a point, its interval and its number of articles.
MOST_PERIODS = 40
ENOUGH_ARTICLES = 8  # in the median non-empty period; with 8, a half is known to +-28 points
FEW_ARTICLES = 3  # second try, for small folders


def check_period(period: str) -> None:
    """Raise SettingError unless `period` is one of PERIODS."""
    if period not in PERIODS:
        raise SettingError(f"period is {period!r}; choose one of {', '.join(PERIODS)}")


def read_day(text: str, name: str = "day") -> pd.Timestamp | None:
    """
    Read a day written as YYYY-MM-DD; None if `text` is empty, which means "not set".

    `name` is what the user calls the value; it appears in the message.
    Raises SettingError for anything else, so that 01/02/2022 is never read one way or the other.

    >>> read_day("2022-03-01")
    Timestamp('2022-03-01 00:00:00')
    """
    if not text:
        return None
    try:
        if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
            return pd.Timestamp(dt.date.fromisoformat(text)).as_unit("us")
    except ValueError:
        pass  # the right shape but no such day; the message below says the same for both
    raise SettingError(
        f"{name} is {text!r}, which is not a day; write YYYY-MM-DD, for example 2022-03-01"
    )


def read_range(since: str, until: str) -> tuple[pd.Timestamp | None, pd.Timestamp | None]:
    """
    Read the first and the last day of a range; None where it is open.

    Raises SettingError for a bad day and for a range that ends before it starts.
    """
    first, last = read_day(since, "since"), read_day(until, "until")
    if first is not None and last is not None and first > last:
        raise SettingError(f"since {since} is after until {until}; exchange the two days")
    return first, last


def start_of_period(days: pd.Series[pd.Timestamp], period: str) -> pd.Series[pd.Timestamp]:
    """Return the first day of the period that holds each day; NaT stays NaT."""
    check_period(period)
    starts = pd.to_datetime(days).dt.to_period(_PANDAS[period]).dt.start_time
    return starts.astype(_UNIT)


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


def place_articles(
    articles: pd.DataFrame, *, period: str = "quarter", since: str = "", until: str = ""
) -> pd.DataFrame:
    """
    Say which period each article belongs to, or why it belongs to none.

    An article is placed only if its whole interval lies in one period: a midpoint would hide the
    doubt (it covers 89 % at nominal 95 %). A stated day is an interval of one day; two stated
    days that agree but for a day, as of print and web, may lie on both sides of a boundary.
    Days count from `since` to `until`, both included; an interval must lie wholly inside.

    Returns one row per article, in the order and with the index of `articles`:
    doc_id, period (first day of the period, missing if not placed), reason: "" if placed,
    "problem" (it cannot be counted), "undated" (class D or U), "too wide" (its interval reaches
    over a boundary), "outside" (of since..until). The first reason that holds is the one given.
    Raises SettingError for an unknown period, a bad day, or since after until.
    """
    check_period(period)
    earliest, latest = _intervals(articles)
    start = start_of_period(earliest, period)
    outside = ~lie_within(articles, since=since, until=until)
    reason = pd.Series("", index=articles.index, dtype="str")
    reason = reason.mask(outside, "outside")
    reason = reason.mask(~(start == start_of_period(latest, period)), "too wide")
    reason = reason.mask(_undated(articles), "undated")
    reason = reason.mask(articles["problem"] != "", "problem")
    return pd.DataFrame(
        {"doc_id": articles["doc_id"], "period": start.where(reason == ""), "reason": reason}
    )


def lie_within(articles: pd.DataFrame, *, since: str = "", until: str = "") -> pd.Series[bool]:
    """
    Whether each article's whole interval lies from `since` to `until`, both included.

    An end that is open is never within a range that has an end there. Raises SettingError for a
    bad day, and for since after until.
    """
    first, last = read_range(since, until)
    earliest, latest = _intervals(articles)
    within = pd.Series(True, index=articles.index)
    if first is not None:
        within &= earliest >= first
    if last is not None:
        within &= latest <= last
    return within


def _intervals(
    articles: pd.DataFrame,
) -> tuple[pd.Series[pd.Timestamp], pd.Series[pd.Timestamp]]:
    """The first and last possible day of each article."""
    earliest = pd.to_datetime(articles["date_earliest"]).dt.normalize().astype(_UNIT)
    latest = pd.to_datetime(articles["date_latest"]).dt.normalize().astype(_UNIT)
    return earliest, latest


def _undated(articles: pd.DataFrame) -> pd.Series[bool]:
    stated_without_day = (articles["date_class"] == "A") & articles["date"].isna()
    return ~articles["date_class"].isin(DATED) | stated_without_day


def choose_period(
    articles: pd.DataFrame, wanted: str = "auto", *, since: str = "", until: str = ""
) -> str:
    """
    Return `wanted`, or for "auto" the finest period that so many articles over so long can carry.

    That is the finest of PERIODS with at most 40 periods in the range (from the first placed
    article to the last where it is open) and at least 8 articles in the median non-empty period;
    failing that, the finest with at most 40 periods and at least 3; failing that, "year". The
    numbers are judgement, not statistics: they keep a chart legible and its intervals narrower
    than the axis.
    """
    if wanted != "auto":
        check_period(wanted)
        return wanted
    sizes = {p: _grid_size(articles, p, since=since, until=until) for p in PERIODS}
    for enough in (ENOUGH_ARTICLES, FEW_ARTICLES):
        for period, (n_periods, median) in sizes.items():
            if n_periods <= MOST_PERIODS and median >= enough:
                return period
    return "year"


def _grid_size(articles: pd.DataFrame, period: str, *, since: str, until: str) -> tuple[int, float]:
    """The number of periods that a chart would have, and the size of the median non-empty one."""
    first, last = read_range(since, until)
    placed = place_articles(articles, period=period, since=since, until=until)["period"].dropna()
    if placed.empty:
        return 0, 0.0
    grid = period_starts(first or placed.min(), last or placed.max(), period)
    return len(grid), float(placed.value_counts().median())
