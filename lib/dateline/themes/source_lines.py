"""Finds the line of the codebook that a key or a term stands on, for messages."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence

from dateline.themes.terms import KINDS

_HEADER = re.compile(r"\s*\[\s*[^\[\s].*")
_KEY = re.compile(r"""\s*([\w-]+|"[^"]*"|'[^']*')\s*=""")
_STRING = r""""(?:\\.|[^"\\])*"|'[^']*'"""
# A comment is matched first, so that the terms named in it are not found.
_LITERAL = re.compile(rf"#.*|{_STRING}|[^\s,\[\]{{}}=#\"']+")

# The keys from `themes` or `actors` down to a table.
TablePath = tuple[str, ...]


class SourceLines:
    """
    The lines of a codebook's text. Line numbers count from 1; 0 means not found.

    Reads headers and keys as people write them (one header or key a line). For other ways to
    write TOML, such as a theme as an inline table, it finds the nearest line that it can.
    """

    def __init__(self, text: str, file: str = "codebook.toml") -> None:
        self.file = file
        self._lines = text.split("\n")
        self._tables = [
            (number, path)
            for number, line in enumerate(self._lines, start=1)
            if (path := _header_path(line))
        ]

    def place(self, line: int) -> str:
        """
        The start of a message.

        >>> SourceLines("").place(14), SourceLines("").place(0)
        ('codebook.toml, line 14', 'codebook.toml')
        """
        return f"{self.file}, line {line}" if line else self.file

    def table(self, path: TablePath) -> int:
        """The line of the header of this table, else of the first inside it, else of its key."""
        if not path:
            return 0
        exact = [number for number, header in self._tables if header == path]
        inside = [number for number, header in self._tables if header[: len(path)] == path]
        if exact or inside:
            return (exact or inside)[0]
        return self.key(path[:-1], path[-1])

    def key(self, path: TablePath, key: str) -> int:
        """The line on which `key` is set in this table; the line of the table if not found."""
        lines = self._key_lines(path, key)
        return lines[0] if lines else self.table(path)

    def values(self, path: TablePath, key: str) -> ValueLines:
        """The lines of the values of `key`, up to the next key or table."""
        first = self.key(path, key)
        last = first
        while last < len(self._lines) and not _starts_something(self._lines[last]):
            last += 1
        numbered = enumerate(self._lines[max(first - 1, 0) : last], start=max(first, 1))
        literals = [(number, text) for number, line in numbered for text in _literals(line)]
        return ValueLines(first, literals)

    def ends(self, line: int, column: int) -> bool:
        """Whether this column is the one after the last character of the line."""
        return 1 <= line <= len(self._lines) and column == len(self._lines[line - 1]) + 1

    def doubled_table(self) -> tuple[int, TablePath] | None:
        """The second header of a table that has two, with its line."""
        seen: set[TablePath] = set()
        for number, path in self._tables:
            if path in seen:
                return number, path
            seen.add(path)
        return None

    def doubled_key(self) -> tuple[int, TablePath, str] | None:
        """The second line that sets a key of a table that has it already: line, table, key."""
        for _, path in self._tables:
            for key in ("label", "terms", "unless"):
                if len(lines := self._key_lines(path, key)) > 1:
                    return lines[1], path, key
        return None

    def _key_lines(self, path: TablePath, key: str) -> list[int]:
        start = self.table(path)
        end = next((number for number, _ in self._tables if number > start), len(self._lines) + 1)
        return [
            number
            for number in range(start + 1, end)
            if (found := _KEY.match(self._lines[number - 1])) and found[1].strip("\"'") == key
        ]


class ValueLines:
    """The lines of the values of one key, asked for in the order in which they were written."""

    def __init__(self, first: int, literals: Sequence[tuple[int, str]]) -> None:
        self._first = first
        self._literals = literals
        self._next = 0

    def line(self, value: object) -> int:
        """The line of the next literal that is this value; the line of the key if there is none."""
        for at in range(self._next, len(self._literals)):
            line, literal = self._literals[at]
            if _means(literal, value):
                self._next = at + 1
                return line
        return self._first


def _header_path(line: str) -> TablePath:
    """("themes", "trade") for `[themes.trade]`; empty for a line that is no such header."""
    if not _HEADER.match(line):
        return ()
    try:
        table = tomllib.loads(line)
    except tomllib.TOMLDecodeError:
        return ()
    path = []
    while table:
        path.append(next(iter(table)))
        table = table[path[-1]]
    return tuple(path) if path[:1] and path[0] in KINDS else ()


def _starts_something(line: str) -> bool:
    return bool(_KEY.match(line) or _header_path(line))


def _literals(line: str) -> list[str]:
    return [text for text in _LITERAL.findall(line) if not text.startswith("#")]


def _means(literal: str, value: object) -> bool:
    """Whether this spelling is that value, or that key of a rule."""
    try:
        return literal == value or bool(tomllib.loads(f"value = {literal}")["value"] == value)
    except tomllib.TOMLDecodeError:
        return False
