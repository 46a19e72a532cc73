"""Passages as a notebook shows them."""

import pandas as pd
import pytest
from bs4 import BeautifulSoup

from dateline.errors import SettingError
from dateline.report.passages import COLUMNS, passages_html, say_passages


def passages(*rows: dict) -> pd.DataFrame:
    usual = {
        "doc_id": "a1", "from": 3, "pre": "New ", "keyword": "sanctions", "post": " follow.",
        "theme": "sanctions", "date": "2022-03-01", "date_class": "A", "source": "Daily",
        "title": "Talks", "path": "a.txt",
    }  # fmt: skip
    table = pd.DataFrame([usual | row for row in rows], columns=list(COLUMNS))
    table["passage_id"] = table["doc_id"].astype("str") + ":" + table["from"].astype("str")
    return table.assign(date=pd.to_datetime(table["date"]))


def page(table: pd.DataFrame, **options) -> BeautifulSoup:
    return BeautifulSoup(passages_html(table, **options), "html.parser")


def test_a_passage_is_the_sentence_with_the_words_marked_and_its_id():
    item = page(passages({})).li
    assert item.get_text() == "New sanctions follow. a1:3"
    assert item.mark.get_text() == "sanctions"
    assert item.mark["id"] == "passage-a1:3"


def test_the_article_says_date_how_it_is_known_source_and_title():
    origin = page(passages({})).select_one(".from")
    assert origin.get_text() == "2022-03-01 (date stated) · Daily · Talks"
    assert origin.time["datetime"] == "2022-03-01"


@pytest.mark.parametrize(
    ("date", "date_class", "words"),
    [
        ("2022-03-01", "B", "2022-03-01 (date known within 8 days)"),
        ("2022-03-01", "C", "2022-03-01 (date known within 92 days)"),
        ("2022-03-01", "D", "2022-03-01 (date known within 3 years)"),
        (None, "U", "Date unknown"),
    ],
)
def test_how_a_date_is_known_is_said_in_words(date, date_class, words):
    origin = page(passages({"date": date, "date_class": date_class})).select_one(".from")
    assert origin.get_text() == f"{words} · Daily · Talks"


def test_passages_are_grouped_by_article_in_order_of_dates():
    table = passages(
        {"doc_id": "u", "date": None}, {"doc_id": "b", "from": 9, "pre": "No "},
        {"doc_id": "b", "from": 1},
        {"doc_id": "a", "date": "2021-01-01"},
    )  # fmt: skip
    articles = [
        [mark["id"] for mark in article.select("li mark")]
        for article in page(table).select("article")
    ]
    assert articles == [["passage-a:3"], ["passage-b:1", "passage-b:9"], ["passage-u:3"]]


def test_a_long_list_is_cut_and_says_so():
    cut = page(passages(*({"from": at, "pre": f"{at} "} for at in range(213))), most=50)
    assert "Showing 50 of 213 passages" in cut.get_text()
    assert len(cut.select("li")) == 50


def test_a_list_that_is_whole_says_so():
    assert "Showing all 2 passages" in page(passages({}, {"from": 8})).get_text()
    assert "No passages" in page(passages()).get_text()


def test_what_a_choice_of_days_or_classes_took_away_is_said():
    assert "3 more are left out; their articles are undated" in (
        page(passages({}), left_out=3).get_text()
    )
    assert "1 more is left out; its article is undated" in page(passages(), left_out=1).get_text()
    assert "left out" not in page(passages({})).get_text()


def test_the_theme_is_named_where_there_are_several():
    shown = page(passages({}, {"from": 8, "theme": "war", "pre": "No "})).get_text()
    assert "sanctions · a1:3" in shown and "war · a1:8" in shown


def test_an_endless_sentence_is_cut_on_both_sides():
    text = page(passages({"pre": "x" * 9999, "post": "y" * 9999})).li.get_text()
    assert text.startswith("… xxx")
    assert len(text) < 1300


def test_a_sentence_with_two_matches_is_shown_once_with_both_marked():
    first = {"from": 0, "pre": "", "keyword": "Bans", "post": " and sanctions."}
    second = {"from": 2, "pre": "Bans and ", "keyword": "sanctions", "post": "."}
    item = page(passages(first, second)).li
    assert item.get_text() == "Bans and sanctions. a1:0 a1:2"
    assert [mark.get_text() for mark in item.select("mark")] == ["Bans", "sanctions"]


def test_of_overlapping_matches_each_word_is_marked_once():
    first = {"from": 0, "pre": "", "keyword": "new bans", "post": " now", "theme": "war"}
    second = {"from": 1, "pre": "new ", "keyword": "bans now", "post": ""}
    item = page(passages(first, second)).li
    assert [mark.get_text() for mark in item.select("mark")] == ["new bans", " now"]


def test_an_article_without_a_title_goes_by_its_path():
    origin = page(passages({"source": "", "title": None})).select_one(".from")
    assert origin.get_text() == "2022-03-01 (date stated) · a.txt"


def test_every_text_is_escaped(attack):
    texts = dict.fromkeys(["doc_id", "pre", "keyword", "post", "theme", "source", "title"], attack)
    shown = page(passages(texts))
    assert shown.select("script, img") == []
    assert shown.mark.get_text() == shown.cite.get_text() == attack


def test_a_table_of_another_kind_is_refused():
    with pytest.raises(SettingError, match="no column `keyword`"):
        passages_html(passages({}).drop(columns="keyword"))


def test_a_limit_that_shows_nothing_is_refused():
    with pytest.raises(SettingError, match="most=0"):
        passages_html(passages({}), most=0)


def test_it_is_said_how_many_passages_no_chart_of_stories_counts():
    found = passages(
        {}, {"from": 9}, {"doc_id": "copy"}, {"doc_id": "u", "date": None, "date_class": "U"},
        {"doc_id": "copy-u", "date_class": "D"},
    )  # fmt: skip
    copies = {"a1": "", "copy": "a1", "u": "", "copy-u": "u"}
    articles = pd.DataFrame({"doc_id": list(copies), "copy_of": list(copies.values())})
    assert say_passages(found, articles) == (
        "5 passages in 4 articles: 2 of them in undated articles and 1 in copies, which charts of "
        "distinct stories do not count."
    )


@pytest.mark.parametrize("number", [0, 2])
def test_what_a_choice_of_days_leaves_out_is_said_only_if_there_is_any(number):
    articles = pd.DataFrame({"doc_id": ["a1"], "copy_of": [""]})
    said = say_passages(passages({}), articles, left_out=number)
    assert said.startswith("1 passage in 1 article: 0 of them")
    assert ("2 more are left out" in said) == (number == 2)
    assert say_passages(passages().head(0), articles) == "No passages."
