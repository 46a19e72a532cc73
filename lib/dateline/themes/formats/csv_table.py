"""Codebooks as tables: a row for each term, or a column for each theme."""

from __future__ import annotations

import csv
import io
import re
import tomllib
from collections.abc import Iterator, Mapping
from typing import Any

from dateline.themes.formats.draft import Category, Draft
from dateline.themes.formats.flat import Table, flat_tables
from dateline.themes.formats.remarks import Remark
from dateline.themes.formats.rule_text import rule_text

# Column names by what they hold; the first of each is what is written.
_COLUMNS = {
    "kind": ("kind",),
    "theme": ("theme", "category", "code", "key", "topic"),
    "label": ("label",),
    "use": ("use",),
    "term": ("term", "word", "pattern", "value", "keyword", "entry"),
}
_KINDS = {"": "themes", "theme": "themes", "actor": "actors"}
_USES = ("term", "rule", "unless")
_SEPARATOR = re.compile(r"sep=(.)\n", re.I)
# How a cell begins that a spreadsheet would run; such a cell is written behind an apostrophe.
_FORMULA = re.compile(r"[=+\-@\t\r＝＋－＠]")


def read_csv_table(file: str, text: str) -> Draft:
    """
    The categories of a table: columns `theme` and `term`, or a column for each category.

    With `theme` and `term` there may be `kind` (theme, actor), `label`, and `use` (term, rule,
    unless); dots in `theme` nest. Other columns are noted and not read. Delimiter , ; or tab.

    Raises CodebookError with the line where the table is damaged.
    """
    draft = Draft(file)
    named = _SEPARATOR.match(text)
    text = text[named.end() :] if named else text
    first = text.split("\n", 1)[0]
    delimiter = named[1] if named else max(",;\t", key=first.count)
    reader = csv.reader(io.StringIO(text), delimiter=delimiter, strict=True)
    try:
        header = [cell.strip() for cell in next(reader, [])]
        at = {role: _find(header, names) for role, names in _COLUMNS.items()}
        if at["theme"] >= 0 and at["term"] >= 0:
            _note_others(header, at, draft)
            for row in reader:
                _read_row(row, reader.line_num + bool(named), at, draft)
        else:
            _read_columns(reader, header, draft)
    except csv.Error as problem:
        raise draft.damage(reader.line_num, f"no CSV ({problem}); mend that line") from None
    return draft


def _find(header: list[str], names: tuple[str, ...]) -> int:
    """The number of the first column with one of these names; -1 if there is none."""
    folded = [cell.casefold() for cell in header]
    return next((folded.index(name) for name in names if name in folded), -1)


def _note_others(header: list[str], at: Mapping[str, int], draft: Draft) -> None:
    for number, name in enumerate(header):
        if name and number not in at.values():
            draft.leave_out(1, name, "the column is none of kind, theme, label, use and term")


def _read_row(row: list[str], line: int, at: Mapping[str, int], draft: Draft) -> None:
    cells = {
        role: row[number].strip() if 0 <= number < len(row) else "" for role, number in at.items()
    }
    if not any(cells.values()):
        return
    path = tuple(part.strip() for part in cells["theme"].split("."))
    use, kind = cells["use"].lower() or "term", _KINDS.get(cells["kind"].lower())
    if not all(path) or use not in _USES or kind is None:
        raise draft.damage(
            line, "needs a theme, a kind of theme or actor, and a use of term, rule or unless"
        )
    category = draft.category(path, line=line, kind=kind)
    category.label = category.label or cells["label"]
    if cells["term"]:
        _add(category, use, _without_apostrophe(cells["term"]), line, draft)


def _add(category: Category, use: str, term: str, line: int, draft: Draft) -> None:
    if use == "rule":
        try:
            category.add(tomllib.loads(f"rule = {term}")["rule"])
        except tomllib.TOMLDecodeError as problem:
            raise draft.damage(line, f"no rule as in a codebook ({problem}); mend it") from None
        return
    exact = "=" if term.startswith("=") else ""
    if accepted := draft.accepted(term.removeprefix("="), line=line):
        if use == "unless":
            category.unless.append(exact + accepted)
        else:
            category.add(exact + accepted)


def _read_columns(rows: Iterator[list[str]], header: list[str], draft: Draft) -> None:
    if len([name for name in header if name]) < len(header) or not header:
        raise draft.damage(1, "no header; write theme,term or the name of a theme in each column")
    for name in header:
        draft.category((name,), line=1)
    for line, row in enumerate(rows, start=2):
        if any(cell.strip() for cell in row[len(header) :]):
            raise draft.damage(line, f"{len(row)} cells below a header of {len(header)}; mend it")
        for name, cell in zip(header, row, strict=False):
            if cell.strip():
                _add(
                    draft.category((name,)), "term", _without_apostrophe(cell.strip()), line, draft
                )


def _without_apostrophe(cell: str) -> str:
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell[1:]) else cell


def write_csv_table(file: str, tables: Mapping[str, Any]) -> tuple[str, list[Remark]]:
    """
    The table of a codebook, a row for each term; nothing is lost.

    A cell that a spreadsheet would run as a formula, such as =US, has an apostrophe in front,
    which reading takes off.
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(_COLUMNS)
    for table in flat_tables(tables):
        kind = "actor" if table.kind == "actors" else "theme"
        for use, term in _rows(table):
            cells = (kind, table.name, table.label, use, term)
            writer.writerow(f"'{cell}" if _FORMULA.match(cell) else cell for cell in cells)
    return out.getvalue(), []


def _rows(table: Table) -> Iterator[tuple[str, str]]:
    rows = [
        ("term", entry) if isinstance(entry, str) else ("rule", rule_text(entry))
        for entry in table.terms
    ]
    rows += [("unless", term) for term in table.unless]
    # A parent without terms of its own has a row for its label.
    yield from rows or [("term", "")]
