"""Tables that are a web page inside, as many services write what they call .xls."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dateline.sources.columns import Row, best_header, columns_of, header_names
from dateline.sources.databases.markup import element_text, markup_of, parse_page
from dateline.sources.databases.peek import without_zeros
from dateline.sources.raw import Found, RefusedError
from dateline.sources.rows import LeftOut, Table, articles_of
from dateline.study import ReadSettings

_TOP = 64 * 1024  # bytes in which the header stands
_HEAD = 20  # rows among which the header stands
_BEGIN = re.compile(
    rb"(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s*<(?:!doctype|html|\?xml|meta|table)\b", re.I
)
_TABLE = re.compile(rb"<table\b", re.I)
# What a page has above its first table, and a workbook has not.
_OF_PAGES = re.compile(rb"<(?:p|h[1-6]|a|nav|article|section|form|img|ul)\b", re.I)
_ROW = re.compile(r"<tr\b[^>]*>(.{0,20000}?)(?:</tr>|(?=<tr\b))", re.I | re.S)
_CELL = re.compile(r"<t[dh]\b[^>]*>(.{0,5000}?)(?=</t[dh]>|<t[dh]\b|$)", re.I | re.S)
_TAG = re.compile(r"<[^<>]*>|&nbsp;")


def is_table_page(content: bytes) -> bool:
    """
    Whether a page is a table and nothing else, whose header names a column for the text.

    >>> is_table_page(b"<table><tr><td>title</td><td>text</td></tr></table>")
    True
    """
    head = without_zeros(content[:_TOP])
    table = _TABLE.search(head)
    if not table or not _BEGIN.match(head) or _OF_PAGES.search(head, 0, table.start()):
        return False
    rows = _ROW.findall(head[table.start() :].decode("utf-8", "replace"))[:_HEAD]
    cells = [[" ".join(_TAG.sub(" ", cell).split()) for cell in _CELL.findall(row)] for row in rows]
    at = best_header(cells, ReadSettings())
    return at is not None and _names_text(header_names(cells[at]))


def read_table_page(path: str, content: bytes, settings: ReadSettings = ReadSettings()) -> Found:
    """
    The articles of the page's first table, one for each row below its header.

    Raises RefusedError as `articles_of` does.
    """
    markup, encoding = markup_of(content)
    tree = parse_page(markup)
    table = next(tree.iter("table"), None)
    if table is None:
        raise RefusedError("page without a table")
    rows = [
        [element_text(cell) for cell in row.iterchildren("td", "th")] for row in table.iter("tr")
    ]
    at = best_header(rows[:_HEAD], settings) or 0
    header = header_names(rows[at]) if rows else []
    left_out = LeftOut("row")
    found = Table(header, _rows(rows, at, header, left_out), left_out)
    return articles_of(found, settings, path=path, encoding=encoding)


def _names_text(names: list[str]) -> bool:
    try:
        return len(names) > 1 and "text" in columns_of(names, ReadSettings()).roles
    except RefusedError:
        return False


def _rows(rows: list[list[str]], at: int, header: list[str], left_out: LeftOut) -> Iterator[Row]:
    for number, cells in enumerate(rows[at + 1 :], start=at + 2):
        if len(cells) > len(header):
            reason = f"{len(cells)} cells where the header has {len(header)}; mend the row"
            left_out.add(number, "header", reason)
        elif any(cells):
            yield dict(zip(header, cells, strict=False))
