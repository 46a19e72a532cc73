"""The period for a search for a change."""

import pandas as pd
import pytest

from dateline.articles.placing import choose_period
from dateline.articles.timeframe import Timeframe
from dateline.stats.search_period import choose_held_period, choose_search_period

AUTO = Timeframe("auto")


def make(days):
    table = pd.DataFrame({"date": pd.DatetimeIndex(days).astype("datetime64[us]")})
    ids = [f"d{n}" for n in range(len(table))]
    table = table.assign(date_earliest=table["date"], date_latest=table["date"], date_class="A")
    return table.assign(doc_id=ids, source="Wire", copy_of="", problem="")


@pytest.fixture
def three_years():
    """Six stories in each quarter: years for a curve, quarters for a search."""
    quarters = pd.date_range("2021-01-01", periods=12, freq="QS")
    return make([day + pd.Timedelta(days=n) for day in quarters for n in range(6)])


def test_a_search_takes_a_finer_period_than_a_curve_if_that_gives_eight(three_years):
    assert choose_period(three_years, AUTO).period == "year"
    assert choose_search_period(three_years, AUTO).period == "quarter"


def test_a_period_that_is_given_stays(three_years):
    assert choose_search_period(three_years, Timeframe("year")).period == "year"


def test_where_not_even_days_are_enough_the_period_of_a_curve_stays():
    few = make(["2022-01-01"] * 3)
    assert choose_search_period(few, AUTO) == choose_period(few, AUTO)


def test_a_longer_period_is_taken_until_a_source_never_stops():
    table = make(["2021-01-05", "2021-05-05", "2022-02-05", "2022-08-05"])
    table["source"] = ["Wire", "Post", "Wire", "Post"]  # both in each year, neither in each quarter
    assert choose_held_period(table, Timeframe("quarter")).period == "year"
    one = table.assign(source="Wire")
    assert choose_held_period(one, Timeframe("quarter")).period == "quarter"


def test_where_every_source_stops_the_period_stays():
    table = make(["2021-01-05", "2022-02-05"]).assign(source=["Wire", "Post"])
    assert choose_held_period(table, Timeframe("month")).period == "month"
    assert choose_held_period(table[:0], Timeframe("month")).period == "month"
