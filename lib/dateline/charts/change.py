"""When themes changed and how sure that is: where on the calendar a change may lie."""

from __future__ import annotations

from collections.abc import Mapping

import matplotlib.dates as mdates
import numpy as np
import pandas as pd
from matplotlib.axes import Axes

from dateline.charts import style
from dateline.charts.beside import write_beside, write_head
from dateline.charts.calendar_axis import draw_calendar, read_calendar
from dateline.charts.share_axis import say_nothing
from dateline.charts.wording import percent

SURE = 0.05  # adjusted p below which a change is drawn as found
CHANGE, BAND = "#a65a00", "#f6e2c6"
ROW = 0.38  # inches
LABEL = 24  # characters in a line of a row label
SHARES, P = 92.0, 40.0  # points: the columns on the right
NOT_LOOKED = "No change was looked for."


@style.styled
def draw_change_calendar(
    series: pd.DataFrame,
    changes: pd.DataFrame,
    positions: pd.DataFrame,
    *,
    labels: Mapping[str, str],
    ax: Axes | None = None,
) -> Axes:
    """
    Draw for each theme where on the calendar its one change may lie, and return the Axes.

    `series` is the table of `count_by_period`, which gives the calendar, `changes` that of
    `find_changes`, `positions` that of `weigh_positions`; `labels` maps names of themes to row
    labels and gives the choice. The most certain come first. The diamond is the best position,
    full where the adjusted p is below 0.05; the bar with ticks holds the other plausible ones. On
    the right: share before and after, and p. Where nothing was looked for, the chart says so.
    """
    rows = looked_rows(changes, labels)
    ax = ax if ax is not None else style.new_axes(0.9 + ROW * len(rows) if len(rows) else 0.6)
    if rows.empty:
        say_nothing(ax, say_not_looked(changes))
        return ax
    calendar = read_calendar(series)
    ax.set_ylim(len(rows) - 0.4, -0.6)
    names = [style.plain(labels[name], otherwise=name) for name in rows["theme"]]
    ax.set_yticks(range(len(rows)), [style.wrap(name, LABEL) for name in names], parse_math=False)
    ax.tick_params(axis="y", labelcolor=style.INK)
    for place, (_, row) in enumerate(rows.iterrows()):
        days = positions[(positions["theme"] == row["theme"]) & positions["plausible"]]
        _draw_row(ax, place, row, to_numbers(days["first_after"]))
    _write_columns(ax, rows)
    draw_calendar(ax, calendar)
    ax.grid(axis="x")
    return ax


def looked_rows(changes: pd.DataFrame, labels: Mapping[str, str]) -> pd.DataFrame:
    """The themes in which a change was looked for, the most certain first."""
    rows = changes[changes["theme"].isin(list(labels)) & (changes["part"] == "all")]
    rows = rows[rows["reason"] == ""]
    return rows.sort_values(["p_holm", "p", "first_after"], kind="stable", ignore_index=True)


def say_not_looked(changes: pd.DataFrame) -> str:
    """That no change was looked for, and why, if there is one reason for all themes."""
    reasons = changes.loc[changes["part"] == "all", "reason"].unique()
    return f"{NOT_LOOKED[:-1]}: {reasons[0]}." if len(reasons) == 1 and reasons[0] else NOT_LOOKED


def sure_rows(changes: pd.DataFrame) -> pd.DataFrame:
    """The changes that are told from chance, first ones and second ones."""
    return changes[changes["p_holm"] < SURE]


def p_value(p: float) -> str:
    """
    A p-value as it is printed: ".004", "<.001".

    >>> [p_value(p) for p in (0.0004, 0.0234, 0.4, 1.0)]
    ['<.001', '.023', '.40', '1']
    """
    if p < 0.001:
        return "<.001"
    if p >= 0.995:
        return "1"
    return f"{p:.3f}"[1:] if p < 0.1 else f"{p:.2f}"[1:]


def to_numbers(days: pd.Series) -> np.ndarray:
    """The days as matplotlib counts them."""
    return np.asarray(mdates.date2num(pd.DatetimeIndex(days)), dtype=float)


def _draw_row(ax: Axes, place: int, row: pd.Series, days: np.ndarray) -> None:
    sure = row["p_holm"] < SURE
    colour = CHANGE if sure else style.FAINT
    ax.plot([days.min(), days.max()], [place, place], color=BAND if sure else style.RULE,
            linewidth=9, solid_capstyle="butt", gid="plausible", zorder=1)  # fmt: skip
    ax.plot(days, np.full(len(days), place), "|", color=colour, markersize=9, gid="position")
    best = float(mdates.date2num(row["first_after"]))
    ax.plot([best], [place], "D", color=colour, markerfacecolor=colour if sure else "white",
            markersize=6.5, gid="best", zorder=4)  # fmt: skip


def _write_columns(ax: Axes, rows: pd.DataFrame) -> None:
    """Right of the axes: share before and after, and the adjusted p."""
    starts = 8 + SHARES / 2, 12 + SHARES + P / 2
    for text, start in zip(("before → after", "p, adjusted"), starts, strict=True):
        write_head(ax, text, start=start)
    for place, (_, row) in enumerate(rows.iterrows()):
        shares = " → ".join(percent(row[side], 1) for side in ("before", "after"))
        for text, start in zip((shares, p_value(row["p_holm"])), starts, strict=True):
            write_beside(ax, text, place, start=start, bold=row["p_holm"] < SURE)
