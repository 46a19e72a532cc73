"""A long series cut into stretches of one rate each, where it is cheapest: many changes at once.

A description without an error rate, like bursts: without the dispersion it finds changes in most
series that have none. Whether a theme changed, `change.py` says.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray

from dateline.errors import SettingError
from dateline.stats.intervals import Floats

LEAST_DOCUMENTS = 500  # below it, look for one change with `find_changes`
PER_CHANGE = 3.0  # price of a change, in units of the log of the number of periods


def find_segments(
    hits: ArrayLike, sizes: ArrayLike, *, factor: float = 1.0, penalty: float | None = None
) -> NDArray[np.int64]:
    """
    The ends of the stretches: how many periods there are up to each, the last of all included.

    `hits` of `sizes` (stories, words) a period, in order; of what is cut elsewhere, nothing has a
    lower sum of costs. The cost of a stretch is twice the negative log likelihood of Poisson
    counts of one rate, divided by `factor` (the pooled dispersion: `dispersion.pool`), and each
    change costs `penalty`, by default 3 ln n for n periods. For series of many periods and at
    least 500 documents. Wrong where the mix of sources changes, which it takes for a change of
    the theme.

    PELT: Killick, Fearnhead and Eckley (2012), J. Am. Stat. Assoc. 107, 1590-1598. Raises
    SettingError for arrays of unequal length, negative numbers, a factor below 1 or a negative
    penalty.
    """
    x, w = _checked(hits, sizes)
    price = PER_CHANGE * np.log(max(len(x), 1)) if penalty is None else penalty
    if not (factor >= 1 and price >= 0):
        raise SettingError(
            f"factor is {factor}, penalty {price}; choose a factor of 1 or more, a penalty from 0"
        )
    early, base = (np.concatenate([[0.0], np.cumsum(part)]) for part in (x, w))
    best, came_from = np.full(len(early), -price), np.zeros(len(early), dtype=np.int64)
    starts = np.zeros(1, dtype=np.int64)
    for end in range(1, len(early)):
        cost = _cost(early[end] - early[starts], base[end] - base[starts]) / factor
        kept = best[starts] + cost
        came_from[end] = starts[kept.argmin()]
        best[end] = kept.min() + price
        # What is dearer even without another change can be no start of anything later.
        starts = np.append(starts[kept <= best[end]], end)
    return _trace(came_from)


def _checked(hits: ArrayLike, sizes: ArrayLike) -> tuple[Floats, Floats]:
    x, w = np.asarray(hits, dtype=float), np.asarray(sizes, dtype=float)
    if x.shape != w.shape or not (np.all(x >= 0) and np.all(w >= 0)):
        raise SettingError(
            "hits and sizes differ in length, or one is negative; give both a period"
        )
    return x, w


def _cost(hits: Floats, sizes: Floats) -> Floats:
    """2 x ln(w / x), which is 0 without hits."""
    some = (hits > 0) & (sizes > 0)
    ratio = np.where(some, sizes, 1) / np.where(some, hits, 1)
    return np.where(some, 2 * hits * np.log(ratio), 0.0)


def _trace(came_from: NDArray[np.int64]) -> NDArray[np.int64]:
    ends, end = [], len(came_from) - 1
    while end > 0:
        ends.append(end)
        end = came_from[end]
    return np.array(ends[::-1], dtype=np.int64)
