"""Intervals for shares."""

from statistics import NormalDist

import numpy as np
from numpy.typing import ArrayLike, NDArray

from dateline.errors import SettingError

Floats = NDArray[np.float64]


def wilson(count: ArrayLike, total: ArrayLike, *, level: float = 0.95) -> tuple[Floats, Floats]:
    """
    Return the lower and the upper bound of the Wilson score interval for count / total.

    `count` and `total` are numbers or arrays of one shape; weights that are not whole are allowed.
    The bounds are shares from 0 to 1, NaN where total is 0: no articles tell nothing.

    Wilson (1927), J. Am. Stat. Assoc. 22, 209-212; "method 3" in Newcombe (1998), Stat. Med. 17,
    857-872. The bounds are the two shares p with (count/total - p)^2 = z^2 p (1 - p) / total.

    It is wrong (too narrow) where articles are not independent of each other: give it distinct
    stories rather than copies. Where the folder holds all there is, it does not say how far off
    the share is, but how different it could look if the same period were written once more.

    Raises SettingError if a count is negative or above its total, or if level is not in 0..1.

    >>> low, high = wilson(81, 263)
    >>> round(float(low), 4), round(float(high), 4)
    (0.2553, 0.3662)
    """
    x, n = np.broadcast_arrays(np.asarray(count, dtype=float), np.asarray(total, dtype=float))
    _check(x, n, level)
    z = NormalDist().inv_cdf((1 + level) / 2)
    known = np.where(n > 0, n, np.nan)
    centre = (x + z**2 / 2) / (known + z**2)
    half = z / (known + z**2) * np.sqrt(x * (known - x) / known + z**2 / 4)
    # Rounding must not put the share outside its own interval at 0 of n and n of n.
    share = x / known
    low = np.where(x == 0, 0.0 * known, np.minimum(centre - half, share))
    high = np.where(x == n, np.sign(known), np.maximum(centre + half, share))
    return low, high


def _check(count: Floats, total: Floats, level: float) -> None:
    if not 0 < level < 1:
        raise SettingError(f"level is {level}; choose a number between 0 and 1, for example 0.95")
    if not np.all(count >= 0):
        raise SettingError("a count is negative or missing; count articles before asking wilson()")
    if not np.all(count <= total):
        raise SettingError(
            "a count is above its total; use totals of the same unit and period as the counts"
        )
