"""Word documents (.docx): one document, one article."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from dateline.sources.documents.package import BROKEN, open_package, refuse_entities
from dateline.sources.documents.styled import Paragraph, article_of
from dateline.sources.raw import Found, RawArticle, RefusedError
from dateline.study import ReadSettings

if TYPE_CHECKING:
    from docx.document import Document

_TOP = 64 * 1024  # bytes in which a package names its first members
_MEMBER = re.compile(rb"PK\x03\x04.{26}word/", re.S)
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PARAGRAPH = f"{_W}p"
# The second form of a text box, for older programs: the same words again.
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_UNSEEN = frozenset((_FALLBACK, f"{_W}del", f"{_W}moveFrom", f"{_W}pPr", f"{_W}rPr"))
_MARKS = {
    f"{_W}tab": "\t", f"{_W}ptab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n",
    f"{_W}noBreakHyphen": "-", f"{_W}softHyphen": "\N{SOFT HYPHEN}",
}  # fmt: skip
_DAMAGED = "damaged Word document; open it and save it again"
_DATES = ("created", "modified")
_TERMS = "{http://purl.org/dc/terms/}"


def is_docx(content: bytes) -> bool:
    """Whether a file begins as the package of a Word document does."""
    return content.startswith(b"PK\x03\x04") and bool(_MEMBER.search(content[:_TOP]))


def read_docx(path: str, content: bytes, settings: ReadSettings = ReadSettings()) -> Found:
    """
    The one article of a Word document: paragraphs, table cells and text boxes in their order.

    Line breaks and tracked insertions are kept. Headers, footers, footnotes, comments and tracked
    deletions are not text, and numbers of lists are not in the file. The headline is as
    `styled.article_of` finds it. `metadata` are the document's own properties, "file:created" and
    "file:modified"; who typed it is not stored, for that is seldom the article's author.

    Wrong for a document with several articles, which it takes for one, and for text formatted as
    hidden, which it counts.

    Raises RefusedError for a file that is encrypted, damaged, too large once unpacked, without
    text, or no Word document.
    """
    document = _opened(content, settings)
    try:
        paragraphs, dates = list(_paragraphs(document)), tuple(_dates(document))
    except (AttributeError, LookupError, TypeError, ValueError):
        raise RefusedError(_DAMAGED) from None
    found = article_of(paragraphs)
    article = RawArticle(
        path=path,
        text=found.text,
        encoding="utf-8",
        title=found.title,
        metadata=dates,
    )
    return Found([article], found.remark)


def _opened(content: bytes, settings: ReadSettings) -> Document:
    from docx import Document
    from docx.opc.exceptions import OpcError
    from lxml import etree

    package = open_package(content, settings, ending=".docx")
    if "[Content_Types].xml" not in package.namelist():
        raise RefusedError("ZIP archive without a Word document; name it .zip")
    refuse_entities(package)
    try:
        return Document(io.BytesIO(content))
    except ValueError as problem:
        if "is not a Word file" in str(problem):
            raise RefusedError("not an ordinary Word document; save it as .docx") from None
        raise RefusedError(_DAMAGED) from None
    except (*BROKEN, AttributeError, AssertionError, TypeError, OpcError, etree.LxmlError):
        raise RefusedError(_DAMAGED) from None


def _paragraphs(document: Document) -> Iterator[Paragraph]:
    """Every paragraph of the body, at any depth: cells, content controls and text boxes too."""
    names = {style.style_id: (style.name or "").casefold() for style in document.styles}
    for element in document.element.body.iter(_PARAGRAPH):
        if not any(parent.tag in _UNSEEN for parent in element.iterancestors()):
            yield Paragraph("".join(_pieces(element)), names.get(element.style, ""))


def _pieces(paragraph: Any) -> Iterator[str]:
    """The text of one paragraph without those inside it, which come on their own."""
    from lxml import etree

    walk = etree.iterwalk(paragraph, events=("start",))
    for _, element in walk:
        if element.tag in _UNSEEN or (element.tag == _PARAGRAPH and element is not paragraph):
            walk.skip_subtree()
        elif element.tag == f"{_W}t":
            yield element.text or ""
        else:
            yield _MARKS.get(element.tag, "")


def _dates(document: Document) -> Iterator[tuple[str, str]]:
    """The properties as they stand; python-docx would invent them where there are none."""
    from docx.opc.constants import RELATIONSHIP_TYPE

    try:
        part = document.part.package.part_related_by(RELATIONSHIP_TYPE.CORE_PROPERTIES)
    except (KeyError, ValueError):
        return
    element = getattr(part, "element", None)
    for name in _DATES:
        value = "" if element is None else element.findtext(_TERMS + name) or ""
        if value.strip():
            yield f"file:{name}", value.strip()
