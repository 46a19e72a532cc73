"""LexisNexis and Nexis UK exports as one page: a comment with <DOC NUMBER=1> above each article."""

from __future__ import annotations

import re

from dateline.sources.databases.entries import found_in
from dateline.sources.databases.markup import block_texts, markup_of, parse_page
from dateline.sources.databases.nexis_layout import MARK, Block, read_document
from dateline.sources.databases.peek import without_zeros
from dateline.sources.raw import Found
from dateline.study import ReadSettings

_DOCUMENT = re.compile(r"<DOC NUMBER=[\"']?\d+[\"']?>.{0,200}?-->", re.I | re.S)
_CLOSED = re.compile(r"<!--.{0,200}?</DOC(?:FULL)?>", re.I | re.S)
_COUNTED = re.compile(r"<META\b[^>]{0,200}?\bDOCUMENTS\s*=\s*[\"']?(\d{1,6})", re.I)
_NUMBER = re.compile(rb"<DOC NUMBER=[\"']?\d+[\"']?>", re.I)
_BLOCKS = ("p", "h1", "h2", "h3", "li", "td", "div")


def is_lexisnexis_html(content: bytes) -> bool:
    """
    Whether a page has LexisNexis' comments <DOC NUMBER=1> and <DOCFULL>. All of it is looked at,
    as its style sheet may be long.
    """
    content = without_zeros(content)
    return bool(_NUMBER.search(content)) and b"<docfull>" in content.lower()


def read_lexisnexis_html(
    path: str, content: bytes, settings: ReadSettings = ReadSettings()
) -> Found:
    """
    The articles of a LexisNexis page; what stands above the first one is not kept.

    The words that the search found stand in spans of their own, which are joined. The remark is
    that of `read_lexisnexis_text`.

    Raises RefusedError if no article is found.
    """
    markup, encoding = markup_of(content)
    parts = _DOCUMENT.split(markup)[1:]
    documents = [_CLOSED.split(part, maxsplit=1)[0] for part in parts]
    counted = _COUNTED.search(markup)
    entries = [read_document(_blocks(document)) for document in documents if document.strip()]
    return found_in(
        path,
        entries,
        name="LexisNexis page",
        encoding=encoding,
        announced=int(counted[1]) if counted else 0,
    )


def _blocks(document: str) -> list[Block]:
    tree = parse_page(f"<html><body>{document}</body></html>")
    return [Block(text) for text in block_texts(tree, *_BLOCKS) if not MARK.match(text)]
