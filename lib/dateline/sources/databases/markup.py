"""Pages of databases as trees, and the text of their parts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from dateline.sources.raw import RefusedError
from dateline.sources.text import text_of

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_DECLARED = re.compile(rb"(?:charset|encoding)\s*=\s*[\"']?\s*([\w.:-]{2,30})", re.I)
_TOP = 4096  # bytes among which a page names its encoding
_UNSEEN = frozenset(("script", "style", "template", "noscript", "svg", "iframe", "object"))
# Stand for <br>, as a line end in the source is only a blank, and for the end of a part.
_BREAK, _PART = "\x1e", "\x1d"


def markup_of(content: bytes) -> tuple[str, str]:
    """The source of a page, and the name of its encoding."""
    found = _DECLARED.search(content, 0, _TOP)
    return text_of(content, declared=found[1].decode("ascii") if found else "")


def parse_page(markup: str) -> HtmlElement:
    """The tree of a page or of a part of one. Nothing is fetched. Raises RefusedError."""
    from lxml import etree
    from lxml.html import HTMLParser, document_fromstring

    parser = HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True)
    try:
        return document_fromstring(markup.encode("utf-8", "replace"), parser=parser)
    except (etree.LxmlError, ValueError):
        raise RefusedError("not a web page that can be read") from None


def element_text(element: HtmlElement) -> str:
    """The text of an element: blanks made one, spans joined, a newline for each <br>."""
    return _lines("".join(_pieces(element)))


def block_texts(element: HtmlElement, *tags: str) -> list[str]:
    """
    The texts inside an element as `element_text` gives them, one for each part: an element of
    these tags begins and ends one, and so does what stands beside it.
    """
    parts = "".join(_pieces(element, frozenset(tags))).split(_PART)
    return [text for part in parts if (text := _lines(part))]


def _lines(pieces: str) -> str:
    lines = (" ".join(line.split()) for line in pieces.split(_BREAK))
    return "\n".join(line for line in lines if line)


def _pieces(element: HtmlElement, parts: frozenset[str] = frozenset()) -> Iterator[str]:
    from lxml import etree

    walk = etree.iterwalk(element, events=("start", "end"))
    for event, node in walk:
        yield _PART if node.tag in parts else ""
        if event == "end":
            yield (node.tail or "") if node is not element else ""
        elif node.tag in _UNSEEN:
            walk.skip_subtree()
        else:
            yield _BREAK if node.tag == "br" else node.text or ""


def with_class(element: HtmlElement, *names: str) -> list[HtmlElement]:
    """The elements below that have one of the classes, whatever their case, in their order."""
    wanted = {name.lower() for name in names}
    return [
        node
        for node in element.iterdescendants()
        if wanted & set((node.get("class") or "").lower().split())
    ]
