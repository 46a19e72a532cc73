"""The body of an article where a page's markup names it, to check what was extracted."""

from __future__ import annotations

import re
from collections import Counter
from copy import deepcopy
from typing import TYPE_CHECKING

from dateline.sources.parts import is_aside, names, summaries
from dateline.sources.visible import visible_text

if TYPE_CHECKING:
    from lxml.html import HtmlElement

# schema.org's article body, and the content of an h-entry, of which entry-content is the old name.
_BODY = (
    "//body//*[@itemprop='articleBody' or contains(concat(' ', @class, ' '), ' e-content ')"
    " or contains(concat(' ', @class, ' '), ' entry-content ')]"
)
_NOT_BODY = re.compile(
    r"(?:^|[\s_-])(?:hidden|cut|ignore|share|sharing|tags|meta|toolbar|newsletter|subscribe|advert"
    r"\w*|ads?|embed|credits?)(?:$|[\s_\d-])",
    re.I,
)
_UNSEEN = ("script", "style", "noscript", "template", "form", "button", "iframe")
_FEWEST = 15  # words that a body has, so that an empty frame is not taken for one
_MOST_EXTRA, _MOST_MISSING = 0.05, 0.1  # of the words of the stated body
_WORD = re.compile(r"\w+")


def checked_body(extracted: str, tree: HtmlElement, title: str) -> str:
    """
    The text that was extracted, or the body that the markup states, where the two differ.

    The markup is followed if the extraction has a twentieth more words than the stated body and
    the lead, as from captions and the page's footer, or lacks a tenth of them. A page that states
    no body, or several, keeps the extraction. Wrong for a page that puts a part of the article
    outside of the element that it calls the body.
    """
    stated = _stated_body(tree)
    if len(_words(stated)) < _FEWEST:
        return extracted
    here = " ".join(extracted.split())
    leads = [lead for lead in summaries(tree, title) if lead in here]
    words = Counter(_words(" ".join([*leads, stated])))
    # With its full stop a headline is a caption.
    paragraphs = (" ".join(each.split()) for each in extracted.split("\n\n"))
    found = Counter(word for each in paragraphs if each != title for word in _words(each))
    extra, missing = (found - words).total(), (Counter(_words(stated)) - found).total()
    differs = extra > _MOST_EXTRA * words.total() or missing > _MOST_MISSING * words.total()
    return stated if differs else extracted


def _stated_body(tree: HtmlElement) -> str:
    """The text of the one element that the page calls the body, without asides; blank if none."""
    bodies = [part for part in tree.xpath(_BODY) if not is_aside(part)]
    outer = [part for part in bodies if not set(part.iterancestors()) & set(bodies)]
    if len(outer) != 1:
        return ""
    body = deepcopy(outer[0])
    body.tail = None
    for part in list(body.iterdescendants()):
        if part.tag in _UNSEEN or is_aside(part) or _NOT_BODY.search(names(part)):
            _drop(part)
    return visible_text(body)


def _drop(part: HtmlElement) -> None:
    if part.getparent() is not None:  # else it went with the aside that holds it
        part.drop_tree()


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())
