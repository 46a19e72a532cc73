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
    rows = [(n, at, entry) for entry, (n, starts) in enumerate(spans) for at in sorted(starts)]
    lengths, starts, _ = np.array(rows, dtype=np.int64).reshape(-1, 3).T
    keep = longest_first(starts, lengths)
    assert {row for row, kept in zip(rows, keep, strict=True) if kept} == one_by_one(spans)
