"""The words that stand beside a theme."""

import math

import pandas as pd
import pytest

from dateline.themes import find_mentions, index_articles, read_codebook
from dateline.themes.collocations import COLLOCATE_COLUMNS, find_collocates, passages_beside

CODEBOOK = read_codebook({"themes": {"arms": {"terms": ["arms", "guns"]}}})
# "dealer" stands 12 times beside arms and never elsewhere; "the" is everywhere.
BESIDE, ELSEWHERE = "The dealer sold arms.", "The weather was fine and the wind was low today."


@pytest.fixture
def articles(articles_of):
    texts = [f"{BESIDE} {ELSEWHERE} {ELSEWHERE} {BESIDE}"] * 6
    about = {
        "date": pd.Timestamp(2022, 1, 1),
        "date_class": "A",
        "source": "",
        "title": "",
        "path": "",
    }
    return articles_of(*texts, **about)


@pytest.fixture
def mentions(articles):
    return find_mentions(articles, CODEBOOK)


def words(mentions, articles):
    return list(find_collocates(mentions, articles)["word"])


def test_words_beside_the_theme_are_there_and_common_words_are_not(mentions, articles):
    assert words(mentions, articles) == ["dealer", "sold"]


def test_the_score_is_dunnings_log_likelihood(mentions, articles):
    row = find_collocates(mentions, articles).iloc[0]
    assert (row["beside"], row["elsewhere"], row["articles"]) == (12, 0, 6)
    assert math.isnan(row["times"])
    # 156 words are no mention, 36 of them beside one. Of 12 "dealer" all are, of 144 others 24:
    # 2 (12 ln(156/36) + 24 ln(24 * 156 / (144 * 36)) + 120 ln(156/144)).
    assert row["log_likelihood"] == pytest.approx(38.782, abs=0.001)


def test_a_word_of_the_theme_is_not_beside_it(articles_of):
    articles = articles_of(*["Arms and guns, guns and arms. Quiet days went by."] * 9)
    assert "guns" not in words(find_mentions(articles, CODEBOOK), articles)


def test_the_next_sentence_is_not_beside(articles_of):
    articles = articles_of(*[f"They sell arms. Dealers know. {ELSEWHERE}"] * 9)
    found = words(find_mentions(articles, CODEBOOK), articles)
    assert "sell" in found and "dealers" not in found


def test_the_sixth_word_is_too_far(articles_of):
    articles = articles_of(*[f"Arms one two three four five six. {ELSEWHERE} {ELSEWHERE}"] * 9)
    found = words(find_mentions(articles, CODEBOOK), articles)
    assert "five" in found and "six" not in found


def test_a_word_of_one_article_alone_is_left_out(articles_of):
    articles = articles_of(f"{BESIDE} " * 9, *[ELSEWHERE] * 9)
    assert words(find_mentions(articles, CODEBOOK), articles) == []


def test_at_most_so_many_words_are_given_for_a_theme(mentions, articles):
    assert len(find_collocates(mentions, articles, most=1)) == 1


def test_no_mention_gives_all_columns(mentions, articles):
    table = find_collocates(mentions.head(0), articles)
    assert {name: str(kind) for name, kind in table.dtypes.items()} == COLLOCATE_COLUMNS


def test_each_word_has_the_passages_that_it_stands_in(mentions, articles):
    passages = passages_beside(mentions, articles, find_collocates(mentions, articles))
    assert passages["word"].value_counts().to_dict() == {"dealer": 12, "sold": 12}
    assert set(passages["pre"]) == {"The dealer sold "}


def test_without_words_there_are_no_passages(mentions, articles):
    none = find_collocates(mentions.head(0), articles)
    assert passages_beside(mentions, articles, none).empty


def test_an_index_of_more_articles_changes_nothing(articles, mentions):
    index, part = index_articles(articles), articles.iloc[1:5]
    found = find_collocates(mentions.query("doc_id in @part.doc_id"), part, index=index)
    assert found.equals(find_collocates(mentions.query("doc_id in @part.doc_id"), part))
    beside = passages_beside(mentions, articles, found, index=index)
    assert beside.equals(passages_beside(mentions, articles, found))
