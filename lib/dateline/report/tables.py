"""Tables to files: CSV, JSON lines and Parquet, written whole or not at all.

Every file that a report run makes goes through `atomic_write`.
"""

from __future__ import annotations

import io
import json
import os
import re
import secrets
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pandas as pd

from dateline.errors import ReportError, SettingError

# How a cell begins that a spreadsheet would run: with one of these marks, after blanks or signs
# that do not show, which some programs pass over. The wide forms count in East Asian versions.
_FORMULA = re.compile(
    r"[\t\r]|[\s\0\ufeff\u00ad\u200b-\u200f\u2060-\u2069]*[=+\-@＝＋－＠﹦﹢﹣﹫]"
)
_PLAIN_NUMBER = re.compile(r"[+-]?\d+(\.\d*)?([eE][+-]?\d+)?", re.A)


def write_table(table: pd.DataFrame, path: Path) -> None:
    """
    Write `table` to `path` as CSV, JSON lines or Parquet, by the ending of the name.

    See `table_bytes` for what is in the file. The folder must exist.

    Raises SettingError for another ending, ReportError where the file cannot be written.
    """
    atomic_write(path, table_bytes(table, path.suffix))


def table_bytes(table: pd.DataFrame, ending: str) -> bytes:
    """
    The bytes of `table` as ".csv", ".jsonl" or ".parquet"; the index is not written.

    CSV and JSON lines are UTF-8 with LF and have dates as ISO days, so a time of day is lost.
    Missing is an empty cell in CSV and null in JSON. Parquet keeps the types and has a checksum
    on each page.

    In CSV, and only there, a text or a heading that a spreadsheet would run as a formula gets a
    leading apostrophe: one that begins with = + - or @, also after blanks, or with a tab. Numbers
    stay numbers, those below zero too, and so does a text that is nothing but a number.

    Raises SettingError for another ending.

    >>> table_bytes(pd.DataFrame({"term": ["=1+1", "-5"], "count": [1, 2]}), ".csv").decode()
    "term,count\\n'=1+1,1\\n-5,2\\n"
    """
    if ending.lower() not in _FORMATS:
        known = ", ".join(_FORMATS)
        raise SettingError(f"a table cannot be written as {ending!r}; choose one of {known}")
    return _FORMATS[ending.lower()](table)


def atomic_write(path: Path, content: bytes) -> None:
    """
    Write `content` to `path` so that a reader finds the old file or the new one, never a part.

    The bytes go to a file beside it and to the disk before the name is moved over.

    Raises ReportError where the folder or the disk refuses; the old file is still there then.
    """
    waiting = path.with_name(f".{secrets.token_hex(8)}.tmp")
    try:
        _write_through(waiting, content)
        waiting.replace(path)
    except OSError as error:
        reason = error.strerror or error
        raise ReportError(
            f"{path}: cannot be written ({reason}); free the place or choose another folder"
        ) from error
    finally:
        # Gone after a success; after an error or Ctrl-C it must not stay behind.
        with suppress(OSError):
            waiting.unlink()


def original_text(cell: str) -> str:
    """
    The text of a cell of a CSV file without the apostrophe that `table_bytes` put before it.

    >>> original_text("'=US"), original_text("'tis")
    ('=US', "'tis")
    """
    return cell[1:] if cell[:1] == "'" and _harmless(cell[1:]) == cell else cell


def iso_days(days: pd.Series) -> pd.Series:
    """
    A datetime column as text, "2022-03-01"; missing becomes None.

    >>> iso_days(pd.Series(pd.to_datetime(["2022-03-01", None]))).tolist()
    ['2022-03-01', None]
    """
    if getattr(days.dt, "tz", None) is not None:
        days = days.dt.tz_localize(None)
    text = pd.Series(days.to_numpy("datetime64[D]").astype(str), days.index, dtype=object)
    return text.where(days.notna(), None)


def _write_through(path: Path, content: bytes) -> None:
    # Not with `tempfile`, whose files nobody else may read: a report is there to be served.
    with path.open("xb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _csv(table: pd.DataFrame) -> bytes:
    cells = _days_as_text(table)
    texts = cells.select_dtypes(["object", "string", "category"]).astype(object)
    cells = cells.assign(**{str(name): texts[name].map(_harmless) for name in texts})
    text = cells.rename(columns=_harmless).to_csv(index=False, lineterminator="\n")
    return text.encode("utf-8", "replace")


def _harmless(cell: object) -> object:
    if not isinstance(cell, str):
        return cell
    runs = _FORMULA.match(cell) and not _PLAIN_NUMBER.fullmatch(cell)
    # A bare CR inside a cell is a line end to some readers and is not quoted by all writers.
    return ("'" if runs else "") + cell.replace("\r\n", "\n").replace("\r", "\n")


def _jsonl(table: pd.DataFrame) -> bytes:
    cells = _days_as_text(table).astype(object)
    records = cells.where(table.notna(), None).to_dict("records")
    lines = (json.dumps(record, ensure_ascii=False, default=str) + "\n" for record in records)
    return "".join(lines).encode("utf-8", "replace")


def _parquet(table: pd.DataFrame) -> bytes:
    buffer = io.BytesIO()
    # Without checksums most damaged files read back as wrong numbers, without a word.
    table.to_parquet(buffer, index=False, write_page_checksum=True)
    return buffer.getvalue()


def _days_as_text(table: pd.DataFrame) -> pd.DataFrame:
    dates = table.select_dtypes(["datetime", "datetimetz"])
    return table.assign(**{str(name): iso_days(dates[name]) for name in dates})


_FORMATS: dict[str, Callable[[pd.DataFrame], bytes]] = {
    ".csv": _csv,
    ".jsonl": _jsonl,
    ".parquet": _parquet,
}
