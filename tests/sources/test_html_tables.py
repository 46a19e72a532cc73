"""Tables that are a web page inside."""

import pytest

from dateline.sources import read_articles
from dateline.sources.html_tables import is_table_page, read_table_page
from dateline.study import open_study

TABLE = """<html><head><style>td {x: 1}</style></head><body><table border=1>
<tr><td colspan=2>Export of May</td></tr>
<tr><th>Date</th><th>Headline</th><th>Full text</th></tr>
<tr><td>2022-03-24</td><td>Talks &amp; more</td><td>Both sides<br>met. <b>No</b> more.</td></tr>
<tr><td>2022-03-25</td><td>War</td><td>It goes on.</td></tr>
</table></body></html>"""


def test_each_row_below_the_header_is_an_article():
    found = read_table_page("a.xls", TABLE.encode())
    assert [article.title for article in found.articles] == ["Talks & more", "War"]
    assert found.articles[0].text == "Talks & more\n\nBoth sides\nmet. No more."
    assert found.articles[1].metadata == (("column:Date", "2022-03-25"),)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-8-sig"])
def test_it_is_known_in_any_encoding(encoding):
    assert is_table_page(TABLE.encode(encoding))
    assert len(read_table_page("a.xls", TABLE.encode(encoding)).articles) == 2


@pytest.mark.parametrize(
    "page",
    [
        TABLE.replace("<table", "<h1>News</h1><table"),
        TABLE.replace("Full text", "Page"),
        "<html><body><table><tr><td>Menu</td><td>Text</td></tr></table></body></html>"[:40],
        "<html><table><tr><td>The text of an article in a table</td></tr></table></html>",
    ],
)
def test_a_page_with_a_table_is_a_page(page):
    assert not is_table_page(page.encode())


def test_a_row_of_more_cells_than_the_header_is_left_out_and_told():
    page = TABLE.replace("<td>War</td>", "<td>War</td><td>x</td>")
    found = read_table_page("a.xls", page.encode())
    assert found.remark == "row 4 does not fit the header and was left out; 1 row read"


def test_a_workbook_that_is_a_page_is_read_by_its_rows(make_study):
    reading = read_articles(open_study(make_study({"a.xls": TABLE, "b.xlsx": TABLE + " "})))
    told = "is a table in a web page, whatever its ending says"
    assert reading.files["reason"].tolist() == ["", told]
    assert reading.files["articles"].tolist() == [2, 2]
