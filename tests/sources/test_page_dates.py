"""The dates that the markup of a page states, and those of other articles that it must not take."""

import json
from pathlib import Path

import pytest
from lxml.html import document_fromstring

from dateline.sources.page_dates import date_lines, page_dates

CASES = json.loads((Path(__file__).parents[1] / "cases" / "page_dates.json").read_text("utf-8"))
LONG = "The president said that the talks had gone well. " * 4


def page(body):
    return document_fromstring(f"<html><body>{body}</body></html>")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_a_page_states_these_dates(case):
    tree = document_fromstring(f"<html>{case['page']}</html>")
    assert [list(pair) for pair in page_dates(tree, "Talks")] == case["dates"]


@pytest.mark.parametrize(
    "body",
    [
        "<h1>Talks</h1><div><span>24 March 2022</span></div>",
        "<span>24 March 2022</span><h1>Talks</h1>",
        f"<h1>Talks</h1><p>By Jane Roe</p><p>24 March 2022</p><p>{LONG}</p>",
    ],
    ids=["below", "above", "below the byline"],
)
def test_a_day_at_the_headline_that_no_markup_explains_is_a_line(body):
    assert date_lines(page(body), "Talks", known=()) == ["24 March 2022"]


@pytest.mark.parametrize(
    "body",
    [
        f"<h1>Talks</h1><p>{LONG}</p><p>24 March 2022</p>",
        "<h1>Talks</h1><div class='related'><p>24 March 2020</p></div>",
        "<h1>Talks</h1><p>April 2024</p><p>4 million people</p>",
        "<p>24 March 2022</p>",
    ],
    ids=["behind the text", "of a related story", "no day", "no headline"],
)
def test_other_days_are_no_date_lines(body):
    assert date_lines(page(body), "Talks", known=()) == []


def test_a_stated_date_makes_a_date_line_needless():
    known = (("time:published", "2022-03-24"),)
    assert date_lines(page("<h1>Talks</h1><p>24 March 2022</p>"), "Talks", known=known) == []


@pytest.mark.parametrize("value", ["1970-01-01T00:00:00Z", "2099-12-31", "0001-01-01"])
def test_a_placeholder_leaves_the_date_line(value):
    known = (("meta:article:published_time", value),)
    tree = page("<h1>Talks</h1><p>24 March 2022</p>")
    assert date_lines(tree, "Talks", known=known) == ["24 March 2022"]
