import numpy as np
import pandas as pd
import pytest

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
