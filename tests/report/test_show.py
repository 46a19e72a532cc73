"""Figures and tables as a notebook shows them."""

import matplotlib.pyplot as plt
import pandas as pd
import pytest
from bs4 import BeautifulSoup

from dateline.charts import draw_volume
from dateline.errors import SettingError
from dateline.report import show_figure, show_study, show_table
from dateline.report.show import CHART, table_html


@pytest.fixture
def displayed(monkeypatch) -> list:
    """What is handed to the notebook: (data, metadata), in order."""
    outputs: list = []

    def display(data, *, raw, metadata):
        assert raw
        outputs.append((data, metadata))

    monkeypatch.setattr("IPython.display.display", display)
    return outputs


@pytest.fixture
def shown(displayed):
    """Call a function and parse the one piece of HTML that it shows."""

    def call(show, *arguments, **options) -> BeautifulSoup:
        show(*arguments, **options)
        return BeautifulSoup(displayed.pop()[0]["text/html"], "html.parser")

    return call


def cells(table: pd.DataFrame, **options) -> list[list[str]]:
    rows = BeautifulSoup(table_html(table, **options), "html.parser").select("tr")
    return [[cell.get_text() for cell in row.select("th, td")] for row in rows]


@pytest.fixture
def figure():
    made, axes = plt.subplots(figsize=(4, 2))
    axes.plot([1, 2])
    yield made
    plt.close(made)


def test_a_figure_is_one_element_with_image_and_caption(figure, shown):
    page = shown(show_figure, figure, alt="A line from 1 to 2", caption="By month")
    assert page.figure.img["alt"] == "A line from 1 to 2"
    assert page.figure.img["src"].startswith("data:image/png;base64,")
    assert page.figure.figcaption.get_text() == "By month"


def test_a_figure_shows_at_its_natural_size(figure, shown):
    image = shown(show_figure, figure, alt="A line").img
    # 4 by 2 inches at 96 CSS pixels; "tight" takes the margins off.
    assert 300 < int(image["width"]) <= 384
    assert 150 < int(image["height"]) <= 192


def test_a_figure_is_closed_and_axes_stand_for_it(figure, shown):
    shown(show_figure, figure.axes[0], alt="A line")
    assert not plt.fignum_exists(figure.number)


def test_the_alt_text_is_in_the_metadata_and_the_plain_text(figure, displayed):
    show_figure(figure, alt="A line")
    data, metadata = displayed[0]
    assert metadata == {"text/html": {"alt": "A line"}}
    assert data["text/plain"] == "A line"


@pytest.mark.parametrize("alt", ["", "  \n"])
def test_a_figure_without_alt_text_is_refused(figure, alt):
    with pytest.raises(SettingError, match="`alt` is blank"):
        show_figure(figure, alt=alt)


def test_the_same_figure_gives_the_same_bytes(shown):
    def draw():
        made, axes = plt.subplots()
        axes.plot([1, 3, 2])
        return str(shown(show_figure, made, alt="A line"))

    assert draw() == draw()


def test_a_table_has_days_dashes_and_no_index():
    table = pd.DataFrame({"date": pd.to_datetime(["2022-03-01", None]), "title": ["A", None]})
    assert cells(table) == [["date", "title"], ["2022-03-01", "A"], ["–", "–"]]


def test_numbers_stand_on_the_right_and_text_on_the_left():
    page = BeautifulSoup(table_html(pd.DataFrame({"n": [1], "title": ["A"]})), "html.parser")
    assert [cell.get("class") for cell in page.select("td")] == [["number"], None]


@pytest.mark.parametrize(
    ("values", "texts"),
    [
        ([1.0, 2.0], ["1", "2"]),
        ([0.5, 0.25], ["0.50", "0.25"]),
        ([1 / 3, float("nan")], ["0.333", "–"]),
        ([0.00004, 0.5], ["4e-05", "0.500"]),
        ([0.0, 0.1], ["0.0", "0.1"]),
        ([True, False], ["yes", "no"]),
        ([12345, -1], ["12345", "-1"]),
    ],
)
def test_a_column_is_written_with_the_decimals_it_needs(values, texts):
    assert [row[0] for row in cells(pd.DataFrame({"x": values}))[1:]] == texts


def test_columns_are_chosen_ordered_and_renamed():
    table = pd.DataFrame({"a": [1], "b": [2], "c": [3]})
    assert cells(table, columns=["c", "a"]) == [["c", "a"], ["3", "1"]]
    assert cells(table, columns={"b": "Number of b"}) == [["Number of b"], ["2"]]


def test_an_unknown_column_is_refused_with_the_known_ones():
    with pytest.raises(SettingError, match="no column `d`; choose among a, b"):
        show_table(pd.DataFrame({"a": [1], "b": [2]}), columns=["d"])


def test_an_empty_table_says_so():
    assert cells(pd.DataFrame({"a": [], "b": []})) == [["a", "b"], ["none"]]


def test_every_text_of_a_table_is_escaped(attack, shown):
    page = shown(show_table, pd.DataFrame({attack: [attack]}), caption=attack)
    assert page.select("script, img") == []
    assert [part.get_text() for part in page.select("caption, th, td")] == [attack] * 3


def test_every_text_of_a_figure_is_escaped(figure, attack, shown):
    page = shown(show_figure, figure, alt=attack, caption=attack)
    assert page.select("script") == []
    assert len(page.select("img")) == 1
    assert page.img["alt"] == page.figcaption.get_text() == attack


def test_a_study_is_shown_with_its_notes(study, shown):
    page = shown(show_study, study)
    assert "Talks & <b>war</b>" in page.get_text()
    assert "No codebook was given." in page.get_text()


def test_a_number_leads_to_the_list_that_opens_names(shown):
    table = pd.DataFrame({"theme": ["Arms"], "found": [3]})
    page = shown(show_table, table, opens={"found": ["arms-left-out"]})
    assert [(link.get_text(), link["href"]) for link in page.select("a")] == [
        ("3", "#behind-arms-left-out")
    ]


def test_a_column_that_is_not_shown_opens_nothing():
    with pytest.raises(SettingError, match="`found`, which is not shown"):
        show_table(pd.DataFrame({"theme": ["Arms"]}), opens={"found": ["arms"]})


def test_a_figure_of_a_chart_carries_its_numbers_for_the_report(displayed):
    volume = pd.DataFrame({
        "period": pd.to_datetime(["2022-01-01"]), "articles": [3.0], "stories": [2.0],
    })  # fmt: skip
    show_figure(draw_volume(volume), alt="Bars")
    data, metadata = displayed[0]
    assert '<figure data-chart="numbers" ' in data["text/html"]
    assert metadata["text/html"][CHART]["numbers"] == (
        "period,articles,stories\n2022-01-01,3.0,2.0\n"
    )
