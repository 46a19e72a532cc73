"""Words that are decoded only where they are asked for are found as in a plain list."""

from bisect import bisect_left, bisect_right

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.themes.tokens import fold
from dateline.themes.vocabulary import sort_types
from dateline.themes.word_lines import WordLines, fold_all

WORD = st.text(st.sampled_from("abAé\u0301ßİ国\ud800😀"), min_size=1, max_size=3)


def lines_of(words):
    return WordLines("\n".join(words).encode("utf-8", "surrogatepass"))


@settings(derandomize=True, max_examples=100, deadline=None, database=None)
@given(words=st.lists(WORD, max_size=150), form=WORD.map(fold))
def test_a_form_has_the_rank_that_it_has_in_a_list(words, form):
    types, _ = sort_types(words)
    lines, folded = lines_of(types), fold_all(types)
    assert lines.rank(form) == bisect_left(folded, form)
    assert lines.rank(form, bisect_right) == bisect_right(folded, form)
    assert lines[:] == types
    assert lines.lengths.tolist() == list(map(len, types))


@pytest.mark.parametrize("part", [slice(0, 2), slice(1, 3), slice(2, 2), slice(2, 9)])
def test_a_part_is_the_words_in_it(part):
    assert lines_of(["a", "é", "us"])[part] == ["a", "é", "us"][part]


def test_no_words_are_no_lines():
    lines = lines_of([])
    assert (len(lines), lines[:], lines.rank("a")) == (0, [], 0)
    assert np.array_equal(lines.lengths, [])
