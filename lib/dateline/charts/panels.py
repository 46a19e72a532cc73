"""Small charts beside each other: their places, how many to a figure, and what stands below."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from dateline.charts import style
from dateline.charts.calendar_axis import draw_calendar, read_calendar
from dateline.charts.events import draw_events
from dateline.charts.layers import Layers, shown_events
from dateline.charts.ribbons import draw_strip

FEW = 6  # themes; up to so many the small charts are larger, two in a row
MOST = 15  # small charts of a figure; with more it is shrunk on paper until nobody can read it
STRIP = 0.16  # of the height of a curve: the bars under it
# Points: a bold letter in the title of a small chart, the values left of the first of a row, and
# what keeps two titles apart.
LETTER, VALUES, APART = 6.9, 36, 12
EVENT_SIZE = 7.0  # points: numbers of events over a small chart
Pair = tuple[Axes, Axes | None]


def group_panels(labels: Mapping[str, str], caption: str) -> list[tuple[dict[str, str], str]]:
    """
    The themes of each figure and its caption, so that no figure is longer than a sheet of paper.

    Up to 15 themes stand in one figure, with `caption`. More are divided evenly; then the caption
    stands below the last, and the others say that it does.

    >>> group_panels({"trade": "Trade"}, "Share of stories.")
    [({'trade': 'Trade'}, 'Share of stories.')]
    """
    names = list(labels)
    if len(names) <= MOST:
        return [(dict(labels), caption)]
    groups, first = [], 1
    for part in np.array_split(np.array(names, dtype=object), -(-len(names) // MOST)):
        last = first + len(part) - 1
        which = f"Themes {first} to {last} of {len(names)}"
        words = f"{which}. {caption}" if last == len(names) else f"{which}; {_BELOW}"
        groups.append(({name: labels[name] for name in part}, words))
        first = last + 1
    return groups


_BELOW = "what the marks mean and what is left out is said below the last of these charts."


def title_letters(columns: int) -> int:
    """How many letters a line of a title can have where so many small charts stand in a row."""
    return int(((style.WIDTH * 72 - VALUES) / columns - APART) / LETTER)


def small_pairs(figure: Figure, number: int, columns: int, *, with_strip: bool) -> list[Pair]:
    """The places of the small charts, each with its strip; what is left over is taken away."""
    rows = -(-number // columns)
    ratios = [1, STRIP] * rows if with_strip else [1] * rows
    grid = figure.subplots(len(ratios), columns, squeeze=False, height_ratios=ratios)
    step = len(ratios) // rows
    curves = [ax for row in grid[::step] for ax in row]
    strips = [ax for row in grid[1::2] for ax in row] if with_strip else [None] * len(curves)
    for ax in [*curves[number:], *strips[number:]]:
        if ax is not None:
            ax.set_axis_off()
    for strip in filter(None, strips):
        strip.set_yticks([])  # or the layout would leave room for their labels
    return list(zip(curves[:number], strips[:number], strict=True))


def draw_small_foot(pair: Pair, rows: pd.DataFrame, *, layers: Layers, named: bool) -> None:
    """
    The strip, the calendar and the events of a small chart; `rows` are those of its theme.

    Labels are fitted to the width that the layout has left. `named` keeps those of the calendar.
    """
    ax, strip = pair
    rows = rows.sort_values("period")
    calendar = read_calendar(rows)
    if strip is not None:
        draw_strip(strip, calendar, rows, layers=layers)
        ax.set_xlim(calendar.edges[0], calendar.edges[-1])
        ax.tick_params(labelbottom=False)
        ax.spines["bottom"].set_visible(False)
    draw_calendar(strip or ax, calendar)
    (strip or ax).tick_params(labelbottom=named)
    draw_events(ax, shown_events(rows, layers), size=EVENT_SIZE)
