"""Spans of tokens as arrays, and what to do where they overlap."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np

# Number of tokens -> the first tokens of the spans of that length: distinct, ascending.
Spans = dict[int, np.ndarray]

# Length, starts of spans of this length, and the number of the entry that each is a match of.
Owned = tuple[int, np.ndarray, np.ndarray]

NO_STARTS = np.empty(0, dtype=np.int64)


def union(parts: Iterable[Spans]) -> Spans:
    """
    The spans that are in any of the parts.

    >>> union([{1: np.array([4])}, {1: np.array([2, 4]), 2: np.array([7])}])
    {1: array([2, 4]), 2: array([7])}
    """
    gathered: dict[int, list[np.ndarray]] = {}
    for spans in parts:
        for length, starts in spans.items():
            gathered.setdefault(length, []).append(starts)
    return {
        length: starts[0] if len(starts) == 1 else np.unique(np.concatenate(starts))
        for length, starts in gathered.items()
    }


def positions(starts: np.ndarray, length: int) -> np.ndarray:
    """
    Every token of spans of one length.

    >>> positions(np.array([3, 8]), 2)
    array([3, 4, 8, 9])
    """
    return np.add.outer(starts, np.arange(length)).ravel() if length > 1 else starts


def closest_first(spans: Spans) -> Spans:
    """
    The spans that overlap none accepted before them: the shortest first, then the leftmost.

    >>> closest_first({2: np.array([4]), 3: np.array([0, 2, 5, 6])})
    {2: array([4]), 3: array([0, 6])}
    """
    accepted: Spans = {}
    for length in sorted(spans):
        starts = _apart_from(spans[length], length, accepted)
        kept = starts[_leftmost(starts, length)]
        if len(kept):
            accepted[length] = kept
    return accepted


def _apart_from(starts: np.ndarray, length: int, accepted: Spans) -> np.ndarray:
    """Those that overlap no accepted span; accepted spans are no longer than these."""
    if not accepted:
        return starts
    firsts = np.concatenate(list(accepted.values()))
    sizes = np.repeat(list(accepted), list(map(len, accepted.values())))
    order = np.argsort(firsts)
    # Accepted spans lie apart, so the last that begins before the end is the one that may reach in.
    nearest = np.searchsorted(firsts[order], starts + length) - 1
    reach = (firsts + sizes)[order][nearest]
    return starts[(nearest < 0) | (reach <= starts)]


def _leftmost(starts: np.ndarray, length: int) -> np.ndarray:
    """
    Which spans of one length overlap none accepted before them, from the left.

    >>> _leftmost(np.array([0, 1, 2, 9]), 2)
    array([ True, False,  True,  True])
    """
    keep = np.ones(len(starts), dtype=bool)
    touching = np.diff(starts) < length
    if length == 1 or not touching.any():
        return keep
    # Only where one span touches the next does the choice of one hang on that before it.
    edges = np.flatnonzero(np.diff(np.concatenate([[False], touching, [False]])))
    for first, last in edges.reshape(-1, 2).tolist():
        keep[first : last + 1] = _greedy(starts[first : last + 1].tolist(), length)
    return keep


def _greedy(starts: Sequence[int], length: int) -> list[bool]:
    free, keep = starts[0], []
    for start in starts:
        keep.append(start >= free)
        if start >= free:
            free = start + length
    return keep


def longest_first(candidates: Sequence[Owned], taken: np.ndarray) -> list[Owned]:
    """
    The accepted spans of several entries: the longest first, then the leftmost, none overlapping.

    Of entries with the same span the one that comes first in `candidates` has it. `taken` is a
    scratch of one false bool per token, given back as it was.
    """
    lone, others = _set_apart([owned for owned in candidates if owned[0] > 1])
    others += [owned for owned in candidates if owned[0] == 1]
    if not others:
        return lone
    accepted = list(lone)
    _mark(accepted, taken, True)
    for length in sorted({length for length, _, _ in others}, reverse=True):
        found = [(starts, entries) for size, starts, entries in others if size == length]
        starts = np.concatenate([starts for starts, _ in found])
        entries = np.concatenate([entries for _, entries in found])
        # What is taken is at least as long as these, so it reaches their first or last token.
        free = ~(taken[starts] | taken[starts + (length - 1)] if length > 1 else taken[starts])
        starts, entries = starts[free], entries[free]
        if length > 1 or len(found) > 1:
            # A stable sort leaves equal spans in the order of their entries.
            order = np.argsort(starts, kind="stable")
            order = order[np.diff(starts[order], prepend=-1) > 0]
            kept = order[_leftmost(starts[order], length)]
            starts, entries = starts[kept], entries[kept]
        accepted.append((length, starts, entries))
        _mark(accepted[-1:], taken, True)
    _mark(accepted, taken, False)
    return accepted


def _set_apart(candidates: Sequence[Owned]) -> tuple[list[Owned], list[Owned]]:
    """Of spans those that overlap no other of them, and those that do."""
    if not candidates:
        return [], []
    sizes = [len(starts) for _, starts, _ in candidates]
    starts = np.concatenate([starts for _, starts, _ in candidates])
    ends = starts + np.repeat([length for length, _, _ in candidates], sizes)
    order = np.argsort(starts, kind="stable")
    # An earlier span can reach beyond the one before.
    touching = starts[order][1:] < np.maximum.accumulate(ends[order])[:-1]
    if not touching.any():
        return list(candidates), []
    lone = np.ones(len(starts), dtype=bool)
    lone[order[1:][touching]] = lone[order[:-1][touching]] = False
    flags = np.split(lone, np.cumsum(sizes)[:-1])
    return _chosen(candidates, flags), _chosen(candidates, [~flag for flag in flags])


def _chosen(candidates: Sequence[Owned], flags: Sequence[np.ndarray]) -> list[Owned]:
    pairs = zip(candidates, flags, strict=True)
    return [
        (length, starts[flag], entries[flag])
        for (length, starts, entries), flag in pairs
        if flag.any()
    ]


def _mark(spans: Iterable[Owned], taken: np.ndarray, value: bool) -> None:
    """Note the tokens of spans of more than one; nothing is asked after those of one."""
    for length, starts, _ in spans:
        if length > 1:
            taken[positions(starts, length)] = value
