"""What each theme of a codebook matches in a batch; worked out once for the same entries."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from dateline.themes.families import Family
from dateline.themes.index import Batch
from dateline.themes.occurrences import Occurrences
from dateline.themes.plan import make_plan
from dateline.themes.rules import View, entry_spans
from dateline.themes.term_hits import Hits, Owned, accept, find_terms
from dateline.themes.terms import Rule, Term
from dateline.themes.vocabulary import first_come
from dateline.themes.word_places import WordPlaces

# A batch remembers the hits of so many themes; those least lately asked for go first.
_REMEMBERED = 1_000


def find_hits(batch: Batch, wanted: Sequence[Family]) -> list[Hits]:
    """
    The mentions of each family in the batch, in the order of `wanted`.

    What the batch remembers is not looked for again, so after an edit only the changed theme and
    its parents are.
    """
    distinct = dict.fromkeys(wanted)
    known = {family: batch.found.pop(family) for family in distinct if family in batch.found}
    missing = [family for family in distinct if family not in known]
    known.update(zip(missing, _find(batch, missing), strict=True))
    batch.found.update(known)
    while len(batch.found) > _REMEMBERED:
        del batch.found[next(iter(batch.found))]
    return [known[family] for family in wanted]


def _find(batch: Batch, wanted: Sequence[Family]) -> list[Hits]:
    found: dict[Family, Hits] = {}
    for stem in dict.fromkeys(family.stem for family in wanted):
        own = tuple(family for family in wanted if family.stem == stem)
        occurrences = Occurrences(batch, make_plan(own))
        for family, hits in zip(own, find_terms(occurrences), strict=True):
            found[family] = hits if family.is_plain else _hits(occurrences, family)
    return [found[family] for family in wanted]


def _hits(occurrences: Occurrences, family: Family) -> Hits:
    """With rules, and tables of which each sees other tokens."""
    candidates: list[Owned] = []
    number = 0
    for unless, entries in family.tables:
        view = View(occurrences, occurrences.mask(unless))
        candidates += _candidates(entries, view, number)
        number += len(entries)
    return accept(occurrences.batch, candidates)


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
        yield length, starts, at


def _words(words: Sequence[tuple[int, Term]], view: View) -> Iterator[Owned]:
    """Single words, all at once; of two that match the same token the first has it."""
    known = view.occurrences.words
    ranges = first_come([known.ranges[view.occurrences.plan.word(term)] for _, term in words])
    places = WordPlaces(known.batch, ranges)
    starts = places.positions(range(len(ranges)))
    entries = np.repeat(np.array([at for at, _ in words], dtype=np.int64), places.counts)
    if view.masked is not None:
        free = ~view.masked[starts]
        starts, entries = starts[free], entries[free]
    if len(starts):
        yield 1, starts, entries
