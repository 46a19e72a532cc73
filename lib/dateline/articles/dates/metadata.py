"""Dates that a format states: which of them is that of publication, and what its value says."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta
from typing import NamedTuple

from dateline.articles.dates.evidence import CHECK, STATED, Evidence
from dateline.articles.dates.metadata_names import (
    CREATED,
    FOUND_BY_HTMLDATE,
    OBSERVED,
    PUBLISHED,
    UPDATED,
    meaning_of,
)
from dateline.articles.dates.stating import (
    choose_reading,
    is_year_first,
    no_later,
    state_day,
    within_month,
    within_year,
)
from dateline.articles.days import MONTH_YEAR, find_days, first_of_month, valid_date

_WHERE = "metadata"
# Longer values are texts, not dates.
_LONGEST = 60
_COMPACT = re.compile(r"^\s*(\d{4})(\d\d)(\d\d)(?:T?(\d\d)(\d\d)(\d\d)?(?:\.\d+)?(Z?))?\s*$")
_ISO = re.compile(r"^\s*(\d{4})-(\d\d?)-(\d\d?)(?!\d)")
_CLOCK = re.compile(r"(?<!\d)(?P<hour>[012]?\d):(?P<minute>\d\d)(?::(?P<second>\d\d))?")
_UTC = re.compile(r"(?:Z|UTC|GMT|[+-]00:?00)\b|[+-]00:?00\s*(?:\(\w+\))?\s*$", re.I)
_MONTH = re.compile(r"^\s*((?:19|20)\d\d)[-/.](0?[1-9]|1[0-2])\s*$")
_MONTH_WORDS = re.compile(rf"^\s*{MONTH_YEAR}\s*$", re.I)
_YEAR = re.compile(r"^\s*((?:19|20)\d\d)(?:\.0)?\s*$")
_EPOCH = re.compile(r"^\s*(\d{9,10}|\d{13})(?:\.\d+)?\s*$")
# Hours of UTC at which it is the day before in Los Angeles, or the day after in Tokyo.
_STILL_YESTERDAY, _ALREADY_TOMORROW = 8, 15


class _Value(NamedTuple):
    """A value read: a day with its readings and zone, or a month, or only a year."""

    readings: tuple[date, ...] = ()
    earlier: timedelta = timedelta(0)
    later: timedelta = timedelta(0)
    year: int = 0
    month: int = 0


def from_metadata(
    metadata: Iterable[tuple[str, str]], *, day_order: str = ""
) -> Iterator[Evidence]:
    """
    What the dates in metadata, as (name, value), say.

    A name of publication states the day; one of creation only where there is none of publication,
    and what htmldate found only where there is neither. Times of updating and of observation
    (GDELT's "seendate") are bounds from above; a name that is not known is a check. A time in
    UTC may be that of the day before or after where the publisher sits. Wrong for a site that
    names the day of updating as that of publication.
    """
    judged = [(name, value.strip(), meaning_of(name)) for name, value in metadata if value.strip()]
    stated = False
    for wanted in (PUBLISHED, CREATED, FOUND_BY_HTMLDATE):
        pieces = [
            piece
            for name, value, meaning in judged
            if meaning == wanted
            for piece in _published(name, value, day_order)
        ]
        weaker = stated and wanted != PUBLISHED
        yield from (_only_check(p, "a date of publication is stated") for p in pieces if weaker)
        yield from (() if weaker else dict.fromkeys(pieces))
        stated = stated or any(piece.strength == STATED for piece in pieces)
    for name, value, meaning in judged:
        if meaning in (UPDATED, OBSERVED):
            yield _upper_bound(name, value, meaning, day_order)
        elif not meaning:
            yield _check(name, value, "a name that is not known")


def _published(name: str, value: str, day_order: str) -> Iterator[Evidence]:
    by_htmldate = meaning_of(name) == FOUND_BY_HTMLDATE
    read = _read(value, day_order)
    if read is None:
        yield _check(name, value, "not read as one date")
    elif by_htmldate and any((day.month, day.day) == (1, 1) for day in read.readings):
        yield _check(name, value, "htmldate gives 1 January where it saw only a year")
    elif read.month:
        yield within_month(name, value, read.year, read.month, where=_WHERE)
    elif read.year:
        yield within_year(name, value, read.year, where=_WHERE)
    else:
        note = "found by htmldate in strict mode" if by_htmldate else ""
        for piece in state_day(name, value, read.readings, where=_WHERE, day_order=day_order):
            yield _in_zone(piece, read)._replace(note=piece.note or note)


def _in_zone(piece: Evidence, read: _Value) -> Evidence:
    """The piece with the day before or after, where a time in UTC leaves that open."""
    if not (piece.earliest and piece.latest):
        return piece
    return piece._replace(earliest=piece.earliest - read.earlier, latest=piece.latest + read.later)


def _upper_bound(name: str, value: str, meaning: str, day_order: str) -> Evidence:
    read = _read(value, day_order)
    days = choose_reading(read.readings, day_order) if read else ()
    if not days:
        return _check(name, value, f"{meaning}; not read as a day")
    return no_later(name, value, days, where=_WHERE)


def _check(name: str, value: str, note: str) -> Evidence:
    return Evidence(name, value[:_LONGEST], _WHERE, strength=CHECK, note=note)


def _only_check(piece: Evidence, note: str) -> Evidence:
    return piece._replace(strength=CHECK, note=piece.note or note, either="")


def _read(value: str, day_order: str) -> _Value | None:
    """The date in a value; None where it has none, several, or one that cannot be told."""
    if len(value) > _LONGEST:
        return None
    if found := _EPOCH.match(value):
        return _epoch(found[1])
    if found := _COMPACT.match(value):
        day = valid_date(*(int(number) for number in found.group(1, 2, 3)))
        # GDELT and others write compact times in UTC, with or without their Z.
        clock = ":".join(number or "00" for number in found.group(4, 5, 6)) + "Z"
        return _at((day,), clock) if day else None
    if found := _MONTH.match(value):
        return _Value(year=int(found[1]), month=int(found[2]))
    if found := _MONTH_WORDS.match(value):
        first = first_of_month(found["month"], found["year"])
        return _Value(year=first.year, month=first.month)
    if found := _YEAR.match(value):
        return _Value(year=int(found[1]))
    return _read_day(value, day_order)


def _read_day(value: str, day_order: str) -> _Value | None:
    if found := _ISO.match(value):  # "2022-03-21T10:15", where other rules see no end of the day
        day = valid_date(*(int(number) for number in found.groups()))
        return _at((day,), value[found.end() :]) if day else None
    if is_year_first(value, day_order):
        return None
    days = list(find_days(value, short_years=True))
    if len(days) != 1 or not days[0].readings:
        return None
    return _at(days[0].readings, value[days[0].end :])


def _at(readings: tuple[date, ...], clock: str) -> _Value:
    """
    A day with the hour behind it. Midnight sharp is the mark of a day without an hour; a zone
    other than UTC is the publisher's own.
    """
    found = _CLOCK.search(clock)
    if not found or not _UTC.search(clock):
        return _Value(readings)
    hour = int(found["hour"])
    sharp = hour == 0 and found["minute"] == "00" and found["second"] in (None, "00")
    earlier = timedelta(days=int(hour < _STILL_YESTERDAY and not sharp))
    return _Value(readings, earlier, timedelta(days=int(hour >= _ALREADY_TOMORROW)))


def _epoch(figures: str) -> _Value | None:
    seconds = int(figures) / (1000 if len(figures) == 13 else 1)
    moment = datetime.fromtimestamp(seconds, UTC)
    if moment.year < 1990:
        return None
    return _at((moment.date(),), moment.strftime("%H:%M:%SZ"))
