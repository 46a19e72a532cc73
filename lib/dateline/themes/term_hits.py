"""What themes match that have terms and no rules: all at once, so that each costs little."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

import numpy as np

from dateline.themes.families import Family
from dateline.themes.index import Batch
from dateline.themes.occurrences import Occurrences, unmasked
from dateline.themes.spans import NO_STARTS, longest_first
from dateline.themes.terms import Term
from dateline.themes.vocabulary import Ranges, first_come

# Tokens of a span, the first token of each, and the number of the entry that they are matches of.
Owned = tuple[int, np.ndarray, int | np.ndarray]


@dataclass(frozen=True)
class Hits:
    """
    The mentions of one theme in one batch, in no order: parallel arrays.

    `first` is the position in the batch of the first token of each (int64), `lengths` its tokens,
    and `entry` its number in `Family.entries`.
    """

    batch: Batch
    first: np.ndarray
    lengths: np.ndarray
    entry: np.ndarray

    @property
    def last(self) -> np.ndarray:
        """The position in the batch of the last token of each (int64)."""
        return self.first + (self.lengths - 1)

    @cached_property
    def sentences(self) -> np.ndarray:
        """The sentence in which each begins, counted through the batch."""
        return self.batch.sentences(self.first)

    @cached_property
    def in_sentences(self) -> np.ndarray:
        """The sentences in which a mention begins: distinct, ascending."""
        return np.unique(self.sentences)


def per_article(batch: Batch, found: Sequence[Hits], table: np.ndarray) -> None:
    """Put the mentions of each theme in each article of the batch into (themes, articles)."""
    fresh = [hits for hits in found if "row" not in vars(hits)]
    articles = batch.articles(np.concatenate([NO_STARTS, *(hits.first for hits in fresh)]))
    begin = 0
    for hits in fresh:
        beyond = begin + len(hits.first)
        row = np.bincount(articles[begin:beyond], minlength=batch.n_articles)
        # Kept with the hits, as after an edit most are asked for again.
        vars(hits)["row"] = row.astype(np.int32)
        begin = beyond
    for target, hits in zip(table, found, strict=True):
        target[:] = vars(hits)["row"]


def find_terms(occurrences: Occurrences, wanted: Sequence[Family]) -> list[Hits]:
    """
    The mentions of families that are plain (`Family.is_plain`), whose terms were looked for.

    Only words that stand in a phrase of the theme too can overlap one, so only those, and the
    phrases, compete; all others are accepted as they are.
    """
    splits = [_Split(occurrences, family) for family in wanted]
    chosen = _accepted([split.competing for split in splits], occurrences.batch.n_tokens)
    places, counts = occurrences.places([ranges for split in splits for ranges in split.free])
    entries = _repeated([at for split in splits for at in split.words], counts)
    found, begin, number = [], 0, 0
    for split, (first, lengths, entry) in zip(splits, chosen, strict=True):
        beyond = begin + sum(counts[number : number + len(split.free)])
        own, owners = split.seen(places[begin:beyond], entries[begin:beyond])
        begin, number = beyond, number + len(split.free)
        first, entry = np.concatenate([own, first]), np.concatenate([owners, entry])
        lengths = np.concatenate([np.ones(len(own), dtype=np.int64), lengths])
        found.append(Hits(occurrences.batch, first, lengths, entry))
    return found


class _Split:
    """The terms of a theme: those that compete for the same tokens, and the others."""

    def __init__(self, occurrences: Occurrences, family: Family) -> None:
        self._masked = occurrences.mask(family.tables[0][0]) if family.tables else None
        words: dict[int, Ranges] = {}
        beside: set[Ranges] = set()
        self.competing: list[Owned] = []
        for at, term in enumerate(family.entries):
            if not isinstance(term, Term):
                continue
            if len(term.words) == 1:
                words[at] = occurrences.words(term)[0]
                continue
            starts = unmasked(occurrences.starts(term), len(term.words), self._masked)
            if len(starts):
                self.competing.append((len(term.words), starts, at))
                beside.update(occurrences.words(term))
        self.words = list(words)
        own, self.free = _apart(list(words.values()), list(beside))
        if own != self.free:
            self.competing.append((1, *self._shared(occurrences, own)))

    def seen(self, places: np.ndarray, entries: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Those places of single words, and their entries, that are not masked."""
        if self._masked is None:
            return places, entries
        free = ~self._masked[places]
        return places[free], entries[free]

    def _shared(self, occurrences: Occurrences, own: list[Ranges]) -> tuple[np.ndarray, np.ndarray]:
        """Places and entries of words that stand in a phrase too."""
        pairs = zip(self.free, own, strict=True)
        places, counts = occurrences.places([first_come(list(pair))[1] for pair in pairs])
        return self.seen(places, _repeated(self.words, counts))


def _apart(words: list[Ranges], beside: list[Ranges]) -> tuple[list[Ranges], list[Ranges]]:
    """The ids of each word that none before it has; those of them that are in no phrase."""
    free = first_come([*beside, *words])[len(beside) :]
    return (words, words) if free == words else (first_come(words), free)


def accept(candidates: Sequence[Owned]) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """First tokens, lengths and entries of the accepted ones among matches of one theme."""
    (chosen,) = _accepted([candidates], 0)
    return chosen


def _accepted(
    several: Sequence[Sequence[Owned]], n_tokens: int
) -> list[tuple[np.ndarray, np.ndarray, np.ndarray]]:
    """The accepted matches of each of several themes in a batch of so many tokens."""
    owned = [part for candidates in several for part in candidates]
    sizes = [len(starts) for _, starts, _ in owned]
    starts = np.concatenate([NO_STARTS, *(starts for _, starts, _ in owned)])
    lengths = _repeated([length for length, _, _ in owned], sizes)
    entries = np.concatenate([NO_STARTS, *map(_entries, owned)])
    ends = np.cumsum([0, *map(_size, several)])
    # As if the batch stood there once for each theme, so that no theme meets another.
    shifts = np.repeat(np.arange(len(several)) * n_tokens, np.diff(ends))
    keep = longest_first(starts + shifts, lengths)
    parts = (slice(first, beyond) for first, beyond in pairwise(ends.tolist()))
    return [(starts[p][keep[p]], lengths[p][keep[p]], entries[p][keep[p]]) for p in parts]


def _repeated(numbers: Sequence[int], times: Sequence[int]) -> np.ndarray:
    return np.repeat(np.array(numbers, dtype=np.int64), times)


def _size(candidates: Sequence[Owned]) -> int:
    return sum(len(starts) for _, starts, _ in candidates)


def _entries(owned: Owned) -> np.ndarray:
    _, starts, entries = owned
    return entries if isinstance(entries, np.ndarray) else np.full(len(starts), entries)
