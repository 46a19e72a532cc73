import numpy as np
import pandas as pd
import pytest

from dateline.articles.timeframe import Timeframe
from dateline.stats.dispersion import INDEPENDENT
from dateline.stats.documents import tabulate_documents
from dateline.stats.intervals import wilson
from dateline.stats.rates import standardised_rate
from dateline.stats.series import count_by_period
from dateline.stats.standardised import (
    CRUDE,
    FIXED,
    NONE_THROUGHOUT,
    SAME,
    STANDARD_COLUMNS,
    VARIANTS,
    hold_sources,
    standardised_share,
)

JANUARY, FEBRUARY, MARCH = pd.date_range("2022-01-01", periods=3, freq="MS").as_unit("us")


def _documents(cells):
    """Of each (period, source, documents, of them with theme x) so many rows."""
    rows = [
        (f"{period:%m}{source}{n}", source, period, float(n < having))
        for period, source, size, having in cells
        for n in range(size)
    ]
    return pd.DataFrame(rows, columns=["doc_id", "source", "period", "x"])


TURNED = _documents(
    [
        (JANUARY, "A", 80, 40),
        (JANUARY, "B", 20, 2),
        (FEBRUARY, "A", 20, 12),
        (FEBRUARY, "B", 80, 12),
    ]
)


def _shares(table, variant):
    return table.loc[table["sources"] == variant, "share"].tolist()


def test_the_crude_share_falls_where_the_share_of_every_source_rises():
    # Kitagawa (1955): sources of 50 and 10 % turn 60 and 15 %; half of all documents are of each.
    table = hold_sources(TURNED)
    assert _shares(table, CRUDE) == pytest.approx([0.42, 0.24])
    assert _shares(table, FIXED) == pytest.approx([0.30, 0.375])


def test_a_turned_mix_of_unchanged_sources_is_a_flat_line_once_it_is_fixed():
    table = _documents(
        [
            (JANUARY, "A", 80, 40),
            (JANUARY, "B", 20, 2),
            (FEBRUARY, "A", 20, 10),
            (FEBRUARY, "B", 80, 8),
        ]
    )
    held = hold_sources(table)
    assert _shares(held, CRUDE) == pytest.approx([0.42, 0.18])
    assert _shares(held, FIXED) == pytest.approx([0.3, 0.3])


def test_the_interval_of_a_fixed_mix_is_put_together_from_wilson_intervals():
    found = standardised_share([40, 2], [80, 20], [0.5, 0.5])
    low, high = wilson([40, 2], [80, 20])
    down = 0.5 * np.hypot(0.5 - low[0], 0.1 - low[1])
    up = 0.5 * np.hypot(high[0] - 0.5, high[1] - 0.1)
    assert found.estimate == pytest.approx(0.3)
    assert (found.low, found.high) == pytest.approx((0.3 - down, 0.3 + up))


def test_with_one_source_the_interval_is_that_of_wilson():
    found = standardised_share([[3], [0]], [[5], [20]], [1.0])
    low, high = wilson([3, 0], [5, 20])
    assert found.low == pytest.approx(low)
    assert found.high == pytest.approx(high)


def test_a_source_without_documents_makes_the_share_unknown_unless_its_part_is_none():
    assert np.isnan(standardised_share([3, 0], [5, 0], [0.5, 0.5]).estimate)
    assert standardised_share([3, 0], [5, 0], [1.0, 0.0]).estimate == pytest.approx(0.6)


def test_rates_have_the_interval_of_fay_and_feuer():
    table = hold_sources(TURNED.assign(size=500.0), unit="words")
    row = table[table["sources"] == FIXED].iloc[0]
    found = standardised_rate([40, 2], [40_000, 10_000], [0.5, 0.5], dispersion=INDEPENDENT)
    assert row["share"] == pytest.approx(10_000 * found.estimate)
    # The dispersion is learned from 196 documents: a t point for that of the normal.
    assert (row["low"], row["high"]) == pytest.approx(
        (10_000 * found.low, 10_000 * found.high), rel=0.02
    )


def test_sources_that_come_and_go_are_left_out_of_all_periods():
    guest = _documents([(FEBRUARY, "C", 100, 100)])
    table = hold_sources(pd.concat([TURNED, guest]))
    assert _shares(table, CRUDE) == pytest.approx([0.42, 0.62])
    assert _shares(table, SAME) == pytest.approx([0.42, 0.24])
    totals = table.loc[table["sources"] == SAME, "total"]
    assert totals.tolist() == [100, 100]


def test_where_no_source_is_there_throughout_the_share_is_unknown_and_that_is_said():
    table = hold_sources(_documents([(JANUARY, "A", 9, 3), (FEBRUARY, "B", 9, 3)]))
    rest = table[table["sources"] != CRUDE]
    assert rest["share"].isna().all()
    assert rest["method"].tolist() == [NONE_THROUGHOUT] * 4


def test_an_empty_period_is_a_gap_in_every_variant():
    table = hold_sources(TURNED, grid=pd.DatetimeIndex([JANUARY, FEBRUARY, MARCH]))
    march = table[table["period"] == MARCH]
    assert march["sources"].tolist() == list(VARIANTS)
    assert march[["share", "low", "high"]].isna().all(axis=None)
    assert march["total"].tolist() == [0, 0, 0]


def test_sentences_of_few_articles_have_wider_intervals_than_as_many_stories():
    shown = TURNED.assign(x=TURNED["x"] * 10, size=10.0)
    stories, sentences = (hold_sources(shown, unit=unit) for unit in ("stories", "sentences"))
    assert sentences["share"].tolist() == pytest.approx(stories["share"])
    assert (sentences["low"] < stories["low"]).all()


def test_the_crude_share_is_that_of_the_series_to_the_last_digit(mentions, articles, codebook):
    sourced = articles.assign(source=["A", "A", "B", "B", "B"])
    weeks = Timeframe("week")
    series = count_by_period(mentions, sourced, codebook, timeframe=weeks)
    themes = [theme.name for theme in codebook.themes]
    table = tabulate_documents(mentions, sourced, themes, timeframe=weeks)
    held = hold_sources(table, grid=series["period"].unique())
    crude = held[held["sources"] == CRUDE]
    columns = ["period", "theme", "count", "total", "share"]
    pd.testing.assert_frame_equal(crude[columns], series[columns], check_exact=True)


def test_themes_and_periods_come_in_the_order_of_a_series():
    table = hold_sources(TURNED.assign(a=0.0))
    first = table[table["sources"] == CRUDE]
    assert first["theme"].tolist() == ["x", "a", "x", "a"]
    assert first["period"].is_monotonic_increasing
    assert {name: str(kind) for name, kind in table.dtypes.items()} == STANDARD_COLUMNS
