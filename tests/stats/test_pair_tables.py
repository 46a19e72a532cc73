"""The tables of a comparison of two groups."""

import pandas as pd
import pytest

from dateline.stats.intervals import newcombe_difference
from dateline.stats.keyness import KEYNESS_COLUMNS
from dateline.stats.pair_tables import (
    compare_pair,
    compare_pair_words,
    count_strata,
    hold_mix,
    least_difference,
    typical_words,
)
from dateline.stats.pairs import PERIODS, SOURCES, Pair

# Kitagawa: x and y write of it in 50 and 10 %, then in 60 and 15 %; the mix turns from 80/20.
MIXED = [
    ("early", "x", 80, 40),
    ("early", "y", 20, 2),
    ("late", "x", 20, 12),
    ("late", "y", 80, 12),
]


def make(rows, *, kind=PERIODS, refusal=""):
    """The pair of these (group, stratum, stories, of them with the theme), and its flags."""
    stories = [(g, s, n < having) for g, s, size, having in rows for n in range(size)]
    flags = pd.DataFrame(stories, columns=["group", "source", "trade"])
    flags.insert(0, "doc_id", [f"d{n:03d}" for n in range(len(flags))])
    flags["period"] = flags["source"]
    groups = flags[["doc_id", "group", "source", "period"]]
    return flags, Pair(kind, "late", "early", groups, 0, refusal)


def test_the_split_and_the_fixed_mix_are_those_of_kitagawa():
    # Shares .42 and .24: +.075 within sources, -.255 by their mix; with half of each .30 and .375.
    row = hold_mix(*make(MIXED)).iloc[0]
    assert row["crude"] == pytest.approx(-0.18)
    assert row[["by_theme", "by_mix"]].tolist() == pytest.approx([0.075, -0.255])
    assert row[["share_a", "share_b", "difference"]].tolist() == pytest.approx([0.375, 0.3, 0.075])
    assert row["by_others"] == pytest.approx(0)


def test_with_one_source_the_fixed_mix_changes_nothing():
    row = hold_mix(*make([("early", "x", 80, 48), ("late", "x", 70, 56)])).iloc[0]
    expected = newcombe_difference((56, 70), (48, 80))
    assert row[["difference", "low", "high"]].tolist() == pytest.approx(
        [float(n) for n in expected]
    )


def test_without_a_source_in_both_the_mix_cannot_be_fixed():
    row = hold_mix(*make([("early", "x", 8, 4), ("late", "y", 7, 5)])).iloc[0]
    assert row[["share_a", "difference", "low"]].isna().all()
    assert (row["strata"], row["others"]) == (0, 2)


def test_sources_come_by_stories_and_periods_in_their_order():
    rows = [("early", "b", 3, 0), ("late", "b", 6, 0), ("late", "a", 2, 0)]
    by_source = count_strata(make(rows)[1])
    assert by_source["stratum"].tolist() == ["b", "a"]
    assert by_source["part_a"].tolist() == [0.75, 0.25] and by_source["both"].tolist() == [
        True,
        False,
    ]
    assert count_strata(make(rows, kind=SOURCES)[1])["stratum"].tolist() == ["a", "b"]


def test_themes_are_tested_within_sources():
    row = compare_pair(*make(MIXED)).iloc[0]
    assert row["difference"] == pytest.approx(-0.18)
    # Of 100 stories of each source 52 and 14 have it: late gets .2 of 52 and .8 of 14 by mix.
    assert row["by_mix"] == pytest.approx(21.6 / 100 - 44.4 / 100)


def test_a_refused_pair_has_tables_without_rows():
    flags, pair = make([("early", "x", 2, 1), ("late", "x", 9, 1)], refusal="too small")
    articles = pd.DataFrame({"doc_id": ["d000"], "text": ["one"]})
    tables = compare_pair(flags, pair), hold_mix(flags, pair), compare_pair_words(articles, pair)
    assert [len(table) for table in tables] == [0, 0, 0]
    assert len(typical_words(tables[2])) == 0


def test_words_are_those_of_the_stories_of_the_pair():
    _, pair = make([("early", "x", 6, 0), ("late", "x", 6, 0)])
    ids = [*pair.groups["doc_id"], "other"]
    texts = ["old news"] * 6 + ["new news"] * 6 + ["secret"]
    words = compare_pair_words(pd.DataFrame({"doc_id": ids, "text": texts}), pair, ignore=["old"])
    assert sorted(words["word"]) == ["new", "news"]
    assert words.set_index("word").loc["new", ["docs_a", "docs_b"]].tolist() == [6, 0]


def words_of(*rows):
    names = ["word", "log_ratio", "lrc", "g2", "p", "z", "tested"]
    table = pd.DataFrame(rows, columns=names)
    return table.assign(**{name: 0 for name in KEYNESS_COLUMNS if name not in names})


def test_typical_words_come_by_side_and_margin_and_leave_out_what_even_alone_is_chance():
    words = words_of(
        ("weak", 1.0, 0.0, 4.0, 0.045, 1, True), ("sure", 2.0, 0.8, 9.0, 0.003, 2, True),
        ("alike", 0.1, 0.0, 0.3, 0.6, 1, True), ("torn", 1.0, 0.0, 5.0, 0.03, -1, True),
        ("before", -2.0, 0.0, 6.0, 0.01, -3, True), ("rare", 3.0, 0.0, 9.0, 0.001, 2, False),
    )  # fmt: skip
    typical = typical_words(words)
    assert typical["word"].tolist() == ["sure", "weak", "before"]
    assert typical["side"].tolist() == ["a", "a", "b"]
    assert typical_words(words, most=1)["word"].tolist() == ["sure", "before"]


def test_the_least_difference_is_the_first_whose_interval_leaves_out_none():
    points = least_difference(30, 30)
    for difference, excluded in ((points, True), (points - 0.01, False)):
        a, b = 15 * (1 + difference), 15 * (1 - difference)
        assert bool(newcombe_difference((a, 30), (b, 30)).low > 0) is excluded
    assert least_difference(3000, 3000) < 0.04
