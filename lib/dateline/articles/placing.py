"""Which calendar periods an article belongs to, and why some articles belong to none.

An article is never put into a period by guess. If its date is an interval, each period that the
interval touches gets the part of the article that the interval's days in it are. What is known
too badly for that is left out with a reason, and the tables made from here count it.
"""

from __future__ import annotations

from dataclasses import replace

import pandas as pd

from dateline.articles.counted import of_unit
from dateline.articles.dates.evidence import DATED
from dateline.articles.periods import PERIODS, most_days, period_ends, period_starts
from dateline.articles.timeframe import AUTO, QUARTERS, Timeframe

# The problem of an article in a language that the study does not count.
OTHER_LANGUAGE = "another language"
# Why a dated or undated article is not counted. "problem" and OTHER_LANGUAGE come before all: in
# such an article nothing is looked for.
REASONS = ("undated", "not sure enough", "too wide", "outside")

# An interval may be as long as this many periods: spread over more, an article says nothing of
# when, and hides what the others say.
WIDEST = 2

# A chart of more than 40 periods cannot show a point, its interval and its number of articles.
MOST_PERIODS = 40
ENOUGH_ITEMS = 8  # in the median non-empty period; with 8, a half is known to +-28 points
FEW_ITEMS = 3  # second try, for small folders


def place_articles(articles: pd.DataFrame, timeframe: Timeframe = QUARTERS) -> pd.DataFrame:
    """
    Say whether each article counts in a timeframe, or why it does not.

    Returns one row per article, in the order and with the index of `articles`: doc_id, reason.
    The reason is "" if it counts; else the first that holds of "another language" (than those
    that the study counts), "problem" (it has no text), "undated" (class D or U), "not sure enough"
    (of a class that the timeframe does not take), "too wide" (its interval has an open end or is
    longer than two of the longest period: 2 days, 14, 62, 184 or 732) and "outside".

    An interval must lie wholly in since..until: cut at the edge, a part of the article would be
    counted nowhere, and the totals would no longer add up to whole articles.
    Raises SettingError if the timeframe's period is still "auto".
    """
    earliest, latest = _intervals(articles)
    narrow = _n_days(earliest, latest).between(1, WIDEST * most_days(timeframe.period))
    reason = pd.Series("", index=articles.index, dtype="str")
    reason = reason.mask(~_lie_within(earliest, latest, timeframe), "outside")
    reason = reason.mask(~narrow, "too wide")
    reason = reason.mask(~articles["date_class"].isin([*timeframe.date_classes]), "not sure enough")
    reason = reason.mask(_undated(articles), "undated")
    reason = reason.mask(articles["problem"] != "", "problem")
    reason = reason.mask(articles["problem"] == OTHER_LANGUAGE, OTHER_LANGUAGE)
    return pd.DataFrame({"doc_id": articles["doc_id"], "reason": reason})


def weigh_articles(articles: pd.DataFrame, timeframe: Timeframe = QUARTERS) -> pd.DataFrame:
    """
    Divide each article that counts among the periods in which it may have appeared.

    Returns one row per article and period, in the order of `articles`, then of the calendar:
    doc_id, period (first day), weight (the interval's days in the period / all its days, so
    0 < weight <= 1). The weights of one article add up to 1. An article dated to one period has
    one row; 31 March or 1 April gives 1/2 to each quarter.

    Every day of an interval is taken as equally likely, which is known as aoristic analysis:
    Ratcliffe (2000), Int. J. Geogr. Inf. Sci. 14, 669-679. It is wrong where some days are
    likelier than others, and it flattens peaks: a sharp peak of articles dated to weeks looks
    like a low hill by the day. Raises as `place_articles`.
    """
    counted = (place_articles(articles, timeframe)["reason"] == "").to_numpy()
    table = pd.DataFrame({"doc_id": articles["doc_id"]})
    table["earliest"], table["latest"] = _intervals(articles)
    table = table[counted].reset_index(drop=True)
    if table.empty:
        weights = table.assign(weight=0.0).rename(columns={"earliest": "period"})
        return weights[["doc_id", "period", "weight"]]
    starts = period_starts(table["earliest"].min(), table["latest"].max(), timeframe.period)
    table["number"] = _touched(table, starts)
    table = table.explode("number", ignore_index=True).astype({"number": "int64"})
    period = pd.Series(starts[table["number"]])
    last_days = period_ends(starts, timeframe.period) - pd.Timedelta(days=1)
    last_day = pd.Series(last_days[table["number"]])
    inside = _n_days(table["earliest"].clip(lower=period), table["latest"].clip(upper=last_day))
    weight = inside / _n_days(table["earliest"], table["latest"])
    return pd.DataFrame({"doc_id": table["doc_id"], "period": period, "weight": weight})


def may_lie_in(articles: pd.DataFrame, timeframe: Timeframe) -> pd.Series[bool]:
    """
    Whether each article may have appeared on one of the days, and is dated as surely as asked.

    An interval that only touches since..until is enough, so this holds for every article that
    has a weight in a period of these days. Undated articles may be of any day and are not dated
    as surely as any class asks, so they are let in only by a timeframe that limits nothing. The
    period does not matter.
    """
    if timeframe.takes_all:
        return pd.Series(True, index=articles.index)
    earliest, latest = _intervals(articles)
    may = ~_undated(articles) & articles["date_class"].isin([*timeframe.date_classes])
    # An open end reaches every day on its side.
    if timeframe.first is not None:
        may &= ~(latest < timeframe.first)
    if timeframe.last is not None:
        may &= ~(earliest > timeframe.last)
    return may


def choose_period(
    articles: pd.DataFrame, timeframe: Timeframe, *, unit: str = "stories"
) -> Timeframe:
    """
    Decide the period of a timeframe that has "auto"; return any other as it is.

    That is the finest of PERIODS with at most 40 periods in the range (from the first counted
    article to the last where it is open) and at least 8 of the unit in the median non-empty
    period; failing that, the finest with at most 40 periods and at least 3; failing that, "year".
    Of sentences and words it is the stories that they are in (see `counted_rows`). Parts count as
    parts. The numbers are judgement, not statistics: they keep a chart legible and its intervals
    narrower than the axis. Raises SettingError for an unknown unit, if it has to decide.
    """
    if timeframe.period != AUTO:
        return timeframe
    options = [replace(timeframe, period=period) for period in PERIODS]
    sizes = [_grid_size(articles, option, unit) for option in options]
    for enough in (ENOUGH_ITEMS, FEW_ITEMS):
        for option, (n_periods, median) in zip(options, sizes, strict=True):
            if n_periods <= MOST_PERIODS and median >= enough:
                return option
    return options[-1]


def calendar_of(weights: pd.DataFrame, timeframe: Timeframe) -> pd.DatetimeIndex:
    """
    Return the first day of every period of a chart, from `since` to `until`.

    `weights` is the table of `weigh_articles`: where an end is open, its first or last period
    is taken. Empty without any article.
    """
    if weights.empty:
        return pd.DatetimeIndex(weights["period"])
    first = timeframe.first or weights["period"].min()
    return period_starts(first, timeframe.last or weights["period"].max(), timeframe.period)


def _intervals(
    articles: pd.DataFrame,
) -> tuple[pd.Series[pd.Timestamp], pd.Series[pd.Timestamp]]:
    """The first and last possible day of each article."""
    earliest = pd.to_datetime(articles["date_earliest"]).dt.normalize().astype("datetime64[us]")
    latest = pd.to_datetime(articles["date_latest"]).dt.normalize().astype("datetime64[us]")
    return earliest, latest


def _n_days(earliest: pd.Series[pd.Timestamp], latest: pd.Series[pd.Timestamp]) -> pd.Series[int]:
    """The days of each interval, both ends counted; missing where an end is open."""
    return (latest - earliest).dt.days + 1


def _lie_within(
    earliest: pd.Series[pd.Timestamp], latest: pd.Series[pd.Timestamp], timeframe: Timeframe
) -> pd.Series[bool]:
    within = pd.Series(True, index=earliest.index)
    if timeframe.first is not None:
        within &= earliest >= timeframe.first
    if timeframe.last is not None:
        within &= latest <= timeframe.last
    return within


def _undated(articles: pd.DataFrame) -> pd.Series[bool]:
    stated_without_day = (articles["date_class"] == "A") & articles["date"].isna()
    return ~articles["date_class"].isin(DATED) | stated_without_day


def _touched(table: pd.DataFrame, starts: pd.DatetimeIndex) -> list[range]:
    """The numbers of the periods that each interval touches."""
    first, last = (starts.searchsorted(table[end], side="right") for end in ("earliest", "latest"))
    return [range(a - 1, b) for a, b in zip(first.tolist(), last.tolist(), strict=True)]


def _grid_size(articles: pd.DataFrame, timeframe: Timeframe, unit: str) -> tuple[int, float]:
    """The periods that a chart would have, and how many of the unit the median one holds."""
    weights = weigh_articles(articles, timeframe)
    if weights.empty:
        return 0, 0.0
    totals = of_unit(weights, articles, unit).groupby("period")["weight"].sum()
    # Seven sevenths, added up, can be a hair below 1.
    return len(calendar_of(weights, timeframe)), round(float(totals.median()), 6)
