"""The headings of a page and the list of contents."""

import pytest
from bs4 import BeautifulSoup

from dateline.report.contents import drop_repeated_ids, list_contents, order_headings


def page(*headings: str) -> BeautifulSoup:
    texts = "".join(f"<{name}>{name}</{name}>" for name in headings)
    html = f'<main><nav></nav><div class="content prose">{texts}</div></main>'
    return BeautifulSoup(html, "html.parser")


@pytest.mark.parametrize(
    ("given", "ordered"),
    [
        (["h2", "h3", "h2"], ["h2", "h3", "h2"]),
        (["h1", "h2", "h1"], ["h2", "h3", "h2"]),
        (["h3", "h3", "h4"], ["h2", "h2", "h3"]),
        (["h2", "h5", "h6", "h3"], ["h2", "h3", "h4", "h3"]),
        (["h6", "h2"], ["h2", "h2"]),
    ],
)
def test_no_level_is_left_out_and_equals_stay_equal(given, ordered):
    soup = page(*given)
    order_headings(soup)
    assert [heading.name for heading in soup.select(".content > *")] == ordered


def test_levels_two_and_three_are_listed_with_links():
    soup = page("h2", "h3", "h4")
    list_contents(soup)
    assert [(item["class"], item.a["href"]) for item in soup.select("nav li")] == [
        (["h2"], "#h2"), (["h3"], "#h3")
    ]  # fmt: skip
    assert soup.h4["id"] == "h4"


def test_a_heading_does_not_take_the_id_of_another_element():
    soup = page("h2")
    soup.main["id"] = "h2"
    list_contents(soup)
    assert soup.h2["id"] == "h2-2"


def test_without_headings_there_is_no_list():
    soup = page("p")
    list_contents(soup)
    assert soup.nav is None


def test_of_elements_with_one_id_the_first_keeps_it():
    soup = BeautifulSoup('<p id="a">1</p><p id="a">2</p>', "html.parser")
    drop_repeated_ids(soup)
    assert [element.get("id") for element in soup.select("p")] == ["a", None]
