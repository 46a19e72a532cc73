"""Events of the calendar as light marks behind a curve, numbered; captions give their names."""

from __future__ import annotations

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from numpy.typing import NDArray

from dateline.charts import style
from dateline.charts.calendar_axis import PeriodAxis, to_number

COLOUR, DAYS = "#a9b4bd", "#eceff1"  # lines, and spans of several days
APART = 3.0  # points between two labels
TICK = 4.0  # points: the mark over a column


def draw_events(ax: Axes, events: pd.DataFrame, *, size: float = style.SMALL) -> None:
    """
    Mark each event on a time axis whose limits are set; numbers stand above, in order.

    `events` has `start` and `end` (days), sorted by `start`; the number is the place in it. A
    number that would touch the one before it is written together with it: "3-5".
    """
    starts, ends = to_number(events["start"]), to_number(events["end"])
    for first, last in zip(starts, ends, strict=True):
        ax.axvline(
            first, color=COLOUR, linewidth=0.8, linestyle=(0, (1, 2)), zorder=0.8, gid="event"
        )
        if last > first:
            ax.axvspan(first, last + 1, facecolor=DAYS, zorder=0.4, gid="event days")
    _write_numbers(ax, starts, size=size, above=1)


def draw_column_events(ax: Axes, events: pd.DataFrame, calendar: PeriodAxis) -> None:
    """
    Mark each event over columns of equal width, with a tick on their upper edge and its number.

    `calendar` has the true days of the columns, from left to right at 0, 1, 2 ... of the axis. A
    line down the cells would cross their numbers.
    """
    columns = np.arange(len(calendar.edges))
    starts = np.interp(to_number(events["start"]), calendar.edges, columns)
    for place in starts:
        ax.annotate("", (place, 1), xycoords=ax.get_xaxis_transform(), xytext=(0, TICK),
                    textcoords="offset points", annotation_clip=False, gid="event",
                    arrowprops={"arrowstyle": "-", "color": style.GREY, "linewidth": 0.9,
                                "shrinkA": 0, "shrinkB": 0})  # fmt: skip
    _write_numbers(ax, starts, size=style.SMALL, above=TICK + 1)


def _write_numbers(ax: Axes, starts: NDArray[np.float64], *, size: float, above: float) -> None:
    """The number of each event, so many points above the axes; those that touch as one text."""
    left, right = ax.get_xlim()
    width = style.width_in_points(ax)
    places = ((starts.clip(left, right) - left) / (right - left) * width).tolist()
    for first, last in group_numbers(places, size=size):
        middle = (places[first] + places[last]) / 2 / width
        ax.annotate(
            number_text(first, last), (middle, 1), xycoords="axes fraction", xytext=(0, above),
            textcoords="offset points", ha="center", va="bottom", fontsize=size,
            color=style.GREY, annotation_clip=False, gid="event number",
        )  # fmt: skip


def group_numbers(places: list[float], *, size: float) -> list[tuple[int, int]]:
    """
    Which numbers are written together, so that none touches another: (first, last) from 0.

    `places` are in points, in order.

    >>> group_numbers([10, 12, 80], size=8)
    [(0, 1), (2, 2)]
    """
    groups: list[tuple[int, int]] = []
    for number in range(len(places)):
        groups.append((number, number))
        while len(groups) > 1 and _touch(groups[-2], groups[-1], places, size):
            last = groups.pop()[1]
            groups[-1] = (groups[-1][0], last)
    return groups


def number_text(first: int, last: int) -> str:
    """
    The numbers of a group, counted from 1.

    >>> number_text(0, 0), number_text(0, 1), number_text(2, 5)
    ('1', '1, 2', '3–6')
    """
    if first == last:
        return str(first + 1)
    return f"{first + 1}{', ' if last == first + 1 else '–'}{last + 1}"


def _touch(one: tuple[int, int], other: tuple[int, int], places: list[float], size: float) -> bool:
    return _ends(one, places, size)[1] + APART > _ends(other, places, size)[0]


def _ends(group: tuple[int, int], places: list[float], size: float) -> tuple[float, float]:
    middle = (places[group[0]] + places[group[1]]) / 2
    half = style.text_width(number_text(*group), size) / 2
    return middle - half, middle + half
