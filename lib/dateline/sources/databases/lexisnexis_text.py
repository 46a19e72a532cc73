"""LexisNexis and Nexis exports as plain text: "1 of 10 DOCUMENTS" above each article."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from dateline.sources.databases.entries import found_in
from dateline.sources.databases.field_labels import COPYRIGHT, plain, read_label
from dateline.sources.databases.nexis_layout import MARK, Block, announced_in, read_document
from dateline.sources.databases.peek import beginning, parts_below
from dateline.sources.raw import Found
from dateline.sources.text import text_of
from dateline.study import ReadSettings

# Fewer different fields in capitals may be quoted by an article.
_SIGNS = 2
# So many blanks before each line of a paragraph centre it.
_CENTRED = 8
_LABELLED = re.compile(r"^[^\W\d_][^\n:]{2,28}:", re.M)
# How the cover begins, which may stand below the last article too; it names who asked for them.
_COVER = re.compile(
    r"^[^\S\n]*(?:-{2,}[^\S\n]*End of Request\b|(?:Download|Print|E-?mail|Delivery) Request:"
    r"|Time Of Request:|Printopdracht:|Druckauftrag:)",
    re.M | re.I,
)


def is_lexisnexis_text(content: bytes) -> bool:
    """
    Whether a text has LexisNexis' marks between documents, and two more of its signs: labels in
    capitals, the line of the copyright, the cover.
    """
    text = beginning(content)
    if not MARK.search(text):
        return False
    lines = [line.strip() for line in text.split("\n")]
    labelled = (line for line in lines if _LABELLED.match(line))
    signs = {field.name for line in labelled if (field := read_label(line, capitals=True))}
    signs |= {"copyright"} if signs and any(map(COPYRIGHT.match, lines)) else set()
    signs |= {"cover"} if signs and _COVER.search(text) else set()
    return len(signs) >= _SIGNS


def read_lexisnexis_text(
    path: str, content: bytes, settings: ReadSettings = ReadSettings()
) -> Found:
    """
    The articles of a LexisNexis text file; a cover above the first or below the last is not kept.

    Hard-wrapped lines are joined. What remains of a defect is in the remark: articles without
    date line, headline or body, and a count other than the one that the file announces.

    Raises RefusedError if no article is found.
    """
    text, encoding = text_of(content, encoding=settings.encoding)
    text = text.replace("\f", "\n")
    marks = list(MARK.finditer(text))
    return found_in(
        path,
        [read_document(_blocks(document)) for document in _documents(marks, text)],
        name="LexisNexis text",
        encoding=encoding,
        announced=max(map(announced_in, marks), default=0),
    )


def _documents(marks: Sequence[re.Match[str]], text: str) -> list[str]:
    *others, last = parts_below(marks, text) or [""]
    cover = _COVER.search(last)
    return [*others, last[: cover.start()] if cover else last] if marks else []


def _blocks(document: str) -> list[Block]:
    """The paragraphs between blank lines, their wrapped lines joined."""
    lines = document.split("\n")
    width = max((len(line) for line in lines), default=0)
    found = re.split(r"\n(?:[^\S\n]*\n)+", document)
    return [_block(text.split("\n"), width) for text in found if plain(text)]


def _block(lines: list[str], width: int) -> Block:
    lines = [line for line in lines if plain(line)]
    if all(line.startswith(" " * _CENTRED) for line in lines):
        return Block("\n".join(map(plain, lines)), centred=True)
    return Block(_unwrapped(lines, width))


def _unwrapped(lines: list[str], width: int) -> str:
    """Lines joined where the next one's first word would not have fitted into the width."""
    joined = plain(lines[0])
    for line, following in pairwise(lines):
        text = plain(following)
        full = len(line.rstrip()) + 1 + len(text.split()[0]) > width
        joined += (" " if full and not read_label(text, capitals=True) else "\n") + text
    return joined
