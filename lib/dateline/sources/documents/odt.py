"""OpenDocument texts (.odt): one document, one article."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import TYPE_CHECKING

from dateline.sources.documents.package import BROKEN, open_package, refuse_entities
from dateline.sources.documents.styled import HEADING, Paragraph, article_of
from dateline.sources.raw import Found, RawArticle, RefusedError
from dateline.study import ReadSettings

if TYPE_CHECKING:
    from odfdo import Document, Element

# The package's first member, which is never compressed.
_MIMETYPE = b"mimetypeapplication/vnd.oasis.opendocument.text"
_BEGIN = slice(30, 30 + len(_MIMETYPE))
# Every paragraph at any depth but those of footnotes, comments and tracked deletions.
_PARAGRAPHS = (
    "descendant::*[self::text:p or self::text:h]"
    "[not(ancestor::text:note or ancestor::office:annotation or ancestor::text:tracked-changes)]"
)
# Inside a paragraph: what is not its text, or comes on its own, as text in frames does.
_UNSEEN = ("draw:frame", "draw:custom-shape", "office:annotation", "text:note", "text:ruby-text")
_MARKS = {"text:tab": "\t", "text:line-break": "\n"}
_MANY = 1000  # spaces in a row that are believed
_DATES = {"meta:creation-date": "file:created", "dc:date": "file:modified"}


def is_odt(content: bytes) -> bool:
    """Whether a file begins as the package of an OpenDocument text does."""
    return content.startswith(b"PK") and content[_BEGIN] == _MIMETYPE


def read_odt(path: str, content: bytes, settings: ReadSettings = ReadSettings()) -> Found:
    """
    The one article of an OpenDocument text: paragraphs, table cells, text boxes in their order.

    Line breaks are kept. Headers, footers, footnotes, comments and tracked deletions are not
    text. The headline is as `styled.article_of` finds it, a heading of the first level counting
    as Heading 1. `metadata` are the document's own properties, "file:created" and
    "file:modified"; who typed it is not stored.

    Wrong for a document with several articles, which it takes for one.

    Raises RefusedError for a file that is encrypted, damaged, too large once unpacked, without
    text, or no OpenDocument text.
    """
    document = _opened(content, settings)
    try:
        found = article_of([*_paragraphs(document)])
        dates = tuple(_dates(document))
    except (AttributeError, KeyError, TypeError, ValueError, SyntaxError):
        raise RefusedError("damaged document; open it and save it again") from None
    article = RawArticle(
        path=path, text=found.text, encoding="utf-8", title=found.title, metadata=dates
    )
    return Found([article], found.remark)


def _opened(content: bytes, settings: ReadSettings) -> Document:
    from odfdo import Document

    package = open_package(content, settings, ending=".odt")
    names = package.namelist()
    if not is_odt(content) or "content.xml" not in names:
        raise RefusedError("not an OpenDocument text; if it is a ZIP archive, name it .zip")
    refuse_entities(package)
    manifest = package.read("META-INF/manifest.xml") if "META-INF/manifest.xml" in names else b""
    if b"encryption-data" in manifest:
        raise RefusedError("encrypted; save it without a password")
    try:
        return Document(io.BytesIO(content))
    except (*BROKEN, TypeError):
        raise RefusedError("damaged document; open it and save it again") from None


def _paragraphs(document: Document) -> Iterator[Paragraph]:
    known: dict[str, str] = {}
    for element in document.body.get_elements(_PARAGRAPHS):
        name = str(element.get_attribute("text:style-name") or "")
        if name not in known:
            known[name] = _style(document, name)
        heading = element.tag == "text:h" and element.get_attribute("text:outline-level") == "1"
        yield Paragraph("".join(_pieces(element)), HEADING if heading else known[name])


def _style(document: Document, name: str) -> str:
    """The name of a style, or of the usual one that a change by hand was made to."""
    made = document.get_style("paragraph", name) if name else None
    parent = getattr(made, "parent_style", "") or ""
    return (parent if parent in ("Title", "Heading_20_1") else name).replace("_20_", " ").lower()


def _pieces(element: Element) -> Iterator[str]:
    yield element.text or ""
    for child in element.children:
        if child.tag == "text:s":
            yield " " * min(child.get_attribute_integer("text:c") or 1, _MANY)
        elif child.tag in _MARKS:
            yield _MARKS[child.tag]
        elif child.tag not in _UNSEEN:
            yield from _pieces(child)
        yield child.tail or ""


def _dates(document: Document) -> Iterator[tuple[str, str]]:
    """The properties as they stand."""
    for tag, name in _DATES.items():
        for element in document.meta.root.get_elements(f"//office:meta/{tag}")[:1]:
            if value := (element.text or "").strip():
                yield name, value
