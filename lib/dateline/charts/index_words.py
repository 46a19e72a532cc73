"""Series as an index with 100 for a base period: the same charts on another scale."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from dateline.articles.timeframe import Timeframe
from dateline.charts.calendar_axis import read_calendar
from dateline.charts.interval_words import say_band
from dateline.charts.layers import thin_rows
from dateline.charts.share_axis import INDEX, NO_ROWS
from dateline.charts.wording import amount, listing, quoted
from dateline.charts.words import say_doubts


def index_series(series: pd.DataFrame, index: pd.DataFrame) -> pd.DataFrame:
    """
    The series with the values of `index_form` in place of its shares, to draw with `draw_shares`.

    `index` may have some of the themes only. Themes that it lacks, and those that the base does
    not mention, are left out; totals stay, so gaps and thin periods are the same.
    """
    values = index.loc[index["base"] > 0, ["period", "theme", "index", "low", "high"]]
    table = series.drop(columns=["share", "low", "high"]).assign(unit=INDEX)
    merged = table.merge(values, on=["period", "theme"], how="inner")
    return merged.rename(columns={"index": "share"})[list(series.columns)]


def describe_index(indexed: pd.DataFrame, labels: Mapping[str, str]) -> str:
    """Describe `draw_shares` of `index_series`: themes, range, highest and lowest value, gaps."""
    rows = indexed[indexed["theme"].isin(list(labels))]
    known = rows[rows["total"] > 0]
    if known.empty:
        return f"Empty chart. {NO_ROWS}"
    calendar = read_calendar(rows)
    ends = known.sort_values("share", ascending=False, kind="stable").iloc[[0, -1]]
    columns = calendar.starts.get_indexer(pd.Index(ends["period"])).tolist()
    places = [calendar.label(column) for column in columns]
    (top, low), (high_in, low_in) = (row for _, row in ends.iterrows()), places
    opening = (
        f"Small line charts of an index, one for each theme "
        f"({amount(rows['theme'].nunique(), 'themes')}), from {calendar.label(0)} to "
        f"{calendar.label(-1)}; 100 is the base period. The highest value is "
        f"{top['share']:.0f}, of {quoted(labels[top['theme']])} in {high_in}; the lowest "
        f"{low['share']:.0f}, of {quoted(labels[low['theme']])} in {low_in}."
    )
    return " ".join([opening, *say_doubts(rows.assign(thin=thin_rows(rows)), calendar)])


def caption_index(
    indexed: pd.DataFrame,
    *,
    labels: Mapping[str, str],
    timeframe: Timeframe,
    base: str,
) -> str:
    """
    The caption of `draw_shares` of `index_series`.

    `labels` are all themes that were wanted, `base` names the base period: "2021-01-01 to ...".
    """
    parts = [
        f"Index by {timeframe.period}: 100 is a theme's mean share in the periods that begin from "
        f"{base}. Each theme has a scale of its own.",
        *say_band(indexed),
        *(["Hollow: of fewer than 3 texts."] if thin_rows(indexed).any() else []),
        "It takes the base as known, so it is too narrow where the base is of few stories. "
        "Two themes at the same height need not be as frequent as each other.",
    ]
    without = [quoted(labels[name]) for name in labels if name not in set(indexed["theme"])]
    if without:
        parts.append(f"Not mentioned in the base period, so without an index: {listing(without)}.")
    return " ".join(parts)
