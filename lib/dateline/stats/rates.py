"""Hits per 10,000 words: rates with intervals, their ratio, and rates with the sources held fixed.

A rate is a ratio of sums (all hits over all words), never a mean of the rates of articles, in
which short texts would count as much as long ones.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike

from dateline.errors import SettingError
from dateline.stats.dispersion import (
    INDEPENDENT,
    Dispersion,
    make_rows,
    number_periods,
    pool,
    sum_periods,
)
from dateline.stats.intervals import (
    Contrast,
    Counted,
    Floats,
    check_level,
    clopper_pearson,
    jeffreys,
)

Bounds = tuple[Floats, Floats]

PER_WORDS = 10_000

RATE_COLUMNS = [
    "period",
    "articles",  # sum of weights
    "hits",
    "words",
    "rate",  # hits per 10,000 words; missing where there are no words
    "low",  # 95 %; missing where there are no words or the doubt cannot be judged
    "high",
    "factor",  # dispersion pooled over the periods, 1 or more; the same in every row
    "df",  # degrees of freedom that it was learned from
    "method",
    "note",  # why an interval is missing, else blank
]
METHOD = "gamma, pooled dispersion"
ONE_EACH = "one article in each period: no interval"


def garwood(
    count: ArrayLike, exposure: ArrayLike = 1.0, *, level: float = 0.95
) -> tuple[Floats, Floats]:
    """
    Return the exact Poisson bounds of the rate count / exposure.

    Numbers or arrays of one shape; the bounds are in hits for each unit of exposure, NaN where
    exposure is 0. Garwood (1936), Biometrika 28, 437-442, by way of gamma quantiles.

    It is far too narrow for words of news, which come in clusters: use `pooled_rates`. Raises
    SettingError for a negative number or an impossible level.

    >>> low, high = garwood(10)
    >>> round(float(low), 4), round(float(high), 4)
    (4.7954, 18.3904)
    """
    return gamma_bounds(count, exposure, level=level)


def gamma_bounds(
    hits: ArrayLike,
    words: ArrayLike,
    *,
    dispersion: Dispersion = INDEPENDENT,
    level: float = 0.95,
) -> tuple[Floats, Floats]:
    """
    Return the bounds of the rate hits / words where hits are dispersed: Garwood's on a scale.

    Numbers or arrays of one shape; bounds in hits for each word, NaN where there are no words, or
    everywhere if the dispersion was learned from nothing. With q the spread of the dispersion,
    the bounds are q times Garwood's of hits / q.

    It is wrong where the theme's articles are dispersed much more in one period than in others,
    as the factor is pooled. Raises as `garwood`.
    """
    from scipy.special import gammaincinv

    x, w = _checked(hits, words, level)
    spread, tail = dispersion.spread(level), (1 - level) / 2
    if np.isnan(spread):
        return np.full(x.shape, np.nan), np.full(x.shape, np.nan)
    known = np.where(w > 0, w, np.nan)
    low = spread * np.where(x > 0, gammaincinv(np.where(x > 0, x, 1) / spread, tail), 0.0)
    return low / known, spread * gammaincinv(x / spread + 1, 1 - tail) / known


def pooled_rates(
    periods: ArrayLike,
    words: ArrayLike,
    hits: ArrayLike,
    *,
    weights: ArrayLike | None = None,
    grid: ArrayLike | None = None,
) -> pd.DataFrame:
    """
    Hits per 10,000 words of each period, with intervals that allow for clusters of hits.

    One number an article in each of the first three arrays, all of one theme, and in `weights` the
    part of the article that belongs to the period (all of it by default; an article that may lie
    in two periods has two entries). `grid` lists all periods, in order, so that those without
    articles have a row; by default those that occur. Returns one row per period, RATE_COLUMNS.

    The dispersion of all periods is pooled: with 3 to 30 articles in each these intervals cover
    96 to 98 %, and those of words as independent 58 to 73 % (`bench/coverage.py`). Wrong where
    articles copy each other, and too narrow for a period far more uneven than the others.
    Raises SettingError for arrays of different lengths, negative numbers or a period not in grid.
    """
    codes, index = number_periods(periods, grid)
    rows = make_rows(codes, words, hits, weights=weights)
    sums = sum_periods(rows, len(index))
    dispersion = pool(rows, sums, sums.hits)
    low, high = gamma_bounds(sums.hits, sums.size, dispersion=dispersion)
    columns = {
        "period": index,
        "articles": sums.units,
        "hits": sums.hits,
        "words": sums.size,
        "rate": PER_WORDS * sums.hits / np.where(sums.size > 0, sums.size, np.nan),
        "low": PER_WORDS * low,
        "high": PER_WORDS * high,
        "factor": dispersion.factor,
        "df": dispersion.df,
        "method": np.full(len(index), METHOD),
        "note": np.full(len(index), "" if dispersion.df else ONE_EACH),
    }
    return pd.DataFrame(columns)[RATE_COLUMNS]


def rate_ratio(
    a: Counted, b: Counted, *, dispersion: Dispersion = INDEPENDENT, level: float = 0.95
) -> tuple[Contrast, np.ndarray]:
    """
    The rate of `a` divided by the rate of `b`, and whether a zero had to be filled.

    `a` and `b` are (hits, words), numbers or arrays of one shape. Where just one of the two has
    no hits, half a hit is added to both and the second result is True: such a ratio only says
    which is larger. All three of the contrast are NaN where neither has hits or one has no words.

    On the log scale, with standard error sqrt(factor (1 / hits + 1 / hits)) and the t point of the
    dispersion's degrees of freedom. Below some ten hits the log is far from normal and the
    interval too wide: `conditional_rate_ratio` is then better. Raises as `garwood`.
    """
    x, w = _checked(*a, level)
    y, v = _checked(*b, level)
    filled = (x == 0) ^ (y == 0)
    known = ((x > 0) | (y > 0)) & (w > 0) & (v > 0)
    x, y = (np.where(known, hits + 0.5 * filled, np.nan) for hits in (x, y))
    ratio = (x / np.where(known, w, np.nan)) / (y / np.where(known, v, np.nan))
    error = np.sqrt(dispersion.factor * (1 / x + 1 / y))
    reach = np.exp(dispersion.t_point(level) * error)
    return Contrast(ratio, ratio / reach, ratio * reach), filled & known


def conditional_rate_ratio(
    a: Counted, b: Counted, *, dispersion: Dispersion = INDEPENDENT, level: float = 0.95
) -> Contrast:
    """
    The rate of `a` divided by the rate of `b`, with an interval that few hits do not blow up.

    Arguments as in `rate_ratio`; nothing is filled, so the estimate may be 0 or infinite, and is
    NaN where neither has hits or one has no words. All is NaN if the dispersion was learned from
    nothing.

    Given the hits of both, those of `a` are binomial: it is the Jeffreys interval of their share,
    each number of hits divided by the spread of the dispersion, carried over to the ratio. With 3
    to 10 articles a period it covers 95 to 97 % where `rate_ratio` covers more than 98
    (`bench/coverage.py`). Wrong where the two are dispersed very differently.
    """
    return _given_both(a, b, jeffreys, spread=dispersion.spread(level), level=level)


def exact_rate_ratio(a: Counted, b: Counted, *, level: float = 0.95) -> Contrast:
    """
    The rate of `a` divided by the rate of `b`, with the exact interval of independent hits.

    Arguments as in `rate_ratio`. The estimate or the upper bound may be infinite; all are NaN
    where neither has hits, or one has no words.

    Given the hits of both, those of `a` are binomial; its Clopper-Pearson interval is carried over
    (as `poisson.test` of R does). For counts of articles; for words it is far too narrow.
    """
    return _given_both(a, b, clopper_pearson, spread=1.0, level=level)


def standardised_rate(
    hits: ArrayLike,
    words: ArrayLike,
    shares: ArrayLike,
    *,
    dispersion: Dispersion = INDEPENDENT,
    level: float = 0.95,
) -> Contrast:
    """
    The rate that a fixed mix of sources would have: sum of share x rate, with Fay-Feuer bounds.

    Sources lie along the last axis of `hits` and `words` (so periods may lie along the first);
    `shares` is the fixed mix, which need not add up to 1. Rate and bounds are in hits for each
    word, NaN where a source with a share has no words: leave it out of all periods, or the period
    out, since nothing is known of what it would have written.

    Fay and Feuer (1997), Stat. Med. 16, 791-801, for independent hits. Dispersed hits are taken
    as independent groups, each of as many hits as the spread of the dispersion; with one source
    the bounds are those of `gamma_bounds`. Too wide where one small source has a large share.
    Raises as `garwood`.
    """
    from scipy.special import gammaincinv

    x, w = _checked(hits, words, level)
    mix = np.broadcast_to(np.asarray(shares, dtype=float), x.shape)
    with np.errstate(divide="ignore", invalid="ignore"):
        each = np.where(mix > 0, mix / np.where(w > 0, w, np.nan), 0.0)
        rate = (each * x).sum(axis=-1)
        spread = dispersion.spread(level)
        variance, most = spread * (each**2 * x).sum(axis=-1), spread * each.max(axis=-1)
        low = variance / rate * gammaincinv(rate**2 / variance, (1 - level) / 2)
        rate_up, variance_up = rate + most, variance + most**2
        high = variance_up / rate_up * gammaincinv(rate_up**2 / variance_up, (1 + level) / 2)
    return Contrast(rate, np.where(rate == 0, 0.0, low), high)


def _given_both(
    a: Counted, b: Counted, interval: Callable[..., Bounds], *, spread: float, level: float
) -> Contrast:
    """The ratio of two rates by an interval for the share of `a` in the hits of both."""
    x, w = _checked(*a, level)
    y, v = _checked(*b, level)
    known = ((x > 0) | (y > 0)) & (w > 0) & (v > 0)
    scale = np.where(known, v, np.nan) / np.where(known, w, np.nan)
    if np.isnan(spread):
        scale, spread = np.full_like(scale, np.nan), 1.0
    low, high = interval(x / spread, (x + y) / spread, level=level)
    with np.errstate(divide="ignore", invalid="ignore"):
        return Contrast(scale * (x / y), scale * (low / (1 - low)), scale * (high / (1 - high)))


def _checked(count: ArrayLike, exposure: ArrayLike, level: float) -> tuple[Floats, Floats]:
    x, w = np.broadcast_arrays(np.asarray(count, dtype=float), np.asarray(exposure, dtype=float))
    check_level(level)
    if not (np.all(x >= 0) and np.all(w >= 0)):
        raise SettingError("a number of hits or words is negative or missing; count them first")
    return x, w
