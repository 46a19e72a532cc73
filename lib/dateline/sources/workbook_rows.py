"""
Reads a workbook from standard input and writes its rows as JSON; a program of its own.

The parser of workbooks ends its process on some damaged files, so `spreadsheets` runs it in one
where nothing else is lost. Nothing of the package is imported, so that it starts at once.
"""

from __future__ import annotations

import contextlib
import io
import json
import sys
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import Any

# What the command ends with: all is well, a password is wanted, no workbook, too much text.
READ, LOCKED, UNREADABLE, TOO_LARGE = 0, 3, 4, 5
_MEMORY = 4 * 2**30  # bytes; where the system can hold a process to it


def main(largest: int) -> int:
    """
    Write each row that is not empty as one line, [sheet, cells], or [sheet, null] for damage.

    Sheets and rows come in the order of the workbook. Days and times are ISO text. `largest` is
    the most bytes that are written. Returns one of the numbers above.
    """
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError

    _limit_memory()
    try:
        workbook = CalamineWorkbook.from_filelike(io.BytesIO(sys.stdin.buffer.read()))
    except PasswordError:
        return LOCKED
    except (CalamineError, OSError, ValueError):
        return UNREADABLE
    for line in _lines(workbook):
        largest -= len(line)
        if largest < 0:
            return TOO_LARGE
        sys.stdout.buffer.write(line)
    return READ


def _lines(workbook: Any) -> Iterator[bytes]:
    from python_calamine import CalamineError, SheetTypeEnum

    for sheet in workbook.sheets_metadata:
        if sheet.typ != SheetTypeEnum.WorkSheet:
            continue
        try:
            rows = workbook.get_sheet_by_name(sheet.name).iter_rows()
        except (CalamineError, OSError, ValueError):
            rows = [None]
        for row in rows:
            if row is None or any(cell != "" for cell in row):
                line = json.dumps([sheet.name, row], ensure_ascii=False, default=_iso)
                yield line.encode("utf-8", "replace") + b"\n"


def _iso(value: date | time | timedelta) -> str:
    """A midnight is a day: that is how a workbook keeps days."""
    if isinstance(value, datetime) and value.time() == time():
        return value.date().isoformat()
    return str(value) if isinstance(value, timedelta) else value.isoformat()


def _limit_memory() -> None:
    # The module is there on Unix alone, and a system may refuse.
    with contextlib.suppress(ImportError, OSError, ValueError):
        import resource

        _, most = resource.getrlimit(resource.RLIMIT_AS)
        limit = _MEMORY if most == resource.RLIM_INFINITY else min(_MEMORY, most)
        resource.setrlimit(resource.RLIMIT_AS, (limit, most))


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1])))
