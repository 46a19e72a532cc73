"""The program that reads a workbook: what it ends with, and how it writes days."""

import subprocess
import sys
from datetime import date, datetime, time, timedelta

import pytest

from dateline.sources import workbook_rows


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"a,b\n"])
def test_what_is_no_workbook_ends_with_its_own_number(content):
    command = [sys.executable, "-P", workbook_rows.__file__, "1000"]
    done = subprocess.run(command, input=content, capture_output=True, check=False)
    assert done.returncode == workbook_rows.UNREADABLE
    assert done.stdout == b""


@pytest.mark.parametrize(
    "value, text",
    [
        (date(2022, 3, 24), "2022-03-24"),
        (datetime(2022, 3, 24), "2022-03-24"),
        (datetime(2022, 3, 24, 5), "2022-03-24T05:00:00"),
        (time(5), "05:00:00"),
        (timedelta(hours=30), "1 day, 6:00:00"),
    ],
)
def test_days_and_times_are_iso_text(value, text):
    assert workbook_rows._iso(value) == text
