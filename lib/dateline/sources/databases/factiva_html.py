"""Factiva exports as a page, in the usual display: fields without labels in a fixed order."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dateline.sources.databases.date_lines import date_value, is_date_line
from dateline.sources.databases.entries import Entry, clean_author, found_in
from dateline.sources.databases.factiva_index import index_entries, is_index
from dateline.sources.databases.field_labels import (
    COPYRIGHT,
    is_language,
    language_code,
    stated_words,
)
from dateline.sources.databases.markup import (
    block_texts,
    element_text,
    markup_of,
    parse_page,
    with_class,
)
from dateline.sources.databases.peek import without_zeros
from dateline.sources.raw import Found
from dateline.study import ReadSettings

if TYPE_CHECKING:
    from lxml.html import HtmlElement

# "article enArticle": the language of the page before "Article".
_CLASS = re.compile(rb"class\s*=\s*[\"']\s*article\s+[a-z]{2}(?:-?[a-z]{2})?Article\b", re.I)
_PARAGRAPH = re.compile(rb"class\s*=\s*[\"']\s*articleParagraph\b", re.I)
_HEADLINE = re.compile(
    rb"class\s*=\s*[\"'][a-z]{2}(?:-?[a-z]{2})?Headline[\"']|id\s*=\s*[\"']hd[\"']"
)
_OWN_CLASS = re.compile(r"(?:^|\s)[a-z]{2}(?:-?[a-z]{2})?Article(?:$|\s)", re.I)
# The last paragraph, "Document IINM000020171113edbd0002t", in the language of the page.
_NUMBER = re.compile(r"^(?:\S{2,16}\s+)?(?P<number>[A-Z][A-Z0-9]{3,12}\d{8}[0-9a-z]{5,16})$")
# What may stand among the paragraphs without their class.
_UNCLASSED = frozenset(("table", "pre", "ul", "ol", "blockquote"))
_PARTS = ("td", "th", "tr", "li", "p", "div")
_HOUR = re.compile(r"^\d{1,2}:\d\d(?::\d\d)?(?:\s?[ap]\.?m\.?)?(?:\s+[A-Z]{2,5})?$", re.I)


def is_factiva_html(content: bytes) -> bool:
    """
    Whether a page has Factiva's articles, in either display. All of it is looked at, as scripts
    and styles of a page saved by a browser come before them.
    """
    content = without_zeros(content)
    usual = _CLASS.search(content) and (_PARAGRAPH.search(content) or _HEADLINE.search(content))
    return bool(usual) or is_index(content)


def read_factiva_html(path: str, content: bytes, settings: ReadSettings = ReadSettings()) -> Found:
    """
    The articles of a Factiva page in either display. `place` is the accession number.

    In the usual display, fields have no labels: the first line that is a date is that of
    publication, and the line below it, or below its hour, names the publication. Wrong for a
    section whose name is a date.

    Raises RefusedError if no article is found.
    """
    markup, encoding = markup_of(content)
    tree = parse_page(markup)
    articles = [node for node in tree.iter("div") if _is_article(node)]
    entries = index_entries(tree) or [_entry(article) for article in articles]
    return found_in(path, entries, name="Factiva page", encoding=encoding)


def _is_article(node: HtmlElement) -> bool:
    return bool(_OWN_CLASS.search(node.get("class") or "")) and bool(
        with_class(node, "articleParagraph") or _headlines(node)
    )


def _headlines(article: HtmlElement) -> list[HtmlElement]:
    return [node for node in article.iter("div") if node.get("id") == "hd"]


def _entry(article: HtmlElement) -> Entry:
    headline = next(iter(_headlines(article)), None)
    authors = with_class(article, "author")
    lines = [
        text
        for node in article.iterdescendants("div")
        if node not in authors and node is not headline and (text := element_text(node))
    ]
    at = next((number for number, line in enumerate(lines) if is_date_line(line)), None)
    rest = [line for line in lines[at + 1 :] if not _HOUR.match(line)] if at is not None else []
    known = [line for line in lines if not COPYRIGHT.match(line)]
    return Entry(
        title=" ".join(element_text(headline).split()) if headline is not None else "",
        author=clean_author(element_text(authors[0])) if authors else "",
        source=rest[0] if rest and not COPYRIGHT.match(rest[0]) else "",
        date=date_value(lines[at]) if at is not None else "",
        language=next((language_code(line) for line in known if is_language(line)), ""),
        place=_place(article),
        paragraphs=tuple(filter(None, map(_text_of, _body(article)))),
        words=next((count for line in known if (count := stated_words(line))), 0),
    )


def _body(article: HtmlElement) -> list[HtmlElement]:
    """The paragraphs, and the tables and lists between the first and the last of them."""
    paragraphs = with_class(article, "articleParagraph")
    own = set(paragraphs)
    left = len(own)
    body: list[HtmlElement] = []
    for node in article.iterdescendants():
        if left == 0:
            break
        if node in own:
            left -= 1
        elif left == len(own) or not _stands_alone(node, own):
            continue
        if not (body and body[-1] in node.iterancestors()):
            body.append(node)
    return body


def _stands_alone(node: HtmlElement, paragraphs: set[HtmlElement]) -> bool:
    return node.tag in _UNCLASSED and not any(each in paragraphs for each in node.iterdescendants())


def _text_of(node: HtmlElement) -> str:
    """The text of a paragraph; of a table or list that of its parts, with blanks between."""
    return " ".join(block_texts(node, *_PARTS)) if node.tag in _UNCLASSED else element_text(node)


def _place(article: HtmlElement) -> str:
    """The accession number: in the last paragraph, or in the id of the element around."""
    for node in reversed(list(article.iter("p"))):
        if found := _NUMBER.match(element_text(node)):
            return str(found["number"])
    parent = article.getparent()
    around = (parent.get("id") or "") if parent is not None else ""
    return around.removeprefix("article-") if around.startswith("article-") else ""
