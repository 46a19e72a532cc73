"""Which counts an edit of the codebook moves."""

from __future__ import annotations

import pandas as pd

MOVE_COLUMNS = ("theme", "period", "before", "after", "change")
# Counts are sums of parts, rounded to so many decimals in the series.
_DECIMALS = 6


def moved_counts(before: pd.DataFrame, after: pd.DataFrame) -> pd.DataFrame:
    """
    The points that differ between two series of the same themes, periods and unit.

    Returns MOVE_COLUMNS, in the order of the series: theme, period (first day), before, after
    (counts) and change (their difference). Totals do not depend on a codebook, so shares move
    where counts do.
    """
    both = before[["theme", "period", "count"]].merge(
        after[["theme", "period", "count"]], on=["theme", "period"], suffixes=("_old", "_new")
    )
    table = both.rename(columns={"count_old": "before", "count_new": "after"})
    table["change"] = (table["after"] - table["before"]).round(_DECIMALS)
    return table.loc[table["change"] != 0, list(MOVE_COLUMNS)].reset_index(drop=True)
