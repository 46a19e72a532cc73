"""A text is cut to one line of a given length."""

import pytest

from dateline.articles.shortening import shorten


@pytest.mark.parametrize(
    "text, line",
    [("abcdef", "abc…"), ("abcd", "abcd"), ("ab cdef", "ab…"), (" a\n\tb ", "a b"), ("", "")],
)
def test_a_text_becomes_one_line_of_at_most_four_characters(text, line):
    assert shorten(text, 4) == line
