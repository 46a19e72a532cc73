"""Fisher's exact test of two shares, for groups so small that nothing else holds its word."""

from __future__ import annotations

import numpy as np

from dateline.errors import SettingError


def fisher_test(a: tuple[int, int], b: tuple[int, int]) -> float:
    """
    The chance that hits of one and the same share would divide at least as unevenly.

    `a` and `b` are (count, total), whole numbers. Given all hits of both, those of `a` are
    hypergeometric; "as unevenly" means as unlikely or less, on either side, as in `fisher.test` of
    R. 1 where a total is 0. It finds less than it could in small groups, and is wrong where
    stories follow from each other. Raises SettingError for a count that is negative or above its
    total.

    Fisher (1935), J. R. Stat. Soc. 98, 39-82.

    >>> round(fisher_test((3, 4), (1, 4)), 4)
    0.4857
    """
    from scipy.special import gammaln

    (x, n), (y, m) = a, b
    if not (0 <= x <= n and 0 <= y <= m):
        raise SettingError("a count is negative or above its total; count before asking for p")
    hits = x + y
    ways = np.arange(max(0, hits - m), min(hits, n) + 1)
    chance = -(gammaln(ways + 1) + gammaln(n - ways + 1))
    chance = chance - gammaln(hits - ways + 1) - gammaln(m - hits + ways + 1)
    chance = np.exp(chance - chance.max())
    # Equal chances differ by rounding.
    likely = chance <= chance[ways == x] * (1 + 1e-7)
    return float(chance[likely].sum() / chance.sum())
