"""The matcher: cases as data, its table, and agreement with a slow reference."""

import json
import tomllib
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline.articles import build_corpus
from dateline.study import open_study
from dateline.themes import MENTION_COLUMNS, find_mentions, read_codebook
from dateline.themes.batches import index_articles
from dateline.themes.terms import make_term

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


def test_then_wants_the_first_group_first(articles_of):
    rule = {"then": [["threat*"], ["war"]], "within": 2}
    mentions = find_mentions(
        articles_of("a war threat, a threat of war"), codebook(r={"terms": [rule]})
    )
    assert list(mentions["from"]) == [4]
    assert list(mentions["term"]) == ["threat* then within 2 war"]


def test_a_stemmed_codebook_matches_the_other_forms_of_plain_words_alone(articles_of):
    tables = {"stem": "english", "themes": {"s": {"terms": ["sanctions", "=Ban", "threat*"]}}}
    mentions = find_mentions(
        articles_of("Sanctioning, bans, Ban, threatened"), read_codebook(tables)
    )
    assert list(mentions["from"]) == [0, 2, 3]


def test_an_index_gives_the_same_rows_as_the_texts(articles_of):
    articles = articles_of("Arms. No arms.", "Nothing", "", "Weapons", problem=["", "", "", "bad"])
    book = codebook(arms={"terms": ["arms", "no arms", "weapons"]})
    index = index_articles(articles)
    assert find_mentions(articles, book, index=index).equals(find_mentions(articles, book))


def test_a_dense_text_of_overlapping_phrases_is_counted_in_good_time(articles_of):
    near = {"near": [["a a"], ["a"]], "within": 50}
    book = codebook(x={"terms": ["a a", "a a a", near]})
    # Pairs of the rule are three long too; the phrase of three comes before it.
    assert len(find_mentions(articles_of("a " * 60_000), book)) == 20_000


WORDS = st.sampled_from(
    ["a", "b", "ab", "ba", "aab", "A", "Ab", "BA", "b's", "a'b", "ä", "Ä", "a\u0308b", "国", "ß"]
)
GAPS = st.sampled_from([" ", " ", " ", ", ", "-", ". ", "\n\n", "’s ", "_", "。"])
PLAIN = st.sampled_from(
    ["a", "b", "ab", "a*", "*b", "?b", "a?", "*", "b*", "A", "aa*b", "Ba", "ä*", "国", "SS", "b’s"]
)
TERM = st.builds(
    lambda exact, words: exact + " ".join(words),
    st.sampled_from(["", "", "="]),
    st.lists(PLAIN, min_size=1, max_size=3).filter(lambda words: set("".join(words)) - {"*"}),
)
GROUP = st.lists(TERM, min_size=1, max_size=2)
SCOPE = st.sampled_from(["sentence", "article"])
OTHERS = {"all": st.lists(GROUP, min_size=1, max_size=2), "none": GROUP}
PAIR = st.lists(GROUP, min_size=2, max_size=2)
WITHIN = {"within": st.integers(1, 4), "scope": SCOPE}
NEAR = st.fixed_dictionaries({"near": PAIR} | WITHIN, optional=OTHERS)
THEN = st.fixed_dictionaries({"then": PAIR} | WITHIN, optional=OTHERS | {"any": GROUP})
ALL = st.fixed_dictionaries(
    {"all": st.lists(GROUP, min_size=1, max_size=2), "scope": SCOPE},
    optional={"any": GROUP, "none": GROUP},
)
ENTRIES = st.lists(st.one_of(TERM, TERM, NEAR, THEN, ALL), min_size=1, max_size=4)
LEAF = st.fixed_dictionaries({"terms": ENTRIES}, optional={"unless": GROUP})
THEME = st.fixed_dictionaries({"terms": ENTRIES}, optional={"unless": GROUP, "child": LEAF})
TEXT = st.lists(st.builds(str.__add__, WORDS, GAPS), max_size=14).map("".join)
ANY_WAY = settings(
    derandomize=True,
    max_examples=150,
    deadline=None,
    database=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


def texts_in(tables):
    """Every text in nested tables and lists."""
    if isinstance(tables, str):
        return {tables}
    parts = tables.values() if isinstance(tables, dict) else tables
    return set().union(*(texts_in(part) for part in parts if not isinstance(part, int)))


def without_rules(row, tables):
    """The row with None for the term if a rule made it, as the reference has it."""
    return (*row[:2], row[2] if row[2] in texts_in(tables) else None, *row[3:])


def as_from_files(articles):
    """An index that does not know the id of each token, so that phrases are searched for."""
    index = index_articles(articles)
    for batch in index.batches:
        del vars(batch)["ids"]
    return index


def agree(texts, tables, reference, articles, stem=""):
    """Whether engine and reference give the same rows, names of terms and offsets included."""
    book = read_codebook({"themes": tables, "stem": stem})
    found = find_mentions(articles, book)
    assert find_mentions(articles, book, index=as_from_files(articles)).equals(found)
    rows = found.itertuples(index=False, name=None)
    expected = [
        (f"a{n}", *row)
        for n, text in enumerate(texts)
        for row in reference.mentions(text, tables, stem)
    ]
    return [without_rules(row, tables) for row in rows] == expected


@ANY_WAY
@given(texts=st.lists(TEXT, min_size=1, max_size=3), one=THEME, two=LEAF, stem=st.booleans())
def test_the_engine_agrees_with_the_slow_reference(texts, one, two, stem, reference, articles_of):
    tables = {"one": one, "two": two}
    assert agree(texts, tables, reference, articles_of(*texts), "english" if stem else "")


@ANY_WAY
@given(text=st.text(max_size=30), term=st.text(min_size=1, max_size=6))
def test_the_engine_agrees_with_the_reference_on_any_characters(text, term, reference, articles_of):
    text = f"{text} {term} {text}"
    if any(char.isalnum() for char in term) and len(make_term(term).words):
        tables = {"one": {"terms": [term]}}
        assert agree([text], tables, reference, articles_of(text))


def plain_tables(path):
    return tomllib.loads(path.read_text("utf-8"))["themes"]


def test_the_default_study_agrees_with_the_reference(root, reference, articles_of):
    articles = build_corpus(open_study(root / "seeds")).articles
    texts = articles.loc[articles["problem"] == "", "text"].tolist()
    tables = plain_tables(root / "seeds" / "codebook.toml")
    assert agree(texts, tables, reference, articles_of(*texts))


@pytest.mark.real
def test_real_speeches_agree_with_the_reference(root, shared, reference, articles_of):
    paths = sorted((shared / "data" / "ungdc").glob("*.txt"))[:4]
    texts = [path.read_text("utf-8", "replace") for path in paths]
    tables = plain_tables(root / "seeds" / "codebook.toml")
    assert agree(texts, tables, reference, articles_of(*texts))
