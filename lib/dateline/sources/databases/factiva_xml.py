"""Factiva's XML: ppsArticleResponse with one <article> for each article."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from dateline.sources.databases.entries import Entry, clean_author, found_in
from dateline.sources.databases.field_labels import language_code
from dateline.sources.databases.peek import ENOUGH
from dateline.sources.raw import Found, RefusedError
from dateline.sources.text import text_of
from dateline.study import ReadSettings

if TYPE_CHECKING:
    from lxml.etree import _Element

_SIGN = re.compile(rb"<(?:\w+:)?ppsArticle(?:Response|ResultSet)\b|<(?:\w+:)?ppsarticle", re.I)
_FIELD = re.compile(rb"<(?:\w+:)?(?:accessionNo|ppsarticle|leadParagraph|tailParagraphs)\b")
_DECLARED = re.compile(rb"<\?xml[^>]{0,200}encoding\s*=\s*[\"']([\w.:-]{2,30})", re.I)
_ENTITY = re.compile(r"&[A-Za-z]\w{0,30};")
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")


def is_factiva_xml(content: bytes) -> bool:
    """Whether a file has Factiva's response element and one of its fields."""
    start = content[:ENOUGH].replace(b"\0", b"")
    return bool(_SIGN.search(start)) and bool(_FIELD.search(start))


def read_factiva_xml(path: str, content: bytes, settings: ReadSettings = ReadSettings()) -> Found:
    """
    The articles of a Factiva XML file. `place` is the accession number.

    Words that the search found (<hlt>) are joined to the rest. Entities that the file defines
    are not expanded. Of a file that breaks off, the articles before are read, and the remark says
    where.

    Raises RefusedError if no article is found.
    """
    found = _DECLARED.search(content[:200].replace(b"\0", b""))
    text, encoding = text_of(content, declared=found[1].decode("ascii") if found else "")
    root, broken = _parse(_DECLARATION.sub("", text))
    articles = [node for node in root.iter("{*}article") if _first(node, "headline") is not None
                or _first(node, "accessionNo") is not None]  # fmt: skip
    name = "Factiva XML file"
    result = found_in(path, [_entry(node) for node in articles], name=name, encoding=encoding)
    if not broken:
        return result
    return result._replace(remark=f"{result.remark or name}; broken XML at line {broken}")


def _parse(text: str) -> tuple[_Element, int]:
    """The tree, and the line of the first error, 0 if there is none."""
    from lxml import etree

    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False, recover=True,
        remove_comments=True, remove_pis=True, encoding="utf-8",
    )  # fmt: skip
    try:
        root: Any = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except (etree.LxmlError, ValueError):
        root = None
    if root is None:
        raise RefusedError("looks like a Factiva XML file, but it cannot be read as XML")
    errors = [
        error.line for error in parser.error_log if error.type_name != "ERR_UNDECLARED_ENTITY"
    ]
    return root, next(iter(errors), 0)


def _entry(article: _Element) -> Entry:
    lead, tail = _paragraphs(article, "leadParagraph"), _paragraphs(article, "tailParagraphs")
    words = _value(article, "wordCount")
    return Entry(
        title=" ".join(_paragraphs(article, "headline")),
        author=clean_author(_value(article, "byline")),
        source=_value(article, "sourceName") or _value(article, "publisherName"),
        date=_date(article, "publicationDate"),
        load_date=_date(article, "modificationDate"),
        language=language_code(_value(article, "baseLanguage")),
        place=_value(article, "accessionNo"),
        paragraphs=(*lead, *tail),
        words=int(words) if words.isdecimal() else 0,
    )


def _paragraphs(article: _Element, name: str) -> list[str]:
    found = article.iter(f"{{*}}{name}")
    parts = [part for place in found for part in (list(place.iter("{*}paragraph")) or [place])]
    return [text for part in parts if (text := _text(part))]


def _date(article: _Element, name: str) -> str:
    """The day: in <dateTime>, in <date>, or right in the element."""
    place = _first(article, name)
    return (
        ""
        if place is None
        else (_value(place, "dateTime") or _value(place, "date") or _text(place))
    )


def _first(node: _Element, name: str) -> _Element | None:
    return next(iter(node.iter(f"{{*}}{name}")), None)


def _value(node: _Element, name: str) -> str:
    found = _first(node, name)
    return _text(found) if found is not None else ""


def _text(node: _Element) -> str:
    """The text of an element with those inside; an entity that is not resolved is a blank."""
    return " ".join(_ENTITY.sub(" ", "".join(map(str, node.itertext()))).split())
