"""Evidence with several readings: what settles it, and what stays open."""

from datetime import date

import pytest

from dateline.articles.dates.evidence import ANCHOR, BOUND, CHECK, LIKELY, NEARBY, STATED, Evidence
from dateline.articles.dates.readings import find_year, join_terms
from dateline.articles.dates.resolve import resolve_dates

APRIL, MARCH = date(2022, 4, 3), date(2022, 3, 4)


def stated(day, either=""):
    return Evidence("header line", "03/04/2022", "raw", day, day, STATED, day, either=either)


def bound(earliest=None, latest=None, **more):
    return Evidence("bound", "", "text", earliest, latest, BOUND, **more)


def yearless(text, strength=STATED, rule="headline"):
    return Evidence(rule, text, "raw", strength=strength, yearless=text)


def resolved(*pieces, **options):
    result = resolve_dates(pieces, **options)
    return result.date_class, result.earliest, result.latest, result.conflict


BOTH = stated(APRIL, "header"), stated(MARCH, "header")


def test_two_readings_without_more_are_a_conflict_with_both_days():
    assert resolved(*BOTH) == ("D", MARCH, APRIL, True)


@pytest.mark.parametrize("day", [APRIL, MARCH])
def test_a_second_stated_date_chooses_the_reading(day):
    assert resolved(*BOTH, stated(day)) == ("A", day, day, False)


def test_a_bound_in_the_text_chooses_the_reading():
    assert resolved(*BOTH, bound(date(2022, 3, 20))) == ("A", APRIL, APRIL, False)


def test_a_reading_that_was_ruled_out_stays_in_the_record():
    result = resolve_dates([*BOTH, bound(date(2022, 3, 20))])
    (fallen,) = [piece for piece in result.unused if piece.earliest == MARCH]
    assert (fallen.strength, fallen.note) == (
        CHECK,
        "read otherwise, because of what the text tells",
    )


TERMS = (
    bound(date(2017, 1, 20), date(2021, 1, 20), either="trump"),
    bound(date(2025, 1, 20), None, either="trump"),
)


def test_two_terms_of_one_person_bound_by_their_hull():
    (joined,) = join_terms(TERMS)
    assert (joined.earliest, joined.latest, joined.note) == (date(2017, 1, 20), None, "2 readings")


def test_the_other_evidence_chooses_the_term():
    assert resolved(*TERMS, bound(None, date(2019, 6, 30)))[1:3] == (
        date(2017, 1, 20),
        date(2019, 6, 30),
    )
    assert resolved(*TERMS, bound(date(2022, 1, 1)))[1] == date(2025, 1, 20)


def test_a_day_without_a_year_needs_the_year_from_elsewhere():
    window = bound(date(2022, 1, 1), date(2022, 12, 31))
    result = resolve_dates([yearless("03-18"), window])
    assert (result.date_class, result.best) == ("B", date(2022, 3, 18))
    assert result.used[0].note == "year inferred from bound"


@pytest.mark.parametrize(
    ("first", "last", "note"),
    [
        (date(2022, 1, 1), None, "nothing else gives the year"),
        (date(2021, 1, 1), date(2022, 12, 31), "2 years are possible"),
        (date(2022, 4, 1), date(2022, 12, 31), "no such day from 2022-04-01 to 2022-12-31"),
    ],
)
def test_a_day_without_a_year_is_declined_where_the_year_is_open(first, last, note):
    result = resolve_dates([yearless("03-18"), bound(first, last)])
    assert [piece.note for piece in result.unused if piece.rule == "headline"] == [note]


def test_a_weekday_chooses_the_year():
    """18 March was a Friday in 2022, a Thursday in 2021, a Saturday in 2023."""
    window = bound(date(2021, 1, 1), date(2023, 12, 31))
    assert resolve_dates([yearless("Fri 03-18"), window]).best == date(2022, 3, 18)


def test_the_29th_of_february_needs_a_leap_year():
    window = bound(date(2021, 1, 1), date(2024, 12, 31))
    assert resolve_dates([yearless("02-29"), window]).best == date(2024, 2, 29)


def test_a_dateline_without_a_year_is_that_day_or_the_next():
    window = bound(date(2021, 2, 1), date(2021, 12, 31))
    assert resolved(yearless("12-15", rule="dateline"), window)[1:3] == (
        date(2021, 12, 15),
        date(2021, 12, 16),
    )


def test_a_dateline_of_new_years_eve_may_be_printed_in_the_new_year():
    """31 December 2021 and of 2022 both fit an article of 2022."""
    window = bound(date(2022, 1, 1), date(2022, 12, 31))
    result = resolve_dates([yearless("12-31", rule="dateline"), window])
    assert (result.date_class, result.unused[0].note) == ("D", "2 years are possible")


def test_a_dateline_before_the_window_is_cut_to_it():
    window = bound(date(2022, 1, 1), date(2022, 6, 30))
    eve = yearless("12-31", rule="dateline")
    assert resolved(eve, window) == ("B", date(2022, 1, 1), date(2022, 1, 1), False)


@pytest.mark.parametrize("strength", [NEARBY, LIKELY])
def test_a_year_that_only_likely_evidence_gives_makes_no_more_than_class_c(strength):
    near = Evidence("near", "", "corpus", date(2022, 3, 1), date(2022, 4, 30), strength)
    result = resolve_dates([yearless("03-18"), near])
    assert (result.date_class, result.best) == ("C", date(2022, 3, 18))


def test_a_day_told_in_the_opening_is_less_than_a_week_ago():
    found = find_year(
        yearless("Wed 12-15", ANCHOR), bound(date(2021, 2, 1), date(2021, 12, 31)), "the office"
    )
    assert (found.earliest, found.latest) == (date(2021, 12, 15), date(2021, 12, 21))


def test_a_day_without_a_year_beside_a_stated_date_agrees_or_is_a_conflict():
    assert resolved(stated(MARCH), yearless("03-04"))[3] is False
    assert resolved(stated(MARCH), yearless("03-14")) == ("D", MARCH, date(2022, 3, 14), True)
    assert resolved(stated(MARCH), yearless("09-14"))[3] is False  # it tells of something else


def test_a_date_after_the_run_is_recorded_and_not_used():
    result = resolve_dates([stated(date(2031, 5, 5))], today=date(2026, 1, 1))
    assert (result.date_class, result.unused[0].note) == (
        "U",
        "after 2026-01-01, the day of the run or of collection",
    )


def test_nearby_articles_never_make_more_than_class_c():
    near = Evidence("nearby", "", "corpus", MARCH, date(2022, 3, 9), NEARBY)
    assert resolved(near) == ("C", MARCH, date(2022, 3, 9), False)
    assert resolved(bound(APRIL), near)[3] is False  # they give way
