"""A series added up over its periods."""

import pandas as pd
import pytest

from dateline.articles.timeframe import Timeframe
from dateline.stats.intervals import wilson
from dateline.stats.series import count_by_period
from dateline.stats.totals import total_by_theme

Q1, Q2 = pd.to_datetime(["2022-01-01", "2022-04-01"])


def cells(series: pd.DataFrame, *columns: str) -> list[tuple]:
    return list(series[list(columns)].itertuples(index=False, name=None))


def test_totals_add_up_the_periods_of_each_theme(mentions, articles, codebook):
    totals = total_by_theme(count_by_period(mentions, articles, codebook))
    # Three stories in all: two in the first quarter, none in the second, one in the third.
    assert cells(totals, "theme", "count", "total") == [
        ("sanctions", 1, 3),
        ("trade", 2, 3),
        ("arms", 0, 3),
    ]
    assert totals["share"].tolist() == [0.333333333, 0.666666667, 0]
    assert totals["high"].tolist() == wilson([1, 2, 0], 3)[1].tolist()


def test_totals_of_parts_are_whole_again_and_those_of_some_periods_are_not(
    mentions, articles, codebook
):
    # Seven days from Tuesday 4 January, from Sunday 20 February and from Monday 1 August.
    articles["date_class"] = "B"
    articles["date_latest"] = articles["date_earliest"] + pd.Timedelta(days=6)
    series = count_by_period(mentions, articles, codebook, timeframe=Timeframe("week"))
    assert total_by_theme(series)["total"].tolist() == [3, 3, 3]
    january = series[series["period"] < "2022-01-10"]
    assert total_by_theme(january)["total"].tolist() == [0.857143] * 3


def test_totals_of_sentences_put_the_intervals_of_the_periods_together(codebook):
    # Halves of the whole, 0.2 and 0.4, each 0.1 below and 0.2 above: 0.5 sqrt(0.1^2 + 0.1^2).
    rows = pd.DataFrame({"period": [Q1, Q2], "theme": "trade", "unit": "sentences"})
    rows = rows.assign(count=[20, 40], total=100, share=[0.2, 0.4], low=[0.1, 0.3], high=[0.4, 0.6])
    total = total_by_theme(rows.assign(method="wilson, pooled design effect")).iloc[0]
    assert total["share"] == 0.3
    assert total["low"] == pytest.approx(0.3 - 0.5 * 0.02**0.5)
    assert total["high"] == pytest.approx(0.3 + 0.5 * 0.08**0.5)


def test_totals_of_articles_by_source_take_the_sources_to_deviate_alike():
    # The same two halves, but 0.5 x (0.1 + 0.1) below and 0.5 x (0.2 + 0.2) above.
    rows = pd.DataFrame({"period": [Q1, Q2], "theme": "trade", "unit": "articles"})
    rows = rows.assign(count=[20, 40], total=100, share=[0.2, 0.4], low=[0.1, 0.3], high=[0.4, 0.6])
    total = total_by_theme(rows.assign(method="wilson, sources as clusters, 50 date draws")).iloc[0]
    assert [total["low"], total["high"]] == pytest.approx([0.2, 0.5])


def test_totals_of_stories_do_not_need_date_draws(mentions, articles, codebook):
    articles.loc[1, ["date_earliest", "date_latest"]] = pd.to_datetime(["2022-03-31", "2022-04-01"])
    totals = total_by_theme(count_by_period(mentions, articles, codebook))
    assert totals["total"].tolist() == [3, 3, 3] and set(totals["method"]) == {"wilson"}


def test_totals_of_an_empty_series_are_empty(mentions, articles, codebook):
    empty = count_by_period(mentions, articles[articles["doc_id"] == "u1"], codebook)
    assert total_by_theme(empty).empty
