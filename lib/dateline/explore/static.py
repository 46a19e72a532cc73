"""The chart without a widget, for pages and programs that only show pictures."""

from __future__ import annotations

from html import escape

from dateline import charts
from dateline.charts.layers import Layers
from dateline.explore.model import Exploration
from dateline.report.show import figure_html
from dateline.stats import count_spread, draw_kind, volume_by_period
from dateline.stats.document_rows import tabulate_rows


def static_html(model: Exploration, *, note: str = "") -> str:
    """
    The chosen themes as the figure that the reports have, with `note` as text above it.

    Of up to 12 stories each has a row; of more there are curves, over bars of what was collected.
    Every text is escaped.
    """
    volume = volume_by_period(model.articles, model.timeframe)
    kind = draw_kind(round(volume["stories"].sum()))
    colours = charts.theme_colours(model.codebook.labels)
    layers: Layers = {"kind": kind, "volume": volume, "colours": colours}
    shown = _rows_html(model, layers) if kind == "rows" else _curves_html(model, layers)
    return f"<p>{escape(note)}</p>{shown}" if note else shown


def _rows_html(model: Exploration, layers: Layers) -> str:
    labels = model.labels()
    rows = tabulate_rows(model.mentions(), model.articles, list(labels), timeframe=model.timeframe)
    caption = charts.caption_rows(
        rows, model.series(), model.left_out(), labels=labels, timeframe=model.timeframe
    )
    figure = charts.draw_rows(rows, labels=labels, colours=layers["colours"])
    return figure_html(figure, alt=charts.describe_rows(rows, labels), caption=caption)


def _curves_html(model: Exploration, layers: Layers) -> str:
    labels, series = model.labels(), model.series()
    caption = charts.caption_shares(
        series,
        model.left_out(),
        labels=labels,
        timeframe=model.timeframe,
        spread=count_spread(model.articles, model.timeframe, unit=model.view.unit),
    )
    figure = charts.draw_shares(series, labels=labels, layers=layers)
    return figure_html(
        figure,
        alt=charts.describe_shares(series, labels, layers=layers),
        caption=f"{caption} {charts.say_layers(series, layers)}".strip(),
    )


class StaticExplorer:
    """Shows an exploration where there is no anywidget; `model` is the same as the widget's."""

    def __init__(self, model: Exploration) -> None:
        self.model = model

    def _repr_html_(self) -> str:
        note = "This chart answers to clicks where the package anywidget is installed."
        return static_html(self.model, note=note)
