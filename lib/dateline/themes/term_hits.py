"""What themes match that have terms and no rules: all at once, so that each costs little."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple
from weakref import proxy

import numpy as np

from dateline.themes.index import Batch
from dateline.themes.occurrences import Occurrences, is_masked
from dateline.themes.spans import NO_STARTS, longest_first, only, touches
from dateline.themes.vocabulary import first_come
from dateline.themes.word_places import WordPlaces

# Tokens of a span, the first token of each, and the number of the entry that they are matches of.
Owned = tuple[int, np.ndarray, int | np.ndarray]

_MOST_IDS = 1 << 32


class Matches(NamedTuple):
    """
    What the entries of some themes match in a batch, theme after theme.

    One row an entry: number of its theme, its own number, tokens of a match, and how many there are
    (int64). `first` (int32) is the first token of each match, entry after entry.
    """

    theme: np.ndarray
    entry: np.ndarray
    length: np.ndarray
    size: np.ndarray
    first: np.ndarray

    def each(self, column: np.ndarray) -> np.ndarray:
        """What a column says of each match."""
        return column.repeat(self.size)

    def only(self, chosen: np.ndarray) -> Matches:
        """Some of the matches, by a mask."""
        first, size = only(self.first, self.size, chosen)
        return self._replace(first=first, size=size)

    def keys(self, n_tokens: int) -> np.ndarray:
        """The first tokens as if each theme had a batch of its own, behind that of another."""
        return self.each(self.theme * n_tokens) + self.first

    def by_theme(self, n_themes: int) -> list[Matches]:
        """Those of each theme."""
        rows = self.theme.searchsorted(np.arange(n_themes + 1))
        cuts = np.concatenate([[0], self.size.cumsum()])[rows].tolist()
        pairs = zip(pairwise(rows.tolist()), pairwise(cuts), strict=True)
        return [self._part(slice(*own), slice(*firsts)) for own, firsts in pairs]

    def _part(self, rows: slice, matches: slice) -> Matches:
        theme, entry, length, size, first = self
        return Matches(theme[rows], entry[rows], length[rows], size[rows], first[matches])


@dataclass(frozen=True)
class Hits:
    """
    The mentions of one theme in one batch, in no order: parallel arrays.

    `first` is the position in the batch of the first token of each (int32), `lengths` its tokens,
    and `entry` its number in `Family.entries` (int64); the last two are made when asked for.
    """

    # A weak reference: the batch remembers its hits, and a ring of them would outlive their use.
    batch: Batch
    matches: tuple[Matches, ...]

    @cached_property
    def first(self) -> np.ndarray:
        return np.concatenate([part.first for part in self.matches])

    @cached_property
    def lengths(self) -> np.ndarray:
        return np.concatenate([part.each(part.length) for part in self.matches])

    @cached_property
    def entry(self) -> np.ndarray:
        return np.concatenate([part.each(part.entry) for part in self.matches])

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


def find_terms(occurrences: Occurrences) -> list[Hits]:
    """
    The mentions of each of the families of a plan; none for those that are not plain.

    A longer match has its tokens before a shorter one, so phrases compete with each other, and a
    single word is a mention where no phrase of its theme is.
    """
    phrases = _phrases(occurrences)
    words = _words(occurrences, phrases)
    parts = (each.by_theme(occurrences.plan.n_families) for each in (words, phrases))
    return [Hits(proxy(occurrences.batch), pair) for pair in zip(*parts, strict=True)]


def _phrases(occurrences: Occurrences) -> Matches:
    """Those that are accepted: the longest, then the leftmost, none overlapping in a theme."""
    plan = occurrences.plan
    theme, entry, row = plan.several.T
    starts = [occurrences.phrases[number] for number in row.tolist()]
    sizes = np.fromiter(map(len, starts), dtype=np.int64, count=len(starts))
    first = np.concatenate([NO_STARTS, *starts])
    found = _seen(Matches(theme, entry, plan.lengths, sizes, first), occurrences)
    keys, lengths = found.keys(occurrences.batch.n_tokens), found.each(found.length)
    return found.only(longest_first(keys, lengths))


def _words(occurrences: Occurrences, phrases: Matches) -> Matches:
    """Those that are in none of the accepted phrases of their theme."""
    theme, entry, number = occurrences.plan.single.T
    words, number = _apart(occurrences.words, theme, number)
    first = words.positions(number.tolist())
    found = Matches(theme, entry, np.ones_like(entry), words.counts[number], first)
    if len(phrases.first):
        n_tokens = occurrences.batch.n_tokens
        meet = _meet_phrases(occurrences, theme, words.lows[number], words.highs[number])
        may_be = np.flatnonzero(found.each(meet))
        starts, others = found.only(found.each(meet)).keys(n_tokens), phrases.keys(n_tokens)
        inside = may_be[touches(starts, starts + 1, others, others + phrases.each(phrases.length))]
        if len(inside):
            free = np.ones(len(first), dtype=bool)
            free[inside] = False
            found = found.only(free)
    return _seen(found, occurrences)


def _apart(
    words: WordPlaces, theme: np.ndarray, number: np.ndarray
) -> tuple[WordPlaces, np.ndarray]:
    """The single words of each theme, so that none means an id that one before it has."""
    keys = theme * _MOST_IDS
    lows, highs = keys + words.lows[number], keys + words.highs[number]
    order = lows.argsort()
    clash = lows[order[1:]] < np.maximum.accumulate(highs[order[:-1]])
    if not clash.any():
        return words, number
    ranges = [words.ranges[each] for each in number.tolist()]
    for each in np.unique(theme[order[1:]][clash]).tolist():
        first, beyond = np.searchsorted(theme, [each, each + 1])
        ranges[first:beyond] = first_come(ranges[first:beyond])
    return WordPlaces(words.batch, ranges), np.arange(len(ranges))


def _meet_phrases(
    occurrences: Occurrences, theme: np.ndarray, lows: np.ndarray, highs: np.ndarray
) -> np.ndarray:
    """For each single word of a theme, by its ids, whether a phrase of that theme can hold it."""
    words, (themes, beside) = occurrences.words, occurrences.plan.beside
    own, others = theme * _MOST_IDS, themes * _MOST_IDS
    bounds = others + words.lows[beside], others + words.highs[beside]
    return touches(own + lows, own + highs, *bounds)


def _seen(matches: Matches, occurrences: Occurrences) -> Matches:
    """Those that touch no token that the `unless` of their theme masks."""
    if not occurrences.plan.unless:
        return matches
    free = np.ones(len(matches.first), dtype=bool)
    for number, unless in occurrences.plan.unless.items():
        mask = occurrences.mask(unless)
        if mask is not None:
            own = np.flatnonzero(matches.each(matches.theme == number))
            lengths = matches.each(matches.length)[own]
            free[own] = ~is_masked(matches.first[own], lengths, mask)
    return matches if free.all() else matches.only(free)


def accept(batch: Batch, candidates: Sequence[Owned]) -> Hits:
    """The accepted ones among matches of one theme."""
    lengths = np.array([length for length, _, _ in candidates], dtype=np.int64)
    sizes = np.array([len(starts) for _, starts, _ in candidates], dtype=np.int64)
    first = np.concatenate([NO_STARTS, *(starts for _, starts, _ in candidates)])
    entries = np.concatenate([NO_STARTS.astype(np.int64), *map(_entries, candidates)])
    # Each match is a row of its own, as words that were looked for together have many entries.
    rows = entries, lengths.repeat(sizes), np.ones_like(entries)
    found = Matches(np.zeros_like(entries), *rows, first)
    return Hits(proxy(batch), (found.only(longest_first(first, rows[1])),))


def _entries(owned: Owned) -> np.ndarray:
    _, starts, entries = owned
    return entries if isinstance(entries, np.ndarray) else np.full(len(starts), entries)
