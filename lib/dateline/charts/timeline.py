"""One row for each article: when it can have appeared, and how well that is known."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import Any

import matplotlib.dates as mdates
import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.lines import Line2D
from numpy.typing import NDArray

from dateline.articles.dates.evidence import CLASS_DAYS, DATED
from dateline.articles.periods import period_starts
from dateline.articles.shortening import shorten
from dateline.charts import style
from dateline.charts.calendar_axis import PeriodAxis, choose_ticks
from dateline.charts.share_axis import say_nothing
from dateline.errors import SettingError

MOST = 80  # rows
ROW = 0.21  # inches
LABEL, SOURCE = 46, 12  # characters of a row label, and of the source in it
BAR = 4.5  # points
TALL = 25  # rows; from here on the days stand above the rows too
# Words of the key, and the face of the dot: filled, hollow, or no dot at all.
CLASSES = {
    "A": ("stated day", style.MARK),
    "B": (f"within {CLASS_DAYS['B']} days", style.MARK),
    "C": (f"within {CLASS_DAYS['C']} days", "white"),
    "D": ("wider or unknown", ""),
}
BAR_COLOURS = {"B": "#68a8d0", "C": "#68a8d0", "D": "#c3cdd5"}
# The period that gives the ticks, by the longest span in days that it can label.
TICKS = (("day", 45), ("week", 150), ("month", 1100), ("quarter", 4000), ("year", np.inf))


@style.styled
def draw_timeline(articles: pd.DataFrame, *, ax: Axes | None = None, most: int = MOST) -> Axes:
    """
    Draw one row for each article, a bar over the days on which it can have appeared.

    `articles` is the table of `build_corpus`. A dot marks the best day: filled for a stated day
    (class A) and within 8 days (B, with bar), hollow within 92 days (C). Classes D and U have a
    grey bar and no dot: nobody knows a best day. An arrow says that the bar goes on beyond the
    chart, or has no known end. Rows are sorted by earliest day, open ones last. Articles with a
    problem are left out. At most `most` rows are drawn; `caption_timeline` says how many are not.

    Raises SettingError if `most` is below 1.
    """
    rows = timeline_rows(articles, most=most)
    ax = ax if ax is not None else style.new_axes(1.0 + ROW * max(len(rows), 2))
    if rows.empty:
        say_nothing(ax, "There is no article to draw.")
        return ax
    span = drawn_span(rows)
    ax.set(xlim=span, ylim=(len(rows) - 0.4, -0.6))
    _label_rows(ax, rows)
    _draw_ticks(ax, span)
    for y, row in enumerate(rows.itertuples()):
        known = str(row.date_class) if row.date_class in CLASSES else "D"
        ends = _days(row.date_earliest), _days(row.date_latest)
        if known != "A":
            _draw_bar(ax, y, ends, colour=BAR_COLOURS[known])
        if CLASSES[known][1]:
            _draw_dot(ax, y, _days(row.date), face=CLASSES[known][1])
    _draw_key(ax, rows)
    return ax


def timeline_rows(articles: pd.DataFrame, *, most: int) -> pd.DataFrame:
    """The articles that a timeline of at most `most` rows draws, in its order."""
    if most < 1:
        raise SettingError(f"most is {most}; choose how many rows to draw, 1 or more")
    whole = articles[articles["problem"] == ""]
    order = ["date_earliest", "date_latest", "doc_id"]
    return whole.sort_values(order, na_position="last").head(most)


def drawn_span(rows: pd.DataFrame) -> tuple[float, float]:
    """The days drawn, with a margin: those of classes A to C, else of all that have a day."""
    dated = rows[rows["date_class"].isin(DATED)]
    for some in (dated, rows):
        ends = pd.concat([some["date"], some["date_earliest"], some["date_latest"]]).dropna()
        if len(ends):
            first, last = mdates.date2num([ends.min(), ends.max()])
            margin = max(2.0, 0.04 * (last - first))
            return float(first - margin), float(last + margin)
    return 0.0, 1.0


def goes_beyond(rows: pd.DataFrame) -> bool:
    """Whether a bar of these rows has an arrow: an end that is open or outside what is drawn."""
    first, last = drawn_span(rows)
    ends = [
        (_days(row.date_earliest), _days(row.date_latest))
        for row in rows.itertuples()
        if row.date_class != "A"
    ]
    return any(not a >= first or not b <= last for a, b in ends)


def _days(moment: Any) -> float:
    """A Timestamp as matplotlib counts days; NaN for NaT."""
    return float("nan") if pd.isna(moment) else float(mdates.date2num(moment))


def _draw_bar(ax: Axes, y: int, ends: tuple[float, float], *, colour: str) -> None:
    """The bar within the axes; an arrow at each end that is open or beyond them."""
    left, right = ax.get_xlim()
    # "not >=" rather than "<": an open end is NaN, and must count as beyond.
    first = left if not ends[0] >= left else ends[0]
    last = right if not ends[1] <= right else ends[1]
    if first <= last:
        ax.plot(
            [first, last], [y, y], color=colour, linewidth=BAR, solid_capstyle="butt", gid="bar"
        )
    for beyond, x, marker in ((first == left, left, "<"), (last == right, right, ">")):
        if beyond:
            ax.plot(x, y, marker, color=style.GREY, markersize=5, clip_on=False, gid="arrow")


def _draw_dot(ax: Axes, y: int, day: float, *, face: str) -> None:
    ax.plot(
        day,
        y,
        "o",
        color=style.MARK,
        markerfacecolor=face,
        markersize=6,
        gid="dot" if face != "white" else "hollow dot",
        zorder=4,
    )


def _draw_ticks(ax: Axes, span: tuple[float, float]) -> None:
    """A line and a label at the first day of as many periods as fit."""
    first, last = (pd.Timestamp(day).tz_localize(None) for day in mdates.num2date(span))
    if span == (0.0, 1.0):
        ax.set_xticks([])
        return
    period = next(name for name, most in TICKS if span[1] - span[0] <= most)
    starts = period_starts(first, last, period)[1:]
    days: NDArray[np.float64] = np.asarray(mdates.date2num(starts), dtype=float)
    style.settle_layout(ax)
    room = style.width_in_points(ax) / max(len(starts), 1)
    numbers, labels = choose_ticks(PeriodAxis(starts, period, np.append(days, span[1])), room)
    ax.set_xticks(days[numbers], labels)
    ax.grid(axis="x")
    ax.tick_params(labeltop=len(ax.get_yticks()) > TALL)


def _label_rows(ax: Axes, rows: pd.DataFrame) -> None:
    labels = [row_label(row) for _, row in rows.iterrows()]
    ax.set_yticks(range(len(rows)), labels, parse_math=False)
    ax.tick_params(axis="y", labelsize=style.SMALL, labelcolor=style.INK, pad=8)
    for y in range(len(rows)):
        ax.axhline(y, color=style.RULE, linewidth=0.6, zorder=0)


def row_label(row: pd.Series) -> str:
    """Short source and short title of an article; the file name where it has no title."""
    name = PurePosixPath(str(row["path"])).stem or str(row["doc_id"])
    title = style.plain(row["title"] or name, otherwise=name)
    source = shorten(style.plain(row["source"], otherwise=""), SOURCE)
    return shorten(f"{source} · {title}" if source else title, LABEL)


def _draw_key(ax: Axes, rows: pd.DataFrame) -> None:
    present = {known if known in CLASSES else "D" for known in rows["date_class"]}
    handles = []
    for known, (words, face) in CLASSES.items():
        if known in present:
            key = Line2D([], [], color=BAR_COLOURS.get(known, "none"), linewidth=BAR, label=words)
            if face:
                key.set(marker="o", markersize=6, markeredgecolor=style.MARK, markerfacecolor=face)
            handles.append(key)
    ax.legend(
        handles=handles,
        loc="lower right",
        # Above the days, which stand over the rows of a tall chart in two lines.
        bbox_to_anchor=(1, 1 + (3 * 9.5 / style.height_in_points(ax) if len(rows) > TALL else 0)),
        ncols=2,
        borderpad=0.2,
        handlelength=1.8,
    )
