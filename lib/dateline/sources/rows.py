"""From the rows of a table to its articles, and to what the ledger must say of the table."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain, islice
from typing import NamedTuple

from dateline.sources.columns import Columns, Row, columns_of
from dateline.sources.raw import Found, RawArticle, RefusedError
from dateline.sources.values import has_markup, without_markup
from dateline.study import ReadSettings

# What is said of lines that were left out: of one, and of several.
_SAID = {
    "header": ("does not fit the header", "do not fit the header"),
    "quoting": ("has broken quotation marks", "have broken quotation marks"),
    "open": ("has a quotation mark that is not closed", "have quotation marks that are not closed"),
    "rest": ("opens a quotation mark that is not closed, to the end of the file,", ""),
    "json": ("is broken JSON", "are broken JSON"),
    "object": ("is no object with names and values", "are no objects with names and values"),
}
_NAMED = 5  # lines named for each defect; the others are counted
_SAMPLE = 50  # rows that are looked at to judge the columns
_LONGEST_DATE = 100  # characters; a longer value is no date
# A cell of Excel holds no more characters; a longer text was cut when it was put there.
_EXCEL_CELL = 32_767
# How NewsAPI ends a text that it does not give whole.
_CUT_BY_SERVICE = re.compile(r"\[\+\d+ chars\]\s*$")


@dataclass
class LeftOut:
    """
    The rows that cannot be read, as they are met: `unit` is line, item or row of the file.

    `reason` is that of the first, for a refusal.
    """

    unit: str = "line"
    reason: str = ""
    count: int = 0
    places: dict[str, list[int]] = field(default_factory=dict)
    more: dict[str, int] = field(default_factory=dict)

    def add(self, place: int, defect: str, reason: str) -> None:
        """Note one; `defect` is a key of the list above."""
        self.reason = self.reason or f"{self.unit} {place}: {reason}"
        self.count += 1
        named = self.places.setdefault(defect, [])
        if len(named) < _NAMED:
            named.append(place)
        else:
            self.more[defect] = self.more.get(defect, 0) + 1

    def said(self) -> list[str]:
        """One part of a remark for each defect: "lines 7 and 12 do not fit the header and ..."."""
        return [self._of(defect, named) for defect, named in self.places.items()]

    def _of(self, defect: str, named: list[int]) -> str:
        one, several = _SAID[defect]
        more = self.more.get(defect, 0)
        parts = [f"{place}" for place in named] + ([f"{more:,} more"] if more else [])
        if len(parts) == 1:
            return f"{self.unit} {parts[0]} {one} and was left out"
        return f"{self.unit}s {', '.join(parts[:-1])} and {parts[-1]} {several} and were left out"


class Table(NamedTuple):
    """A table as read: names of columns, rows that come one by one, and what they leave out."""

    columns: Sequence[str]
    rows: Iterable[Row]
    left_out: LeftOut


def articles_of(table: Table, settings: ReadSettings, *, path: str, encoding: str = "") -> Found:
    """
    One article for each row: the headline, the lead where the text lacks it, and the text.

    Columns whose name is that of a date become `metadata`, ("column:NAME", value); a row's id is
    its `place`, or its address. HTML becomes the text that it shows. A table of headlines alone
    has them for its text. A row without text is an article with an empty one. Rows that cannot
    be read are left out and named in the remark.

    Raises RefusedError if there is neither text nor headline, no row, if more than half of the
    rows cannot be read, or if the rows hold more text than `settings.largest_mb`.
    """
    rows = iter(table.rows)
    sample = list(islice(rows, _SAMPLE))
    if not sample:
        raise RefusedError(table.left_out.reason or "table without rows")
    columns = columns_of(table.columns, settings, sample=sample)
    making = _Making(path, encoding, columns, markup=_is_markup(columns, sample))
    articles = []
    left = settings.largest_mb * 2**20
    for row in chain(sample, rows):
        articles.append(making.article(row))
        left -= len(articles[-1].text)
        if left < 0:
            raise RefusedError(f"more than {settings.largest_mb} MiB of text; split the table")
    if table.left_out.count > len(articles):
        raise RefusedError(table.left_out.reason)
    if not any(article.text for article in articles):
        articles = [replace(article, text=article.title) for article in articles]
    return Found(articles, _remark(articles, table.left_out, excel=making.full_cells))


@dataclass
class _Making:
    """Makes the articles of one table; `markup` says whether its texts are HTML."""

    path: str
    encoding: str
    columns: Columns
    markup: bool
    full_cells: int = 0

    def article(self, row: Row) -> RawArticle:
        roles = self.columns.roles
        cell = {role: row.get(column, "").strip() for role, column in roles.items()}
        self.full_cells += len(row.get(roles.get("text", ""), "")) == _EXCEL_CELL
        for role in ("text", "lead", "title"):
            if self.markup or has_markup(cell.get(role, "")):
                cell[role] = without_markup(cell[role]) if cell.get(role) else ""
        dates = ((name, row.get(column, "").strip()) for name, column in self.columns.dates)
        return RawArticle(
            path=self.path,
            text=_text(cell, headlines="text" not in roles),
            encoding=self.encoding,
            title=cell.get("title", ""),
            author=cell.get("author", "").replace("\n\n", "; "),
            source=cell.get("source", "").replace("\n\n", "; "),
            url=cell.get("url", ""),
            language=cell.get("language", "").replace("\n\n", "; "),
            metadata=tuple((name, day) for name, day in dates if 0 < len(day) <= _LONGEST_DATE),
            place=cell.get("id", "") or cell.get("url", ""),
        )


def row_count(number: int) -> str:
    """
    A number of rows in words for the ledger.

    >>> row_count(1), row_count(1200)
    ('1 row', '1,200 rows')
    """
    return f"{number:,} row{'' if number == 1 else 's'}"


def _is_markup(columns: Columns, sample: Sequence[Row]) -> bool:
    """Whether most of the texts are HTML, so that the others are HTML of one line."""
    column = columns.roles.get("text", "")
    cells = [row[column] for row in sample if row.get(column, "").strip()]
    return 2 * sum(map(has_markup, cells)) > len(cells)


def _text(cell: dict[str, str], *, headlines: bool) -> str:
    """Headline, lead and text as paragraphs, each once; nothing for a row without its text."""
    text = cell.get("title" if headlines else "text", "")
    if not text:
        return ""
    lead, title = cell.get("lead", ""), cell.get("title", "")
    if lead and lead not in text:
        text = f"{text}\n\n{lead}" if headlines else f"{lead}\n\n{text}"
    return text if not title or text.startswith(title) else f"{title}\n\n{text}"


def _remark(articles: list[RawArticle], left_out: LeftOut, *, excel: int) -> str:
    total = len(articles)
    said = left_out.said()
    if said:
        said.append(f"{row_count(total)} read")
    if all(article.title and article.text == article.title for article in articles):
        said.append("headlines only")
    counts = {
        "without text": sum(not article.text for article in articles),
        f"cut at {_EXCEL_CELL:,} characters, all that a cell of Excel holds": excel,
        "cut by the service that sent them": sum(
            bool(_CUT_BY_SERVICE.search(article.text[-40:])) for article in articles
        ),
    }
    said += [f"{count:,} of {total:,} rows {what}" for what, count in counts.items() if count]
    return "; ".join(said)
