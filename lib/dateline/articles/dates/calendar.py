"""Calendars: events, anniversaries and terms of office that help to date undated articles."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from importlib import resources
from operator import itemgetter
from pathlib import Path

from dateline.articles.dates.entries import Entries, Entry
from dateline.articles.dates.phrases import Phrase, PhraseIndex, compile_pattern
from dateline.errors import CalendarError
from dateline.toml import parse_toml, read_toml

__all__ = [
    "Anniversary",
    "Calendar",
    "Event",
    "Office",
    "compile_pattern",
    "list_replaced",
    "load_calendar",
]


@dataclass(frozen=True)
class Event:
    """
    Something that happened from `start` to `end`.

    `known_from` is the first day on which an article could announce it, None if not known.
    """

    id: str
    patterns: tuple[Phrase, ...]
    start: date
    end: date
    known_from: date | None
    needs: tuple[Phrase, ...]


@dataclass(frozen=True)
class Anniversary:
    """A day whose N-th return is celebrated; each pattern has a group `n` for the number."""

    id: str
    patterns: tuple[Phrase, ...]
    base: date


@dataclass(frozen=True)
class Office:
    """
    A term of office; `elected` is the day from which the holder-elect is called so.

    `name` is the family name. Terms of one `person` are alternatives: the title alone does not
    tell them apart. `born` is the holder's birthday, None if not given.
    """

    id: str
    name: str
    patterns: tuple[Phrase, ...]
    elect_patterns: tuple[Phrase, ...]
    start: date
    end: date | None
    elected: date | None
    person: str = ""
    born: date | None = None
    needs: tuple[Phrase, ...] = ()


@dataclass(frozen=True)
class Calendar:
    """All that calendar files hold; empty where there are none."""

    events: tuple[Event, ...] = ()
    anniversaries: tuple[Anniversary, ...] = ()
    offices: tuple[Office, ...] = ()

    def events_with(self, words: frozenset[str]) -> list[Event]:
        """The events of which a phrase may stand in a text of these words."""
        return [self.events[number] for number in self._event_index.candidates(words)]

    def anniversaries_with(self, words: frozenset[str]) -> list[Anniversary]:
        """The anniversaries of which a phrase may stand in a text of these words."""
        numbers = self._anniversary_index.candidates(words)
        return [self.anniversaries[number] for number in numbers]

    def offices_with(self, words: frozenset[str]) -> list[Office]:
        """The terms of which a phrase, or the holder's name, may stand in such a text."""
        return [self.offices[number] for number in self._office_index.candidates(words)]

    @cached_property
    def _event_index(self) -> PhraseIndex:
        return PhraseIndex((event.patterns, event.needs) for event in self.events)

    @cached_property
    def _anniversary_index(self) -> PhraseIndex:
        return PhraseIndex((anniversary.patterns, ()) for anniversary in self.anniversaries)

    @cached_property
    def _office_index(self) -> PhraseIndex:
        return PhraseIndex(
            ((compile_pattern(o.name), *o.patterns, *o.elect_patterns), o.needs)
            for o in self.offices
        )


def load_calendar(path: Path | None, *, world: bool = True) -> Calendar:
    """
    The calendars that the package ships, with a study's own calendar.toml; no path, no own one.

    An entry of the study replaces the shipped one of the same id. `world=False` leaves the
    shipped ones out. Raises CalendarError, with file and line, for a missing or mistyped key, an
    event that ends, or is announced, on the wrong side of its start, and an id that is used twice.
    """
    shipped = _shipped() if world else Calendar()
    if path is None:
        return shipped
    content, text = read_toml(path, error=CalendarError)
    own = _calendar(Entries(path.name, content, text))
    return _joined(_without(shipped, _ids(own)), own)


def list_replaced(path: Path | None) -> list[tuple[str, int]]:
    """
    The shipped entries that a study's own calendar.toml replaces: id and line of the own one.

    The line is 0 where it is not found. Raises CalendarError as `load_calendar`.
    """
    if path is None:
        return []
    content, text = read_toml(path, error=CalendarError)
    own = Entries(path.name, content, text)
    both = _ids(_calendar(own)) & _ids(_shipped())
    return sorted(((name, own.line(name)) for name in both), key=itemgetter(1))


@cache
def _shipped() -> Calendar:
    """All files of the package's folder `calendars`, in the order of their names."""
    folder = resources.files("dateline").joinpath("calendars")
    files = sorted(folder.iterdir(), key=lambda file: file.name) if folder.is_dir() else []
    calendar = Calendar()
    for file in files:
        if file.name.endswith(".toml"):
            text = file.read_text("utf-8")
            content = parse_toml(text, file.name, error=CalendarError)
            calendar = _joined(calendar, _calendar(Entries(file.name, content, text)))
    return calendar


def _calendar(entries: Entries) -> Calendar:
    return Calendar(
        events=entries.read("events", _event),
        anniversaries=entries.read("anniversaries", _anniversary),
        offices=entries.read("offices", _office),
    )


def _joined(one: Calendar, other: Calendar) -> Calendar:
    return Calendar(
        events=one.events + other.events,
        anniversaries=one.anniversaries + other.anniversaries,
        offices=one.offices + other.offices,
    )


def _ids(calendar: Calendar) -> set[str]:
    events = {event.id for event in calendar.events}
    offices = {office.id for office in calendar.offices}
    return events | offices | {anniversary.id for anniversary in calendar.anniversaries}


def _without(calendar: Calendar, ids: set[str]) -> Calendar:
    return Calendar(
        events=tuple(entry for entry in calendar.events if entry.id not in ids),
        anniversaries=tuple(entry for entry in calendar.anniversaries if entry.id not in ids),
        offices=tuple(entry for entry in calendar.offices if entry.id not in ids),
    )


def _event(entry: Entry) -> Event:
    start = entry.day("start")
    end = entry.day("end", start)
    if end < start:
        raise entry.fail("the event ends before it starts; mend `start` or `end`")
    known_from = entry.day_or_none("known_from")
    if known_from and known_from > start:
        raise entry.fail(
            "`known_from` is after `start`, but what has begun is known; give the first day on "
            "which an article could announce it, or leave it out"
        )
    return Event(
        id=entry.text("id"),
        patterns=entry.patterns("patterns"),
        start=start,
        end=end,
        known_from=known_from,
        needs=entry.patterns("needs", needed=False),
    )


def _anniversary(entry: Entry) -> Anniversary:
    patterns = entry.patterns("patterns")
    if not all("{n}" in phrase.text for phrase in patterns):
        raise entry.fail("each pattern of an anniversary needs {n}, where the number stands")
    return Anniversary(id=entry.text("id"), patterns=patterns, base=entry.day("date"))


def _office(entry: Entry) -> Office:
    start, end = entry.day("start"), entry.day_or_none("end")
    if end and end < start:
        raise entry.fail("the term ends before it starts; mend `start` or `end`")
    elected = entry.day_or_none("elected")
    if elected and elected > start:
        raise entry.fail("the holder is elected after the term starts; mend `start` or `elected`")
    return Office(
        id=entry.text("id"),
        name=entry.text("name"),
        patterns=entry.patterns("patterns"),
        elect_patterns=entry.patterns("elect", needed=False),
        start=start,
        end=end,
        elected=elected,
        person=entry.text("person", entry.text("id")),
        born=entry.day_or_none("born"),
        needs=entry.patterns("needs", needed=False),
    )
