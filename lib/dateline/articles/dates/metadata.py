"""Dates that a format states: which of them is that of publication, and what its value says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from dateline.articles.dates.evidence import CHECK, STATED, Evidence
from dateline.articles.dates.metadata_habits import NO_HABIT, Habit
from dateline.articles.dates.metadata_names import (
    CREATED,
    ENTERED,
    FOUND_BY_HTMLDATE,
    OBSERVED,
    PUBLISHED,
    UPDATED,
    meaning_of,
)
from dateline.articles.dates.metadata_values import (
    LONGEST,
    Value,
    is_empty,
    is_placeholder,
    read_value,
)
from dateline.articles.dates.stating import (
    choose_reading,
    no_later,
    state_day,
    within_month,
    within_year,
)
from dateline.articles.days import valid_date

_WHERE = "metadata"
_NO_HABITS: Mapping[str, Habit] = {}
_BETTER = "a date of publication is stated"
_PLACEHOLDER = "stands for a date that is not known"
# What a widely used template for Word documents has as its first and last change.
_OF_TEMPLATE = "2013-12-23T23:15:00Z"
_SHARED = "so many articles share it that it may be the day of collecting, or of a move"


def from_metadata(
    metadata: Iterable[tuple[str, str]],
    *,
    day_order: str = "",
    habits: Mapping[str, Habit] = _NO_HABITS,
) -> Iterator[Evidence]:
    """
    What the dates in metadata, as (name, value), say.

    A name of publication states the day; one of creation only where there is none of publication,
    and what htmldate found only where there is neither. Times of updating and of observation
    (GDELT's "seendate") are bounds from above, and that at which a row was made where nothing
    better is stated; a name that is not known is a check, and so is a placeholder such as
    1970-01-01. `habits` of the article's group (see `judge_habits`) make checks of days that many
    articles share, and bounds of those that stand for a month or a year; the order of day and
    month in a table's own column outranks that of its source. A time in UTC may be
    that of the day before or after where the publisher sits. Wrong for a site that names the day
    of updating as that of publication.
    """
    judged = [(name, value.strip(), meaning_of(name)) for name, value in metadata if value.strip()]
    habits = _with_doubt(judged, habits)
    stated = False
    for wanted in (PUBLISHED, CREATED, FOUND_BY_HTMLDATE):
        pieces = [
            piece
            for name, value, meaning in judged
            if meaning == wanted
            for piece in _published(name, value, day_order, habits.get(name, NO_HABIT))
        ]
        weaker = stated and wanted != PUBLISHED
        yield from (_only_check(p, _BETTER) for p in pieces if weaker)
        yield from (() if weaker else dict.fromkeys(pieces))
        stated = stated or any(piece.strength == STATED for piece in pieces)
    for name, value, meaning in judged:
        if meaning == ENTERED and stated:
            yield _check(name, value, _BETTER)
        elif meaning in (UPDATED, OBSERVED, ENTERED):
            order = habits.get(name, NO_HABIT).order or day_order
            yield _upper_bound(name, value, meaning, order)
        elif not meaning:
            yield _check(name, value, _unused_name(name))


def _unused_name(name: str) -> str:
    """Why the date under a name of no meaning is not used."""
    if name.lower().startswith("file:"):
        return "the day on which the file was made, often before its text was written"
    return f"what “{name.partition(':')[2] or name}” means is not known"


def _with_doubt(
    judged: Iterable[tuple[str, str, str]], habits: Mapping[str, Habit]
) -> Mapping[str, Habit]:
    """The habits, with the doubt on a day spread to all names that have the same one."""
    days = [
        (name, value, set(read.readings))
        for name, value, _ in judged
        if habits and (read := read_value(value, ""))
    ]
    doubted = {
        day
        for name, value, found in days
        if (habit := habits.get(name)) and (habit.few or value in habit.shared)
        for day in found
    }
    also = {name: habits.get(name, NO_HABIT) for name, _, found in days if found & doubted}
    return {**habits, **{name: habit._replace(few=True) for name, habit in also.items()}}


def _published(name: str, value: str, day_order: str, habit: Habit) -> Iterator[Evidence]:
    by_htmldate = meaning_of(name) == FOUND_BY_HTMLDATE
    day_order = habit.order or day_order
    read = read_value(value, day_order)
    if is_empty(value) or (read and any(is_placeholder(day) for day in read.readings)):
        yield _check(name, value, _PLACEHOLDER)
    elif read is None:
        yield _check(name, value, "not read as one date")
    elif by_htmldate and any((day.month, day.day) == (1, 1) for day in read.readings):
        yield _check(name, value, "htmldate gives 1 January where it saw only a year")
    elif read.month:
        yield within_month(name, value, read.year, read.month, where=_WHERE)
    elif read.year:
        yield within_year(name, value, read.year, where=_WHERE)
    elif piece := _by_habit(name, value, choose_reading(read.readings, day_order), habit):
        yield piece
    else:
        note = "found by htmldate in strict mode" if by_htmldate else ""
        both = _exchanged(value, read.readings) if habit.exchanged else read.readings
        order = "" if habit.exchanged else day_order
        for piece in state_day(name, value, both, where=_WHERE, day_order=order):
            said = (
                f"{day_order}, as in the rest of its column" if habit.order and piece.note else ""
            )
            yield _in_zone(piece, read)._replace(note=said or piece.note or note)


def _by_habit(name: str, value: str, days: Iterable[date], habit: Habit) -> Evidence | None:
    """The check or bound that a value is by the habit of its group; None if it states its day."""
    days = tuple(days)
    if not days:
        return None
    if habit.few or value in habit.shared:
        return _check(name, value, _SHARED)
    if len(days) > 1 or days[0].day > 1:
        return None
    if habit.year and days[0].month == 1:
        piece = within_year(name, value, days[0].year, where=_WHERE)
        return piece._replace(note="1 January stands for the year there")
    if habit.month:
        piece = within_month(name, value, days[0].year, days[0].month, where=_WHERE)
        return piece._replace(note="the first day stands for the month there")
    return None


def _exchanged(value: str, readings: tuple[date, ...]) -> tuple[date, ...]:
    """The day and the one with day and month exchanged, where a program may have done that."""
    if len(readings) != 1 or not value[:4].isdigit():
        return readings
    other = valid_date(readings[0].year, readings[0].day, readings[0].month)
    return tuple(dict.fromkeys((*readings, *((other,) if other else ()))))


def _in_zone(piece: Evidence, read: Value) -> Evidence:
    """The piece with the day before or after, where a time in UTC leaves that open."""
    if not (piece.earliest and piece.latest):
        return piece
    return piece._replace(earliest=piece.earliest - read.earlier, latest=piece.latest + read.later)


def _upper_bound(name: str, value: str, meaning: str, day_order: str) -> Evidence:
    if name.startswith("file:") and value == _OF_TEMPLATE:
        return _check(name, value, "the stamp of a template")
    read = read_value(value, day_order)
    days = choose_reading(read.readings, day_order) if read else ()
    if not days:
        return _check(name, value, f"{meaning}; not read as a day")
    return no_later(name, value, days, where=_WHERE)


def _check(name: str, value: str, note: str) -> Evidence:
    return Evidence(name, value[:LONGEST], _WHERE, strength=CHECK, note=note)


def _only_check(piece: Evidence, note: str) -> Evidence:
    return piece._replace(strength=CHECK, note=piece.note or note, either="")
