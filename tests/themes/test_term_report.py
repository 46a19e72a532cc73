"""What each term brings to its theme."""

import math

import pandas as pd
import pytest

from dateline.themes import find_mentions, read_codebook
from dateline.themes.term_report import (
    TERM_COLUMNS,
    effective_terms,
    report_terms,
    summarize_terms,
)

TABLES = {
    "arms": {"terms": ["tanks", "arms", "guns"]},
    "trade": {"terms": ["trade"], "tariffs": {"terms": ["tariff"]}},
    "peace": {"terms": ["peace"]},
}


@pytest.fixture
def articles(articles_of):
    dates = pd.to_datetime(["2022-03-01", "2022-01-01", None])
    return articles_of("Arms, arms. Trade.", "Arms and tanks.", "Tariff.", date=dates)


@pytest.fixture
def codebook():
    return read_codebook({"themes": TABLES})


@pytest.fixture
def report(articles, codebook):
    return report_terms(find_mentions(articles, codebook), articles, codebook)


def rows(table, *columns):
    return list(table[list(columns)].itertuples(index=False, name=None))


def test_each_term_has_its_hits_articles_and_share_the_commonest_first(report):
    arms = report[report["theme"] == "arms"]
    assert rows(arms, "term", "hits", "articles", "share") == [
        ("arms", 3, 2, 0.75),
        ("tanks", 1, 1, 0.25),
        ("guns", 0, 0, 0.0),
    ]


def test_each_term_has_the_days_of_its_earliest_and_latest_article(report):
    arms = report[report["term"] == "arms"].iloc[0]
    assert (arms["first"], arms["last"]) == (pd.Timestamp(2022, 1, 1), pd.Timestamp(2022, 3, 1))
    assert (
        report.loc[report["term"].isin(["guns", "tariff"]), ["first", "last"]].isna().all(axis=None)
    )


def test_the_terms_of_a_part_have_rows_in_the_theme_too(report):
    trade = report[report["theme"].str.startswith("trade")]
    assert rows(trade, "theme", "term", "entry_of", "share") == [
        ("trade", "trade", "trade", 0.5),
        ("trade", "tariff", "trade.tariffs", 0.5),
        ("trade.tariffs", "tariff", "trade.tariffs", 1.0),
    ]


def test_a_theme_without_a_hit_has_rows_and_no_shares(report, codebook):
    assert report.loc[report["theme"] == "peace", "share"].isna().all()
    summary = summarize_terms(report, codebook).set_index("theme").loc["peace"]
    assert (summary["hits"], summary["top"], summary["matched"]) == (0, "", 0)
    assert math.isnan(summary["effective"]) and math.isnan(summary["top_share"])


def test_mentions_of_articles_that_are_not_given_are_not_counted(articles, codebook):
    mentions = find_mentions(articles, codebook)
    assert report_terms(mentions, articles.head(1), codebook)["hits"].sum() == 3
    assert report_terms(mentions, articles.head(0), codebook)["hits"].sum() == 0


def test_the_columns_have_their_types(report):
    assert {name: str(kind) for name, kind in report.dtypes.items()} == TERM_COLUMNS


def test_the_summary_says_how_many_terms_work_and_the_chief_one(report, codebook):
    arms = summarize_terms(report, codebook).iloc[0]
    assert (arms["terms"], arms["matched"], arms["hits"]) == (3, 2, 4)
    assert (arms["top"], arms["top_share"]) == ("arms", 0.75)
    assert arms["effective"] == pytest.approx(1 / (0.75**2 + 0.25**2))


@pytest.mark.parametrize(
    ("hits", "expected"),
    # Worked out by hand: shares .9, .05, .05 have the squares .81, .0025, .0025.
    [([90, 5, 5], 1 / 0.815), ([1], 1), ([7, 7, 7, 7], 4), ([5, 0], 1)],
)
def test_the_effective_number_is_one_over_the_sum_of_squared_shares(hits, expected):
    assert effective_terms(hits) == pytest.approx(expected)
