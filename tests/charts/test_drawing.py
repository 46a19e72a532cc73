"""A figure knows what it was drawn from."""

import pandas as pd
from matplotlib.figure import Figure

from dateline import charts
from dateline.charts.drawing import Drawing, drawing_of, table_of

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


def test_the_table_beside_a_chart_has_the_themes_that_it_shows(series):
    drawing = drawing_of(charts.draw_shares(series, labels={"war": "War"}))
    table = table_of(drawing)
    assert table["theme"].unique().tolist() == ["war"] and len(table) == 4
    assert list(table.columns) == list(series.columns)


def test_a_chart_without_themes_has_its_whole_table():
    assert table_of(drawing_of(charts.draw_volume(VOLUME).get_figure())).equals(VOLUME)


def test_a_chart_of_no_table_has_none_beside_it():
    assert table_of(Drawing("draw_nothing", {"most": 3})) is None
