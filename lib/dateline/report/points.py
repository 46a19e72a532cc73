"""Places of a figure that can be clicked: cells of a table of colours, points of curves, marks."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from dateline.articles.periods import period_label
from dateline.charts.calendar_axis import read_calendar
from dateline.charts.drawing import drawing_of
from dateline.charts.rows import MOST, drawn_themes
from dateline.charts.wording import amount, numeral
from dateline.stats.measures import find_measure

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

# What is in no chart for its date stands in a list of its own under its theme.
LEFT_OUT = "-left-out"
_CSS_DPI = 96
_HALF = 0.5  # of a row and of a column of marks
Box = tuple[float, float, float, float]


@dataclass(frozen=True)
class Place:
    """The name of the list that a place opens, its words, and its sides in pixels of the canvas."""

    opens: str
    words: str
    sides: Box


def figure_map(figure: Figure, *, dpi: int) -> tuple[str, str]:
    """
    The image map of a figure, its areas leading to the lists of `show_behind`, and its name.

    The figure is one of `draw_heatmap` (its cells), `draw_share`, `draw_shares` (the whole height
    of each period of a curve) or `draw_rows` (its marks); of any other both are blank. `dpi` is the
    resolution at which it will be saved with a tight box. Coordinates are CSS pixels of the image
    at its natural size. What counts nothing has no area. The keyboard has the table of counts, so
    areas are not in its way.
    """
    drawing = drawing_of(figure)
    find = _PLACES.get(drawing.chart) if drawing else None
    if drawing is None or find is None:
        return "", ""
    corner = _upper_left(figure, dpi)
    areas = "".join(_area(place, corner, dpi) for place in find(figure, drawing.arguments))
    if not areas:
        return "", ""
    name = f"points-{hashlib.sha256(areas.encode('utf-8', 'replace')).hexdigest()[:8]}"
    return f'<map name="{name}">{areas}</map>', name


def list_name(name: str) -> str:
    """
    The id of the list of a theme; what is added to the theme names a part of it.

    >>> list_name("trade.tariffs"), list_name("trade.tariffs" + LEFT_OUT)
    ('behind-trade.tariffs', 'behind-trade.tariffs-left-out')
    """
    return f"behind-{re.sub(r'[^A-Za-z0-9_.-]', '_', name)}"


def cell_name(theme: str, period: pd.Timestamp) -> str:
    """
    The id of the list behind a theme and a period.

    >>> cell_name("trade.tariffs", pd.Timestamp(2022, 4, 1))
    'behind-trade.tariffs-2022-04-01'
    """
    return list_name(f"{theme}-{period.date().isoformat()}")


def article_name(theme: str, doc_id: str) -> str:
    """The id of the first passages of an article in the lists of a theme."""
    return list_name(f"{theme}-in-{doc_id}")


def said_count(count: float, total: float, unit: str) -> str:
    """
    A count of a series and what it is of.

    >>> said_count(1, 4, "outlets"), said_count(1, 3370, "words")
    ('1 of 4 uptakes', '1 mention in 3370 words')
    """
    measure = find_measure(unit)
    whole = amount(total, measure.noun)
    if measure.is_share:
        return f"{numeral(count)} of {whole}"
    return f"{amount(count, 'mentions')} in {whole}"


def _cells(figure: Figure, drawn: Mapping[str, Any]) -> Iterator[Place]:
    """Of a table of colours the cells, whose sides are whole numbers."""
    rows = drawn["series"][drawn["series"]["theme"].isin(list(drawn["labels"]))]
    names = [theme for theme in drawn["labels"] if (rows["theme"] == theme).any()]
    calendar = read_calendar(rows)
    starts, labels = list(calendar.starts), drawn["labels"]
    for row in rows[rows["count"] > 0].to_dict("records"):
        x, y = starts.index(row["period"]), names.index(row["theme"])
        words = _words(labels[row["theme"]], row, calendar.period)
        opens = cell_name(row["theme"], row["period"])
        yield Place(opens, words, _sides(figure.axes[0], (x, y), (x + 1, y + 1)))


def _curves(figure: Figure, drawn: Mapping[str, Any]) -> Iterator[Place]:
    """Of curves each period as a strip as high as the axes, which a finger can hit."""
    series = drawn["series"]
    found = [str(name) for name in series["theme"].unique()]
    labels = drawn.get("labels") or {name: drawn.get("label") or name for name in found}
    names = [name for name in labels if name in found]
    with_curve = [ax for ax in figure.axes if any(line.get_gid() == "line" for line in ax.lines)]
    if "count" not in series or len(with_curve) != len(names):
        return
    for name, ax in zip(names, with_curve, strict=True):
        yield from _periods(ax, name, labels[name], series[series["theme"] == name])


def _periods(ax: Axes, theme: str, label: str, rows: pd.DataFrame) -> Iterator[Place]:
    calendar = read_calendar(rows)
    bottom, top = ax.get_ylim()
    ordered = rows.sort_values("period").to_dict("records")
    for number, row in enumerate(ordered):
        if row["count"] > 0:
            left, right = calendar.edges[number : number + 2]
            words = _words(label, row, calendar.period)
            yield Place(
                cell_name(theme, row["period"]), words, _sides(ax, (left, top), (right, bottom))
            )


def _marks(figure: Figure, drawn: Mapping[str, Any]) -> Iterator[Place]:
    """Of rows of documents each mark, as wide as its column and as high as its row."""
    documents, labels = drawn["documents"], drawn["labels"]
    names = drawn_themes(documents, labels)
    if not names:
        return
    blocks = np.array_split(names, -(-len(names) // MOST))
    for ax, block in zip(figure.axes[1::2], blocks, strict=True):
        for column, name in enumerate(block.tolist()):
            rows = documents[documents["theme"] == name].to_dict("records")
            for y, row in enumerate(rows):
                if row["mentions"]:
                    corners = (column - _HALF, y - _HALF), (column + _HALF, y + _HALF)
                    words = f"{labels[name]}: {amount(row['mentions'], 'mentions')}"
                    yield Place(article_name(name, row["doc_id"]), words, _sides(ax, *corners))


_PLACES = {
    "draw_heatmap": _cells,
    "draw_share": _curves,
    "draw_shares": _curves,
    "draw_rows": _marks,
}


def _words(label: str, row: Mapping[Any, Any], period: str) -> str:
    start = row["period"]
    named = period_label(start, period) if period else f"from {start.date().isoformat()}"
    return f"{label}, {named}: {said_count(row['count'], row['total'], row['unit'])}"


def _sides(ax: Axes, first: tuple[float, float], last: tuple[float, float]) -> Box:
    """Left, top, right and bottom on the canvas, whose y grows upwards."""
    (left, top), (right, bottom) = ax.transData.transform([first, last])
    return float(left), float(top), float(right), float(bottom)


def _upper_left(figure: Figure, dpi: int) -> tuple[float, float]:
    """The upper left corner of the saved picture in inches from the lower left of the canvas."""
    import matplotlib as mpl
    from matplotlib.backends.backend_agg import FigureCanvasAgg

    figure.set_dpi(dpi)
    canvas = FigureCanvasAgg(figure)
    canvas.draw()
    box = figure.get_tightbbox(canvas.get_renderer())
    pad = float(mpl.rcParams["savefig.pad_inches"])
    return box.x0 - pad, box.y1 + pad


def _area(place: Place, corner: tuple[float, float], dpi: int) -> str:
    left, top, right, bottom = place.sides
    across = [round((each / dpi - corner[0]) * _CSS_DPI) for each in (left, right)]
    down = [round((corner[1] - each / dpi) * _CSS_DPI) for each in (top, bottom)]
    box = f"{across[0]},{down[0]},{across[1]},{down[1]}"
    return (
        f'<area shape="rect" coords="{box}" tabindex="-1" alt="{escape(place.words)}" '
        f'href="#{escape(place.opens)}">'
    )
