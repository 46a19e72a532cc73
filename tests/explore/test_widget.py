"""The widget without a browser, and what there is without the widget."""

import sys

import pytest
from bs4 import BeautifulSoup

from dateline.explore import explore_corpus
from dateline.explore.static import static_html
from dateline.explore.widget import _widget_class, front_end


@pytest.fixture
def without_anywidget(monkeypatch):
    """As if anywidget were not installed."""
    monkeypatch.setitem(sys.modules, "anywidget", None)
    _widget_class.cache_clear()
    yield
    _widget_class.cache_clear()


def test_a_message_changes_what_is_shown_and_counts_as_answered(model):
    widget = explore_corpus(model.corpus)
    widget._on_message(widget, {"do": "select", "choices": {"themes": ["us"]}}, [])
    assert [curve["theme"] for curve in widget.chart["curves"]] == ["us"]
    assert widget.answered == 1 and widget.model.view.themes == ("us",)


def test_the_widget_comes_with_a_picture_for_pages_without_it(model):
    bundle, _ = explore_corpus(model.corpus)._repr_mimebundle_()
    assert {"application/vnd.jupyter.widget-view+json", "text/html"} <= set(bundle)
    assert "data:image/png;base64," in bundle["text/html"]


def test_without_anywidget_the_chart_is_a_picture_with_words(model, without_anywidget):
    explorer = explore_corpus(model.corpus)
    page = BeautifulSoup(explorer._repr_html_(), "html.parser")
    assert "anywidget" in page.p.get_text() and "Trade" in page.img["alt"]
    assert explorer.model.series().equals(model.series())


def test_the_label_of_a_theme_stays_text_in_the_picture_s_words(model):
    html = static_html(model)
    assert "<i>" not in html and "&lt;i&gt;" in html


def test_the_front_end_sets_texts_only_as_text():
    code = "\n".join(line.split("//")[0] for line in front_end().splitlines())
    for way in ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval("):
        assert way not in code
    assert "http" not in code.replace('"http:', "")  # the name of SVG's elements is no request


def test_of_a_few_stories_each_has_a_row_in_the_picture(model):
    page = BeautifulSoup(static_html(model), "html.parser")
    assert page.img["alt"].startswith("A row for each of 4 documents")
    assert page.figcaption.get_text().startswith("One row for each of 4 documents")


def test_of_more_stories_the_picture_has_the_marks_of_the_reports(model, monkeypatch):
    monkeypatch.setattr("dateline.explore.static.draw_kind", lambda _number: "points")
    page = BeautifulSoup(static_html(model), "html.parser")
    assert page.img["alt"].startswith("Small line charts")
    assert "Grey bars: stories of each period, 2 at the most." in page.figcaption.get_text()
