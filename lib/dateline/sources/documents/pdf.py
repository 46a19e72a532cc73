"""PDF documents with a text layer: one document, one article."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from statistics import median_low
from threading import Lock
from typing import TYPE_CHECKING, NamedTuple

from dateline.sources.raw import Found, RawArticle, RefusedError
from dateline.study import ReadSettings

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfTextPage

_BEGIN = re.compile(rb"\s*%PDF-\d")
# PDFium takes a hyphen and the end of the line after it for one mark.
_HYPHEN = "\ufffe"
_LINE = re.compile(f"([^\r\n{_HYPHEN}]*)(\r?\n|\r|{_HYPHEN}|$)")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
# A line this many times further below than the page's lines usually are begins a paragraph.
_WIDE = 1.3
_SENTENCE_END = re.compile(r"[.!?…:。！？][\"'”’»)\]]*$")
_DATES = {"CreationDate": "file:created", "ModDate": "file:modified"}
_ALONE = Lock()  # PDFium is not made for several threads


class _Line(NamedTuple):
    text: str
    bottom: float  # points above the foot of the page


def is_pdf(content: bytes) -> bool:
    """
    Whether a file begins as a PDF does.

    >>> is_pdf(b"%PDF-1.7"), is_pdf(b"PDF of the talks")
    (True, False)
    """
    return bool(_BEGIN.match(content[:1024]))


def read_pdf(path: str, content: bytes, settings: ReadSettings = ReadSettings()) -> Found:
    """
    The one article of a PDF: its text layer by PDFium, page by page, line by line.

    Lines stay lines, hyphens at their ends included. A wider gap between two lines sets paragraphs
    apart; so does the end of a page or column if its last line ends a sentence. The document's
    title is the headline only if it stands on lines of its own on the first page. `metadata` are
    its "file:created" and "file:modified" as they stand. Pages that fail are named in the remark.

    Wrong for columns that the file does not hold in reading order, for a document with several
    articles, and for paragraphs set apart by an indent alone, which are left to cleaning. How much
    a compressed page may unpack to is bounded by PDFium alone, at 1 GiB.

    Raises RefusedError for a file that is encrypted, damaged, no PDF, or without a text layer.
    """
    if not is_pdf(content):
        raise RefusedError("not a PDF, though its name ends in .pdf")
    with _ALONE:
        pages, broken, stated = _read(content)
    title, text = _with_title(list(filter(None, pages)), stated.get("Title", ""))
    if not any(letter.isalnum() for letter in text):
        raise RefusedError("PDF without a text layer; run it through text recognition first")
    dates = tuple((name, stated[key]) for key, name in _DATES.items() if stated.get(key))
    article = RawArticle(path=path, text=text, encoding="", title=title, metadata=dates)
    return Found([article], f"pages that cannot be read: {_listed(broken)}" if broken else "")


def _read(content: bytes) -> tuple[list[str], list[int], dict[str, str]]:
    """The text of each page, the numbers of those that fail, and the document's properties."""
    from pypdfium2 import PdfiumError

    pages, broken = [], []
    document = _opened(content)
    try:
        for number in range(len(document)):
            try:
                pages.append(_page(document, number))
            except PdfiumError:
                broken.append(number + 1)
        return pages, broken, document.get_metadata_dict()
    finally:
        document.close()


def _opened(content: bytes) -> PdfDocument:
    from pypdfium2 import PdfDocument, PdfiumError, raw

    try:
        return PdfDocument(content)
    except PdfiumError as problem:
        if getattr(problem, "err_code", None) == raw.FPDF_ERR_PASSWORD:
            raise RefusedError("encrypted; save it without a password") from None
        raise RefusedError("damaged PDF; open it and save it again") from None


def _page(document: PdfDocument, number: int) -> str:
    page = document[number]
    try:
        lines = list(_lines(page.get_textpage()))
    finally:
        page.close()
    gaps = [above.bottom - below.bottom for above, below in pairwise(lines)]
    usual = median_low([gap for gap in gaps if gap > 0] or [0.0])
    text = "".join(
        line.text + _between(line, gap, usual) for line, gap in zip(lines, gaps, strict=False)
    )
    return text + lines[-1].text if lines else ""


def _between(line: _Line, gap: float, usual: float) -> str:
    """What stands between a line and the next: a gap above 0 leads down, below 0 to a column."""
    if gap < 0:
        return _page_end(line.text)
    return "\n\n" if gap > _WIDE * usual else "\n"


def _lines(page: PdfTextPage) -> Iterator[_Line]:
    """The lines of a page that hold something, each with the place of its first letter."""
    text = page.get_text_range()
    for found in _LINE.finditer(text):
        hyphen = "-" if found[2] == _HYPHEN else ""
        line = _CONTROL.sub("", found[1] + hyphen).strip()
        if line:
            first = found.start() + len(found[1]) - len(found[1].lstrip())
            yield _Line(line, page.get_charbox(first, loose=True)[1])


def _joined(pages: list[str]) -> Iterator[str]:
    for place, page in enumerate(pages, start=1):
        yield page
        if place < len(pages):
            yield _page_end(page)


def _page_end(text: str) -> str:
    """What stands where a page or column ends; only a sentence's end can end a paragraph there."""
    return "\n\n" if _SENTENCE_END.search(text) else "\n"


def _with_title(pages: list[str], stated: str) -> tuple[str, str]:
    """The title, if the first page has it on lines of its own, and the text with it on top."""
    text = "".join(_joined(pages))
    words = stated.split()
    pattern = re.compile("^" + r"\s+".join(map(re.escape, words)) + "$", re.M)
    found = pattern.search(text, 0, len(pages[0])) if words and pages else None
    if not found:
        return "", text
    title = " ".join(words)
    rest = (text[: found.start()].strip(), text[found.end() :].strip())
    return title, "\n\n".join(filter(None, (title, *rest)))


def _listed(numbers: list[int]) -> str:
    shown = ", ".join(map(str, numbers[:5]))
    return f"{shown} and {len(numbers) - 5} more" if len(numbers) > 5 else shown
