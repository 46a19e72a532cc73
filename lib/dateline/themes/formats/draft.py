"""A codebook in the making: what a reader of another program's file has found so far."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from dateline.errors import CodebookError
from dateline.themes.formats.remarks import RefusedEntryError, Remark
from dateline.themes.formats.rule_text import rule_text
from dateline.themes.formats.words import plain_term

# A term as text, or a rule as the table that stands in braces in a codebook.
Entry = str | dict[str, Any]
# The names from the outermost category to one, as the file has them.
CategoryPath = tuple[str, ...]

_NOT_IN_NAMES = re.compile(r"\s*[^\w -]+\s*")
_KEYS = ("label", "terms", "unless")
# Deeper nesting than this is damage; TOML readers give up on it too.
_DEEPEST = 30


@dataclass
class Category:
    """One theme or actor; `kind` is its table in a codebook, "themes" or "actors"."""

    path: CategoryPath
    line: int = 0
    kind: str = "themes"
    label: str = ""
    terms: list[Entry] = field(default_factory=list)
    unless: list[str] = field(default_factory=list)
    _seen: set[str] = field(default_factory=set, repr=False)

    def add(self, entry: Entry) -> None:
        """Add a term or a rule; one that is there already counts the same."""
        written = entry if isinstance(entry, str) else rule_text(entry)
        if written not in self._seen:
            self._seen.add(written)
            self.terms.append(entry)


class Draft:
    """The categories of one file in its order, and the remarks on what could not be taken."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.remarks: list[Remark] = []
        self._categories: dict[tuple[str, CategoryPath], Category] = {}

    def __iter__(self) -> Iterator[Category]:
        return iter(self._categories.values())

    def __contains__(self, path: CategoryPath) -> bool:
        return ("themes", path) in self._categories

    def category(self, path: CategoryPath, *, line: int = 0, kind: str = "themes") -> Category:
        """
        The category of this path; made, with those above it, if it is not there.

        Raises CodebookError for one nested deeper than any codebook is.
        """
        if len(path) > _DEEPEST:
            raise self.damage(line, f"a category is nested {len(path)} deep; mend the indentation")
        for depth in range(1, len(path) + 1):
            above = path[:depth]
            self._categories.setdefault((kind, above), Category(above, line, kind))
        return self._categories[kind, path]

    def add_term(
        self, category: Category, text: str, *, line: int = 0, wildcards: str = "*?"
    ) -> None:
        """Add a term as the other program reads it, or a remark why it cannot be one here."""
        if term := self.accepted(text, line=line, wildcards=wildcards):
            category.add(term)

    def accepted(self, text: str, *, line: int = 0, wildcards: str = "*?") -> str:
        """The term for a text of the other program; blank, with a remark, if there is none."""
        try:
            return plain_term(text, wildcards=wildcards)
        except RefusedEntryError as problem:
            self.leave_out(line, text, str(problem))
            return ""

    def leave_out(self, line: int, entry: str, reason: str) -> None:
        """Note an entry that is not in the codebook."""
        self.remarks.append(Remark(self.file, line, entry, reason))

    def note(self, line: int, entry: str, reason: str) -> None:
        """Note an entry that is in the codebook, but does not mean quite the same."""
        self.remarks.append(Remark(self.file, line, entry, reason, lost=False))

    def damage(self, line: int, reason: str) -> CodebookError:
        """The error for a file that cannot be read on."""
        place = f"{self.file}, line {line}" if line else self.file
        return CodebookError(f"{place}: {reason}")

    def tables(self) -> dict[str, Any]:
        """
        The tables of the codebook, as its TOML file would have them.

        A name that a codebook does not allow is changed, and the original kept as the label. A
        category without terms, in itself and below, is left out with a remark.

        Raises CodebookError if nothing is left.
        """
        filled = self._filled()
        for category in self:
            if (category.kind, category.path) not in filled:
                reason = "the category has no entry that could be kept"
                self.leave_out(category.line, " > ".join(category.path), reason)
        tables: dict[str, Any] = {}
        places: dict[tuple[str, CategoryPath], dict[str, Any]] = {}
        for category in self:
            if (category.kind, category.path) in filled:
                above = places.get((category.kind, category.path[:-1]))
                parent = tables.setdefault(category.kind, {}) if above is None else above
                places[category.kind, category.path] = _add_table(parent, category)
        if not tables:
            raise self._nothing()
        return tables

    def _nothing(self) -> CodebookError:
        """The mistake of a file without entries: why the first of them could not be kept."""
        first = min((remark for remark in self.remarks if remark.lost), key=_line, default=None)
        if first is None:
            return self.damage(0, "has no entry; check that its ending is that of its program")
        return CodebookError(f"{first}; no other entry could be kept either")

    def _filled(self) -> set[tuple[str, CategoryPath]]:
        """The categories with terms, and those above them."""
        return {
            (category.kind, category.path[:depth])
            for category in self
            if category.terms
            for depth in range(1, len(category.path) + 1)
        }


def _add_table(parent: dict[str, Any], category: Category) -> dict[str, Any]:
    original = category.path[-1].strip()
    name = _free_name(original, parent)
    changed = "" if name == original else original
    label = ": ".join(filter(None, [changed, category.label.strip()]))
    table: dict[str, Any] = {"label": label} if label else {}
    if category.terms:
        table["terms"] = category.terms
    if category.unless:
        table["unless"] = category.unless
    parent[name] = table
    return table


def _free_name(original: str, taken: dict[str, Any]) -> str:
    """A name that a codebook allows and that no sister has."""
    plain = _NOT_IN_NAMES.sub("-", original).strip(" -") or "category"
    plain = f"{plain}_" if plain in _KEYS else plain
    if not any(char.isalnum() or char == "_" for char in plain):
        plain = "category"
    name, number = plain, 2
    while name in taken:
        name, number = f"{plain}-{number}", number + 1
    return name


def _line(remark: Remark) -> int:
    return remark.line
