"""The layout that LexisNexis gives an article, as text or as a page: from paragraphs to fields."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile
from typing import NamedTuple

from dateline.sources.databases.date_lines import date_in, date_value, is_date_line
from dateline.sources.databases.entries import Entry, clean_author
from dateline.sources.databases.field_labels import (
    COPYRIGHT,
    HEAD_FIELDS,
    Field,
    language_code,
    plain,
    read_label,
    stated_words,
)

# "1 of 10 DOCUMENTS", "Dokument 1 von 10", "Document 1 de 10", "1 van 10 DOCUMENTEN", and as the
# pages in Spanish, Italian and Portuguese have it.
MARK = re.compile(
    r"^[^\S\n]*(?:(?:Do[ck]ument[oe]?|DO[CK]UMENT[OE]?)[^\S\n]+(?P<one>\d{1,5})[^\S\n]+"
    r"(?:von|d[ei]|of|van)[^\S\n]+(?P<of>\d{1,5})"
    r"|(?P<first>\d{1,5})[^\S\n]+(?:of|von|d[ei]|van)[^\S\n]+(?P<all>\d{1,5})[^\S\n]+"
    r"(?:DO[CK]UMENT(?:S|EN?|[OI]|OS)?))[^\S\n]*$",
    re.M,
)
# Paragraphs at the top among which the date line stands, and between headline and LENGTH.
_TOP, _FIELDS = 8, 12
_INDEXED = re.compile(r"\(\d\d?\d?%\)")
_LONGEST_VALUE = 60


class Block(NamedTuple):
    """A paragraph, with newlines where it has several lines; `centred` on its page."""

    text: str
    centred: bool = False


def announced_in(mark: re.Match[str]) -> int:
    """The number of documents that "1 of 10 DOCUMENTS" names."""
    return int(mark["of"] or mark["all"])


def read_document(blocks: Sequence[Block]) -> Entry:
    """
    The article in the paragraphs of one document, in LexisNexis' order: publication, date,
    headline, labelled fields as far as LENGTH, body, labelled fields.

    Paragraphs between the headline and the first label are taken for the standfirst, and stay in
    the text, as does HIGHLIGHT. Wrong for a body paragraph that begins with a label in capitals
    and looks like that field in its value.
    """
    head, rest = _split_at_date(blocks)
    start = next((at for at, block in enumerate(rest) if _field(block.text)), None)
    headlines = [block for block in rest[:start] if not block.centred][: None if start else 1]
    after = (
        rest[start:]
        if start is not None
        else [block for block in rest if block.text not in {line.text for line in headlines}]
    )
    fields, lead, body, tail = _parts(after)
    titles = [_joined(block.text) for block in headlines]
    title = fields.get("title", "") or next(iter(titles), "")
    standfirst = [line for line in titles if line != title]
    highlight = [fields["highlight"]] if fields.get("highlight") else []
    return Entry(
        title=title,
        author=clean_author(fields.get("author", "")),
        source=head.source,
        date=head.date,
        load_date=date_value(tail.get("load date", "")),
        language=language_code(tail.get("language", "")),
        url=tail.get("url", ""),
        paragraphs=(*standfirst, *highlight, *lead, *body) if body or lead else (),
        words=stated_words(fields.get("length", "")),
    )


class _Head(NamedTuple):
    source: str
    date: str


def _split_at_date(blocks: Sequence[Block]) -> tuple[_Head, list[Block]]:
    """Publication and date, and the paragraphs below them."""
    at = next(
        (number for number, block in enumerate(blocks[:_TOP])
         if any(map(is_date_line, block.text.split("\n"))) and not _field(block.text)),
        None,
    )  # fmt: skip
    if at is None:
        centred = [block for block in takewhile(_may_be_above, blocks) if block.centred]
        lines = _publication(centred or blocks[:1])
        return _Head(next(iter(lines), ""), ""), list(blocks[max(1, len(centred)) :])
    lines = blocks[at].text.split("\n")
    date = next(line for line in lines if is_date_line(line))
    above = [*blocks[:at], Block("\n".join(lines[: lines.index(date)]))]
    return _Head(next(iter(_publication(above)), ""), date_value(date)), list(blocks[at + 1 :])


def _may_be_above(block: Block) -> bool:
    """Whether a paragraph may stand above the headline, in the middle of its page."""
    return block.centred and not _field(block.text)


def _publication(blocks: Sequence[Block]) -> list[str]:
    lines = [line.strip() for block in blocks for line in block.text.split("\n")]
    return [line for line in lines if line and not COPYRIGHT.match(line)]


def _parts(
    blocks: Sequence[Block],
) -> tuple[dict[str, str], list[str], list[str], dict[str, str]]:
    """The fields above the body, unlabelled paragraphs among them, the body, the fields below."""
    end_of_head = _end_of_head(blocks)
    fields: dict[str, str] = {}
    lead: list[str] = []
    for block in blocks[:end_of_head]:
        if not _add_fields(block.text, fields) and not block.centred:
            lead.append(block.text)
    body_label = fields.pop("body", "")
    below = blocks[end_of_head:]
    end = next((at for at, block in enumerate(below) if _ends_body(block)), len(below))
    tail: dict[str, str] = {}
    for block in below[end:]:
        _add_fields(block.text, tail)
    body = [*filter(None, [body_label]), *(block.text for block in below[:end])]
    return fields, lead, body, tail


def _end_of_head(blocks: Sequence[Block]) -> int:
    """How many paragraphs belong to the fields above the body; LENGTH is mostly their last."""
    names = [field.name if (field := _field(block.text)) else "" for block in blocks]
    end = names.index("length", 0, _FIELDS) + 1 if "length" in names[:_FIELDS] else 0
    while end < len(names) and names[end] in HEAD_FIELDS:
        end += 1
    return end


def _add_fields(text: str, fields: dict[str, str]) -> bool:
    """Add the labelled lines of a paragraph; a line without label goes on with the one above."""
    name = ""
    for line in text.split("\n"):
        if field := read_label(line, capitals=True):
            name = field.name
            fields.setdefault(name, field.value)
        elif name:
            fields[name] = f"{fields[name]} {line.strip()}".strip()
    return bool(name)


def _field(text: str) -> Field | None:
    return read_label(text.split("\n")[0], capitals=True)


def _ends_body(block: Block) -> bool:
    """Whether the fields below the body begin, or the copyright line."""
    if COPYRIGHT.match(plain(block.text)):
        return True
    field = _field(block.text)
    if not field:
        return False
    if field.name == "load date":
        return bool(date_in(field.value)) or is_date_line(field.value)
    if field.name == "index":
        return bool(_INDEXED.search(block.text))
    if field.name == "url":
        return field.value.lower().startswith(("http", "www."))
    short = len(field.value) <= _LONGEST_VALUE
    return field.name == "graphic" or (field.name in ("language", "type") and short)


def _joined(text: str) -> str:
    return " ".join(text.split())
