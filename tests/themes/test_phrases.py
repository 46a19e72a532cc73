"""Many phrases looked for together are found as each alone, however the words are looked up."""

import numpy as np
import pytest

from dateline.themes import phrases
from dateline.themes.index import make_batch
from dateline.themes.phrases import find_phrases
from dateline.themes.word_places import WordPlaces

TEXT = "War of words. A war of the words, a War OF WORDS and of war. Of words"
PHRASES = [["war", "of"], ["of", "words"], ["w*", "of", "w*"], ["*", "words"], ["*s", "a"]]


WORDS = ["war", "of", "words", "w*", "*", "*s", "a"]


def found(batch):
    places = WordPlaces(batch, batch.vocabulary.ranges((word, False, "") for word in WORDS))
    rows = [[*map(WORDS.index, words), -1][:3] for words in PHRASES]
    return [sorted(starts.tolist()) for starts in find_phrases(places, np.array(rows))]


@pytest.fixture
def batch():
    return make_batch(["a"], [TEXT])


#        0   1  2      3 4   5  6   7      8 9   10 11    12  13 14   15 16
EXPECTED = [[0, 4, 9], [1, 10, 15], [0, 9], [1, 6, 10, 15], [7]]


def test_phrases_stand_in_one_sentence(batch):
    assert found(batch) == EXPECTED


def test_they_are_the_same_when_the_ids_of_all_tokens_are_known(batch):
    assert len(batch.ids) == 17
    assert found(batch) == EXPECTED


def test_they_are_the_same_when_looked_for_one_by_one(batch, monkeypatch):
    monkeypatch.setattr(phrases, "_AT_ONCE", 1)
    assert found(batch) == EXPECTED


def test_a_batch_that_is_asked_again_gets_its_ids(batch):
    assert [found(batch) for _ in range(3)] == [EXPECTED] * 3
    assert "ids" in vars(batch)


def test_no_phrases_are_no_matches(batch):
    assert find_phrases(WordPlaces(batch, []), np.empty((0, 0), dtype=np.int64)) == []
