"""Places of a figure that can be clicked: the cells of a table of colours."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING

import pandas as pd

from dateline.charts.drawing import drawing_of
from dateline.charts.wording import numeral

if TYPE_CHECKING:
    from matplotlib.figure import Figure

_CSS_DPI = 96
Box = tuple[int, int, int, int]


def figure_map(figure: Figure, name: str, *, dpi: int) -> str:
    """
    The image map of a figure of `draw_heatmap`, its areas leading to the lists of `show_behind`.

    `name` is that of the map, `dpi` the resolution at which the figure will be saved with a tight
    box. Coordinates are CSS pixels of the image at its natural size. Cells without a count have
    no area, and of any other figure the map is blank. The keyboard has the table of counts, so
    areas are not in its way.
    """
    drawing = drawing_of(figure)
    if drawing is None or drawing.chart != "draw_heatmap":
        return ""
    series, labels = drawing.arguments["series"], drawing.arguments["labels"]
    rows = series[series["theme"].isin(list(labels))]
    names = [theme for theme in labels if (rows["theme"] == theme).any()]
    starts = sorted(rows["period"].unique())
    corner, scale = _frame(figure, dpi)
    areas = []
    for row in rows[rows["count"] > 0].to_dict("records"):
        place = starts.index(row["period"]), names.index(row["theme"])
        box = ",".join(map(str, _box(figure, place, corner, scale)))
        alt = f"{labels[row['theme']]}, {_day(row['period'])}: {numeral(row['count'])}"
        areas.append(
            f'<area shape="rect" coords="{box}" tabindex="-1" alt="{escape(alt)}" '
            f'href="#{escape(cell_name(row["theme"], row["period"]))}">'
        )
    return f'<map name="{escape(name)}">{"".join(areas)}</map>' if areas else ""


def cell_name(theme: str, period: pd.Timestamp) -> str:
    """
    The id of the list behind a theme and a period.

    >>> cell_name("trade.tariffs", pd.Timestamp(2022, 4, 1))
    'behind-trade.tariffs-2022-04-01'
    """
    return f"behind-{re.sub(r'[^A-Za-z0-9_.-]', '_', theme)}-{period.date().isoformat()}"


def _frame(figure: Figure, dpi: int) -> tuple[tuple[float, float], float]:
    """The upper left corner of the saved picture in inches from the lower left, and the dpi."""
    import matplotlib as mpl
    from matplotlib.backends.backend_agg import FigureCanvasAgg

    figure.set_dpi(dpi)
    canvas = FigureCanvasAgg(figure)
    canvas.draw()
    box = figure.get_tightbbox(canvas.get_renderer())
    pad = float(mpl.rcParams["savefig.pad_inches"])
    return (box.x0 - pad, box.y1 + pad), float(dpi)


def _box(figure: Figure, place: tuple[int, int], corner: tuple[float, float], dpi: float) -> Box:
    """Left, top, right and bottom of a cell."""
    transform = figure.axes[0].transData
    x, y = place
    (left, top), (right, bottom) = transform.transform([(x, y), (x + 1, y + 1)])
    across = [round((each / dpi - corner[0]) * _CSS_DPI) for each in (left, right)]
    down = [round((corner[1] - each / dpi) * _CSS_DPI) for each in (top, bottom)]
    return across[0], down[0], across[1], down[1]


def _day(period: pd.Timestamp) -> str:
    return f"from {period.date().isoformat()}"
