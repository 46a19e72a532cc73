"""The share of stories that mention a theme, over calendar time."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from dateline.charts import style
from dateline.charts.calendar_axis import (
    PeriodAxis,
    draw_calendar,
    draw_gaps,
    draw_totals,
    read_calendar,
)
from dateline.charts.share_axis import (
    how_many,
    label_percent,
    say_nothing,
    scale_top,
    unit_of,
    what_is_shared,
)
from dateline.errors import SettingError

LETTER = 6.6  # points: the width of a bold letter in the title of a small chart


@style.styled
def draw_share(series: pd.DataFrame, *, ax: Axes | None = None, label: str = "") -> Axes:
    """
    Draw the share of one theme over time, with its 95 % band, and return the Axes.

    `series` is the table of `count_by_period`, with the rows of one theme. The y axis starts at
    0. A point is hollow where fewer than 3 stories stand behind it. Where there are no stories,
    line and band break and the gap is hatched. The totals stand under the axis where they fit.
    `label` is the title; without it, the name of the theme.

    The band tells what chance can do with so few stories, not what the choice of the terms or of
    the sources does. Raises SettingError if there is more than one theme.
    """
    names = series["theme"].unique()
    if len(names) > 1:
        raise SettingError(
            f"the table has {len(names)} themes; keep the rows of one of them, or use draw_shares"
        )
    ax = ax if ax is not None else style.new_axes(3.3)
    title = style.plain(label or "".join(names), otherwise="".join(names))
    # Axes of the caller were made under other settings, and would take $ for a formula.
    ax.set_title(title, loc="left", pad=20, parse_math=False)
    # The name of the y axis stands upright over its upper end, where it is read first.
    ax.set_ylabel(what_is_shared(series), rotation=0, ha="left", va="bottom")
    ax.yaxis.set_label_coords(0, 1.03)
    _draw_panel(
        ax, series, top=scale_top(series["high"].max()), words=f"no {unit_of(series)}", totals=True
    )
    return ax


@style.styled
def draw_shares(series: pd.DataFrame, *, labels: Mapping[str, str], columns: int = 3) -> Figure:
    """
    Draw one small chart of the share for each theme, all on one scale, and return the Figure.

    `series` is the table of `count_by_period`. `labels` maps names of themes to titles and gives
    order and choice: a theme that is not in it is not drawn. Reads as `draw_share`, but the totals,
    the same in every panel, are told by their range over all of them.

    Raises SettingError if columns is below 1.
    """
    if columns < 1:
        raise SettingError(f"columns is {columns}; choose how many charts stand in a row")
    names = [name for name in labels if (series["theme"] == name).any()]
    rows = -(-len(names) // columns) or 1
    figure = Figure(figsize=(style.WIDTH, 0.75 + 1.35 * rows), layout="constrained")
    if not names:
        say_nothing(figure.add_subplot())
        return figure
    words = f"{what_is_shared(series)}\n{how_many(series)}"
    figure.suptitle(words, x=0.01, ha="left", fontsize=10, color=style.GREY)
    top = scale_top(series.loc[series["theme"].isin(names), "high"].max())
    letters = int((style.WIDTH * 72 / columns - 12) / LETTER)
    for number, ax in enumerate(figure.subplots(rows, columns, squeeze=False, sharey=True).flat):
        if number >= len(names):
            ax.set_axis_off()
            continue
        name = names[number]
        title = style.wrap(style.plain(labels[name], otherwise=name), letters)
        _draw_small(ax, series[series["theme"] == name], title=title, top=top)
        lowest = number + columns >= len(names)
        ax.tick_params(labelbottom=lowest, labelleft=number % columns == 0)
    return figure


def _draw_small(ax: Axes, rows: pd.DataFrame, *, title: str, top: float) -> None:
    ax.set_title(title, loc="left", fontsize=9.5, pad=5)
    _draw_panel(ax, rows, top=top, words="", totals=False)
    label_percent(ax, top, most=2)
    for line in ax.lines:
        line.set_markersize(line.get_markersize() * 0.65)
        line.set_linewidth(1.2)


def _draw_panel(ax: Axes, series: pd.DataFrame, *, top: float, words: str, totals: bool) -> None:
    if series.empty:
        say_nothing(ax)
        return
    rows = series.sort_values("period")
    calendar = read_calendar(rows)
    label_percent(ax, top)
    draw_gaps(ax, calendar, (rows["total"] == 0).tolist(), text=words)
    _draw_band(ax, calendar, rows)
    _draw_points(ax, calendar, rows)
    pad = 4.0
    if totals:
        pad = draw_totals(ax, calendar, rows["total"].tolist(), unit=unit_of(rows))
    draw_calendar(ax, calendar, pad=pad)


def _draw_band(ax: Axes, calendar: PeriodAxis, rows: pd.DataFrame) -> None:
    """A block for each period: the interval is that of the period, not of the days between two."""
    known = (rows["total"] > 0).to_numpy()
    ax.bar(
        calendar.edges[:-1][known],
        (rows["high"] - rows["low"]).to_numpy()[known],
        bottom=rows["low"].to_numpy()[known],
        width=np.diff(calendar.edges)[known],
        align="edge",
        color=style.TINT,
        gid="band",
    )


def _draw_points(ax: Axes, calendar: PeriodAxis, rows: pd.DataFrame) -> None:
    x, share = calendar.middles, rows["share"].to_numpy()
    known, thin = (rows["total"] > 0).to_numpy(), (rows["total"] < style.THIN).to_numpy()
    # Not clipped, so that 0 % and 100 % are as thick as the rest; but an unclipped line without
    # points would stretch the layout to a corner of the figure.
    clip = not known.any()
    ax.plot(x, share, color=style.MARK, gid="line", zorder=3, clip_on=clip)
    kinds = (("points", known & ~thin, style.MARK), ("hollow points", known & thin, "white"))
    for gid, which, face in kinds:
        if which.any():
            ax.plot(
                x[which],
                share[which],
                "o",
                color=style.MARK,
                markerfacecolor=face,
                clip_on=False,
                gid=gid,
                zorder=4,
            )
