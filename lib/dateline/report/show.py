"""Figures and tables as a notebook shows them, in JupyterLab and in a report alike.

Each is one piece of HTML in which every text is escaped. The few inline styles are for JupyterLab,
whose own sheet aligns every cell to the right; a report drops them and has its own sheet.
"""

from __future__ import annotations

import base64
import io
import math
import struct
from collections.abc import Callable, Iterable, Mapping, Sequence
from html import escape
from typing import TYPE_CHECKING, Any

import pandas as pd

from dateline.charts.drawing import drawing_of
from dateline.errors import SettingError
from dateline.report.chart_data import pack_drawing
from dateline.report.chart_tables import MARK, NUMBERS, numbers_csv
from dateline.report.points import figure_map, list_name

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

# Dots per inch of a figure: sharp on a dense screen and in print, and still small to mail.
DPI = 150
COLOURS = 256  # the most that a PNG palette holds
# CSS counts 96 pixels to the inch.
_CSS_DPI = 96
MISSING = "–"
# Where the output of a figure has what it was drawn from, see `redraw.take_charts`.
CHART = "dateline-chart"
# JupyterLab must not typeset the dollar signs of a text as mathematics.
PLAIN_TEXT = "tex2jax_ignore mathjax_ignore"


def show_figure(
    figure_or_axes: Figure | Axes,
    *,
    alt: str,
    caption: str = "",
    points: bool = False,
    instead: str = "",
) -> None:
    """
    Show a figure with its text alternative and caption, at its natural size, and close it.

    `alt` says in words what the figure shows, with its numbers. `caption` stands below the figure.
    Both are texts, not HTML. With `points` each cell of a heatmap, point of a curve and mark of a
    document (see `figure_map`) leads to its passages in what `show_behind` shows in this notebook.
    `instead` is the sentence of `show_nothing` that is shown in its place, if it is not blank.

    Raises SettingError if `alt` is blank: a reader who cannot see the figure would get nothing.
    """
    if instead:
        show_nothing(instead)
        return
    packed = _packed_drawing(figure_or_axes)
    html = figure_html(figure_or_axes, alt=alt, caption=caption, points=points)
    if not packed:
        display_html(html, text=alt, metadata={"alt": alt})
        return
    html = html.replace("<figure ", f'<figure {MARK}="{NUMBERS if NUMBERS in packed else ""}" ', 1)
    drawn = {**packed, "alt": alt, "caption": caption}
    display_html(html, text=alt, metadata={"alt": alt, CHART: drawn})


def show_nothing(why: str) -> None:
    """
    Show why a section has nothing to show; `why` is a sentence, not HTML. Nothing if it is blank.

    On a page of a report a section that shows nothing else loses its explanations, and several such
    sections on end become one (see `close_empty_sections`).
    """
    if why:
        display_html(f'<p class="note nothing {PLAIN_TEXT}">{escape(why)}</p>', text=why)


def _packed_drawing(shown: Figure | Axes) -> dict[str, Any]:
    """What the figure was drawn from, for the files of a report; empty if it cannot be kept."""
    figure = shown.get_figure(root=True)
    drawing = drawing_of(figure) if figure is not None else None
    packed = pack_drawing(drawing) if drawing else None
    if drawing is None or packed is None:
        return {}
    numbers = numbers_csv(drawing)
    return {**packed, NUMBERS: numbers} if numbers else packed


def figure_html(
    figure_or_axes: Figure | Axes, *, alt: str, caption: str = "", points: bool = False
) -> str:
    """The HTML that `show_figure` shows; closes the figure, and raises as it does."""
    import matplotlib.pyplot as plt

    if not alt.strip():
        raise SettingError("show_figure: `alt` is blank; say in words what the figure shows")
    figure = figure_or_axes.get_figure(root=True)
    assert figure is not None, "the Axes were removed from their figure"
    png = figure_png(figure)
    image_map = figure_map(figure, dpi=DPI) if points else ("", "")
    plt.close(figure)
    return _figure_html(png, alt, caption, image_map)


def show_table(
    table: pd.DataFrame,
    *,
    caption: str = "",
    columns: Sequence[str] | Mapping[str, str] | None = None,
    opens: Mapping[str, Iterable[str]] | None = None,
) -> None:
    """
    Show a DataFrame as a plain table, without its index.

    `columns` names the columns to show, in order; as a mapping it also gives their headings.
    Numbers stand on the right with as many decimals (at most three) as the column needs, dates
    are ISO days, missing is "–". A share is shown as the number it is; format it before to have
    a percentage. `opens` says for a column which list of `show_behind` each of its cells opens: the
    name of a theme, with "-left-out" after it for what is in no chart. In a report a cell whose
    list is not on its page is plain.

    Raises SettingError for a column that is not there.
    """
    html = table_html(table, caption=caption, columns=columns, opens=opens)
    display_html(html, text=_summary(table, caption))


def show_ledger(ledger: pd.DataFrame) -> None:
    """Show the table that `make_ledger` makes, each line set in below the one it is a part of."""
    display_html(ledger_html(ledger), text=_summary(ledger, "Ledger"))


def ledger_html(ledger: pd.DataFrame) -> str:
    """The HTML that `show_ledger` shows."""
    depths: dict[str, int] = {}
    for line, whole in zip(ledger["line"], ledger["part_of"], strict=True):
        depths[line] = depths.get(whole, -1) + 1
    lines = ["\u2003" * depths[line] + line for line in ledger["line"]]
    return table_html(ledger.assign(line=lines), columns={"line": "", "number": "number"})


def table_html(
    table: pd.DataFrame,
    *,
    caption: str = "",
    columns: Sequence[str] | Mapping[str, str] | None = None,
    opens: Mapping[str, Iterable[str]] | None = None,
) -> str:
    """The HTML that `show_table` shows; every cell, heading and caption is escaped."""
    headings = _headings(table, columns)
    kinds = {name: _format_of(table[name]) for name in headings}
    classes = [kinds[name][1] for name in headings]
    cells = [[escape(kinds[name][0](value)) for value in table[name]] for name in headings]
    for name, lists in (opens or {}).items():
        place = _place_of(name, headings)
        cells[place] = [_link(*pair) for pair in zip(cells[place], lists, strict=True)]
    head = _row("th", [escape(heading) for heading in headings.values()], classes)
    rows = "".join(_row("td", row, classes) for row in zip(*cells, strict=True))
    if not len(table):
        rows = f'<tr><td class="missing" colspan="{len(headings)}">none</td></tr>'
    title = f"<caption>{escape(caption)}</caption>" if caption else ""
    return (
        f'<table class="table {PLAIN_TEXT}">{title}<thead>{head}</thead>'
        f"<tbody>{rows}</tbody></table>"
    )


def display_html(html: str, *, text: str, metadata: Mapping[str, Any] | None = None) -> None:
    """Hand `html` to the notebook, with `text` for readers of plain text."""
    from IPython.display import display

    display(
        {"text/html": html, "text/plain": text},
        raw=True,
        metadata={"text/html": dict(metadata)} if metadata else {},
    )


def figure_png(figure: Any) -> bytes:
    """The figure as PNG with a palette: a third of the size, and a chart has few colours."""
    from PIL import Image

    drawn, packed = io.BytesIO(), io.BytesIO()
    # "tight" as in JupyterLab, so that a legend outside of the axes is not cut off.
    options = {"dpi": DPI, "bbox_inches": "tight", "facecolor": "white"}
    figure.savefig(drawn, format="png", metadata={"Software": None}, **options)
    with Image.open(drawn) as image:
        colours = image.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
    colours.save(packed, format="png", optimize=True)
    return packed.getvalue()


def _figure_html(png: bytes, alt: str, caption: str, image_map: tuple[str, str]) -> str:
    # Width and height are the first two fields of a PNG file after 16 bytes.
    width, height = (round(side * _CSS_DPI / DPI) for side in struct.unpack(">II", png[16:24]))
    note = f"<figcaption>{escape(caption)}</figcaption>" if caption else ""
    areas, name = image_map
    mapped = f' usemap="#{name}"' if areas else ""
    return (
        f'<figure class="figure {PLAIN_TEXT}" style="margin:0">'
        f'<img alt="{escape(alt)}" width="{width}" height="{height}"{mapped} '
        f'style="max-width:100%;height:auto;background:#fff" '
        f'src="data:image/png;base64,{base64.b64encode(png).decode()}">{areas}{note}</figure>'
    )


def _headings(
    table: pd.DataFrame, columns: Sequence[str] | Mapping[str, str] | None
) -> dict[str, str]:
    chosen = list(table.columns) if columns is None else list(columns)
    unknown = [name for name in chosen if name not in table.columns]
    if unknown:
        known = ", ".join(map(str, table.columns))
        raise SettingError(f"show_table: no column `{unknown[0]}`; choose among {known}")
    headings = columns if isinstance(columns, Mapping) else {}
    return {name: str(headings.get(name, name)) for name in chosen}


def _place_of(name: str, headings: Mapping[str, str]) -> int:
    if name not in headings:
        shown = ", ".join(headings)
        raise SettingError(f"show_table: opens has `{name}`, which is not shown; shown are {shown}")
    return list(headings).index(name)


def _format_of(column: pd.Series) -> tuple[Callable[[object], str], str]:
    """How a value of this column is written, and its class in the style sheet."""
    if pd.api.types.is_datetime64_any_dtype(column.dtype):
        return _or_missing(lambda day: day.date().isoformat()), "day"
    if pd.api.types.is_bool_dtype(column.dtype):
        return _or_missing(lambda truth: "yes" if truth else "no"), ""
    if pd.api.types.is_float_dtype(column.dtype):
        decimals = _decimals(column)
        return _or_missing(lambda number: _float(number, decimals)), "number"
    return _or_missing(str), "number" if pd.api.types.is_numeric_dtype(column.dtype) else ""


def _or_missing(write: Callable[[Any], str]) -> Callable[[object], str]:
    def written(value: Any) -> str:
        return MISSING if value is None or pd.isna(value) is True else write(value)

    return written


def _decimals(column: pd.Series) -> int:
    numbers = column.dropna().astype(float)
    return next((n for n in range(3) if (numbers.round(n) == numbers).all()), 3)


def _float(number: float, decimals: int) -> str:
    # 0.00004 written as 0.000 would read as "never".
    if number and abs(number) < 0.0005 and math.isfinite(number):
        return f"{number:.1g}"
    return f"{number:.{decimals}f}"


def _row(tag: str, cells: Sequence[str], classes: Sequence[str]) -> str:
    tags = (_cell(tag, html, name) for html, name in zip(cells, classes, strict=True))
    return f"<tr>{''.join(tags)}</tr>"


def _link(html: str, name: str) -> str:
    return f'<a href="#{escape(list_name(name))}">{html}</a>'


def _cell(tag: str, html: str, name: str) -> str:
    scope = ' scope="col"' if tag == "th" else ""
    named = f' class="{name}"' if name else ""
    side = "right" if name == "number" else "left"
    return f'<{tag}{scope}{named} style="text-align:{side}">{html}</{tag}>'


def _summary(table: pd.DataFrame, caption: str) -> str:
    return f"{caption or 'Table'} ({len(table)} rows, {len(table.columns)} columns)"
