"""The period for a search for a change."""

import pandas as pd
import pytest

from dateline.articles.placing import choose_period
from dateline.articles.timeframe import Timeframe
from dateline.stats.search_period import choose_search_period

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
