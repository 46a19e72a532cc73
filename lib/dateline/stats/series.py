"""Mentions to counts over time: every period, every theme, always with the total beside it.

Zero is not unknown: a period with articles and no mention has count 0 and share 0;
a period without articles has total 0 and no share.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from dateline.articles.periods import (
    REASONS,
    period_starts,
    place_articles,
    read_range,
)
from dateline.errors import SettingError
from dateline.stats.intervals import wilson

if TYPE_CHECKING:
    from dateline.themes.codebook import Codebook

# "stories": distinct texts, one for each group of copies. "articles": every copy.
UNITS = ("stories", "articles")


def count_by_period(
    mentions: pd.DataFrame,
    articles: pd.DataFrame,
    codebook: Codebook,
    *,
    period: str = "quarter",
    unit: str = "stories",
    since: str = "",
    until: str = "",
) -> pd.DataFrame:
    """
    Count the stories (or articles) that mention each theme in each period.

    A story counts once for a theme, however often it mentions it, and its mentions are those of
    the representative; with unit "articles" every copy counts by its own text.
    Mentions of articles or themes that are not in the other two arguments are not counted, so
    filtering a table counts a part.

    Returns one row per (period, theme), periods in order, themes in codebook order, every
    combination present from `since` (or the first placed article) to `until` (or the last):
    period (first day), theme, unit, count (that mention it), total (placed in the period),
    share (0..1, missing where total is 0), low, high (95 % Wilson, likewise), method "wilson".
    No rows if no article can be placed; `left_out` says why.

    It misleads where copies are many and unit is "articles": one agency text printed ten times
    looks like ten decisions to write, and the interval is too narrow.
    Raises SettingError for an unknown period or unit, a bad day, or since after until.
    """
    placed = place_articles(articles, period=period, since=since, until=until)
    grid = _calendar(placed, period=period, since=since, until=until)
    names = [theme.name for theme in codebook.themes]
    units = placed[_counted(articles, unit) & (placed["reason"] == "")]
    hits = _mentioned(mentions, units).groupby(["period", "theme"]).size()
    rows = pd.MultiIndex.from_product([grid, names], names=["period", "theme"])
    table = hits.reindex(rows, fill_value=0).rename("count").reset_index()
    totals = units["period"].value_counts().reindex(grid, fill_value=0)
    table["total"] = table["period"].map(totals).astype("int64")
    return _with_shares(table.astype({"count": "int64", "theme": "str"}), unit)


def volume_by_period(
    articles: pd.DataFrame, *, period: str = "quarter", since: str = "", until: str = ""
) -> pd.DataFrame:
    """
    Count the articles and the distinct stories of each period.

    Returns one row per period, on the same calendar as `count_by_period`: period (first day),
    articles (every copy), stories (representatives only). Copies can lie in a later period than
    their story, so a period may have articles and no story. Raises as `count_by_period`.
    """
    placed = place_articles(articles, period=period, since=since, until=until)
    grid = _calendar(placed, period=period, since=since, until=until)
    columns: dict[str, object] = {"period": grid}
    for unit in ("articles", "stories"):
        units = placed.loc[_counted(articles, unit), "period"]
        columns[unit] = units.value_counts().reindex(grid, fill_value=0).to_numpy(dtype="int64")
    return pd.DataFrame(columns)


def left_out(
    mentions: pd.DataFrame,
    articles: pd.DataFrame,
    codebook: Codebook,
    *,
    period: str = "quarter",
    unit: str = "stories",
    since: str = "",
    until: str = "",
) -> pd.DataFrame:
    """
    Count the stories (or articles) that `count_by_period` could not place, by reason.

    Returns one row per (theme, reason), every combination present: theme, reason ("undated",
    "too wide", "outside"), unit, articles (how many of the unit are left out for that reason, the
    same for every theme), mention (how many of those mention the theme). Articles with a problem
    are in neither table: they have no text to count. Raises as `count_by_period`.
    """
    placed = place_articles(articles, period=period, since=since, until=until)
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


def total_by_theme(series: pd.DataFrame) -> pd.DataFrame:
    """
    Add up a series over its periods: how common each theme is in the whole range.

    Returns one row per theme, in the order of the series: theme, unit, count, total, share, low,
    high, method, as in `count_by_period`. It says nothing of when; a theme of one busy month and
    one of every month can have the same share.
    """
    sums = series.groupby("theme", sort=False)[["count", "total"]].sum().reset_index()
    unit = series["unit"].iloc[0] if len(series) else ""
    return _with_shares(sums, unit)


def _calendar(placed: pd.DataFrame, *, period: str, since: str, until: str) -> pd.DatetimeIndex:
    """Every period of the range, from all placed articles, so that all tables share one axis."""
    found = placed["period"].dropna()
    if found.empty:
        return pd.DatetimeIndex(found)
    first, last = read_range(since, until)
    return period_starts(first or found.min(), last or found.max(), period)


def _counted(articles: pd.DataFrame, unit: str) -> pd.Series[bool]:
    """Which rows of `articles` the unit counts."""
    if unit not in UNITS:
        raise SettingError(f"unit is {unit!r}; choose one of {', '.join(UNITS)}")
    if unit == "articles":
        return pd.Series(True, index=articles.index)
    return articles["copy_of"] == ""


def _mentioned(mentions: pd.DataFrame, units: pd.DataFrame) -> pd.DataFrame:
    """One row per (article, theme) that occurs, with the placement of the article."""
    pairs = mentions[["doc_id", "theme"]].drop_duplicates()
    return pairs.merge(units, on="doc_id", how="inner", validate="many_to_one")


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
