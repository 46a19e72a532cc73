"""Which words stand at some places of a batch."""

from __future__ import annotations

from typing import Protocol

import numpy as np

from dateline.themes.word_places import WordPlaces

# A batch that is asked a second time for the neighbours of one token in so many gets its table of
# ids: it takes as long as two or three such searches, and four bytes a token.
_OFTEN = 32


class Neighbours(Protocol):
    """Tells whether words stand at places of a batch."""

    def ask_for(self, numbers: np.ndarray) -> None:
        """These words will be asked for, and no others until this is called again."""

    def stand_at(self, numbers: np.ndarray, places: np.ndarray, sizes: np.ndarray) -> np.ndarray:
        """
        For each place whether the word that is asked for stands there (bool).

        The first `sizes[0]` places are asked for the word `numbers[0]`, and so on; -1 stands for
        any word. Beyond the batch stands the word of its first or last place.
        """


def neighbours(words: WordPlaces, n_places: int) -> Neighbours:
    """For about so many places: by a table of all tokens or by search."""
    known = vars(words.batch)
    often = n_places > words.batch.n_tokens // _OFTEN
    if "ids" in known or (often and "searched" in known):
        return _ByTable(words)
    if often:
        known["searched"] = True
    return _BySearch(words)


class _ByTable:
    """Looks up the id of each token."""

    def __init__(self, words: WordPlaces) -> None:
        self._words = words
        self._ids = words.batch.ids

    def ask_for(self, numbers: np.ndarray) -> None:
        pass

    def stand_at(self, numbers: np.ndarray, places: np.ndarray, sizes: np.ndarray) -> np.ndarray:
        words = self._words
        lows = words.lows[numbers].astype(np.uint32)
        spans = (words.highs - words.lows)[numbers].astype(np.uint32)
        lows[numbers < 0], spans[numbers < 0] = 0, np.iinfo(np.uint32).max
        ids = np.take(self._ids, places, mode="clip")
        # Below the lowest this wraps around to far above the highest.
        stand = ids - np.repeat(lows, sizes) < np.repeat(spans, sizes)
        ends = np.cumsum(sizes)
        for at in np.flatnonzero((numbers >= 0) & words.is_scattered[numbers]).tolist():
            part = slice(ends[at] - sizes[at], ends[at])
            edges = words.ranges[numbers[at]]
            stand[part] = np.searchsorted(edges, ids[part], side="right") % 2 == 1
        return stand


class _BySearch:
    """Searches among the places of the words that are asked for."""

    def __init__(self, words: WordPlaces) -> None:
        self._words = words
        self._places: dict[int, np.ndarray] = {}

    def ask_for(self, numbers: np.ndarray) -> None:
        words, asked = self._words, np.unique(numbers[numbers >= 0])
        places, ends = words.positions(asked.tolist()), words.counts[asked].cumsum().tolist()
        bounds = zip(asked.tolist(), [0, *ends], ends, strict=False)
        self._places = {number: places[first:beyond] for number, first, beyond in bounds}
        # Those of one id ascend, and a stable sort of several makes use of that.
        for number in asked[words.highs[asked] - words.lows[asked] > 1].tolist():
            self._places[number].sort(kind="stable")

    def stand_at(self, numbers: np.ndarray, places: np.ndarray, sizes: np.ndarray) -> np.ndarray:
        stand = np.ones(len(places), dtype=bool)
        first = 0
        for number, size in zip(numbers.tolist(), sizes.tolist(), strict=True):
            beyond = first + size
            if size and number >= 0:
                asked, ascending = places[first:beyond], self._places[number]
                nearest = ascending.take(ascending.searchsorted(asked), mode="clip")
                np.equal(nearest, asked, out=stand[first:beyond])
            first = beyond
        return stand
