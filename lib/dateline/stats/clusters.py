"""Intervals for shares whose units come in clusters: sentences in articles, articles in sources.

Ten sentences of one article, or of one newsroom's articles, tell less than ten of ten. How much
less is learned from all periods together (the design effect), and the Wilson interval is made as
if there were that many fewer.
"""

from __future__ import annotations

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike

from dateline.stats.dispersion import (
    INDEPENDENT,
    Dispersion,
    Rows,
    Sums,
    make_rows,
    number_periods,
    pool,
    sum_periods,
)
from dateline.stats.intervals import Floats, wilson

# With fewer, how sources differ cannot be learned.
SOURCES = 5

SHARE_COLUMNS = [
    "period",
    "count",  # hits, by weight
    "total",  # sentences or articles, by weight
    "share",  # missing where total is 0
    "low",  # 95 %; missing where total is 0 or the doubt cannot be judged
    "high",
    "clusters",  # articles (by weight), or sources, that the period's units come from
    "factor",  # design effect pooled over the periods, 1 or more; the same in every row
    "df",  # degrees of freedom that it was learned from; infinite if nothing was learned
    "method",
    "note",  # why there is no interval or a simpler one, else blank
]
BY_ARTICLE = "wilson, pooled design effect"
BY_SOURCE = "wilson, sources as clusters"
PLAIN = "wilson"
NO_PAIR = "no period has two clusters: no interval"
FEW_SOURCES = f"fewer than {SOURCES} sources: articles taken as independent"
NO_SOURCE_PAIR = "no period has two sources: articles taken as independent"


def sentence_shares(
    periods: ArrayLike,
    sentences: ArrayLike,
    hits: ArrayLike,
    *,
    weights: ArrayLike | None = None,
    grid: ArrayLike | None = None,
) -> pd.DataFrame:
    """
    The share of sentences that mention a theme in each period, with articles as clusters.

    One number an article in each of the first three arrays: its period, its sentences, and how
    many of them mention the theme. `weights` and `grid` as in `pooled_rates`. Returns one row per
    period, SHARE_COLUMNS.

    The variance of a period is that of a ratio of sums over articles; all periods together give
    one design effect (Kish 1965, Survey Sampling). Wilson without it covers about half of the time
    at nominal 95 % (`bench/coverage.py`). Wrong where articles copy each other. Raises
    SettingError for arrays of different lengths, negative numbers, or more hits than sentences.
    """
    codes, index = number_periods(periods, grid)
    rows = make_rows(codes, sentences, hits, weights=weights)
    sums = sum_periods(rows, len(index))
    effect = design_effect(rows, sums)
    note = "" if effect.df else NO_PAIR
    return _shares(index, sums, effect, method=BY_ARTICLE, note=note)


def source_shares(
    periods: ArrayLike,
    sources: ArrayLike,
    hits: ArrayLike,
    *,
    weights: ArrayLike | None = None,
    grid: ArrayLike | None = None,
) -> pd.DataFrame:
    """
    The share of articles that mention a theme in each period, with sources as clusters.

    One entry an article in each of the first three arrays: its period, its source, and whether
    (1 or 0) it mentions the theme. `weights` and `grid` as in `pooled_rates`. Returns one row per
    period, SHARE_COLUMNS. With fewer than 5 sources, or no period of two, the interval is the
    plain Wilson one, and `note` says so.

    The interval asks how different the share could be with other newsrooms of the same kind; a
    plain Wilson interval asks it of other articles of the same newsrooms. Too wide for comparing
    periods with the same sources in each. Raises as `sentence_shares`.
    """
    codes, index = number_periods(periods, grid)
    hits = np.asarray(hits, dtype=float)
    articles = make_rows(codes, np.ones(len(codes)), hits, weights=weights)
    rows = _by_source(articles, sources)
    sums = sum_periods(rows, len(index))
    effect, method = design_effect(rows, sums), BY_SOURCE
    note = "" if effect.df else NO_SOURCE_PAIR
    if len(pd.unique(np.asarray(sources))) < SOURCES:
        note = FEW_SOURCES
    if note:
        effect, method = INDEPENDENT, PLAIN
    return _shares(index, sums, effect, method=method, note=note)


def design_effect(rows: Rows, sums: Sums) -> Dispersion:
    """The variance of the share over that of independent units, pooled; at least 1."""
    share = np.divide(sums.hits, sums.size, out=np.zeros_like(sums.hits), where=sums.size > 0)
    return pool(rows, sums, share * (1 - share) * sums.size)


def clustered_wilson(
    count: ArrayLike, total: ArrayLike, *, effect: Dispersion, level: float = 0.95
) -> tuple[Floats, Floats]:
    """
    Return the Wilson bounds of count / total as if there were fewer units by the design effect.

    Numbers or arrays of one shape; NaN where total is 0, or everywhere if the effect was learned
    from nothing. Raises as `wilson`.
    """
    spread = effect.spread(level)
    low, high = wilson(count, total, level=level)
    if np.isnan(spread):
        return low * np.nan, high * np.nan
    return wilson(np.asarray(count) / spread, np.asarray(total) / spread, level=level)


def _by_source(articles: Rows, sources: ArrayLike) -> Rows:
    """One row for each source of each period, with the sums of its articles."""
    names = pd.factorize(np.asarray(sources), use_na_sentinel=False)[0]
    pairs = articles.period * (names.max(initial=0) + 1) + names
    _, first, cluster = np.unique(pairs, return_index=True, return_inverse=True)
    parts = (articles.weight, articles.weight * articles.hits)
    size, hits = (np.bincount(cluster, part, len(first)).astype(float) for part in parts)
    return Rows(articles.period[first], size, hits, np.ones(len(first)))


def _shares(
    periods: pd.Index, sums: Sums, effect: Dispersion, *, method: str, note: str
) -> pd.DataFrame:
    low, high = clustered_wilson(sums.hits, sums.size, effect=effect)
    columns = {
        "period": periods,
        "count": sums.hits,
        "total": sums.size,
        "share": sums.hits / np.where(sums.size > 0, sums.size, np.nan),
        "low": low,
        "high": high,
        "clusters": sums.units,
        "factor": effect.factor,
        "df": effect.df,
        "method": np.full(len(periods), method),
        "note": np.full(len(periods), note),
    }
    return pd.DataFrame(columns)[SHARE_COLUMNS]
