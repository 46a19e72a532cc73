"""What each theme of a codebook matches in a batch; worked out once for the same entries."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np

from dateline.themes.codebook import Codebook, Theme
from dateline.themes.index import Batch
from dateline.themes.occurrences import Occurrences
from dateline.themes.rules import View, entry_spans
from dateline.themes.spans import NO_STARTS, Owned, longest_first
from dateline.themes.terms import Group, Rule, Term
from dateline.themes.vocabulary import Ranges, first_come

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

    @property
    def terms(self) -> Iterator[Term]:
        """Every term that must be looked for, also those of rules and of `unless`."""
        for unless, entries in self.parts:
            yield from unless
            for entry in entries:
                yield from [entry] if isinstance(entry, Term) else entry.terms

    @property
    def tables(self) -> tuple[Part, ...]:
        """The parts; all in one if none has an `unless`, as they then see the same tokens."""
        together = len(self.parts) > 1 and not any(unless for unless, _ in self.parts)
        return (((), tuple(self.entries)),) if together else self.parts


@dataclass(frozen=True)
class Hits:
    """
    The mentions of one theme in one batch, in no order.

    `parts` holds them by length in tokens: the first token of each and its entry, a number in
    `Family.entries`. `first`, `last` and `entry` are the same as parallel arrays.
    """

    batch: Batch
    parts: tuple[Owned, ...]

    @cached_property
    def first(self) -> np.ndarray:
        """The position in the batch of the first token of each (int64)."""
        return np.concatenate([NO_STARTS, *(starts for _, starts, _ in self.parts)])

    @property
    def last(self) -> np.ndarray:
        """The position in the batch of the last token of each (int64)."""
        ends = (starts + (length - 1) for length, starts, _ in self.parts)
        return np.concatenate([NO_STARTS, *ends])

    @property
    def entry(self) -> np.ndarray:
        """The number of the entry of each (int64)."""
        return np.concatenate([NO_STARTS, *(entries for _, _, entries in self.parts)])

    @cached_property
    def sentences(self) -> np.ndarray:
        """The sentence in which each begins, counted through the batch."""
        return self.batch.sentences(self.first)

    @cached_property
    def per_article(self) -> np.ndarray:
        """Mentions of each article of the batch (int32)."""
        articles = self.batch.articles(self.first)
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
    remembered = [batch.found.pop(family, None) for family in wanted]
    pairs = list(zip(wanted, remembered, strict=True))
    occurrences = _occurrences(batch, [family for family, hits in pairs if hits is None])
    for family, hits in pairs:
        # Two themes can be one family.
        hits = hits or batch.found.get(family) or _hits(occurrences[family.stem], family)
        batch.found[family] = hits
        while len(batch.found) > _REMEMBERED:
            del batch.found[next(iter(batch.found))]
        yield hits


def _occurrences(batch: Batch, wanted: Iterable[Family]) -> dict[str, Occurrences]:
    """For each way to stem the matches of the terms of these families."""
    terms: dict[str, list[Term]] = {}
    for family in wanted:
        terms.setdefault(family.stem, []).extend(family.terms)
    found = {stem: Occurrences(batch, stem) for stem in terms}
    for stem, occurrences in found.items():
        occurrences.look_for(terms[stem])
    return found


def _hits(occurrences: Occurrences, family: Family) -> Hits:
    terms = [entry for entry in family.entries if isinstance(entry, Term)]
    if len(family.tables) == 1 and len(terms) == len(family.entries):
        return _terms_alone(occurrences, family.tables[0][0], terms)
    candidates: list[Owned] = []
    number = 0
    for unless, entries in family.tables:
        view = View(occurrences, occurrences.mask(unless))
        candidates += _candidates(entries, view, number)
        number += len(entries)
    return Hits(occurrences.batch, tuple(longest_first(candidates, occurrences.batch.taken)))


def _terms_alone(occurrences: Occurrences, unless: Group, entries: Sequence[Term]) -> Hits:
    """The same where there are no rules: only words that stand in a phrase too can overlap one."""
    view = View(occurrences, occurrences.mask(unless))
    words: dict[int, Ranges] = {}
    beside: set[Ranges] = set()
    candidates: list[Owned] = []
    for at, term in enumerate(entries):
        if len(term.words) == 1:
            words[at] = occurrences.words(term)[0]
        elif spans := list(_spans(at, term, view)):
            candidates += spans
            beside.update(occurrences.words(term))
    own, free = _apart(list(words.values()), list(beside))
    if own != free:
        shared = [first_come([without, each])[1] for without, each in zip(free, own, strict=True)]
        candidates += _placed(shared, list(words), view)
    accepted = longest_first(candidates, occurrences.batch.taken)
    return Hits(occurrences.batch, (*accepted, *_placed(free, list(words), view)))


def _apart(words: list[Ranges], beside: list[Ranges]) -> tuple[list[Ranges], list[Ranges]]:
    """The ids of each word that none before it has; those of them that are in no phrase."""
    free = first_come([*beside, *words])[len(beside) :]
    return (words, words) if free == words else (first_come(words), free)


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
            yield from _spans(at, entry, view)
    yield from _words(words, view)


def _spans(at: int, entry: Term | Rule, view: View) -> Iterator[Owned]:
    for length, starts in entry_spans(entry, view).items():
        yield length, starts, np.full(len(starts), at)


def _words(words: Sequence[tuple[int, Term]], view: View) -> Iterator[Owned]:
    """Single words, all at once; of two that match the same token the first has it."""
    ranges = first_come([view.occurrences.words(term)[0] for _, term in words])
    return _placed(ranges, [at for at, _ in words], view)


def _placed(several: Sequence[Ranges], numbers: Sequence[int], view: View) -> Iterator[Owned]:
    """Where words with these ids stand, with the number of the entry of each ranges."""
    starts, counts = view.occurrences.places(several)
    entries = np.repeat(np.array(numbers, dtype=np.int64), counts)
    if view.masked is not None:
        free = ~view.masked[starts]
        starts, entries = starts[free], entries[free]
    if len(starts):
        yield 1, starts, entries
