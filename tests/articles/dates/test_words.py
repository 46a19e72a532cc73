"""The shared words: every form of a verb in its list, and what only looks like a verb."""

import re

import pytest

from dateline.articles.dates.words import (
    FUTURE,
    MONTH,
    PARTICIPLE,
    PAST,
    TAKE_PART,
    TAKES_PART,
    TOOK_PART,
)


def is_one(words, text):
    return bool(re.fullmatch(f"(?:{words})", text))


@pytest.mark.parametrize(
    ("base", "third", "past"),
    [
        ("meet", "meets", "met"),
        ("fly", "flies", "flew"),
        ("launch", "launches", "launched"),
        ("travel", "travels", "travelled"),
        ("authorise", "authorises", "authorised"),
        ("authorize", "authorizes", "authorized"),
        ("take part in", "takes part in", "took part in"),
    ],
)
def test_each_form_of_a_verb_is_in_its_own_list(base, third, past):
    forms = (base, third, past)
    assert [is_one(TAKE_PART, form) for form in forms] == [True, False, False]
    assert [is_one(TOOK_PART, form) for form in forms] == [False, False, True]
    assert is_one(PAST, past) and not is_one(PAST, base)


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("meets", True), ("meet", True), ("goes", True), ("go", False), ("come", False),
        ("visit", False), ("visits", False), ("talks", False), ("met", False),
    ],
)  # fmt: skip
def test_a_form_that_is_as_often_a_noun_is_no_present_tense(form, expected):
    assert is_one(TAKES_PART, form) == expected


@pytest.mark.parametrize("word", ["agreed", "needed", "opened"])
def test_a_word_in_ed_is_a_participle(word):
    assert is_one(PARTICIPLE, word)


@pytest.mark.parametrize("word", ["need", "united", "indeed", "hundred", "red", "so-called"])
def test_some_words_in_ed_are_no_verbs(word):
    assert not re.search(rf"\b(?:{PARTICIPLE})\b", word)


@pytest.mark.parametrize("word", ["plan", "plans", "planned", "scheduled", "is to", "upcoming"])
def test_a_word_that_looks_ahead_is_a_future_word(word):
    assert is_one(FUTURE, word)


@pytest.mark.parametrize("word", ["plane", "planet", "past", "overdue"])
def test_a_word_that_contains_one_is_none(word):
    assert not is_one(FUTURE, word)


@pytest.mark.parametrize("word", ["september", "sept.", "sep", "may", "dec."])
def test_months_are_read_short_and_with_a_full_stop(word):
    assert is_one(MONTH, word)
