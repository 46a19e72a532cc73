"""An executed notebook as one HTML page that needs nothing else and runs nothing."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from nbformat import NotebookNode

from dateline.errors import ReportError
from dateline.report.parameters import Value
from dateline.report.safe import safe_html

if TYPE_CHECKING:
    from bs4 import BeautifulSoup, Tag

TEMPLATES = Path(__file__).parent / "templates"
# The browser's own lock: no script, no address but data, no form.
POLICY = (
    "default-src 'none'; img-src data:; style-src 'unsafe-inline'; "
    "base-uri 'none'; form-action 'none'"
)
# What a page shows of an output that comes in several forms, the best first.
_FORMS = ["text/html", "image/svg+xml", "image/png", "image/jpeg", "text/markdown", "text/plain"]
# nbconvert writes this where there is no text alternative, which is worse than none.
_FILLER = "No description has been provided for this image"


@dataclass(frozen=True)
class Page:
    """
    What a page says beside the notebook.

    `name` is the report's name (its title, if the notebook has no heading of level 1), `study` the
    study's title, `settings` the parameters it ran with. `code` shows the code, folded.
    """

    name: str
    study: str
    version: str
    settings: Mapping[str, Value] = field(default_factory=dict)
    code: bool = False


@dataclass(frozen=True)
class RenderedPage:
    """A page and its title, which is the notebook's first heading."""

    title: str
    html: str


def render_notebook(notebook: NotebookNode, page: Page) -> RenderedPage:
    """
    One self-contained page of an executed, normalised notebook.

    Every output passes an allow-list; there is no script, and no address that a browser would
    fetch. The same notebook gives the same bytes.

    Raises ReportError for an image without a text alternative or from outside the notebook.
    """
    from bs4 import BeautifulSoup

    soup = BeautifulSoup(_filled_template(notebook, page), "html.parser")
    _check_images(soup, page.name)
    title = _place_title(soup, page.name)
    _drop_repeated_ids(soup)
    _list_contents(soup)
    _mend_tables(soup)
    for block in soup.select(".content pre"):
        block["tabindex"] = "0"
    return RenderedPage(title, f"{soup}\n")


@cache
def style_sheet() -> str:
    """The one style sheet of every page."""
    return (TEMPLATES / "report.css").read_text("utf-8")


def _filled_template(notebook: NotebookNode, page: Page) -> str:
    # nbconvert costs about a second to import, and a notebook that only shows needs none of it.
    from nbconvert import HTMLExporter
    from traitlets.config import Config

    settings = Config()
    settings.HTMLExporter.extra_template_basedirs = [str(TEMPLATES)]
    settings.HTMLExporter.template_name = "dateline"
    settings.HTMLExporter.exclude_anchor_links = True
    settings.NbConvertBase.display_data_priority = _FORMS
    exporter = HTMLExporter(config=settings)
    exporter.register_filter("safe_html", safe_html)
    body, _ = exporter.from_notebook_node(notebook, {"page": _for_template(page)})
    return body


def _for_template(page: Page) -> dict[str, Any]:
    return {
        "language": "en",
        "policy": POLICY,
        "sheet": style_sheet(),
        "study": page.study,
        "version": page.version,
        # An empty text means "not set".
        "settings": [(name, value) for name, value in page.settings.items() if value != ""],
        "code": page.code,
    }


def _check_images(soup: BeautifulSoup, name: str) -> None:
    for image in soup.select("main img"):
        if not image.get("src"):
            raise ReportError(
                f"{name}: an image is not part of the notebook; show it from a cell instead"
            )
        if str(image.get("alt", "")).strip() in ("", _FILLER):
            raise ReportError(
                f"{name}: an image has no text alternative; use show_figure(figure, alt=...)"
            )


def _place_title(soup: BeautifulSoup, name: str) -> str:
    """Move the first heading of level 1 into the page's head; its text is the title."""
    header, title = _only(soup, "main > header"), _only(soup, "head > title")
    heading = soup.select_one(".prose h1")
    if heading is None:
        heading = soup.new_tag("h1")
        heading.string = name
    header.append(heading.extract())
    text = _text(heading) or name
    title.string = text
    return text


def _drop_repeated_ids(soup: BeautifulSoup) -> None:
    """The same passage may be shown twice; a link leads to the first."""
    seen = set()
    for element in soup.select("[id]"):
        if element["id"] in seen:
            del element["id"]
        else:
            seen.add(element["id"])


def _list_contents(soup: BeautifulSoup) -> None:
    """Give every heading of the prose an id, and list those of levels 2 and 3."""
    taken = {str(element["id"]) for element in soup.select("[id]:not(.prose [id])")}
    contents = soup.new_tag("ul")
    for heading in soup.select(".prose :is(h1, h2, h3, h4)"):
        text = _text(heading)
        heading["id"] = _free_id(text, taken)
        if heading.name in ("h2", "h3"):
            item = soup.new_tag("li", attrs={"class": heading.name})
            link = soup.new_tag("a", attrs={"href": f"#{heading['id']}"})
            link.string = text
            item.append(link)
            contents.append(item)
    nav = _only(soup, "nav")
    if contents.find("li"):
        nav.append(contents)
    else:
        nav.decompose()


def _free_id(text: str, taken: set[str]) -> str:
    base = re.sub(r"\W+", "-", text.lower()).strip("-") or "section"
    number, free = 1, base
    while free in taken:
        number += 1
        free = f"{base}-{number}"
    taken.add(free)
    return free


def _mend_tables(soup: BeautifulSoup) -> None:
    """Say what each heading cell heads, and put each table into a box that scrolls sideways."""
    for cell in soup.select("thead th"):
        cell["scope"] = "col"
        if not cell.get_text(strip=True):
            # An empty heading is read out as one; pandas leaves it above its index.
            cell.name = "td"
            del cell["scope"]
    for cell in soup.select("tbody th"):
        cell["scope"] = "row"
    for table in soup.select(".content table"):
        caption = _text(table.caption) if table.caption else "Table"
        box = {"class": "scroll", "tabindex": "0", "role": "region", "aria-label": caption}
        table.wrap(soup.new_tag("div", attrs=box))


def _text(element: Tag) -> str:
    return " ".join(element.get_text().split())


def _only(soup: BeautifulSoup, selector: str) -> Tag:
    found = soup.select_one(selector)
    assert found is not None, f"the template has no {selector}"
    return found
