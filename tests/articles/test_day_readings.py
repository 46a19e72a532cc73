"""From the words of one date to the days that it may mean."""

from datetime import date

import pytest

from dateline.articles.day_readings import (
    end_of_month,
    figures,
    first_of_month,
    month_in,
    valid_date,
    weekday_in,
    year_first,
)


@pytest.mark.parametrize("year, good", [(1799, False), (1800, True), (2100, True), (2101, False)])
def test_a_year_that_cannot_be_meant_is_refused(year, good):
    assert (valid_date(year, 1, 1) is not None) is good


@pytest.mark.parametrize(
    "month, year, last", [("Feb.", "2024", 29), ("february", "2023", 28), ("DECEMBER", "2022", 31)]
)
def test_a_month_runs_from_its_first_to_its_last_day(month, year, last):
    first = first_of_month(month, year)
    assert (first.day, end_of_month(first)) == (1, first.replace(day=last))


@pytest.mark.parametrize(
    "text, days",
    [
        ("3/4/2022", [date(2022, 4, 3), date(2022, 3, 4)]),
        ("13/4/2022", [date(2022, 4, 13)]),
        ("4/13/2022", [date(2022, 4, 13)]),
        ("3.3.2022", [date(2022, 3, 3)]),
        ("31/2/2022", []),
        ("29.2.2024", [date(2024, 2, 29)]),
    ],
)
def test_figures_have_the_readings_that_the_calendar_allows(text, days):
    assert list(figures(text)) == days


@pytest.mark.parametrize("short, year", [("00", 2000), ("49", 2049), ("50", 1950), ("99", 1999)])
def test_a_year_of_two_figures_is_of_this_century_up_to_49(short, year):
    assert figures(f"13/4/{short}") == (date(year, 4, 13),)


def test_figures_of_any_script_are_numbers():
    assert year_first("２０２２年３月２１日") == (date(2022, 3, 21),)


@pytest.mark.parametrize("text, month", [("5 listopada", 11), ("Sept.", 9), ("Montag", 0)])
def test_a_month_is_named_in_any_language(text, month):
    assert month_in(text) == month


@pytest.mark.parametrize(
    "text, weekday", [("segunda-feira, ", 0), ("П'ятниця", 4), ("Sun.", 6), ("March", None)]
)
def test_a_weekday_is_named_in_any_language(text, weekday):
    assert weekday_in(text) == weekday
