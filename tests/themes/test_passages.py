"""Keyword in context."""

import pandas as pd
import pytest

from dateline.themes import PASSAGE_COLUMNS, find_mentions, find_passages, read_codebook

BOOK = read_codebook({"themes": {"arms": {"terms": ["arms"]}, "talks": {"terms": ["talks"]}}})


@pytest.fixture
def dated(articles_of):
    def make(texts, dates):
        days = pd.to_datetime(pd.Series(dates, dtype="str"))
        about = {"source": "Daily", "title": "T", "path": "a.txt", "date_class": "A"}
        return articles_of(*texts, date=days, **about)

    return make


def test_a_passage_is_the_sentence_cut_at_the_match(dated):
    articles = dated(["Yes. They want arms, now. No."], ["2022-03-21"])
    passage = find_passages(find_mentions(articles, BOOK), articles).iloc[0]
    assert list(passage[["pre", "keyword", "post"]]) == ["They want ", "arms", ", now."]
    assert passage["date"] == pd.Timestamp(2022, 3, 21)
    assert list(passage.index) == PASSAGE_COLUMNS


def test_passages_are_sorted_by_date_and_undated_ones_come_last(dated):
    articles = dated(["arms talks", "arms", "talks"], [None, "2022-01-02", "2021-01-01"])
    passages = find_passages(find_mentions(articles, BOOK), articles)
    assert list(passages["doc_id"]) == ["a2", "a1", "a0", "a0"]
    assert list(passages["keyword"]) == ["talks", "arms", "arms", "talks"]


def test_a_mention_that_crosses_sentences_has_both_of_them(dated):
    rule = {"near": ["war", "threat*"], "within": 3, "scope": "article"}
    book = read_codebook({"themes": {"risk": {"terms": [rule]}}})
    articles = dated(["First. It was war. Threats came. Last."], ["2022-01-01"])
    passage = find_passages(find_mentions(articles, book), articles).iloc[0]
    assert passage["pre"] + passage["keyword"] + passage["post"] == "It was war. Threats came."


def test_markup_in_an_article_is_left_as_it_is(dated):
    articles = dated(["<script>arms</script>"], ["2022-01-01"])
    passage = find_passages(find_mentions(articles, BOOK), articles).iloc[0]
    assert passage["pre"] + passage["keyword"] + passage["post"] == "<script>arms</script>"


def test_no_mentions_give_no_passages_and_all_columns(dated):
    articles = dated(["nothing"], ["2022-01-01"])
    passages = find_passages(find_mentions(articles, BOOK), articles)
    assert passages.empty
    assert list(passages.columns) == PASSAGE_COLUMNS
