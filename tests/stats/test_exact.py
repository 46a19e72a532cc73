import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.errors import SettingError
from dateline.stats.exact import fisher_test

numbers = st.tuples(*[st.integers(0, 60)] * 4)


@pytest.mark.parametrize(
    ("a", "b", "p"),
    [
        ((3, 4), (1, 4), 0.4857),  # R, example of fisher.test: the lady tasting tea, both sides
        ((2, 17), (10, 13), 0.0005367),  # R, example of fisher.test: convictions of twins
        # 0 of 2 has the chance 17/59 x 16/58, 2 of 2 is far likelier, and 1 of 2 too.
        ((0, 2), (42, 57), 17 / 59 * 16 / 58),
    ],
)
def test_p_is_that_of_r(a, b, p):
    assert fisher_test(a, b) == pytest.approx(p, rel=5e-4)


def test_empty_groups_have_no_evidence():
    assert fisher_test((0, 0), (3, 5)) == fisher_test((0, 4), (0, 5)) == 1


@settings(derandomize=True, deadline=None)  # the first call imports scipy
@given(numbers)
def test_neither_order_nor_counting_the_misses_changes_p(four):
    (x, n), (y, m) = sorted(four[:2]), sorted(four[2:])
    p = fisher_test((x, n), (y, m))
    assert 0 < p <= 1
    assert fisher_test((y, m), (x, n)) == pytest.approx(p)
    assert fisher_test((n - x, n), (m - y, m)) == pytest.approx(p)


def test_more_hits_than_there_are_is_refused():
    with pytest.raises(SettingError, match="above its total"):
        fisher_test((3, 2), (0, 5))
