"""Which ids some words mean in a batch, and where in its index their tokens are."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain

import numpy as np

from dateline.themes.index import Batch
from dateline.themes.vocabulary import Ranges

_NOWHERE = (0, 0)


class WordPlaces:
    """
    The places of words in a batch; a word is known by its number in `ranges`.

    `lows` and `highs` (int64) are the first id that a word means and the one after the last,
    `counts` (int64) its tokens.
    """

    def __init__(self, batch: Batch, ranges: Sequence[Ranges]) -> None:
        self.batch = batch
        self.ranges = ranges
        filled = [each or _NOWHERE for each in ranges]
        sizes = np.fromiter(map(len, filled), dtype=np.int64, count=len(filled))
        edges = np.fromiter(chain.from_iterable(filled), dtype=np.int64, count=int(sizes.sum()))
        beyond = sizes.cumsum()
        first = beyond - sizes
        self.lows, self.highs = edges[first], edges[beyond - 1]
        bounds = batch.word_bounds[edges]
        # Between its bounds a word has its tokens and those of the words that it leaves out.
        held = np.concatenate([[0], (bounds[1::2] - bounds[::2]).cumsum()])
        self.counts = held[beyond >> 1] - held[first >> 1]
        self.is_scattered = sizes > len(_NOWHERE)
        self._bounds, self._firsts, self._beyonds = map(np.ndarray.tolist, (bounds, first, beyond))

    def slices(self, numbers: Iterable[int]) -> list[slice]:
        """The slices of `Batch.positions` that have the tokens of these words, word after word."""
        bounds, parts = self._bounds, []
        for number in numbers:
            for at in range(self._firsts[number], self._beyonds[number], 2):
                parts.append(slice(bounds[at], bounds[at + 1]))
        return parts

    def positions(self, numbers: Iterable[int]) -> np.ndarray:
        """The token positions of these words (int32), word after word."""
        return self.batch.positions(self.slices(numbers))
