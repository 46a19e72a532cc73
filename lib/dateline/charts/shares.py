"""The share of stories that mention a theme, over calendar time."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from dateline.charts import style
from dateline.charts.calendar_axis import (
    Calendar,
    draw_calendar,
    draw_gaps,
    draw_totals,
    read_calendar,
)
from dateline.errors import SettingError

NO_ROWS = "No article has a date in this range."
# Steps of a percent axis; the first that needs at most five of them is taken.
_STEPS = (0.01, 0.02, 0.05, 0.1, 0.2)


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
            f"the table has {len(names)} themes; keep the rows of one of them, or use draw_shares."
        )
    ax = ax if ax is not None else style.new_axes(3.3)
    unit = _unit(series)
    ax.set_title(style.plain(label or "".join(names), otherwise="".join(names)), pad=20)
    _say_what_is_shared(ax, unit)
    _draw_panel(ax, series, top=axis_top(series), words=f"no {unit}", totals=True)
    return ax


@style.styled
def draw_shares(series: pd.DataFrame, *, labels: Mapping[str, str], columns: int = 3) -> Figure:
    """
    Draw one small chart of the share for each theme, all on one scale, and return the Figure.

    `series` is the table of `count_by_period`. `labels` maps names of themes to titles and gives
    order and choice: a theme that is not in it is not drawn. Reads as `draw_share`; the totals are
    the same in every panel and stand under the lowest.
    """
    names = [name for name in labels if (series["theme"] == name).any()]
    rows = -(-len(names) // columns) or 1
    figure = Figure(figsize=(style.WIDTH, 0.75 + 1.35 * rows), layout="constrained")
    unit = _unit(series)
    if not names:
        _say_nothing(figure.add_subplot())
        return figure
    panels = figure.subplots(rows, columns, squeeze=False, sharey=True)
    figure.suptitle(
        f"Share of the {unit} of each period that mention the theme",
        x=0.01,
        ha="left",
        fontsize=10,
        color=style.GREY,
    )
    top = axis_top(series[series["theme"].isin(names)])
    for number, ax in enumerate(panels.flat):
        if number >= len(names):
            ax.set_axis_off()
            continue
        lowest = number + columns >= len(names)
        _draw_small(ax, series, names[number], label=labels[names[number]], top=top)
        ax.tick_params(labelbottom=lowest, labelleft=number % columns == 0)
    return figure


def _draw_small(ax: Axes, series: pd.DataFrame, name: str, *, label: str, top: float) -> None:
    title = style.wrap(style.plain(label, otherwise=name), 24)
    ax.set_title(title, fontsize=9.5, pad=5)
    rows = series[series["theme"] == name]
    _draw_panel(ax, rows, top=top, words="", totals=False)
    for line in ax.lines:
        line.set_markersize(line.get_markersize() * 0.65)
        line.set_linewidth(1.2)


def axis_top(series: pd.DataFrame) -> float:
    """The upper end of the share axis: a round number that holds every interval, at most 1."""
    highest = series["high"].max() if series["high"].notna().any() else 1.0
    step = _step(float(highest))
    return float(min(1.0, np.ceil(round(float(highest) / step, 6)) * step))


def _step(top: float) -> float:
    return next((step for step in _STEPS if top <= 5 * step + 1e-9), _STEPS[-1])


def _unit(series: pd.DataFrame) -> str:
    return "".join(series["unit"].head(1)) or "stories"


def _say_what_is_shared(ax: Axes, unit: str) -> None:
    """The name of the y axis, upright over its upper end, where it is read first."""
    ax.set_ylabel(f"Share of the {unit} of each period", rotation=0, ha="left", va="bottom")
    ax.yaxis.set_label_coords(0, 1.03)


def _say_nothing(ax: Axes) -> None:
    ax.set_axis_off()
    ax.text(0.5, 0.5, NO_ROWS, transform=ax.transAxes, ha="center", color=style.GREY)


def _draw_panel(
    ax: Axes, series: pd.DataFrame, *, top: float, words: str, totals: bool
) -> None:
    if series.empty:
        _say_nothing(ax)
        return
    rows = series.sort_values("period")
    calendar = read_calendar(rows)
    ax.set_ylim(0, top)
    _label_percent(ax, top)
    draw_gaps(ax, calendar, (rows["total"] == 0).tolist(), text=words)
    _draw_band(ax, calendar, rows)
    _draw_points(ax, calendar, rows)
    pad = 4.0
    if totals:
        pad = draw_totals(ax, calendar, rows["total"].tolist(), unit=_unit(rows))
    draw_calendar(ax, calendar, pad=pad)


def _label_percent(ax: Axes, top: float) -> None:
    ticks = np.arange(0, top + 1e-9, _step(top))
    ax.set_yticks(ticks, [f"{round(tick * 100)} %" for tick in ticks])
    ax.grid(axis="y")


def _draw_band(ax: Axes, calendar: Calendar, rows: pd.DataFrame) -> None:
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


def _draw_points(ax: Axes, calendar: Calendar, rows: pd.DataFrame) -> None:
    share, thin = rows["share"].to_numpy(), (rows["total"] < style.THIN).to_numpy()
    x = calendar.middles
    ax.plot(x, share, color=style.MARK, gid="line", zorder=3)
    points = {"linestyle": "none", "marker": "o", "color": style.MARK, "clip_on": False, "zorder": 4}
    ax.plot(x[~thin], share[~thin], **points, gid="points")
    known = thin & ~np.isnan(share)
    ax.plot(x[known], share[known], **points, markerfacecolor="white", gid="hollow points")
