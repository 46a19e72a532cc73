"""When each article can have appeared, and how well that is known: one row or line for each."""

from __future__ import annotations

from pathlib import PurePosixPath

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.lines import Line2D

from dateline.articles.dates.evidence import CLASS_DAYS
from dateline.articles.shortening import shorten
from dateline.charts import style
from dateline.charts.date_axis import draw_days, drawn_span, to_days
from dateline.charts.share_axis import say_nothing
from dateline.charts.timeline_blocks import CONFLICT, HEIGHT, draw_blocks, draw_crosses
from dateline.errors import SettingError

MOST = 80  # rows with a label; more articles are drawn in blocks
SHEET = 40  # rows of a figure; a taller one is shrunk on paper until nobody can read it
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


@style.styled
def draw_timeline(
    articles: pd.DataFrame, *, ax: Axes | None = None, most: int = MOST, part: int | None = None
) -> Axes:
    """
    Draw one row for each article, a bar over the days on which it can have appeared.

    `articles` is the table of `build_corpus`. A dot marks the best day: filled for a stated day
    (class A) and within 8 days (B, with bar), hollow within 92 days (C). Classes D and U have a
    grey bar and no dot: nobody knows a best day. An arrow says that the bar goes on beyond the
    chart, or has no known end. Crosses stand at the ends of a bar where pieces of evidence
    disagree. Rows are sorted by earliest day, open ones last. Articles with a problem are left
    out. More than `most` articles get a thin line each, without a label, in blocks by class.

    `part` is one of `timeline_parts`: only its rows are drawn, over the days of them all.
    Raises SettingError if `most` is below 1, or for a part that is not there.
    """
    whole = timeline_rows(articles, most=most)
    rows, in_blocks = rows_of_part(whole, most=most, part=part), len(whole) > most
    height = HEIGHT if in_blocks else 1.0 + ROW * max(len(rows), 2)
    ax = ax if ax is not None else style.new_axes(height)
    if rows.empty:
        say_nothing(ax, "There is no article to draw.")
    elif in_blocks:
        draw_blocks(ax, rows)
    else:
        _draw_rows(ax, rows, span=drawn_span(whole))
    _draw_key(ax, rows, only_conflicts=in_blocks)
    return ax


def timeline_rows(articles: pd.DataFrame, *, most: int) -> pd.DataFrame:
    """The articles that a timeline draws, in its order; if more than `most`, in blocks."""
    if most < 1:
        raise SettingError(f"most is {most}; choose how many rows to draw, 1 or more")
    whole = articles[articles["problem"] == ""]
    return whole.sort_values(["date_earliest", "date_latest", "doc_id"], na_position="last")


def timeline_parts(articles: pd.DataFrame, *, most: int = MOST) -> list[int | None]:
    """
    The parts of a timeline, each a figure no longer than a sheet of paper; [None] if it is whole.

    Give each to `draw_timeline`, `describe_timeline` and `caption_timeline`.
    """
    number = _count_parts(timeline_rows(articles, most=most), most=most)
    return [None] if number < 2 else [*range(1, number + 1)]


def rows_of_part(rows: pd.DataFrame, *, most: int, part: int | None) -> pd.DataFrame:
    """The rows of one of the even parts of `timeline_rows`; all of them if it is None."""
    if part is None:
        return rows
    number = _count_parts(rows, most=most)
    if not 1 <= part <= number:
        raise SettingError(f"part is {part}; this timeline has {number}: take one of them or None")
    first, last = ((part + step) * len(rows) // number for step in (-1, 0))
    return rows.iloc[first:last]


def say_part(articles: pd.DataFrame, *, most: int, part: int | None) -> str:
    """Which rows of how many a part has: "Articles 1 to 31 of 62"; "" if it is the whole."""
    if part is None:
        return ""
    rows = timeline_rows(articles, most=most).reset_index(drop=True)
    drawn = rows_of_part(rows, most=most, part=part).index + 1
    return f"Articles {drawn[0]} to {drawn[-1]} of {len(rows)}"


def _count_parts(rows: pd.DataFrame, *, most: int) -> int:
    return 1 if len(rows) > most else max(1, -(-len(rows) // SHEET))


def goes_beyond(rows: pd.DataFrame) -> bool:
    """Whether a bar of these rows has an arrow: an end that is open or outside what is drawn."""
    first, last = drawn_span(rows)
    ends = [
        (to_days(row.date_earliest), to_days(row.date_latest))
        for row in rows.itertuples()
        if row.date_class != "A"
    ]
    return any(not a >= first or not b <= last for a, b in ends)


def _draw_rows(ax: Axes, rows: pd.DataFrame, *, span: tuple[float, float]) -> None:
    ax.set(xlim=span, ylim=(len(rows) - 0.4, -0.6))
    _label_rows(ax, rows)
    draw_days(ax, span, above=len(rows) > TALL)
    for y, row in enumerate(rows.itertuples()):
        known = str(row.date_class) if row.date_class in CLASSES else "D"
        ends = to_days(row.date_earliest), to_days(row.date_latest)
        if known != "A":
            _draw_bar(ax, y, ends, colour=BAR_COLOURS[known])
        if CLASSES[known][1]:
            _draw_dot(ax, y, to_days(row.date), face=CLASSES[known][1])
        if row.date_conflict:
            seen = [day for day in ends if span[0] <= day <= span[1]]
            draw_crosses(ax, seen, [y] * len(seen), size=7)


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


def _draw_key(ax: Axes, rows: pd.DataFrame, *, only_conflicts: bool) -> None:
    """Above the chart: the classes that are there, and the cross. Blocks name their classes."""
    handles = [] if only_conflicts else _class_keys(rows)
    if rows["date_conflict"].any():
        cross = Line2D([], [], color=CONFLICT, linestyle="", label="evidence disagrees")
        cross.set(marker="X", markersize=7, markeredgecolor="white")
        handles.append(cross)
    if not handles:
        return
    # Above the days, which stand over the rows of a tall chart in two lines.
    tall = len(rows) > TALL and not only_conflicts
    ax.legend(
        handles=handles,
        loc="lower right",
        bbox_to_anchor=(1, 1 + (3 * 9.5 / style.height_in_points(ax) if tall else 0)),
        ncols=2,
        borderpad=0.2,
        handlelength=1.8,
    )


def _class_keys(rows: pd.DataFrame) -> list[Line2D]:
    present = {known if known in CLASSES else "D" for known in rows["date_class"]}
    handles = []
    for known, (words, face) in CLASSES.items():
        if known in present:
            key = Line2D([], [], color=BAR_COLOURS.get(known, "none"), linewidth=BAR, label=words)
            if face:
                key.set(marker="o", markersize=6, markeredgecolor=style.MARK, markerfacecolor=face)
            handles.append(key)
    return handles
