"""How much more counts vary between articles than independent words or sentences would.

News clusters: one article says "tariff" thirty times, the next never. The factor is learned from
all periods together, because one period of a small corpus is too little to learn it from.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike, NDArray

from dateline.errors import SettingError
from dateline.stats.intervals import Floats, normal_point

# Parts of articles that add up to two can come out a hair below.
_TWO = 2 - 1e-9


@dataclass(frozen=True)
class Dispersion:
    """
    `factor`: variance of the counts over the variance that independent hits would have, 1 or more.

    `df`: degrees of freedom that it was learned from; 0 if no period has two articles, and then
    nothing can be said about doubt and every interval made with it is missing.
    """

    factor: float
    df: float

    def spread(self, level: float = 0.95) -> float:
        """The factor, widened by (t / z)^2 for what is not known of it; NaN where df is 0."""
        return self.factor * (self.t_point(level) / normal_point(level)) ** 2

    def t_point(self, level: float = 0.95) -> float:
        """The point of the t distribution that `level` of it lies within; NaN where df is 0."""
        from scipy.special import stdtrit

        if np.isinf(self.df):
            return normal_point(level)
        return float(stdtrit(self.df, (1 + level) / 2)) if self.df > 0 else float("nan")


# Hits that are known to be independent of each other: nothing is learned, nothing widened.
INDEPENDENT = Dispersion(1.0, float("inf"))


class Rows(NamedTuple):
    """Articles, or other units that are independent of each other: arrays of one length."""

    period: NDArray[np.intp]  # number of the period, from 0
    size: Floats  # words, sentences or whatever could have been a hit
    hits: Floats
    weight: Floats  # the part of the article that belongs to the period, 0..1


class Sums(NamedTuple):
    """The sums of each period: arrays of one length, in the order of the periods."""

    units: Floats  # rows
    size: Floats
    hits: Floats


def number_periods(periods: ArrayLike, grid: ArrayLike | None) -> tuple[NDArray[np.intp], pd.Index]:
    """
    Each period as its place in the grid, and the grid; without one, all periods that occur.

    Raises SettingError for a period that is not in the grid.
    """
    given: np.ndarray = np.asarray(periods)
    known: np.ndarray = np.unique(given) if grid is None else np.asarray(grid)
    index = pd.Index(known)
    codes = index.get_indexer(pd.Index(given))
    if (codes < 0).any():
        missing = given[codes < 0][0]
        raise SettingError(f"period {missing} is not in the grid; give a grid of all periods")
    return codes, index


def make_rows(
    codes: NDArray[np.intp], size: ArrayLike, hits: ArrayLike, *, weights: ArrayLike | None
) -> Rows:
    """Arrays of one length from what was given; raises SettingError if they cannot be counts."""
    given = [size, hits, np.ones(len(codes)) if weights is None else weights]
    parts = [np.asarray(values, dtype=float) for values in given]
    if any(part.shape != codes.shape for part in parts):
        raise SettingError("the arrays differ in length; give one number of each for every article")
    if not all(np.all(part >= 0) for part in parts):
        raise SettingError("a number of an article is negative or missing; count it first")
    return Rows(codes, *parts)


def sum_periods(rows: Rows, n_periods: int) -> Sums:
    """Add up the rows of each period, by their weights."""
    added = (rows.weight, rows.weight * rows.size, rows.weight * rows.hits)
    # Of no rows, the sums are whole numbers.
    return Sums(*(np.bincount(rows.period, part, n_periods).astype(float) for part in added))


def squared_errors(rows: Rows, sums: Sums) -> Floats:
    """
    The variance of the hits of each period, judged by how its rows differ: an array by period.

    It is n / (n - 1) times the sum of (hits - rate x size)^2, the linearised variance of a ratio
    of sums (Cochran 1977, Sampling Techniques, 3rd ed., ch. 6). NaN for fewer than two rows.
    """
    rate = np.divide(sums.hits, sums.size, out=np.zeros_like(sums.hits), where=sums.size > 0)
    errors = rows.hits - rate[rows.period] * rows.size
    added = np.bincount(rows.period, rows.weight * errors**2, minlength=len(rate))
    n = np.where(sums.units >= _TWO, sums.units, np.nan)
    return n / (n - 1) * added


def pool(rows: Rows, sums: Sums, expected: Floats) -> Dispersion:
    """
    The pooled factor: all squared errors over the variance that independent hits would have.

    `expected` is that variance by period. Periods with fewer than two rows teach nothing and are
    left out of both sums. Never below 1: what looks more even than chance is chance.
    """
    squared = squared_errors(rows, sums)
    usable = ~np.isnan(squared)
    df = float((sums.units[usable] - 1).sum())
    base = float(expected[usable].sum())
    factor = float(squared[usable].sum()) / base if base > 0 else 1.0
    return Dispersion(max(1.0, factor), df)
