"""All the text that a web page shows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_UNSEEN = frozenset(
    ("head", "script", "style", "template", "noscript", "svg", "math", "iframe", "object", "select",
     "textarea", "button")
)  # fmt: skip
# Elements that stand in a line of text; every other one begins and ends a paragraph.
_INLINE = frozenset(
    ("a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em",
     "font", "i", "ins", "kbd", "label", "mark", "nobr", "q", "rp", "rt", "ruby", "s", "samp",
     "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr")
)  # fmt: skip


def visible_text(tree: HtmlElement) -> str:
    """
    The text of a page without scripts, styles and forms; paragraphs between blank lines.

    It holds the page's navigation and footers too, and what a style sheet hides.

    >>> from lxml.html import document_fromstring
    >>> visible_text(document_fromstring("<p>Talks <b>resume</b>.<p>In Bonn.<script>x</script>"))
    'Talks resume.\\n\\nIn Bonn.'
    """
    return joined("".join(_pieces(tree)).split("\n"))


def joined(lines: Iterable[str]) -> str:
    """Lines as paragraphs between blank lines; those without text are left out."""
    return "\n\n".join(text for line in lines if (text := line.strip()))


def _pieces(tree: HtmlElement) -> Iterator[str]:
    """The text in order, with a newline where a paragraph begins or ends."""
    from lxml import etree

    walk = etree.iterwalk(tree, events=("start", "end"))
    for event, element in walk:
        inline = element.tag in _INLINE
        if event == "start":
            yield "" if inline else "\n"
            if element.tag in _UNSEEN:
                walk.skip_subtree()
            else:
                yield _one_line(element.text)
        else:
            yield "" if inline else "\n"
            yield _one_line(element.tail)


def _one_line(text: str | None) -> str:
    return re.sub(r"\s+", " ", text or "")
