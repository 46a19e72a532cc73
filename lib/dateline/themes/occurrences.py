"""Where the terms of a codebook stand in a batch of articles."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from dateline.themes.index import Batch
from dateline.themes.phrases import find_phrases
from dateline.themes.plan import Plan
from dateline.themes.spans import Spans, positions, union
from dateline.themes.terms import Group, Term
from dateline.themes.word_places import WordPlaces


class Occurrences:
    """
    The matches of the terms of a plan in one batch.

    A word is a slice of the index. A phrase takes the places of its rarest word and compares the
    words beside it. So the work grows with the number of matches, not with the articles.
    """

    def __init__(self, batch: Batch, plan: Plan) -> None:
        self.batch = batch
        self.plan = plan
        self.words = WordPlaces(batch, batch.vocabulary.ranges(plan.words))
        self.phrases = find_phrases(self.words, plan.phrases)

    def starts(self, term: Term) -> np.ndarray:
        """
        The first tokens of all matches, overlapping ones too (int32): distinct, in no order.

        A phrase does not cross the end of a sentence.
        """
        if len(term.words) == 1:
            return self.words.positions([self.plan.word(term)])
        return self.phrases[self.plan.rows[term.pattern]]

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
    return starts if masked is None else starts[~is_masked(starts, length, masked)]


def is_masked(starts: np.ndarray, lengths: np.ndarray | int, masked: np.ndarray) -> np.ndarray:
    """Which spans touch a masked token; of one length, or each of its own."""
    touched = masked[starts]
    for step in range(1, int(np.max(lengths, initial=1))):
        touched |= (step < lengths) & np.take(masked, starts + step, mode="clip")
    return np.asarray(touched)
