import numpy as np
import pandas as pd
import pytest

from dateline.errors import SettingError
from dateline.stats.smoothing import (
    SMOOTH_COLUMNS,
    TOO_FEW,
    smooth_series,
    whittaker,
)

# Worked out apart, from z = (W + penalty D'D)^-1 W y with penalty 10 and second differences.
VALUES = [1, 2, 4, 3, 5, 7, 6, 8]
SMOOTHED = [1.1290, 2.1182, 3.0944, 4.0331, 4.9999, 5.9575, 6.8684, 7.7994]
WEIGHTS = [1, 1, 0, 1, 3, 1, 1, 1]
WEIGHTED = [0.9255, 1.8884, 2.8587, 3.8551, 4.8961, 5.9150, 6.8759, 7.8517]


def _rates(values, weight):
    """Values above 0 with one weight in all periods, as many as have a line."""
    return smooth_series(_series(values, [weight] * len(values), unit="words"), n_documents=60)


def _series(shares, totals, *, unit="stories", theme="x"):
    shares, totals = np.array(shares, dtype=float), np.array(totals, dtype=float)
    periods = pd.date_range("2022-01-01", periods=len(shares), freq="MS").as_unit("us")
    table = pd.DataFrame({"period": periods, "theme": theme, "unit": unit, "total": totals})
    return table.assign(share=np.where(totals > 0, shares, np.nan))


def test_equal_weights_meet_the_values_worked_out_apart():
    smooth = whittaker(VALUES, np.ones(8), penalty=10)
    assert smooth.values == pytest.approx(SMOOTHED, abs=5e-5)
    assert smooth.edf == pytest.approx(2.61225, abs=5e-6)


def test_unequal_weights_meet_the_values_worked_out_apart():
    assert whittaker(VALUES, WEIGHTS, penalty=10).values == pytest.approx(WEIGHTED, abs=5e-5)


def test_the_equations_that_define_the_smoother_hold():
    weights, smooth = np.array([5.0, 0, 2, 9, 1, 7]), None
    smooth = whittaker([0.1, np.nan, 0.4, 0.2, 0.9, 0.3], weights, penalty=3.0)
    d = np.diff(np.eye(6), n=2, axis=0)
    pull = weights * ([0.1, 0, 0.4, 0.2, 0.9, 0.3] - smooth.values)
    assert pull == pytest.approx(3.0 * d.T @ d @ smooth.values, abs=1e-12)


def test_a_straight_line_stays_as_it_is_whatever_the_penalty():
    line = np.linspace(0.2, 0.6, 9)
    assert whittaker(line, np.ones(9), penalty=1e5).values == pytest.approx(line)


def test_a_small_penalty_follows_the_points_and_a_large_one_is_a_straight_line():
    assert whittaker(VALUES, np.ones(8), penalty=1e-9).edf == pytest.approx(8)
    assert whittaker(VALUES, np.ones(8), penalty=1e9).edf == pytest.approx(2)


def test_a_period_without_weight_is_interpolated_whatever_stands_there():
    found = [whittaker([1, 2, gap, 4, 5], [1, 1, 0, 1, 1], penalty=1.0) for gap in (np.nan, 99)]
    assert found[0].values == pytest.approx([1, 2, 3, 4, 5])
    assert found[1].values == pytest.approx(found[0].values)


def test_cross_validation_makes_a_line_of_a_line_and_keeps_a_wave():
    line, wave = np.arange(20) / 20, np.sin(np.arange(20) / 2)
    assert _rates(line, 8)["edf"].iloc[0] == pytest.approx(2, abs=0.01)
    assert _rates(wave + 1, 8)["edf"].iloc[0] > 8


def test_the_penalty_chosen_has_the_least_score():
    rng = np.random.default_rng(1)
    values = 9 + np.sin(np.arange(24) / 4) + rng.normal(0, 0.3, 24)
    chosen = whittaker(values, np.ones(24), penalty=_rates(values, 1)["penalty"].iloc[0])

    def score(smooth):
        return ((values - smooth.values) ** 2).sum() / (1 - smooth.edf / 24) ** 2

    others = [whittaker(values, np.ones(24), penalty=p) for p in 10.0 ** np.arange(-1, 6)]
    assert all(score(chosen) <= score(other) + 1e-12 for other in others)


def test_the_line_of_a_theme_is_that_of_its_penalty():
    values, weights = 9 + np.sin(np.arange(12)), [3, 0, 9, 4, 5, 0, 0, 7, 2, 8, 6, 9]
    table = smooth_series(_series(values, weights, unit="words"), n_documents=60)
    line = whittaker(values, weights, penalty=table["penalty"].iloc[0])
    assert table["smooth"].tolist() == pytest.approx(line.values)
    assert table["edf"].tolist() == pytest.approx([line.edf] * 12)


def test_what_weights_are_counted_in_does_not_matter():
    values = 9 + np.sin(np.arange(12))
    few, many = (_rates(values, weight)["smooth"] for weight in (8, 4000))
    assert many.tolist() == pytest.approx(few.tolist())


@pytest.mark.parametrize("totals", [[8] * 7, [7] * 8], ids=["7 periods", "56 stories"])
def test_below_the_gate_there_is_no_line_and_the_reason_is_told(totals):
    table = smooth_series(_series([0.5] * len(totals), totals))
    assert table["smooth"].isna().all()
    assert table["reason"].tolist() == [TOO_FEW] * len(totals)


def test_eight_periods_with_60_stories_have_a_line():
    table = smooth_series(_series(np.linspace(0.1, 0.8, 8), [7.5] * 8))
    assert table["smooth"].tolist() == pytest.approx(np.linspace(0.1, 0.8, 8))
    assert table["edf"].iloc[0] == pytest.approx(2, abs=1e-3)
    assert list(table) == list(SMOOTH_COLUMNS)


def test_empty_periods_are_flagged_between_others_and_have_no_line_outside():
    totals = [0, 9, 9, 9, 9, 0, 9, 9, 9, 9, 0]
    table = smooth_series(_series(np.arange(11) / 20, totals))
    assert np.flatnonzero(table["interpolated"]).tolist() == [5]
    assert table["smooth"].iloc[5] == pytest.approx(5 / 20)
    assert np.flatnonzero(table["smooth"].isna()).tolist() == [0, 10]


def test_a_smoothed_share_stays_between_0_and_1():
    table = smooth_series(_series([0, 0, 0, 0, 0, 1, 1, 1, 1, 1], [20] * 10))
    assert table["smooth"].between(0, 1).all()


def test_a_rate_may_be_above_1_and_needs_the_number_of_stories():
    series = _series(np.linspace(10, 24, 8), [6000] * 8, unit="words")
    with pytest.raises(SettingError, match="number of stories"):
        smooth_series(series)
    table = smooth_series(series, n_documents=80)
    assert table["smooth"].tolist() == pytest.approx(np.linspace(10, 24, 8))


def test_themes_are_smoothed_apart_and_rows_keep_their_order():
    rising, flat = (
        _series(s, [9] * 8, theme=t) for s, t in ((np.arange(8) / 9, "up"), ([0.5] * 8, "even"))
    )
    both = pd.concat([rising, flat]).sort_values("period", kind="stable", ignore_index=True)
    table = smooth_series(both)
    assert table["theme"].tolist() == ["up", "even"] * 8
    assert table.loc[table["theme"] == "even", "smooth"].tolist() == pytest.approx([0.5] * 8)


def test_an_empty_series_has_an_empty_table():
    assert smooth_series(_series([], [])).empty


@pytest.mark.parametrize(
    ("values", "weights", "penalty"),
    [([1, 2], [1, 0], 1), ([1, 2], [1, -1], 1), ([1, 2], [1, 1], 0), ([1, 2, 3], [1, 1], 1)],
)
def test_what_cannot_be_smoothed_is_refused(values, weights, penalty):
    with pytest.raises(SettingError):
        whittaker(values, weights, penalty=penalty)
