"""The paragraphs of a Word document in their order, read straight from its XML."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import unquote

from dateline.sources.expanding import OF_DOCUMENTS, refuse_bomb
from dateline.sources.raw import RefusedError

if TYPE_CHECKING:
    from lxml.etree import _Element

_MAIN, _LINKS = "word/document.xml", "word/_rels/document.xml.rels"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_BLANKS = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-"}
# What a damaged, encrypted or oddly packed archive raises.
_DAMAGED = (
    zipfile.BadZipFile, KeyError, OSError, RuntimeError, EOFError, ValueError, zlib.error,
)  # fmt: skip
# What was deleted or moved away with changes tracked.
_GONE = frozenset((f"{_W}del", f"{_W}moveFrom", _FALLBACK))


class Paragraph(NamedTuple):
    """A paragraph's text, with newlines for its breaks; whether in a table; where it links to."""

    text: str
    in_table: bool = False
    link: str = ""


def has_main_part(content: bytes, largest: int) -> bytes:
    """The first `largest` bytes of a Word document's main part; empty if it is none."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive, archive.open(_MAIN) as part:
            usual = archive.getinfo(_MAIN).compress_type in OF_DOCUMENTS
            return part.read(largest) if usual else b""
    except _DAMAGED:
        return b""


def read_paragraphs(content: bytes, *, largest_mb: int) -> list[Paragraph]:
    """
    Every paragraph of the main part, those in tables and text boxes among them.

    Deleted text, field codes, headers and footers are left out. Raises RefusedError for a
    document that is broken, or too large once unpacked (`refuse_bomb`).
    """
    from lxml import etree

    main, relations = _parts(content, largest_mb)
    links = _links(relations)
    found = []
    try:
        for _, element in etree.iterparse(
            io.BytesIO(main), tag=f"{_W}p", resolve_entities=False, no_network=True,
            huge_tree=False, load_dtd=False,
        ):  # fmt: skip
            if not _is_gone(element):
                found.append(_paragraph(element, links))
            element.clear(keep_tail=True)
    except etree.XMLSyntaxError as error:
        raise RefusedError(f"Word document with broken XML at line {error.lineno}") from None
    return found


def _parts(content: bytes, largest_mb: int) -> tuple[bytes, bytes]:
    """The main part and the one that says where its links lead, which may be missing."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            refuse_bomb(archive, len(content), largest_mb=largest_mb)
            links = archive.read(_LINKS) if _LINKS in archive.namelist() else b""
            return archive.read(_MAIN), links
    except _DAMAGED:
        raise RefusedError("Word document that is damaged; download it again") from None


def _links(part: bytes) -> dict[str, str]:
    """Where the document's links lead to, by their id."""
    pairs = re.findall(r"<Relationship\b[^>]{0,4000}?/?>", part.decode("utf-8", "replace"))
    found = {}
    for pair in pairs:
        name = re.search(r"\bId\s*=\s*[\"']([^\"']{1,100})", pair)
        target = re.search(r"\bTarget\s*=\s*[\"']([^\"']{1,4000})", pair)
        if name and target:
            found[name[1]] = unquote(target[1])
    return found


def _is_gone(element: _Element) -> bool:
    return any(up.tag in _GONE for up in element.iterancestors())


def _paragraph(element: _Element, links: dict[str, str]) -> Paragraph:
    """The paragraph; those of a text box inside have been read and cleared before it."""
    link = next((node.get(f"{_R}id", "") for node in element.iter(f"{_W}hyperlink")), "")
    in_table = next(element.iterancestors(f"{_W}tbl"), None) is not None
    return Paragraph("".join(_pieces(element)), in_table, links.get(link, ""))


def _pieces(element: _Element) -> Iterator[str]:
    from lxml import etree

    walk = etree.iterwalk(element, events=("start",))
    for _, node in walk:
        if node.tag in _GONE:
            walk.skip_subtree()
        elif node.tag == f"{_W}t":
            yield node.text or ""
        else:
            # A tab stop among the settings of a paragraph has the tag of a tab.
            yield _BLANKS.get(node.tag, "") if _is_in_run(node) else ""


def _is_in_run(node: _Element) -> bool:
    parent = node.getparent()
    return parent is not None and parent.tag == f"{_W}r"
