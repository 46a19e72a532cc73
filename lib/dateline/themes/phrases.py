"""Where phrases stand in a batch: many of them at once, so that each costs little."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np

from dateline.themes.index import Batch
from dateline.themes.neighbours import Neighbours, neighbours
from dateline.themes.vocabulary import Ranges

# Places looked at together: their arrays take some twenty times as many bytes.
_AT_ONCE = 1 << 17
_ANY = (1 << 32) - 1  # more than any word's number


class _Plan(NamedTuple):
    """How a phrase is looked for: at its rarest word, then the words beside it, rare ones first."""

    rarest: int  # its place in the phrase
    places: list[slice]  # of the rarest in the index
    n_places: int
    last: int  # place of the last word
    beside: list[tuple[int, Ranges]]  # place in the phrase and ids


def find_phrases(batch: Batch, phrases: Sequence[Sequence[Ranges]]) -> list[np.ndarray]:
    """
    For each phrase the first tokens of all its matches, overlapping ones too (int64).

    A phrase is given by the ids that each of its words means, at least two words. Distinct, in no
    order. None crosses the end of a sentence.
    """
    plans = [_plan(batch, words) for words in phrases]
    found: list[np.ndarray] = []
    with neighbours(batch, (ids for plan in plans for _, ids in plan.beside)) as around:
        for group in _groups(plans):
            found += _find(batch, group, around)
    return found


def _plan(batch: Batch, words: Sequence[Ranges]) -> _Plan:
    places = [batch.places(ids) for ids in words]
    counts = [sum(part.stop - part.start for part in parts) for parts in places]
    rarest, *others = sorted(range(len(words)), key=counts.__getitem__)
    # A star alone is every word.
    beside = [(at, words[at]) for at in others if counts[at] < batch.n_tokens]
    return _Plan(rarest, places[rarest], counts[rarest], len(words) - 1, beside)


def _groups(plans: Sequence[_Plan]) -> Iterator[list[_Plan]]:
    """The plans in their order, so many together that their places are not too many."""
    group: list[_Plan] = []
    held = 0
    for plan in plans:
        if group and held + plan.n_places > _AT_ONCE:
            yield group
            group, held = [], 0
        group.append(plan)
        held += plan.n_places
    if group:
        yield group


def _find(batch: Batch, plans: Sequence[_Plan], around: Neighbours) -> list[np.ndarray]:
    sizes = np.array([plan.n_places for plan in plans])
    starts = batch.positions([part for plan in plans for part in plan.places])
    starts -= np.repeat([plan.rarest for plan in plans], sizes)
    owners = np.repeat(np.arange(len(plans)), sizes)
    for step in range(max(len(plan.beside) for plan in plans)):
        steps, lows, spans = (np.repeat(row, sizes) for row in _beside(plans, step, around))
        # Below the lowest this wraps around to far above the highest.
        kept = np.flatnonzero(around.words(starts + steps) - lows < spans)
        starts, owners = starts[kept], owners[kept]
        sizes = np.bincount(owners, minlength=len(plans))
    lasts = np.repeat([plan.last for plan in plans], sizes)
    inside = np.flatnonzero((starts >= 0) & (starts < batch.n_tokens - lasts))
    starts, owners, lasts = starts[inside], owners[inside], lasts[inside]
    within = np.flatnonzero(starts + lasts < batch.sentence_ends(starts))
    starts, owners = starts[within], owners[within]
    parts = np.split(starts, np.searchsorted(owners, np.arange(1, len(plans))))
    return [_exactly(part, plan, around) for part, plan in zip(parts, plans, strict=True)]


def _beside(
    plans: Sequence[_Plan], step: int, around: Neighbours
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """For each plan the place of one of its words, its lowest number, and how many from there."""
    rows = []
    for plan in plans:
        if step < len(plan.beside):
            at, ids = plan.beside[step]
            edges = around.numbers(ids)
            rows.append((at, edges[0], edges[-1] - edges[0]))
        else:
            rows.append((0, 0, _ANY))
    steps, lows, spans = np.array(rows, dtype=np.int64).T
    return steps, lows.astype(np.uint32), spans.astype(np.uint32)


def _exactly(starts: np.ndarray, plan: _Plan, around: Neighbours) -> np.ndarray:
    """Those whose words are not just between the lowest and the highest id."""
    for at, ids in plan.beside:
        if len(ids) > 2:
            edges = around.numbers(ids)
            odd = np.searchsorted(edges, around.words(starts + at), side="right") % 2 == 1
            starts = starts[odd]
    return starts
