"""Saved web pages: one page, one article, with what its markup says of it."""

from __future__ import annotations

import ast
import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from copy import deepcopy
from typing import TYPE_CHECKING, Any

from dateline.sources.decoding import decode
from dateline.sources.headline import clean_title
from dateline.sources.page_dates import date_lines, page_dates
from dateline.sources.parts import summaries
from dateline.sources.raw import Found, RawArticle, RefusedError
from dateline.sources.stated_body import checked_body
from dateline.sources.text import refuse_longer, text_of
from dateline.sources.visible import joined, visible_text
from dateline.study import ReadSettings

if TYPE_CHECKING:
    from lxml.html import HtmlElement
    from trafilatura.settings import Document

# trafilatura's time grows with the square of the elements: above the first number it goes without
# its second opinions, above the second all that a page shows is its text.
MANY_ELEMENTS, MOST_ELEMENTS = 5_000, 20_000
# htmldate looks no further than today unless it is told where to stop, and the same page must
# give the same answer on every day.
_STRICT: dict[str, Any] = {
    "original_date": True,
    "extensive_search": False,
    "min_date": "1900-01-01",
    "max_date": "2099-12-31",
}
# What a library may raise on a broken page: none of it may end the run.
_FAILS = (ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError)
_LIBRARIES = ("trafilatura", "htmldate", "courlan", "justext", "readability")

_PAGE = re.compile(
    rb"(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->).)*-->\s*)*"
    rb"<(?:!doctype\s+html|html)\b",
    re.I | re.S,
)
_DECLARED = re.compile(rb"(?:charset|encoding)\s*=\s*[\"']?\s*([\w.:-]{2,30})", re.I)
_BYTES_REPR = re.compile(r"""(?<!\w)b(['"])\s*(?:\\[nt])*<""")
_TOP = 4096  # characters of a page among which it says how it was saved
# Tags of the head that say when a page was changed; htmldate takes them for want of better.
_LATER = re.compile(r"modif|updat|revis|lastdate|lastmod|utime|release", re.I)
# What browsers (first form) and SingleFile (second) write on top of a page that they save.
_SAVED_FROM = re.compile(r"<!--\s*saved from url=\(\d+\)(\S{4,2000})|^\s*url:\s+(\S{4,2000})", re.M)
_AMBIGUOUS = re.compile(r"(?<!\d)\d{1,2}[./-]\d{1,2}[./-]\d{2}")  # htmldate takes the day first
# What trafilatura takes for text where the article is short.
_NO_TEXT = ("figcaption", "noscript")
_HEAD = 8  # paragraphs at the top among which the headline may stand
_TABLE_RULE = re.compile(r"[|\s:-]+")
_WEB = re.compile(r"https?://[^\s/]+", re.I)
_LANGUAGE = (
    "/html/@lang", "/html/@*[name()='xml:lang']", "//meta[@http-equiv='content-language']/@content",
    "//meta[@property='og:locale']/@content", "//head/meta[@itemprop='inLanguage']/@content",
)  # fmt: skip


def is_page(content: bytes) -> bool:
    """
    Whether a file of any name begins as a web page does.

    >>> is_page(b"<!DOCTYPE html><title>Talks</title>"), is_page(b"Talks <html>")
    (True, False)
    """
    return bool(_PAGE.match(content[:_TOP].replace(b"\0", b"")))


def read_html(path: str, content: bytes, settings: ReadSettings = ReadSettings()) -> Found:
    """
    The one article of a saved web page, its text by trafilatura.

    The headline is the first paragraph, and paragraphs are set apart by blank lines. A line with
    the day that stands at the headline, and that no markup explains, is kept below it. Where
    trafilatura finds no article, the text is all that the page shows, navigation with it.
    `metadata` are the page's dates (see `page_dates`) and "htmldate:strict", htmldate's answer
    from the tags of the head and the address alone. Nothing is fetched.

    Wrong for a page with several articles, which it takes for one; an identical paragraph that
    follows itself is taken once, because trafilatura drops it.

    Raises RefusedError for a page without text and for one nested deeper than any browser saves.
    """
    refuse_longer(content)
    found = _DECLARED.search(content, 0, _TOP)
    markup, encoding = text_of(content, declared=found[1].decode("ascii") if found else "")
    tree = _parse(_unquoted(markup))
    stated = _metadata(tree)
    title = clean_title(stated.title or "", tree, site=stated.sitename or "")
    body = checked_body(_article_text(tree), tree, title) or visible_text(tree)
    if not body.strip():
        raise RefusedError("page without text; open it in a browser and save what it shows")
    url = _address(stated.url or "", markup)
    dates = page_dates(tree, title)
    head = [title, *summaries(tree, title), *date_lines(tree, title, known=dates)]
    article = RawArticle(
        path=path,
        text=_with_head(body, head),
        encoding=encoding,
        title=title,
        author=stated.author or "",
        source=stated.sitename or "",
        url=url,
        language=_language(tree),
        metadata=(*dates, *_strict_date(tree, url)),
    )
    return Found([article])


def _parse(markup: str) -> HtmlElement:
    from lxml import etree
    from lxml.html import HTMLParser, document_fromstring

    parser = HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    try:
        tree = document_fromstring(markup.encode("utf-8", "replace"), parser=parser)
    except (etree.LxmlError, ValueError):
        raise RefusedError("not a web page that can be read") from None
    if any("Excessive depth" in problem.message for problem in parser.error_log):
        raise RefusedError("elements nested more than 2,000 deep; not a page that a site made")
    return tree


def _unquoted(markup: str) -> str:
    """A page whose body is the printed form of Python bytes, b'...\\xe2\\x80\\x99...', as meant."""
    found = _BYTES_REPR.search(markup, 0, _TOP)
    if not found or not markup.rstrip().endswith(found[1]):
        return markup
    try:
        content = ast.literal_eval(markup[found.start() :].strip())
        return markup[: found.start()] + decode(content)[0]
    except (ValueError, SyntaxError, RefusedError):
        return markup


def _metadata(tree: HtmlElement) -> Document:
    """What trafilatura reads in the head and the structured data of a page."""
    from trafilatura.metadata import extract_metadata
    from trafilatura.settings import Document

    with _quiet():
        try:
            return extract_metadata(tree, date_config=dict(_STRICT))
        except _FAILS:
            return Document()


def _article_text(tree: HtmlElement) -> str:
    """The text of the article; blank if trafilatura finds none or would not end."""
    from lxml import etree
    from trafilatura import bare_extraction

    elements = sum(1 for _ in tree.iter())
    if elements > MOST_ELEMENTS:
        return ""
    page = deepcopy(tree)
    etree.strip_elements(page, *_NO_TEXT, with_tail=False)
    with _quiet():
        try:
            found = bare_extraction(page, fast=elements > MANY_ELEMENTS, include_comments=False)
        except _FAILS:
            return ""
    lines = (getattr(found, "text", "") or "").split("\n")
    return joined(line for line in lines if not _TABLE_RULE.fullmatch(line))


def _strict_date(tree: HtmlElement, url: str) -> list[tuple[str, str]]:
    """
    htmldate's answer from the tags of a page's head and its address.

    It sees nothing else: its strict mode too reads a headline's "3/4/2014" as 3 April and its
    "8/8/2013" as 8 August 2020, and takes the first day in a text for want of better.
    """
    from htmldate import find_date
    from lxml import etree
    from lxml.html import document_fromstring

    page = document_fromstring("<html><head></head><body></body></html>")
    head = page.head
    for tag in tree.xpath("//head/meta[not(@itemprop)]"):
        names = (tag.get(key, "") for key in ("property", "name", "http-equiv"))
        if not any(map(_LATER.search, names)) and not _AMBIGUOUS.search(tag.get("content", "")):
            # A value with a control character, which a tree does not take, is no date.
            with suppress(ValueError):
                etree.SubElement(head, "meta", dict(tag.attrib))
    with _quiet():
        try:
            found = find_date(page, url=url or None, outputformat="%Y-%m-%d", **_STRICT)
        except _FAILS:
            return []
    return [("htmldate:strict", found)] if found else []


@contextmanager
def _quiet() -> Iterator[None]:
    """Hold back the libraries' warnings: the table of files says what became of a page."""
    loggers = [logging.getLogger(name) for name in _LIBRARIES]
    before = [logger.level for logger in loggers]
    try:
        for logger in loggers:
            logger.setLevel(logging.CRITICAL + 1)
        yield
    finally:
        for logger, level in zip(loggers, before, strict=True):
            logger.setLevel(level)


def _with_head(body: str, head: list[str]) -> str:
    """The headline and the lines below it, above the text, as far as it does not hold them."""
    paragraphs = body.split("\n\n")
    if head[0] and _folded(head[0]) in map(_folded, paragraphs[:_HEAD]):
        paragraphs.pop([_folded(paragraph) for paragraph in paragraphs].index(_folded(head[0])))
    here = _folded(" ".join(paragraphs))
    return joined([head[0], *(line for line in head[1:] if _folded(line) not in here), *paragraphs])


def _folded(text: str) -> str:
    return " ".join(text.split()).casefold()


def _address(stated: str, markup: str) -> str:
    """The address of the page, if it is one on the web: as it states it, or as it was saved."""
    saved = _SAVED_FROM.search(markup, 0, _TOP)
    places = [stated, *(filter(None, saved.groups()) if saved else ())]
    return next((place for place in places if _WEB.match(place)), "")


def _language(tree: HtmlElement) -> str:
    found = (str(value).strip() for place in _LANGUAGE for value in tree.xpath(place))
    return next((value for value in found if re.fullmatch(r"[\w-]{2,15}", value)), "")
