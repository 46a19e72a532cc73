"""Words are found where they stand, also those that mean ids apart from each other."""

import numpy as np
import pytest

from dateline.themes.index import make_batch
from dateline.themes.word_places import WordPlaces

#        0   1    2     3   4
TEXT = "War warm peace war wars"
# The vocabulary is peace, War, war, warm, wars: ids 0 to 4.
WORDS = ["war", "wa*", "w*r?", "peace", "oil"]


@pytest.fixture
def places():
    batch = make_batch(["a"], [TEXT])
    return WordPlaces(batch, batch.vocabulary.ranges((word, False, "") for word in WORDS))


def test_a_word_has_its_tokens(places):
    assert [places.positions([number]).tolist() for number in range(5)] == [
        [0, 3], [0, 3, 1, 4], [1, 4], [2], []
    ]  # fmt: skip
    assert places.counts.tolist() == [2, 4, 2, 1, 0]


def test_words_come_one_after_another(places):
    assert places.positions([3, 0]).tolist() == [2, 0, 3]
    assert places.positions([]).tolist() == []


def test_ids_are_between_the_lowest_and_the_highest(places):
    pairs = zip(places.lows.tolist(), places.highs.tolist(), strict=True)
    assert list(pairs) == [(1, 3), (1, 5), (3, 5), (0, 1), (0, 0)]
    assert not places.is_scattered.any()


def test_a_word_can_leave_out_ids_between():
    batch = make_batch(["a"], ["bat bet bit bat"])
    places = WordPlaces(batch, [(0, 1, 2, 3)])
    assert (places.positions([0]).tolist(), places.counts.tolist()) == ([0, 3, 2], [3])
    assert places.is_scattered.tolist() == [True]


def test_no_words_have_no_places():
    places = WordPlaces(make_batch(["a"], [TEXT]), [])
    assert np.array_equal(places.counts, [])
