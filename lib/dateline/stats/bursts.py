"""Bursts by Kleinberg's automaton: runs of days on which a theme is far commoner than usual.

A description without an error rate: in a long series of chance alone it finds bursts too. When a
theme changed, and whether it did, `change.py` says.
"""

from __future__ import annotations

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike, NDArray

from dateline.errors import SettingError
from dateline.stats.dispersion import number_periods
from dateline.stats.documents import fill_columns, theme_columns
from dateline.stats.intervals import Floats
from dateline.stats.measures import DECIMALS, tidy

LEAST_DOCUMENTS = 200
TIMES = 2.0  # the share in a burst over the usual share
GAMMA = 1.0  # price of a burst, in units of the log of the number of days
HIGHEST = 0.9999  # a share of 1 would make every day without a mention impossible

BURST_COLUMNS = {
    "theme": "str",
    "start": "datetime64[us]",  # first and last day; missing if there is no burst
    "end": "datetime64[us]",
    "count": "float64",  # documents with the theme, by weight
    "total": "float64",  # documents
    "share": "float64",
    "usual": "float64",  # share of the theme on all days
    "weight": "float64",  # how much likelier the days are as a burst: a log likelihood ratio
    "reason": "str",  # why there is no burst, else blank
}
FEW = "fewer than 200 documents dated to the day"
NOT_DAILY = "not counted by the day"
NO_BURST = "no burst"


def find_states(
    count: ArrayLike, total: ArrayLike, *, times: float = TIMES, gamma: float = GAMMA
) -> NDArray[np.int64]:
    """
    Whether each batch (day) is in a burst: 0 or 1, the likeliest sequence.

    `count` out of `total` documents a batch are relevant; a batch without documents costs nothing
    in either state. Usual is the share p of all batches together, a burst `times` p; to enter a
    burst costs `gamma` times the log of the number of batches, to leave it nothing, and the first
    batch comes after a usual one.

    Kleinberg (2002), KDD '02, 91-101, section 4, by Viterbi's algorithm (a program that decides
    batch by batch finds less). Raises SettingError for a count above its total, `times` of 1 or
    less, or a negative `gamma`.
    """
    x, n = np.asarray(count, dtype=float), np.asarray(total, dtype=float)
    if x.shape != n.shape or not np.all((x >= 0) & (x <= n)):
        raise SettingError("a count is negative or above its total; give both for each day")
    if not (times > 1 and gamma >= 0):
        raise SettingError(
            f"times is {times}, gamma {gamma}; choose times above 1, gamma 0 or more"
        )
    if x.sum() in (0, n.sum()):
        return np.zeros(len(x), dtype=np.int64)
    return _cheapest(_gain(x, n, times), gamma * np.log(len(x)))


def find_bursts(
    documents: pd.DataFrame, *, times: float = TIMES, gamma: float = GAMMA
) -> pd.DataFrame:
    """
    The bursts of each theme, or one row that says why there is none: BURST_COLUMNS.

    `documents` is the table of `tabulate_documents` with days as periods. Days without documents
    are no batches, so a burst may run over them. Given only where at least 200 documents (by
    weight) are dated to the day. Themes are in the order of the columns, bursts in that of days.

    Two seasons of a rare theme can be one burst, and a theme that grows ends in one. Raises as
    `find_states`, and SettingError for a table without the columns.
    """
    table = fill_columns(documents, ["doc_id", "period"])
    days = pd.DatetimeIndex(np.unique(table["period"]))
    codes = number_periods(table["period"], days)[0]
    total = tidy(np.bincount(codes, table["weight"], len(days)).astype(float))
    reason = _reason(days, total)
    rows = []
    for theme in theme_columns(table):
        hits = (table["weight"] * table[theme]).to_numpy(dtype=float)
        count = np.minimum(tidy(np.bincount(codes, hits, len(days)).astype(float)), total)
        runs = [] if reason else _runs(find_states(count, total, times=times, gamma=gamma))
        for start, end in runs:
            numbers = _describe(slice(start, end + 1), count, total, times=times)
            rows.append((theme, days[start], days[end], *numbers, ""))
        if not runs:
            rows.append((theme, pd.NaT, pd.NaT, *[np.nan] * 5, reason or NO_BURST))
    table = pd.DataFrame(rows, columns=list(BURST_COLUMNS)).astype(BURST_COLUMNS)
    return table.round({"count": DECIMALS, "total": DECIMALS})


def _reason(days: pd.DatetimeIndex, total: Floats) -> str:
    if total.sum() < LEAST_DOCUMENTS - 1e-6:
        return FEW
    return "" if (np.diff(days) == np.timedelta64(1, "D")).any() else NOT_DAILY


def _gain(x: Floats, n: Floats, times: float) -> Floats:
    """How much likelier each batch is in a burst, as a log; binomial coefficients cancel."""
    usual = x.sum() / n.sum()
    burst = min(times * usual, HIGHEST)
    return x * np.log(burst / usual) + (n - x) * np.log((1 - burst) / (1 - usual))


def _cheapest(gain: Floats, price: float) -> NDArray[np.int64]:
    """The path of least cost, with the cost of a usual batch as zero; of equal ones, the usual."""
    usual, burst = 0.0, np.inf
    came_from = np.zeros((len(gain), 2), dtype=np.int64)
    for number, one in enumerate(gain):
        came_from[number] = burst < usual, burst <= usual + price
        usual, burst = min(usual, burst), min(usual + price, burst) - one
    states = np.zeros(len(gain), dtype=np.int64)
    state = int(burst < usual)
    for number in range(len(gain) - 1, -1, -1):
        states[number] = state
        state = came_from[number, state]
    return states


def _runs(states: NDArray[np.int64]) -> list[tuple[int, int]]:
    """First and last number of each run of ones."""
    edges = np.diff(np.concatenate([[0], states, [0]]))
    ends = np.flatnonzero(edges < 0) - 1
    return list(zip(np.flatnonzero(edges > 0).tolist(), ends.tolist(), strict=True))


def _describe(inside: slice, count: Floats, total: Floats, *, times: float) -> tuple[float, ...]:
    hits, size = count[inside].sum(), total[inside].sum()
    weight = _gain(count, total, times)[inside].sum()
    return hits, size, hits / size, count.sum() / total.sum(), weight
