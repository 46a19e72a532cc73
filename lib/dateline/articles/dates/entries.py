"""Reads the tables of one calendar file key by key; a mistake names the file and the line."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from typing import Any, TypeVar

from dateline.articles.dates.phrases import Phrase, compile_pattern
from dateline.errors import CalendarError
from dateline.toml import line_of, refuse_unknown_keys

KEYS = {
    "events": {"id", "what", "start", "end", "known_from", "patterns", "needs", "source"},
    "anniversaries": {"id", "what", "date", "patterns", "source"},
    "offices": {
        "id", "what", "name", "person", "patterns", "elect", "needs", "start", "end", "elected",
        "born", "source",
    },
}  # fmt: skip

Made = TypeVar("Made")


@dataclass(frozen=True)
class Entry:
    """One table of the file, read key by key. Each method raises CalendarError for a mistake."""

    table: Mapping[str, Any]
    place: Callable[[], str]  # looked for only where there is a mistake: files are long

    def fail(self, message: str) -> CalendarError:
        """The error to raise, with file and line before the message."""
        return CalendarError(f"{self.place()}: {message}")

    def text(self, key: str, default: str = "") -> str:
        """A text; it must be there unless there is a default."""
        value = self.table.get(key, default)
        if not isinstance(value, str) or not value.strip():
            raise self.fail(f"`{key}` is missing; give it as a text in quotes")
        return value

    def day(self, key: str, default: date | None = None) -> date:
        """A day; it must be there unless there is a default."""
        value = self.table.get(key, default)
        if not isinstance(value, date) or isinstance(value, datetime):
            raise self.fail(f"`{key}` must be a day such as 2022-11-15, without quotes")
        return value

    def day_or_none(self, key: str) -> date | None:
        """A day, None where the key is missing."""
        return self.day(key) if key in self.table else None

    def patterns(self, key: str, *, needed: bool = True) -> tuple[Phrase, ...]:
        """A list of phrases; at least one if they are needed."""
        values = self.table.get(key, [])
        if not isinstance(values, list) or not all(isinstance(value, str) for value in values):
            raise self.fail(f"`{key}` must be a list of texts in quotes")
        if needed and not values:
            raise self.fail(f"`{key}` is missing; give at least one phrase that names it")
        return tuple(compile_pattern(value) for value in values)


class Entries:
    """The tables of one file, with ids that must differ."""

    def __init__(self, name: str, content: Mapping[str, Any], text: str) -> None:
        refuse_unknown_keys(content, KEYS, where=name, error=CalendarError)
        self._name, self._content, self._text = name, content, text
        self._ids: set[str] = set()

    def read(self, kind: str, make: Callable[[Entry], Made]) -> tuple[Made, ...]:
        """What `make` makes of each table of one kind."""
        tables = self._content.get(kind, [])
        if not isinstance(tables, list):
            raise CalendarError(f"{self._name}: `{kind}` must be a list; write it as [[{kind}]]")
        return tuple(make(self._entry(kind, number, table)) for number, table in enumerate(tables))

    def line(self, name: str) -> int:
        """The line on which an entry has its id, 0 where it is not found."""
        return line_of(self._text, rf"^\s*id\s*=\s*[\"']{re.escape(name)}[\"']")

    def _entry(self, kind: str, number: int, table: Mapping[str, Any]) -> Entry:
        entry = Entry(table, partial(self._place, kind, number, table))
        if not KEYS[kind] >= table.keys():
            refuse_unknown_keys(table, KEYS[kind], where=entry.place(), error=CalendarError)
        name = entry.text("id")
        if name in self._ids:
            raise entry.fail(f"the id `{name}` is used twice; give the second another")
        self._ids.add(name)
        return entry

    def _place(self, kind: str, number: int, table: Mapping[str, Any]) -> str:
        """The file and the line of an entry, or its number where the line is not found."""
        line = self.line(str(table.get("id", "")))
        return f"{self._name}, line {line}" if line else f"{self._name}, {kind} {number + 1}"
