import json
from pathlib import Path

import numpy as np
import pytest

from dateline.stats.other_scores import (
    bic,
    chi_squared,
    ell,
    percent_difference,
    pointwise_information,
)

CASES = json.loads((Path(__file__).parents[1] / "cases" / "keyness.json").read_text("utf-8"))
LETTERS = CASES["letters"]
CORPORA = CASES["corpora"]


def pair_of(letter):
    return (LETTERS["count_a"][letter], 17), (LETTERS["count_b"][letter], 12)


@pytest.mark.parametrize("letter", LETTERS["signed_chi2"])
def test_chi_squared_of_the_letters_is_that_of_quanteda(letter):
    (a, n), (b, m) = pair_of(letter)
    expected = LETTERS["signed_chi2"][letter]
    assert float(chi_squared((a, n), (b, m))) == pytest.approx(abs(expected), abs=5.1e-5)
    assert np.sign(a / n - b / m) == np.sign(expected)


def test_the_correction_of_yates_is_that_of_r():
    # R: chisq.test(matrix(c(3, 7, 7, 2), 2)), the test of quanteda's textstat_keyness.
    a, b = (7, 10), (2, 9)
    assert float(chi_squared(a, b, corrected=True)) == pytest.approx(2.632438, abs=5.1e-7)
    assert float(chi_squared(a, b)) == pytest.approx(4.337160, abs=5.1e-7)


def test_yates_takes_no_more_than_there_is():
    assert float(chi_squared((5, 10), (5, 11), corrected=True)) == 0


@pytest.mark.parametrize("letter", LETTERS["pmi"])
def test_pointwise_information_of_the_letters_is_that_of_quanteda(letter):
    found = float(pointwise_information(*pair_of(letter)))
    assert found == pytest.approx(LETTERS["pmi"][letter], abs=5.1e-5)


@pytest.mark.parametrize("case", [c for c in CORPORA if c["percent"] is not None])
def test_percent_differences_are_those_of_ucrel(case):
    found = float(percent_difference(case["a"], case["b"]))
    assert found == pytest.approx(case["percent"], abs=5.1e-3)


@pytest.mark.parametrize("case", [c for c in CORPORA if c["bic"] is not None])
def test_bayes_factors_are_those_of_ucrel(case):
    assert float(bic(case["a"], case["b"])) == pytest.approx(case["bic"], abs=5.1e-5)


def test_the_effect_size_is_the_likelihood_over_its_bound():
    # 30 and 10 of 10,000: expected are 20 each, so 10.4650 / (20000 ln 20).
    found = float(ell((30, 10_000), (10, 10_000)))
    assert found == pytest.approx(10.4650 / (20_000 * np.log(20)), rel=1e-5)


def test_what_one_side_lacks_is_infinite_or_unknown_and_never_a_made_up_number():
    none, some = (0, 10), (5, 10)
    assert percent_difference(some, none) == np.inf
    assert pointwise_information(none, some) == -np.inf
    assert np.isnan([chi_squared(none, none), ell(none, (1, 10))]).all()
