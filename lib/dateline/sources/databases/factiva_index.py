"""Factiva exports as a page, in the indexed display: a table with a code before each field."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from dateline.sources.databases.date_lines import date_value
from dateline.sources.databases.entries import Entry, clean_author
from dateline.sources.databases.field_labels import language_code, stated_words
from dateline.sources.databases.markup import element_text

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_ROW = re.compile(rb"<td\b[^<>]{0,200}class\s*=\s*[\"']index[\"']", re.I)
_CODE = re.compile(rb"<b>\s*(HD|PD|SN|AN|LP|TD)\s*</b>", re.I)
# Different codes of Factiva's that a page has at the least.
_SIGNS = 3

Rows = dict[str, list[str]]


def is_index(content: bytes) -> bool:
    """Whether a page has the table cells of the indexed display, with at least three codes."""
    if not _ROW.search(content):
        return False
    return len({found[1].upper() for found in _CODE.finditer(content)}) >= _SIGNS


def index_entries(tree: HtmlElement) -> list[Entry]:
    """The articles of the indexed display; none if the page is in another one."""
    return [_entry(rows) for rows in _articles(tree)]


def _articles(tree: HtmlElement) -> Iterator[Rows]:
    """The rows of each article, by code: it ends with its table, or with its number (AN)."""
    rows: Rows = {}
    table = None
    for cell in tree.iter("td"):
        if "index" not in (cell.get("class") or "").lower().split():
            continue
        code = element_text(cell).strip().upper()
        around = next(cell.iterancestors("table"), None)
        if rows and (around is not table or "AN" in rows or (code == "HD" and "HD" in rows)):
            yield rows
            rows = {}
        table = around
        rows.setdefault(code, []).extend(_values(cell.getnext()))
    if rows:
        yield rows


def _values(cell: HtmlElement | None) -> list[str]:
    """The paragraphs of a cell, or all its text where it has none."""
    if cell is None:
        return []
    parts = list(cell.iter("p")) or [cell]
    return [text for part in parts if (text := element_text(part))]


def _entry(rows: Rows) -> Entry:
    def value(code: str) -> str:
        return " ".join(" ".join(rows.get(code, ())).split())

    date = value("PD")
    return Entry(
        title=value("HD"),
        author=clean_author(value("BY")),
        source=value("SN"),
        date=date_value(date) if date else "",
        language=language_code(value("LA")),
        place=value("AN").split(" ")[-1],
        paragraphs=(*rows.get("LP", ()), *rows.get("TD", ())),
        words=stated_words(value("WC")),
    )
