"""Which source has how many stories in each period: the composition of the corpus."""

from __future__ import annotations

import matplotlib.dates as mdates
import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from dateline.charts import style
from dateline.charts.calendar_axis import (
    PeriodAxis,
    draw_calendar,
    draw_gaps,
    draw_totals,
    read_calendar,
)
from dateline.charts.share_axis import NO_ROWS, say_nothing
from dateline.charts.source_words import NOT_KNOWN
from dateline.charts.wording import amount, listing, numeral, percent

MOST = 12  # sources with a row of their own
LABEL = 24  # characters in a line of a row label
ROW = 0.34  # inches
NUMBER = 8.5  # points
REST = "other sources"


@style.styled
def draw_coverage(
    coverage: pd.DataFrame, *, split: pd.Timestamp | None = None, ax: Axes | None = None
) -> Axes:
    """
    Draw how many stories each source (rows) has in each period (columns), and return the Axes.

    `coverage` is the table of `source_coverage`. The colour is the source's part of the period,
    the number its stories; an empty cell is a source without stories in a period that has some,
    and a period without any is hatched. Beyond 12 sources the smallest share a row. `split` is a
    day to be marked, the first of the later of two periods.
    """
    rows = fold_sources(coverage)
    names = list(dict.fromkeys(rows["source"]))
    ax = ax if ax is not None else style.new_axes(0.85 + ROW * max(len(names), 1))
    if rows.empty:
        say_nothing(ax)
        return ax
    calendar = read_calendar(rows, even=True)
    ax.set(xlim=(0, len(calendar.starts)), ylim=(len(names), 0))
    ax.spines["bottom"].set_visible(False)
    texts = [style.wrap(style.plain(name or NOT_KNOWN), LABEL) for name in names]
    ax.set_yticks([n + 0.5 for n in range(len(names))], texts, parse_math=False)
    ax.tick_params(axis="y", labelcolor=style.INK)
    style.settle_layout(ax)
    empty = rows.groupby("period")["documents"].sum() == 0
    draw_gaps(ax, calendar, empty.tolist(), text="no stories")
    _draw_cells(ax, rows, calendar, names)
    if (place := _place_of(split, rows)) is not None:
        ax.axvline(place, color=style.INK, linewidth=1.8, gid="split")
    totals = rows.groupby("period")["documents"].sum().tolist()
    draw_calendar(ax, calendar, pad=draw_totals(ax, calendar, totals, unit="stories"))
    return ax


def describe_coverage(coverage: pd.DataFrame) -> str:
    """Describe `draw_coverage`: sources, their parts, and which are not there throughout."""
    rows = fold_sources(coverage)
    if rows.empty:
        return f"Empty chart. {NO_ROWS}"
    calendar = read_calendar(rows)
    sums = rows.groupby("source", sort=False)["documents"].sum()
    total = sums.sum()
    ranked = sums.sort_values(ascending=False, kind="stable")
    first, last = ranked.index[0], ranked.index[-1]
    opening = (
        f"Table of coloured cells, {amount(sums.size, 'sources')} in rows: stories by "
        f"{calendar.period or 'period'}, {calendar.label(0)} to {calendar.label(-1)}, "
        f"{numeral(total)} in all."
    )
    most = f"Most are from {first or f'a {NOT_KNOWN}'} ({percent(sums[first], total)})"
    least = f", fewest from {last or f'a {NOT_KNOWN}'} ({percent(sums[last], total)})"
    there = throughout(rows)
    return f"{opening} {most}{least if sums.size > 1 else ''}. {there}"


def caption_coverage(
    coverage: pd.DataFrame,
    *,
    split: pd.Timestamp | None = None,
    articles: pd.DataFrame | None = None,
) -> str:
    """
    The caption of `draw_coverage`.

    With `articles`, the table of `build_corpus`, it says how many stories have no place in it.
    """
    rows = fold_sources(coverage)
    if rows.empty:
        return NO_ROWS
    noun = read_calendar(rows).period or "period"
    parts = [
        f"Distinct stories of each source by {noun}, and in colour the source’s part of all "
        f"stories of the {noun} (pale: few, dark: all).",
    ]
    if (rows["documents"] == 0).any():
        parts.append("Empty: none from this source.")
    if (rows.groupby("period")["documents"].sum() == 0).any():
        parts.append(f"Hatched: a {noun} without stories.")
    if split is not None and _place_of(split, rows) is not None:
        parts.append(f"Upright line: the split, {split:%Y-%m-%d}.")
    if (rows["documents"] % 1 > 0).any():
        parts.append("A story that may be of two periods counts in parts.")
    if articles is not None:
        parts += _not_shown(rows, articles)
    return " ".join(parts)


def _not_shown(rows: pd.DataFrame, articles: pd.DataFrame) -> list[str]:
    """The stories that no period holds: those without a date that will do, or of other days."""
    whole = int(((articles["copy_of"] == "") & (articles["problem"] == "")).sum())
    missing = whole - round(rows["documents"].sum())
    if not missing:
        return []
    be = "is" if missing == 1 else "are"
    return [
        f"{missing} of {amount(whole, 'stories')} {be} undated, not dated surely enough, or of "
        "days not chosen, and not shown."
    ]


def throughout(rows: pd.DataFrame) -> str:
    """Which sources are there in every period that has stories, in a sentence."""
    there = rows.pivot(index="period", columns="source", values="documents") > 0
    filled = there[there.any(axis=1)]
    names = [name or "unknown" for name in dict.fromkeys(rows["source"]) if filled[name].all()]
    if not names:
        return "No source has stories in every period that has any."
    if len(names) == there.shape[1]:
        return "All sources have stories in every period that has any."
    verb = "has" if len(names) == 1 else "have"
    return f"Only {listing(names)} {verb} stories in every period that has any."


def fold_sources(coverage: pd.DataFrame, *, most: int = MOST) -> pd.DataFrame:
    """The table with the sources after the first `most` - 1 in one row, where there are more."""
    names = list(dict.fromkeys(coverage["source"]))
    if len(names) <= most:
        return coverage
    kept = names[: most - 1]
    label = f"{len(names) - len(kept)} {REST}"
    folded = coverage.assign(source=coverage["source"].where(coverage["source"].isin(kept), label))
    order = {name: number for number, name in enumerate([*kept, label])}
    sums = folded.groupby(["period", "source"], sort=False)[["documents", "part"]].sum(min_count=1)
    rows = sums.reset_index()
    return rows.assign(order=rows["source"].map(order)).sort_values(
        ["period", "order"], ignore_index=True
    )[["period", "source", "documents", "part"]]


def _draw_cells(ax: Axes, rows: pd.DataFrame, calendar: PeriodAxis, names: list[str]) -> None:
    some = rows[rows["documents"] > 0]
    room = style.width_in_points(ax) / len(calendar.starts)
    texts = [numeral(number) for number in some["documents"]]
    fits = all(style.text_width(text, NUMBER) + 3 <= room for text in texts)
    columns = calendar.starts.get_indexer(pd.DatetimeIndex(some["period"])).tolist()
    for x, (_, row), text in zip(columns, some.iterrows(), texts, strict=True):
        y, colour = names.index(row["source"]), style.SHARES(float(row["part"]))
        cell = Rectangle((x + 0.03, y + 0.05), 0.94, 0.9, facecolor=colour, linewidth=0)
        cell.set_gid("cell")
        ax.add_patch(cell)
        if fits:
            ax.text(x + 0.5, y + 0.5, text, size=NUMBER, color=style.on_colour(colour), ha="center",
                    va="center", gid="number")  # fmt: skip


def _place_of(split: pd.Timestamp | None, rows: pd.DataFrame) -> float | None:
    """Where among the columns a day lies; None if in none of them."""
    edges = read_calendar(rows).edges
    day = float("nan") if split is None else float(mdates.date2num(split))
    if not edges[0] <= day <= edges[-1]:
        return None
    return float(np.interp(day, edges, np.arange(len(edges))))
