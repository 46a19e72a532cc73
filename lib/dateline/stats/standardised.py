"""The curve of a theme with its sources held fixed: the same ones throughout, in the same mix.

Nothing is ever made up for a source that is absent: it is left out, and said to be.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike, NDArray

from dateline.stats.clusters import clustered_wilson, design_effect
from dateline.stats.composition import describe_sources, source_coverage
from dateline.stats.dispersion import (
    INDEPENDENT,
    Dispersion,
    Rows,
    Sums,
    make_rows,
    pool,
    sum_periods,
)
from dateline.stats.documents import fill_columns, theme_columns
from dateline.stats.intervals import Contrast, Floats
from dateline.stats.measures import DECIMALS, SHARE_DECIMALS, Measure, find_measure, tidy
from dateline.stats.rates import gamma_bounds, standardised_rate

STANDARD_COLUMNS = {
    "period": "datetime64[us]",
    "theme": "str",
    "sources": "str",  # which: a value of VARIANTS
    "unit": "str",
    "count": "float64",  # of these sources, not standardised
    "total": "float64",
    "share": "float64",  # missing where total is 0, or no source is there throughout
    "low": "float64",  # 95 %, missing likewise
    "high": "float64",
    "method": "str",
}
CRUDE, SAME, FIXED = "all", "same throughout", "same throughout, fixed mix"
VARIANTS = (CRUDE, SAME, FIXED)
BOUNDS = ("share", "low", "high")
# How the interval of each unit is made where nothing is standardised.
METHODS = {
    "stories": "wilson",
    "articles": "wilson",
    "outlets": "wilson",
    "sentences": "wilson, pooled design effect",
    "words": "gamma, pooled dispersion",
}
MOVER, FAY_FEUER = "stratified wilson, MOVER", "gamma, Fay-Feuer"
NONE_THROUGHOUT = "no source is in every period"


def hold_sources(
    documents: pd.DataFrame, *, unit: str = "stories", grid: ArrayLike | None = None
) -> pd.DataFrame:
    """
    Each theme's series three times over: STANDARD_COLUMNS, a row per period, theme and variant.

    "all": all sources, the crude share. "same throughout": only sources that have documents in
    every non-empty period. "same throughout, fixed mix": the same sources, each counted as if it
    made up the same part of every period, namely its part of the documents of all periods
    (`describe_sources`). If the last two differ, the mix of these sources moves the theme; if the
    first two do, sources that come and go.

    Arguments as in `source_coverage`; `unit` is that of the documents. The fixed mix has the
    interval of a sum of independent shares, put together from one Wilson interval a source (Zou
    and Donner 2008, Stat. Med. 27, 1693-1702), or for words that of Fay and Feuer (1997). Doubt
    about dates is in no interval here (it is in those of `count_by_period`). Sources hold what
    differs between sources only; a newsroom that changes what it prints is a change. Raises as
    `source_coverage`, and for an unknown unit.
    """
    find_measure(unit)
    table = fill_columns(documents, ["source", "period"])
    coverage = source_coverage(table, grid=grid)
    sources = describe_sources(coverage)
    index = pd.Index(coverage["period"].unique())
    same = sources[sources["throughout"]]
    kept = table[table["source"].isin(same["source"])]
    parts = [_plain(table, index, unit), _plain(kept, index, unit)]
    if same.empty:
        parts[1] = parts[1].assign(method=NONE_THROUGHOUT)
        parts.append(parts[1])
    else:
        parts.append(_fixed(kept, index, unit, mix=same.set_index("source")["part"]))
    named = [part.assign(sources=name) for part, name in zip(parts, VARIANTS, strict=True)]
    return pd.concat(named, ignore_index=True)[list(STANDARD_COLUMNS)].astype(STANDARD_COLUMNS)


def mean_distance(held: pd.DataFrame, labels: Mapping[str, str]) -> pd.Series[float]:
    """
    How far the share of all sources is from that of the fixed mix, on the mean of all periods.

    A period counts by its stories, so that one of few does not choose the theme. On the scale of
    the shares; 0 where there is no mix to compare with; no theme where `held` has no period.
    """
    if held.empty:
        return pd.Series(dtype="float64")
    wide = held.pivot(index=["theme", "period"], columns="sources", values=["share", "total"])
    weight = wide[("total", CRUDE)]
    apart = (wide[("share", CRUDE)] - wide[("share", FIXED)]).abs().fillna(0.0) * weight
    sums = apart.groupby(level="theme").sum() / weight.groupby(level="theme").sum()
    return sums.reindex([name for name in labels if name in sums.index]).fillna(0.0)


def standardised_share(
    count: ArrayLike,
    total: ArrayLike,
    shares: ArrayLike,
    *,
    effect: Dispersion = INDEPENDENT,
    level: float = 0.95,
) -> Contrast:
    """
    The share that a fixed mix of sources would have: the sum of mix x share, with its interval.

    Sources lie along the last axis of `count` and `total` (so periods may lie along the first);
    `shares` is the fixed mix and should add up to 1. NaN where a source with a share has no total.
    `effect` is the design effect of hits that are not independent.

    Each bound is as far from the estimate as the root of the sum of squares of mix x distance to
    the source's own Wilson bound: Zou and Donner (2008), Stat. Med. 27, 1693-1702; with one source
    it is Wilson's. Raises as `wilson`.
    """
    x, n = np.broadcast_arrays(np.asarray(count, dtype=float), np.asarray(total, dtype=float))
    mix = np.broadcast_to(np.asarray(shares, dtype=float), x.shape)
    used = np.where(mix > 0, n, 1.0)
    low, high = clustered_wilson(np.where(mix > 0, x, 0.0), used, effect=effect, level=level)
    share = np.where(mix > 0, x, 0.0) / np.where(used > 0, used, np.nan)
    estimate = (mix * share).sum(axis=-1)
    down = np.sqrt(((mix * (share - low)) ** 2).sum(axis=-1))
    up = np.sqrt(((mix * (high - share)) ** 2).sum(axis=-1))
    return Contrast(estimate, estimate - down, estimate + up)


def _plain(table: pd.DataFrame, index: pd.Index, unit: str) -> pd.DataFrame:
    """Count, total, share and interval of the sources in the table, by period and theme."""
    codes, measure = index.get_indexer(pd.Index(table["period"])), find_measure(unit)
    parts = []
    for theme in theme_columns(table):
        rows = _rows(table, theme, codes)
        sums = sum_periods(rows, len(index))
        effect = _learn(rows, sums, unit)
        hits, size = tidy(sums.hits), tidy(sums.size)
        if measure.is_share:
            low, high = clustered_wilson(np.minimum(hits, size), size, effect=effect)
        else:
            low, high = gamma_bounds(hits, size, dispersion=effect)
        share = hits / np.where(size > 0, size, np.nan)
        found = Contrast(share, low, high)
        parts.append(_columns(found, hits, size, measure=measure, method=METHODS[unit]))
    return _interleave(parts, index, theme_columns(table))


def _fixed(
    table: pd.DataFrame, index: pd.Index, unit: str, *, mix: pd.Series[float]
) -> pd.DataFrame:
    """The same, as if each source made up its part of `mix` in every period."""
    measure, themes, shape = find_measure(unit), theme_columns(table), (len(index), len(mix))
    period = index.get_indexer(pd.Index(table["period"]))
    codes = period * len(mix) + mix.index.get_indexer(pd.Index(table["source"]))
    parts = []
    for theme in themes:
        rows = _rows(table, theme, codes)
        sums = sum_periods(rows, shape[0] * shape[1])
        effect = _learn(rows, sums, unit)
        hits, size = (tidy(part).reshape(shape) for part in (sums.hits, sums.size))
        if measure.is_share:
            found = standardised_share(np.minimum(hits, size), size, mix, effect=effect)
        else:
            found = standardised_rate(hits, size, mix, dispersion=effect)
        method = MOVER if measure.is_share else FAY_FEUER
        count, total = hits.sum(axis=1), size.sum(axis=1)
        parts.append(_columns(found, count, total, measure=measure, method=method))
    return _interleave(parts, index, themes)


def _rows(table: pd.DataFrame, theme: str, codes: NDArray[np.intp]) -> Rows:
    return make_rows(codes, table["size"], table[theme], weights=table["weight"])


def _learn(rows: Rows, sums: Sums, unit: str) -> Dispersion:
    """How many times the variance is that of independent hits."""
    if unit == "sentences":
        return design_effect(rows, sums)
    return pool(rows, sums, sums.hits) if unit == "words" else INDEPENDENT


def _columns(
    found: Contrast, count: Floats, total: Floats, *, measure: Measure, method: str
) -> pd.DataFrame:
    values = {name: measure.per * part for name, part in zip(BOUNDS, found, strict=True)}
    values["share"] = values["share"].round(SHARE_DECIMALS)
    counts = {"count": count.round(DECIMALS), "total": total.round(DECIMALS)}
    return pd.DataFrame({**counts, **values, "unit": measure.unit, "method": method})


def _interleave(parts: list[pd.DataFrame], index: pd.Index, themes: list[str]) -> pd.DataFrame:
    """One table of the tables of the themes, ordered by period, then theme."""
    named = [
        part.assign(period=index, theme=name) for name, part in zip(themes, parts, strict=True)
    ]
    return pd.concat(named).sort_index(kind="stable").reset_index(drop=True)
