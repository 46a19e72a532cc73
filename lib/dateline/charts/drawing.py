"""What a figure was drawn from, kept with it, so that it can be drawn without the articles."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

# Where the numbers that are read off a chart are not in the first of its tables.
_TABLES = {"draw_change_calendar": "changes"}
_KEPT_AS = "_dateline_drawing"


@dataclass(frozen=True)
class Drawing:
    """The name of a function of this room, and the arguments that it was called with, by name."""

    chart: str
    arguments: Mapping[str, Any]


def remember_drawing(
    made: object, draw: Callable[..., object], args: tuple[Any, ...], options: Mapping[str, Any]
) -> None:
    """
    Keep with the figure of `made` what `draw` was called with.

    Nothing is kept where the caller gave the Axes: such a figure holds more than this chart.
    """
    figure = made.get_figure(root=True) if isinstance(made, Axes) else made
    given = inspect.signature(draw).bind(*args, **options).arguments
    if isinstance(figure, Figure) and given.get("ax") is None:
        arguments = {name: value for name, value in given.items() if name != "ax"}
        setattr(figure, _KEPT_AS, Drawing(draw.__name__, arguments))


def drawing_of(figure: Figure) -> Drawing | None:
    """What a figure was drawn from; None if no one function of this room made it."""
    found = getattr(figure, _KEPT_AS, None)
    return found if isinstance(found, Drawing) else None


def table_of(drawing: Drawing) -> pd.DataFrame | None:
    """
    The table to stand beside a chart as CSV: what it was drawn from, of the themes that it shows.

    The columns are those of the table that the chart takes. None if it was drawn from no table.
    """
    tables = [value for value in drawing.arguments.values() if isinstance(value, pd.DataFrame)]
    if not tables:
        return None
    table = drawing.arguments.get(_TABLES.get(drawing.chart, ""), tables[0])
    labels = drawing.arguments.get("labels")
    if labels is None or "theme" not in table.columns:
        return table.reset_index(drop=True)
    return table[table["theme"].isin(list(labels))].reset_index(drop=True)
