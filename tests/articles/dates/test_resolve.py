"""From evidence to an interval, its class and its best day."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.articles.dates.evidence import (
    ANCHOR,
    BOUND,
    CHECK,
    DECIDED,
    LIKELY,
    RELATED,
    STATED,
    Evidence,
)
from dateline.articles.dates.resolve import resolve_dates

START = date(2022, 3, 1)


def piece(strength, first=None, last=None, **more):
    """Evidence from day `first` to day `last`, counted from 1 March 2022."""
    days = [None if n is None else START + timedelta(days=n) for n in (first, last)]
    return Evidence(f"{strength} {first} {last}", "", "text", *days, strength, **more)


def stated(day):
    return piece(STATED, day, day, best=START + timedelta(days=day))


def resolved(*pieces):
    """Class, first and last day as numbers, and whether there is a conflict."""
    result = resolve_dates(pieces)
    days = [day and (day - START).days for day in (result.earliest, result.latest)]
    return (result.date_class, *days, result.conflict)


def test_no_evidence_is_undated():
    assert resolved() == ("U", None, None, False)


def test_one_stated_day_is_class_a():
    assert resolved(stated(20)) == ("A", 20, 20, False)


def test_stated_days_next_to_each_other_keep_class_a_and_are_marked():
    assert resolved(stated(20), stated(21)) == ("A", 20, 21, True)
    assert resolve_dates([stated(21), stated(20)]).best == date(2022, 3, 22)  # the first rule's


def test_stated_days_three_days_apart_are_a_conflict_that_keeps_both():
    assert resolved(stated(20), stated(23)) == ("C", 20, 23, True)


def test_stated_days_two_weeks_apart_leave_no_date():
    result = resolve_dates([stated(0), stated(14)])
    assert (result.date_class, result.best, result.conflict) == ("D", None, True)


def test_a_header_later_than_the_text_tells_is_no_conflict():
    assert resolved(stated(20), piece(BOUND, -300)) == ("A", 20, 20, False)


def test_a_header_earlier_than_what_the_text_tells_is_a_conflict():
    assert resolved(stated(20), piece(BOUND, 24)) == ("C", 20, 24, True)


def test_a_header_later_than_the_update_is_a_conflict():
    assert resolved(stated(20), piece(BOUND, None, 15)) == ("C", 15, 20, True)


def test_a_stated_date_outweighs_anchors():
    assert resolved(stated(20), piece(ANCHOR, 300, 306)) == ("A", 20, 20, False)


@pytest.mark.parametrize(
    ("days", "date_class"),
    [(8, "B"), (9, "C"), (92, "C"), (93, "D"), (1098, "D"), (1099, "U")],
)
def test_the_width_of_the_interval_makes_the_class(days, date_class):
    assert resolved(piece(ANCHOR, 0, days - 1))[0] == date_class


def test_only_classes_up_to_c_have_a_best_day_and_it_is_the_middle():
    assert resolve_dates([piece(ANCHOR, 0, 6)]).best == date(2022, 3, 4)
    assert resolve_dates([piece(ANCHOR, 0, 200)]).best is None


def test_a_best_day_outside_the_interval_is_not_taken():
    narrow = piece(RELATED, 3, 6)
    wide = piece(ANCHOR, 0, 6, best=START)
    assert resolve_dates([wide, narrow]).best == date(2022, 3, 5)  # the middle of 3..6


def test_an_interval_with_an_open_end_is_undated():
    assert resolved(piece(BOUND, 5)) == ("U", 5, None, False)


def test_evidence_that_agrees_is_intersected():
    pieces = piece(BOUND, 2), piece(ANCHOR, 0, 6), piece(RELATED, None, 4)
    assert resolved(*pieces) == ("B", 2, 4, False)


def test_bounds_that_meet_closely_fix_no_day():
    assert resolved(piece(BOUND, 2), piece(RELATED, None, 4)) == ("C", 2, 4, False)


def test_anchors_that_disagree_keep_both_answers():
    assert resolved(piece(ANCHOR, 0, 6), piece(ANCHOR, 10, 20)) == ("D", 0, 20, True)


def test_an_anchor_before_a_bound_leaves_no_date():
    """Recalled a year later, with a weekday that agrees: the later year in the text tells."""
    result = resolve_dates([piece(ANCHOR, 0, 6), piece(BOUND, 400)])
    assert (result.date_class, result.best, result.conflict) == ("U", None, True)


def test_a_likely_window_gives_way_without_a_conflict():
    assert resolved(piece(ANCHOR, 0, 6), piece(LIKELY, 50, 60)) == ("B", 0, 6, False)


def test_a_check_never_moves_the_interval():
    assert resolved(piece(ANCHOR, 0, 6), piece(CHECK, 2, 2)) == ("B", 0, 6, False)


def test_a_decision_outranks_stated_dates_and_keeps_its_class():
    assert resolved(stated(20), piece(DECIDED, 5, 5)) == ("A", 5, 5, True)
    assert resolved(stated(20), piece(DECIDED, 20, 20)) == ("A", 20, 20, False)


def test_a_decision_for_one_of_two_answers_is_no_conflict():
    assert resolved(stated(20), stated(40), piece(DECIDED, 20, 20)) == ("A", 20, 20, False)
    result = resolve_dates([stated(20), stated(40), piece(DECIDED, 20, 20)])
    assert [one.note for one in result.unused][1] == "contradicts dates.csv"


def test_an_older_property_of_the_file_is_set_aside():
    saved = piece(BOUND, None, 5)._replace(rule="file:modified")
    result = resolve_dates([stated(40), saved])
    assert (result.date_class, result.conflict) == ("A", False)
    assert result.unused[0].note.startswith("earlier than the stated date; a template")
    assert resolved(stated(40), piece(BOUND, None, 5)) == ("D", 5, 40, True)


def test_a_decided_interval_has_the_class_of_its_width():
    assert resolved(piece(DECIDED, 0, 4)) == ("B", 0, 4, False)
    assert resolved(piece(DECIDED, 0, 60)) == ("C", 0, 60, False)


def test_two_decisions_that_disagree_are_a_conflict():
    assert resolved(piece(DECIDED, 0, 0), piece(DECIDED, 9, 9)) == ("A", 0, 0, True)


days = st.none() | st.integers(-500, 500)
strengths = st.sampled_from([DECIDED, STATED, BOUND, ANCHOR, RELATED, LIKELY, CHECK])


@st.composite
def any_piece(draw):
    strength, first, last = draw(strengths), draw(days), draw(days)
    if strength in (DECIDED, STATED):
        first = draw(st.integers(-500, 500))
        last = first if strength == STATED else first + draw(st.integers(0, 50))
    if first is not None and last is not None:
        first, last = sorted((first, last))
    return piece(strength, first, last)


@given(st.lists(any_piece(), max_size=6))
def test_every_piece_is_either_used_or_unused(pieces):
    result = resolve_dates(pieces)
    listed = [each.rule for each in (*result.used, *result.unused)]
    assert sorted(listed) == sorted(each.rule for each in pieces)


@given(st.lists(any_piece(), max_size=6))
def test_the_best_day_lies_in_the_interval_and_only_classes_to_c_have_one(pieces):
    result = resolve_dates(pieces)
    assert (result.best is not None) == (result.date_class in "ABC")
    if result.best:
        assert result.earliest <= result.best <= result.latest


@given(st.lists(any_piece(), max_size=6))
def test_a_conflict_without_a_decision_is_class_a_only_for_stated_days_next_to_each_other(pieces):
    result = resolve_dates(pieces)
    decided = any(each.strength == DECIDED for each in pieces)
    next_to = result.date_class == "A" and (result.latest - result.earliest).days == 1
    assert decided or not result.conflict or result.date_class not in ("A", "B") or next_to


@given(st.lists(any_piece(), max_size=5), st.randoms(use_true_random=False))
def test_the_interval_does_not_depend_on_the_order_of_the_rules(pieces, random):
    pieces = [each for each in pieces if each.strength not in (DECIDED, STATED)]
    shuffled = random.sample(pieces, len(pieces))
    one, other = resolve_dates(pieces), resolve_dates(shuffled)
    assert (one.earliest, one.latest) == (other.earliest, other.latest)
