"""Europresse exports as a page: one <article> for each article, its header in named classes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dateline.sources.databases.date_lines import date_in
from dateline.sources.databases.entries import Entry, clean_author, found_in
from dateline.sources.databases.field_labels import stated_words
from dateline.sources.databases.markup import element_text, markup_of, parse_page, with_class
from dateline.sources.databases.peek import without_zeros
from dateline.sources.raw import Found
from dateline.sources.visible import visible_text
from dateline.study import ReadSettings

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_SIGNS = (b"docpublicationname", b"docheader", b"titrearticle", b"dococurrcontainer")
_TITLES = ("titreArticleVisu", "titreArticle", "rdp__articletitle")
_TEXTS = ("docOcurrContainer", "DocText")
_AUTHORS = ("docAuthors", "sm-margin-bottomNews")
# Of the body's own element, but not the body.
_ASIDE = frozenset(("aside", "footer", "header", "figure", "figcaption", "nav", "form", "button"))
_NUMBER = re.compile(r"(?:news|web|tvnews|radionews)\s?[·.•]\s?\d{8}\s?[·.•]\s?\w+\s?[·.•]\s?\w+")
_ISSUE = re.compile(
    r"(?:,\s?|\s)(?:n[or]\.\s*[\w-]|n[or]\s*\d|n[°º]\s*[\w-]|numéro\s+[\w-]).*$|\s\(site web\).*$",
    re.I,
)


def is_europresse(content: bytes) -> bool:
    """Whether a page has two of the classes that only Europresse gives, anywhere in it."""
    small = without_zeros(content).lower()
    return b"docpublicationname" in small and sum(sign in small for sign in _SIGNS) >= 2


def read_europresse(path: str, content: bytes, settings: ReadSettings = ReadSettings()) -> Found:
    """
    The articles of a Europresse page. `place` is the document's number, "news·20190305·LM·123".

    The date is the one in the line with section and page ("France, mardi 5 mars 2019, p. 12").
    The certificate at the foot, which names the library, is not kept. Wrong for a section whose
    name holds a date.

    Raises RefusedError if no article is found.
    """
    markup, encoding = markup_of(content)
    entries = [_entry(article) for article in _articles(parse_page(markup))]
    return found_in(path, entries, name="Europresse page", encoding=encoding)


def _articles(tree: HtmlElement) -> list[HtmlElement]:
    """The articles; where the page has no such element, what surrounds each publication's name."""
    if found := [node for node in tree.iter("article") if with_class(node, "DocPublicationName")]:
        return found
    around = (
        next((up for up in name.iterancestors() if with_class(up, *_TEXTS)), None)
        for name in with_class(tree, "DocPublicationName")
    )
    return list(dict.fromkeys(node for node in around if node is not None))


def _entry(article: HtmlElement) -> Entry:
    header = _text_of(article, "DocHeader")
    tops = [element_text(node) for node in article.iter("header")]
    number = _NUMBER.search(element_text(article))
    return Entry(
        title=" ".join(_text_of(article, *_TITLES).split()),
        author=clean_author(" ".join(_text_of(article, *_AUTHORS).split())),
        source=_ISSUE.sub("", _text_of(article, "DocPublicationName").split("\n")[0]).strip(" ,"),
        date=date_in(header) or date_in(" ".join(tops)),
        place=re.sub(r"\s", "", number[0]) if number else "",
        paragraphs=_paragraphs(article),
        words=stated_words(header),
    )


def _text_of(article: HtmlElement, *names: str) -> str:
    return next((text for node in with_class(article, *names) if (text := element_text(node))), "")


def _paragraphs(article: HtmlElement) -> tuple[str, ...]:
    """The text without header, asides and certificate, which go out of the tree."""
    for node in with_class(article, *_TITLES, *_AUTHORS, "DocPublicationName", "DocHeader"):
        node.drop_tree()
    for node in [node for node in article.iterdescendants() if node.tag in _ASIDE]:
        if node.getparent() is not None:
            node.drop_tree()
    outer: list[HtmlElement] = []
    for node in with_class(article, *_TEXTS):
        if not any(up in outer for up in node.iterancestors()):
            outer.append(node)
    return tuple(text for node in outer for text in visible_text(node).split("\n\n") if text)
