"""Nexis Uni exports as Word documents: a cover, then articles that end with "End of Document"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from dateline.sources.databases.date_lines import date_in, date_value, is_date_line
from dateline.sources.databases.docx_lines import Paragraph, has_main_part, read_paragraphs
from dateline.sources.databases.entries import Entry, clean_author, found_in
from dateline.sources.databases.field_labels import (
    COPYRIGHT,
    FIELDS,
    HEAD_FIELDS,
    is_end,
    language_code,
    plain,
    read_label,
    stated_words,
)
from dateline.sources.raw import Found
from dateline.study import ReadSettings

# Bytes of the document's XML that are looked at to tell what it is: a cover may list many titles.
_LOOK = 4 * 2**20
_SIGNS = 2
_COVER = re.compile(
    r"^(?:user name|date and time|job number|client/matter|search terms|search type|narrowed by"
    r"|content type|documents? \(\d+\)|dokumente? \(\d+\)|documenten \(\d+\)|benutzername"
    r"|datum und (?:uhr)?zeit|auftragsnummer|kunde|suchbegriffe|suchtyp|eingegrenzt durch"
    r"|nom d.utilisateur|date et heure|numéro d[eu] .{0,12}|client/dossier|termes de recherche"
    r"|type de recherche|limité par|gebruikersnaam|datum en tijd|opdrachtnummer|zoektermen"
    r"|zoektype|beperkt (?:door|tot))\s?:?"
    r"|^\d{1,4}\.\s",
    re.I,
)
_COUNTED = re.compile(r"^(?:documents?|dokumente?|documenten)\s?\((\d{1,6})\)$", re.I)
_ITEM = re.compile(r"contentItem:([\w-]{8,60})", re.I)
# Lines between date and first label (an edition), and lines of a headline with its publication.
_ABOVE, _HEADLINES = 6, 3


class _Line(NamedTuple):
    text: str
    link: str


def is_nexis_docx(content: bytes) -> bool:
    """Whether a Word document has a line "End of Document" and two of Nexis' labelled lines."""
    start = has_main_part(content, _LOOK).decode("utf-8", "replace")
    broken = re.sub(r"</w:p>|<w:br\b[^>]*>", "\n", start)
    lines = [plain(line) for line in re.sub(r"<[^>]*>", "", broken).split("\n")]
    labels = {name for line in lines if (name := _name(line))}
    return any(map(is_end, lines)) and len(labels) >= _SIGNS


def read_nexis_docx(path: str, content: bytes, settings: ReadSettings = ReadSettings()) -> Found:
    """
    The articles of a Nexis Uni document, told by their labels, as all have one style.

    The cover is not kept: what stands in tables or behind its labels is passed over. `place` is
    the number of the content item that a headline links to. An article without "Body" is a
    headline alone, and has no text. Load-Date is the day on which the database got the article.

    Raises RefusedError if no article is found, and for a document that is broken.
    """
    chunks = list(_chunks(read_paragraphs(content, largest_mb=settings.largest_mb)))
    cover = [plain(part.text) for part in chunks[0]] if chunks else []
    counts = [int(count[1]) for line in cover if (count := _COUNTED.match(line))]
    entries = [_entry(chunk) for chunk in chunks if _has_fields(chunk)]
    name = "Nexis document"
    announced = counts[0] if counts else 0
    found = found_in(path, entries, name=name, encoding="utf-8", announced=announced)
    left = sum(not _has_fields(chunk) and any(plain(p.text) for p in chunk) for chunk in chunks)
    if not left:
        return found
    said = f"{left} part{'s' if left > 1 else ''} without Nexis' fields left out"
    return found._replace(remark=f"{found.remark or name}; {said}")


def _has_fields(chunk: Sequence[Paragraph]) -> bool:
    return any(_name(part.text) for part in chunk)


def _chunks(paragraphs: Sequence[Paragraph]) -> Iterator[list[Paragraph]]:
    """What stands before each "End of Document", and what stands behind the last one."""
    chunk: list[Paragraph] = []
    for paragraph in paragraphs:
        if is_end(paragraph.text):
            yield chunk
            chunk = []
        else:
            chunk.append(paragraph)
    yield chunk


def _name(line: str) -> str:
    """The field of a labelled line, with "copyright" for that line; blank for another."""
    line = plain(line)
    if COPYRIGHT.match(line):
        return "copyright"
    alone = FIELDS.get(line.rstrip(": ").casefold(), "")
    if alone in ("body", "classification", "graphic"):
        return alone
    field = read_label(line)
    return field.name if field and field.name in (*HEAD_FIELDS, "load date", "language") else ""


def _entry(chunk: Sequence[Paragraph]) -> Entry:
    start = next((at for at, part in enumerate(chunk) if _name(part.text) == "body"), None)
    end = _end_of_body(chunk, start) if start is not None else len(chunk)
    lines = list(_lines(chunk[:start]))
    source, title, date = _heading(lines)
    fields = _fields([*lines, *_lines(chunk[end:])])
    body = [_body_text(part) for part in chunk[start + 1 : end]] if start is not None else []
    paragraphs = list(filter(None, body))
    lead = [fields["highlight"]] if fields.get("highlight") and paragraphs else []
    item = _ITEM.search(title.link)
    return Entry(
        title=title.text,
        author=clean_author(fields.get("author", "")),
        source=source,
        date=date_value(date) if date else "",
        load_date=date_value(fields.get("load date", "")),
        language=language_code(fields.get("language", "")),
        place=item[1] if item else "",
        paragraphs=(*lead, *paragraphs),
        words=stated_words(fields.get("length", "")),
    )


def _lines(chunk: Sequence[Paragraph]) -> Iterator[_Line]:
    """The lines outside tables, blank ones too."""
    for part in chunk:
        if not part.in_table:
            yield from (_Line(plain(line), part.link) for line in part.text.strip().split("\n"))


def _heading(lines: Sequence[_Line]) -> tuple[str, _Line, str]:
    """Publication, headline and date, which stand above the first label of the article."""
    first = _first_label(lines)
    dates = [at for at in range(max(0, first - _ABOVE), first) if is_date_line(lines[at].text)]
    at = dates[-1] if dates else first
    above: list[_Line] = []
    for line in reversed(lines[:at]):
        if _COVER.match(line.text) or (above and not line.text) or len(above) == _HEADLINES:
            break
        above += [line] if line.text else []
    above.reverse()
    date = lines[at].text if dates else ""
    if len(above) < 2:
        return "", above[0] if above else _Line("", ""), date
    link = next((line.link for line in above if line.link), "")
    return above[-1].text, _Line(" ".join(line.text for line in above[:-1]), link), date


def _first_label(lines: Sequence[_Line]) -> int:
    """The first label that has a date line above it, else the first label, else the end."""
    labels = [at for at, line in enumerate(lines) if _name(line.text)]
    dated = (
        at for at in labels if any(is_date_line(x.text) for x in lines[max(0, at - _ABOVE) : at])
    )
    return next(dated, labels[0] if labels else len(lines))


def _fields(lines: Sequence[_Line]) -> dict[str, str]:
    fields: dict[str, str] = {}
    for line in lines:
        if field := read_label(line.text):
            fields.setdefault(field.name, field.value)
    return fields


def _end_of_body(chunk: Sequence[Paragraph], start: int) -> int:
    """Where "Classification", "Graphic" or Load-Date stands; else the end."""
    for at in range(start + 1, len(chunk)):
        name = _name(chunk[at].text)
        if name in ("classification", "graphic"):
            return at
        if name == "load date" and date_in(chunk[at].text):
            return at
    return len(chunk)


def _body_text(part: Paragraph) -> str:
    lines = (" ".join(line.split()) for line in part.text.split("\n"))
    return "\n".join(line for line in lines if line)
