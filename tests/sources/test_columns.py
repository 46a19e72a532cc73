"""Which column holds what, by the usual names."""

import pytest

from dateline.sources.columns import articles_of
from dateline.sources.raw import RefusedError


def article(**row):
    return articles_of("t.csv", "utf-8", [row])[0]


@pytest.mark.parametrize("name", ["text", "Body", "full_text", "FullText", "Article Text", "Текст"])
def test_the_text_is_found_under_its_usual_names(name):
    assert article(**{name: "Talks.", "x": "y"}).text == "Talks."


def test_of_several_names_the_best_wins_whatever_their_order():
    assert article(content="c", Text="t", body="b").text == "t"


def test_the_other_fields_are_found():
    row = {"Headline": "H", "Byline": "B", "media_name": "M", "Link": "L", "lang": "de"}
    found = article(Body="Talks.", **row)
    assert (found.title, found.author, found.source) == ("H", "B", "M")
    assert (found.url, found.language) == ("L", "de")


@pytest.mark.parametrize(
    "row, text",
    [
        ({"title": "H", "lead": "L.", "text": "T."}, "H\n\nL.\n\nT."),
        ({"title": "H", "lead": "L.", "text": "L. T."}, "H\n\nL. T."),
        ({"title": "H", "text": "H\n\nT."}, "H\n\nT."),
        ({"title": "H", "date": "2022"}, "H"),
        ({"title": "H", "lead": "L.", "text": " "}, ""),
    ],
    ids=["all", "lead in the text", "headline in the text", "headlines only", "row without text"],
)
def test_headline_and_lead_stand_above_the_text_once(row, text):
    assert article(**row).text == text


@pytest.mark.parametrize(
    "name",
    ["date", "publish_date", "seendate", "pub_date", "publishedAt", "published_at", "indexed_date",
     "Load-Date", "crawled_at", "Erschienen", "year", "publicationYear", "Datum", "fecha", "дата",
     "data", "datePublished", "Date and Time"],
)  # fmt: skip
def test_a_column_of_dates_becomes_metadata_under_its_name(name):
    found = article(text="Talks.", **{name: " 2022-03-24 "})
    assert found.metadata == ((f"column:{name}", "2022-03-24"),)


@pytest.mark.parametrize(
    "name", ["candidate", "mandate", "timezone", "publisher", "database", "id"]
)
def test_other_columns_do_not(name):
    assert article(text="Talks.", **{name: "2022"}).metadata == ()


def test_a_table_with_neither_text_nor_headline_names_its_columns():
    with pytest.raises(RefusedError) as refused:
        article(**{f"c{at}": "x" for at in range(22)})
    shown = ", ".join(f"c{at}" for at in range(20))
    reason = "table without a column for the text; name one `text`"
    assert str(refused.value) == f"{reason} (found: {shown} and 2 more)"
