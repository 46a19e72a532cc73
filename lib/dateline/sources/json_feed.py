"""JSON Feed, versions 1.0 and 1.1; one item, one article."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from dateline.sources.feed_items import Item, found_of, names, plain
from dateline.sources.fragment import fragment_text
from dateline.sources.raw import Found, RefusedError
from dateline.sources.text import text_of
from dateline.study import ReadSettings

_TOP = 64 * 1024  # bytes in which a feed says what it is
_VERSION = re.compile(
    rb'"version"\s*:\s*"https?:(?:\\?/){2}(?:www\.)?jsonfeed\.org\\?/version', re.I
)
_DATES = {"date_published": "feed:published", "date_modified": "feed:updated"}


def is_json_feed(content: bytes) -> bool:
    """
    Whether a JSON file names the version of JSON Feed that it is.

    >>> is_json_feed(b'{"version": "https://jsonfeed.org/version/1.1", "items": []}')
    True
    """
    head = content[:_TOP].removeprefix(b"\xef\xbb\xbf").lstrip()
    return head.startswith(b"{") and bool(_VERSION.search(head))


def read_json_feed(path: str, content: bytes, settings: ReadSettings = ReadSettings()) -> Found:
    """
    One article for each item of a JSON Feed; its text is `content_html`, else `content_text`.

    The source is the title of the feed, `place` the item's `id`. `metadata` are its dates,
    "feed:published" and "feed:updated". The remark counts items without their text.

    Raises RefusedError for JSON that is broken, nested too deep, no feed, or without items.
    """
    text, encoding = text_of(content, declared=settings.encoding)
    try:
        feed = json.loads(text, strict=False, parse_int=str, parse_float=str)
    except RecursionError:
        raise RefusedError("JSON nested too deep") from None
    except ValueError as problem:
        raise RefusedError(f"broken JSON: {problem}") from None
    if not isinstance(feed, dict) or not isinstance(feed.get("items"), list):
        raise RefusedError("JSON that is no feed; it has no list of items")
    items = [item for item in feed["items"] if isinstance(item, dict)]
    other = len(feed["items"]) - len(items)
    remark = f"{other} of {len(feed['items'])} items passed over, being no objects" if other else ""
    return found_of(path, encoding, [_item(item, feed) for item in items], remark=remark)


def _item(item: Mapping[str, Any], feed: Mapping[str, Any]) -> Item:
    return Item(
        title=plain(_text(item, "title")),
        whole=fragment_text(_text(item, "content_html")) or _text(item, "content_text").strip(),
        summary=plain(_text(item, "summary")),
        author=names(_authors(item)) or names(_authors(feed)),
        source=_text(feed, "title"),
        addresses=(_text(item, "url"), _text(item, "external_url"), _text(item, "id")),
        language=_text(item, "language") or _text(feed, "language"),
        place=_text(item, "id") or _text(item, "url"),
        dates=tuple((name, _text(item, key)) for key, name in _DATES.items()),
    )


def _authors(holder: Mapping[str, Any]) -> Iterator[str]:
    """Version 1.1 has a list of authors, version 1.0 one."""
    stated = holder.get("authors")
    for author in stated if isinstance(stated, list) else [holder.get("author")]:
        if isinstance(author, dict):
            yield _text(author, "name")


def _text(holder: Mapping[str, Any], name: str) -> str:
    value = holder.get(name)
    return value if isinstance(value, str) else ""
