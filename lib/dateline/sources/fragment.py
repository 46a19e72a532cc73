"""Pieces of HTML that other formats carry: in feeds, in mail, in web archives."""

from __future__ import annotations

import codecs
import re

from dateline.sources.decoding import decode
from dateline.sources.visible import joined, visible_text

_MARKUP = re.compile(r"<[^<>]*>|&#?\w{1,20};")
# An end of the page inside the piece would hide what follows it.
_FRAME = re.compile(r"</?(?:html|body)\b[^<>]*>", re.I)
_CAPTIONS = ("figcaption",)


def fragment_text(markup: str) -> str:
    """
    What a piece of HTML says: paragraphs between blank lines, without scripts and captions.

    Plain text passes through it with its line breaks gone. A piece nested deeper than the parser
    goes keeps its words and loses its paragraphs.

    >>> fragment_text("<p>Talks <b>resume</b>.</p><p>In Bonn.<script>x()</script></p>")
    'Talks resume.\\n\\nIn Bonn.'
    """
    from lxml import etree
    from lxml.html import HTMLParser, document_fromstring

    parser = HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True)
    whole = f"<html><body>{_FRAME.sub('', markup)}</body></html>".replace("\0", "")
    try:
        tree = document_fromstring(whole.encode("utf-8", "replace"), parser=parser)
    except (etree.LxmlError, ValueError):
        return _stripped(markup)
    if any("Excessive depth" in problem.message for problem in parser.error_log):
        return _stripped(markup)
    etree.strip_elements(tree, *_CAPTIONS, with_tail=False)
    return visible_text(tree)


def _stripped(markup: str) -> str:
    return joined([" ".join(_MARKUP.sub(" ", markup).split())])


def as_utf8(content: bytes, *, declared: str = "") -> tuple[bytes, str]:
    """
    A page in UTF-8 and marked so, and the name of the encoding that it had.

    For a page whose encoding is declared outside it, which outranks what it says itself. Raises
    RefusedError where no encoding fits.
    """
    text, encoding = decode(content, declared=declared)
    return codecs.BOM_UTF8 + text.encode("utf-8", "replace"), encoding
