import json
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.errors import SettingError
from dateline.stats.keyness import (
    KEYNESS_COLUMNS,
    WORD_COUNT_COLUMNS,
    compare_words,
    g2,
    log_odds,
    log_ratio,
    lrc,
    prior_of,
    ucrel,
    word_counts,
)

CASES = json.loads((Path(__file__).parents[1] / "cases" / "keyness.json").read_text("utf-8"))
LETTERS = CASES["letters"]
COUNT_A, COUNT_B = (np.array(list(LETTERS[name].values())) for name in ("count_a", "count_b"))
tables = st.tuples(*[st.integers(1, 500)] * 4)


def name_of(case):
    return str(case.get("cells") or [case["a"], case["b"]])


@pytest.mark.parametrize("case", CASES["two_by_two"], ids=name_of)
def test_the_log_likelihood_of_published_tables_is_met(case):
    with_a, without_a, with_b, without_b = case["cells"]
    found = g2((with_a, with_a + without_a), (with_b, with_b + without_b))
    assert float(found) == pytest.approx(case["g2"], abs=5.1e-6 if case["g2"] < 5000 else 1e-5)


@pytest.mark.parametrize("case", CASES["corpora"], ids=name_of)
def test_published_scores_of_two_corpora_are_met(case):
    a, b = case["a"], case["b"]
    assert float(ucrel(a, b)) == pytest.approx(case["ucrel"], abs=5.1e-5)
    assert float(log_ratio(a, b)) == pytest.approx(case["log_ratio"], abs=5.1e-5)
    assert float(lrc(a, b)) == pytest.approx(case["lrc"], abs=5.1e-5)
    assert float(lrc(a, b, comparisons=1000)) == pytest.approx(case["lrc_1000"], abs=5.1e-5)
    if case["g2"] is not None:
        assert float(g2(a, b)) == pytest.approx(case["g2"], abs=5.1e-5)


@pytest.mark.parametrize("letter", LETTERS["signed_g2"])
def test_the_letters_of_quanteda_have_their_scores(letter):
    a, b = LETTERS["count_a"][letter], LETTERS["count_b"][letter]
    expected = LETTERS["signed_g2"][letter]
    assert float(g2((a, 17), (b, 12))) == pytest.approx(abs(expected), abs=5.1e-5)
    assert np.sign(a / 17 - b / 12) == np.sign(expected)
    if letter in LETTERS["ucrel"]:
        found = float(ucrel((a, 17), (b, 12)))
        assert found == pytest.approx(LETTERS["ucrel"][letter], abs=5.1e-5)


def test_the_letters_stand_in_the_order_of_quanteda():
    pairs = [((a, 17), (b, 12)) for a, b in zip(COUNT_A, COUNT_B, strict=True)]
    scores = [float(g2(a, b)) * np.sign(a[0] / 17 - b[0] / 12) for a, b in pairs]
    letters = sorted(zip(np.round(scores, 9), LETTERS["count_a"], strict=True),
                     key=lambda pair: -pair[0])  # fmt: skip
    assert "".join(letter for _, letter in letters) == LETTERS["order"]


# Gears (3, 4, 5) of the cars of R's mtcars with and without the engine vs; the z of tidylo.
GEARS = np.array([[12, 2, 4], [3, 10, 1]])


@pytest.mark.parametrize(
    ("prior", "expected"),
    [
        (GEARS.sum(axis=0), [[1.1728, -1.3768, 0.4033], [-1.1355, 1.5661, -0.4362]]),
        (np.ones(3), [[1.8913, -1.9691, 0.5549], [-1.7407, 2.8421, -0.6571]]),
    ],
    ids=["informed", "uninformed"],
)
def test_held_against_all_sets_with_the_priors_of_both_the_z_are_those_of_tidylo(prior, expected):
    # tidylo compares a set with all sets together, to which it adds the prior once for each.
    for mine, scores in zip(GEARS, expected, strict=True):
        z = log_odds(mine, GEARS.sum(axis=0) + prior, prior=prior)[1]
        assert z.tolist() == pytest.approx(scores, abs=5.1e-5)


@pytest.mark.parametrize("name", ["even_prior", "informed_prior"])
def test_log_odds_of_the_letters_are_those_of_fightin_words(name):
    prior = 1.0 if name == "even_prior" else prior_of(COUNT_A, COUNT_B)
    delta, z = log_odds(COUNT_A, COUNT_B, prior=prior)
    for letter, expected in LETTERS[name].items():
        at = list(LETTERS["count_a"]).index(letter)
        assert [delta[at], z[at]] == pytest.approx(expected, abs=5.1e-5)


def test_the_prior_weighs_1_percent_of_the_tokens_within_bounds():
    assert prior_of([30, 10], [40, 20]).tolist() == pytest.approx([7, 3])
    assert prior_of([150_000], [50_000]).sum() == pytest.approx(1000)
    assert prior_of([40_000, 0], [0, 60_000]).tolist() == pytest.approx([200, 300])
    assert prior_of([0], [0]).tolist() == [0]


@settings(derandomize=True, deadline=None)  # the first call imports scipy
@given(tables)
def test_scores_do_not_know_which_group_is_called_a(numbers):
    a, b = (min(numbers[:2]), sum(numbers[:2])), (min(numbers[2:]), sum(numbers[2:]))
    assert float(g2(a, b)) == pytest.approx(float(g2(b, a)), abs=1e-8)
    assert float(lrc(a, b)) == pytest.approx(-float(lrc(b, a)), abs=1e-8)


@settings(derandomize=True, deadline=None)  # the first call imports scipy
@given(tables, st.integers(2, 5000))
def test_more_comparisons_only_make_the_cautious_ratio_smaller(numbers, comparisons):
    a, b = (min(numbers[:2]), sum(numbers[:2])), (min(numbers[2:]), sum(numbers[2:]))
    assert abs(lrc(a, b, comparisons=comparisons)) <= abs(lrc(a, b)) <= abs(log_ratio(a, b)) + 1e-9


def test_equal_groups_differ_in_nothing():
    same = ([3, 5, 0], 10)
    assert g2(same, same).tolist() == ucrel(same, same).tolist() == [0, 0, 0]
    assert log_ratio(same, same)[:2].tolist() == lrc(same, same)[:2].tolist() == [0, 0]
    assert np.isnan([log_ratio(same, same)[2], lrc(same, same)[2]]).all()
    assert log_odds([3, 5], [3, 5])[0].tolist() == [0, 0]


def test_words_are_counted_without_case_and_possessive():
    articles = pd.DataFrame({"doc_id": ["d1", "d2"], "text": ["Trade, trade: China’s", ""]})
    table = word_counts(articles)
    assert list(table) == list(WORD_COUNT_COLUMNS)
    assert table.to_numpy().tolist() == [["d1", "trade", 2], ["d1", "china", 1], ["d1", "'s", 1]]


def make_groups(**texts):
    """Counts and groups of so many articles with these texts: name -> [(number, text), ...]."""
    every = [(name, text) for name, parts in texts.items() for n, text in parts for _ in range(n)]
    articles = pd.DataFrame(every, columns=["group", "text"])
    articles["doc_id"] = [f"d{n}" for n in range(len(articles))]
    return word_counts(articles), articles[["doc_id", "group"]]


def test_the_words_of_each_group_are_kept_and_those_of_both_are_not():
    counts, groups = make_groups(late=[(40, "the tariff")], early=[(40, "the talks")])
    table = compare_words(counts, groups, a="late", b="early").set_index("word")
    assert list(table.reset_index()) == KEYNESS_COLUMNS
    assert table.index.tolist() == ["tariff", "the", "talks"]
    assert table["kept"].tolist() == [True, False, True]
    assert table.loc["tariff", ["docs_a", "docs_b"]].tolist() == [40, 0]
    assert table.loc["the", ["lrc", "g2", "p", "q"]].tolist() == [0, 0, 1, 1]


def test_one_article_that_repeats_a_word_is_no_finding():
    counts, groups = make_groups(late=[(1, "tariff " * 500), (39, "news")], early=[(40, "news")])
    row = compare_words(counts, groups, a="late", b="early").set_index("word").loc["tariff"]
    assert row["z"] > 4 and row["count_a"] == 500
    assert not row["tested"] and not row["kept"]
    assert np.isnan(row[["lrc", "g2", "p", "q"]].astype(float)).all()


def test_articles_of_other_groups_and_ignored_words_are_left_out():
    counts, groups = make_groups(
        late=[(9, "the tariff")], early=[(9, "the talks")], other=[(9, "harvest")]
    )
    table = compare_words(counts, groups, a="late", b="early", ignore=["The"])
    assert table["word"].tolist() == ["tariff", "talks"]
    assert table["log_odds"].tolist() == pytest.approx([2.1, -2.1], abs=0.5)


def test_articles_without_words_count_as_articles():
    counts, groups = make_groups(late=[(10, "tariff"), (90, "")], early=[(10, "tariff")])
    row = compare_words(counts, groups, a="late", b="early").iloc[0]
    assert row["log_ratio"] == pytest.approx(np.log2(10 / 100))


def test_groups_of_few_articles_are_refused():
    counts, groups = make_groups(late=[(9, "tariff")], early=[(4, "talks")])
    with pytest.raises(SettingError, match="group 'early' has 4 articles"):
        compare_words(counts, groups, a="late", b="early")
