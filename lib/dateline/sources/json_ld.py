"""The dates in the structured data (JSON-LD, schema.org) of a web page."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_DATES = ("datePublished", "dateModified", "dateCreated")
_ARTICLE = re.compile(r"\w*Article|\w*BlogPosting|SocialMediaPosting|Report", re.I)
_PAGE = re.compile(r"WebPage|ItemPage", re.I)
# Where an object may hold the page's article; not "mentions", "isPartOf", "itemListElement".
_INSIDE = ("@graph", "mainEntity")
_COMMENT = re.compile(
    r"^\s*(?:<!--|//\s*<!\[CDATA\[|/\*\s*<!\[CDATA\[\s*\*/)|(?:-->|//\s*\]\]>)\s*$"
)


def json_ld_dates(tree: HtmlElement, title: str = "") -> list[tuple[str, str]]:
    """
    ("json-ld:datePublished", value) and the like, of the article that a page describes.

    Of several articles those with the page's headline count, if there are any. An object that
    describes the page and not the article counts where no article has the same date. JSON that is
    broken or nested without end is passed over.
    """
    found = [item for text in _scripts(tree) for item in _objects(text)]
    articles = [item for item in found if _is_a(item, _ARTICLE)]
    named = [item for item in articles if title and _plain(item.get("headline")) == _plain(title)]
    dates = list(_dates(named or articles))
    stated = {name for name, _ in dates}
    pages = _dates(item for item in found if _is_a(item, _PAGE))
    return [*dates, *(pair for pair in pages if pair[0] not in stated)]


def _scripts(tree: HtmlElement) -> Iterator[str]:
    for script in tree.iter("script"):
        kind = (script.get("type") or "").split(";")[0].strip().lower()
        if kind == "application/ld+json" and script.text:
            yield _COMMENT.sub("", script.text)


def _objects(text: str) -> list[dict[str, Any]]:
    """The objects at the top of a script, in its lists and graphs."""
    try:
        waiting = [json.loads(text, strict=False)]
    except (ValueError, RecursionError):
        return []
    found: list[dict[str, Any]] = []
    while waiting:
        item = waiting.pop()
        if isinstance(item, list):
            waiting.extend(reversed(item))
        elif isinstance(item, dict):
            found.append(item)
            waiting.extend(item[key] for key in reversed(_INSIDE) if key in item)
    return found


def _is_a(item: dict[str, Any], kind: re.Pattern[str]) -> bool:
    """Whether its type fits, or one of several: "NewsArticle", "http://schema.org/NewsArticle"."""
    types = item.get("@type")
    names = types if isinstance(types, list) else [types]
    return any(kind.fullmatch(re.split(r"[/:#]", str(name))[-1]) for name in names)


def _dates(items: Any) -> Iterator[tuple[str, str]]:
    for item in items:
        for key in _DATES:
            value = item.get(key)
            if isinstance(value, str | int) and 0 < len(str(value).strip()) <= 100:
                yield f"json-ld:{key}", str(value).strip()


def _plain(text: Any) -> str:
    return " ".join(str(text).split()).casefold()
