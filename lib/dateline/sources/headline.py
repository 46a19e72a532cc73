"""The headline of a web page, without the name of the site."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_BAR = r"\s*[|•·»«–—-]\s+"
# The part behind the last bar of a <title> is the site's name if it is short and the rest is not.
_LAST_BAR = re.compile(r"(?s).*\s(?:[|•·»–—-]|::)\s")
_SITE_WORDS, _HEADLINE_WORDS = 4, 4


def clean_title(title: str, tree: HtmlElement, *, site: str = "") -> str:
    """
    The headline that a page's title holds, without the name of the site behind it.

    A heading <h1> that the title begins with is the headline; else the site's name is taken off,
    as the page states it or, in its <title>, as the short part behind the last bar. Wrong for a
    headline that itself ends in a dash and a few words, on a page that says it nowhere else.
    """
    title = _plain(title)
    for heading in tree.iter("h1"):
        text = _plain(heading.text_content())
        if text and title.startswith(text) and re.match(_BAR, title[len(text) :]):
            return text
    if site and (found := re.fullmatch(rf"(.+?){_BAR}{re.escape(site)}", title)):
        return found[1]
    return title if _is_heading(title, tree) else _from_title_element(title, tree)


def _is_heading(title: str, tree: HtmlElement) -> bool:
    stated = tree.xpath("//meta[@property='og:title' or @name='twitter:title']/@content")
    headings = (heading.text_content() for heading in tree.iter("h1", "h2"))
    return any(_plain(str(text)) == title for text in (*stated, *headings))


def _from_title_element(title: str, tree: HtmlElement) -> str:
    """The <title> without the site, where trafilatura took a part of it and may have erred."""
    whole = _plain(next((element.text_content() for element in tree.iter("title")), ""))
    if title not in whole:
        return title
    if not (found := _LAST_BAR.match(whole)):
        return whole
    head, site = whole[: found.end()].rstrip("|•·»–—-: "), whole[found.end() :]
    short = len(site.split()) <= _SITE_WORDS and len(head.split()) >= _HEADLINE_WORDS
    return head if short else whole


def _plain(text: str) -> str:
    return " ".join(text.split())
