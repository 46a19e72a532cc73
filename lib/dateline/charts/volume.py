"""How many articles and distinct stories each period has: the denominators of every share."""

from __future__ import annotations

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.ticker import MaxNLocator

from dateline.charts import style
from dateline.charts.calendar_axis import draw_calendar, draw_gaps, read_calendar
from dateline.charts.share_axis import period_noun, say_nothing

KEY_SIZE = 9.5  # points
WIDTH = 0.86  # of a period; the rest keeps bars apart


@style.styled
def draw_volume(volume: pd.DataFrame, *, ax: Axes | None = None) -> Axes:
    """
    Draw a strip of bars, one for each period, and return the Axes.

    `volume` is the table of `volume_by_period`. Dark: distinct stories; light, on top: further
    copies of stories. A period without any article is hatched. One with copies only has a light
    bar here, but no share of stories: the charts of shares hatch it. The height says how much
    was collected, not how much was published.
    """
    ax = ax if ax is not None else style.new_axes(1.9)
    if volume.empty:
        say_nothing(ax)
        return ax
    calendar = read_calendar(volume)
    rows = volume.sort_values("period")
    draw_gaps(ax, calendar, (rows["articles"] == 0).tolist(), text="no articles")
    copies = (rows["articles"] - rows["stories"]).to_numpy()
    _draw_bars(ax, calendar.edges, stories=rows["stories"].to_numpy(), copies=copies)
    _label_counts(ax, float(rows["articles"].max()))
    names = [(style.MARK, f"distinct stories of each {period_noun(volume)}")]
    _draw_key(ax, names + ([(style.FAINT, "further copies")] if copies.any() else []))
    draw_calendar(ax, calendar)
    return ax


def _draw_bars(ax: Axes, edges: np.ndarray, *, stories: np.ndarray, copies: np.ndarray) -> None:
    widths = np.diff(edges)
    middles = edges[:-1] + widths / 2
    ax.bar(middles, stories, WIDTH * widths, color=style.MARK, gid="stories")
    if copies.any():
        ax.bar(middles, copies, WIDTH * widths, stories, color=style.FAINT, gid="copies")


def _label_counts(ax: Axes, most: float) -> None:
    """Ticks at whole numbers only, also where a bar ends between two."""
    top = max(most, 1.0)
    ticks = [tick for tick in MaxNLocator(3, integer=True).tick_values(0, top) if tick <= top]
    ax.set_ylim(0, top * 1.04)
    ax.set_yticks(ticks, [f"{tick:.0f}" for tick in ticks])
    ax.grid(axis="y")


def _draw_key(ax: Axes, names: list[tuple[str, str]]) -> None:
    """Name the shades above the bars, each after a square of its shade."""
    start = 0.0  # points
    for colour, name in names:
        _write_above(ax, start, text="■", colour=colour)
        _write_above(ax, start + 13, text=name, colour=style.INK)
        start += 13 + style.text_width(name, KEY_SIZE) + 16


def _write_above(ax: Axes, start: float, *, text: str, colour: str) -> None:
    ax.annotate(
        text,
        (0, 1),
        xycoords="axes fraction",
        xytext=(start, 5),
        textcoords="offset points",
        fontsize=KEY_SIZE,
        color=colour,
        annotation_clip=False,
    )
