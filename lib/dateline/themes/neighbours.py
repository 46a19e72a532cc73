"""Which of the words of some phrases stands at a place, without a table of every token's word."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import pairwise

import numpy as np

from dateline.themes.index import Batch
from dateline.themes.vocabulary import Ranges

# A batch whose phrases once more need the places of one token in so many gets its table of ids:
# it takes about as long as looking for such phrases three times, and four bytes a token.
_OFTEN = 8
_MOST_CODES = 1 << 16
# Places worked on at a time: their arrays stay in the processor's cache.
_AT_ONCE = 1 << 18


@contextmanager
def neighbours(batch: Batch, words: Iterable[Ranges]) -> Iterator[Neighbours]:
    """The neighbours that a batch has for these words; its scratch is put back in the end."""
    around = Neighbours(batch, words)
    try:
        yield around
    finally:
        around.close()


class Neighbours:
    """
    Tells for places in a batch whether a word with certain ids stands there.

    Until the ids of all tokens are known, each stretch of ids that these words tell apart has a
    code, and only tokens of such words are given theirs. `close` takes the codes away again.
    """

    def __init__(self, batch: Batch, words: Iterable[Ranges]) -> None:
        """`words` are the ids of every word that will be asked for."""
        self._batch = batch
        asked = set(words)
        self._cuts = sorted({edge for ranges in asked for edge in ranges})
        self._slices = self._covered(asked)
        n_places = sum(part.stop - part.start for part in self._slices)
        self._coded = not self._is_worth_ids(n_places)
        self._table = batch.codes if self._coded else batch.ids
        if self._coded:
            self._write()

    def words(self, places: np.ndarray) -> np.ndarray:
        """The number of the word at each place; beyond the batch that of its first or last."""
        return np.take(self._table, places, mode="clip")

    def numbers(self, ranges: Ranges) -> Ranges:
        """The ranges of numbers that stand for these ids."""
        return tuple(bisect_right(self._cuts, at) for at in ranges) if self._coded else ranges

    def close(self) -> None:
        """Leave the scratch of the batch as it was."""
        if self._coded:
            self._table[:] = 0

    def _is_worth_ids(self, n_places: int) -> bool:
        known = vars(self._batch)
        often = n_places > self._batch.n_tokens // _OFTEN and "codes" in known
        return "ids" in known or often or len(self._cuts) >= _MOST_CODES

    def _covered(self, asked: set[Ranges]) -> list[slice]:
        """The places of each stretch between two cuts, none where no word was asked for."""
        steps = dict.fromkeys(self._cuts, 0)
        for ranges in asked:
            for edge, step in zip(ranges, (1, -1) * (len(ranges) // 2), strict=True):
                steps[edge] += step
        depths = np.cumsum(list(steps.values())).tolist()
        bounds = self._batch.word_bounds[np.array(self._cuts, dtype=np.int64)].tolist()
        pairs = zip(pairwise(bounds), depths, strict=False)
        return [slice(a, b) if depth else slice(a, a) for (a, b), depth in pairs]

    def _write(self) -> None:
        for code, part in enumerate(self._slices, start=1):
            for at in range(part.start, part.stop, _AT_ONCE):
                places = slice(at, min(at + _AT_ONCE, part.stop))
                self._table[self._batch.positions([places])] = code
