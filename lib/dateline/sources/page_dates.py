"""The dates that a web page states in its markup, each under the name of its place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from dateline.sources.json_ld import json_ld_dates
from dateline.sources.parts import (
    around_headline,
    headline_of,
    is_own,
    names,
    shared_with,
    words,
)

if TYPE_CHECKING:
    from lxml.html import HtmlElement

Dates = tuple[tuple[str, str], ...]

LONGEST_VALUE = 100  # characters; a longer value is a sentence and no date
# Parts of the names of <meta> that speak of time: "article:published_time", "DC.date.issued",
# "pubdate", "last-modified"; but not "publisher", "candidate" or "timezone".
_DATE_NAME = re.compile(
    r"(?<!candi)(?<!man)(?<!vali)dates?(?!line)|datum|fecha|time(?!zone|out|line)"
    r"|publish(?!er|ing)|publica(?!tions?$)|issued|posted|created|modified|updated|revised|pubyear|expires",
    re.I,
)
_NOT_OF_THE_ARTICLE = re.compile(r"reading|duration|runtime|birth|cache|build|event", re.I)
_ITEM_PROPS = {
    "datepublished": "time:published",
    "datemodified": "time:updated",
    "dateupdated": "time:updated",
}
_PUBLISHED_CLASS = re.compile(r"publi(?:sh|c)|pubdate|posted|entry-date", re.I)
_UPDATED_CLASS = re.compile(r"updat(?!es)|modif|revis", re.I)
_UPDATED = re.compile(
    r"(?:updated|modified|revised|edited|aktualisiert|geändert|mis à jour|modifié|actualizado"
    r"|atualizado|aggiornato|bijgewerkt|gewijzigd|zaktualizowano|обновлен\w*|оновлен\w*|更新)"
    r"(?:\s+(?:at|on|am|le|el|il|op|em))?\W*$",
    re.I,
)
_PUBLISHED = re.compile(
    r"(?:published|posted|publication date|veröffentlicht|erschienen|publié|publicado|pubblicato"
    r"|gepubliceerd|opublikowano|опубликован\w*|опубліковано|发布|發佈|公開)"
    r"(?:\s+(?:at|on|am|le|el|il|op|em))?\W*$",
    re.I,
)
# What programs write where there is no date: a page with it does not state one.
_PLACEHOLDER = re.compile(
    r"(?:000\d|1899|1900|1969|9999|20[5-9]\d|2[1-9]\d\d)\W|1970\W0?1\W0?1(?!\d)|2000\W0?1\W0?1(?!\d)"
)
_LABEL = 40  # characters before a <time> that can say what it is
_HAS_YEAR = re.compile(r"(?<!\d)(?:1[89]|20)\d\d(?!\d)")
_DATE_LINE = re.compile(r"(?=.*(?<!\d)(?:1[89]|20)\d\d(?!\d))(?=\D*\d+\D+\d).{6,60}", re.S)


def page_dates(tree: HtmlElement, title: str = "") -> Dates:
    """
    The dates of a page as (name, value), values as they stand, each pair once.

    "meta:NAME" are tags of that name; "json-ld:datePublished", "json-ld:dateModified" and
    "json-ld:dateCreated" are of the page's article (see `json_ld_dates`). "time:published" and
    "time:updated" are elements of the article that say so, by itemprop, class or the words before
    them; "time:header" is one at the headline that says nothing, and "time:other" one elsewhere
    in the article. Those of related stories, comments, pictures and asides are left out.

    `title` is the headline, so that it is found among several headings. Wrong for a page that
    marks the date of an event as that of its publication.
    """
    return tuple(
        dict.fromkeys(
            [*_meta_dates(tree), *json_ld_dates(tree, title), *_element_dates(tree, title)]
        )
    )


def date_lines(tree: HtmlElement, title: str, *, known: Dates) -> list[str]:
    """
    Short lines with a day at the headline, for pages whose markup does not state their date.

    None where `known` has a published date, other than a placeholder such as 1970-01-01. The
    lines are text: dating reads them as such.
    """
    if any("publi" in name.lower() and not _PLACEHOLDER.match(value) for name, value in known):
        return []
    near = around_headline(tree, title)
    lines = [words(element) for element in near if not _holds_another(element)]
    return list(dict.fromkeys(line for line in lines if _DATE_LINE.fullmatch(line)))


def _meta_dates(tree: HtmlElement) -> Iterator[tuple[str, str]]:
    shared = shared_with(headline_of(tree, ""))
    for element in tree.iter("meta"):
        keys = (element.get(key) for key in ("property", "name", "itemprop", "http-equiv"))
        name = next((key.strip() for key in keys if key), "")
        value = _value(element.get("content"))
        dated = _DATE_NAME.search(name) and not _NOT_OF_THE_ARTICLE.search(name)
        if value and dated and is_own(element, shared):
            yield f"meta:{name}", value


def _element_dates(tree: HtmlElement, title: str) -> Iterator[tuple[str, str]]:
    marked = tree.xpath("//time | //*[@itemprop and not(self::meta)] | //abbr[@title]")
    shared = shared_with(headline_of(tree, title))
    header = set(around_headline(tree, title)) if marked else set()
    for element in marked:
        value = _date_of(element)
        name = _name(element, in_header=element in header) if value else ""
        if name and (name == "time:updated" or is_own(element, shared)):
            yield name, value


def _name(element: HtmlElement, *, in_header: bool) -> str:
    """What an element with a date says of it; blank if it is not one of those looked for."""
    props = (element.get("itemprop") or "").lower().split()
    if said := next((_ITEM_PROPS[prop] for prop in props if prop in _ITEM_PROPS), ""):
        return said
    named = names(element)
    before = _text_before(element)
    if _UPDATED.search(before) or (_UPDATED_CLASS.search(named) and "publi" not in named.lower()):
        return "time:updated"
    stated = "pubdate" in element.attrib or _PUBLISHED_CLASS.search(named)
    if stated or _PUBLISHED.search(before):
        return "time:published"
    if element.tag != "time":
        return ""
    return "time:header" if in_header else "time:other"


def _holds_another(element: HtmlElement) -> bool:
    """Whether a part of the element is a line with a day already."""
    return any(_DATE_LINE.fullmatch(words(part)) for part in element)


def _date_of(element: HtmlElement) -> str:
    """The attribute that machines read if it has a year, else the words that people read."""
    places = (element.get("datetime"), element.get("content"), element.get("title"))
    values = [value for place in (*places, words(element)) if (value := _value(place))]
    return next((value for value in values if _HAS_YEAR.search(value)), "")


def _value(text: str | None) -> str:
    """A value that can be a date, blanks made one; blank if it cannot."""
    value = " ".join((text or "").split())
    return value if len(value) <= LONGEST_VALUE and any(char.isdigit() for char in value) else ""


def _text_before(element: HtmlElement) -> str:
    """The words of the same line before an element."""
    previous = element.getprevious()
    parent = element.getparent()
    if previous is not None:
        return f"{words(previous)} {previous.tail or ''}"[-_LABEL:]
    return ((parent.text if parent is not None else "") or "")[-_LABEL:]
