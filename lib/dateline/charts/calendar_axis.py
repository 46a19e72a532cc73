"""The time axis that charts of periods share: ticks, gaps, and the totals under the axis."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

import matplotlib.dates as mdates
import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from numpy.typing import NDArray

from dateline.articles.periods import period_ends, period_label, period_of
from dateline.charts import style
from dateline.charts.wording import numeral

# Fixed, because strftime("%b") speaks the language of the machine.
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
TICK_SIZE = 9.5  # points, as in the style sheet
APART = 7  # points between two labels
# How many periods from one tick to the next; from a year on, times 1, 2, 5, 10 ...
_STEPS = {"year": (), "quarter": (1, 2), "month": (1, 3, 6), "week": (1, 2, 4, 8, 13, 26)}
_STEPS["day"] = (1, 2, 7, 14, 28, 56, 91, 182)
_PER_YEAR = {"year": 1, "quarter": 4, "month": 12, "week": 52, "day": 364}
_YEARS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)


@dataclass(frozen=True)
class PeriodAxis:
    """
    The periods of a table on an axis: first days, period name ("" if unclear), and n + 1 edges.

    Edges are matplotlib days, or 0, 1, 2 ... for columns of equal width.
    """

    starts: pd.DatetimeIndex
    period: str
    edges: NDArray[np.float64]

    @property
    def middles(self) -> NDArray[np.float64]:
        """The middle of each period, where its point is drawn."""
        return (self.edges[:-1] + self.edges[1:]) / 2

    def label(self, number: int) -> str:
        """The name of a period in words; a single one is named by its first day."""
        start = self.starts[number]
        if not self.period:
            return f"the period from {start:%Y-%m-%d}"
        return period_label(start, self.period)


def read_calendar(table: pd.DataFrame, *, even: bool = False) -> PeriodAxis:
    """The calendar of a table with a column `period`; `even` gives columns of equal width."""
    starts = pd.DatetimeIndex(table["period"].drop_duplicates().sort_values())
    period = period_of(starts)
    ends = period_ends(starts[-1:], period) if period else starts[-1:] + pd.Timedelta(days=1)
    edges = np.arange(len(starts) + 1.0) if even else mdates.date2num(starts.append(ends))
    return PeriodAxis(starts, period, np.asarray(edges, dtype=float))


def to_number(days: pd.Series[pd.Timestamp]) -> NDArray[np.float64]:
    """The days of a column as matplotlib counts them."""
    return np.asarray(mdates.date2num(pd.to_datetime(days).to_numpy()), dtype=float)


def draw_calendar(ax: Axes, calendar: PeriodAxis, *, pad: float = 4) -> None:
    """Label the time axis: as many periods as fit, the year under the first of each."""
    if not len(calendar.starts):
        ax.set_xticks([])
        return
    room = style.width_in_points(ax) / len(calendar.starts)
    numbers, labels = choose_ticks(calendar, room)
    ax.set_xlim(calendar.edges[0], calendar.edges[-1])
    ax.set_xticks(calendar.middles[numbers], labels)
    ax.tick_params(axis="x", pad=pad)


def choose_ticks(calendar: PeriodAxis, room: float) -> tuple[list[int], list[str]]:
    """Which periods get a label, and the labels; `room` is the width of a period in points."""
    if not calendar.period:
        return [*range(len(calendar.starts))], [f"from {day:%Y-%m-%d}" for day in calendar.starts]
    step, names = _choose_step(calendar, room)
    numbers = [
        n for n, start in enumerate(calendar.starts) if _ordinal(calendar, n, start) % step == 0
    ]
    years = [int(calendar.starts[n].year) for n in numbers]
    if step >= _PER_YEAR[calendar.period]:
        return numbers, [str(year) for year in years]
    shown = _years_shown(numbers, years, (style.text_width("2022", TICK_SIZE) + APART) / room)
    return numbers, [
        # A second line for all: matplotlib sets labels of one line higher than those of two.
        f"{names[n]}\n{year if show else ' '}"
        for n, year, show in zip(numbers, years, shown, strict=True)
    ]


def _choose_step(calendar: PeriodAxis, room: float) -> tuple[int, list[str]]:
    """The first step whose labels do not touch, and the short names of all periods."""
    names = [_short_name(start, calendar.period) for start in calendar.starts]
    widest = max(style.text_width(name, TICK_SIZE) for name in names)
    year, per_year = style.text_width("2022", TICK_SIZE), _PER_YEAR[calendar.period]
    steps = (*_STEPS[calendar.period], *(per_year * years for years in _YEARS))
    for step in steps:
        if step * room >= APART + (year if step >= per_year else widest):
            return step, names
    return steps[-1], names


def _short_name(start: pd.Timestamp, period: str) -> str:
    if period == "year":
        return str(start.year)
    if period == "quarter":
        return f"Q{start.quarter}"
    month = MONTHS[start.month - 1]
    return month if period == "month" else f"{start.day} {month}"


def _ordinal(calendar: PeriodAxis, number: int, start: pd.Timestamp) -> int:
    """Numbers that put ticks on round periods: January, first quarters, decades."""
    if calendar.period == "year":
        return int(start.year)
    if calendar.period == "quarter":
        return int(start.year * 4 + start.quarter - 1)
    if calendar.period == "month":
        return int(start.year * 12 + start.month - 1)
    return number


def _years_shown(numbers: list[int], years: list[int], apart: float) -> list[bool]:
    """True for the first tick of each year, unless the next year follows too closely to read."""
    shown = [True, *(a != b for a, b in itertools.pairwise(years))][: len(years)]
    firsts = [i for i, first in enumerate(shown) if first]
    for i, following in itertools.pairwise(firsts):
        if numbers[following] - numbers[i] < apart:
            shown[i] = False
    return shown


def runs(mask: Sequence[bool]) -> list[tuple[int, int]]:
    """
    The stretches where the mask is true, as (first, one after the last).

    >>> runs([True, False, True, True])
    [(0, 1), (2, 4)]
    """
    steps = np.diff(np.concatenate([[0], np.asarray(mask, dtype=int), [0]]))
    starts, ends = np.flatnonzero(steps == 1), np.flatnonzero(steps == -1)
    return [(int(a), int(b)) for a, b in zip(starts, ends, strict=True)]


def draw_gaps(ax: Axes, calendar: PeriodAxis, empty: Sequence[bool], *, text: str) -> None:
    """Hatch the periods in which there is nothing to know; the widest stretch says so."""
    gaps = runs(empty)
    for first, end in gaps:
        span = ax.axvspan(calendar.edges[first], calendar.edges[end])
        span.set(facecolor="#f4f6f7", edgecolor="#c3cad0", hatch=style.HATCH, linewidth=0)
        span.set(gid="gap", zorder=0.5)
    if gaps and text:
        _name_gap(ax, calendar, gap=max(gaps, key=lambda gap: gap[1] - gap[0]), text=text)


def _name_gap(ax: Axes, calendar: PeriodAxis, *, gap: tuple[int, int], text: str) -> None:
    first, end = gap
    room = style.width_in_points(ax) / len(calendar.starts) * (end - first)
    upright = room < style.text_width(text, style.SMALL) + 6
    ax.text(
        (calendar.edges[first] + calendar.edges[end]) / 2,
        0.5,
        text,
        transform=ax.get_xaxis_transform(),
        rotation=90 if upright else 0,
        ha="center",
        va="center",
        fontsize=style.SMALL,
        color=style.GREY,
        bbox={"facecolor": "white", "edgecolor": "none", "pad": 1.5},
    )


def draw_totals(ax: Axes, calendar: PeriodAxis, totals: Sequence[float], *, unit: str) -> float:
    """
    Write the number of stories under each period, where it fits.

    Returns how many points of room the tick labels must leave for it (4 if nothing was written).
    """
    room = style.width_in_points(ax) / max(len(totals), 1)
    texts = [numeral(total) for total in totals]
    longest = max((style.text_width(text, style.SMALL) for text in texts), default=0.0)
    upright = room < longest + 2
    if room < style.SMALL or not len(totals):
        return 4
    for middle, text in zip(calendar.middles, texts, strict=True):
        _under_axis(ax, middle, text, upright=upright)
    _name_totals(ax, f"{unit} ")
    return 8 + (longest if upright else style.SMALL * 1.2)


def _under_axis(ax: Axes, x: float, text: str, *, upright: bool) -> None:
    note = ax.annotate(
        text,
        (x, 0),
        xycoords=ax.get_xaxis_transform(),
        xytext=(0, -5),
        textcoords="offset points",
        ha="center",
        va="top",
        rotation=90 if upright else 0,
        fontsize=style.SMALL,
        color=style.GREY,
        annotation_clip=False,
    )
    note.set_gid("total")


def _name_totals(ax: Axes, unit: str) -> None:
    ax.annotate(
        unit,
        (0, 0),
        xycoords="axes fraction",
        xytext=(-3, -5),
        textcoords="offset points",
        ha="right",
        va="top",
        fontsize=style.SMALL,
        color=style.GREY,
        annotation_clip=False,
    )
