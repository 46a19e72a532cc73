"""What a workbook would unpack to, before the parser makes room for it."""

import io
import zipfile

import pytest

from dateline.sources.raw import RefusedError
from dateline.sources.workbook_size import check_workbook
from dateline.study import ReadSettings

ONE_MIB = ReadSettings(largest_mb=1)
KILOBYTE = "word " * 205


def workbook(**members):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(f"xl/{name}.xml", content)
    return file.getvalue()


def sheet(*cells):
    return f"<worksheet><sheetData>{''.join(cells)}</sheetData></worksheet>"


def shared(times):
    """A sheet whose cells all name the first of the shared strings, which has a kilobyte."""
    strings = f"<sst><si><t>{KILOBYTE}</t></si></sst>"
    cells = '<row><c t="s"><v>0</v></c></row>' * times
    return workbook(sheet=sheet(cells), sharedStrings=strings)


def open_document(rows, columns, text="x"):
    cell = (
        f'<table:table-cell office:value-type="string" table:number-columns-repeated="{columns}">'
        f"<text:p>{text}</text:p></table:table-cell>"
    )
    row = f'<table:table-row table:number-rows-repeated="{rows}">{cell}</table:table-row>'
    spaces = 'xmlns:table="t" xmlns:text="x" xmlns:office="o"'
    return workbook(
        content=f"<office:document {spaces}><table:table>{row}</table:table></office:document>"
    )


def refusal(content):
    with pytest.raises(RefusedError) as refused:
        check_workbook(content, ONE_MIB)
    return str(refused.value)


@pytest.mark.parametrize(
    "content",
    [
        workbook(sheet=sheet('<row r="1"><c r="A1"><v>1</v></c><c r="XFD1" s="1"/></row>')),
        workbook(sheet=sheet('<row r="1048576"><c r="A1048576"><v>1</v></c></row>')),
        shared(900),
        open_document(1_048_576, 1),
        open_document(1, 1, KILOBYTE),
    ],
    ids=["one row", "one column", "repeated strings", "repeated rows", "text"],
)
def test_a_workbook_that_memory_holds_passes(content):
    assert check_workbook(content, ONE_MIB) is None


@pytest.mark.parametrize(
    "content, reason",
    [
        (workbook(sheet=sheet(" " * 2**20)), "unpacks to more than 1 MiB"),
        (workbook(sheet=sheet('<row><c r="A1"><v>1</v></c><c r="XFD9999"><v>1</v></c></row>')),
         "a sheet of 9,999 rows and 16,384 columns"),
        (shared(1100), "cells that repeat more text than may be read"),
        (open_document(1_000_000, 1000), "a sheet of 1,000,000 rows and 1,000 columns"),
        (open_document(1100, 1, KILOBYTE), "cells that repeat more text than may be read"),
        (workbook(sheet='<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'), "a document type"),
        (workbook(sheet="<worksheet>"), "damaged or cut off"),
        (shared(9)[:200], "damaged or cut off"),
    ],
    ids=["size", "corner", "strings", "repeated rows", "repeated text", "entities", "XML", "zip"],
)  # fmt: skip
def test_a_workbook_that_it_does_not_hold_is_refused(content, reason):
    assert refusal(content).startswith(reason)
