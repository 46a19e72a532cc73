"""calendar.toml: events, anniversaries and terms of office that help to date undated articles."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from dateline.errors import CalendarError
from dateline.toml import line_of, read_toml, refuse_unknown_keys


@dataclass(frozen=True)
class Event:
    """
    Something that happened from `start` to `end`.

    `known_from` is the first day on which an article could announce it, None if not known.
    """

    id: str
    patterns: tuple[re.Pattern[str], ...]
    start: date
    end: date
    known_from: date | None
    needs: tuple[re.Pattern[str], ...]


@dataclass(frozen=True)
class Anniversary:
    """A day whose N-th return is celebrated; each pattern has a group `n` for the number."""

    id: str
    patterns: tuple[re.Pattern[str], ...]
    base: date


@dataclass(frozen=True)
class Office:
    """A term of office; `elected` is the day from which the holder-elect is called so."""

    id: str
    name: str
    patterns: tuple[re.Pattern[str], ...]
    elect_patterns: tuple[re.Pattern[str], ...]
    start: date
    end: date | None
    elected: date | None


@dataclass(frozen=True)
class Calendar:
    """All that a calendar.toml holds; empty where a study has none."""

    events: tuple[Event, ...] = ()
    anniversaries: tuple[Anniversary, ...] = ()
    offices: tuple[Office, ...] = ()


@dataclass(frozen=True)
class _Entry:
    """One table of the file, read key by key; a mistake names the line."""

    table: Mapping[str, Any]
    where: str

    def fail(self, message: str) -> CalendarError:
        return CalendarError(f"{self.where}: {message}")

    def text(self, key: str) -> str:
        value = self.table.get(key)
        if not isinstance(value, str) or not value.strip():
            raise self.fail(f"`{key}` is missing; give it as a text in quotes")
        return value

    def day(self, key: str, default: date | None = None) -> date:
        value = self.table.get(key, default)
        if not isinstance(value, date) or isinstance(value, datetime):
            raise self.fail(f"`{key}` must be a day such as 2022-11-15, without quotes")
        return value

    def patterns(self, key: str, *, needed: bool = True) -> tuple[re.Pattern[str], ...]:
        values = self.table.get(key, [])
        if not isinstance(values, list) or not all(isinstance(value, str) for value in values):
            raise self.fail(f"`{key}` must be a list of texts in quotes")
        if needed and not values:
            raise self.fail(f"`{key}` is missing; give at least one phrase that names it")
        return tuple(compile_pattern(value) for value in values)


_KEYS = {
    "events": ("id", "what", "start", "end", "known_from", "patterns", "needs", "source"),
    "anniversaries": ("id", "what", "date", "patterns", "source"),
    "offices": ("id", "what", "name", "patterns", "start", "end", "elected", "elect", "source"),
}


def load_calendar(path: Path | None) -> Calendar:
    """
    Read a calendar.toml; no path gives an empty calendar.

    Raises CalendarError, with the line, for a missing or mistyped key, an event that ends before
    it starts, and an id that is used twice.
    """
    if path is None:
        return Calendar()
    content, text = read_toml(path, error=CalendarError)
    refuse_unknown_keys(content, _KEYS, where=path.name, error=CalendarError)
    entries = _Entries(path.name, content, text)
    return Calendar(
        events=entries.read("events", _event),
        anniversaries=entries.read("anniversaries", _anniversary),
        offices=entries.read("offices", _office),
    )


# In brackets, so that the words between can be looked at.
_BETWEEN = r"\b((?:\W+\w+){0,10}?\W+)\b"


def compile_pattern(phrase: str) -> re.Pattern[str]:
    """
    A phrase as people write it, to be searched for in one sentence.

    Case does not matter, `*` is any ending of a word, `...` up to ten words between, `{n}` a
    number in figures (at most once). Straight and curly apostrophes are equal.

    >>> bool(compile_pattern("summit ... Peru").search("the APEC summit in Lima, Peru"))
    True
    """
    parts = [
        r"\s+".join(_word(word) for word in part.split()) for part in phrase.strip().split("...")
    ]
    return re.compile(r"(?<!\w)" + _BETWEEN.join(parts) + r"(?!\w)", re.I | re.S)


def _word(word: str) -> str:
    escaped = re.escape(word).replace(r"\*", r"\w*").replace(r"\{n\}", r"(?P<n>\d{1,3})")
    return re.sub("['’]", "['’]", escaped)


class _Entries:
    """The tables of one file, with ids that must differ."""

    def __init__(self, name: str, content: Mapping[str, Any], text: str) -> None:
        self._name, self._content, self._text = name, content, text
        self._ids: set[str] = set()

    def read(self, kind: str, make: Callable[[_Entry], Any]) -> tuple[Any, ...]:
        tables = self._content.get(kind, [])
        if not isinstance(tables, list):
            raise CalendarError(f"{self._name}: `{kind}` must be a list; write it as [[{kind}]]")
        return tuple(make(self._entry(kind, number, table)) for number, table in enumerate(tables))

    def _entry(self, kind: str, number: int, table: Mapping[str, Any]) -> _Entry:
        name = table.get("id", "")
        line = line_of(self._text, rf"^\s*id\s*=\s*[\"']{re.escape(str(name))}[\"']")
        where = f"{self._name}, line {line}" if line else f"{self._name}, {kind} {number + 1}"
        refuse_unknown_keys(table, _KEYS[kind], where=where, error=CalendarError)
        entry = _Entry(table, where)
        if entry.text("id") in self._ids:
            raise entry.fail(f"the id `{name}` is used twice; give the second another")
        self._ids.add(name)
        return entry


def _event(entry: _Entry) -> Event:
    start = entry.day("start")
    end = entry.day("end", start)
    if end < start:
        raise entry.fail("the event ends before it starts; mend `start` or `end`")
    return Event(
        id=entry.text("id"),
        patterns=entry.patterns("patterns"),
        start=start,
        end=end,
        known_from=entry.day("known_from") if "known_from" in entry.table else None,
        needs=entry.patterns("needs", needed=False),
    )


def _anniversary(entry: _Entry) -> Anniversary:
    patterns = entry.patterns("patterns")
    if not all("n" in pattern.groupindex for pattern in patterns):
        raise entry.fail("each pattern of an anniversary needs {n}, where the number stands")
    return Anniversary(id=entry.text("id"), patterns=patterns, base=entry.day("date"))


def _office(entry: _Entry) -> Office:
    start = entry.day("start")
    return Office(
        id=entry.text("id"),
        name=entry.text("name"),
        patterns=entry.patterns("patterns"),
        elect_patterns=entry.patterns("elect", needed=False),
        start=start,
        end=entry.day("end") if "end" in entry.table else None,
        elected=entry.day("elected") if "elected" in entry.table else None,
    )
