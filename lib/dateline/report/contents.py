"""The headings of a page: their order, their ids, and the list of contents."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bs4 import BeautifulSoup, Tag

HEADINGS = "h1, h2, h3, h4, h5, h6"


def plain_text(element: Tag) -> str:
    """The text of an element in one line."""
    return " ".join(element.get_text().split())


def order_headings(soup: BeautifulSoup) -> None:
    """
    Set the headings of the content below the page's one of level 1, without a level left out.

    Headings of one level stay of one level; a screen reader's list of them is then a tree.
    """
    above: list[int] = []
    for heading in soup.select(f".content :is({HEADINGS})"):
        level = int(heading.name[1])
        while above and above[-1] >= level:
            above.pop()
        above.append(level)
        heading.name = f"h{min(len(above) + 1, 6)}"


def list_contents(soup: BeautifulSoup) -> None:
    """Give every heading of the prose an id, and list those of levels 2 and 3 in the page's nav."""
    taken = {str(element["id"]) for element in soup.select("[id]:not(.prose [id])")}
    contents = soup.new_tag("ul")
    for heading in soup.select(f".prose :is({HEADINGS})"):
        text = plain_text(heading)
        heading["id"] = _free_id(text, taken)
        if heading.name in ("h2", "h3"):
            item = soup.new_tag("li", attrs={"class": heading.name})
            link = soup.new_tag("a", attrs={"href": f"#{heading['id']}"})
            link.string = text
            item.append(link)
            contents.append(item)
    for nav in soup.select("main > nav"):
        if contents.find("li"):
            nav.append(contents)
        else:
            nav.decompose()


def drop_repeated_ids(soup: BeautifulSoup) -> None:
    """Keep the first of elements with one id: the same passage may be shown twice."""
    seen = set()
    for element in soup.select("[id]"):
        if element["id"] in seen:
            del element["id"]
        else:
            seen.add(element["id"])


def _free_id(text: str, taken: set[str]) -> str:
    base = re.sub(r"\W+", "-", text.lower()).strip("-") or "section"
    number, free = 1, base
    while free in taken:
        number += 1
        free = f"{base}-{number}"
    taken.add(free)
    return free
