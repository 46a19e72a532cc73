"""How common each theme is in the whole range: a table in words, with its interval in the cell."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from dateline.charts.share_axis import is_rate, noun_of
from dateline.charts.wording import amount, numeral, said_value

TOTAL_WORDS = ("theme", "found", "share", "interval")


def word_totals(totals: pd.DataFrame, labels: Mapping[str, str]) -> pd.DataFrame:
    """
    The table of `total_by_theme` as texts: theme, found ("3 of 5 stories"), share, interval.

    Themes without a label are left out. An interval that is not known is blank.
    """
    rows = totals[totals["theme"].isin(list(labels))]
    noun, rate = noun_of(rows), is_rate(rows)
    texts = [
        (
            labels[row["theme"]],
            _found(row["count"], row["total"], noun, rate=rate),
            said_value(row["share"], row["unit"]),
            _interval(row["low"], row["high"], row["unit"]),
        )
        for _, row in rows.iterrows()
    ]
    return pd.DataFrame(texts, columns=list(TOTAL_WORDS), dtype="str")


def _found(count: float, total: float, noun: str, *, rate: bool) -> str:
    if rate:
        return f"{amount(count, 'mentions')} in {amount(total, noun)}"
    return f"{numeral(count)} of {amount(total, noun)}"


def _interval(low: float, high: float, unit: str) -> str:
    first, last = said_value(low, unit), said_value(high, unit)
    if not first or not last:
        return ""
    for ending in (" %", " in 10,000"):
        first = first.removesuffix(ending)
    return f"{first} to {last}"
