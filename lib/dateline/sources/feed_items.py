"""An item of a feed as an article, whatever the kind of feed."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable
from typing import NamedTuple

from dateline.sources.fragment import fragment_text
from dateline.sources.raw import Found, RawArticle, RefusedError

_WEB = re.compile(r"https?://\S+", re.I)
_LONGEST_DATE = 100  # characters; a longer value is no date


class Item(NamedTuple):
    """What a feed says of one item; `whole` is its text and `summary` what stands for it."""

    title: str
    whole: str
    summary: str
    author: str
    source: str
    addresses: tuple[str, ...]
    language: str
    place: str
    dates: tuple[tuple[str, str], ...]


def plain(markup: str) -> str:
    """The text of a value that may be HTML. Without a tag, its lines stay as they are."""
    return fragment_text(markup) if "<" in markup else html.unescape(markup).strip()


def names(stated: Iterable[str]) -> str:
    """Names of authors; an address is none, and is not stored."""
    kept = (" ".join(name.split()) for name in stated if "@" not in name)
    return "; ".join(dict.fromkeys(filter(None, kept)))


def found_of(path: str, encoding: str, items: list[Item], *, remark: str = "") -> Found:
    """
    One article for each item, in the feed's order: its title, then its text, else its summary.

    An item with a title alone has it for its text, one with nothing has an empty text; the remark
    counts both, and the summaries. Raises RefusedError for a feed without items.
    """
    if not items:
        raise RefusedError("feed without items")
    counts = {
        "with a summary only": sum(bool(item.summary and not item.whole) for item in items),
        "with a title only": sum(bool(item.title and not _body(item)) for item in items),
        "without text": sum(not (item.title or _body(item)) for item in items),
    }
    counted = [f"{n} of {len(items)} items {what}" for what, n in counts.items() if n]
    articles = [_article(path, encoding, item) for item in items]
    return Found(articles, "; ".join(filter(None, (remark, *counted))))


def _body(item: Item) -> str:
    return item.whole or item.summary


def _article(path: str, encoding: str, item: Item) -> RawArticle:
    title = " ".join(item.title.split())
    beneath = _body(item).removeprefix(title).lstrip() or ("" if title else _body(item))
    return RawArticle(
        path=path,
        text="\n\n".join(filter(None, (title, beneath))),
        encoding=encoding,
        title=title,
        author=item.author,
        source=" ".join(item.source.split()),
        url=next((address for address in item.addresses if _WEB.fullmatch(address)), ""),
        language=item.language,
        metadata=tuple((name, day) for name, day in item.dates if 0 < len(day) <= _LONGEST_DATE),
        place=item.place,
    )
