"""Words that are decoded only where they are asked for are found as in a plain list."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.themes.word_lines import Asked, WordLines

# Of one letter or two most, so that words of more than eight bytes begin alike.
LONG_WORD = st.text(st.sampled_from("aab国\ud800😀"), min_size=1, max_size=12)


def lines_of(words):
    return WordLines("\n".join(words).encode("utf-8", "surrogatepass"))


@settings(derandomize=True, max_examples=200, deadline=None, database=None)
@given(words=st.lists(LONG_WORD, max_size=150), asked=LONG_WORD)
def test_a_word_is_found_where_it_is_in_a_list(words, asked):
    words = sorted(words)
    own, begins = lines_of(words).find(Asked([asked], [asked]))
    assert words[slice(*own)] == [word for word in words if word == asked]
    assert words[slice(*begins)] == [word for word in words if word.startswith(asked)]


def test_words_are_told_apart_by_more_than_their_first_bytes():
    words = ["sanction", "sanctioned", "sanctions", "sanctions", "sanctum"]
    asked = ["sanction", "sanctions", "sanctio", "sanctioning"]
    found = lines_of(words).find(Asked(asked, asked))
    assert found[0] == (0, 1) and found[1] == (2, 4) and found[4:7] == [(0, 4), (2, 4), (0, 4)]
    assert all(first == beyond for first, beyond in (found[2], found[3], found[7]))


def test_lines_know_their_words_and_how_long_they_are():
    words = ["a", "\u00df", "\ud800", "\U0001f600\u56fd"]
    lines = lines_of(words)
    assert lines[:] == words
    assert lines.lengths.tolist() == [1, 1, 1, 2]


@pytest.mark.parametrize("part", [slice(0, 2), slice(1, 3), slice(2, 2), slice(2, 9)])
def test_a_part_is_the_words_in_it(part):
    assert lines_of(["a", "é", "us"])[part] == ["a", "é", "us"][part]


def test_no_words_are_no_lines():
    lines = lines_of([])
    assert (len(lines), lines[:], lines.find(Asked(["a"], [""]))) == (0, [], [(0, 0), (0, 0)])
    assert np.array_equal(lines.lengths, [])
