"""From rows to articles, and to the line that the ledger has of them."""

import pytest

from dateline.sources.raw import RefusedError
from dateline.sources.rows import LeftOut, Table, articles_of
from dateline.study import ReadSettings


def found(*rows, left_out=None, **settings):
    names = list(dict.fromkeys(name for row in rows for name in row))
    table = Table(names, rows, left_out or LeftOut())
    return articles_of(table, ReadSettings(**settings), path="t.csv")


def article(**row):
    return found(row).articles[0]


def test_the_fields_of_a_row_are_those_of_the_article():
    row = {"Headline": "H", "Byline": "B", "media_name": "M", "Link": "L", "lang": "de"}
    made = article(Body="Talks.", **row)
    assert (made.title, made.author, made.source) == ("H", "B", "M")
    assert (made.url, made.language, made.text) == ("L", "de", "H\n\nTalks.")


@pytest.mark.parametrize(
    "row, text",
    [
        ({"title": "H", "lead": "L.", "text": "T."}, "H\n\nL.\n\nT."),
        ({"title": "H", "lead": "L.", "text": "L. T."}, "H\n\nL. T."),
        ({"title": "H", "text": "H\n\nT."}, "H\n\nT."),
        ({"title": "H", "date": "2022"}, "H"),
        ({"title": "H", "lead": "L."}, "H\n\nL."),
        ({"title": "H", "text": "One.\nTwo."}, "H\n\nOne.\nTwo."),
    ],
    ids=["all", "lead in text", "headline in text", "headlines only", "headline, lead", "lines"],
)
def test_headline_and_lead_stand_above_the_text_once(row, text):
    assert article(**row).text == text


def test_a_row_without_text_is_an_article_without_one_and_is_counted():
    made = found({"title": "H", "lead": "L.", "text": " "}, {"title": "I", "text": "T."})
    assert [article.text for article in made.articles] == ["", "I\n\nT."]
    assert made.remark == "1 of 2 rows without text"


@pytest.mark.parametrize("rows", [[{"title": "H"}], [{"title": "H", "text": ""}]])
def test_a_table_of_headlines_counts_them_and_says_so(rows):
    made = found(*rows)
    assert [article.text for article in made.articles] == ["H"]
    assert made.remark == "headlines only"


@pytest.mark.parametrize(
    "row, place",
    [
        ({"id": "7", "url": "L"}, "7"),
        ({"doc_id": "a", "id": "7"}, "a"),
        ({"ID": "", "url": "L"}, "L"),
        ({"x": "7"}, ""),
    ],
)
def test_the_place_of_a_row_is_its_id_or_its_address(row, place):
    assert article(text="Talks.", **row).place == place


def test_dates_are_passed_on_as_they_stand_but_no_text_under_such_a_name():
    made = article(text="Talks.", date=" 24.3.22 ", update="x" * 101, posted="")
    assert made.metadata == (("column:date", "24.3.22"),)


def test_html_in_cells_becomes_the_text_that_it_shows():
    made = article(title="A <b>word</b>", text="<p>Talks &amp; more.</p><p>In Bonn.</p>")
    assert made.text == "A word\n\nTalks & more.\n\nIn Bonn."


def test_where_most_texts_are_html_the_others_are_too():
    one, two, three = found(
        {"text": "<p>a</p>"}, {"text": "b &amp; c"}, {"text": "<div>d</div>"}
    ).articles
    assert (one.text, two.text, three.text) == ("a", "b & c", "d")


def test_signs_that_look_like_tags_stay_in_a_plain_text():
    assert article(text="a < b &amp; c <p> d").text == "a < b &amp; c <p> d"


def test_texts_that_a_service_has_cut_are_counted():
    made = found({"content": "They met … [+1203 chars]"}, {"content": "Whole."})
    assert made.remark == "1 of 2 rows cut by the service that sent them"


def test_rows_that_were_left_out_are_named_until_they_are_too_many():
    left_out = LeftOut("row")
    left_out.add(3, "header", "2 cells")
    rows = [{"text": "a"}]
    said = "row 3 does not fit the header and was left out; 1 row read"
    assert found(*rows, left_out=left_out).remark == said
    left_out.add(4, "header", "3 cells")
    with pytest.raises(RefusedError, match=r"^row 3: 2 cells$"):
        found(*rows, left_out=left_out)


def test_a_table_with_more_text_than_may_be_read_is_refused():
    with pytest.raises(RefusedError, match="more than 1 MiB of text; split the table"):
        found(*[{"text": "x" * 2**19}] * 3, largest_mb=1)
