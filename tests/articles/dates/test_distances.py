"""Counted distances. The event is on Wednesday, 15 December 2021."""

import re
from datetime import date

import pytest

from dateline.articles.dates.distances import at_distance, count_of, find_distance

DAY = date(2021, 12, 15)


def window(sentence):
    found = find_distance(sentence, re.search("summit", sentence))
    return found and [day.isoformat() for day in at_distance(found, DAY, DAY)]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        # Two days before is the 13th; what is told in the present is less than a week away.
        ("It comes two days before the summit.", ["2021-12-07", "2021-12-19"]),
        ("It comes 2 days ahead of the Bali summit.", ["2021-12-07", "2021-12-19"]),
        ("It comes two days after the summit.", ["2021-12-11", "2021-12-23"]),
        # Half a week less (3 days), a whole one more, and the week on both sides.
        ("It comes a week after the summit.", ["2021-12-12", "2022-01-04"]),
        # Doubled: a whole week less, two more.
        ("It comes about a week after the summit.", ["2021-12-09", "2022-01-11"]),
        # Half a year less is 182 days, a whole one more 730.
        ("It comes a year before the summit.", ["2019-12-10", "2021-06-22"]),
    ],
)
def test_a_counted_distance_is_a_window(sentence, expected):
    assert window(sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "It came two days before the summit.",
        "It comes days before the summit.",
        "It comes two days before Li praised all that was done at the summit.",
        "It comes, two days before the summit.",
        "It comes two days before Monday's summit.",
        "The summit comes two days before the vote.",
    ],
)
def test_other_words_before_an_event_are_no_distance(sentence):
    assert window(sentence) is None


@pytest.mark.parametrize(("word", "number"), [("12", 12), ("An", 1), ("ten", 10), ("²", None)])
def test_numbers_are_figures_or_words(word, number):
    assert count_of(word) == number
