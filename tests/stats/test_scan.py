import json
from pathlib import Path

import numpy as np
import pytest

from dateline.stats.dispersion import Dispersion
from dateline.stats.rates import rate_ratio
from dateline.stats.scan import (
    plausible_limit,
    position_chances,
    step_gain,
    stratified_ratio,
    trend_gain,
    weigh_change,
)

# Reference values: Carlin, Gelfand and Smith (1992), Appl. Stat. 41, 389-405, place the change
# of these data in 1891 too; the numbers are exact sums over the positions, worked out apart.
COAL = json.loads((Path(__file__).parents[1] / "cases" / "coal.json").read_text("utf-8"))
COUNTS = np.array(COAL["counts"], dtype=float)
YEARS = np.ones(112)


def _column(values):
    return np.array(values, dtype=float)[:, None]


def test_the_coal_series_has_191_disasters_in_112_years():
    assert (len(COUNTS), COUNTS.sum()) == (112, 191)


def test_the_largest_gain_of_the_coal_series_is_after_1891():
    gain = step_gain(_column(COUNTS), _column(YEARS))[:, 0]
    before = int(gain.argmax()) + 1
    assert gain.max() == pytest.approx(69.988, abs=5e-4)
    assert (before, COAL["first_year"] + before - 1) == (41, 1891)
    assert COUNTS[:41].mean() == pytest.approx(3.0976, abs=5e-5)
    assert COUNTS[41:].mean() == pytest.approx(0.9014, abs=5e-5)


def test_a_gain_is_twice_the_log_likelihood_ratio():
    # 2 then 6 in equal times: 2 (2 ln 2 + 6 ln 6 - 8 ln 4).
    gain = step_gain(_column([2, 6]), _column([1, 1]))
    assert gain[0, 0] == pytest.approx(2 * (2 * np.log(2) + 6 * np.log(6) - 8 * np.log(4)))


def test_a_factor_on_all_expected_numbers_changes_no_gain():
    ones, sevens = (step_gain(_column(COUNTS), factor * _column(YEARS)) for factor in (1, 7))
    assert ones == pytest.approx(sevens, abs=1e-9)


def test_sides_without_hits_or_without_anything_expected_have_finite_gains():
    gain = step_gain(_column([0, 0, 5]), _column([0, 1, 1]))
    assert gain[:, 0] == pytest.approx([0, 10 * np.log(2)])


def test_a_series_that_doubles_each_time_gains_what_the_doubling_explains():
    counts = np.array([10.0, 20, 40, 80])
    # With a perfect fit the gain is the whole deviance from one rate.
    deviance = 2 * (counts * np.log(counts / counts.mean())).sum()
    gain = trend_gain(counts[:, None], np.ones((4, 1)), np.arange(4.0))
    assert gain == pytest.approx([deviance])


def test_the_trend_of_a_flat_series_and_of_an_empty_one_gains_nothing():
    counts = np.array([[3.0, 0], [3, 0], [3, 0]])
    assert trend_gain(counts, np.ones((3, 2)), np.arange(3.0)) == pytest.approx([0, 0])


def test_a_trend_knows_that_periods_lie_unequally_far_apart():
    counts = np.array([10.0, 20, 80])
    even, true = (
        trend_gain(counts[:, None], np.ones((3, 1)), np.array(t))
        for t in ([0.0, 1, 2], [0.0, 1, 3])
    )
    assert true[0] > even[0]


def test_with_one_source_the_ratio_is_that_of_two_rates():
    sizes, hits = np.array([[3011.0], [800.0]]), np.array([[21.0], [11.0]])
    learned = Dispersion(2.0, 10)
    found = stratified_ratio(hits, sizes, factor=2.0, t_point=learned.t_point())
    expected, _ = rate_ratio((11, 800), (21, 3011), dispersion=learned)
    assert found == pytest.approx([float(value) for value in expected])


def test_a_turned_mix_of_unchanged_sources_has_a_ratio_of_one():
    sizes = np.array([[80.0, 20.0], [20.0, 80.0]])
    hits = sizes * [0.5, 0.1]
    ratio, low, high = stratified_ratio(hits, sizes, factor=1.0, t_point=1.96)
    assert ratio == pytest.approx(1)
    assert low < 1 < high


def test_a_side_without_hits_gets_half_a_hit():
    ratio, low, high = stratified_ratio(
        np.array([[0.0], [9.0]]), np.array([[10.0], [10.0]]), factor=1.0, t_point=1.96
    )
    assert ratio == pytest.approx(9.5 / 0.5)
    assert 0 < low < ratio < high < np.inf


def test_sources_of_one_side_only_have_no_ratio():
    found = stratified_ratio(
        np.array([[5.0, 0.0], [0.0, 5.0]]),
        np.array([[9.0, 0.0], [0.0, 9.0]]),
        factor=1.0,
        t_point=1.96,
    )
    assert np.isnan(found).all()


@pytest.mark.parametrize(("prior", "largest"), [(1.0, 0.2450), (0.5, 0.2437)])
def test_the_likeliest_last_year_before_the_change_is_1891(prior, largest):
    chances = position_chances(COUNTS, YEARS, factor=1.0, prior=prior)
    assert COAL["first_year"] + chances.argmax() == 1891
    assert chances.max() == pytest.approx(largest, abs=5e-5)


@pytest.mark.parametrize(("prior", "evidence"), [(1.0, 28.942), (0.5, 28.922)])
def test_the_evidence_for_a_change_of_the_coal_series_is_the_exact_sum(prior, evidence):
    found = weigh_change(COUNTS, YEARS, factor=1.0, prior=prior)
    assert found.evidence == pytest.approx(evidence, abs=5.1e-4)


def test_the_rates_to_be_expected_are_means_over_all_positions():
    found = weigh_change(COUNTS, YEARS, factor=1.0, prior=1.0)
    assert (found.before, found.after) == pytest.approx((3.064, 0.922), abs=5.1e-4)


def test_a_series_that_does_not_change_has_evidence_against_one():
    assert weigh_change(np.full(40, 3.0), np.full(40, 3.0), factor=1.0, prior=1.0).evidence < 0


def test_nine_years_hold_95_percent_of_the_chance_for_the_coal_series():
    chances = position_chances(COUNTS, YEARS, factor=1.0, prior=1.0)
    order = np.argsort(-chances)
    years = 1851 + order[: int((np.cumsum(chances[order]) < 0.95).sum()) + 1]
    assert sorted(years) == [*range(1886, 1894), 1896]


def test_dispersed_hits_leave_the_position_less_sure():
    sharp, blunt = (position_chances(COUNTS, YEARS, factor=f, prior=1.0).max() for f in (1.0, 4.0))
    assert blunt < sharp


def test_a_position_is_plausible_within_3_84_of_the_best():
    # 95 % point of chi-squared with one degree of freedom.
    assert plausible_limit() == pytest.approx(3.8415, abs=5e-5)
