"""Spreadsheets: .xlsx, .xls and .ods; one row, one article."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from collections.abc import Iterable, Iterator
from itertools import chain, groupby, islice
from operator import itemgetter

from dateline.sources import workbook_rows
from dateline.sources.columns import Row, best_header, header_names, needed
from dateline.sources.raw import Found, RefusedError
from dateline.sources.rows import LeftOut, Table, articles_of, row_count
from dateline.sources.values import value_text
from dateline.sources.workbook_size import check_workbook
from dateline.study import ReadSettings

_HEAD = 20  # rows of a sheet among which the header stands
_SNIFFED = 2**16  # bytes
_ZIP, _OLD = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OPEN_DOCUMENT = b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet"
_LOCKED = "EncryptedPackage".encode("utf-16-le")
_PASSWORD = "protected by a password; save it without one"


def is_spreadsheet(content: bytes) -> bool:
    """Whether a file of any name is a workbook, by what its first 64 KiB name."""
    head = content[:_SNIFFED]
    if head.startswith(_ZIP):
        return b"xl/worksheets/" in head or b"xl/workbook.xml" in head or _OPEN_DOCUMENT in head
    streams = ("Workbook", "Book", "EncryptedPackage")
    return head.startswith(_OLD) and any(
        name.encode("utf-16-le") + b"\0\0" in head for name in streams
    )


def read_spreadsheet(path: str, content: bytes, settings: ReadSettings = ReadSettings()) -> Found:
    """
    The articles of all sheets with a header among their first 20 rows.

    Days in cells become ISO text, whole numbers lose their ".0", of a formula the value is taken
    that was saved with it. Sheets without such a header are counted in the remark, empty ones
    are not. The workbook is parsed in a process of its own, which a damaged file may end.

    Raises RefusedError for a workbook that is damaged, too large or protected by a password, and
    if no sheet has a column for the text.
    """
    if content.startswith(_ZIP):
        check_workbook(content, settings)
    found, problems = _sheets(path, _cells(content, settings), settings)
    if not found:
        raise RefusedError(problems[0] if problems else "empty")
    articles = [article for sheet in found.values() for article in sheet.articles]
    return Found(articles, _remark(found, without=len(problems)))


def _cells(content: bytes, settings: ReadSettings) -> Iterator[list]:
    """The rows of all sheets, [sheet, cells], as a process of its own reads them."""
    if _LOCKED in content and content.startswith(_OLD):
        raise RefusedError(_PASSWORD)
    largest = settings.largest_mb * 2**20
    # -P: the modules of this folder are not to be taken for those of Python.
    command = [sys.executable, "-P", workbook_rows.__file__, str(largest)]
    done = subprocess.run(command, input=content, capture_output=True, check=False)
    if done.returncode == workbook_rows.LOCKED:
        raise RefusedError(_PASSWORD)
    if done.returncode == workbook_rows.TOO_LARGE:
        raise RefusedError(f"more than {settings.largest_mb} MiB of text; split the workbook")
    if done.returncode != workbook_rows.READ:
        raise RefusedError("not a workbook that can be read; save it again as .xlsx or .csv")
    return map(json.loads, io.BytesIO(done.stdout))


def _sheets(
    path: str, cells: Iterator[list], settings: ReadSettings
) -> tuple[dict[str, Found], list[str]]:
    """What was found in each sheet, by name, and why others hold no articles."""
    found: dict[str, Found] = {}
    problems: list[str] = []
    for name, rows in groupby(cells, key=itemgetter(0)):
        try:
            table = _table((row for _, row in rows), settings)
            found[name] = articles_of(table, settings, path=path)
        except RefusedError as refused:
            problems.append(str(refused))
    return found, problems


def _table(rows: Iterator[list | None], settings: ReadSettings) -> Table:
    texts = map(_texts, rows)
    head = list(islice(texts, _HEAD))
    at = best_header(head, settings) or 0
    header = header_names(head[at])
    wanted = set(needed(header, settings))
    return Table(header, _rows(header, wanted, chain(head[at + 1 :], texts)), LeftOut("row"))


def _texts(row: list | None) -> list[str]:
    if row is None:
        raise RefusedError("a sheet that is damaged; save the workbook again")
    return [value_text(value) for value in row]


def _rows(header: list[str], wanted: set[str], rows: Iterable[list[str]]) -> Iterator[Row]:
    for cells in rows:
        yield {name: cell for name, cell in zip(header, cells, strict=True) if name in wanted}


def _remark(found: dict[str, Found], *, without: int) -> str:
    if len(found) == 1 and not without:
        return next(iter(found.values())).remark
    said = [
        f"sheet “{' '.join(name.split())}” has {row_count(len(sheet.articles))}"
        + (f" ({sheet.remark})" if sheet.remark else "")
        for name, sheet in found.items()
    ]
    if without:
        said.append(
            f"{without} {'sheet' if without == 1 else 'sheets'} without a table of articles"
        )
    return "; ".join(said)
