"""Into which of many stretches a position falls, by a table of about where each begins."""

from __future__ import annotations

import numpy as np

# Stretches that are passed one by one before they are searched for.
_STEPS = 8


class Stretches:
    """
    Consecutive stretches of tokens, such as sentences: some may be empty.

    A search in the table and a few steps cost a tenth of a search among all bounds, and the table
    is a small part of one that has every token.
    """

    def __init__(self, bounds: np.ndarray, shift: int) -> None:
        """
        `bounds` are the first token of each and last the number of tokens (int64), `shift` says
        that the table has one entry for 2 ** shift tokens, best about the usual length.
        """
        # Short numbers, so that more of them stay in the processor's cache.
        self._bounds = bounds.astype(np.int32)
        self._shift = shift
        blocks = (bounds[:-1] + ((1 << shift) - 1)) >> shift
        size = (int(bounds[-1]) >> shift) + 2
        self._table = (np.cumsum(np.bincount(blocks, minlength=size)) - 1).astype(np.int32)

    def numbers(self, tokens: np.ndarray) -> np.ndarray:
        """
        The stretch that holds each token (int64), counted from 0.

        >>> Stretches(np.array([0, 2, 2, 5]), 1).numbers(np.array([4, 1, 2]))
        array([2, 0, 2])
        """
        found = np.take(self._table, tokens >> self._shift).astype(np.int64)
        behind = np.flatnonzero(np.take(self._bounds, found + 1) <= tokens)
        for _ in range(_STEPS):
            if not len(behind):
                return found
            found[behind] += 1
            behind = behind[self._bounds[found[behind] + 1] <= tokens[behind]]
        found[behind] = np.searchsorted(self._bounds, tokens[behind], side="right") - 1
        return found
