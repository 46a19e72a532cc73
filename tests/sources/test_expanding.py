"""Documents that are zip files: none of their readers unpacks more than it may."""

import io
import zipfile

import pytest

from dateline.sources.databases.docx_lines import has_main_part, read_paragraphs
from dateline.sources.documents.odt import read_odt
from dateline.sources.documents.word import read_docx
from dateline.sources.expanding import refuse_bomb
from dateline.sources.raw import RefusedError
from dateline.sources.spreadsheets import read_spreadsheet
from dateline.study import ReadSettings

RATIO = "unpacks to more than 200 times its size"
PACKING = "packed in a way that documents are not; open it and save it again"
READERS = {
    "docx": lambda content: read_docx("a.docx", content),
    "odt": lambda content: read_odt("a.odt", content),
    "xlsx": lambda content: read_spreadsheet("a.xlsx", content),
    "nexis": lambda content: read_paragraphs(content, largest_mb=ReadSettings().largest_mb),
}


def zipped(how=zipfile.ZIP_DEFLATED, **members):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", how) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def refusal(call, *given, **settings):
    with pytest.raises(RefusedError) as refused:
        call(*given, **settings)
    return str(refused.value)


def check(content, largest_mb):
    with zipfile.ZipFile(io.BytesIO(content)) as document:
        refuse_bomb(document, len(content), largest_mb=largest_mb)


@pytest.mark.parametrize("reader", READERS)
def test_every_document_that_packs_to_a_thousandth_is_refused(reader):
    bomb = zipped(**{"word/document.xml": bytes(11 * 2**20)})
    assert refusal(READERS[reader], bomb) == RATIO


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("how", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA], ids=["bzip2", "lzma"])
def test_every_document_that_would_be_unpacked_without_a_bound_is_refused(reader, how):
    assert refusal(READERS[reader], zipped(how, **{"word/document.xml": "x"})) == PACKING


def test_a_main_part_without_a_bound_is_not_looked_into():
    part = {"word/document.xml": "Both sides met."}
    assert has_main_part(zipped(**part), 10) == b"Both sides"
    assert has_main_part(zipped(zipfile.ZIP_LZMA, **part), 10) == b""


def test_the_members_of_a_document_are_added_up():
    half = "x" * 2**19
    assert check(zipped(a=half, b=half), 1) is None
    larger = zipped(a=half, b=half, c="x")
    assert refusal(check, larger, 1) == "unpacks to more than 1 MiB; split it"
