"""Intervals for shares, for the difference of two shares and for their ratio.

Numbers or arrays of one shape go in, arrays come out, so a whole series is one call.
"""

from __future__ import annotations

from statistics import NormalDist
from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike, NDArray

from dateline.errors import SettingError

Floats = NDArray[np.float64]
# How many have it, and of how many.
Counted = tuple[ArrayLike, ArrayLike]


class Contrast(NamedTuple):
    """Two shares or rates held against each other: the estimate and its interval, as arrays."""

    estimate: Floats
    low: Floats
    high: Floats


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
    x, n = _counted(count, total, level)
    z = normal_point(level)
    known = np.where(n > 0, n, np.nan)
    centre = (x + z**2 / 2) / (known + z**2)
    half = z / (known + z**2) * np.sqrt(x * (known - x) / known + z**2 / 4)
    # Rounding must not put the share outside its own interval at 0 of n and n of n.
    share = x / known
    low = np.where(x == 0, 0.0 * known, np.minimum(centre - half, share))
    high = np.where(x == n, np.sign(known), np.maximum(centre + half, share))
    return low, high


def jeffreys(count: ArrayLike, total: ArrayLike, *, level: float = 0.95) -> tuple[Floats, Floats]:
    """
    Return the bounds of the Jeffreys interval for count / total.

    Arguments, bounds and errors as in `wilson`. The bounds are quantiles of a beta distribution
    with count + 1/2 and total - count + 1/2; the lower is 0 at 0 of n and the upper 1 at n of n.

    Brown, Cai and DasGupta (2001), Stat. Sci. 16, 101-133. Near 0 and 1 it is shorter than
    Wilson's and covers less often than it says for some shares; wrong where `wilson` is.
    """
    from scipy.special import betaincinv

    x, n = _counted(count, total, level)
    known = np.where(n > 0, n, np.nan)
    tail = (1 - level) / 2
    low = np.where(x == 0, 0.0 * known, betaincinv(x + 0.5, known - x + 0.5, tail))
    high = np.where(x == n, np.sign(known), betaincinv(x + 0.5, known - x + 0.5, 1 - tail))
    return low, high


def clopper_pearson(
    count: ArrayLike, total: ArrayLike, *, level: float = 0.95
) -> tuple[Floats, Floats]:
    """
    Return the bounds of the "exact" interval of Clopper and Pearson for count / total.

    Arguments, bounds and errors as in `wilson`. It covers at least as often as it says whatever
    the share, and so mostly far more often: use it where a reviewer asks for a guarantee. Wrong
    where `wilson` is.

    Clopper and Pearson (1934), Biometrika 26, 404-413, by way of beta quantiles.
    """
    from scipy.special import betaincinv

    x, n = _counted(count, total, level)
    known = np.where(n > 0, n, np.nan)
    tail = (1 - level) / 2
    # At 0 of n and n of n a parameter would be 0; any other number does, as its bound is not used.
    low = betaincinv(np.where(x == 0, 1.0, x), known - x + 1, tail)
    high = betaincinv(x + 1, np.where(x == n, 1.0, known - x), 1 - tail)
    return np.where(x == 0, 0.0 * known, low), np.where(x == n, np.sign(known), high)


def newcombe_difference(a: Counted, b: Counted, *, level: float = 0.95) -> Contrast:
    """
    The share of `a` minus the share of `b`, with Newcombe's interval from two Wilson intervals.

    `a` and `b` are (count, total), numbers or arrays of one shape. The estimate and the bounds
    are from -1 to 1, NaN where a total is 0. Errors as in `wilson`.

    Newcombe (1998), Stat. Med. 17, 873-890, method 10. Wrong where `wilson` is, and where the
    same articles are in both groups: their shares are then not independent.

    >>> [round(float(value), 4) for value in newcombe_difference((56, 70), (48, 80))]
    [0.2, 0.0524, 0.3339]
    """
    (p, low_p, high_p), (q, low_q, high_q) = _share(a, level), _share(b, level)
    difference = p - q
    return Contrast(
        difference,
        difference - np.hypot(p - low_p, high_q - q),
        difference + np.hypot(high_p - p, q - low_q),
    )


def share_ratio(a: Counted, b: Counted, *, level: float = 0.95) -> Contrast:
    """
    The share of `a` divided by the share of `b`, with an interval from two Wilson intervals.

    Arguments and errors as in `newcombe_difference`, and the interval leaves out 1 exactly where
    that one leaves out 0. The estimate and the upper bound are infinite where `b` has none; the
    estimate is NaN where neither has any (the bounds then say 0 to infinity), and all are where a
    total is 0.

    The bounds are the ratios r at which the difference p - r q has a bound of 0: Donner and Zou
    (2012), Stat. Methods Med. Res. 21, 347-359, "MOVER-R" in Newcombe (2016), ibid. 25,
    1774-1778. Wrong where `newcombe_difference` is.
    """
    (p, low_p, high_p), (q, low_q, high_q) = _share(a, level), _share(b, level)
    with np.errstate(divide="ignore", invalid="ignore"):
        ratio = p / q
        # Both solve curve r^2 - 2 p q r + rest = 0, each in the form that does not cancel.
        curve, rest = high_q * (2 * q - high_q), low_p * (2 * p - low_p)
        root = np.sqrt(np.maximum((p * q) ** 2 - curve * rest, 0))
        low = np.where(p == 0, 0.0 * (p + q), rest / (p * q + root))
        curve, rest = low_q * (2 * q - low_q), high_p * (2 * p - high_p)
        root = np.sqrt(np.maximum((p * q) ** 2 - curve * rest, 0))
        high = np.where(q == 0, np.inf + (p + q), (p * q + root) / curve)
    return Contrast(ratio, low, high)


def normal_point(level: float) -> float:
    """The point of the normal distribution that `level` of it lies within: 1.959964 for 0.95."""
    return NormalDist().inv_cdf((1 + level) / 2)


def check_level(level: float) -> None:
    """Raises SettingError if a level is not between 0 and 1."""
    if not 0 < level < 1:
        raise SettingError(f"level is {level}; choose a number between 0 and 1, for example 0.95")


def _share(counted: Counted, level: float) -> tuple[Floats, Floats, Floats]:
    x, n = _counted(*counted, level)
    return (x / np.where(n > 0, n, np.nan), *wilson(x, n, level=level))


def _counted(count: ArrayLike, total: ArrayLike, level: float) -> tuple[Floats, Floats]:
    x, n = np.broadcast_arrays(np.asarray(count, dtype=float), np.asarray(total, dtype=float))
    check_level(level)
    if not np.all(x >= 0):
        raise SettingError("a count is negative or missing; count before asking for an interval")
    if not np.all(x <= n):
        raise SettingError(
            "a count is above its total; use totals of the same unit and period as the counts"
        )
    return x, n
