"""Why a section has nothing to show, with a value of a parameter that would help."""

import pandas as pd
import pytest

from dateline.articles.timeframe import Timeframe
from dateline.report.why_not import (
    say_no_bursts,
    say_no_curve,
    say_no_index,
    say_no_search,
    say_not_compared,
)
from dateline.stats.change_search import FEW
from dateline.stats.pairs import choose_pair

YEARS = Timeframe("year")


@pytest.fixture
def articles():
    """A function: a story on each of these days, dated by a statement."""

    def make(days: list[str]) -> pd.DataFrame:
        dates = pd.to_datetime(days).as_unit("us")
        table = pd.DataFrame({"doc_id": [f"d{n}" for n in range(len(days))], "date": dates})
        blank = dict.fromkeys(("copy_of", "problem", "text", "title", "path"), "")
        table = table.assign(date_earliest=dates, date_latest=dates, date_class="A", **blank)
        return table.assign(source="Wire", story=table["doc_id"], date_conflict=False)

    return make


def refused(table: pd.DataFrame, **asked: str) -> str:
    return say_not_compared(choose_pair(table, YEARS, **asked), table, YEARS)


def test_a_split_that_would_do_is_named(articles):
    table = articles([f"2022-{month:02}-01" for month in range(1, 11)])
    said = refused(table, split="2022-02-01")
    assert said.endswith("which two halves would have: set -p split=2022-06-01.")
    assert refused(table, split="2022-06-01") == ""


def test_too_few_stories_for_any_split_are_said_to_be(articles):
    assert refused(articles(["2022-03-01", "2022-09-01"])) == (
        "Nothing is compared: each group needs 5 stories, and only 2 stories are dated well "
        "enough, so no split such as -p split=2022-09-01 helps."
    )


def changes(documents: float, periods: int, reason: str = FEW) -> pd.DataFrame:
    row = {"part": "all", "reason": reason, "documents": documents, "periods": periods}
    return pd.DataFrame([row])


def test_a_shorter_period_that_allows_a_search_is_named(articles):
    table = articles([f"2022-{month:02}-01" for month in range(1, 11)])
    assert say_no_search(changes(60, 1), table, YEARS).endswith(
        "60 in 1 year; set -p period=month."
    )
    assert "which no period such as -p period=day" in say_no_search(changes(9, 1), table, YEARS)


def test_days_that_were_chosen_can_be_left_out(articles):
    chosen = Timeframe("year", since="2022-01-01")
    said = say_no_search(changes(9, 1), articles(["2022-03-01"]), chosen)
    assert said.endswith("; leave out since=2022-01-01 to have more.")


def test_a_search_that_was_made_needs_no_reason(articles):
    assert say_no_search(changes(99, 9, ""), articles(["2022-03-01"]), YEARS) == ""


@pytest.mark.parametrize(("number", "said"), [(6, "there are 6."), (200, "")])
def test_bursts_need_200_stories(number, said):
    documents = pd.DataFrame({"weight": [1.0] * number})
    assert say_no_bursts(documents, YEARS).endswith(said)
    assert bool(say_no_bursts(documents, YEARS)) == bool(said)


def test_a_curve_needs_13_of_what_is_counted():
    volume = pd.DataFrame({"stories": [12.0], "articles": [13.0]})
    assert say_no_curve(volume).startswith("12 stories are too few for a curve")
    assert say_no_curve(volume, "articles") == ""


def test_days_for_a_base_period_are_the_first_half_of_the_stories(articles):
    table = articles(["2022-01-05", "2022-03-01", "2023-01-01"])
    said = say_no_index("", table, YEARS)
    assert said.endswith("-p base_first=2022-01-05 -p base_last=2022-03-01.")
    assert say_no_index("2022-01-01", table, YEARS) == ""
