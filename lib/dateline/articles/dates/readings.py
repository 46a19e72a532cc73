"""Evidence that can be read in more than one way: what decides, and what is left open.

Two readings of "03/04/2022", two terms of one president, and a day without a year are settled by
the other evidence or not at all.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from dateline.articles.dates.evidence import (
    ANCHOR,
    BOUND,
    CHECK,
    RELATED,
    STATED,
    Evidence,
)
from dateline.articles.dates.intervals import hull, meet

DAY = timedelta(days=1)
# A news text tells of a weekday less than a week ago (AP style).
TOLD_WITHIN = timedelta(days=6)
# A day without a year that lies further from the stated date tells of something else.
FAR = timedelta(days=31)
# No text is dated over a longer time by a day without a year.
MOST_YEARS = 200

_NO_YEAR = "nothing else gives the year"
_YEARS = "years are possible"
_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_BOUNDS = (BOUND, RELATED)


def settle_readings(pieces: Iterable[Evidence]) -> list[Evidence]:
    """
    The same pieces, those readings of stated dates set aside that the others rule out.

    A reading holds if another stated date is the same but for a day; else those fall that a bound
    contradicts, as long as one is left. Two readings that are left make a conflict later.
    """
    pieces = list(pieces)
    sure = [p for p in pieces if p.strength == STATED and not p.either and not p.yearless]
    bounds = [p for p in pieces if p.strength in _BOUNDS and not p.either]
    settled: list[Evidence] = []
    for piece in pieces:
        if piece.strength == STATED and piece.either:
            rivals = [p for p in pieces if p.either == piece.either and p.strength == STATED]
            settled.append(_settled(piece, rivals, sure, bounds))
        else:
            settled.append(piece)
    return settled


def _settled(
    piece: Evidence, rivals: list[Evidence], sure: list[Evidence], bounds: list[Evidence]
) -> Evidence:
    if any(_same(rival, other) for rival in rivals for other in sure):
        holds, why = any(_same(piece, other) for other in sure), "another stated date"
    elif any(_allowed(rival, bounds) for rival in rivals):
        holds, why = _allowed(piece, bounds), "what the text tells"
    else:
        return piece
    if holds:
        return piece
    return piece._replace(strength=CHECK, note=f"read otherwise, because of {why}")


def _same(one: Evidence, other: Evidence) -> bool:
    wider = one._replace(
        earliest=one.earliest and one.earliest - DAY, latest=one.latest and one.latest + DAY
    )
    return meet(wider, other)


def _allowed(piece: Evidence, bounds: list[Evidence]) -> bool:
    return all(_same(piece, bound) for bound in bounds)


def join_terms(pieces: Iterable[Evidence]) -> list[Evidence]:
    """The same pieces, with the hull of its readings for each group that is not of stated dates."""
    pieces = list(pieces)
    joined = [piece for piece in pieces if not _is_term(piece)]
    for first, *others in _terms(pieces).values():
        note = f"{1 + len(others)} readings" if others else first.note
        joined.append(hull(first, others)._replace(note=note))
    return joined


def only_term(pieces: Iterable[Evidence], window: Evidence) -> list[Evidence]:
    """Of each group with several readings the one that meets the window, if only one does."""
    groups = [members for members in _terms(pieces).values() if len(members) > 1]
    fitting = [[piece for piece in members if meet(window, piece)] for members in groups]
    return [members[0] for members in fitting if len(members) == 1]


def _terms(pieces: Iterable[Evidence]) -> dict[str, list[Evidence]]:
    groups: dict[str, list[Evidence]] = {}
    for piece in pieces:
        if _is_term(piece):
            groups.setdefault(piece.either, []).append(piece)
    return groups


def _is_term(piece: Evidence) -> bool:
    return bool(piece.either) and piece.strength not in (STATED, CHECK)


def find_year(piece: Evidence, window: Evidence, because: str) -> Evidence:
    """
    A day without a year, placed in the one year that the window allows; a check if it is not one.

    A stated day becomes an anchor of that day (a dateline: or the next one), a day that is told
    in the past tense one of that day and the six that follow. It may lie before the window by as
    much: a dateline of 31 December is printed in the new year. `because` names what made the
    window. Weekdays must agree.
    """
    if window.earliest is None or window.latest is None:
        return _declined(piece, _NO_YEAR)
    first = max(window.earliest, date.min + TOLD_WITHIN) - _lag(piece)
    days = list(_days_in(piece.yearless, first, window.latest))
    if not days:
        return _declined(piece, f"no such day from {window.earliest} to {window.latest}")
    if len(days) > 1:
        return _declined(piece, f"{len(days)} {_YEARS}")
    return _placed(piece, days[0], f"year inferred from {because}")


def is_year_open(note: str) -> bool:
    """
    Whether a note of a check says that it is a day whose year the other evidence does not give.

    >>> is_year_open("2 years are possible"), is_year_open("not the stated date")
    (True, False)
    """
    return note == _NO_YEAR or note.endswith(_YEARS)


def confirm_yearless(piece: Evidence, stated: Evidence) -> Evidence:
    """A day without a year beside a stated date: its nearest return, or a check if that is far."""
    middle = stated.earliest or stated.latest
    if middle is None:
        return _declined(piece, "nothing else gives the year")
    days = list(_days_in(piece.yearless, middle - FAR, middle + FAR))
    if not days or piece.strength != STATED:
        return _declined(piece, "not the stated date")
    placed = _placed(piece, days[0], "year of the stated date")
    return placed._replace(strength=STATED)


def _placed(piece: Evidence, day: date, note: str) -> Evidence:
    last = day + _lag(piece)
    return piece._replace(
        earliest=day, latest=last, strength=ANCHOR, best=day, note=note, yearless=""
    )


def _lag(piece: Evidence) -> timedelta:
    """How long after the day that it names an article may be published."""
    return TOLD_WITHIN if piece.strength == ANCHOR else DAY * (piece.rule == "dateline")


def _declined(piece: Evidence, note: str) -> Evidence:
    return piece._replace(strength=CHECK, note=note, yearless="")


def _days_in(yearless: str, first: date, last: date) -> Iterable[date]:
    """The returns of a day from `first` to `last`, on its weekday if it has one."""
    weekday, _, month_day = yearless.rpartition(" ")
    month, number = (int(part) for part in month_day.split("-"))
    for year in range(first.year, min(last.year, first.year + MOST_YEARS) + 1):
        try:
            day = date(year, month, number)
        except ValueError:  # 29 February
            continue
        if first <= day <= last and weekday in ("", _WEEKDAYS[day.weekday()]):
            yield day
