"""Spans of tokens, and what to do where they overlap."""

from __future__ import annotations

from collections.abc import Iterable

# First and last token position, last inclusive.
Span = tuple[int, int]


def first_come(spans: Iterable[Span]) -> list[Span]:
    """
    The spans that overlap none accepted before them, in the order of the text.

    The caller's order is the order of preference.

    >>> first_come([(1, 3), (0, 1), (4, 4)])
    [(1, 3), (4, 4)]
    """
    taken: set[int] = set()
    accepted = []
    for span in spans:
        positions = range(span[0], span[1] + 1)
        if taken.isdisjoint(positions):
            taken.update(positions)
            accepted.append(span)
    return sorted(accepted)
