"""The matcher: cases as data, its table, and agreement with a slow reference."""

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline.themes import MENTION_COLUMNS, find_mentions, read_codebook

CASES = json.loads((Path(__file__).parents[1] / "cases" / "matching.json").read_text("utf-8"))


def codebook(**tables):
    return read_codebook({"themes": tables})


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["label"])
def test_a_case_matches_what_it_says_and_nothing_else(case, articles_of):
    theme = {key: case[key] for key in ("terms", "unless") if key in case}
    mentions = find_mentions(articles_of(case["text"]), codebook(theme=theme))
    found = [case["text"][row.start : row.end] for row in mentions.itertuples()]
    assert found == case["expect"], case["comment"]


def test_a_mention_has_token_positions_offsets_and_sentence(articles_of):
    book = codebook(arms={"terms": ["arms embargo*"]})
    mentions = find_mentions(articles_of("Yes. Then an arms embargo came."), book)
    expected = {"doc_id": "a0", "theme": "arms", "term": "arms embargo*", "from": 3, "to": 4}
    assert mentions.to_dict("records") == [expected | {"start": 13, "end": 25, "sentence": 1}]


def test_no_mention_still_gives_every_column_with_its_type(articles_of):
    mentions = find_mentions(articles_of("Nothing."), codebook(arms={"terms": ["arms"]}))
    assert mentions.empty
    assert {name: str(dtype) for name, dtype in mentions.dtypes.items()} == MENTION_COLUMNS


def test_articles_with_a_problem_are_skipped_and_copies_are_not(articles_of):
    articles = articles_of(
        "arms", "arms", "arms", problem=["", "empty", ""], copy_of=["", "", "a0"]
    )
    mentions = find_mentions(articles, codebook(arms={"terms": ["arms"]}))
    assert list(mentions["doc_id"]) == ["a0", "a2"]


def test_two_themes_count_the_same_words(articles_of):
    two = codebook(arms={"terms": ["arms embargo"]}, sanctions={"terms": ["embargo"]})
    mentions = find_mentions(articles_of("an arms embargo"), two)
    assert list(mentions["theme"]) == ["arms", "sanctions"]


def test_a_parent_is_the_union_of_its_children_and_not_their_sum(articles_of):
    children = {"tariffs": {"terms": ["tariff*"]}, "deals": {"terms": ["trade deal*"]}}
    trade = {"terms": ["trade"]} | children
    mentions = find_mentions(articles_of("Tariffs in a trade deal."), codebook(trade=trade))
    found = list(zip(mentions["theme"], mentions["term"], strict=True))
    assert found == [
        ("trade", "tariff*"),
        ("trade", "trade deal*"),
        ("trade.tariffs", "tariff*"),
        ("trade.deals", "trade deal*"),
    ]


def test_unless_applies_to_the_terms_of_its_own_table_alone(articles_of):
    trade = {"terms": ["trade"], "unless": ["trade union"], "unions": {"terms": ["trade union"]}}
    mentions = find_mentions(articles_of("a trade union"), codebook(trade=trade))
    assert list(mentions["theme"]) == ["trade", "trade.unions"]


def test_of_two_terms_with_the_same_span_the_first_gives_its_name(articles_of):
    mentions = find_mentions(articles_of("arms"), codebook(arms={"terms": ["arm*", "arms"]}))
    assert list(mentions["term"]) == ["arm*"]


def test_a_rule_is_shown_in_words(articles_of):
    rule = {"near": [["war", "conflict"], ["threat*"]], "within": 2}
    mentions = find_mentions(articles_of("a threat of war"), codebook(risk={"terms": [rule]}))
    assert list(mentions["term"]) == ["war or conflict within 2 of threat*"]


def test_one_article_and_many_give_the_same_rows(articles_of):
    book = codebook(arms={"terms": ["arm*", "weapon?"]})
    both = find_mentions(articles_of("Arms.", "Weapons and arms."), book)
    alone = find_mentions(articles_of("Weapons and arms.", doc_id=["a1"]), book)
    assert both[both["doc_id"] == "a1"].reset_index(drop=True).equals(alone)


def test_a_very_long_token_is_matched_without_delay(articles_of):
    mentions = find_mentions(
        articles_of("a" * 200_000), codebook(x={"terms": ["a*a*a*a*b", "*a*b?"]})
    )
    assert mentions.empty


WORDS = st.sampled_from(["a", "b", "ab", "ba", "aab", "A", "Ab", "BA", "b's", "a'b"])
GAPS = st.sampled_from([" ", " ", " ", ", ", "-", ". ", "\n\n"])
PLAIN = st.sampled_from(["a", "b", "ab", "a*", "*b", "?b", "a?", "*", "b*", "A", "aa*b", "Ba"])
TERM = st.builds(
    lambda exact, words: exact + " ".join(words),
    st.sampled_from(["", "", "="]),
    st.lists(PLAIN, min_size=1, max_size=3).filter(lambda words: set("".join(words)) - {"*"}),
)
GROUP = st.lists(TERM, min_size=1, max_size=2)
SCOPE = st.sampled_from(["sentence", "article"])
NEAR = st.fixed_dictionaries(
    {"near": st.lists(GROUP, min_size=2, max_size=2), "within": st.integers(1, 4), "scope": SCOPE},
    optional={"all": st.lists(GROUP, min_size=1, max_size=2), "none": GROUP},
)
ALL = st.fixed_dictionaries(
    {"all": st.lists(GROUP, min_size=1, max_size=2), "scope": SCOPE},
    optional={"any": GROUP, "none": GROUP},
)
ENTRIES = st.lists(st.one_of(TERM, TERM, NEAR, ALL), min_size=1, max_size=4)
LEAF = st.fixed_dictionaries({"terms": ENTRIES}, optional={"unless": GROUP})
THEME = st.fixed_dictionaries({"terms": ENTRIES}, optional={"unless": GROUP, "child": LEAF})
TEXT = st.lists(st.builds(str.__add__, WORDS, GAPS), max_size=14).map("".join)


@settings(
    derandomize=True,
    max_examples=150,
    deadline=None,
    database=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(texts=st.lists(TEXT, min_size=1, max_size=3), one=THEME, two=LEAF)
def test_the_engine_agrees_with_the_slow_reference(
    texts, one, two, reference_mentions, articles_of
):
    mentions = find_mentions(articles_of(*texts), codebook(one=one, two=two))
    columns = ["doc_id", "theme", "from", "to", "sentence"]
    tables = {"one": one} | ({"one.child": one["child"]} if "child" in one else {}) | {"two": two}
    expected = [
        (f"a{n}", *row) for n, text in enumerate(texts) for row in reference_mentions(text, tables)
    ]
    assert list(mentions[columns].itertuples(index=False, name=None)) == expected
