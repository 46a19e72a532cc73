"""Leaving one term out of a theme."""

import pandas as pd
import pytest
from pandas.testing import assert_series_equal

from dateline.articles.timeframe import Timeframe
from dateline.stats.series import count_by_period
from dateline.stats.term_influence import (
    INFLUENCE_COLUMNS,
    SUMMARY_COLUMNS,
    summarize_influence,
    term_influence,
)

# Article a1 has two terms of sanctions, b1 one of trade, the copy a2c and the undated u1 one.
FOUND = [
    ("a1", "sanctions", "embargo"),
    ("a1", "sanctions", "sanction*"),
    ("a2c", "sanctions", "sanction*"),
    ("u1", "sanctions", "sanction*"),
    ("a1", "trade", "trade"),
    ("b1", "trade", "tariff"),
]


@pytest.fixture
def found():
    return pd.DataFrame(FOUND, columns=["doc_id", "theme", "term"])


def deltas(influence, term):
    return influence.loc[influence["term"] == term, "delta"].tolist()


def test_a_story_with_another_term_of_the_theme_is_not_lost(found, articles, codebook):
    influence = term_influence(found, articles, codebook)
    assert deltas(influence, "embargo") == pytest.approx([0, float("nan"), 0], nan_ok=True)


def test_a_story_that_one_term_finds_alone_is_lost_with_it(found, articles, codebook):
    influence = term_influence(found, articles, codebook)
    assert deltas(influence, "tariff") == pytest.approx([0, float("nan"), 1], nan_ok=True)
    assert deltas(influence, "trade") == pytest.approx([0.5, float("nan"), 0], nan_ok=True)


def test_copies_count_only_in_articles(found, articles, codebook):
    articles = articles.assign(source="daily")
    influence = term_influence(found, articles, codebook, unit="articles")
    third = pytest.approx([1 / 3, float("nan"), 0], nan_ok=True)
    assert deltas(influence, "sanction*") == third
    assert deltas(term_influence(found, articles, codebook), "sanction*")[0] == 0


@pytest.mark.parametrize("unit", ["sentences", "words"])
def test_of_sentences_and_words_it_is_their_stories(found, articles, codebook, unit):
    influence = term_influence(found, articles, codebook, unit=unit)
    pd.testing.assert_frame_equal(influence, term_influence(found, articles, codebook))
    assert influence["unit"].unique().tolist() == ["stories"]


def test_the_full_share_is_that_of_the_chart(found, articles, codebook):
    influence = term_influence(found, articles, codebook).set_index(["period", "theme"])
    series = count_by_period(found, articles, codebook).set_index(["period", "theme"])
    for term in ("embargo", "tariff"):
        rows = influence[influence["term"] == term]
        assert_series_equal(rows["share"], series.loc[rows.index, "share"])


def test_an_absent_term_changes_nothing_exactly(found, articles, codebook):
    influence = term_influence(found, articles, codebook)
    assert "guns" not in set(influence["term"])
    rows = influence[influence["term"] == "embargo"].dropna()
    assert (rows["without"] == rows["share"]).all() and len(rows) == 2


def test_without_any_match_the_tables_are_empty_with_their_columns(found, articles, codebook):
    influence = term_influence(found.head(0), articles, codebook)
    assert list(influence.columns) == INFLUENCE_COLUMNS and influence.empty
    assert list(summarize_influence(influence).columns) == SUMMARY_COLUMNS


def test_the_period_of_the_timeframe_is_used(found, articles, codebook):
    influence = term_influence(found, articles, codebook, timeframe=Timeframe("year"))
    assert deltas(influence, "tariff") == pytest.approx([1 / 3])


def curve(early, late, early_without, late_without, total=100):
    """Two periods of so many stories, with and without a term."""
    rows = zip(pd.to_datetime(["2022-01-01", "2023-01-01"]), (early, late),
               (early_without, late_without), strict=True)  # fmt: skip
    columns = ["period", "count", "kept"]
    table = pd.DataFrame(rows, columns=columns).assign(theme="t", term="w", total=total)
    table = table.assign(share=table["count"] / total, without=table["kept"] / total)
    return table.assign(delta=table["share"] - table["without"])


def summary(*numbers):
    return summarize_influence(curve(*numbers)).iloc[0]


def test_the_largest_loss_has_its_period_and_the_mean_all_periods():
    row = summary(20, 40, 20, 10)
    assert row["largest"] == pytest.approx(0.3) and row["when"] == pd.Timestamp(2023, 1, 1)
    assert row["mean"] == pytest.approx(0.15)


def test_a_term_that_loses_nothing_has_no_period_and_no_flag():
    row = summary(20, 40, 20, 40)
    assert (row["largest"], row["mean"], row["flags"]) == (0, 0, "")
    assert pd.isna(row["when"])


@pytest.mark.parametrize(
    ("numbers", "flags"),
    [
        ((20, 40, 20, 36), ""),  # 20 points become 16: a fifth
        ((20, 40, 20, 34), "over a quarter"),  # 14 points, of which 0 is still no part
        ((20, 40, 20, 25), "interval; over a quarter"),
        ((20, 40, 20, 16), "changes sign; interval; over a quarter"),
    ],
)
def test_a_flag_says_what_of_the_change_depends_on_the_term(numbers, flags):
    row = summary(*numbers)
    assert row["flags"] == flags
    assert row["change"] == pytest.approx(0.2)


def test_what_is_left_of_rounded_shares_is_no_change():
    # 2 of 3 stories become 3 of 3, and without the term 1 of 3 stays 1 of 3.
    rounded = curve(2, 3, 1, 1, total=3).round({"delta": 9})
    row = summarize_influence(rounded).iloc[0]
    assert row["change_without"] == 0
    assert "changes sign" not in row["flags"]
