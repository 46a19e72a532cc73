"""Boxes that scroll sideways, so that a wide table or figure does not widen the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.articles.shortening import shorten
from dateline.report.contents import plain_text

if TYPE_CHECKING:
    from bs4 import BeautifulSoup, Tag

# CSS pixels. A wider figure is not shrunk below this on a phone: its labels would be unreadable.
# As in report.css; a figure as wide as WIDE has small labels already and is hardly shrunk at all.
NARROWEST = 512
WIDE = 704
_LONGEST_LABEL = 80
# Over a figure, where the style sheet finds that the window is narrower than the figure.
SIDEWAYS = "Scroll the chart to the right →"


def name_headings(soup: BeautifulSoup) -> None:
    """Say of each heading cell whether it heads a column, a row or, if it is wide, a group."""
    for cell in soup.select("thead th"):
        cell["scope"] = "col"
        if not cell.get_text(strip=True):
            # An empty heading is read out as one; pandas leaves it above its index.
            cell.name = "td"
            del cell["scope"]
    for cell in soup.select("tbody th"):
        cell["scope"] = "rowgroup" if cell.get("colspan") else "row"


def box_tables(soup: BeautifulSoup) -> None:
    """Put each table into a box that scrolls sideways; a table within a table stays in its box."""
    tables = [table for table in soup.select(".content table") if not table.find_parent("table")]
    for number, table in enumerate(tables, start=1):
        _box(soup, table, f"Table {number}", table.caption)


def box_figures(soup: BeautifulSoup) -> None:
    """Put each wide figure into a box of its own, in which its labels stay readable."""
    for number, image in enumerate(soup.select(".content figure img"), start=1):
        width = str(image.get("width", ""))
        if width.isdecimal() and int(width) > NARROWEST:
            figure = image.find_parent("figure")
            caption = figure.find("figcaption") if figure else None
            box = _box(soup, image, f"Figure {number}", caption)
            hint = soup.new_tag("p", attrs={"class": "sideways"})
            hint.string = SIDEWAYS
            box.insert_before(hint)
            if int(width) >= WIDE:
                box["class"], hint["class"] = "scroll wide", "sideways wider"


def let_code_scroll(soup: BeautifulSoup) -> None:
    """Let the keyboard reach preformatted text, which may be wider than the page."""
    for block in soup.select(".content pre"):
        block["tabindex"] = "0"


def _box(soup: BeautifulSoup, element: Tag, name: str, caption: Tag | None) -> Tag:
    """A group and no region: a page full of landmarks has none that lead anywhere."""
    text = shorten(plain_text(caption), _LONGEST_LABEL) if caption else ""
    label = f"{name}: {text}" if text else name
    box = {"class": "scroll", "tabindex": "0", "role": "group", "aria-label": label}
    return element.wrap(soup.new_tag("div", attrs=box))
