"""Where the terms of a codebook stand in a batch of articles."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np

from dateline.themes.index import Batch
from dateline.themes.spans import NO_STARTS, Spans, positions, union
from dateline.themes.terms import Group, Pattern, Term
from dateline.themes.vocabulary import Ranges


class Occurrences:
    """
    The matches of terms in one batch, each pattern looked for once.

    A word is a slice of the index. A phrase takes the places of its rarest word and compares the
    words beside it. So the work grows with the number of matches, not with the articles.
    """

    def __init__(self, batch: Batch, stem: str = "") -> None:
        self.batch = batch
        self._stem = stem
        self._phrases: dict[Pattern, np.ndarray] = {}

    def starts(self, term: Term) -> np.ndarray:
        """
        The first tokens of all matches, overlapping ones too (int64): distinct, in no order.

        A phrase does not cross the end of a sentence.
        """
        if len(term.words) == 1:
            return self.places([self.ranges(term)])[0]
        if term.pattern not in self._phrases:
            ranges = [self._ranges(word, term.exact) for word in term.words]
            self._phrases[term.pattern] = self._phrase(ranges) if all(ranges) else NO_STARTS
        return self._phrases[term.pattern]

    def ranges(self, term: Term) -> Ranges:
        """The ids of the words that a term of one word means."""
        return self._ranges(term.words[0], term.exact)

    def places(self, several: Sequence[Ranges]) -> tuple[np.ndarray, list[int]]:
        """Where words with these ids stand (int64), and how many tokens are of each ranges."""
        bounds = self.batch.word_bounds
        slices = [
            slice(bounds[first], bounds[beyond])
            for ranges in several
            for first, beyond in zip(ranges[::2], ranges[1::2], strict=True)
        ]
        return self.batch.positions(slices), [self._count(ranges) for ranges in several]

    def spans(self, group: Iterable[Term], masked: np.ndarray | None = None) -> Spans:
        """The matches of the terms of a group, ascending; none that touches a masked token."""
        spans = union({len(t.words): np.sort(self.starts(t))} for t in group)
        return {length: unmasked(starts, length, masked) for length, starts in spans.items()}

    def mask(self, unless: Group) -> np.ndarray | None:
        """Whether each token is inside a match of an `unless` term; None if none is."""
        matches = [(self.starts(term), len(term.words)) for term in unless]
        if not any(len(starts) for starts, _ in matches):
            return None
        masked = np.zeros(self.batch.n_tokens, dtype=bool)
        for starts, length in matches:
            masked[positions(starts, length)] = True
        return masked

    def _ranges(self, word: str, exact: bool) -> Ranges:
        return self.batch.vocabulary.ranges(word, exact, self._stem)

    def _phrase(self, ranges: list[Ranges]) -> np.ndarray:
        counts = [self._count(each) for each in ranges]
        rarest = counts.index(min(counts))
        starts = self.places([ranges[rarest]])[0] - rarest
        last = len(ranges) - 1
        starts = starts[(starts >= 0) & (starts < self.batch.n_tokens - last)]
        for at in sorted(range(len(ranges)), key=counts.__getitem__):
            # A star alone is every word.
            if at != rarest and counts[at] < self.batch.n_tokens:
                starts = starts[_within(self.batch.ids[starts + at], ranges[at])]
        sentences = self.batch.sentences
        return starts[sentences[starts] == sentences[starts + last]]

    def _count(self, ranges: Ranges) -> int:
        bounds = self.batch.word_bounds
        pairs = zip(ranges[::2], ranges[1::2], strict=True)
        return sum(bounds[beyond] - bounds[first] for first, beyond in pairs)


def unmasked(starts: np.ndarray, length: int, masked: np.ndarray | None) -> np.ndarray:
    """Those of the spans of one length that touch no masked token."""
    if masked is None:
        return starts
    touched = masked[starts]
    for step in range(1, length):
        touched |= masked[starts + step]
    return starts[~touched]


def _within(ids: np.ndarray, ranges: Ranges) -> np.ndarray:
    if len(ranges) == 2:
        return (ids >= ranges[0]) & (ids < ranges[1])
    return np.searchsorted(ranges, ids, side="right") % 2 == 1
