import json
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.errors import SettingError
from dateline.stats.dispersion import Dispersion
from dateline.stats.intervals import jeffreys
from dateline.stats.rates import (
    ONE_EACH,
    RATE_COLUMNS,
    conditional_rate_ratio,
    exact_rate_ratio,
    gamma_bounds,
    garwood,
    pooled_rates,
    rate_ratio,
    standardised_rate,
)

FILES = Path(__file__).parents[1] / "cases"
GARWOOD = json.loads((FILES / "garwood.json").read_text("utf-8"))
BIRTHS = json.loads((FILES / "standardised.json").read_text("utf-8"))

# Nine articles of three years, worked out by hand and in R (methods of quasi-Poisson counts).
YEARS = [2021] * 3 + [2022] * 2 + [2024] * 4
WORDS = [500, 800, 650, 400, 900, 700, 600, 550, 1000]
HITS = [2, 0, 5, 1, 3, 0, 9, 4, 2]
LEARNED = Dispersion(3.951724, 6)


@pytest.mark.parametrize("case", GARWOOD, ids=lambda case: str(case["count"]))
def test_exact_bounds_are_those_of_r(case):
    low, high = garwood(case["count"], case["exposure"])
    digits = 5.1e-4 if case["count"] == 100 else 5.1e-5
    assert float(low) == pytest.approx(case["low"], abs=digits)
    assert float(high) == pytest.approx(case["high"], abs=digits)


def test_exact_bounds_without_words_are_missing():
    low, high = garwood([0, 1], [0, 2])
    assert np.isnan(low).tolist() == np.isnan(high).tolist() == [True, False]


@settings(derandomize=True, deadline=None)  # the first call imports scipy
@given(st.integers(0, 1000), st.floats(1, 30))
def test_dispersion_widens_the_bounds_of_a_rate(hits, factor):
    (low, high), (least, most) = (
        gamma_bounds(hits, 100, dispersion=Dispersion(each, 1000)) for each in (1, factor)
    )
    assert least <= low + 1e-12 and low <= hits / 100 <= high <= most + 1e-12


def test_pooled_rates_of_three_years_are_those_worked_out():
    table = pooled_rates(YEARS, WORDS, HITS)
    assert list(table) == RATE_COLUMNS
    assert table["factor"].tolist() == pytest.approx([3.951724] * 3, abs=5e-7)
    assert table["df"].tolist() == [6, 6, 6]
    assert table["rate"].tolist() == pytest.approx([35.8974, 30.7692, 52.6316], abs=5.1e-5)
    assert table["low"].tolist() == pytest.approx([1.3263, 0.1377, 8.4577], abs=5.1e-5)
    assert table["high"].tolist() == pytest.approx([183.4056, 234.4992, 170.8726], abs=5.1e-5)


def test_words_as_independent_would_give_a_third_of_the_width():
    low, high = garwood(15, 0.285)
    assert [float(low), float(high)] == pytest.approx([29.46, 86.81], abs=5.1e-3)


def test_a_year_without_articles_is_a_gap_and_one_without_hits_is_0():
    table = pooled_rates([*YEARS, 2025], [*WORDS, 300], [*HITS, 0], grid=range(2021, 2026))
    assert table["words"].tolist() == [1950, 1300, 0, 2850, 300]
    assert np.isnan(table.loc[2, ["rate", "low", "high"]].astype(float)).all()
    assert table.loc[4, ["rate", "low"]].tolist() == [0, 0] and table.loc[4, "high"] > 0


def test_one_article_in_each_period_gets_no_interval_and_a_note():
    table = pooled_rates([1, 2], [500, 600], [2, 3])
    assert table["rate"].tolist() == pytest.approx([40, 50])
    assert table[["low", "high"]].isna().all(axis=None)
    assert table["note"].tolist() == [ONE_EACH, ONE_EACH]


def test_no_articles_give_a_table_without_rows():
    table = pooled_rates([], [], [])
    assert list(table) == RATE_COLUMNS and len(table) == 0


def test_a_ratio_of_rates_is_the_one_worked_out():
    found, filled = rate_ratio((15, 2850), (7, 1950), dispersion=LEARNED)
    assert not filled
    values = [float(value) for value in found]
    assert values == pytest.approx([1.466165, 0.158203, 13.587893], abs=5e-6)


def test_half_a_hit_fills_the_zero_of_one_side_and_says_so():
    found, filled = rate_ratio(([0, 4, 0], 1000), ([3, 3, 0], 1000))
    assert filled.tolist() == [True, False, False]
    assert found.estimate[:2].tolist() == pytest.approx([0.5 / 3.5, 4 / 3])
    assert np.isnan([values[2] for values in found]).all()


def test_the_ratio_given_both_is_jeffreys_of_the_share_of_one():
    # Spread 1: of 26 hits 11; the same words, so the ratio is share / (1 - share).
    found = conditional_rate_ratio((11, 900), (15, 900))
    low, high = jeffreys(11, 26)
    expected = [11 / 15, low / (1 - low), high / (1 - high)]
    assert [float(value) for value in found] == pytest.approx([float(each) for each in expected])


def test_dispersion_divides_the_hits_of_the_ratio_given_both():
    found = conditional_rate_ratio((15, 2850), (7, 1950), dispersion=LEARNED)
    alike = conditional_rate_ratio((15 / 6.159239, 2850), (7 / 6.159239, 1950))
    assert [float(value) for value in found] == pytest.approx([float(each) for each in alike])
    assert float(found.estimate) == pytest.approx(1.466165, abs=5e-7)


def test_the_ratio_given_both_of_none_is_0_or_infinite_or_unknown():
    found = conditional_rate_ratio(([0, 2, 0], 10), ([2, 0, 0], 10), dispersion=LEARNED)
    assert found.estimate[:2].tolist() == [0, np.inf] and np.isnan(found.estimate[2])
    assert found.low[0] == 0 < found.high[0] < np.inf == found.high[1]
    unknown = conditional_rate_ratio((2, 10), (3, 10), dispersion=Dispersion(1.0, 0))
    assert np.isnan([float(value) for value in unknown]).all()


def test_the_exact_ratio_is_that_of_r():
    # R, example of poisson.test: c(11, 6+8+7), c(800, 1083+1050+878).
    found = [float(value) for value in exact_rate_ratio((11, 800), (21, 3011))]
    assert found == pytest.approx([1.971488, 0.8584264, 4.277266], abs=5e-7)


def test_the_exact_ratio_of_none_is_0_or_infinite_or_unknown():
    found = exact_rate_ratio(([0, 2, 0], 10), ([2, 0, 0], 10))
    assert found.estimate[:2].tolist() == [0, np.inf] and np.isnan(found.estimate[2])
    assert found.low[0] == 0 and found.high[1] == np.inf


@pytest.mark.parametrize("order", range(5))
def test_standardised_rates_are_those_of_fay_and_feuer(order):
    births, cases = (np.array(BIRTHS[name], dtype=float) for name in ("births", "cases"))
    mix = births.sum(axis=0) / births.sum()
    found = [round(1e5 * float(value[order]), 1) for value in standardised_rate(cases, births, mix)]
    expected = BIRTHS["per_100000"][order]
    assert found == [expected["rate"], expected["low"], expected["high"]]
    assert round(1e5 * cases[order].sum() / births[order].sum(), 1) == expected["crude"]


@settings(derandomize=True, deadline=None)  # the first call imports scipy
@given(st.integers(0, 500), st.floats(1, 20))
def test_with_one_source_the_standardised_bounds_are_those_of_the_rate(hits, factor):
    learned = Dispersion(factor, 12)
    found = standardised_rate([hits], [1000], [1], dispersion=learned)
    low, high = gamma_bounds(hits, 1000, dispersion=learned)
    assert [float(found.low), float(found.high)] == pytest.approx([float(low), float(high)])


def test_a_period_without_one_of_the_sources_has_no_standardised_rate():
    found = standardised_rate([[2, 1], [2, 0]], [[100, 100], [100, 0]], [0.5, 0.5])
    assert found.estimate[0] == pytest.approx(0.015)
    assert np.isnan([values[1] for values in found]).all()


def test_a_source_without_a_share_need_not_be_there():
    found = standardised_rate([2, 0], [100, 0], [1, 0])
    assert float(found.estimate) == pytest.approx(0.02)


@pytest.mark.parametrize("level", [0, 1, 95])
def test_a_level_that_is_no_probability_is_refused(level):
    with pytest.raises(SettingError, match="for example"):
        garwood(1, 2, level=level)


def test_negative_hits_are_refused():
    with pytest.raises(SettingError, match="negative"):
        garwood(-1)
