"""Counts without the texts, held against the table of mentions."""

import gc
import weakref

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline.errors import SettingError
from dateline.themes import find_mentions, read_codebook
from dateline.themes.batches import index_articles
from dateline.themes.cooccur import count_together
from dateline.themes.count import (
    COUNT_COLUMNS,
    count_articles,
    count_mentions,
    count_periods,
    measure_articles,
)

BOOK = read_codebook(
    {
        "themes": {
            "war": {"terms": ["war*"], "cold": {"terms": ["cold war"]}},
            "oil": {"terms": ["oil"]},
        }
    }
)
TEXTS = ("Oil and war. A cold war. War, war!", "Nothing.", "Oil.")


@pytest.fixture
def index(articles_of):
    return index_articles(articles_of(*TEXTS))


def test_mentions_are_counted_per_theme_and_article(index):
    # The family of `war` has "cold war" too, which is longer than the "war" inside it.
    assert count_mentions(index, BOOK).tolist() == [[4, 0, 0], [1, 0, 0], [1, 0, 1]]


def test_the_table_has_a_row_for_each_theme_that_an_article_mentions(index):
    counts = count_articles(index, BOOK)
    assert {name: str(kind) for name, kind in counts.dtypes.items()} == COUNT_COLUMNS
    assert counts.to_numpy().tolist() == [
        ["a0", "war", 4, 3],
        ["a0", "war.cold", 1, 1],
        ["a0", "oil", 1, 1],
        ["a2", "oil", 1, 1],
    ]


def test_every_article_has_its_words_and_sentences(index):
    assert measure_articles(index).to_numpy().tolist() == [["a0", 8, 3], ["a1", 1, 1], ["a2", 1, 1]]


def test_periods_add_up_their_articles_and_leave_out_those_without(index):
    periods = pd.Series({"a0": "2024", "a2": "2024", "other": "2023"})
    counts = count_periods(index, BOOK, periods)
    oil = counts[counts["theme"] == "oil"].to_dict("records")
    assert len(counts) == 3
    assert oil == [
        {"period": "2024", "theme": "oil", "mentions": 2, "sentences": 2, "articles": 2}
        | {"total_words": 9, "total_sentences": 4, "total_articles": 2}
    ]


def test_an_article_with_two_periods_is_refused(index):
    with pytest.raises(SettingError, match="give each doc_id one"):
        count_periods(index, BOOK, pd.Series(["2024", "2025"], index=["a0", "a0"]))


def test_themes_stand_together_in_sentences_or_articles(index):
    sentences = count_together(index, BOOK)
    assert list(sentences.index) == list(sentences.columns) == ["war", "war.cold", "oil"]
    assert sentences.to_numpy().tolist() == [[3, 1, 1], [1, 1, 0], [1, 0, 2]]
    articles = count_together(index, BOOK, "article")
    assert articles.to_numpy().tolist() == [[1, 1, 1], [1, 1, 1], [1, 1, 2]]


def test_another_scope_is_refused(index):
    with pytest.raises(SettingError, match='use "sentence" or "article"'):
        count_together(index, BOOK, "page")


def test_no_articles_have_no_counts_and_all_columns(articles_of):
    index = index_articles(articles_of())
    assert list(count_articles(index, BOOK).columns) == list(COUNT_COLUMNS)
    assert count_together(index, BOOK).to_numpy().sum() == 0
    assert count_periods(index, BOOK, pd.Series({"a0": "2024"})).empty


def test_after_an_edit_only_the_changed_theme_and_its_parents_are_looked_for(index):
    count_mentions(index, BOOK)
    (batch,) = index.batches
    before = {id(hits) for hits in batch.found.values()}
    tables = {"war": {"terms": ["war*"], "cold": {"terms": ["cold"]}}, "oil": {"terms": ["oil"]}}
    count_mentions(index, read_codebook({"themes": tables}))
    assert len({id(hits) for hits in batch.found.values()} - before) == 2


WORD = st.sampled_from(["a", "b", "ab", "a. ", "b. B"])


@settings(
    derandomize=True,
    max_examples=100,
    deadline=None,
    database=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    texts=st.lists(st.lists(WORD, max_size=9).map(" ".join), max_size=4),
    terms=st.lists(st.sampled_from(["a", "a b", "b*", "b a b"]), min_size=1, unique=True),
)
def test_counts_are_those_of_the_mentions(texts, terms, articles_of):
    book = read_codebook({"themes": {"x": {"terms": terms}, "y": {"terms": ["a*"]}}})
    articles = articles_of(*texts)
    groups = find_mentions(articles, book).groupby(["doc_id", "theme"], sort=False)["sentence"]
    counts = count_articles(index_articles(articles), book).set_index(["doc_id", "theme"])
    assert counts["mentions"].to_dict() == groups.size().to_dict()
    assert counts["sentences"].to_dict() == groups.nunique().to_dict()


def test_a_batch_that_is_let_go_leaves_nothing_behind(articles_of):
    index = index_articles(articles_of(*TEXTS))
    count_mentions(index, BOOK)
    batch = weakref.ref(index.batches[0])
    gc.disable()  # without it only what refers to itself would stay
    try:
        del index
        assert batch() is None
    finally:
        gc.enable()
