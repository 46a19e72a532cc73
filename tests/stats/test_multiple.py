import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.errors import SettingError
from dateline.stats.multiple import benjamini_hochberg, holm

FIVE = [0.01, 0.02, 0.03, 0.04, 0.05]
p_values = st.lists(st.floats(0, 1), max_size=20)


def test_five_even_steps_come_out_as_in_r():
    # R: p.adjust(1:5 / 100, "holm") and "BH".
    assert holm(FIVE).tolist() == pytest.approx([0.05, 0.08, 0.09, 0.09, 0.09])
    assert benjamini_hochberg(FIVE).tolist() == pytest.approx([0.05] * 5)


@pytest.mark.parametrize("adjust", [holm, benjamini_hochberg])
def test_what_was_not_tested_is_no_comparison(adjust):
    with_gap = adjust([0.03, np.nan, 0.01])
    assert np.isnan(with_gap[1])
    assert with_gap[[0, 2]].tolist() == adjust([0.03, 0.01]).tolist()


@pytest.mark.parametrize("adjust", [holm, benjamini_hochberg])
def test_one_or_no_comparison_is_left_as_it_is(adjust):
    assert adjust([0.04]).tolist() == [0.04]
    assert adjust([]).tolist() == []


@given(p_values)
def test_adjusted_values_keep_the_order_and_holm_is_the_stricter(p):
    q, strict = benjamini_hochberg(p), holm(p)
    order = np.argsort(p, kind="stable")
    assert (np.diff(q[order]) >= 0).all() and (np.diff(strict[order]) >= 0).all()
    assert (np.array(p) <= q + 1e-15).all() and (q <= strict + 1e-12).all()
    assert (strict <= 1).all()


@pytest.mark.parametrize("p", [-0.1, 1.1])
def test_what_is_no_probability_is_refused(p):
    with pytest.raises(SettingError, match="between 0 and 1"):
        holm([0.5, p])
