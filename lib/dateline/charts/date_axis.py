"""The days along a timeline: which of them are drawn, and where the calendar is marked."""

from __future__ import annotations

from typing import Any

import matplotlib.dates as mdates
import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from numpy.typing import NDArray

from dateline.articles.dates.evidence import DATED
from dateline.articles.periods import period_starts
from dateline.charts import style
from dateline.charts.calendar_axis import PeriodAxis, choose_ticks

NO_DAYS = (0.0, 1.0)
# The period that gives the ticks, by the longest span in days that it can label.
TICKS = (("day", 45), ("week", 150), ("month", 1100), ("quarter", 4000), ("year", np.inf))


def to_days(moment: Any) -> float:
    """A Timestamp as matplotlib counts days; NaN for NaT."""
    return float("nan") if pd.isna(moment) else float(mdates.date2num(moment))


def drawn_span(rows: pd.DataFrame) -> tuple[float, float]:
    """
    The first and last day drawn, with a margin; NO_DAYS if no article has a day.

    The days are those of classes A to C, else of all, so that one wide date stretches nothing.
    """
    dated = rows[rows["date_class"].isin(DATED)]
    for some in (dated, rows):
        ends = pd.concat([some["date"], some["date_earliest"], some["date_latest"]]).dropna()
        if len(ends):
            first, last = mdates.date2num([ends.min(), ends.max()])
            margin = max(2.0, 0.04 * (last - first))
            return float(first - margin), float(last + margin)
    return NO_DAYS


def draw_days(ax: Axes, span: tuple[float, float], *, above: bool = False) -> None:
    """
    A line and a label at the first day of as many periods as fit; `above` repeats the labels.

    Draw what takes room beside the axes first: the labels are fitted to the width that is left.
    """
    if span == NO_DAYS:
        ax.set_xticks([])
        return
    first, last = (pd.Timestamp(day).tz_localize(None) for day in mdates.num2date(span))
    period = next(name for name, most in TICKS if span[1] - span[0] <= most)
    starts = period_starts(first, last, period)[1:]
    days: NDArray[np.float64] = np.asarray(mdates.date2num(starts), dtype=float)
    style.settle_layout(ax)
    room = style.width_in_points(ax) / max(len(starts), 1)
    numbers, labels = choose_ticks(PeriodAxis(starts, period, np.append(days, span[1])), room)
    ax.set_xticks(days[numbers], labels)
    ax.grid(axis="x")
    ax.tick_params(labeltop=above)
