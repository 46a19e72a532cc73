"""The shares of all themes in one table of coloured cells."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.cm import ScalarMappable
from matplotlib.colors import Normalize
from matplotlib.patches import Rectangle
from matplotlib.typing import ColorType

from dateline.charts import style
from dateline.charts.calendar_axis import (
    PeriodAxis,
    draw_calendar,
    draw_gaps,
    draw_totals,
    read_calendar,
)
from dateline.charts.events import draw_column_events
from dateline.charts.layers import (
    NO_LAYERS,
    Layers,
    documents_noun,
    documents_of,
    shown_events,
    thin_rows,
)
from dateline.charts.share_axis import is_rate, noun_of, say_nothing, top_of, what_is_shared
from dateline.charts.wording import in_ten_thousand, numeral, percent

# All in inches.
CELL, NARROW_CELL = 0.42, 0.27  # a cell that holds "100 %" over "12/34"; one that holds "100"
ROW = 0.39
BESIDE = 1.8  # for the row labels
WIDEST = 9.5  # wider cannot be read on a phone even sideways
COLOURS_ONLY = 7.0  # where there is no room for numbers, a smaller picture reads better
BAR = 0.09  # thickness of the colour bar
EVENTS = 0.2  # between the colour bar and the cells, for the numbers of events
MARGIN = (0.025, 0.04)  # of a cell, across and down
FRAME = 1.8  # points: the frame of a thin cell
SHARE_SIZE, COUNT_SIZE = 8.0, 6.5  # points
ZERO = ("0 %", "0")  # printed in grey, so that what is there stands out
LABEL = 24  # characters in a line of a row label


@style.styled
def draw_heatmap(
    series: pd.DataFrame,
    *,
    labels: Mapping[str, str],
    ax: Axes | None = None,
    layers: Layers = NO_LAYERS,
) -> Axes:
    """
    Draw the share of each theme (rows) in each period (columns) as a colour, and return the Axes.

    `series` is the table of `count_by_period`; `labels` maps names of themes to row labels and
    gives order and choice. Each cell also prints its share and count/total, as far as they fit.
    A cell of fewer than 3 stories is a frame in its colour instead of a full cell; a period
    without stories is hatched. The totals stand under the columns where they fit; of sentences
    and words, with `layers["volume"]`, the stories that hold them. Events of `layers` are numbered
    over the columns.

    Colour shows no interval: two cells that differ may not differ beyond chance, and the eye
    reads a colour to about ten points. `draw_shares` shows the same with bands.
    """
    names = [name for name in labels if (series["theme"] == name).any()]
    rows = series[series["theme"].isin(names)]
    calendar = read_calendar(rows, even=True)
    ax = ax if ax is not None else _new_table(len(calendar.starts), len(names))
    if rows.empty:
        say_nothing(ax)
        return ax
    top = top_of(rows, "share")
    colours = ScalarMappable(Normalize(0, top), style.SHARES)
    ax.set(xlim=(0, len(calendar.starts)), ylim=(len(names), 0))
    ax.spines["bottom"].set_visible(False)
    events = shown_events(rows, layers)
    _draw_colour_bar(ax, colours, top=top, rows=rows, above=EVENTS if len(events) else 0.0)
    _label_rows(ax, [style.plain(labels[name], otherwise=name) for name in names])
    _draw_columns(ax, rows, calendar, layers=layers)
    known = rows.assign(thin=thin_rows(rows, layers))[rows["total"] > 0]
    _draw_cells(ax, known, calendar=calendar, names=names, colours=colours)
    draw_column_events(ax, events, read_calendar(rows))
    return ax


def _new_table(n_columns: int, n_rows: int) -> Axes:
    width = min(max(style.WIDTH, BESIDE + CELL * n_columns), WIDEST)
    if BESIDE + NARROW_CELL * n_columns > WIDEST:
        width = COLOURS_ONLY
    return style.new_axes(1.2 + ROW * max(n_rows, 1), width=width)


def _label_rows(ax: Axes, labels: list[str]) -> None:
    places = [number + 0.5 for number in range(len(labels))]
    ax.set_yticks(places, [style.wrap(label, LABEL) for label in labels], parse_math=False)
    ax.tick_params(axis="y", labelcolor=style.INK)


def _draw_colour_bar(
    ax: Axes, colours: ScalarMappable, *, top: float, rows: pd.DataFrame, above: float
) -> None:
    """So many inches above the cells, where it also says what they show."""
    label, rate = what_is_shared(rows), is_rate(rows)
    figure = style.figure_of(ax)
    height, length = figure.get_figheight(), 0.6 * style.width_in_points(ax) / 72
    bar = figure.colorbar(
        colours,
        ax=ax,
        location="top",
        shrink=0.6,
        aspect=length / BAR,
        pad=(0.03 + above) / height,
        anchor=(0, 0),
    )
    ticks = [0.0, top / 2, top]
    bar.set_ticks(ticks, labels=[f"{tick:g}" if rate else f"{tick * 100:g} %" for tick in ticks])
    bar.outline.set_visible(False)
    bar.ax.xaxis.set_ticks_position("bottom")
    room = (figure.get_figwidth() - BESIDE) * 72
    if style.text_width(label, 10) > room:
        label = label.replace(" that mention", "\nthat mention")
    bar.ax.set_title(label, fontsize=10, fontweight="normal", color=style.GREY, pad=5)


def _draw_columns(ax: Axes, rows: pd.DataFrame, calendar: PeriodAxis, *, layers: Layers) -> None:
    rows = rows.assign(documents=documents_of(rows, layers))
    first = rows.groupby("period")[["total", "documents"]].first()
    draw_gaps(ax, calendar, (first["total"] == 0).tolist(), text=f"no {noun_of(rows)}")
    pad = 4.0
    if first["documents"].notna().all():
        pad = draw_totals(ax, calendar, first["documents"].tolist(), unit=documents_noun(rows))
    draw_calendar(ax, calendar, pad=pad)


def _draw_cells(
    ax: Axes,
    known: pd.DataFrame,
    *,
    calendar: PeriodAxis,
    names: list[str],
    colours: ScalarMappable,
) -> None:
    columns = calendar.starts.get_indexer(pd.Index(known["period"])).tolist()
    places = zip(columns, [names.index(name) for name in known["theme"]], strict=True)
    width, height = _cell_size(ax)
    texts = cell_texts(known["count"].tolist(), known["total"].tolist(), width, rate=is_rate(known))
    shades = colours.to_rgba(known["share"].to_numpy())
    for place, shade, thin, text in zip(places, shades, known["thin"], texts, strict=True):
        if thin:
            inner = MARGIN[0] + FRAME / width, MARGIN[1] + FRAME / height
            ax.add_patch(_cell(place, MARGIN, colour=shade, name="thin cell"))
            ax.add_patch(_cell(place, inner, colour="white", name="inside"))
            room = width * (1 - 2 * inner[0]) - 1
            _write_cell(ax, place, text=text, paper="white", room=room)
        else:
            ax.add_patch(_cell(place, MARGIN, colour=shade, name="cell"))
            _write_cell(ax, place, text=text, paper=shade, room=width)


def cell_texts(
    counts: list[float], totals: list[float], room: float, *, rate: bool = False
) -> list[tuple[str, str]]:
    """
    What each cell prints in `room` points: share and count/total, as much as fits in every cell.

    Of words, the number in 10,000 and the mentions.

    >>> cell_texts([4], [10], 40), cell_texts([4], [10], 20), cell_texts([4], [10], 9)
    ([('40 %', '4/10')], [('40', '4/10')], [('', '')])
    """
    write = in_ten_thousand if rate else percent
    shares = [write(count, total) for count, total in zip(counts, totals, strict=True)]
    pairs = zip(counts, totals, strict=True)
    numbers = [numeral(x) if rate else f"{numeral(x)}/{numeral(n)}" for x, n in pairs]
    if not _fits(shares, SHARE_SIZE, room):
        shares = [share.removesuffix(" %") for share in shares]
    if not _fits(shares, SHARE_SIZE, room):
        return [("", "")] * len(shares)
    if not _fits(numbers, COUNT_SIZE, room):
        numbers = [""] * len(numbers)
    return list(zip(shares, numbers, strict=True))


def _fits(texts: list[str], size: float, room: float) -> bool:
    return all(style.text_width(text, size) + 3 <= room for text in texts)


def _cell(
    place: tuple[int, int], margin: tuple[float, float], *, colour: ColorType, name: str
) -> Rectangle:
    """One cell, less its margin; a thin one has an outline, so that a frame of 0 % is seen."""
    (x, y), (across, down) = place, margin
    cell = Rectangle((x + across, y + down), 1 - 2 * across, 1 - 2 * down, facecolor=colour)
    cell.set(edgecolor=style.FAINT if name == "thin cell" else "none", linewidth=0.6)
    cell.set_gid(name)
    return cell


def _cell_size(ax: Axes) -> tuple[float, float]:
    """Width and height of a cell in points, as the layout will make them."""
    style.settle_layout(ax)
    (left, right), (bottom, top) = ax.get_xlim(), ax.get_ylim()
    return style.width_in_points(ax) / (right - left), style.height_in_points(ax) / (bottom - top)


def _write_cell(
    ax: Axes, place: tuple[int, int], *, text: tuple[str, str], paper: ColorType, room: float
) -> None:
    """Share and numbers, smaller where the frame of a thin cell leaves less room."""
    (x, y), (share, numbers) = place, text
    size = SHARE_SIZE * min(1, room / max(style.text_width(share, SHARE_SIZE), 1))
    ink = style.GREY if share in ZERO else style.on_colour(paper)
    above = 0.4 if numbers else 0.5
    ax.text(x + 0.5, y + above, share, size=size, color=ink, ha="center", va="center")
    ax.text(x + 0.5, y + 0.74, numbers, size=COUNT_SIZE, color=ink, ha="center", va="center")
