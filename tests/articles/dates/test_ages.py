"""Ages beside names. Vance is born on 7 October 1952, Lund on 29 February 1960."""

from datetime import date

import pytest

from dateline.articles.dates.ages import from_ages
from dateline.articles.dates.calendar import Office, compile_pattern
from dateline.articles.dates.phrases import Sentences


def office(name, given, born):
    title = compile_pattern(f"Russian President {given} {name}")
    start, end = date(2012, 5, 7), date(2024, 5, 7)
    return Office(name.lower(), name, (title,), (), start, end, None, person=name, born=born)


OFFICES = (office("Vance", "Carl", date(1952, 10, 7)), office("Lund", "Eva", date(1960, 2, 29)))
AT_69 = [date(2021, 10, 7), date(2022, 10, 6)]  # from the 69th birthday to the day before the 70th


def windows(*sentences):
    return [[piece.earliest, piece.latest] for piece in from_ages(Sentences(sentences), OFFICES)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Vance, 69, met Xi.",
        "Carl Vance, 69, met Xi.",
        "President Vance, aged 69, met Xi.",
        "Xi met Vance (69) in Bali.",
        "The 69-year-old Carl Vance met Xi.",
        "The 69-year-old Russian leader Carl Vance met Xi.",
        "Vance, 69, has ruled since 1999.",
        "Vance, 69, has ruled for more than 20 years.",
        "But Vance, 69, met Xi.",
    ],
)
def test_an_age_beside_the_name_is_a_year_wide(sentence):
    assert windows(sentence) == [AT_69]


def test_who_is_born_on_29_february_has_the_28th_in_other_years():
    assert windows("Lund, 62, spoke.") == [[date(2022, 2, 28), date(2023, 2, 27)]]


def test_a_leap_year_has_the_birthday_itself():
    assert windows("Lund, 60, spoke.") == [[date(2020, 2, 29), date(2021, 2, 27)]]


@pytest.mark.parametrize(
    "sentence",
    [
        "Vance, 47, became president in 1999.",
        "Vance, 69, was then in Bali.",
        "Vance, 69, will speak.",
        "Vance, 69, recalled the war.",
        "Vance won, 69, to 31.",
        "Vance, 51, Lund, 47, with all votes counted.",
        "Vance, 21, met Xi.",  # 1973, long before he held an office
        "The 69-year-old wife of Carl Vance met Xi.",
        "“Vance, 69, is old,” he said.",
        "Vance, 69 ministers and Xi met.",
        "Jane Vance, 69, met Xi.",
        "Vance met 69 ministers.",
    ],
)
def test_a_number_that_is_no_age_of_today_says_nothing(sentence):
    assert windows(sentence) == []


def test_where_others_of_the_family_are_named_no_age_is_read():
    assert windows("Jane Vance was there.", "Vance, 69, spoke.") == []


def test_the_rule_names_the_person_and_quotes_the_words():
    (piece,) = from_ages(Sentences(["So Vance, 69, met Xi."]), OFFICES)
    assert (piece.rule, piece.text, piece.strength) == ("age Vance", "Vance, 69", "bound")
