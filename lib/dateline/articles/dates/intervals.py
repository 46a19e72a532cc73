"""Arithmetic on the intervals of evidence: meeting, narrowing, hulls. An open side is None."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from dateline.articles.dates.evidence import Evidence


def width(piece: Evidence) -> float:
    """Days from the first to the last, both counted; an open interval is endless."""
    if piece.earliest is None or piece.latest is None:
        return float("inf")
    return (piece.latest - piece.earliest).days + 1


def meet(one: Evidence, other: Evidence) -> bool:
    """Whether two intervals have a day in common."""
    low = max(d for d in (one.earliest, other.earliest, date.min) if d)
    high = min(d for d in (one.latest, other.latest, date.max) if d)
    return low <= high


def intersect(one: Evidence, other: Evidence) -> Evidence:
    """`one` with the days that both intervals have; they must meet."""
    earliest = max((d for d in (one.earliest, other.earliest) if d), default=None)
    latest = min((d for d in (one.latest, other.latest) if d), default=None)
    return one._replace(earliest=earliest, latest=latest)


def narrows(window: Evidence, piece: Evidence) -> bool:
    """Whether the piece takes days from the window."""
    meeting = intersect(window, piece)
    return (meeting.earliest, meeting.latest) != (window.earliest, window.latest)


def hull(window: Evidence, others: Iterable[Evidence]) -> Evidence:
    """`window` from the first to the last day that one of them allows; open if one is."""
    pieces = (window, *others)
    earliest = [piece.earliest for piece in pieces]
    latest = [piece.latest for piece in pieces]
    return window._replace(
        earliest=None if None in earliest else min(day for day in earliest if day),
        latest=None if None in latest else max(day for day in latest if day),
    )
