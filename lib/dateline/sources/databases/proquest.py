"""ProQuest exports as plain text: articles between lines of underscores, with labelled fields."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dateline.sources.databases.entries import Entry, clean_author, found_in
from dateline.sources.databases.field_labels import language_code, plain
from dateline.sources.databases.peek import beginning
from dateline.sources.raw import Found
from dateline.sources.text import text_of
from dateline.study import ReadSettings

_RULE = re.compile(r"^[^\S\n]*_{50,}[^\S\n]*$", re.M)
_LABELS = frozenset((
    "title", "alternate title", "author", "authors", "correspondence author", "publication title",
    "publication info", "publication date", "publication year", "year", "publisher",
    "place of publication", "country of publication", "publication subject", "section", "pages",
    "first page", "page", "number of pages", "volume", "issue", "edition", "column", "dateline",
    "full text", "abstract", "abstract (summary)", "links", "subject", "business indexing term",
    "location", "people", "company / organization", "company", "classification", "credit",
    "identifier / keyword", "identifiers / keywords", "issn", "e-issn", "isbn", "source type",
    "source", "language of publication", "language", "document type", "document feature",
    "proquest document id", "document url", "url", "copyright", "full text availability",
    "last updated", "database", "documenttype",
))  # fmt: skip
_LABEL = re.compile(r"^(?P<label>[A-Za-z][A-Za-z /()-]{2,28}?)\s?:(?:[^\S\n]+(?P<value>.*)|$)")
_SIGNS = ("full text", "publication title", "publication date", "proquest document id",
          "document url", "source type", "document type")  # fmt: skip
_DOCVIEW = re.compile(r"proquest\.com/(?:[\w/]*/)?docview/(\d+)", re.I)
_NO_TEXT = re.compile(r"(?:full text )?(?:not available|none)\b[^\n]{0,40}", re.I)
_OWN = 3  # of the labels, that make a part an article


def is_proquest(content: bytes) -> bool:
    """Whether a text has ProQuest's lines of underscores, and at least three of its labels."""
    text = beginning(content)
    if not _RULE.search(text):
        return False
    labels = {label for line in text.split("\n") if (label := _label(line)[0]) in _SIGNS}
    return len(labels) >= _OWN


def read_proquest(path: str, content: bytes, settings: ReadSettings = ReadSettings()) -> Found:
    """
    The articles of a ProQuest text file. `place` is ProQuest's number of the document.

    "Last updated" is a load date. The address loses its query, which names the reader's library.
    A line of the body that begins with one of ProQuest's labels is taken for a field only if the
    paragraph below it is one too.

    Raises RefusedError if no article is found.
    """
    text, encoding = text_of(content, encoding=settings.encoding)
    parts = [_paragraphs(part) for part in _RULE.split(text)]
    entries = [_entry(part) for part in parts if _is_article(part)]
    return found_in(path, entries, name="ProQuest text", encoding=encoding)


def _paragraphs(part: str) -> list[str]:
    """Paragraphs between blank lines; a labelled line begins a new one."""
    found: list[str] = []
    fresh = True
    for line in part.split("\n"):
        text = plain(line)
        if not text:
            fresh = True
        elif fresh or _label(text)[0]:
            found.append(text)
            fresh = False
        else:
            found[-1] += f" {text}"
    return found


def _label(line: str) -> tuple[str, str]:
    found = _LABEL.match(plain(line))
    name = found["label"].lower() if found else ""
    return (name, (found["value"] or "").strip()) if found and name in _LABELS else ("", "")


def _is_article(paragraphs: Sequence[str]) -> bool:
    return len({name for text in paragraphs if (name := _label(text)[0])}) >= _OWN


def _entry(paragraphs: Sequence[str]) -> Entry:
    start = next((at for at, text in enumerate(paragraphs) if _label(text)[0] == "full text"), None)
    end = _end_of_text(paragraphs, start) if start is not None else 0
    fields: dict[str, str] = {}
    for at, text in enumerate(paragraphs):
        name, value = _label(text)
        if name and not (start is not None and start <= at < end):
            fields.setdefault(name, value)
    url = fields.get("document url", "")
    number = _DOCVIEW.search(url) or _DOCVIEW.search("\n".join(paragraphs[end:]))
    first = paragraphs[0] if paragraphs and not _label(paragraphs[0])[0] else ""
    return Entry(
        title=fields.get("title", "") or first,
        author=clean_author(fields.get("author", "") or fields.get("authors", "")),
        source=fields.get("publication title", "").split(";")[0].strip(),
        date=fields.get("publication date", "") or fields.get("publication year", ""),
        load_date=fields.get("last updated", ""),
        language=language_code(
            fields.get("language of publication", "") or fields.get("language", "")
        ),
        url=url.split("?")[0] if url.lower().startswith("http") else "",
        place=fields.get("proquest document id", "") or (number[1] if number else ""),
        paragraphs=_body(paragraphs[start:end]) if start is not None else (),
    )


def _end_of_text(paragraphs: Sequence[str], start: int) -> int:
    """Where the fields below the text begin: at a label that is followed by a label, or nothing."""
    labelled = [bool(_label(text)[0]) for text in paragraphs] + [True]
    for at in range(start + 1, len(paragraphs)):
        if labelled[at] and labelled[at + 1]:
            return at
    return len(paragraphs)


def _body(paragraphs: Sequence[str]) -> tuple[str, ...]:
    first = _label(paragraphs[0])[1]
    body = tuple(filter(None, (first, *paragraphs[1:])))
    return () if len(body) == 1 and _NO_TEXT.fullmatch(body[0]) else body
