"""Each chart has its numbers beside it as CSV, and a link to them below the figure."""

import pandas as pd
import pytest
from bs4 import BeautifulSoup

from dateline.charts.drawing import Drawing
from dateline.report.chart_tables import link_numbers, numbers_csv, write_numbers
from dateline.report.output import open_output

SERIES = pd.DataFrame({
    "period": pd.to_datetime(["2022-01-01", "2022-01-01"]), "theme": ["arms", "talks"],
    "count": [1.0, 2.0], "share": [0.25, 0.5],
})  # fmt: skip
ARTICLES = pd.DataFrame({
    "doc_id": ["d1"], "path": ["a.txt"], "source": ["Wire"], "title": ["=Talks"],
    "date_class": ["A"], "date": pd.to_datetime(["2022-03-01"]), "text": ["Secret words."],
    "date_evidence": ["1 March 2022"],
})  # fmt: skip
PAGE = (
    '<figure data-chart="numbers"><img><figcaption>Bars.</figcaption></figure>'
    '<figure data-chart=""><img></figure><figure><img></figure>'
    '<figure data-chart="numbers"><img></figure>'
)


def csv(**arguments):
    return numbers_csv(Drawing("draw_x", arguments))


def test_the_table_has_the_themes_of_the_chart_and_days_as_days():
    table = csv(series=SERIES, labels={"talks": "Talks"})
    assert table == "period,theme,count,share\n2022-01-01,talks,2.0,0.5\n"


def test_of_an_article_there_is_what_the_chart_shows_and_no_running_text():
    table = csv(articles=ARTICLES)
    assert table == "doc_id,source,title,date,date_class\nd1,Wire,'=Talks,2022-03-01,A\n"


@pytest.mark.parametrize("part, first, last", [(1, "d0", "d30"), (2, "d31", "d61")])
def test_of_a_part_of_a_timeline_there_are_the_rows_of_that_part(part, first, last):
    days = pd.to_datetime([f"2022-{n // 28 + 1:02}-{n % 28 + 1:02}" for n in range(62)])
    ids = {"doc_id": [f"d{n}" for n in range(62)], "problem": "", "path": "", "date_class": "A"}
    rows = pd.DataFrame({**ids, "date_earliest": days, "date_latest": days})
    lines = csv(articles=rows, part=part).splitlines()
    named = [lines[at].split(",")[0] for at in (1, -1)]
    assert (len(lines) - 1, named) == (31, [first, last])


def test_columns_of_running_text_are_left_out_of_any_table():
    assert csv(rows=SERIES.assign(pre="He said ", text="All.")) == csv(rows=SERIES)


def test_a_chart_of_no_table_has_no_numbers():
    assert csv(sizes=(1, 2)) == ""


def test_the_link_stands_below_each_figure_that_has_numbers():
    soup = BeautifulSoup(PAGE, "html.parser")
    link_numbers(soup, "06 ü")
    shown = [
        [(a.get_text(), a["href"]) for a in each.select("a")] for each in soup.select("figure")
    ]
    first, last = ("06 ü-1.csv", "06%20%C3%BC-1.csv"), ("06 ü-3.csv", "06%20%C3%BC-3.csv")
    assert shown == [[first], [], [], [last]]
    assert soup.figcaption.get_text() == "Bars.The numbers of this chart: 06 ü-1.csv"
    assert soup.select("[data-chart]") == []


@pytest.fixture
def written(tmp_path):
    """A function that writes the numbers of a page and gives the names that are then there."""

    def write(drawn):
        with open_output(tmp_path) as output:
            names = write_numbers("06", drawn, output)
            output.publish()
        return names, sorted(path.name for path in tmp_path.glob("*.csv"))

    return write


def test_a_chart_without_numbers_keeps_its_place_in_the_count(written):
    drawn = [{"chart": "a", "numbers": "n\n1\n"}, {"chart": "b"}, {"chart": "c", "numbers": "n\n"}]
    assert written(drawn) == (("06-1.csv", "06-3.csv"), ["06-1.csv", "06-3.csv"])
    assert drawn == [{"chart": "a"}, {"chart": "b"}, {"chart": "c"}]


def test_numbers_of_charts_that_are_no_more_are_taken_away(written, tmp_path):
    written([{"numbers": "n\n1\n"}, {"numbers": "n\n2\n"}])
    for name in ("06-01.csv", "06-a.csv", "106-1.csv", "06-1-1.csv"):
        (tmp_path / name).touch()
    _, there = written([{"numbers": "n\n1\n"}])
    assert there == ["06-01.csv", "06-1-1.csv", "06-1.csv", "06-a.csv", "106-1.csv"]
