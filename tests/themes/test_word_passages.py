"""The passages behind a list of words."""

import pandas as pd
import pytest

from dateline.themes.batches import index_articles
from dateline.themes.passages import PASSAGE_COLUMNS
from dateline.themes.word_passages import find_word_passages


@pytest.fixture
def articles():
    texts = ["Gas is dear. GAS again.", "No oil.", "Gas, unread."]
    table = pd.DataFrame({"doc_id": ["a", "b", "x"], "text": texts, "problem": ["", "", "empty"]})
    about = {"date": pd.Timestamp("2022-01-01"), "date_class": "A", "source": "", "title": ""}
    return table.assign(**about, path="f.txt")


def test_a_word_has_its_first_place_in_each_readable_article(articles):
    found = find_word_passages(["gas", "oil"], articles)
    assert found[["doc_id", "pattern", "pre", "keyword", "post"]].values.tolist() == [
        ["a", "gas", "", "Gas", " is dear."],
        ["b", "oil", "No ", "oil", "."],
    ]


def test_case_makes_no_difference(articles):
    assert find_word_passages(["OIL"], articles)["pattern"].tolist() == ["oil"]


def test_no_word_has_no_rows_but_the_columns(articles):
    assert list(find_word_passages([], articles)) == PASSAGE_COLUMNS


def test_with_an_index_the_texts_are_not_cut_again(articles, monkeypatch):
    without, index = find_word_passages(["gas", "oil"], articles), index_articles(articles)
    monkeypatch.setattr("dateline.themes.batches.make_batch", None)
    found = find_word_passages(["gas", "oil"], articles, index=index)
    pd.testing.assert_frame_equal(found, without)


def test_the_index_may_hold_more_articles_than_are_looked_at(articles):
    found = find_word_passages(["gas", "oil"], articles.tail(2), index=index_articles(articles))
    assert found["doc_id"].tolist() == ["b"]


def test_a_wildcard_is_no_word(articles):
    assert find_word_passages(["g*", "?as"], articles).empty
