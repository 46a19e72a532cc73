"""Words one letter from a word of the codebook."""

import pytest

from dateline.themes import index_articles, read_codebook
from dateline.themes.near_misses import (
    Vocabulary,
    count_words,
    likely_misspellings,
    nearest_words,
)


def near(text, counts, *others, known=()):
    theme = read_codebook({"themes": {"t": {"terms": [text, *others]}}}).themes[0]
    return nearest_words(theme.terms[0], theme, Vocabulary(counts), known=known)


def misspelt(text, counts, *others, known=()):
    theme = read_codebook({"themes": {"t": {"terms": [text, *others]}}}).themes[0]
    return list(likely_misspellings(theme.terms[0], theme, Vocabulary(counts), known=known))


@pytest.mark.parametrize(
    "written", ["sanctons", "sannctions", "sanktions", "sacntions"],
    ids=["left out", "added", "changed", "swapped"],
)  # fmt: skip
def test_the_four_kinds_of_misspelling_are_found(written):
    assert near(written, {"sanctions": 412}) == [(written, "sanctions", 412)]


def test_two_letters_are_too_many():
    assert near("sanktons", {"sanctions": 412}) == []


def test_of_several_near_words_the_commonest_is_named():
    assert near("tarriff", {"tariff": 7, "tarrift": 6, "tarriff's": 9})[0][1:] == ("tariff", 7)


def test_a_word_that_is_there_or_short_has_no_near_miss():
    assert near("sanctions", {"sanctions": 3, "sanctons": 500}) == []
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
    assert near("sanctoin*", {"sanctioned": 5, "sanctions": 6}) == [("sanctoin*", "sanctions", 6)]


def test_a_star_does_not_stand_for_half_a_word():
    assert near("deport*", {"department": 90, "departed": 6}) == [("deport*", "departed", 6)]


@pytest.mark.parametrize(("number", "found"), [(4, 0), (5, 1)])
def test_only_a_frequent_word_is_what_a_term_may_have_meant(number, found):
    assert len(near("sanctons", {"sanctions": number})) == found


@pytest.mark.parametrize(
    ("own", "number", "found"), [(2, 200, 1), (2, 199, 0), (1, 100, 1), (3, 900, 0)]
)
def test_a_term_that_the_articles_nearly_never_have_is_a_near_miss_too(own, number, found):
    assert len(near("sanctons", {"sanctons": own, "sanctions": number})) == found


@pytest.mark.parametrize("form", ["spend", "spends", "spender"])
def test_a_word_of_which_the_articles_have_another_form_is_no_misspelling(form):
    assert near("spending", {"sending": 80}) == [("spending", "sending", 80)]
    assert near("spending", {"sending": 80, form: 1}) == []


def test_a_word_that_a_shipped_codebook_has_is_no_misspelling():
    assert near("spending", {"sending": 80}, known={"spending"}) == []
    assert near("spendin*", {"sendin": 80}, known={"spendin"}) == []


@pytest.mark.parametrize(("common", "rare", "found"), [(40, 2, 1), (299, 3, 0), (300, 3, 1)])
def test_above_twice_a_misspelling_is_one_in_a_hundred(common, rare, found):
    assert len(misspelt("contract", {"contract": common, "contact": rare})) == found


def test_an_ordinary_word_is_not_taken_for_a_misspelling_of_the_term():
    assert misspelt("contract", {"contract": 400, "contact": 4, "contacted": 1}) == []
    assert misspelt("contract", {"contract": 400, "contact": 4}, known={"contact"}) == []


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
