"""Mentions to counts over time: every period, every theme, always with the total beside it.

Zero is not unknown: a period with articles and no mention has count 0 and share 0;
a period without articles has total 0 and no share. An article whose date is an interval is
divided among the periods that it touches, so counts and totals need not be whole.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from dateline.articles.counted import of_unit
from dateline.articles.placing import REASONS, calendar_of, place_articles, weigh_articles
from dateline.articles.timeframe import QUARTERS, Timeframe
from dateline.stats.intervals import Floats
from dateline.stats.measures import DECIMALS, SHARE_DECIMALS, find_measure
from dateline.stats.tally import count_items, part_items, sum_parts
from dateline.stats.unit_intervals import unit_intervals

if TYPE_CHECKING:
    from dateline.themes.codebook import Codebook

SERIES_COLUMNS = {
    "period": "datetime64[us]",  # first day
    "theme": "str",
    "unit": "str",
    "count": "float64",  # stories, articles or outlets that mention it; sentences; mentions
    "total": "float64",  # of the period, the same for all themes
    "share": "float64",  # count / total, 0..1; of words 10,000 times that; missing if total is 0
    "low": "float64",  # 95 % interval, in the scale of the share; missing where not known
    "high": "float64",
    "method": "str",  # of the interval
}


def count_by_period(
    mentions: pd.DataFrame,
    articles: pd.DataFrame,
    codebook: Codebook,
    *,
    timeframe: Timeframe = QUARTERS,
    unit: str = "stories",
    sizes: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """
    Count in each period what mentions each theme, out of all that there is of the unit.

    `unit` is one of `measures.MEASURES`, which say what each asks. "stories": a story counts once
    for a theme, however often it mentions it, and its mentions are those of the representative.
    "articles": every copy counts by its own text. "outlets": one article of each source and
    story. "sentences" of stories that hold a mention; "words": mentions in 10,000 words of
    stories; `sizes` (doc_id, sentences, words: `article_sizes`, `measure_articles`) saves reading
    the texts for these two. What has an interval for a date counts in parts, as `weigh_articles`
    says; over all periods it counts once. Mentions of articles or themes that are not in the
    other two arguments are not counted, so filtering a table counts a part.

    Returns SERIES_COLUMNS, one row per (period, theme), periods in order, themes in codebook
    order, every combination present from `since` (or the first counted article) to `until` (or
    the last). Counts and totals are sums of weights, rounded to 6 decimals; shares are made before
    that and rounded to 9. The totals of all periods add up to what is counted. Intervals are those
    of `unit_intervals`, with 50 date draws if any date is in doubt. No rows if no article counts;
    `left_out` says why.

    It misleads where copies are many and unit is "articles": one agency text printed ten times
    looks like ten decisions to write. Raises SettingError for an unknown unit, for a timeframe
    whose period is still "auto", and for sizes that lack an article.
    """
    measure = find_measure(unit)
    weights = weigh_articles(articles, timeframe)
    grid = calendar_of(weights, timeframe)
    names = [theme.name for theme in codebook.themes]
    items = count_items(mentions, articles, names, unit=unit, sizes=sizes)
    parts = part_items(items, weights, grid)
    count, total = sum_parts(items, parts, len(grid))
    bounds = unit_intervals(items, parts, grid, unit=unit)
    rows = pd.MultiIndex.from_product([grid, names], names=["period", "theme"])
    table = rows.to_frame(index=False).assign(
        unit=unit,
        count=count.ravel(),
        total=np.repeat(total, len(names)),
        share=share_of(count, total[:, None], measure.per).ravel(),
        low=bounds.low.ravel(),
        high=bounds.high.ravel(),
        method=bounds.methods * len(grid),
    )
    return table.round({"count": DECIMALS, "total": DECIMALS}).astype(SERIES_COLUMNS)


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
        sums = of_unit(weights, articles, unit).groupby("period")["weight"].sum()
        columns[unit] = sums.reindex(grid, fill_value=0.0).round(DECIMALS).to_numpy()
    return pd.DataFrame(columns)


def left_out(
    mentions: pd.DataFrame,
    articles: pd.DataFrame,
    codebook: Codebook,
    *,
    timeframe: Timeframe = QUARTERS,
    unit: str = "stories",
    sizes: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """
    Count what `count_by_period` leaves out, by reason.

    Returns one row per (theme, reason), every combination present: theme, reason ("undated",
    "not sure enough", "too wide", "outside"; see `place_articles`), unit, articles (how many of
    the unit are left out for that reason, the same for every theme), mention (how many of those
    mention the theme; of words, how many mentions). With the totals of the series they add up to
    all there is of the unit. Articles with a problem are in neither table: they have no text to
    count. Arguments and errors as in `count_by_period`.
    """
    names = [theme.name for theme in codebook.themes]
    items = count_items(mentions, articles, names, unit=unit, sizes=sizes)
    reasons = place_articles(items.articles, timeframe)["reason"].to_numpy()
    columns = []
    for reason in REASONS:
        out = reasons == reason
        mine = out[items.hits.item]
        mention = np.bincount(items.hits.theme[mine], items.hits.value[mine], len(names))
        columns.append((mention, np.full(len(names), items.size[out].sum())))
    rows = pd.MultiIndex.from_product([names, REASONS], names=["theme", "reason"])
    mention, number = (np.stack(part, axis=1).ravel() for part in zip(*columns, strict=True))
    table = rows.to_frame(index=False).assign(unit=unit, articles=number, mention=mention)
    types = dict.fromkeys(("theme", "reason", "unit"), "str")
    return table.astype(types | {"articles": "int64", "mention": "int64"})


def count_spread(
    articles: pd.DataFrame, timeframe: Timeframe = QUARTERS, *, unit: str = "stories"
) -> int:
    """
    Count what may lie in more than one period, and so counts in parts.

    That is stories, articles or outlets; for "sentences" and "words" the stories that hold them.
    The finer the periods, the more they are. Captions say the number. Raises as `count_by_period`.
    """
    weights = of_unit(weigh_articles(articles, timeframe), articles, unit)
    return int(weights.loc[weights["weight"] < 1, "doc_id"].nunique())


def share_of(count: Floats, total: Floats, per: int) -> Floats:
    """The share, missing where total is 0; equal ones are equal to the last digit."""
    return np.round(per * count / np.where(total > 0, total, np.nan), SHARE_DECIMALS)
