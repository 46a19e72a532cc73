"""Bounds from titles. Vance holds the office here from 20 January 2021 to 20 January 2025."""

from dataclasses import replace
from datetime import date

import pytest

from dateline.articles.dates.calendar import Office, compile_pattern
from dateline.articles.dates.offices import from_offices
from dateline.articles.dates.phrases import Sentences

START, END, ELECTED = date(2021, 1, 20), date(2025, 1, 20), date(2020, 11, 3)
HELD = [START, END]
OFFICE = Office(
    id="vance",
    name="Vance",
    patterns=(compile_pattern("President Vance"),),
    elect_patterns=(compile_pattern("President-elect Vance"),),
    start=START,
    end=END,
    elected=ELECTED,
)


def evidence(*sentences, office=OFFICE):
    return list(from_offices(Sentences(sentences), (office,)))


def bounds(*sentences):
    return [[piece.earliest, piece.latest] for piece in evidence(*sentences)]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("President Vance met Xi.", HELD),
        ("Vice President Lee met President Vance.", HELD),
        ("A former minister met President Vance.", HELD),
        ("Former US President Vance met Xi.", [END, None]),
        ("The ousted President Vance met Xi.", [END, None]),
        ("The ex-President Vance met Xi.", [END, None]),
        ("President-elect Vance met Xi.", [ELECTED, START]),
    ],
)
def test_a_title_bounds_the_date_by_the_term(sentence, expected):
    assert bounds(sentence) == [expected]


@pytest.mark.parametrize(
    "sentence",
    [
        "Under President Vance taxes fell.",
        "Then-President Vance met Xi.",
        "He was to succeed President Vance.",
        "President Vance met Xi in 2022.",
        "President Vance met Xi two years ago.",
        "President Vance met Xi last year.",
        "President Vance, at the time, met Xi.",
    ],
)
def test_a_title_in_a_sentence_that_looks_back_is_recorded_and_not_used(sentence):
    (piece,) = evidence(sentence)
    assert (piece.strength, piece.earliest, piece.latest) == ("check", None, None)


@pytest.mark.parametrize(
    "sentence",
    ["Vance met Xi.", "Vice President Vance met Xi.", "In 2020, President-elect Vance met Xi."],
)
def test_no_title_or_another_one_says_nothing(sentence):
    assert evidence(sentence) == []


def test_former_anywhere_outweighs_the_title_without_it():
    assert bounds("President Vance met Xi.", "Former President Vance is ill.") == [[END, None]]


def test_one_title_in_the_present_is_enough():
    assert bounds("President Vance met Xi in 2022.", "President Vance is ill.") == [HELD]


def test_a_term_that_has_not_ended_has_no_former_holder():
    office = replace(OFFICE, end=None)
    (piece,) = evidence("Former President Vance met Xi.", office=office)
    assert piece.strength == "check"


@pytest.mark.parametrize(
    ("sentence", "first", "last"),
    [
        # 2 * 30.4 days before 20 January is 20 November; half a month is 15 days.
        ("They met two months before Vance leaves office.", (2024, 11, 5), (2024, 12, 5)),
        ("They meet 2 months before Vance’s exit from office.", (2024, 11, 5), (2024, 12, 5)),
        # 7 days before, and half a week is 3 days.
        ("They met one week before Vance leaves office.", (2025, 1, 10), (2025, 1, 16)),
        ("It is ten days before Vance's departure from office.", (2025, 1, 10), (2025, 1, 10)),
    ],
)
def test_so_long_before_the_exit_is_a_window(sentence, first, last):
    (piece,) = evidence(sentence)
    assert (piece.earliest, piece.latest) == (date(*first), date(*last))


@pytest.mark.parametrize(
    "sentence",
    [
        "They talked two months before Vance’s exit from office.",
        "They met two months before Vance’s exit from office.",
        "The needed law came two months before Vance's leaving office.",
        "They meet some months before Vance leaves office.",
        "They meet two months before Lee leaves office.",
    ],
)
def test_an_exit_that_may_be_told_afterwards_or_is_not_counted_says_nothing(sentence):
    assert evidence(sentence) == []


def test_united_is_no_past_verb():
    (piece,) = evidence("A united party, two months before Vance's exit from office.")
    assert piece.earliest == date(2024, 11, 5)
