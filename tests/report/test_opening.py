"""What a page opens with."""

import pandas as pd
import pytest
from bs4 import BeautifulSoup

from dateline.report.opening import Facts, drop_study_title, study_facts
from dateline.report.results import Results

DAYS = pd.to_datetime(["2022-03-01", "2021-11-16", "2020-01-01", None])


def results(**columns) -> Results:
    return Results({"articles": pd.DataFrame(columns)}, pd.DataFrame(), 4, 3, 2)


def test_the_period_spans_the_articles_that_are_dated_well_enough():
    facts = study_facts(results(date=DAYS, date_class=["A", "C", "D", "U"]))
    assert facts == Facts(4, 3, 2, "16 November 2021 to 1 March 2022")


def test_a_single_day_is_named_once():
    assert study_facts(results(date=DAYS[:1], date_class=["B"])).period == "1 March 2022"


@pytest.mark.parametrize("columns", [{"date": DAYS, "date_class": ["D"] * 4}, {"doc_id": ["a"]}])
def test_without_a_dated_article_there_is_no_period(columns):
    assert study_facts(results(**columns)).period == ""


def test_each_number_says_what_it_counts():
    assert Facts(1234, 1, 0).numbers() == [
        ("1,234", "articles"), ("1", "distinct story"), ("0", "dated")
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("shown", "left"),
    [
        ("<strong>A study</strong><br>A note.<br>More.", "A note.<br/>More."),
        ("<strong>A study</strong>", None),
        ("<strong>Another</strong><br>A note.", "<strong>Another</strong><br/>A note."),
    ],
)
def test_the_title_of_the_study_is_not_repeated_but_its_notes_stay(shown, left):
    page = BeautifulSoup(f'<p class="study">{shown}</p>', "html.parser")
    drop_study_title(page, "A study")
    assert (page.p and page.p.decode_contents()) == left


@pytest.mark.parametrize(
    ("counted", "words"),
    [(15, "distinct stories, 15 of them counted"), (26, "distinct stories"),
     (None, "distinct stories")],
)  # fmt: skip
def test_it_is_said_how_many_stories_count_where_not_all_do(counted, words):
    assert Facts(28, 26, 19, counted=counted).numbers()[1] == ("26", words)


def test_the_stories_that_count_are_those_of_the_ledger():
    ledger = pd.DataFrame({"line": ["counted", "distinct stories"], "number": [2, 1]})
    with_ledger = Results({"ledger": ledger}, pd.DataFrame(), 4, 3, 2)
    assert study_facts(with_ledger).counted == 1
    assert study_facts(results(doc_id=["a"])).counted is None
