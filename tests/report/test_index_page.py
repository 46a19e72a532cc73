"""The index page beside what test_run.py says of it."""

from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest
from bs4 import BeautifulSoup

from dateline.report.index_page import index_html
from dateline.report.policy import content_policy, style_sheet
from dateline.report.results import MadeReport, Results

RECORD = {
    "parameters": {"theme": "a"},
    "versions": {"dateline": "0.1.0"},
    "definitions": {"codebook": "f00"},
    "files": {},
}
TABLES = {
    "articles": pd.DataFrame({"date": pd.to_datetime(["2022-03-01"]), "date_class": ["A"]}),
    "ledger": pd.DataFrame({"line": ["found"], "number": [1], "part_of": [""]}),
}


@pytest.fixture
def index(study) -> BeautifulSoup:
    results = Results(TABLES, pd.DataFrame(), 1, 1, 1)
    html = index_html(study, results, RECORD, reports=[], failures=[])
    return BeautifulSoup(html, "html.parser")


def test_the_head_says_when_the_articles_are_of(index):
    assert index.select_one(".kicker").get_text(" ", strip=True) == "Dateline report 1 March 2022"


def test_its_policy_lets_nothing_run_and_no_style_but_its_own(index):
    policy = index.select_one("meta[http-equiv]")["content"]
    assert policy == content_policy(styles=[style_sheet()])
    assert index.style.string == style_sheet()
    assert index.select("[style], script") == []


def test_the_record_is_folded_and_its_headings_say_what_they_head(index):
    assert index.select_one("details.record:not([open]) table")
    assert [cell.get("scope") for cell in index.select(".record th")] == ["col", "col"]


def test_headings_are_in_order(index):
    levels = [int(heading.name[1]) for heading in index.select("h1, h2, h3")]
    assert levels == [1, 2, 2, 2, 2]


def test_each_page_lists_the_numbers_of_its_charts(study):
    made = MadeReport("06", "What differs?", Path("06.html"), ("06-1.csv", "06-3.csv"))
    bare = MadeReport("03", "What is said?", Path("03.html"))
    results = Results(TABLES, pd.DataFrame(), 1, 1, 1)
    page = BeautifulSoup(
        index_html(study, results, RECORD, reports=[made, bare], failures=[]), "html.parser"
    )
    (entry,) = page.select("h3 + .files")
    assert entry.get_text(" ", strip=True) == "06 06-1.csv , 06-3.csv"
    assert [link["href"] for link in entry.select("a")] == ["06-1.csv", "06-3.csv"]


@pytest.mark.parametrize(("level", "said"), [("full", False), ("none", True)])
def test_at_none_it_says_how_the_lines_to_decide_name_an_article(study, level, said):
    results = Results(TABLES | {"undecided": pd.DataFrame()}, pd.DataFrame(), 1, 1, 1)
    shared = replace(study, share=level)
    html = index_html(shared, results, RECORD, reports=[], failures=[])
    assert ("each is named by its doc_id" in html) == said
