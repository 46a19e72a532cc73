"""Warnings about a codebook."""

import pytest

from dateline.themes import lint_codebook, load_codebook, read_codebook
from dateline.themes.lint import covers
from dateline.themes.terms import make_term


def warnings(tables, *others, **kinds):
    found = lint_codebook(read_codebook({"themes": tables} | kinds), *others)
    return list(zip(found["theme"], found["term"], found["warning"], strict=True))


def test_a_clean_codebook_has_no_warnings_and_all_columns():
    found = lint_codebook(read_codebook({"themes": {"arms": {"terms": ["arms", "weapon*"]}}}))
    assert found.empty
    assert list(found.columns) == ["theme", "term", "line", "warning"]


def test_the_same_term_twice_is_seen_through_case_and_punctuation():
    assert warnings({"us": {"terms": ["U.S.", "u-s"]}}) == [
        ("us", "u-s", "is in this theme twice; delete one")
    ]


def test_a_term_that_a_wider_one_holds_is_named():
    assert warnings({"sanctions": {"terms": ["sanction", "sanction*"]}}) == [
        ("sanctions", "sanction", "is part of `sanction*` in the same theme; delete it")
    ]


def test_a_term_in_two_themes_is_named_once_at_the_second():
    tables = {"arms": {"terms": ["embargo"]}, "sanctions": {"terms": ["embargo"]}}
    assert warnings(tables) == [
        ("sanctions", "embargo", "is a term of `arms` too; both count the same words")
    ]


def test_a_theme_and_an_actor_may_share_a_term():
    assert warnings({"strait": {"terms": ["Taiwan"]}}, actors={"tw": {"terms": ["Taiwan"]}}) == []


def test_a_term_that_is_never_counted_is_named_only_where_there_are_articles(articles_of):
    tables = {"arms": {"terms": ["arms", "wepon*", {"all": ["arms", "talks"]}]}}
    never = "is never counted in these articles; check its spelling"
    assert warnings(tables) == []
    assert warnings(tables, articles_of("arms")) == [
        ("arms", "wepon*", never),
        ("arms", "all of arms; talks", never),
    ]


def test_a_warning_has_the_line_of_the_term(tmp_path):
    path = tmp_path / "codebook.toml"
    path.write_text('[themes.a]\nterms = [\n  "war",\n  "peace",\n  "war",\n]\n')
    assert list(lint_codebook(load_codebook(path))["line"]) == [5]


@pytest.mark.parametrize(
    ("wide", "narrow", "expected"),
    [
        ("sanction*", "sanction", True),
        ("sanction*", "sanction?", True),
        ("sanction", "sanction*", False),
        ("sanction?", "sanction*", False),
        ("a* b*", "ab b", True),
        ("a*", "ab b", False),
        ("US", "=US", True),
        ("=US", "US", False),
        ("=U*", "=US", True),
        ("=u*", "=US", False),
    ],
)
def test_one_term_covers_another_if_it_matches_whatever_the_other_does(wide, narrow, expected):
    assert covers(make_term(wide), make_term(narrow)) is expected
