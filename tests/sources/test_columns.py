"""Which column holds what, by the usual names or as the study says."""

import pytest

from dateline.sources.columns import best_header, columns_of, needed
from dateline.sources.raw import RefusedError
from dateline.study import ReadSettings

# The columns of exports, in their order, and which of them holds what.
EXPORTS = {
    "Text Interchange Formats": (
        "doc_id text", {"id": "doc_id", "text": "text"}, []),
    "Media Cloud": (
        "indexed_date publish_date id language media_name media_url title url",
        {"title": "title", "source": "media_name", "url": "url", "language": "language",
         "id": "id"},
        ["indexed_date", "publish_date"]),
    "GDELT": (
        "url url_mobile title seendate socialimage domain language sourcecountry",
        {"title": "title", "source": "domain", "url": "url", "language": "language"},
        ["seendate"]),
    "Constellate": (
        "creator datePublished docType fullText id isPartOf language publisher title url",
        {"text": "fullText", "title": "title", "author": "creator", "source": "isPartOf",
         "url": "url", "language": "language", "id": "id"},
        ["datePublished"]),
    "LexisNexisTools": (
        "ID Source_File Newspaper Date Length Section Author Edition Headline Graphic Article",
        {"text": "Article", "title": "Headline", "author": "Author", "source": "Newspaper",
         "id": "ID"},
        ["Date"]),
    "Integrum": (
        "Источник Дата Время Заголовок Анонс Оригинал Автор",
        {"text": "Оригинал", "title": "Заголовок", "lead": "Анонс", "author": "Автор",
         "source": "Источник"},
        ["Дата"]),
    "NewsAPI": (
        "source author title description url urlToImage publishedAt content",
        {"text": "content", "title": "title", "author": "author", "source": "source", "url": "url"},
        ["publishedAt"]),
    "news-please": (
        "authors date_download date_modify date_publish maintext source_domain title url",
        {"text": "maintext", "title": "title", "author": "authors", "source": "source_domain",
         "url": "url"},
        ["date_download", "date_modify", "date_publish"]),
}  # fmt: skip


def columns(names, sample=(), **named):
    return columns_of(names, ReadSettings(columns=named), sample=sample)


def refusal(names, **named):
    with pytest.raises(RefusedError) as refused:
        columns(names, **named)
    return str(refused.value)


@pytest.mark.parametrize("export", EXPORTS)
def test_the_columns_of_exports_are_known(export):
    names, roles, dates = EXPORTS[export]
    found = columns(names.split())
    assert found.roles == roles
    assert found.dates == [(f"column:{name}", name) for name in dates]


@pytest.mark.parametrize("name", ["text", "Body", "full_text", "FullText", "Article Text", "Текст"])
def test_the_text_is_found_under_its_usual_names(name):
    assert columns([name, "x"]).roles["text"] == name


def test_of_several_names_the_best_wins_whatever_their_order():
    assert columns(["content", "Text", "body"]).roles["text"] == "Text"


@pytest.mark.parametrize("cell", ["https://example.org/a", "www.example.org", "1,204"])
def test_a_column_of_addresses_or_numbers_is_not_the_text(cell):
    rows = [{"story": cell, "content": "Talks."}, {"story": "", "content": ""}]
    assert columns(["story", "content"], rows).roles["text"] == "content"
    assert "text" not in columns(["story", "title"], rows).roles
    assert columns(["story"], rows).roles["text"] == "story"


@pytest.mark.parametrize(
    "name",
    ["date", "publish_date", "seendate", "pub_date", "publishedAt", "published_at", "indexed_date",
     "Load-Date", "crawled_at", "Erschienen", "year", "publicationYear", "Datum", "fecha", "дата",
     "data", "datePublished", "Date and Time"],
)  # fmt: skip
def test_a_column_of_dates_is_passed_on_under_its_name(name):
    assert columns(["text", name]).dates == [(f"column:{name}", name)]


@pytest.mark.parametrize(
    "name", ["candidate", "mandate", "timezone", "publisher", "database", "id"]
)
def test_other_columns_are_not(name):
    assert columns(["text", name]).dates == []


def test_a_column_that_the_study_names_outranks_the_usual_one():
    found = columns(["text", "Inhalt", "date", "Tag"], text="inhalt", date="Tag")
    assert found.roles["text"] == "Inhalt"
    assert found.dates == [("column:publish_date", "Tag")]


def test_a_column_that_the_study_names_and_the_table_lacks_is_a_refusal():
    said = "no column `Inhalt`, which study.toml names for the text; found: text, date"
    assert refusal(["text", "date"], text="Inhalt") == said


def test_a_table_with_neither_text_nor_headline_names_its_columns():
    shown = ", ".join(f"c{at}" for at in range(20))
    reason = "table without a column for the text; name one `text`"
    assert refusal([f"c{at}" for at in range(22)]) == f"{reason} (found: {shown} and 2 more)"


def test_only_columns_that_may_be_chosen_are_needed():
    names = ["vector", "content", "text", "date", "x"]
    settings = ReadSettings(columns={"author": "x"})
    assert needed(names, settings) == ["content", "text", "date", "x"]


@pytest.mark.parametrize(
    "rows, place",
    [
        ([["text"], ["Title, text"]], 0),
        ([["Export"], ["Title:", "Talks"], ["Date", "Title", "Text"]], 2),
        ([["Source:", "x"], ["Date", "Headline"]], 1),
        ([["a", "b"], ["Text", ""]], None),
        ([], None),
    ],
    ids=["one column", "search terms", "other names", "one name below others", "nothing"],
)
def test_the_header_is_the_row_that_names_the_most_columns(rows, place):
    assert best_header(rows, ReadSettings()) == place
