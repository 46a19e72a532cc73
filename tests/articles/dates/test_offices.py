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


FIRST = replace(OFFICE, id="vance-1", person="vance")
SECOND = replace(
    OFFICE, id="vance-2", person="vance",
    start=date(2029, 1, 20), end=None, elected=date(2028, 11, 7),
)  # fmt: skip
NEXT = replace(
    OFFICE, id="lee", name="Lee", patterns=(compile_pattern("President Lee"),), elect_patterns=(),
    start=END, end=date(2029, 1, 20), elected=date(2024, 11, 5),
)  # fmt: skip
TERMS = (FIRST, NEXT, SECOND)


def told(*sentences):
    return [
        [piece.rule, piece.earliest, piece.latest, piece.either]
        for piece in from_offices(Sentences(sentences), TERMS)
    ]


def test_two_terms_of_one_person_are_alternatives():
    assert told("President Vance met Xi.") == [
        ["office vance-1", *HELD, "office vance"],
        ["office vance-2", date(2029, 1, 20), None, "office vance"],
    ]


def test_president_elect_may_be_before_either_term():
    assert told("President-elect Vance met Xi.") == [
        ["elect vance-1", ELECTED, START, "office vance"],
        ["elect vance-2", date(2028, 11, 7), date(2029, 1, 20), "office vance"],
    ]


def test_former_is_after_the_first_term_and_open_above():
    assert told("Former President Vance met Xi.") == [["office vance-1, former", END, None, ""]]


def test_titles_of_terms_that_follow_each_other_bound_from_below_only():
    """One of them is history, and a successor is called by his title from the election on."""
    office = replace(OFFICE, person="vance")
    pieces = list(from_offices(Sentences(["President Lee met President Vance."]), (office, NEXT)))
    assert [[piece.earliest, piece.latest] for piece in pieces] == [
        [ELECTED, None],
        [date(2024, 11, 5), None],
    ]


def test_an_elect_and_the_holder_fit_each_other():
    sentence = "President-elect Vance met President Lee."
    assert [row[1:3] for row in told(sentence) if row[0] in ("elect vance-2", "office lee")] == [
        [date(2028, 11, 7), date(2029, 1, 20)],
        [END, date(2029, 1, 20)],
    ]


def test_an_office_counts_only_where_its_needs_stand():
    office = replace(OFFICE, needs=(compile_pattern("Narnia"),))
    assert evidence("President Vance met Xi.", office=office) == []
    assert len(evidence("President Vance met Xi.", "Narnia was cold.", office=office)) == 1


@pytest.mark.parametrize(
    "sentence",
    [
        "A President Vance would leave the pact.",
        "Would President Vance leave the pact?",
        "The nominee fears a world with President Vance.",
        "The pact ends with President Vance or Lee, whoever wins.",
    ],
)
def test_a_title_that_may_never_come_says_nothing(sentence):
    assert [piece.strength for piece in evidence(sentence)] == ["check"]


def test_late_on_a_day_is_not_late():
    assert bounds("Late Monday President Vance spoke.") == [HELD]
    assert bounds("The late President Vance spoke.") == [[END, None]]
