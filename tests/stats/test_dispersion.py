import numpy as np
import pandas as pd
import pytest
from scipy.stats import bootstrap

from dateline.errors import SettingError
from dateline.stats.dispersion import (
    INDEPENDENT,
    Dispersion,
    make_rows,
    number_periods,
    pool,
    squared_errors,
    sum_periods,
)

# Populations of ten cities in 1920 and 1930: `city` of the R package boot.
CITY = [138, 93, 61, 179, 48, 37, 29, 23, 30, 2], [143, 104, 69, 260, 75, 63, 50, 48, 111, 50]


def rows_of(periods, size, hits, weights=None):
    return make_rows(np.array(periods, dtype=np.intp), size, hits, weights=weights)


def pool_of(periods, size, hits, weights=None):
    rows = rows_of(periods, size, hits, weights)
    sums = sum_periods(rows, max(periods) + 1)
    return pool(rows, sums, sums.hits)


def test_the_standard_error_of_a_ratio_is_that_of_the_textbook():
    rows = rows_of([0] * 10, *CITY)
    sums = sum_periods(rows, 1)
    # The linearised standard error of R's boot package: 0.189993.
    assert float((sums.hits / sums.size)[0]) == pytest.approx(1.5203125)
    error = np.sqrt(squared_errors(rows, sums)) / sums.size
    assert error[0] == pytest.approx(0.189993, abs=5e-7)


def ratios(picked):
    """The ratio of each row of picked cities, as periods of one table."""
    size, hits = np.array(CITY)[:, picked]
    rows = rows_of(np.repeat(np.arange(len(picked)), picked.shape[1]), size.ravel(), hits.ravel())
    sums = sum_periods(rows, len(picked))
    return sums.hits / sums.size


def test_the_ratio_without_each_city_gives_the_jackknife_of_the_package():
    without = np.array([[at for at in range(10) if at != left] for left in range(10)])
    gaps = ratios(without).mean() - ratios(without)
    # R's boot package on `city`: jackknife standard error .194791, acceleration -.0112032.
    assert np.sqrt(9 / 10 * (gaps**2).sum()) == pytest.approx(0.194791, abs=5e-7)
    acceleration = (gaps**3).sum() / (6 * (gaps**2).sum() ** 1.5)
    assert acceleration == pytest.approx(-0.0112032, abs=5e-8)


def test_drawn_again_the_ratio_has_the_bca_interval_of_the_package():
    draws = bootstrap(
        (np.arange(10),),
        lambda picked, axis: ratios(np.atleast_2d(picked)).reshape(picked.shape[:-1]),
        n_resamples=20_000, vectorized=True, method="BCa", rng=1,
    )  # fmt: skip
    # R's boot package with 99,999 draws: 1.247 to 2.091; of 20,000 draws the ends vary by .01.
    assert tuple(draws.confidence_interval) == pytest.approx((1.247, 2.091), abs=0.03)


def test_articles_with_the_same_rate_give_the_factor_1():
    assert pool_of([0, 0, 1, 1], [100, 200, 300, 400], [1, 2, 3, 4]) == Dispersion(1.0, 2.0)


def test_hits_in_one_of_two_articles_double_the_variance_for_each_pair():
    # Rate 2 in 100: errors of +2 and -2, so 2 / 1 x 8 = 16, over 4 hits.
    assert pool_of([0, 0], [100, 100], [4, 0]) == Dispersion(4.0, 1.0)


def test_a_period_of_one_article_teaches_nothing():
    assert pool_of([0, 0, 1], [100, 100, 100], [4, 0, 90]) == Dispersion(4.0, 1.0)


def test_an_article_of_two_periods_counts_as_two_halves():
    whole = pool_of([0, 0, 0, 0], [100] * 4, [4, 0, 4, 0])
    halves = pool_of([0, 0, 0, 0] * 2, [100] * 8, [4, 0, 4, 0] * 2, [0.5] * 8)
    assert halves == whole


def test_one_article_in_each_period_leaves_the_doubt_unknown():
    found = pool_of([0, 1], [100, 100], [4, 0])
    assert found.df == 0
    assert np.isnan(found.spread()) and np.isnan(found.t_point())


def test_few_degrees_of_freedom_widen_the_spread_and_many_do_not():
    # t of 6 degrees of freedom is 2.446912, z 1.959964.
    assert Dispersion(1, 6).t_point() == pytest.approx(2.446912, abs=5.1e-7)
    assert Dispersion(3.951724, 6).spread() == pytest.approx(6.159239)
    assert Dispersion(2, 1e9).spread() == pytest.approx(2)
    assert INDEPENDENT.spread(0.9) == 1


def test_periods_without_articles_have_a_place_in_the_grid():
    grid = pd.date_range("2022-01-01", periods=3, freq="MS")
    codes, index = number_periods(grid[[2, 0, 2]], grid)
    assert codes.tolist() == [2, 0, 2]
    assert index.equals(grid)


def test_without_a_grid_the_periods_that_occur_are_in_order():
    codes, index = number_periods([2024, 2021, 2024], None)
    assert codes.tolist() == [1, 0, 1]
    assert index.tolist() == [2021, 2024]


def test_a_period_outside_the_grid_is_refused():
    with pytest.raises(SettingError, match="period 2030 is not in the grid"):
        number_periods([2021, 2030], [2021, 2022])


@pytest.mark.parametrize(
    ("size", "hits", "message"),
    [([1], [1, 2], "differ in length"), ([1, -1], [0, 0], "negative"), ([1, 1], [0, None], "miss")],
)
def test_numbers_that_cannot_be_counts_are_refused(size, hits, message):
    with pytest.raises(SettingError, match=message):
        rows_of([0, 0], size, hits)
