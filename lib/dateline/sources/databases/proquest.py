"""ProQuest exports as plain text: articles between lines of underscores, with labelled fields."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dateline.sources.databases.entries import Entry, clean_author, found_in
from dateline.sources.databases.field_labels import language_code, plain
from dateline.sources.databases.peek import beginning
from dateline.sources.databases.proquest_labels import read_field
from dateline.sources.raw import Found
from dateline.sources.text import text_of
from dateline.study import ReadSettings

_RULE = re.compile(r"^[^\S\n]*_{40,}[^\S\n]*$", re.M)
_SIGNS = ("full text", "publication title", "publication date", "proquest document id",
          "document url", "source type", "document type")  # fmt: skip
_DOCVIEW = re.compile(r"proquest\.com/(?:[\w/]*/)?docview/(\d+)", re.I)
_NO_TEXT = re.compile(r"(?:full text )?(?:not available|none)\b[^\n]{0,40}", re.I)
_OWN = 3  # of the labels, that make a part an article
_WITHOUT_RULE = 5  # of the signs, that make a file without a rule an export of one article
# Labels that begin an article, so that a part which has one is not the cover.
_BEGIN = frozenset(("title", "author", "authors", "full text"))
# Fields below the text whose values may have several paragraphs.
_LONG = frozenset(("copyright", "abstract", "publication info", "document feature", "credit"))
# A field of a name that is not known, among those that are.
_LABELLED = re.compile(r"[^\W\d_][^\n:]{2,40}:\s")
# Of a label that an article uses as well, it may be the last paragraph.
_OF_ARTICLES = frozenset(("source", "credit"))


def is_proquest(content: bytes) -> bool:
    """
    Whether a text has at least three of ProQuest's labels beside its lines of underscores, or
    five and its name without them.
    """
    text = beginning(content)
    has_rule = bool(_RULE.search(text))
    if not has_rule and "proquest" not in text.lower():
        return False
    lines = (line for line in text.split("\n") if ":" in line)
    labels = {label for line in lines if (label := read_field(line)[0]) in _SIGNS}
    return len(labels) >= (_OWN if has_rule else _WITHOUT_RULE)


def read_proquest(path: str, content: bytes, settings: ReadSettings = ReadSettings()) -> Found:
    """
    The articles of a ProQuest text file. `place` is ProQuest's number of the document.

    "Last updated" is a load date. The address loses its query, which names the reader's library.
    The fields below a text are the last paragraphs with labels; a paragraph of the text that
    begins as a field stays. Wrong for the last one of a text, if no field of that name follows.

    Raises RefusedError if no article is found.
    """
    text, encoding = text_of(content, encoding=settings.encoding)
    parts = [_paragraphs(part) for part in _RULE.split(text)]
    numbers = sum(read_field(line)[0] == "proquest document id" for line in text.split("\n"))
    name = "ProQuest text"
    entries = [_entry(part) for part in parts if _is_article(part)]
    found = found_in(path, entries, name=name, encoding=encoding, announced=_more(numbers, entries))
    left = sum(_is_begun(part) and not _is_article(part) for part in parts)
    if not left:
        return found
    said = f"{left} part{'s' if left > 1 else ''} with too few fields for an article left out"
    return found._replace(remark=f"{found.remark or name}; {said}")


def _more(numbers: int, entries: Sequence[Entry]) -> int:
    """The number of documents that are numbered, if those are more than were found."""
    return numbers if numbers > len(entries) else 0


def _paragraphs(part: str) -> list[str]:
    """Paragraphs between blank lines; a labelled line begins a new one."""
    found: list[str] = []
    fresh = True
    for line in part.split("\n"):
        text = plain(line)
        if not text:
            fresh = True
        elif fresh or read_field(text)[0]:
            found.append(text)
            fresh = False
        else:
            found[-1] += f" {text}"
    return found


def _is_article(paragraphs: Sequence[str]) -> bool:
    return len({name for text in paragraphs if (name := read_field(text)[0])}) >= _OWN


def _is_begun(paragraphs: Sequence[str]) -> bool:
    return any(read_field(text)[0] in _BEGIN for text in paragraphs)


def _entry(paragraphs: Sequence[str]) -> Entry:
    start = next(
        (at for at, text in enumerate(paragraphs) if read_field(text)[0] == "full text"), None
    )
    end = _end_of_text(paragraphs, start) if start is not None else 0
    fields: dict[str, str] = {}
    for at, text in enumerate(paragraphs):
        name, value = read_field(text)
        if name and not (start is not None and start <= at < end):
            fields.setdefault(name, value)
    url = fields.get("document url", "")
    number = _DOCVIEW.search(url) or _DOCVIEW.search("\n".join(paragraphs[end:]))
    first = paragraphs[0] if paragraphs and not read_field(paragraphs[0])[0] else ""
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
    """Where the fields below the text begin: the last run of labels, but for what is the text's."""
    names = [read_field(text)[0] for text in paragraphs]
    end = at = len(paragraphs)
    while at > start + 1:
        at -= 1
        if names[at]:
            end = at
        elif not _LABELLED.match(paragraphs[at]) and _label_above(names, at) not in _LONG:
            break
    while end < len(names) and (names[end] in names[end + 1 :] or names[end] in _OF_ARTICLES):
        end += 1
    return end


def _label_above(names: Sequence[str], at: int) -> str:
    return next((name for name in reversed(names[:at]) if name), "")


def _body(paragraphs: Sequence[str]) -> tuple[str, ...]:
    first = read_field(paragraphs[0])[1]
    body = tuple(filter(None, (first, *paragraphs[1:])))
    return () if len(body) == 1 and _NO_TEXT.fullmatch(body[0]) else body
