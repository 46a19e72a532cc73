"""The parts of the patterns for dates."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.articles.day_forms import DATE_WORDS, any_of

words = st.lists(st.text(alphabet="abc.", min_size=1, max_size=5), min_size=1, max_size=8)


@given(words=words, other=st.text(alphabet="abc.", max_size=6))
@settings(derandomize=True, deadline=None)
def test_a_pattern_for_words_matches_each_of_them_and_nothing_else(words, other):
    pattern = re.compile(any_of(words))
    assert all(pattern.fullmatch(word) for word in words)
    assert bool(pattern.fullmatch(other)) is (other in words)


def test_the_longest_word_is_matched_first():
    assert re.match(any_of(["mar", "march"]), "march").group() == "march"


@pytest.mark.parametrize("inside", [r"^{}$", r"(?:on )?{}", r"(?P<day>{})"])
def test_the_pattern_for_dates_has_no_groups_of_its_own(inside):
    pattern = re.compile(inside.format(DATE_WORDS), re.I)
    assert pattern.groups == inside.count("?P<") and pattern.search("21 March 2022")
