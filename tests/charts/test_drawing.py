"""A figure knows what it was drawn from."""

import pandas as pd
from matplotlib.figure import Figure

from dateline import charts
from dateline.charts.drawing import drawing_of

VOLUME = pd.DataFrame({
    "period": pd.to_datetime(["2022-01-01", "2022-04-01"]),
    "articles": [3.0, 2.0], "stories": [2.0, 2.0],
})  # fmt: skip


def test_a_chart_keeps_its_name_and_arguments():
    drawing = drawing_of(charts.draw_volume(VOLUME).get_figure())
    assert drawing.chart == "draw_volume"
    assert list(drawing.arguments) == ["volume"]
    assert drawing.arguments["volume"] is VOLUME


def test_a_chart_in_a_figure_of_the_caller_keeps_nothing():
    figure = Figure()
    charts.draw_volume(VOLUME, ax=figure.add_subplot())
    assert drawing_of(figure) is None
