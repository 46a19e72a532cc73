"""Every chart of a report can be drawn again from what the report holds, without the articles."""

import json

import matplotlib as mpl
import pandas as pd
import pytest
from PIL import Image

from dateline import charts
from dateline.charts.drawing import drawing_of
from dateline.errors import ReportError
from dateline.report.chart_data import pack_drawing
from dateline.report.redraw import charts_bytes, redraw_charts, take_charts
from dateline.report.show import CHART, figure_png
from dateline.report.tables import table_bytes

VOLUME = pd.DataFrame({
    "period": pd.to_datetime(["2022-01-01", "2022-04-01"]),
    "articles": [3.0, 2.0], "stories": [2.0, 2.0],
})  # fmt: skip
ARTICLES = pd.DataFrame({
    "doc_id": ["d1", "d2"], "source": "Wire", "title": ["=Talks", ""], "path": ["a.txt", "b.txt"],
    "date": pd.to_datetime(["2022-03-01", None]), "problem": "",
    "date_earliest": pd.to_datetime(["2022-03-01", None]), "date_conflict": False,
    "date_latest": pd.to_datetime(["2022-03-01", None]), "date_class": ["A", "U"],
})  # fmt: skip


def packed(made, alt="Bars.", caption="How many."):
    return {**pack_drawing(drawing_of(made.get_figure())), "alt": alt, "caption": caption}


@pytest.fixture
def report(tmp_path):
    """A report folder with two charts on one page."""
    folder = tmp_path / "report"
    folder.mkdir()
    drawn = [packed(charts.draw_volume(VOLUME)), packed(charts.draw_timeline(ARTICLES))]
    (folder / "charts.json").write_bytes(charts_bytes({"01-corpus": drawn}))
    (folder / "articles.csv").write_bytes(table_bytes(ARTICLES, ".csv"))
    (folder / "record.json").write_text("{}")
    return folder


def test_each_chart_is_there_as_svg_and_png_with_its_words(report, tmp_path):
    table = redraw_charts(report, tmp_path / "out")
    names = sorted(path.name for path in (tmp_path / "out").iterdir())
    assert names == ["01-corpus-1.png", "01-corpus-1.svg", "01-corpus-2.png", "01-corpus-2.svg",
                     "charts.csv"]  # fmt: skip
    assert table["alt"].tolist() == ["Bars.", "Bars."]
    assert "<title>Bars.</title>" in (tmp_path / "out" / "01-corpus-1.svg").read_text()


def test_the_picture_is_the_one_of_the_page(report, tmp_path):
    redraw_charts(report, tmp_path / "out")
    for number, made in enumerate((charts.draw_volume(VOLUME), charts.draw_timeline(ARTICLES)), 1):
        again = (tmp_path / "out" / f"01-corpus-{number}.png").read_bytes()
        assert again == figure_png(made.get_figure())


def test_two_runs_give_the_same_bytes_whatever_the_settings_of_matplotlib(report, tmp_path):
    redraw_charts(report, tmp_path / "a")
    with mpl.rc_context({"font.size": 20}):
        redraw_charts(report, tmp_path / "b")
    for path in (tmp_path / "a").iterdir():
        assert path.read_bytes() == (tmp_path / "b" / path.name).read_bytes(), path.name


def test_a_picture_has_something_on_it(report, tmp_path):
    redraw_charts(report, tmp_path / "out")
    with Image.open(tmp_path / "out" / "01-corpus-1.png") as image:
        assert image.width > 500 and len(image.convert("RGB").getcolors(10_000)) > 5


@pytest.mark.parametrize(
    "content",
    ["{", "[]", '{"../x": []}', '{"p": [{"chart": "_png", "arguments": {}}]}',
     '{"p": [{"chart": "draw_volume", "arguments": {"volume": {"nothing": []}}}]}',
     '{"p": [{"chart": "draw_volume", "arguments": {"volume": {"articles": ["none"]}}}]}'],
)  # fmt: skip
def test_a_file_that_was_changed_is_refused_in_a_sentence(report, tmp_path, content):
    (report / "charts.json").write_text(content)
    with pytest.raises(ReportError, match="make the report again"):
        redraw_charts(report, tmp_path / "out")


def test_a_folder_that_is_no_report_is_refused(tmp_path):
    with pytest.raises(ReportError, match=r"has no record\.json"):
        redraw_charts(tmp_path, tmp_path / "out")


def test_the_data_leave_the_executed_notebook():
    figure = {"data": {}, "metadata": {"text/html": {"alt": "Bars.", CHART: {"chart": "x"}}}}
    notebook = {"cells": [{"outputs": [figure]}, {"source": "# Title"}]}
    rest, found = take_charts(json.dumps(notebook).encode())
    assert found == [{"chart": "x"}]
    assert json.loads(rest)["cells"][0]["outputs"][0]["metadata"] == {"text/html": {"alt": "Bars."}}
    assert take_charts(rest) == (rest, [])
