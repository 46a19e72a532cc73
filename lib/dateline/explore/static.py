"""The chart without a widget, for pages and programs that only show pictures."""

from __future__ import annotations

from html import escape

from dateline import charts
from dateline.explore.model import Exploration
from dateline.report.show import figure_html
from dateline.stats import count_spread


def static_html(model: Exploration, *, note: str = "") -> str:
    """
    The chosen themes as the figure that the reports have, with `note` as text above it.

    Every text is escaped.
    """
    labels, series = model.labels(), model.series()
    caption = charts.caption_shares(
        series,
        model.left_out(),
        labels=labels,
        timeframe=model.timeframe,
        spread=count_spread(model.articles, model.timeframe, unit=model.view.unit),
    )
    figure = charts.draw_shares(series, labels=labels)
    shown = figure_html(figure, alt=charts.describe_shares(series, labels), caption=caption)
    return f"<p>{escape(note)}</p>{shown}" if note else shown


class StaticExplorer:
    """Shows an exploration where there is no anywidget; `model` is the same as the widget's."""

    def __init__(self, model: Exploration) -> None:
        self.model = model

    def _repr_html_(self) -> str:
        note = "This chart answers to clicks where the package anywidget is installed."
        return static_html(self.model, note=note)
