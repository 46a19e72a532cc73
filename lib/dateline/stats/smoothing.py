"""A smooth line through a series, as a second reading of it and never in place of the points.

It may hide an event of one period altogether: of a jump by 55 points in one of 24 periods it
leaves less than ten. So it is drawn beside the points, and below its gate not at all.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike

from dateline.errors import SettingError
from dateline.stats.intervals import Floats
from dateline.stats.measures import find_measure

# With fewer a smoother mostly draws chance.
LEAST_PERIODS = 8  # non-empty ones
LEAST_DOCUMENTS = 60

ORDER = 2  # of differences: what is left when all is smoothed is a straight line
# Penalties tried, in units of the mean weight: so it does not matter what weights are counted in.
PENALTIES = 10.0 ** np.linspace(-1, 5.5, 66)

SMOOTH_COLUMNS = {
    "period": "datetime64[us]",  # first day
    "theme": "str",
    "smooth": "float64",  # in the scale of the share; missing below the gate and outside the data
    "interpolated": "bool",  # an empty period between others: to be drawn dashed
    "penalty": "float64",  # lambda, one for the theme; missing below the gate
    "edf": "float64",  # effective degrees of freedom: 2 is a straight line
    "reason": "str",  # why there is no smooth line, else blank
}
TOO_FEW = "too few documents for a smooth line"


class Smooth(NamedTuple):
    """A smoothed series: one number a period, and how bendable it is."""

    values: Floats
    edf: float
    penalty: float


class _Basis(NamedTuple):
    """The weights and differences in a basis where both are diagonal."""

    back: Floats  # columns: the basis
    kept: Floats  # 0..1, how much of each is data; the rest is roughness
    unit: float  # mean of the weights above 0; the basis is that of weights divided by it


def whittaker(values: ArrayLike, weights: ArrayLike, *, penalty: float) -> Smooth:
    """
    Smooth a series: near the values where weights are high, with second differences near 0.

    One number a period in each array; where a weight is 0 the value may be missing and is
    interpolated (beyond the first and last, carried on as a straight line). Solves
    (W + penalty D'D) z = W y; edf is the trace of (W + penalty D'D)^-1 W. `smooth_series` finds
    the penalty by itself.

    Whittaker (1923), Proc. Edinb. Math. Soc. 41, 63-75; Eilers (2003), Anal. Chem. 75, 3631-3636.
    Raises SettingError for fewer than two weights above 0, a negative one, or a penalty of 0.
    """
    if not penalty > 0:
        raise SettingError(f"penalty is {penalty}; choose a number above 0")
    y, w = _checked(values, weights)
    return _smooth(y, w, penalty, _diagonalise(w))


def smooth_series(series: pd.DataFrame, *, n_documents: float | None = None) -> pd.DataFrame:
    """
    Smooth each theme of a series (`count_by_period`): one row per period and theme, SMOOTH_COLUMNS.

    Weights are the totals of the periods. No line is made with fewer than 8 non-empty periods or
    60 documents, and none beyond the first and last non-empty period. `n_documents` is needed for
    sentences and words only; else it is the sum of the totals. A smoothed share is cut off at 0
    and 1.

    The lines are those of `whittaker`. Of penalties of 0.1 to 10^5.5 times the mean weight of the
    non-empty periods, each theme has the one with the least score of generalised cross-validation
    over these periods, (RSS / n) / (1 - edf / n)^2: Craven and Wahba (1979), Numer. Math. 31,
    377-403. Of equal scores the smoothest is taken. With few periods the choice is unstable.

    It has no interval: what it shows is a reading of the points, whose intervals hold. Raises
    SettingError without n_documents where it is needed.
    """
    if series.empty:
        return pd.DataFrame(columns=list(SMOOTH_COLUMNS)).astype(SMOOTH_COLUMNS)
    measure = find_measure(str(series["unit"].iloc[0]))
    if n_documents is None and measure.unit in ("sentences", "words"):
        raise SettingError(
            f"n_documents is not given, and {measure.unit} do not tell it; give the number of "
            "stories that the series counts"
        )
    table = series[["period", "theme"]].assign(
        smooth=np.nan, interpolated=False, penalty=np.nan, edf=np.nan, reason=TOO_FEW
    )
    total = series.loc[series["theme"] == series["theme"].iloc[0], "total"].to_numpy()
    documents = total.sum() if n_documents is None else n_documents
    known = np.flatnonzero(total > 0)
    if len(known) >= LEAST_PERIODS and documents >= LEAST_DOCUMENTS - 1e-6:
        run = slice(known[0], known[-1] + 1)
        _fill(table, series["share"], total, run=run, most=1.0 if measure.is_share else np.inf)
    return table.reset_index(drop=True).astype(SMOOTH_COLUMNS)


def _fill(
    table: pd.DataFrame, share: pd.Series[float], total: Floats, *, run: slice, most: float
) -> None:
    """Write the lines of all themes, which have the same totals, into the rows of the run."""
    basis = _diagonalise(total[run])
    for _, rows in share.groupby(table["theme"], sort=False):
        y, w = _checked(rows.to_numpy()[run], total[run])
        smooth = _by_gcv(y, w, basis)
        inside = rows.index[run]
        table.loc[inside, "smooth"] = np.clip(smooth.values, 0, most)
        table.loc[inside, "interpolated"] = w == 0
        table.loc[rows.index, ["penalty", "edf"]] = smooth.penalty, smooth.edf
    table["reason"] = ""


def _by_gcv(y: Floats, w: Floats, basis: _Basis) -> Smooth:
    n = (w > 0).sum()
    tried = [_smooth(y, w, basis.unit * penalty, basis) for penalty in PENALTIES[::-1]]
    scores = [(w * (y - one.values) ** 2).sum() / max(1 - one.edf / n, 1e-9) ** 2 for one in tried]
    # Rounding must not choose between penalties that fit equally well.
    return tried[int(np.argmax(np.array(scores) <= min(scores) * (1 + 1e-9) + 1e-12))]


def _checked(values: ArrayLike, weights: ArrayLike) -> tuple[Floats, Floats]:
    y, w = np.asarray(values, dtype=float), np.asarray(weights, dtype=float)
    if y.shape != w.shape or y.ndim != 1:
        raise SettingError("values and weights differ in length; give one of each for every period")
    if not np.all(w >= 0) or (w > 0).sum() < ORDER:
        raise SettingError("a weight is negative, or fewer than two are above 0; give totals")
    return np.where(w > 0, y, 0.0), w


def _diagonalise(w: Floats) -> _Basis:
    """One decomposition serves all penalties."""
    unit = float(w[w > 0].mean())
    differences = np.diff(np.eye(len(w)), n=ORDER, axis=0)
    root = np.linalg.inv(np.linalg.cholesky(np.diag(w / unit) + differences.T @ differences))
    kept, vectors = np.linalg.eigh((root * w / unit) @ root.T)
    return _Basis(root.T @ vectors, np.clip(kept, 0, 1), unit)


def _smooth(y: Floats, w: Floats, penalty: float, basis: _Basis) -> Smooth:
    scale = basis.kept + penalty / basis.unit * (1 - basis.kept)
    values = basis.back @ ((basis.back.T @ (w / basis.unit * y)) / scale)
    return Smooth(values, float((basis.kept / scale).sum()), float(penalty))
