"""Tables of articles: CSV, TSV, JSON and JSON Lines; one row, one article."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator
from itertools import islice
from typing import Any

from dateline.sources.columns import Row, articles_of
from dateline.sources.raw import RawArticle, RefusedError
from dateline.sources.text import text_of

# The first wins a tie: a header of one column has no delimiter at all.
_DELIMITERS = ",;\t|"
# Excel's own first line, which names the delimiter.
_SEPARATOR = re.compile(r"sep=(.)\n", re.I)
_DEEP = "JSON nested too deep"


def read_table(path: str, content: bytes) -> list[RawArticle]:
    """
    The articles of a table with a header, its delimiter found in that header.

    All cells are text: "007" and "NA" stay what they are. Empty cells beyond the header are
    passed over; any other line whose cells do not fit the header refuses the file, because the
    cells of other lines may be shifted too.

    Raises RefusedError with the number of the line, or if there is no column for the text.
    """
    text, encoding = text_of(content)
    return articles_of(path, encoding, _rows(text))


def read_json_lines(path: str, content: bytes) -> list[RawArticle]:
    """The articles of a file with one JSON object on each line. Raises RefusedError."""
    text, encoding = text_of(content)
    lines = enumerate(text.split("\n"), start=1)
    objects = (_object(line, f"line {number}") for number, line in lines if line.strip())
    return articles_of(path, encoding, objects)


def read_json(path: str, content: bytes) -> list[RawArticle]:
    """
    The articles of a JSON list of objects, or of an object with such a list as its `articles`.

    A file with JSON Lines under this name is read as such. Raises RefusedError.
    """
    text, encoding = text_of(content)
    try:
        found = json.loads(text, strict=False, parse_int=str, parse_float=str, parse_constant=str)
    except RecursionError:
        raise RefusedError(_DEEP) from None
    except ValueError as problem:
        if re.match(r"\s*\{.*\}[ \t]*\n\s*\{", text):
            return read_json_lines(path, content)
        raise RefusedError(f"broken JSON: {problem}") from None
    found = found.get("articles") if isinstance(found, dict) else found
    if not isinstance(found, list):
        raise RefusedError("JSON without a list of articles; make it a list of objects")
    rows = (_row(item, f"item {number}") for number, item in enumerate(found, start=1))
    return articles_of(path, encoding, rows)


def _rows(text: str) -> Iterator[Row]:
    """The rows below the header. The limit on the length of a cell is the whole file's."""
    limit = csv.field_size_limit(len(text) + 1)
    try:
        named = _SEPARATOR.match(text)
        lines = io.StringIO(text[named.end() :] if named else text, newline="")
        delimiter = named[1] if named else _delimiter(text)
        reader = csv.reader(lines, delimiter=delimiter, strict=True)
        skipped = 1 if named else 0
        yield from _fitted(reader, skipped)
    finally:
        csv.field_size_limit(limit)


def _fitted(reader: Any, skipped: int) -> Iterator[Row]:
    header: list[str] = []
    try:
        for cells in reader:
            if not any(cell.strip() for cell in cells):
                continue
            if header:
                yield _fit(cells, header, reader.line_num + skipped)
            else:
                header = _header(cells)
    except csv.Error as problem:
        line = reader.line_num + skipped
        raise RefusedError(f"line {line}: {problem}; mend the quotation marks") from None


def _header(cells: list[str]) -> list[str]:
    """The names of the columns; a second one of the same name is told apart by its place."""
    names: list[str] = []
    seen: set[str] = set()
    for place, cell in enumerate(cells, start=1):
        name = cell.strip() or f"column {place}"
        names.append(f"{name} ({place})" if name in seen else name)
        seen.add(name)
    return names


def _fit(cells: list[str], header: list[str], line: int) -> Row:
    while len(cells) > len(header) and not cells[-1].strip():
        cells.pop()
    if len(cells) != len(header):
        raise RefusedError(
            f"line {line}: {len(cells)} cells where the header has {len(header)}; mend the line"
        )
    return dict(zip(header, cells, strict=True))


def _delimiter(text: str) -> str:
    """The mark that cuts the header into the most columns."""
    head = "".join(islice(io.StringIO(text), 1)) or text

    def columns(mark: str) -> int:
        return len(next(csv.reader([head], delimiter=mark), []))

    return max(_DELIMITERS, key=columns)


def _object(line: str, where: str) -> Row:
    try:
        item = json.loads(line, strict=False, parse_int=str, parse_float=str, parse_constant=str)
    except RecursionError:
        raise RefusedError(f"{where}: {_DEEP}") from None
    except ValueError as problem:
        raise RefusedError(f"{where}: broken JSON ({problem})") from None
    return _row(item, where)


def _row(item: Any, where: str) -> Row:
    if not isinstance(item, dict):
        raise RefusedError(f"{where}: not an object with names and values")
    return {str(name): _text(value) for name, value in item.items()}


def _text(value: Any) -> str:
    """A value as text: the parts of a list become paragraphs, an object is known by its name."""
    parts, waiting = [], [value]
    while waiting:
        part = waiting.pop()
        if isinstance(part, list):
            waiting.extend(reversed(part))
        elif isinstance(part, dict):
            known = (part.get(key) for key in ("name", "rendered", "text"))
            parts.append(next((text for text in known if isinstance(text, str)), ""))
        elif part is not None:
            parts.append(str(part))
    return "\n\n".join(filter(None, parts))
