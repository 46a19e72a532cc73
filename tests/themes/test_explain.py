"""Why each match is counted or not."""

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pandas.testing import assert_frame_equal

from dateline.articles import build_corpus
from dateline.study import open_study
from dateline.themes import find_mentions, find_passages, load_codebook, read_codebook
from dateline.themes.explain import EXPLAINED_COLUMNS, explain_mentions, explain_passages

TRADE = {
    "trade": {
        "terms": ["trade", "export control*", "control*", {"any": ["ban"], "none": ["travel"]}],
        "unless": ["trade union*"],
        "tariffs": {"terms": ["tariff", "trade war"]},
    }
}


@pytest.fixture
def explained(articles_of):
    def explain(text, tables=TRADE):
        codebook = read_codebook({"themes": tables})
        table = explain_mentions(articles_of(text), codebook)
        columns = ["theme", "term", "outcome", "by"]
        return list(table[columns].itertuples(index=False, name=None)), table

    return explain


def test_a_mention_has_its_entry_and_what_it_took_in(explained):
    _, table = explained("Export controls grow.")
    counted = table[table["outcome"] == "counted"].iloc[0]
    assert counted["term"] == "export control*"
    assert counted["rule"] == "2 words in order, any ending"
    assert counted["entry_of"] == "trade" and counted["dropped"] == "control*"


def test_a_match_inside_a_longer_one_names_it(explained):
    assert explained("Export controls grow.")[0][1] == (
        "trade", "control*", "inside a longer match", "export control*",
    )  # fmt: skip


def test_a_term_of_a_part_takes_in_one_of_the_theme_in_the_theme_alone(explained):
    assert explained("A trade war.")[0] == [
        ("trade", "trade", "inside a longer match", "trade war"),
        ("trade", "trade war", "counted", ""),
        ("trade.tariffs", "trade war", "counted", ""),
    ]


def test_a_masked_match_names_its_mask_and_so_does_the_sentence(explained):
    rows, table = explained("A trade union likes trade. Trade grows.")
    assert rows == [
        ("trade", "trade", "masked", "trade union*"),
        ("trade", "trade", "counted", ""),
        ("trade", "trade", "counted", ""),
    ]
    assert list(table["masks"]) == ["trade union*", "trade union*", ""]


def test_a_rule_that_its_none_takes_away_names_the_words(explained):
    assert explained("A travel ban. A ban.")[0] == [
        ("trade", "any of ban, none of travel", "ruled out", "travel"),
        ("trade", "any of ban, none of travel", "counted", ""),
    ]


def test_a_match_that_overlaps_an_earlier_one_is_told_from_one_inside(explained):
    tables = {"t": {"terms": ["arms control", "control talks"]}}
    assert explained("Arms control talks.", tables)[0] == [
        ("t", "arms control", "counted", ""),
        ("t", "control talks", "overlaps a match", "arms control"),
    ]


def test_of_two_terms_with_the_same_words_the_second_is_explained(explained):
    tables = {"t": {"terms": ["sanction*", "sanctions"]}}
    rows, table = explained("Sanctions.", tables)
    assert rows[1] == ("t", "sanctions", "same words as another term", "sanction*")
    assert list(table["dropped"]) == ["sanctions", ""]


def test_a_condition_that_is_masked_takes_the_rule_with_it(explained):
    tables = {"t": {"terms": [{"any": ["war"], "all": ["trade"]}], "unless": ["trade union"]}}
    assert explained("A trade union fears war.", tables)[0] == [
        ("t", "all of trade, any of war", "masked", "trade union")
    ]


def test_a_term_that_overlaps_itself_is_counted_as_the_engine_does(explained):
    tables = {"t": {"terms": ["x y a", "a a"]}}
    rows, _ = explained("x y a a a", tables)
    assert [row for row in rows if row[2] == "counted"] == [
        ("t", "x y a", "counted", ""),
        ("t", "a a", "counted", ""),
    ]


def test_no_article_gives_all_columns(articles_of):
    table = explain_mentions(articles_of(), read_codebook({"themes": TRADE}))
    assert {name: str(kind) for name, kind in table.dtypes.items()} == EXPLAINED_COLUMNS


WORDS = st.lists(st.sampled_from(["a", "b", "c", "d.", "A"]), max_size=30).map(" ".join)
TERM = st.lists(st.sampled_from(["a", "b", "c", "d", "*"]), min_size=1, max_size=3)
TERM = TERM.filter(lambda words: words != ["*"] * len(words)).map(" ".join)
TABLE = st.fixed_dictionaries(
    {"terms": st.lists(TERM, min_size=1, max_size=4)},
    optional={"unless": st.lists(TERM, max_size=2)},
)


@settings(deadline=None, max_examples=60)
@given(WORDS, TABLE, TABLE)
def test_what_counts_is_what_find_mentions_finds(text, parent, child):
    codebook = read_codebook({"themes": {"t": parent | {"part": child}}})
    articles = pd.DataFrame({"doc_id": ["a"], "text": [text], "problem": [""]})
    mentions = find_mentions(articles, codebook)
    explained = explain_mentions(articles, codebook)
    counted = explained[explained["outcome"] == "counted"].reset_index(drop=True)
    assert_frame_equal(counted[list(mentions.columns)], mentions)
    assert (explained.loc[explained["outcome"] != "counted", "by"] != "").all()


def test_the_explained_passages_of_the_default_study_are_its_passages(root):
    corpus = build_corpus(open_study(root / "seeds"))
    codebook = load_codebook(corpus.study.codebook)
    passages = find_passages(find_mentions(corpus.articles, codebook), corpus.articles)
    explained = explain_passages(corpus.articles, codebook)
    counted = explained[explained["outcome"] == "counted"].reset_index(drop=True)
    assert_frame_equal(counted[list(passages.columns)], passages)
    assert len(explained) > len(passages)
