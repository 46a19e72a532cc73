"""What charts of shares have in common: the percent scale, and unit and denominator in words."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pandas as pd
from matplotlib.axes import Axes

from dateline.charts import style
from dateline.charts.calendar_axis import read_calendar
from dateline.charts.wording import amount, numeral
from dateline.stats.measures import MEASURES

INDEX = "index"  # the unit of `index_series`: 100 is the base period
NO_ROWS = "No article has a date in this range."
# Steps of a scale; the first of which few enough reach the top is taken.
_STEPS = (*(digit * 10.0**power for power in range(-3, 5) for digit in (1, 2, 5)),)


def scale_top(highest: float, *, most: float = 1.0) -> float:
    """
    The upper end of a scale: a round number that holds the highest value, at most `most`.

    >>> scale_top(0.11), scale_top(0.83), scale_top(0.0), scale_top(158, most=np.inf)
    (0.15, 1.0, 1.0, 200.0)
    """
    if not highest > 0:  # nothing above zero, or nothing known: the whole scale
        return 1.0
    step = scale_step(highest)
    return round(min(most, float(np.ceil(round(highest / step, 6)) * step)), 6)


def scale_step(top: float, *, most: int = 5) -> float:
    """The distance of ticks, so that at most so many reach the top."""
    return next(step for step in _STEPS if top <= most * step + 1e-9)


def top_of(series: pd.DataFrame, column: str = "high") -> float:
    """
    The upper end of the scale for a column of a series: 1 at the most where it is a share.

    Where an interval reaches more than four times as far as any share, it is cut off, so that
    the shares can be told apart.
    """
    values = series[["share", column]].max(axis=1)
    if is_rate(series):
        highest = series["share"].max()
        bound = 4 * highest if highest > 0 else np.inf
        return scale_top(min(values.max(), bound), most=np.inf)
    return scale_top(values.max())


def label_percent(ax: Axes, top: float, *, most: int = 5) -> None:
    """Put percent labels and grid lines on the y axis, from 0 to `top`."""
    _label(ax, top, most=most, write=lambda tick: f"{tick * 100:g} %")


def label_values(ax: Axes, series: pd.DataFrame, *, top: float, most: int = 5) -> None:
    """As `label_percent`; of words, plain numbers in 10,000."""
    if not is_rate(series):
        label_percent(ax, top, most=most)
        return
    _label(ax, top, most=most, write=lambda tick: f"{tick:g}")


def _label(ax: Axes, top: float, *, most: int, write: Callable[[float], str]) -> None:
    # Rounded: a tick a hair above the top would move the top.
    ticks = np.round(np.arange(0, top + 1e-9, scale_step(top, most=most)), 6)
    ax.set_ylim(0, top)
    ax.set_yticks(ticks, [write(float(tick)) for tick in ticks])
    ax.grid(axis="y")


def say_nothing(ax: Axes, words: str = NO_ROWS) -> None:
    """Say in an empty chart why it is empty."""
    ax.set_axis_off()
    ax.text(0.5, 0.5, words, transform=ax.transAxes, ha="center", color=style.GREY)


def unit_of(*tables: pd.DataFrame) -> str:
    """
    What the first table with rows counts: "stories", "articles", ... (`MEASURES`).

    Without any row that is not known; "texts" is true of all.
    """
    return next((str(table["unit"].iloc[0]) for table in tables if len(table)), "texts")


def is_rate(series: pd.DataFrame) -> bool:
    """Whether the values are not shares, but mentions in 10,000 words or an index."""
    unit = unit_of(series)
    return unit == INDEX or (unit in MEASURES and not MEASURES[unit].is_share)


def noun_of(*tables: pd.DataFrame) -> str:
    """The plural of what the totals count: "stories", "uptakes", "words"; "texts" without rows."""
    unit = unit_of(*tables)
    if unit == INDEX:
        return "texts"
    return MEASURES[unit].noun if unit in MEASURES else unit


def what_is_asked(theme: str, *tables: pd.DataFrame) -> str:
    """How a caption begins: "Share of distinct stories that mention sanctions"."""
    unit = unit_of(*tables)
    if unit not in MEASURES:
        return f"Share of {unit} that mention {theme}"
    return MEASURES[unit].caption.format(theme=theme)


def period_noun(series: pd.DataFrame) -> str:
    """The period of a table in words; "period" if its one row does not tell which."""
    return read_calendar(series).period or "period"


def what_is_shared(series: pd.DataFrame) -> str:
    """The label of the value axis: unit and denominator."""
    unit, period = unit_of(series), period_noun(series)
    if unit == INDEX:
        return f"Index of the share of each {period}: 100 is the base period"
    if unit not in MEASURES:
        return f"Share of the {unit} of each {period} that mention the theme"
    return MEASURES[unit].axis.format(period=period)


def how_many(series: pd.DataFrame) -> str:
    """The totals in a few words: "2 to 12 stories in a quarter; none in 1"."""
    totals = series.groupby("period")["total"].first()
    some, noun = totals[totals > 0], noun_of(series)
    if some.empty:
        return f"No {noun}"
    least, most = numeral(some.min()), amount(some.max(), noun)
    words = most if most.split()[0] == least else f"{least} to {most}"
    none = int((totals == 0).sum())
    return f"{words} in a {period_noun(series)}" + (f"; none in {none}" if none else "")
