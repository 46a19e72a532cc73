"""The parts of a web page: its headline, what stands at it, and what belongs to something else."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement

# Where the headline's surroundings end: a paragraph of so many characters, or so many elements.
_PARAGRAPH = 150
_ABOVE, _BELOW = 20, 60
# Words of class or id that mark related stories, comments, pictures and other asides.
_ASIDE_WORDS = re.compile(
    r"(?:^|[\s_-])(?:relat(?:ed|ion)\w*|recommend\w*|comments?|respond|sidebar|teasers?|promos?"
    r"|widgets?|carousel|slid(?:e|er)s?|gallery|captions?|trending|most|popular|latest|also|prev"
    r"|next|tooltip\w*|photos?|pictures?|images?|videos?|events?)(?:$|[\s_\d-])",
    re.I,
)
_ASIDE_TAGS = frozenset(("aside", "nav", "figure", "figcaption", "form", "footer", "article"))
_ASIDE_TYPES = re.compile(r"(?:Image|Media|Video|Audio)Object|Comment|Review|Event|SideBar", re.I)
_WHOLE = ("head", "body", "html")
_ENOUGH = 400  # characters of an element that are read to judge it
_SUMMARY = "//body//*[@itemprop='description' or contains(@class, 'p-summary')]"


def headline_of(tree: HtmlElement, title: str) -> HtmlElement | None:
    """The <h1> that holds the title, else the first one, else none."""
    headings = list(tree.iter("h1"))
    same = [heading for heading in headings if title and words(heading) == title]
    return next(iter(same or headings), None)


def shared_with(headline: HtmlElement | None) -> set[HtmlElement]:
    """The parts of the page that hold the headline: what stands right in one is the article's."""
    return set() if headline is None else set(headline.iterancestors())


def is_own(element: HtmlElement, shared: set[HtmlElement]) -> bool:
    """
    Whether no aside lies between an element and a part of the page that holds the headline.

    Wrong for a site that names the article's own parts "latest" or "event".
    """
    for node in (element, *element.iterancestors()):
        if node in shared or node.tag in _WHOLE:
            return True
        if is_aside(node):
            return False
    return True


def is_aside(element: HtmlElement) -> bool:
    """Whether an element is by its tag, class, id or type something beside the article."""
    kind = element.get("itemtype") or ""
    named = element.tag in _ASIDE_TAGS or _ASIDE_WORDS.search(names(element))
    return bool(named or _ASIDE_TYPES.search(kind))


def around_headline(tree: HtmlElement, title: str) -> list[HtmlElement]:
    """The elements just above the headline, and below it as far as the first paragraph."""
    headline = headline_of(tree, title)
    if headline is None:
        return []
    everything = list(tree.iter())
    at = everything.index(headline)
    inside = set(headline.iter())
    near = everything[max(at - _ABOVE, 0) : at]
    for element in everything[at : at + len(inside) + _BELOW]:
        if element.tag == "p" and len(words(element)) > _PARAGRAPH:
            break
        near.append(element)
    shared = shared_with(headline)
    return [each for each in near if each not in inside | shared and is_own(each, shared)]


def summaries(tree: HtmlElement, title: str) -> list[str]:
    """The lead that the markup sets apart from the text (schema.org description, h-entry)."""
    shared = shared_with(headline_of(tree, title))
    own = [part for part in tree.xpath(_SUMMARY) if shared and is_own(part, shared)]
    return [" ".join(part.text_content().split()) for part in own[:1]]


def names(element: HtmlElement) -> str:
    """Its classes and its id."""
    return f"{element.get('class') or ''} {element.get('id') or ''}"


def words(element: HtmlElement) -> str:
    """The beginning of its text, blanks made one."""
    return " ".join("".join(_beginning(element.itertext()))[:_ENOUGH].split())


def _beginning(texts: Iterable[str]) -> Iterator[str]:
    """An element may hold the whole page, so no more is read than is needed."""
    left = _ENOUGH
    for text in texts:
        yield text
        left -= len(text)
        if left < 0:
            return
