"""An executed notebook as one HTML page that needs nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from nbformat import NotebookNode

from dateline.errors import ReportError
from dateline.report.boxes import box_figures, box_tables, let_code_scroll, name_headings
from dateline.report.chart_tables import link_numbers
from dateline.report.contents import drop_repeated_ids, list_contents, order_headings, plain_text
from dateline.report.footnotes import put_footnotes
from dateline.report.nothing import close_empty_sections
from dateline.report.opening import Facts, drop_study_title
from dateline.report.overlay import drop_dead_links, overlay_points
from dateline.report.parameters import Value
from dateline.report.policy import TEMPLATES, content_policy, put_scripts, style_sheet
from dateline.report.safe import safe_html

if TYPE_CHECKING:
    from bs4 import BeautifulSoup, Tag

# What a page shows of an output that comes in several forms, the best first.
_FORMS = ["text/html", "image/svg+xml", "image/png", "image/jpeg", "text/markdown", "text/plain"]
# nbconvert writes this where there is no text alternative, which is worse than none.
_FILLER = "No description has been provided for this image"


@dataclass(frozen=True)
class Page:
    """
    What a page says beside the notebook.

    `name` is the report's name (its title, if the notebook has no heading of level 1), `study` the
    study's title, `settings` the parameters it ran with, and `meanings` what each of them is, in
    words. `facts` are the study's numbers at the head. `code` shows the code, folded.
    `withheld` says what the share level leaves out of the articles.
    """

    name: str
    study: str
    version: str
    settings: Mapping[str, Value] = field(default_factory=dict)
    code: bool = False
    meanings: Mapping[str, str] = field(default_factory=dict)
    facts: Facts | None = None
    withheld: str = ""


@dataclass(frozen=True)
class RenderedPage:
    """A page and its title, which is the notebook's first heading."""

    title: str
    html: str


def render_notebook(notebook: NotebookNode, page: Page) -> RenderedPage:
    """
    One self-contained page of an executed, normalised notebook.

    Every output passes an allow-list; no script runs but those of this package that the page asks
    for (see `put_scripts`), and there is no address that a browser would fetch. The same notebook
    gives the same bytes.

    Raises ReportError for an image without a text alternative or from outside the notebook.
    """
    from bs4 import BeautifulSoup

    soup = BeautifulSoup(_filled_template(notebook, page), "html.parser")
    _check_images(soup, page.name)
    title = _place_title(soup, page.name)
    drop_study_title(soup, page.study)
    close_empty_sections(soup)
    drop_repeated_ids(soup)
    order_headings(soup)
    put_footnotes(soup)
    list_contents(soup)
    name_headings(soup)
    box_tables(soup)
    drop_dead_links(soup)
    box_figures(soup)
    overlay_points(soup)
    link_numbers(soup, page.name)
    let_code_scroll(soup)
    _only(soup, "meta[http-equiv]")["content"] = content_policy(
        styles=[style_sheet()], scripts=put_scripts(soup)
    )
    return RenderedPage(title, f"{soup}\n")


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
    settings = [(name, value, page.meanings.get(name, "")) for name, value in page.settings.items()]
    return {
        "language": "en",
        "sheet": style_sheet(),
        "study": page.study,
        "version": page.version,
        "settings": settings,
        "facts": page.facts,
        "code": page.code,
        "withheld": page.withheld,
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
    heading = soup.select_one(".prose h1")
    if heading is None:
        heading = soup.new_tag("h1")
        heading.string = name
    _only(soup, "main > header .kicker").insert_after(heading.extract())
    text = plain_text(heading) or name
    _only(soup, "head > title").string = text
    return text


def _only(soup: BeautifulSoup, selector: str) -> Tag:
    found = soup.select_one(selector)
    assert found is not None, f"the template has no {selector}"
    return found
