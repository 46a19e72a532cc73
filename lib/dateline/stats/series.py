"""Mentions to counts over time: every period, every theme, always with the total beside it.

Zero is not unknown: a period with articles and no mention has count 0 and share 0;
a period without articles has total 0 and no share. An article whose date is an interval is
divided among the periods that it touches, so counts and totals need not be whole.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from dateline.articles.placing import REASONS, calendar_of, place_articles, weigh_articles
from dateline.articles.timeframe import QUARTERS, Timeframe
from dateline.errors import SettingError
from dateline.stats.intervals import wilson

if TYPE_CHECKING:
    from dateline.themes.codebook import Codebook

# "stories": distinct texts, one for each group of copies. "articles": every copy.
UNITS = ("stories", "articles")
# Of counts and totals; a day of two years, the smallest part that there is, is 0.001366.
DECIMALS = 6


def count_by_period(
    mentions: pd.DataFrame,
    articles: pd.DataFrame,
    codebook: Codebook,
    *,
    timeframe: Timeframe = QUARTERS,
    unit: str = "stories",
) -> pd.DataFrame:
    """
    Count the stories (or articles) that mention each theme in each period.

    A story counts once for a theme, however often it mentions it, and its mentions are those of
    the representative; with unit "articles" every copy counts by its own text. A story whose date
    is an interval counts in parts, as `weigh_articles` says; over all periods it counts once.
    Mentions of articles or themes that are not in the other two arguments are not counted, so
    filtering a table counts a part.

    Returns one row per (period, theme), periods in order, themes in codebook order, every
    combination present from `since` (or the first counted article) to `until` (or the last):
    period (first day), theme, unit, count (that mention it), total (of the period), share (0..1,
    missing where total is 0), low, high (95 % Wilson, likewise), method "wilson". Counts and
    totals are sums of weights, rounded to 6 decimals; the totals of all periods add up to the
    number of stories counted. No rows if no article counts; `left_out` says why.

    It misleads where copies are many and unit is "articles": one agency text printed ten times
    looks like ten decisions to write, and the interval is too narrow. The interval takes the
    weights as they are and ignores the doubt about dates, so it is too narrow by a little where
    many stories are spread; the band by draws comes with the statistics.
    Raises SettingError for an unknown unit, and for a timeframe whose period is still "auto".
    """
    weights = weigh_articles(articles, timeframe)
    grid = calendar_of(weights, timeframe)
    weights = _of_unit(weights, articles, unit)
    names = [theme.name for theme in codebook.themes]
    hits = _mentioned(mentions, weights).groupby(["period", "theme"])["weight"].sum()
    rows = pd.MultiIndex.from_product([grid, names], names=["period", "theme"])
    table = hits.reindex(rows, fill_value=0.0).rename("count").reset_index()
    table["total"] = table["period"].map(_totals(weights, grid)).astype("float64")
    # Summed in another order, a part that all stories mention can come out a hair above the total.
    table["count"] = table["count"].round(DECIMALS).clip(upper=table["total"])
    return _with_shares(table.astype({"theme": "str"}), unit)


def volume_by_period(articles: pd.DataFrame, timeframe: Timeframe = QUARTERS) -> pd.DataFrame:
    """
    Count the articles and the distinct stories of each period.

    Returns one row per period, on the same calendar as `count_by_period`: period (first day),
    articles (every copy), stories (representatives only), both sums of weights as there. Copies
    can lie in a later period than their story, so a period may have articles and no story.
    Raises SettingError for a timeframe whose period is still "auto".
    """
    weights = weigh_articles(articles, timeframe)
    grid = calendar_of(weights, timeframe)
    columns: dict[str, object] = {"period": grid}
    for unit in ("articles", "stories"):
        columns[unit] = _totals(_of_unit(weights, articles, unit), grid).to_numpy()
    return pd.DataFrame(columns)


def left_out(
    mentions: pd.DataFrame,
    articles: pd.DataFrame,
    codebook: Codebook,
    *,
    timeframe: Timeframe = QUARTERS,
    unit: str = "stories",
) -> pd.DataFrame:
    """
    Count the stories (or articles) that `count_by_period` leaves out, by reason.

    Returns one row per (theme, reason), every combination present: theme, reason ("undated",
    "not sure enough", "too wide", "outside"; see `place_articles`), unit, articles (how many of
    the unit are left out for that reason, the same for every theme), mention (how many of those
    mention the theme). Articles with a problem are in neither table: they have no text to count.
    Raises as `count_by_period`.
    """
    placed = place_articles(articles, timeframe)
    names = [theme.name for theme in codebook.themes]
    units = placed[_counted(articles, unit) & placed["reason"].isin(REASONS)]
    hits = _mentioned(mentions, units).groupby(["theme", "reason"]).size()
    rows = pd.MultiIndex.from_product([names, REASONS], names=["theme", "reason"])
    table = hits.reindex(rows, fill_value=0).rename("mention").reset_index()
    sizes = units["reason"].value_counts().reindex(list(REASONS), fill_value=0)
    table = table.assign(unit=unit, articles=table["reason"].map(sizes))
    table = table.astype({"theme": "str", "reason": "str", "unit": "str"})
    table = table.astype({"articles": "int64", "mention": "int64"})
    return table[["theme", "reason", "unit", "articles", "mention"]]


def count_spread(
    articles: pd.DataFrame, timeframe: Timeframe = QUARTERS, *, unit: str = "stories"
) -> int:
    """
    Count the stories (or articles) that may lie in more than one period, and so count in parts.

    The finer the periods, the more they are. Captions say the number. Raises as `count_by_period`.
    """
    weights = _of_unit(weigh_articles(articles, timeframe), articles, unit)
    return int(weights.loc[weights["weight"] < 1, "doc_id"].nunique())


def total_by_theme(series: pd.DataFrame) -> pd.DataFrame:
    """
    Add up a series over its periods: how common each theme is in the whole range.

    Returns one row per theme, in the order of the series: theme, unit, count, total, share, low,
    high, method, as in `count_by_period`. Over all periods of a series the sums are whole numbers,
    as the parts of each story add up to 1; what rounding to 6 decimals has added is taken away.
    It says nothing of when; a theme of one busy month and one of every month can have the same
    share.
    """
    sums = series.groupby("theme", sort=False)[["count", "total"]].sum()
    whole, rounding = sums.round(), series["period"].nunique() * 0.5 * 10**-DECIMALS
    sums = whole.where((sums - whole).abs() <= rounding, sums).reset_index()
    unit = series["unit"].iloc[0] if len(series) else ""
    return _with_shares(sums, unit)


def _of_unit(weights: pd.DataFrame, articles: pd.DataFrame, unit: str) -> pd.DataFrame:
    """The weights of those articles that the unit counts."""
    return weights[weights["doc_id"].isin(articles.loc[_counted(articles, unit), "doc_id"])]


def _totals(weights: pd.DataFrame, grid: pd.DatetimeIndex) -> pd.Series[float]:
    sums = weights.groupby("period")["weight"].sum()
    return sums.reindex(grid, fill_value=0.0).round(DECIMALS)


def _counted(articles: pd.DataFrame, unit: str) -> pd.Series[bool]:
    """Which rows of `articles` the unit counts."""
    if unit not in UNITS:
        raise SettingError(f"unit is {unit!r}; choose one of {', '.join(UNITS)}")
    if unit == "articles":
        return pd.Series(True, index=articles.index)
    return articles["copy_of"] == ""


def _mentioned(mentions: pd.DataFrame, units: pd.DataFrame) -> pd.DataFrame:
    """One row per theme that an article mentions and row of `units`, with the columns of both."""
    pairs = mentions[["doc_id", "theme"]].drop_duplicates()
    return pairs.merge(units, on="doc_id", how="inner")


def _with_shares(table: pd.DataFrame, unit: str) -> pd.DataFrame:
    """The columns of `table` up to its theme, then unit, count, total, share and interval."""
    low, high = wilson(table["count"], table["total"])
    share = table["count"] / table["total"].where(table["total"] > 0)
    return table.drop(columns=["count", "total"]).assign(
        unit=pd.Series(unit, index=table.index, dtype="str"),
        count=table["count"],
        total=table["total"],
        share=share.astype("float64"),
        low=low,
        high=high,
        method=pd.Series("wilson", index=table.index, dtype="str"),
    )
