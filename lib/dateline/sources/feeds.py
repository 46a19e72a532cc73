"""Feeds in XML, RSS and Atom of all versions; one item, one article."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING
from xml.sax import SAXParseException

from dateline.sources.feed_items import Item, found_of, names, plain
from dateline.sources.raw import Found, RefusedError
from dateline.study import ReadSettings

if TYPE_CHECKING:
    from feedparser import FeedParserDict

_TOP = 64 * 1024  # bytes in which a feed's first element stands
_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
# What may stand above the first element. A regular expression that never goes back.
_PROLOG = re.compile(
    rb"\s*+(?:(?:<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^>\[]*+(?:\[.*?\]\s*+)?+>)\s*+)*+", re.S | re.I
)
_RSS = re.compile(rb"<rss[\s>]", re.I)
_RDF = re.compile(rb"<(?:\w+:)?RDF\s[^>]*(?:purl\.org/rss/|my\.netscape\.com/rdf)", re.I)
_ATOM = re.compile(rb"<(?:\w+:)?feed\s[^>]*(?:w3\.org/2005/Atom|purl\.org/atom)", re.I)
# What feedparser may raise on a file that no feed is.
_FAILS = (AssertionError, AttributeError, LookupError, RecursionError, TypeError, ValueError)
_OTHER_DATES = ("atom", "dcterms")  # namespaces with an `updated` of their own


def is_feed(content: bytes) -> bool:
    """
    Whether the first element of an XML file is that of a feed.

    >>> is_feed(b'<?xml version="1.0"?><rss version="2.0">'), is_feed(b"<html><rss>")
    (True, False)
    """
    head, end = _head(content)
    return any(root.match(head, end) for root in (_RSS, _RDF, _ATOM))


def read_feed(path: str, content: bytes, settings: ReadSettings = ReadSettings()) -> Found:
    """
    One article for each item of a feed, by feedparser, which is given bytes and fetches nothing.

    The text is the item's content, else its summary; the source is the title of the feed, or of
    the feed that the item was taken from. `place` is the item's identifier. `metadata` are its
    dates: "feed:published", "feed:updated", "feed:created", and "feed:dc:date" where an RSS item
    has that alone. The remark counts items without their text, and says where the XML breaks.

    Wrong for an RSS feed whose descriptions are the whole text: it calls them summaries.

    Raises RefusedError for XML that is no feed, declares entities of its own, or has no items.
    """
    if not is_feed(content):
        raise RefusedError("XML that is no feed; its first element is not rss, rdf:RDF or feed")
    head, end = _head(content)
    if b"<!ENTITY" in head[:end]:
        raise RefusedError("feed that declares entities of its own; save it without them")
    feed = _parsed(content)
    items = [_item(entry, feed) for entry in feed.entries]
    return found_of(path, str(feed.get("encoding", "")), items, remark=_broken(feed, head))


def _head(content: bytes) -> tuple[bytes, int]:
    """The beginning without marks and zeros, and where in it the first element stands."""
    head = content[:_TOP]
    for mark in _MARKS:
        head = head.removeprefix(mark)
    head = head.replace(b"\0", b"")
    found = _PROLOG.match(head)
    return head, found.end() if found else 0


def _parsed(content: bytes) -> FeedParserDict:
    import feedparser

    try:
        # Bytes alone would be tried as the name of a file first.
        return feedparser.parse(io.BytesIO(content), sanitize_html=True)
    except _FAILS:
        raise RefusedError("damaged feed") from None


def _broken(feed: FeedParserDict, head: bytes) -> str:
    problem = feed.get("bozo_exception")
    if not isinstance(problem, SAXParseException):
        return ""
    added = not head.lstrip().startswith(b"<?xml")  # feedparser puts a first line on top
    return f"line {(problem.getLineNumber() or 0) - added}: broken XML; read as far as it goes"


def _item(entry: FeedParserDict, feed: FeedParserDict) -> Item:
    contents = (_text(part) for part in entry.get("content", []))
    taken_from = entry.get("source") or {}
    links = (link.get("href", "") for link in entry.get("links", []))
    return Item(
        title=_text(entry.get("title_detail") or {}),
        whole=max(contents, key=len, default=""),
        summary=_text(entry.get("summary_detail") or {}),
        author=names(author.get("name", "") for author in entry.get("authors", [])),
        source=plain(str(taken_from.get("title") or feed.feed.get("title") or "")),
        addresses=(entry.get("link", ""), *links),
        language=str(feed.feed.get("language") or ""),
        place=str(entry.get("id") or entry.get("link") or ""),
        dates=tuple(_dates(entry, feed)),
    )


def _text(detail: FeedParserDict | dict[str, str]) -> str:
    value = str(detail.get("value") or "")
    return value.strip() if detail.get("type") == "text/plain" else plain(value)


def _dates(entry: FeedParserDict, feed: FeedParserDict) -> Iterator[tuple[str, str]]:
    """The dates as they stand. feedparser's own `get` would give one for want of another."""
    stated = {
        name: str(dict.get(entry, name) or "") for name in ("published", "updated", "created")
    }
    others = any(name in feed.get("namespaces", {}) for name in _OTHER_DATES)
    rss = str(feed.get("version", "")).startswith("rss")
    for name, value in stated.items():
        if name == "updated" and rss and not stated["published"] and not others:
            yield "feed:dc:date", value  # RSS itself has no other date of an item than pubDate
        else:
            yield f"feed:{name}", value
