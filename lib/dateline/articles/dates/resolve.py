"""From evidence to one interval with a class; a conflict lowers the class and both answers stay."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from dateline.articles.dates.evidence import (
    ANCHOR,
    BOUND,
    CHECK,
    CLASS_DAYS,
    DATED,
    DECIDED,
    LIKELY,
    RELATED,
    STATED,
    DateResult,
    Evidence,
)

# Stated dates this far apart agree: print and web, time zones.
AGREE = timedelta(days=1)


def resolve_dates(evidence: Iterable[Evidence]) -> DateResult:
    """
    The interval that all evidence allows, its class and its best day.

    A person's decision outranks all; then stated dates; else bounds are intersected, then
    anchors, what is related, and likely windows, of each the narrowest first. Where two pieces
    cannot both be true, the interval holds both answers, and the conflict costs one class; a
    piece that was only likely is set aside instead.
    """
    pieces = list(evidence)
    decided = [piece for piece in pieces if piece.strength == DECIDED]
    stated = [piece for piece in pieces if piece.strength == STATED]
    if decided:
        return _decided(decided[0], [piece for piece in pieces if piece is not decided[0]])
    if stated:
        return _stated(stated, [piece for piece in pieces if piece not in stated])
    return _narrowed(pieces)


def _decided(decision: Evidence, others: list[Evidence]) -> DateResult:
    """The decision keeps its class; a stated date, or a second decision, that differs is shown."""
    sure = [piece for piece in others if piece.strength in (DECIDED, STATED)]
    conflict = any(not _meet(decision, piece) for piece in sure)
    unused = [p if p.note else p._replace(note="outranked by dates.csv") for p in others]
    result = _result(decision, used=[decision], unused=unused, conflict=False, stated=True)
    return result._replace(conflict=conflict)


def _stated(stated: list[Evidence], others: list[Evidence]) -> DateResult:
    """The hull of stated dates, and of what the text says must have come before or after."""
    first = min(piece.earliest for piece in stated if piece.earliest)
    last = max(piece.latest for piece in stated if piece.latest)
    later = [p for p in others if _is_after(p, last)]
    sooner = [p for p in others if _is_before(p, first)]
    hull = stated[0]._replace(
        earliest=min([first, *(p.latest for p in sooner if p.latest)]),
        latest=max([last, *(p.earliest for p in later if p.earliest)]),
    )
    rivals = [*later, *sooner]
    rest = [p if p.note else p._replace(note="not needed") for p in others if p not in rivals]
    conflict = last - first > AGREE or bool(rivals)
    return _result(hull, used=[*stated, *rivals], unused=rest, conflict=conflict, stated=True)


def _narrowed(pieces: list[Evidence]) -> DateResult:
    window = Evidence("", "", "")
    used: list[Evidence] = []
    rivals: list[Evidence] = []
    unused = [piece for piece in pieces if piece.strength == CHECK]
    for strength in (BOUND, ANCHOR, RELATED, LIKELY):
        for piece in sorted((p for p in pieces if p.strength == strength), key=_order):
            if not _meet(window, piece):
                into = unused if strength == LIKELY else rivals
                into.append(piece._replace(note="contradicts the narrower evidence"))
            elif _narrows(window, piece):
                window = _intersect(window, piece)
                used.append(piece)
            else:
                unused.append(piece._replace(note="adds nothing"))
    needed = _still_needed(used)
    unused += [piece._replace(note="adds nothing") for piece in used if piece not in needed]
    hull = _hull(window, rivals)
    used = [*needed, *rivals]
    return _result(hull, used=used, unused=unused, conflict=bool(rivals), stated=False)


def _hull(window: Evidence, rivals: list[Evidence]) -> Evidence:
    """From the first to the last day that the window or a rival allows; open if one of them is."""
    earliest = [piece.earliest for piece in (window, *rivals)]
    latest = [piece.latest for piece in (window, *rivals)]
    return window._replace(
        earliest=None if None in earliest else min(day for day in earliest if day),
        latest=None if None in latest else max(day for day in latest if day),
    )


def _result(
    window: Evidence, *, used: list[Evidence], unused: list[Evidence], conflict: bool, stated: bool
) -> DateResult:
    date_class = _class(window, stated=stated)
    if conflict:
        date_class = {"A": "C", "B": "C", "C": "D"}.get(date_class, date_class)
    best = _best(window, used) if date_class in DATED else None
    return DateResult(
        window.earliest, window.latest, best, date_class, conflict, tuple(used), tuple(unused)
    )


def _class(window: Evidence, *, stated: bool) -> str:
    width = _width(window)
    if stated and width <= AGREE.days + 1:
        return "A"
    return next((name for name, days in CLASS_DAYS.items() if width <= days), "U")


def _best(window: Evidence, used: list[Evidence]) -> date | None:
    """The day of the first rule that has one inside the interval, else the interval's middle."""
    if not (window.earliest and window.latest):
        return None
    for piece in used:
        if piece.best and window.earliest <= piece.best <= window.latest:
            return piece.best
    return window.earliest + (window.latest - window.earliest) // 2


def _still_needed(used: list[Evidence]) -> list[Evidence]:
    """Without the wide pieces that a narrower one has made superfluous on both sides."""
    earliest = max((piece.earliest for piece in used if piece.earliest), default=None)
    latest = min((piece.latest for piece in used if piece.latest), default=None)
    return [
        piece
        for piece in used
        if (earliest and piece.earliest == earliest) or (latest and piece.latest == latest)
    ]


def _width(piece: Evidence) -> float:
    """Days from the first to the last, both counted; an open interval is endless."""
    if piece.earliest is None or piece.latest is None:
        return float("inf")
    return (piece.latest - piece.earliest).days + 1


def _order(piece: Evidence) -> tuple[float, date, date]:
    """The narrowest first; those of one width by their days, so that no order of rules tells."""
    return _width(piece), piece.earliest or date.min, piece.latest or date.max


def _meet(one: Evidence, other: Evidence) -> bool:
    low = max(d for d in (one.earliest, other.earliest, date.min) if d)
    high = min(d for d in (one.latest, other.latest, date.max) if d)
    return low <= high


def _is_after(piece: Evidence, last: date) -> bool:
    """Whether a bound from below lies after the stated days, more than a time zone's worth."""
    one_sided = piece.strength == BOUND and piece.earliest and not piece.latest
    return bool(one_sided and piece.earliest and piece.earliest > last + AGREE)


def _is_before(piece: Evidence, first: date) -> bool:
    one_sided = piece.strength == BOUND and piece.latest and not piece.earliest
    return bool(one_sided and piece.latest and piece.latest < first - AGREE)


def _intersect(one: Evidence, other: Evidence) -> Evidence:
    earliest = max((d for d in (one.earliest, other.earliest) if d), default=None)
    latest = min((d for d in (one.latest, other.latest) if d), default=None)
    return one._replace(earliest=earliest, latest=latest)


def _narrows(window: Evidence, piece: Evidence) -> bool:
    meeting = _intersect(window, piece)
    return (meeting.earliest, meeting.latest) != (window.earliest, window.latest)
