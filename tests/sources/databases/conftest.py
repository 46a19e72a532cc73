"""Exports in the true layouts, with invented text."""

import io

import pytest

from dateline.sources.raw import RefusedError

COVER = {"User Name: ": "Jane Q. Reader", "Job Number: ": "123456789"}


@pytest.fixture
def export(root):
    """A function that gives the bytes of a file of cases/exports."""
    return lambda name: (root / "tests" / "cases" / "exports" / name).read_bytes()


@pytest.fixture
def refusal():
    """A function that gives the reason for which a reader refuses a content."""

    def reason(read, content):
        with pytest.raises(RefusedError) as refused:
            read("a", content)
        return str(refused.value)

    return reason


@pytest.fixture
def nexis_docx():
    """A function that makes a Nexis Uni document of articles, each a list of paragraphs."""
    return _document


def _document(articles, *, announced=0):
    from docx import Document

    document = Document()
    if announced:
        for label, value in COVER.items():
            document.add_paragraph(f"{label}{value}")
        document.add_paragraph("Date and Time: Wednesday, December 19, 2018 7:11:00 PM JST")
        document.add_paragraph(f"Documents ({announced})")
        document.add_paragraph("1. Ministers agree")
        cells = document.add_table(rows=1, cols=2).rows[0].cells
        cells[0].text, cells[1].text = "Search Terms: ", "sanctions and reader"
    for paragraphs in articles:
        for text in ("", "", *paragraphs, "\nEnd of Document"):
            document.add_paragraph(text)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()
