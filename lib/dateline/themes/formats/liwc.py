"""Dictionaries of LIWC: .dic with a percent header, and the .dicx table of LIWC-22."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping
from typing import Any

from dateline.themes.formats.draft import CategoryPath, Draft
from dateline.themes.formats.flat import Table, flat_tables, unsupported
from dateline.themes.formats.remarks import Remark

# "12<tab>posemo (Positive Emotions)"; blanks in front nest it in the category above.
_CATEGORY = re.compile(r"(\s*)(\d+)\s+(.+)")
_LABELLED = re.compile(r"(\S.*?)\s+\((.+)\)")
_CONDITION = "LIWC counts it on a condition that names no words here; write it as a rule by hand"
_MEMBER = re.compile(r"[xX✓]|1(?:\.0*)?")
_NOT_MEMBER = re.compile(r"|0(?:\.0*)?")

# The number of a category, as an int because files mix "2" and "02".
Numbers = dict[int, CategoryPath]


def read_liwc_dic(file: str, text: str) -> Draft:
    """
    The categories of a .dic file: their numbers between two lines with %, then terms with numbers.

    A term that is listed for a category and for one above it is kept below only, because a parent
    counts the terms of its children anyway. Conditions such as `<of>131/125` and `(02 134)125/464`
    are left out by name, the other numbers of their line are kept.

    Raises CodebookError with the line where there is no header.
    """
    draft = Draft(file)
    lines = list(enumerate(text.split("\n"), start=1))
    borders = [number for number, line in lines if line.strip() == "%"]
    if len(borders) < 2 or any(line.strip() for _, line in lines[: borders[0] - 1]):
        raise draft.damage(
            borders[-1] if borders else 1,
            "no header of categories; put them between two lines with % at the top",
        )
    numbers = _categories(lines[borders[0] : borders[1] - 1], draft)
    for number, line in lines[borders[1] :]:
        if line.strip():
            _read_line(line, number, numbers, draft)
    return draft


def _categories(lines: list[tuple[int, str]], draft: Draft) -> Numbers:
    numbers: Numbers = {}
    above: list[tuple[int, str]] = []
    for line, text in lines:
        if not text.strip():
            continue
        found = _CATEGORY.fullmatch(text.rstrip())
        if not found:
            raise draft.damage(line, "no category; write its number, a tab and its name")
        indent, number = len(found[1]), int(found[2])
        if number in numbers:
            raise draft.damage(line, f"the number {number} is there twice; give each its own")
        named = _LABELLED.fullmatch(found[3])
        above = [*(pair for pair in above if pair[0] < indent), (indent, _name(found[3]))]
        path = tuple(name for _, name in above)
        if path in draft:
            draft.note(line, found[3], "its name is there twice, and the terms are put together")
        numbers[number] = path
        category = draft.category(path, line=line)
        category.label = named[2] if named else ""
    return numbers


def _name(written: str) -> str:
    named = _LABELLED.fullmatch(written)
    return named[1] if named else written.strip()


def _read_line(text: str, line: int, numbers: Numbers, draft: Draft) -> None:
    term, *cells = _cells(text)
    paths = []
    for cell in cells:
        if not cell.isdecimal():
            draft.leave_out(line, f"{term} {cell}", _CONDITION)
        elif int(cell) not in numbers:
            draft.leave_out(line, f"{term} {cell}", "the header has no category of this number")
        else:
            paths.append(numbers[int(cell)])
    if not cells:
        draft.leave_out(line, term, "no number of a category stands behind it")
    _add(term, paths, line, draft)


def _cells(text: str) -> list[str]:
    if "\t" not in text.strip():
        words = text.split()
        last = next((n for n in range(len(words), 1, -1) if not words[n - 1].isdecimal()), 1)
        return [" ".join(words[:last]), *words[last:]]
    term, *rest = text.strip().split("\t")
    # "(02 134)125/464" has a blank inside, "125 464" has one between two numbers.
    cells = [part for cell in rest for part in re.findall(r"\([^)]*\)\S*|\S+", cell)]
    return [term.strip(), *cells]


def _add(term: str, paths: list[CategoryPath], line: int, draft: Draft) -> None:
    if "(" in term or "<" in term:
        if paths:
            draft.leave_out(line, term, _CONDITION)
        return
    accepted = draft.accepted(term, line=line, wildcards="*") if paths else ""
    for path in paths:
        if accepted and not any(_is_above(path, other) for other in paths):
            draft.category(path).add(accepted)


def _is_above(path: CategoryPath, other: CategoryPath) -> bool:
    return len(path) < len(other) and other[: len(path)] == path


def read_liwc_dicx(file: str, text: str) -> Draft:
    """
    The categories of a .dicx file: a table with a column for each, marked with X, 1 or a weight.

    A weight other than 1 is noted, because a codebook counts and does not weigh.

    Raises CodebookError with the line where the table is damaged.
    """
    draft = Draft(file)
    rows = csv.reader(io.StringIO(text), strict=True)
    try:
        header = [cell.strip() for cell in next(rows, [])]
        if len(header) < 2 or not all(header[1:]):
            raise draft.damage(1, "no header; write DicTerm and then the names of the categories")
        for name in header[1:]:
            draft.category((name,), line=1)
        for row in rows:
            if any(cell.strip() for cell in row):
                _read_row(row, rows.line_num, header, draft)
    except csv.Error as problem:
        raise draft.damage(rows.line_num, f"no CSV ({problem}); mend that line") from None
    return draft


def _read_row(row: list[str], line: int, header: list[str], draft: Draft) -> None:
    if len(row) > len(header) and any(cell.strip() for cell in row[len(header) :]):
        raise draft.damage(line, f"{len(row)} cells below a header of {len(header)}; mend the row")
    term = row[0].strip()
    paths: list[CategoryPath] = []
    for name, cell in zip(header[1:], row[1:], strict=False):
        cell = cell.strip()
        if _NOT_MEMBER.fullmatch(cell):
            continue
        if not _MEMBER.fullmatch(cell):
            draft.note(line, f"{term} ({name})", f"its weight {cell} is not: it counts as one")
        paths.append((name,))
    _add(term, paths, line, draft)


def write_liwc_dic(file: str, tables: Mapping[str, Any]) -> tuple[str, list[Remark]]:
    """
    The .dic text of a codebook, and what LIWC cannot hold: `unless`, rules, exact case, `?`, and
    `*` elsewhere than at the end.

    Each term is listed for its theme and for those above it; labels stand in brackets.
    """
    remarks: list[Remark] = []
    flat = list(flat_tables(tables))
    numbers = {table.path: number for number, table in enumerate(flat, start=1)}
    terms: dict[str, set[int]] = {}
    for table in flat:
        kept, lost = unsupported(file, table, _reason, labels=True)
        remarks += lost
        for term in kept:
            above = {numbers[table.path[:depth]] for depth in range(1, len(table.path) + 1)}
            terms.setdefault(" ".join(term.split()), set()).update(above)
    lines = ["%", *_header(flat, numbers), "%", *_body(terms)]
    return "\n".join(lines) + "\n", remarks


def _header(flat: list[Table], numbers: Mapping[CategoryPath, int]) -> Iterator[str]:
    for table in flat:
        label = f" ({table.label})" if table.label else ""
        yield f"{chr(9) * (len(table.path) - 1)}{numbers[table.path]}\t{table.path[-1]}{label}"


def _body(terms: Mapping[str, set[int]]) -> Iterator[str]:
    for term, numbers in terms.items():
        yield "\t".join([term, *map(str, sorted(numbers))])


def _reason(term: str) -> str:
    if term.strip().startswith("="):
        return "LIWC ignores case"
    if "?" in term or any("*" in word[:-1] for word in term.split()):
        return "LIWC knows `*` at the end of a word only"
    return ""
