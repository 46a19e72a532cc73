"""The stretch that holds a token is that of a search among all bounds."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.themes.locating import Stretches

SIZES = st.lists(st.sampled_from([0, 0, 0, 1, 2, 7, 40]), min_size=1, max_size=60)


@settings(derandomize=True, max_examples=200, deadline=None, database=None)
@given(sizes=SIZES, shift=st.integers(0, 5))
def test_every_token_has_its_stretch(sizes, shift):
    bounds = np.cumsum([0, *sizes])
    numbers = Stretches(bounds, shift).numbers(np.arange(bounds[-1]))
    assert numbers.tolist() == np.repeat(np.arange(len(sizes)), sizes).tolist()


def test_many_empty_stretches_are_passed_in_one_search():
    bounds = np.array([0, 1, *[1] * 50, 3])
    assert Stretches(bounds, 4).numbers(np.array([0, 2])).tolist() == [0, 51]
