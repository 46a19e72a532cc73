"""What each theme of a codebook matches in a batch; worked out once for the same entries."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np

from dateline.themes.codebook import Codebook, Theme
from dateline.themes.index import Batch
from dateline.themes.occurrences import Occurrences
from dateline.themes.rules import View, entry_spans
from dateline.themes.spans import NO_STARTS, Owned, longest_first
from dateline.themes.terms import Group, Rule, Term
from dateline.themes.vocabulary import distinct

# A batch remembers the hits of so many themes; those least lately asked for go first.
_REMEMBERED = 1_000

# The `unless` of a table of the codebook and its entries.
Part = tuple[Group, tuple[Term | Rule, ...]]


@dataclass(frozen=True)
class Family:
    """All that stands for one theme: its own table and those nested in it, and how words match."""

    parts: tuple[Part, ...]
    stem: str = ""
    # Hashing goes through every term, and a recount asks for it once for each batch.
    _hash: int = field(default=0, compare=False, repr=False)

    def __hash__(self) -> int:
        if not self._hash:
            object.__setattr__(self, "_hash", hash((self.parts, self.stem)) or 1)
        return self._hash

    @property
    def entries(self) -> list[Term | Rule]:
        """The entries of all tables: those of the theme, then of its children, in order."""
        return [entry for _, entries in self.parts for entry in entries]


@dataclass(frozen=True)
class Hits:
    """
    The mentions of one theme in one batch: parallel arrays, in no order.

    `first` and `last` are token positions in the batch, `entry` the number in `Family.entries`.
    """

    batch: Batch
    first: np.ndarray
    last: np.ndarray
    entry: np.ndarray

    @cached_property
    def sentences(self) -> np.ndarray:
        """The sentence in which each begins, counted through the batch."""
        return self.batch.sentences[self.first]

    @cached_property
    def per_article(self) -> np.ndarray:
        """Mentions of each article of the batch (int32)."""
        articles = self.batch.article_of_sentence[self.sentences]
        return np.bincount(articles, minlength=self.batch.n_articles).astype(np.int32)

    @cached_property
    def in_sentences(self) -> np.ndarray:
        """The sentences in which a mention begins: distinct, ascending."""
        return np.unique(self.sentences)


def families(codebook: Codebook) -> dict[str, Family]:
    """The family of each theme and actor, in the order of the codebook."""
    members: dict[str, list[Theme]] = {theme.name: [] for theme in codebook.themes}
    for theme in codebook.themes:
        names = theme.name.split(".")
        for depth in range(1, len(names) + 1):
            members.get(".".join(names[:depth]), []).append(theme)
    return {
        name: Family(tuple((theme.unless, theme.terms) for theme in themes), codebook.stem)
        for name, themes in members.items()
    }


def find_hits(batch: Batch, wanted: Sequence[Family]) -> Iterator[Hits]:
    """
    The mentions of each family in the batch, in the order of `wanted`.

    What the batch remembers is not looked for again, so after an edit only the changed theme and
    its parents are.
    """
    occurrences: dict[str, Occurrences] = {}
    for family in wanted:
        hits = batch.found.pop(family, None)
        if hits is None:
            if family.stem not in occurrences:
                occurrences[family.stem] = Occurrences(batch, family.stem)
            hits = _hits(occurrences[family.stem], family)
        batch.found[family] = hits
        while len(batch.found) > _REMEMBERED:
            del batch.found[next(iter(batch.found))]
        yield hits


def _hits(occurrences: Occurrences, family: Family) -> Hits:
    candidates: list[Owned] = []
    number = 0
    for unless, entries in family.parts:
        view = View(occurrences, occurrences.mask(unless))
        candidates += _candidates(entries, view, number)
        number += len(entries)
    accepted = longest_first(candidates, occurrences.batch.taken)
    first = np.concatenate([NO_STARTS, *(starts for _, starts, _ in accepted)])
    entry = np.concatenate([NO_STARTS, *(entries for _, _, entries in accepted)])
    steps = np.array([length - 1 for length, _, _ in accepted], dtype=np.int64)
    last = first + np.repeat(steps, [len(starts) for _, starts, _ in accepted])
    return Hits(occurrences.batch, first, last, entry)


def _candidates(entries: Sequence[Term | Rule], view: View, number: int) -> Iterator[Owned]:
    """What the entries of one table match, in their order; `number` is that of the first."""
    words: list[tuple[int, Term]] = []
    for at, entry in enumerate(entries, start=number):
        if isinstance(entry, Term) and len(entry.words) == 1:
            words.append((at, entry))
        else:
            # A rule can mark single words too, and of two entries the first has them.
            if isinstance(entry, Rule):
                yield from _words(words, view)
                words = []
            for length, starts in entry_spans(entry, view).items():
                yield length, starts, np.full(len(starts), at)
    yield from _words(words, view)


def _words(words: Sequence[tuple[int, Term]], view: View) -> Iterator[Owned]:
    """Single words, all at once if none of them shares a word of the corpus with another."""
    ranges = [view.occurrences.ranges(term) for _, term in words]
    numbers = [at for at, _ in words]
    for part in [slice(None)] if distinct(ranges) else [slice(n, n + 1) for n in range(len(words))]:
        starts, counts = view.occurrences.places(ranges[part])
        entries = np.repeat(np.array(numbers[part], dtype=np.int64), counts)
        if view.masked is not None:
            free = ~view.masked[starts]
            starts, entries = starts[free], entries[free]
        if len(starts):
            yield 1, starts, entries
