"""Spans of tokens as arrays, and what to do where they overlap."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np

# Number of tokens -> the first tokens of the spans of that length: distinct, ascending.
Spans = dict[int, np.ndarray]

NO_STARTS = np.empty(0, dtype=np.int32)


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
        starts = spans[length][_is_apart(spans[length], length, accepted)]
        kept = starts[_leftmost(starts, length)]
        if len(kept):
            accepted[length] = kept
    return accepted


def _is_apart(starts: np.ndarray, length: int, accepted: Spans) -> np.ndarray:
    """Which spans of one length overlap no accepted span."""
    firsts = np.concatenate([NO_STARTS, *accepted.values()])
    sizes = np.repeat(list(accepted), list(map(len, accepted.values()))).astype(np.int64)
    return ~touches(starts, starts + length, firsts, firsts + sizes)


def touches(
    starts: np.ndarray, ends: np.ndarray, other_starts: np.ndarray, other_ends: np.ndarray
) -> np.ndarray:
    """
    Which stretches (end exclusive) have something in common with one of others.

    >>> touches(np.array([1, 3, 4]), np.array([2, 4, 9]), np.array([6, 2]), np.array([7, 4]))
    array([False,  True,  True])
    """
    if not len(other_starts):
        return np.zeros(len(starts), dtype=bool)
    order = other_starts.argsort(kind="stable")  # they are often in order already
    # One that begins earlier can reach beyond the one before.
    reach = np.maximum.accumulate(other_ends[order])
    nearest = np.searchsorted(other_starts[order], ends) - 1
    return np.asarray((nearest >= 0) & (reach[nearest] > starts))


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


def longest_first(starts: np.ndarray, lengths: np.ndarray) -> np.ndarray:
    """
    Which spans are accepted: the longest first, then the leftmost, none overlapping (bool).

    Of equal spans the one that comes first here is accepted.

    >>> longest_first(np.array([4, 3, 4, 9]), np.array([1, 2, 2, 1]))
    array([False,  True, False,  True])
    """
    order = np.argsort(starts, kind="stable")
    # An earlier span can reach beyond the one before.
    reach = np.maximum.accumulate((starts + lengths)[order])
    touching = starts[order][1:] < reach[:-1]
    keep = np.ones(len(starts), dtype=bool)
    if touching.any():
        others = np.concatenate([[False], touching]) | np.concatenate([touching, [False]])
        candidates = np.sort(order[others])
        keep[candidates] = False
        keep[candidates[_choose(starts[candidates], lengths[candidates])]] = True
    return keep


def _choose(starts: np.ndarray, lengths: np.ndarray) -> np.ndarray:
    """The numbers of the spans accepted among some that overlap."""
    accepted: Spans = {}
    chosen = []
    for length in np.unique(lengths)[::-1].tolist():
        found = np.flatnonzero(lengths == length)
        # The first of equal spans is the one that a stable sort leaves first.
        found = found[np.argsort(starts[found], kind="stable")]
        found = found[np.diff(starts[found], prepend=-1) > 0]
        own = found[_is_apart(starts[found], length, accepted)]
        own = own[_leftmost(starts[own], length)]
        if len(own):
            accepted[length] = starts[own]
            chosen.append(own)
    return np.concatenate(chosen)


def only(
    values: np.ndarray, sizes: np.ndarray, chosen: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """
    Some of the values of several owners, of which each has so many; how many it has then.

    >>> only(np.array([7, 8, 9]), np.array([2, 1]), np.array([False, True, True]))
    (array([8, 9]), array([1, 1]))
    """
    kept = np.flatnonzero(chosen)
    ends = kept.searchsorted(sizes.cumsum())
    left = ends.copy()
    left[1:] -= ends[:-1]
    return values[kept], left
