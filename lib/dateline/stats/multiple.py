"""P-values of many comparisons, adjusted so that chance does not pass for a finding."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from dateline.errors import SettingError
from dateline.stats.intervals import Floats


def holm(p: ArrayLike) -> Floats:
    """
    Return p-values adjusted by Holm's method: the chance of one false finding among all.

    `p` has one dimension, each 0..1; NaN (not tested) stays NaN and does not count as a
    comparison. Right under any dependence between the tests. For up to some thirty themes; for
    long lists of words it finds next to nothing, use `benjamini_hochberg`. Raises SettingError
    for a number outside 0..1.

    Holm (1979), Scand. J. Stat. 6, 65-70.

    >>> holm([0.01, 0.02, 0.03, 0.04, 0.05]).round(2).tolist()
    [0.05, 0.08, 0.09, 0.09, 0.09]
    """
    values, order = _sorted(p)
    steps = np.arange(len(order), 0, -1)
    adjusted = np.maximum.accumulate(values[order] * steps)
    return _placed(np.minimum(adjusted, 1), order, values)


def benjamini_hochberg(p: ArrayLike) -> Floats:
    """
    Return q-values: if all with q < 0.05 are called findings, some 5 % of them are false.

    Arguments and errors as in `holm`. Right for independent tests and for those that tend to move
    together; not for any dependence whatever.

    Benjamini and Hochberg (1995), J. R. Stat. Soc. B 57, 289-300.
    """
    values, order = _sorted(p)
    ranks = np.arange(1, len(order) + 1)
    scaled = values[order] * (len(order) / ranks)
    adjusted = np.minimum.accumulate(scaled[::-1])[::-1]
    return _placed(np.minimum(adjusted, 1), order, values)


def _sorted(p: ArrayLike) -> tuple[Floats, np.ndarray]:
    """The values, and where the tested ones are, in ascending order."""
    values = np.atleast_1d(np.asarray(p, dtype=float))
    tested = np.flatnonzero(~np.isnan(values))
    if not np.all((values[tested] >= 0) & (values[tested] <= 1)):
        raise SettingError("a p-value is not between 0 and 1; give NaN for what was not tested")
    return values, tested[np.argsort(values[tested], kind="stable")]


def _placed(adjusted: Floats, order: np.ndarray, values: Floats) -> Floats:
    result = np.full(values.shape, np.nan)
    result[order] = adjusted
    return result
