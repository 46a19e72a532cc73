"""A series added up over its periods."""

from __future__ import annotations

import numpy as np
import pandas as pd

from dateline.stats.clusters import BY_SOURCE
from dateline.stats.intervals import Floats, wilson
from dateline.stats.measures import DECIMALS, SHARE_DECIMALS, find_measure
from dateline.stats.series import SERIES_COLUMNS, share_of
from dateline.stats.unit_intervals import DRAWN, PLAIN


def total_by_theme(series: pd.DataFrame) -> pd.DataFrame:
    """
    Add up a series over its periods: how common each theme is in the whole range.

    Returns one row per theme, in the order of the series: theme, unit, count, total, share, low,
    high, method, as in `count_by_period`. Over all periods of a series the sums are whole numbers,
    as the parts of each story add up to 1; what rounding to 6 decimals has added is taken away.

    The interval is Wilson's of the sums where that of the periods is Wilson's; date draws do not
    matter to it. Else it is put together from those of the periods by MOVER: Zou and Donner
    (2008), Stat. Med. 27, 1693-1702; where sources are clusters as if each deviated the same way
    throughout, which is the widest that it can be. Missing if that of a period is.
    It says nothing of when; a theme of one busy month and one of every month can have the same
    share.
    """
    sums = series.groupby("theme", sort=False)[["count", "total"]].sum()
    whole, rounding = sums.round(), series["period"].nunique() * 0.5 * 10**-DECIMALS
    sums = whole.where((sums - whole).abs() <= rounding, sums.round(SHARE_DECIMALS))
    unit = str(series["unit"].iloc[0]) if len(series) else "stories"
    share = share_of(sums["count"].to_numpy(), sums["total"].to_numpy(), find_measure(unit).per)
    low, high, method = _bounds_of_all(series, sums, share)
    types = {name: kind for name, kind in SERIES_COLUMNS.items() if name != "period"}
    table = sums.assign(unit=unit, share=share, low=low, high=high, method=method)
    return table.reset_index()[list(types)].astype(types)


def _bounds_of_all(
    series: pd.DataFrame, sums: pd.DataFrame, share: Floats
) -> tuple[Floats, Floats, str]:
    """The bounds of the whole range by theme, and how they are made."""
    method = str(series["method"].iloc[0]).removesuffix(DRAWN) if len(series) else PLAIN
    count, total = sums["count"].to_numpy(), sums["total"].to_numpy()
    if method == PLAIN:
        return *wilson(np.minimum(count, total), total), PLAIN
    power = 1 if method == BY_SOURCE else 2
    known = series[series["total"] > 0]
    part = known["total"] / known["theme"].map(sums["total"])
    reach = []
    for bound in ("low", "high"):
        off = (part * (known[bound] - known["share"]).abs()) ** power
        added = off.groupby(known["theme"]).sum(min_count=1, skipna=False)
        reach.append(added.reindex(sums.index).to_numpy() ** (1 / power))
    return share - reach[0], share + reach[1], f"{method}, periods put together by MOVER"
