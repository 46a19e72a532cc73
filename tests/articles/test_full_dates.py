"""Finding full dates in a text: where they stand, which form they have, and how fast it is."""

from datetime import date

import pytest
from growth import MOST, growth
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.articles.full_dates import MARK, find_days, mask_days

PARTS = [
    "21 March 2022",
    "2022-03-21",
    "3/4/2022",
    " ",
    ", ",
    "21",
    "March ",
    "2022",
    "mar. ",
    "日",
]
NEAR_MISSES = [
    "21 Marc 21 Marc ", "2022-13-", "1.1.1.1.", "March 21 ", "21 de mar de ", "3/4/3/4/", "2022年",
    "Monday, 21 ", "1 10:15:00 +0000 ", "21\n", "21          ", "2000 ",
]  # fmt: skip


def found(text, **options):
    return [
        (text[day.start : day.end], day.form, len(day.readings))
        for day in find_days(text, **options)
    ]


def test_dates_come_from_left_to_right_with_their_weekdays():
    assert found("Mon, 21 Mar 2022; 3/4/2022; 2022年3月21日; 2022-02-30; mardi 12 avril 2022") == [
        ("Mon, 21 Mar 2022", "words", 1),
        ("3/4/2022", "figures", 2),
        ("2022年3月21日", "characters", 1),
        ("2022-02-30", "iso", 0),
        ("mardi 12 avril 2022", "words", 1),
    ]


@pytest.mark.parametrize(
    "text, short",
    [
        ("3/11/16", [("3/11/16", "figures", 2)]),
        ("2.3.22", [("2.3.22", "figures", 2)]),
        ("25/12/98", [("25/12/98", "figures", 1)]),
        ("3-11-16", []),
        ("1.1.1.1", []),
        ("9/11 and 24/7", []),
        ("3/11/165", []),
    ],
)
def test_years_of_two_figures_are_read_only_if_asked_for(text, short):
    assert (found(text), found(text, short_years=True)) == ([], short)


def test_short_and_full_years_are_found_in_their_order():
    days = find_days("3/13/16, 14 March 2016, 15.3.16", short_years=True)
    assert [day.readings for day in days] == [(date(2016, 3, n),) for n in (13, 14, 15)]


@given(text=st.lists(st.sampled_from(PARTS), max_size=8).map("".join))
@settings(derandomize=True, deadline=None, max_examples=300)
def test_dates_never_overlap_and_lie_in_the_text(text):
    places = [place for day in find_days(text) for place in (day.start, day.end)]
    assert places == sorted(places) and all(0 <= place <= len(text) for place in places)


@given(text=st.lists(st.sampled_from([*PARTS, MARK]), max_size=8).map("".join))
@settings(derandomize=True, deadline=None)
def test_masked_text_has_marks_for_the_dates_and_keeps_its_length(text):
    masked = mask_days(text)
    assert len(masked) == len(text)
    assert masked.count(MARK) == sum(day.end - day.start for day in find_days(text))


@pytest.mark.parametrize("miss", NEAR_MISSES, ids=repr)
def test_ten_times_the_near_misses_cost_about_ten_times_the_time(miss):
    short, long = (miss * (size // len(miss)) for size in (100_000, 1_000_000))
    assert growth(lambda text: list(find_days(text, short_years=True)), short, long) <= MOST


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Friday, 04/03/2022", [date(2022, 3, 4)]),
        ("Sonntag, 3.4.2022", [date(2022, 4, 3)]),
        ("Monday 03/04/2022", [date(2022, 4, 3), date(2022, 3, 4)]),  # a Sunday and a Friday
        ("Monday 05/09/2022", [date(2022, 9, 5), date(2022, 5, 9)]),  # Mondays both
        ("Friday, 2022-04-03", [date(2022, 4, 3)]),
    ],
)
def test_a_weekday_chooses_between_the_readings_of_a_figure(text, days):
    (found,) = find_days(text)
    assert list(found.readings) == days and found.start == 0
