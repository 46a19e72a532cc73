"""How far the curve of a theme hangs on each of its terms: leave one out and count again."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from dateline.articles.timeframe import QUARTERS, Timeframe
from dateline.stats.intervals import newcombe_difference
from dateline.stats.measures import find_measure
from dateline.stats.series import count_by_period

if TYPE_CHECKING:
    from dateline.themes.codebook import Codebook

# Of the change from the early to the late half; beyond it the theme depends on the term.
MOVES = 0.25
# Of changes of shares; a millionth is rounding.
_DECIMALS = 6

INFLUENCE_COLUMNS = [
    "period",
    "theme",
    "term",
    "unit",  # stories, articles or outlets
    "count",  # that mention the theme, as in `count_by_period`
    "total",
    "share",
    "without",  # the share without the term; missing where total is 0
    "delta",  # share - without: never below 0; missing likewise
]
SUMMARY_COLUMNS = [
    "theme",
    "term",
    "largest",  # delta, 0..1
    "when",  # first day of the period of the largest delta; missing where no delta is above 0
    "mean",  # delta over the periods with a share, each of equal weight
    "change",  # share of the late half minus that of the early half, of the whole theme
    "change_without",
    "flags",  # blank, or what of the change depends on the term, with semicolons
]


def term_influence(
    found: pd.DataFrame,
    articles: pd.DataFrame,
    codebook: Codebook,
    *,
    timeframe: Timeframe = QUARTERS,
    unit: str = "stories",
) -> pd.DataFrame:
    """
    The share of each theme in each period with and without each of its terms.

    `found` says which terms alone would find a theme in which article (`open_matches`); only terms
    in it have rows. Returns one row per period, theme and term, columns INFLUENCE_COLUMNS, on the
    calendar of `count_by_period` and with its shares. A story is lost with a term if no other term
    of the theme would match in it, so leaving out is exact: what the term had swallowed counts
    again. Two terms that always stand together can each have no influence and much together.
    Of sentences and words it is the stories that hold them (`Measure.item`), as `found` does not
    say where in an article a term alone would match. Raises as `count_by_period`.
    """
    unit = find_measure(unit).item
    series = count_by_period(found, articles, codebook, timeframe=timeframe, unit=unit)
    terms = found[["theme", "term"]].drop_duplicates(ignore_index=True)
    alone = found[found.groupby(["doc_id", "theme"])["term"].transform("size") == 1]
    numbers = terms.assign(number=pd.Series([f"{n}" for n in range(len(terms))], dtype="str"))
    lost = count_by_period(
        alone.merge(numbers, on=["theme", "term"])[["doc_id", "number"]].rename(
            columns={"number": "theme"}
        ),
        articles,
        _as_codebook(numbers["number"]),
        timeframe=timeframe,
        unit=unit,
    )
    delta = lost[["period", "theme", "share"]].set_axis(["period", "number", "delta"], axis=1)
    table = delta.merge(numbers, on="number").merge(series, on=["period", "theme"])
    # Rounding must not make a share out of nothing.
    table["without"] = (table["share"] - table["delta"]).clip(lower=0)
    return table[INFLUENCE_COLUMNS]


def summarize_influence(influence: pd.DataFrame) -> pd.DataFrame:
    """
    One row per theme and term of `term_influence`, columns SUMMARY_COLUMNS.

    `change` compares the first half of the calendar with the second (the middle period of an odd
    number is in neither), each half as a whole; missing where a half has no stories. The flags
    say what the change owes to the term: "changes sign", "interval" (the 95 % interval of the
    change, Newcombe's from two Wilson intervals, begins or ceases to hold 0), "over a quarter" (of
    the change goes or is added). Where a theme is rare or hardly changes, flags are common.

    Newcombe (1998), Statistics in Medicine 17, 873-890, method 10.
    """
    keys = ["theme", "term"]
    rows = influence.assign(lost=influence["delta"].fillna(0) * influence["total"])
    groups = rows.groupby(keys, sort=False)
    table = groups.agg(largest=("delta", "max"), mean=("delta", "mean")).fillna(0)
    peaks = rows.sort_values("delta", ascending=False, kind="stable", na_position="last")
    when = peaks.groupby(keys, sort=False)["period"].first()
    table["when"] = when.reindex(table.index).where(table["largest"] > 0)
    table = table.join(_changes(rows, keys)).reset_index()
    return table[SUMMARY_COLUMNS]


def _as_codebook(names: pd.Series[str]) -> Codebook:
    """All that `count_by_period` asks of a codebook: themes with names."""
    themes = [SimpleNamespace(name=name) for name in names]
    return SimpleNamespace(themes=themes)  # type: ignore[return-value]


def _changes(rows: pd.DataFrame, keys: list[str]) -> pd.DataFrame:
    """The change from the early to the late half, with and without each term, and its flags."""
    periods = pd.Index(rows["period"].unique()).sort_values()
    half = len(periods) // 2
    early = _sums(rows[rows["period"].isin(periods[:half])], keys)
    late = _sums(rows[rows["period"].isin(periods[len(periods) - half :])], keys)
    index = rows.groupby(keys, sort=False).size().index
    early, late = early.reindex(index), late.reindex(index)
    full = _difference(early, late, "count")
    without = _difference(early, late, "kept")
    table = pd.DataFrame({"change": full["change"], "change_without": without["change"]})
    pairs = zip(full.itertuples(index=False), without.itertuples(index=False), strict=True)
    return table.assign(flags=[_flags(*pair) for pair in pairs])


def _sums(rows: pd.DataFrame, keys: list[str]) -> pd.DataFrame:
    rows = rows.assign(kept=rows["count"] - rows["lost"])
    return rows.groupby(keys)[["count", "kept", "total"]].sum()


def _difference(early: pd.DataFrame, late: pd.DataFrame, column: str) -> pd.DataFrame:
    """Late minus early share, with Newcombe's interval: change, low, high."""
    sides = []
    for half in (late, early):
        total = half["total"].fillna(0).to_numpy()
        # What is left after rounded sums can be a hair below 0.
        sides.append((np.clip(half[column].fillna(0).to_numpy(), 0, total), total))
    # Shares come with nine decimals, and sums of such differ from none by less than this.
    contrast = np.round(newcombe_difference(*sides), _DECIMALS) + 0.0
    return pd.DataFrame(
        dict(zip(("change", "low", "high"), contrast, strict=True)), index=early.index
    )


def _flags(full: tuple[float, ...], without: tuple[float, ...]) -> str:
    """`full` and `without` are (change, low, high)."""
    (change, low, high), (other, other_low, other_high) = full, without
    flags = []
    if change * other < 0:
        flags.append("changes sign")
    if (low <= 0 <= high) != (other_low <= 0 <= other_high):
        flags.append("interval")
    if abs(change - other) > MOVES * abs(change) + 10.0**-_DECIMALS:
        flags.append("over a quarter")
    return "; ".join(flags)
