import numpy as np
import pytest

from dateline.stats.clusters import (
    BY_SOURCE,
    FEW_SOURCES,
    NO_PAIR,
    NO_SOURCE_PAIR,
    PLAIN,
    SHARE_COLUMNS,
    clustered_wilson,
    sentence_shares,
    source_shares,
)
from dateline.stats.dispersion import Dispersion
from dateline.stats.intervals import wilson

# Five sources in two periods; in each period every source is of one mind.
PERIODS = [0] * 10 + [1] * 10
SOURCES = list("aabbccddee") * 2


def test_articles_of_all_or_nothing_count_as_one_sentence_each():
    # Two articles of ten sentences, one with all, one with none: errors of +5 and -5, so 2 x 50
    # over 0.5 x 0.5 x 20 sentences is a design effect of 20.
    table = sentence_shares([0, 0], [10, 10], [10, 0])
    assert table["factor"][0] == 20
    assert table[["share", "df", "clusters"]].iloc[0].tolist() == [0.5, 1, 2]


def test_articles_that_agree_have_no_design_effect_but_few_degrees_of_freedom():
    table = sentence_shares([0, 0, 0], [10, 20, 30], [1, 2, 3])
    assert table["factor"][0] == 1
    # t of 2 degrees of freedom is 4.302653.
    wider = (4.302653 / 1.959964) ** 2
    bounds = [float(bound) for bound in wilson(6 / wider, 60 / wider)]
    assert table[["low", "high"]].iloc[0].tolist() == pytest.approx(bounds, abs=1e-6)


def test_the_design_effect_is_learned_from_all_periods():
    table = sentence_shares([0, 0, 1, 1], [10, 10, 10, 10], [10, 0, 5, 5])
    # Squared errors 100 and 0 over 5 and 5.
    assert table["factor"].tolist() == [10, 10]


def test_a_period_without_sentences_is_a_gap():
    table = sentence_shares([0, 0, 2], [10, 20, 10], [1, 2, 0], grid=[0, 1, 2])
    assert list(table) == SHARE_COLUMNS
    assert table["total"].tolist() == [30, 0, 10]
    assert table.loc[1, ["share", "low", "high"]].isna().all()
    assert table.loc[2, ["share", "low"]].tolist() == [0, 0]


def test_one_article_in_each_period_gets_no_interval_and_a_note():
    table = sentence_shares([0, 1], [10, 10], [1, 2])
    assert table["share"].tolist() == [0.1, 0.2]
    assert table[["low", "high"]].isna().all(axis=None)
    assert table["note"].unique().tolist() == [NO_PAIR]


def test_sources_of_one_mind_widen_the_interval():
    hits = [1, 1, 1, 1, 1, 1, 0, 0, 0, 0] * 2
    table = source_shares(PERIODS, SOURCES, hits)
    # Five clusters of 2, errors .8 .8 .8 -1.2 -1.2: 5/4 x 4.8 = 6 over 0.6 x 0.4 x 10.
    assert table["factor"].tolist() == pytest.approx([2.5, 2.5])
    assert table["df"].tolist() == [8, 8]
    assert table["method"].unique().tolist() == [BY_SOURCE]
    assert (table["low"] < wilson(6, 10)[0]).all()


def test_fewer_than_five_sources_get_the_plain_interval_and_a_note():
    table = source_shares([0, 0, 1, 1], list("abcd"), [1, 0, 1, 1])
    low, high = wilson([1, 2], [2, 2])
    assert table["low"].tolist() == low.tolist() and table["high"].tolist() == high.tolist()
    assert table[["method", "note"]].iloc[0].tolist() == [PLAIN, FEW_SOURCES]


def test_periods_of_one_source_each_get_the_plain_interval_and_a_note():
    table = source_shares(range(5), list("abcde"), [1, 0, 1, 1, 0])
    assert table[["method", "note"]].iloc[0].tolist() == [PLAIN, NO_SOURCE_PAIR]


def test_parts_of_articles_add_up_to_the_articles():
    weights = [0.25, 0.75] * 10
    table = source_shares([0, 1] * 10, SOURCES, [1] * 20, weights=weights)
    assert table["total"].tolist() == [2.5, 7.5]
    assert table["share"].tolist() == [1, 1]


def test_no_articles_give_tables_without_rows():
    assert len(source_shares([], [], [])) == len(sentence_shares([], [], [])) == 0


def test_a_design_effect_of_four_leaves_a_quarter_of_the_sentences():
    effect = Dispersion(4.0, float("inf"))
    found = clustered_wilson([20, 0], [100, 0], effect=effect)
    assert [float(bound[0]) for bound in found] == [float(bound) for bound in wilson(5, 25)]
    assert np.isnan([bound[1] for bound in found]).all()
