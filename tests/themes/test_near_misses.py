"""Words one letter from a word of the codebook."""

import pytest

from dateline.themes import index_articles, read_codebook
from dateline.themes.near_misses import (
    Vocabulary,
    count_words,
    likely_misspellings,
    nearest_words,
)


def near(text, counts, *others):
    theme = read_codebook({"themes": {"t": {"terms": [text, *others]}}}).themes[0]
    return nearest_words(theme.terms[0], theme, Vocabulary(counts))


def misspelt(text, counts, *others):
    theme = read_codebook({"themes": {"t": {"terms": [text, *others]}}}).themes[0]
    return list(likely_misspellings(theme.terms[0], theme, Vocabulary(counts)))


@pytest.mark.parametrize(
    "written", ["sanctons", "sannctions", "sanktions", "sacntions"],
    ids=["left out", "added", "changed", "swapped"],
)  # fmt: skip
def test_the_four_kinds_of_misspelling_are_found(written):
    assert near(written, {"sanctions": 412}) == [(written, "sanctions", 412)]


def test_two_letters_are_too_many():
    assert near("sanktons", {"sanctions": 412}) == []


def test_of_several_near_words_the_commonest_is_named():
    assert near("tarriff", {"tariff": 3, "tarrift": 2, "tarriff's": 9})[0][1:] == ("tariff", 3)


def test_a_word_that_is_there_or_short_has_no_near_miss():
    assert near("sanctions", {"sanctions": 1, "sanctons": 5}) == []
    assert near("trade", {"grade": 5, "trad": 5}) == []


@pytest.mark.parametrize("other", ["backing", "import", "charged"])
def test_another_first_letter_or_ending_in_a_phrase_is_another_word(other):
    assert near({"backing": "hacking x", "import": "imports x"}.get(other, "charges x"),
                {other: 9}) == []  # fmt: skip


def test_a_single_word_may_lack_its_ending():
    assert near("tariff", {"tariffs": 7}) == [("tariff", "tariffs", 7)]


def test_a_word_that_the_theme_has_already_is_no_news():
    assert near("defence", {"defense": 9}, "defense") == []
    assert near("defence", {"defense": 9}, "defens* pact") == []


def test_a_star_at_the_end_stands_for_any_ending():
    assert near("sanctoin*", {"sanctioned": 2, "sanctions": 5}) == [("sanctoin*", "sanctions", 5)]


def test_a_rare_word_one_letter_from_a_common_term_is_a_likely_misspelling():
    assert misspelt("sanctions", {"sanctions": 40, "sanctlons": 2}) == [("sanctlons", 2)]


@pytest.mark.parametrize(
    "counts",
    [
        {"sanctions": 19, "sanctlons": 1},  # the term is not common
        {"sanctions": 40, "sanctlons": 3},  # the word is not rare
        {"sanctions": 40, "sanctionx": 1},  # another ending
        {"sanctions": 40, "zanctions": 1},  # another first letter
    ],
)
def test_what_may_as_well_be_another_word_is_none(counts):
    assert misspelt("sanctions", counts) == []


def test_words_are_counted_without_difference_of_case_and_not_in_articles_with_a_problem(
    articles_of,
):
    articles = articles_of("War and WAR.", "war", problem=["", "empty"])
    assert count_words(index_articles(articles)) == {"war": 2, "and": 1}
