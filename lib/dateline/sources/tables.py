"""Tables as text: CSV and TSV; one row, one article."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import islice
from typing import Any

from dateline.sources.columns import Row, best_header, header_names, header_score
from dateline.sources.raw import Found
from dateline.sources.rows import LeftOut, Table, articles_of
from dateline.sources.text import text_of
from dateline.study import ReadSettings

# The first wins a tie: a header of one column has no delimiter at all.
_DELIMITERS = ",;\t|"
# Excel's own first line, which names the delimiter.
_SEPARATOR = re.compile(r'"?sep=(.)"?\n', re.I)
_HEAD = 20  # rows among which the header stands
_RUN = 3  # lines in a cell that are rows by themselves, one below the other: rows swallowed
# Those of a cell whose row fits the header, all of them: lists and verses may look like rows.
_MANY, _COLUMNS = 5, 3
_END = "unexpected end of data"  # what the csv module says of a quotation mark open at the end

# A place in a text: of a character, and the number of its line.
_Place = tuple[int, int]
_Inner = Callable[[], Iterator[tuple[_Place, str]]]


def read_table(path: str, content: bytes, settings: ReadSettings = ReadSettings()) -> Found:
    """
    The articles of a table with a header; the delimiter is the mark that makes the best header.

    All cells are text: "007" and "NA" stay what they are. Titles may stand above the header, and
    empty cells beyond it are passed over. Any other line whose cells do not fit the header is
    left out, and so is one that opens a quotation mark which would swallow the rows below it.

    Raises RefusedError with the number of the line if more than half of the lines do not fit, or
    if there is no column for the text.
    """
    text, encoding = text_of(content, encoding=settings.encoding)
    # The limit on the length of a cell is the whole file's.
    limit = csv.field_size_limit(len(text) + 1)
    try:
        return articles_of(_table(text, settings), settings, path=path, encoding=encoding)
    finally:
        csv.field_size_limit(limit)


class _Lines:
    """The lines of a text, which can be gone back to; `place` is that of the next line."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.place: _Place = (0, 1)

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        at, number = self.place
        if at >= len(self.text):
            raise StopIteration
        end = self.text.find("\n", at) + 1 or len(self.text)
        self.place = end, number + 1
        return self.text[at:end]

    def between(self, start: _Place, end: _Place) -> Iterator[tuple[_Place, str]]:
        """The lines of a row below its first, with their places; blank ones are passed over."""
        lines = _Lines(self.text)
        lines.place = start
        next(lines, "")
        while lines.place[0] < end[0]:
            place, line = lines.place, next(lines)
            if line.strip():
                yield place, line


def _table(text: str, settings: ReadSettings) -> Table:
    lines = _Lines(text)
    named = _SEPARATOR.match(text)
    if named:
        next(lines)
    start = lines.place
    delimiter = named[1] if named else _delimiter(list(islice(lines, _HEAD)), settings)
    lines.place = start
    header = _header(lines, delimiter, settings)
    left_out = LeftOut()
    return Table(header, _rows(lines, header, delimiter, left_out), left_out)


def _delimiter(head: Sequence[str], settings: ReadSettings) -> str:
    """The mark that makes the best header: known names, then rows of its length, then columns."""

    def worth(mark: str) -> tuple[int, int, int]:
        rows = [cells for cells in csv.reader(head, delimiter=mark) if any(cells)]
        header = rows[best_header(rows, settings) or 0] if rows else []
        alike = sum(len(cells) == len(header) > 1 for cells in rows)
        return header_score(header, settings), alike, len(header)

    return max(_DELIMITERS, key=worth)


def _header(lines: _Lines, delimiter: str, settings: ReadSettings) -> list[str]:
    """The header, with the lines gone to the one below it."""
    reader = csv.reader(lines, delimiter=delimiter)
    rows, places = [], []
    for cells in islice(reader, _HEAD):
        rows.append(cells)
        places.append(lines.place)
    best = best_header(rows, settings)
    if best is None:
        best = next(place for place, cells in enumerate(rows) if any(map(str.strip, cells)))
    lines.place = places[best]
    return header_names(rows[best])


def _rows(lines: _Lines, header: list[str], delimiter: str, left_out: LeftOut) -> Iterator[Row]:
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    is_row = partial(_is_row, width=len(header), delimiter=delimiter)
    while lines.place[0] < len(lines.text):
        start = lines.place
        cells, problem = _record(reader)
        if not problem and not any(map(str.strip, cells)):
            continue
        inner = partial(lines.between, start, lines.place)
        if not problem and _fits(cells, header) and not _holds_rows(inner, header, is_row):
            yield dict(zip(header, cells, strict=True))
            continue
        below = _row_below(inner, is_row, problem) if len(header) > 1 else None
        left_out.add(start[1], *_defect(cells, header, problem, lines=lines, below=below))
        lines.place = below or lines.place


def _record(reader: Any) -> tuple[list[str], str]:
    """The cells of the next row, and what is wrong with its quotation marks."""
    try:
        return next(reader, []), ""
    except csv.Error as problem:
        return [], str(problem)


def _fits(cells: list[str], header: list[str]) -> bool:
    """Whether cells fit the header, once empty ones beyond it are taken away."""
    while len(cells) > len(header) and not cells[-1].strip():
        cells.pop()
    return len(cells) == len(header)


def _defect(
    cells: list[str], header: list[str], problem: str, *, lines: _Lines, below: _Place | None
) -> tuple[str, str]:
    """The kind of defect, and the reason for a refusal."""
    if below or problem == _END:
        cut = not below and lines.place[0] >= len(lines.text)
        return "rest" if cut else "open", "a quotation mark is opened and not closed; mend it"
    if problem:
        return "quoting", f"{problem}; mend the quotation marks"
    return "header", f"{len(cells)} cells where the header has {len(header)}; mend the line"


def _row_below(inner: _Inner, is_row: Callable[[str], bool], problem: str) -> _Place | None:
    """
    Where rows begin that an open quotation mark has swallowed; None if there are none.

    That is where three lines are rows by themselves, or all to the end of what was read. Where
    that is the file's end, one line is not enough: the last paragraph of a text that is cut off
    may look like a row. After a broken mark it is the line that broke, because the mark of
    another row closed the open one.
    """
    first, run, last = None, 0, None
    for number, (place, line) in enumerate(inner()):
        last = place
        if not is_row(line):
            first, run = None, 0
            continue
        first = first or (number, place)
        run += 1
        if run == _RUN:
            return first[1]
    if first and (problem != _END or (first[0] == 0 and run > 1)):
        return first[1]
    return last if problem and problem != _END else None


def _holds_rows(inner: _Inner, header: list[str], is_row: Callable[[str], bool]) -> bool:
    """Whether a row that fits has swallowed others: all lines but the ends are rows."""
    if len(header) < _COLUMNS:
        return False
    lines = [line for _, line in islice(inner(), _MANY + 1)]
    return len(lines) > _MANY and all(is_row(line) for _, line in list(inner())[:-1])


def _is_row(line: str, *, width: int, delimiter: str) -> bool:
    try:
        return len(next(csv.reader([line], delimiter=delimiter, strict=True), [])) == width
    except csv.Error:
        return False
