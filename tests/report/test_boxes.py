"""Boxes that scroll sideways."""

import pytest
from bs4 import BeautifulSoup

from dateline.report.boxes import SIDEWAYS, box_figures, box_tables, let_code_scroll, name_headings


def content(html: str) -> BeautifulSoup:
    return BeautifulSoup(f'<div class="content">{html}</div>', "html.parser")


def test_each_table_has_a_box_that_the_keyboard_reaches_and_a_name_of_its_own():
    page = content("<table><caption>By\nyear</caption></table><table></table>")
    box_tables(page)
    boxes = page.select("div.scroll[tabindex='0'][role='group']")
    assert [box["aria-label"] for box in boxes] == ["Table 1: By year", "Table 2"]


def test_a_table_within_a_table_has_no_box_of_its_own():
    page = content("<table><tbody><tr><td><table></table></td></tr></tbody></table>")
    box_tables(page)
    assert len(page.select(".scroll")) == 1


def test_heading_cells_say_what_they_head():
    page = content(
        "<table><thead><tr><th></th><th>a</th></tr></thead><tbody><tr><th colspan='2'>g</th></tr>"
        "<tr><th>b</th><td>1</td></tr></tbody></table>"
    )
    name_headings(page)
    assert [(cell.get_text(), cell["scope"]) for cell in page.select("th")] == [
        ("a", "col"), ("g", "rowgroup"), ("b", "row")
    ]  # fmt: skip


@pytest.mark.parametrize(("width", "boxes"), [("513", 1), ("512", 0), ("", 0), ("100%", 0)])
def test_only_a_figure_wider_than_a_phone_is_boxed(width, boxes):
    page = content(f'<figure><img width="{width}"><figcaption>Shares</figcaption></figure>')
    box_figures(page)
    found = page.select("figure > .scroll > img")
    assert len(found) == boxes
    assert all(image.parent["aria-label"] == "Figure 1: Shares" for image in found)


def test_the_keyboard_reaches_preformatted_text():
    page = content("<pre>a</pre>")
    let_code_scroll(page)
    assert page.pre["tabindex"] == "0"


@pytest.mark.parametrize(("width", "kind"), [(512, ""), (600, "scroll"), (704, "scroll wide")])
def test_the_widest_figures_are_hardly_shrunk_at_all(width, kind):
    page = content(f'<figure><img width="{width}"></figure>')
    box_figures(page)
    box = BeautifulSoup(str(page), "html.parser").img.parent
    assert " ".join(box.get("class", [])) == kind


def test_a_boxed_figure_has_the_hint_to_scroll_before_it():
    page = content('<figure><img width="600"></figure><figure><img width="704"></figure>')
    box_figures(page)
    page = BeautifulSoup(str(page), "html.parser")
    hints = [(hint.get_text(), hint["class"]) for hint in page.select(".sideways:has(+ .scroll)")]
    assert hints == [(SIDEWAYS, ["sideways"]), (SIDEWAYS, ["sideways", "wider"])]
