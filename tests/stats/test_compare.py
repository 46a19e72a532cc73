import numpy as np
import pandas as pd
import pytest

from dateline.errors import SettingError
from dateline.stats.compare import (
    ALWAYS,
    APART,
    COMPARISON_COLUMNS,
    EVEN,
    NEVER,
    compare_themes,
    deal,
    flag_stories,
)
from dateline.stats.intervals import newcombe_difference
from dateline.stats.multiple import holm


def make_flags(*parts, **themes):
    """Stories by (group, source, number), and for each theme how many of each part have it."""
    rows = [(group, source) for group, source, number in parts for _ in range(number)]
    flags = pd.DataFrame(rows, columns=["group", "source"])
    flags.insert(0, "doc_id", [f"d{n}" for n in range(len(rows))])
    marks = {
        name: [n < k for (_, _, size), k in zip(parts, having, strict=True) for n in range(size)]
        for name, having in themes.items()
    }
    return pd.concat([flags, pd.DataFrame(marks, index=flags.index)], axis=1)


LATE_EARLY = [("late", "x", 70), ("early", "x", 80)]
# Newsroom x likes the theme (half), y does not (a tenth), and late has more of x.
MIXED = [("late", "x", 80), ("late", "y", 20), ("early", "x", 20), ("early", "y", 80)]


def compare(flags, **options):
    return compare_themes(flags, a="late", b="early", **options).set_index("theme")


def test_shares_difference_and_interval_are_those_of_newcombe():
    row = compare(make_flags(*LATE_EARLY, trade=[56, 48])).loc["trade"]
    assert row[["count_a", "total_a", "count_b", "total_b"]].tolist() == [56, 70, 48, 80]
    assert row[["difference", "ratio"]].tolist() == pytest.approx([0.2, 4 / 3])
    # Newcombe (1998), Statistics in Medicine 17, 873-890, table II, method 10.
    assert row[["low", "high"]].tolist() == pytest.approx([0.0524, 0.3339], abs=5.1e-5)


def test_the_table_has_a_row_for_each_theme_in_the_order_of_the_columns():
    flags = make_flags(*LATE_EARLY, trade=[56, 48], arms=[0, 0])
    table = compare_themes(flags, a="late", b="early")
    assert list(table) == COMPARISON_COLUMNS
    assert table["theme"].tolist() == ["trade", "arms"]
    assert table["a"].unique().tolist() == ["late"] and table["b"].unique().tolist() == ["early"]


@pytest.mark.parametrize("name", ["doc_id", "source", "date", "group"])
def test_a_theme_with_the_name_of_a_column_does_not_take_its_place(name):
    articles = pd.DataFrame({"doc_id": ["d1"], "source": "x", "date": "2022-01-01"})
    mentions = pd.DataFrame({"doc_id": ["d1"], "theme": [name]})
    with pytest.raises(SettingError, match=f"theme '{name}' has the name of a column"):
        flag_stories(mentions, articles.assign(copy_of="", problem=""), [name])


def test_a_clear_difference_has_the_least_p_that_there_is():
    row = compare(make_flags(*LATE_EARLY, trade=[60, 10])).loc["trade"]
    assert row["p"] == 1 / 1000
    assert row["by_mix"] == pytest.approx(0)


def test_p_comes_near_that_of_all_dealings():
    # Fisher's exact test, two-sided, of 56 of 70 and 48 of 80: 0.0125.
    row = compare(make_flags(*LATE_EARLY, trade=[56, 48])).loc["trade"]
    assert row["p"] == pytest.approx(0.0125, abs=0.01)


def test_what_only_the_mix_of_sources_changed_is_no_finding():
    row = compare(make_flags(*MIXED, trade=[40, 2, 10, 8])).loc["trade"]
    assert row["difference"] == pytest.approx(0.42 - 0.18)
    assert row["by_mix"] == pytest.approx(0.42 - 0.18)
    assert row["p"] == 1


def test_without_strata_the_same_difference_is_one():
    row = compare(make_flags(*MIXED, trade=[40, 2, 10, 8]), within="").loc["trade"]
    assert row["p"] <= 0.002


def test_themes_are_adjusted_together():
    table = compare(make_flags(*LATE_EARLY, trade=[56, 48], arms=[20, 25], talks=[0, 0]))
    assert table["p_holm"].tolist()[:2] == holm(table["p"].tolist()[:2]).tolist()
    assert np.isnan(table["p_holm"]["talks"])


def test_themes_that_cannot_be_tested_say_why():
    table = compare(make_flags(*LATE_EARLY, never=[0, 0], always=[70, 80], some=[3, 4]))
    assert table["reason"].tolist() == [NEVER, ALWAYS, ""]
    assert table["tested"].tolist() == [False, False, True]
    assert np.isnan(table["p"][["never", "always"]]).all()


def test_two_sources_cannot_be_dealt_within_sources():
    flags = make_flags(("late", "x", 9), ("early", "y", 9), trade=[5, 1])
    assert compare(flags).loc["trade", "reason"] == APART
    assert compare(flags, within="").loc["trade", "reason"] == ""


def test_a_theme_of_one_source_alone_cannot_be_dealt():
    parts = [("late", "x", 9), ("early", "x", 9), ("late", "y", 9)]
    assert compare(make_flags(*parts, trade=[0, 0, 4])).loc["trade", "reason"] == EVEN


def test_the_same_seed_gives_the_same_p_whatever_else_is_compared():
    alone = compare(make_flags(*LATE_EARLY, trade=[30, 30]))
    beside = compare(make_flags(*LATE_EARLY, arms=[9, 5], trade=[30, 30]))
    assert alone["p"]["trade"] == beside["p"]["trade"]


def test_dealing_numbers_is_dealing_labels():
    rng = np.random.default_rng(7)
    drawn = deal(np.array([3, 4]), np.array([6, 10]), np.array([2, 5]), rng=rng)
    # The first 3 of 6 and 4 of 10 stories have the theme; who is among the 2 and 5 of group a?
    first = [(rng.permutation(6)[:2] < 3).sum() for _ in range(999)]
    second = [(rng.permutation(10)[:5] < 4).sum() for _ in range(999)]
    dealt = np.add(first, second)
    assert [drawn.mean(), dealt.mean()] == pytest.approx([3, 3], abs=0.1)
    assert drawn.var() == pytest.approx(dealt.var(), abs=0.15)


def test_where_nothing_changed_at_most_5_of_100_themes_have_a_p_of_5_percent():
    rng = np.random.default_rng(5)
    parts = {f"t{n}": rng.binomial(30, 0.3, 2) for n in range(300)}
    flags = make_flags(("late", "x", 30), ("early", "x", 30), **parts)
    # Counts are whole, so fewer than 5 of 100 reach it.
    assert 0.005 <= (compare(flags)["p"] <= 0.05).mean() <= 0.05


def test_the_interval_of_the_table_is_the_one_of_the_function():
    row = compare(make_flags(*LATE_EARLY, trade=[7, 2])).loc["trade"]
    found = newcombe_difference((7, 70), (2, 80))
    assert row[["low", "high"]].tolist() == [float(found.low), float(found.high)]


@pytest.mark.parametrize(
    ("options", "message"),
    [({"b": "never"}, "0 articles"), ({"within": "outlet"}, "no column 'outlet'")],
)
def test_impossible_comparisons_are_refused(options, message):
    flags = make_flags(*LATE_EARLY, trade=[7, 2])
    with pytest.raises(SettingError, match=message):
        compare_themes(flags, **({"a": "late", "b": "early"} | options))


def test_flags_without_a_theme_are_refused():
    with pytest.raises(SettingError, match="True and False for each theme"):
        compare(make_flags(*LATE_EARLY))


def test_stories_are_flagged_by_the_mentions_of_their_representative(articles, mentions):
    flags = flag_stories(mentions, articles.assign(source="s"), ["sanctions", "trade", "arms"])
    assert flags["doc_id"].tolist() == ["a1", "a2", "b1", "u1"]
    assert flags["sanctions"].tolist() == [True, False, False, True]
    assert flags["trade"].tolist() == [True, False, True, False]
    assert flags["arms"].tolist() == [False] * 4
