"""The tables beside the charts of comparison and change, with numbers as a reader takes them."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pandas as pd

from dateline.articles.periods import period_label
from dateline.articles.timeframe import Timeframe
from dateline.charts.change import p_value
from dateline.charts.differences import SURE, compared_rows
from dateline.charts.wording import numeral, percent, signed

DIFFERENCE_COLUMNS = ["verdict", "theme", "label", "b", "a", "points", "interval", "p", "p_holm"]
MIX_COLUMNS = ["theme", "label", "crude", "by_theme", "by_mix", "by_others", "fixed", "interval"]
CHANGE_COLUMNS = [
    "verdict", "theme", "label", "part", "when", "shares", "ratio", "p", "p_holm", "shape",
]  # fmt: skip
MISSING = "–"
UNBROKEN = str.maketrans(" ", "\N{NO-BREAK SPACE}")


def tabulate_differences(comparison: pd.DataFrame, labels: Mapping[str, str]) -> pd.DataFrame:
    """
    The table of `compare_themes` as texts, DIFFERENCE_COLUMNS: what is told from chance first.

    Shares with their counts, difference and interval in percentage points, why there is no p.
    """
    rows = compared_rows(comparison, labels)
    rows = _chance_last(rows)
    rows["label"] = [labels[name] for name in rows["theme"]]
    for side in ("a", "b"):
        pairs = zip(rows[f"count_{side}"], rows[f"total_{side}"], strict=True)
        rows[side] = [
            f"{numeral(x)} of {numeral(n)},".translate(UNBROKEN)
            + f" {percent(x, n).translate(UNBROKEN)}"
            for x, n in pairs
        ]
    rows["points"] = _points(rows["difference"])
    rows["interval"] = _intervals(rows["low"], rows["high"])
    tested = zip(rows["p"], rows["reason"], strict=True)
    rows["p"] = [reason or p_value(p) for p, reason in tested]
    rows["p_holm"] = _p_values(rows["p_holm"])
    return rows[DIFFERENCE_COLUMNS]


def tabulate_mix(fixed: pd.DataFrame, labels: Mapping[str, str]) -> pd.DataFrame:
    """The table of `hold_mix` in points, MIX_COLUMNS, the largest crude differences first."""
    rows = fixed[fixed["theme"].isin(list(labels)) & (fixed["crude"].abs() > 0)]
    rows = rows.sort_values("crude", key=abs, ascending=False, kind="stable", ignore_index=True)
    names = [labels[name] for name in rows["theme"]]
    rows = rows.assign(label=names, fixed=rows["difference"])
    rows["interval"] = _intervals(rows["low"], rows["high"])
    for name in ("crude", "by_theme", "by_mix", "by_others", "fixed"):
        rows[name] = _points(rows[name])
    return rows[MIX_COLUMNS]


def tabulate_changes(
    changes: pd.DataFrame, labels: Mapping[str, str], timeframe: Timeframe
) -> pd.DataFrame:
    """
    The table of `find_changes` as texts, CHANGE_COLUMNS: what is told from chance first.

    Of second changes only those that are told from chance have a row.
    """
    rows = changes[changes["theme"].isin(list(labels)) & (changes["reason"] == "")]
    rows = rows[(rows["p_holm"] < SURE) | (rows["part"] == "all")]
    rows = _chance_last(rows.sort_values("p", kind="stable"))
    rows["label"] = [labels[name] for name in rows["theme"]]
    names = {
        name: [period_label(day, timeframe.period) for day in rows[name]]
        for name in ("first_after", "earliest", "latest")
    }
    places = zip(*names.values(), strict=True)
    rows["when"] = [
        best if first == last else f"{best} ({first} to {last})" for best, first, last in places
    ]
    sides = zip(rows["before"], rows["after"], strict=True)
    shares = (f"{percent(before, 1)} → {percent(after, 1)}" for before, after in sides)
    rows["shares"] = [words.translate(UNBROKEN) for words in shares]
    ratios = zip(rows["ratio"], rows["ratio_low"], rows["ratio_high"], strict=True)
    rows["ratio"] = pd.Series([_ratio(*numbers) for numbers in ratios], dtype="str")
    rows["p"], rows["p_holm"] = _p_values(rows["p"]), _p_values(rows["p_holm"])
    return rows[CHANGE_COLUMNS]


def _chance_last(rows: pd.DataFrame) -> pd.DataFrame:
    """The rows with a verdict, those told from chance first, else in their order."""
    sure = rows["p_holm"] < SURE
    verdict = np.where(sure, "told from chance", "not told from chance")
    ordered = rows.assign(verdict=verdict, unsure=~sure).sort_values("unsure", kind="stable")
    return ordered.drop(columns="unsure").reset_index(drop=True)


def _points(shares: pd.Series) -> list[str]:
    return [MISSING if pd.isna(share) else signed(100 * share) for share in shares]


def _intervals(low: pd.Series, high: pd.Series) -> list[str]:
    ends = zip(_points(low), _points(high), strict=True)
    words = (MISSING if MISSING in pair else f"{pair[0]} to {pair[1]}" for pair in ends)
    return [interval.translate(UNBROKEN) for interval in words]


def _p_values(values: pd.Series) -> list[str]:
    return [MISSING if pd.isna(p) else p_value(p) for p in values]


def _ratio(ratio: float, low: float, high: float) -> str:
    if pd.isna(ratio):
        return MISSING
    return f"{ratio:.1f} ({low:.1f} to {high:.1f})"
