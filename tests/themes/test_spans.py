"""Which of overlapping spans are accepted, against a rule that looks at one after another."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.themes.spans import longest_first

SPANS = st.lists(st.tuples(st.integers(1, 4), st.sets(st.integers(0, 25), max_size=8)), max_size=6)


def one_by_one(spans):
    """Longest, then leftmost, then first in the list; none that overlaps an accepted one."""
    rows = [(-length, at, entry) for entry, (length, starts) in enumerate(spans) for at in starts]
    used, accepted = set(), set()
    for negative, start, entry in sorted(rows):
        tokens = set(range(start, start - negative))
        if not tokens & used:
            used |= tokens
            accepted.add((-negative, start, entry))
    return accepted


@settings(derandomize=True, max_examples=300, deadline=None, database=None)
@given(spans=SPANS)
def test_the_longest_then_the_leftmost_is_accepted(spans):
    taken = np.zeros(30, dtype=bool)
    candidates = [
        (length, np.array(sorted(starts), dtype=np.int64), np.full(len(starts), entry))
        for entry, (length, starts) in enumerate(spans)
    ]
    accepted = longest_first(candidates, taken)
    rows = {
        (n, *pair)
        for n, *both in accepted
        for pair in zip(*map(np.ndarray.tolist, both), strict=True)
    }
    assert rows == one_by_one(spans)
    assert not taken.any()
