import json
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.errors import SettingError
from dateline.stats.intervals import (
    clopper_pearson,
    jeffreys,
    newcombe_difference,
    share_ratio,
    wilson,
)


def load(name: str) -> list[dict]:
    return json.loads((Path(__file__).parents[1] / "cases" / name).read_text("utf-8"))


CASES, SHARES, DIFFERENCES = map(load, ("wilson.json", "shares.json", "differences.json"))
METHODS = {"wilson": wilson, "jeffreys": jeffreys, "clopper_pearson": clopper_pearson}
Z = 1.959964  # the 97.5 % point of the normal distribution

totals = st.integers(min_value=1, max_value=100_000)
counts_of_totals = totals.flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['count']}/{case['total']}")
def test_published_and_worked_values_are_met_to_four_places(case):
    low, high = wilson(case["count"], case["total"])
    assert float(low) == pytest.approx(case["low"], abs=5.1e-5)
    assert float(high) == pytest.approx(case["high"], abs=5.1e-5)


@given(counts_of_totals)
def test_the_interval_holds_the_share_and_stays_within_0_and_1(pair):
    count, total = pair
    low, high = wilson(count, total)
    assert 0 <= low <= count / total <= high <= 1


@given(counts_of_totals)
def test_both_bounds_solve_the_equation_that_defines_them(pair):
    count, total = pair
    for bound in wilson(count, total):
        distance, spread = (count / total - bound) ** 2, bound * (1 - bound) / total
        assert distance == pytest.approx(Z**2 * spread, rel=1e-4, abs=1e-9)


@given(counts_of_totals, st.integers(min_value=2, max_value=50))
def test_the_same_share_of_more_articles_has_a_narrower_interval(pair, times):
    count, total = pair
    low, high = wilson([count, count * times], [total, total * times])
    assert (high - low)[1] < (high - low)[0]


@given(counts_of_totals)
def test_mentioned_and_not_mentioned_have_mirrored_intervals(pair):
    count, total = pair
    (low, other_low), (high, other_high) = wilson([count, total - count], [total, total])
    assert low == pytest.approx(1 - other_high, abs=1e-12)
    assert high == pytest.approx(1 - other_low, abs=1e-12)


@given(counts_of_totals)
def test_a_higher_level_gives_a_wider_interval(pair):
    low, high = wilson(*pair, level=0.95)
    wide_low, wide_high = wilson(*pair, level=0.99)
    assert wide_low <= low and high <= wide_high and wide_high - wide_low > high - low


def test_parts_of_articles_are_taken_as_they_are():
    # 2.4 of 7.2: centre (2.4 + 1.9207) / 11.0415, half 1.96 sqrt(1.6 + 0.9604) / 11.0415.
    bounds = [float(bound) for bound in wilson(2.4, 7.2)]
    assert bounds == pytest.approx([0.3913 - 0.2840, 0.3913 + 0.2840], abs=1e-4)


def test_no_articles_give_no_interval():
    low, high = wilson([0, 1], [0, 2])
    assert np.isnan(low).tolist() == [True, False]
    assert np.isnan(high).tolist() == [True, False]


def test_arrays_give_the_same_bounds_as_single_numbers():
    low, high = wilson([3, 0], [5, 20])
    assert (low[0], high[0]) == wilson(3, 5)
    assert (low[1], high[1]) == wilson(0, 20)


@pytest.mark.parametrize(
    ("count", "total", "message"),
    [(-1, 5, "negative"), (6, 5, "above its total"), (1, 0, "above its total")],
)
def test_impossible_counts_are_refused(count, total, message):
    with pytest.raises(SettingError, match=message):
        wilson(count, total)


@pytest.mark.parametrize("level", [0, 1, 95])
def test_a_level_that_is_no_probability_is_refused(level):
    with pytest.raises(SettingError, match="for example"):
        wilson(1, 2, level=level)


@pytest.mark.parametrize("case", SHARES, ids=lambda case: f"{case['method']} {case['count']}")
def test_other_intervals_meet_their_published_values(case):
    low, high = METHODS[case["method"]](case["count"], case["total"])
    assert float(low) == pytest.approx(case["low"], abs=5.1e-5)
    assert float(high) == pytest.approx(case["high"], abs=5.1e-5)


@settings(derandomize=True, deadline=None)  # the first call imports scipy
@given(counts_of_totals)
def test_clopper_and_pearson_are_the_widest_and_hold_the_jeffreys_interval(pair):
    (low, high), (least, most) = jeffreys(*pair), clopper_pearson(*pair)
    assert least <= low <= pair[0] / pair[1] <= high <= most


@pytest.mark.parametrize("method", METHODS.values())
def test_every_interval_is_missing_where_there_are_no_articles(method):
    low, high = method([0, 1], [0, 2])
    assert np.isnan(low).tolist() == np.isnan(high).tolist() == [True, False]


@pytest.mark.parametrize("method", METHODS.values())
def test_every_interval_refuses_more_counts_than_articles(method):
    with pytest.raises(SettingError, match="above its total"):
        method(6, 5)


@pytest.mark.parametrize("case", DIFFERENCES, ids=lambda case: f"{case['a']} {case['b']}")
def test_differences_meet_the_published_values(case):
    found = newcombe_difference(case["a"], case["b"])
    assert float(found.low) == pytest.approx(case["low"], abs=5.1e-5)
    assert float(found.high) == pytest.approx(case["high"], abs=5.1e-5)


@given(counts_of_totals, counts_of_totals)
def test_a_difference_turned_round_has_the_opposite_bounds(a, b):
    there, back = newcombe_difference(a, b), newcombe_difference(b, a)
    assert there.low <= there.estimate <= there.high
    assert there.low == pytest.approx(-back.high, abs=1e-12)


@given(counts_of_totals, counts_of_totals)
def test_the_bounds_of_a_ratio_solve_the_equation_that_defines_them(a, b):
    (low_a, high_a), (low_b, high_b) = wilson(*a), wilson(*b)
    p, q, found = a[0] / a[1], b[0] / b[1], share_ratio(a, b)
    if np.isfinite(found.high):
        reach = np.hypot(high_a - p, found.high * (q - low_b))
        assert p - found.high * q + reach == pytest.approx(0, abs=1e-8 * max(1, found.high))
    reach = np.hypot(p - low_a, found.low * (high_b - q))
    assert p - found.low * q - reach == pytest.approx(0, abs=1e-8 * max(1, found.low))


@given(counts_of_totals, counts_of_totals)
def test_a_ratio_leaves_out_1_exactly_where_the_difference_leaves_out_0(a, b):
    difference, ratio = newcombe_difference(a, b), share_ratio(a, b)
    if min(abs(difference.low), abs(difference.high)) > 1e-9:
        assert (ratio.low > 1) == (difference.low > 0)
        assert (ratio.high < 1) == (difference.high < 0)


def test_a_ratio_knows_what_none_of_many_can_tell():
    found = share_ratio(([0, 5, 0, 0], [10, 10, 10, 0]), ([3, 0, 0, 1], [10, 10, 10, 2]))
    assert found.estimate.tolist()[:2] == [0, np.inf] and np.isnan(found.estimate[2:]).all()
    # 5 of 10 is at least 0.2366, 0 of 10 at most 0.2775: sqrt(0.2366 x 0.7634) / 0.2775.
    assert found.low.tolist()[:3] == [0, pytest.approx(1.5313, abs=1e-3), 0]
    assert found.high[0] < np.inf and found.high.tolist()[1:3] == [np.inf, np.inf]
    assert np.isnan([found.low[3], found.high[3]]).all()
