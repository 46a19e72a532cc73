"""What charts of shares have in common: the percent scale, and unit and denominator in words."""

from __future__ import annotations

import numpy as np
import pandas as pd
from matplotlib.axes import Axes

from dateline.charts import style
from dateline.charts.calendar_axis import read_calendar
from dateline.charts.wording import amount, distinct, numeral

NO_ROWS = "No article has a date in this range."
# Steps of a percent scale; the first of which few enough reach the top is taken.
_STEPS = (0.01, 0.02, 0.05, 0.1, 0.2, 0.5)


def scale_top(highest: float) -> float:
    """
    The upper end of a share scale: a round number that holds the highest value, at most 1.

    >>> scale_top(0.11), scale_top(0.83), scale_top(0.0)
    (0.15, 1.0, 1.0)
    """
    if not highest > 0:  # nothing above zero, or nothing known: the whole scale
        return 1.0
    step = scale_step(highest)
    return round(min(1.0, float(np.ceil(round(highest / step, 6)) * step)), 6)


def scale_step(top: float, *, most: int = 5) -> float:
    """The distance of ticks, so that at most so many reach the top."""
    return next(step for step in _STEPS if top <= most * step + 1e-9)


def label_percent(ax: Axes, top: float, *, most: int = 5) -> None:
    """Put percent labels and grid lines on the y axis, from 0 to `top`."""
    # Rounded: a tick a hair above the top would move the top.
    ticks = np.round(np.arange(0, top + 1e-9, scale_step(top, most=most)), 6)
    ax.set_ylim(0, top)
    ax.set_yticks(ticks, [f"{round(tick * 100)} %" for tick in ticks])
    ax.grid(axis="y")


def say_nothing(ax: Axes, words: str = NO_ROWS) -> None:
    """Say in an empty chart why it is empty."""
    ax.set_axis_off()
    ax.text(0.5, 0.5, words, transform=ax.transAxes, ha="center", color=style.GREY)


def unit_of(*tables: pd.DataFrame) -> str:
    """
    What the first table with rows counts: "stories" or "articles".

    Without any row that is not known; "texts" is true of both.
    """
    return next((str(table["unit"].iloc[0]) for table in tables if len(table)), "texts")


def period_noun(series: pd.DataFrame) -> str:
    """The period of a table in words; "period" if its one row does not tell which."""
    return read_calendar(series).period or "period"


def what_is_shared(series: pd.DataFrame) -> str:
    """The label of the share axis: unit and denominator."""
    unit = distinct(unit_of(series))
    return f"Share of the {unit} of each {period_noun(series)} that mention the theme"


def how_many(series: pd.DataFrame) -> str:
    """The totals in a few words: "2 to 12 stories in a quarter; none in 1"."""
    totals = series.groupby("period")["total"].first()
    some, unit = totals[totals > 0], unit_of(series)
    if some.empty:
        return f"No {unit}"
    least, most = numeral(some.min()), amount(some.max(), unit)
    words = most if most.split()[0] == least else f"{least} to {most}"
    none = int((totals == 0).sum())
    return f"{words} in a {period_noun(series)}" + (f"; none in {none}" if none else "")
