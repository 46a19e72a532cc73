"""Where the terms of a codebook stand in a batch of articles."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np

from dateline.themes.index import Batch
from dateline.themes.phrases import find_phrases
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
        self._words: dict[Pattern, list[Ranges]] = {}
        self._phrases: dict[Pattern, np.ndarray] = {}

    def look_for(self, terms: Iterable[Term]) -> None:
        """Find the phrases among these terms, all at once; `starts` then has them."""
        phrases: dict[Pattern, list[Ranges]] = {}
        for term in terms:
            if len(term.words) > 1 and term.pattern not in self._phrases:
                self._phrases[term.pattern] = NO_STARTS
                words = self.words(term)
                if all(words):
                    phrases[term.pattern] = words
        found = find_phrases(self.batch, list(phrases.values()))
        self._phrases.update(zip(phrases, found, strict=True))

    def starts(self, term: Term) -> np.ndarray:
        """
        The first tokens of all matches, overlapping ones too (int64): distinct, in no order.

        A phrase does not cross the end of a sentence.
        """
        if len(term.words) == 1:
            return self.places(self.words(term))[0]
        if term.pattern not in self._phrases:
            self.look_for([term])
        return self._phrases[term.pattern]

    def words(self, term: Term) -> list[Ranges]:
        """The ids of the words that each word of a term means."""
        if term.pattern not in self._words:
            find = self.batch.vocabulary.ranges
            found = [find(word, term.exact, self._stem) for word in term.words]
            self._words[term.pattern] = found
        return self._words[term.pattern]

    def places(self, several: Sequence[Ranges]) -> tuple[np.ndarray, list[int]]:
        """Where words with these ids stand (int64), and how many tokens are of each ranges."""
        places = [self.batch.places(ranges) for ranges in several]
        counts = [sum(part.stop - part.start for part in parts) for parts in places]
        return self.batch.positions([part for parts in places for part in parts]), counts

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


def unmasked(starts: np.ndarray, length: int, masked: np.ndarray | None) -> np.ndarray:
    """Those of the spans of one length that touch no masked token."""
    if masked is None:
        return starts
    touched = masked[starts]
    for step in range(1, length):
        touched |= masked[starts + step]
    return starts[~touched]
