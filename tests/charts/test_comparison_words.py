"""What two groups can show at their size, and what the mix of sources does, in words."""

import pandas as pd
import pytest

from dateline.charts import say_mix, say_pair, tabulate_differences, tabulate_mix
from dateline.stats.pair_tables import FIXED_COLUMNS
from dateline.stats.pairs import PERIODS, Pair

LABELS = {"trade": "Trade", "arms": "Arms"}


def pair_of(late, early, *, aside=0, refusal=""):
    groups = pd.DataFrame({"group": ["late"] * late + ["early"] * early})
    return Pair(PERIODS, "late", "early", groups, aside, refusal)


def fixed_of(*rows):
    names = ["theme", "crude", "by_theme", "by_mix", "by_others", "difference", "strata", "others"]
    table = pd.DataFrame(rows, columns=names)
    return table.assign(share_a=0.5, share_b=0.4, low=-0.1, high=0.3)[list(FIXED_COLUMNS)]


def test_the_size_says_how_large_a_difference_must_be():
    # 63 % against 37 % of 30 stories each is the first whose interval leaves out 0.
    assert say_pair(pair_of(30, 30)).startswith(
        "30 stories of “late” and 30 stories of “early”: near a half, shares must differ by at "
        "least 26 points"
    )


def test_stories_of_neither_group_are_counted():
    assert "2 stories are in neither group" in say_pair(pair_of(30, 30, aside=2))
    assert "neither" not in say_pair(pair_of(30, 30))


def test_a_refusal_is_said_in_place_of_the_size():
    words = say_pair(pair_of(30, 1, aside=1, refusal="Nothing is compared: too small."))
    assert words.startswith("Nothing is compared: too small. 1 story is in neither group")


def test_the_split_of_the_widest_differences_is_said():
    table = fixed_of(("trade", -0.18, 0.075, -0.255, 0.0, 0.075, 2, 0))
    assert say_mix(table, pair_of(9, 9), LABELS) == (
        "2 sources have stories of both groups. Trade: −18 points, +8 within sources and −26 by "
        "their mix. With the mix fixed, the difference turns round for Trade."
    )


def test_sources_of_one_group_only_are_a_part_of_their_own():
    table = fixed_of(("arms", 0.2, 0.05, 0.05, 0.1, 0.06, 1, 3))
    assert say_mix(table, pair_of(9, 9), LABELS) == (
        "1 source has stories of both groups, 3 sources of one only. Arms: +20 points, +5 within "
        "sources, +5 by their mix and +10 by sources in only one group."
    )


def test_without_a_common_source_nothing_can_be_told_apart():
    table = fixed_of(("arms", 0.2, None, None, 0.2, None, 0, 4))
    assert say_mix(table, pair_of(9, 9), LABELS).startswith("No source is in both groups:")


@pytest.mark.parametrize("rows", [0])
def test_a_refused_comparison_splits_nothing(rows):
    table = fixed_of(("arms", 0.2, 0.1, 0.1, 0.0, 0.1, 1, 0)).head(rows)
    assert say_mix(table, pair_of(9, 1), LABELS).startswith("Nothing is compared")


def test_the_table_of_the_mix_is_in_points_the_widest_first():
    rows = ("trade", -0.18, 0.075, -0.255, 0.0, 0.075, 2, 0), ("arms", 0.3, 0.3, 0, 0, None, 2, 0)
    table = tabulate_mix(fixed_of(*rows), LABELS)
    assert table["label"].tolist() == ["Arms", "Trade"]
    numbers = table.loc[1, ["crude", "by_theme", "by_mix", "by_others", "fixed"]].tolist()
    assert numbers == ["−18", "+8", "−26", "0", "+8"]
    assert table["fixed"].tolist() == ["–", "+8"]


def test_the_table_of_differences_has_counts_and_says_why_there_is_no_p():
    row = {"theme": "arms", "count_a": 0, "total_a": 8, "count_b": 3, "total_b": 9, "low": -0.6}
    row |= {
        "difference": -1 / 3,
        "high": 0.01,
        "p": None,
        "p_holm": None,
        "reason": "does not vary",
    }
    table = tabulate_differences(pd.DataFrame([row]).astype({"p_holm": float}), LABELS)
    words = [str(cell).replace("\N{NO-BREAK SPACE}", " ") for cell in table.iloc[0]]
    assert words == [
        "not told from chance", "arms", "Arms", "3 of 9, 33 %", "0 of 8, 0 %", "−33", "−60 to +1",
        "does not vary", "–",
    ]  # fmt: skip
