import json
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from dateline.errors import SettingError
from dateline.stats.change import (
    AFTER,
    ALL,
    BEFORE,
    CHANGE_COLUMNS,
    EITHER,
    POSITION_COLUMNS,
    STEP,
    TREND,
    find_changes,
    weigh_positions,
)
from dateline.stats.change_search import EVEN, FEW, NEVER, NO_PLACE

COAL = json.loads((Path(__file__).parents[1] / "cases" / "coal.json").read_text("utf-8"))
FEWER = {"permutations": 99}


def _documents(having, sizes, *, source="A", start="2022-01-01"):
    """Of sizes[i] documents in month i, having[i] mention the theme x."""
    months = pd.date_range(start, periods=len(sizes), freq="MS").as_unit("us")
    rows = [
        (f"{source}{month:%Y%m}-{n}", source, month, float(n < k))
        for month, size, k in zip(months, sizes, having, strict=True)
        for n in range(size)
    ]
    return pd.DataFrame(rows, columns=["doc_id", "source", "period", "x"])


STEP_UP = _documents([1] * 6 + [8] * 6, [10] * 12)


def test_a_step_is_found_where_it_is():
    row = find_changes(STEP_UP, **FEWER).iloc[0]
    assert (row["last_before"], row["first_after"]) == (
        pd.Timestamp("2022-06-01"),
        pd.Timestamp("2022-07-01"),
    )
    assert (row["before"], row["after"]) == pytest.approx((0.1, 0.8))
    assert row["ratio"] == pytest.approx(8)
    assert (row["p"], row["shape"]) == (0.01, STEP)


def test_the_coal_series_changed_after_1891():
    years = pd.date_range("1851-01-01", periods=112, freq="YS").as_unit("us")
    table = pd.DataFrame({"doc_id": years.astype("str"), "source": "", "period": years})
    row = find_changes(table.assign(x=np.array(COAL["counts"], dtype=float)), **FEWER).iloc[0]
    assert row["last_before"].year == 1891
    assert (row["before"], row["after"]) == pytest.approx((3.0976, 0.9014), abs=5e-5)
    # The gain is 69.988 at best, and at least 66.147 (3.841 less) after 1886 to 1893.
    assert (row["earliest"].year, row["latest"].year, row["positions"]) == (1887, 1894, 8)


def test_without_a_change_p_is_not_small():
    flat = _documents([3] * 12, [10] * 12)
    row = find_changes(flat, **FEWER).iloc[0]
    assert row["p"] > 0.5
    assert row["shape"] == ""


@pytest.mark.parametrize("sizes", [[12] * 7, [7] * 8], ids=["7 periods", "56 documents"])
def test_below_the_gate_there_is_a_row_with_the_reason_and_nothing_else(sizes):
    row = find_changes(_documents([3] * len(sizes), sizes), **FEWER).iloc[0]
    assert row["reason"] == FEW == "too few documents to look for a change"
    assert row[["first_after", "ratio", "p", "p_holm", "positions"]].isna().all()


def test_empty_periods_do_not_help_over_the_gate():
    sizes = [12, 0] * 7
    assert find_changes(_documents(sizes, sizes), **FEWER)["reason"].tolist() == [FEW]


def test_themes_that_cannot_be_tested_say_why():
    table = STEP_UP.assign(never=0.0, always=1.0)
    rows = find_changes(table, **FEWER).query("part == 'all'").set_index("theme")
    assert rows["reason"].to_dict() == {"x": "", "never": NEVER, "always": EVEN}
    assert rows["p_holm"].notna().tolist() == [True, False, False]


def test_a_source_that_is_replaced_by_another_tells_nothing_of_a_change():
    old = _documents([1] * 6, [10] * 6, source="old")
    new = _documents([9] * 6, [10] * 6, source="new", start="2022-07-01")
    row = find_changes(pd.concat([old, new]), **FEWER).iloc[0]
    assert row["p"] > 0.5
    assert row["before"] < row["after"]


def test_sources_with_one_period_each_cannot_be_tested():
    table = STEP_UP.assign(source=STEP_UP["period"].astype("str"))
    assert find_changes(table, **FEWER)["reason"].tolist() == [EVEN]


def test_a_turned_mix_of_unchanged_sources_is_no_change_of_the_theme():
    often = _documents([8] * 6 + [2] * 6, [16] * 6 + [4] * 6, source="often")
    seldom = _documents([1] * 6 + [4] * 6, [4] * 6 + [16] * 6, source="seldom")
    row = find_changes(pd.concat([often, seldom]), **FEWER).iloc[0]
    assert row["p"] > 0.5
    assert row["ratio_low"] < 1 < row["ratio_high"]


def test_each_side_of_a_change_has_two_periods_and_five_documents():
    table = _documents([0, 0, 0, *[5] * 9], [1, 1, 1, *[10] * 9])
    positions = weigh_positions(table)
    # Two months with one document each and a third are 3; with the fourth 13.
    assert positions["first_after"].min() == pd.Timestamp("2022-05-01")
    assert positions["first_after"].max() == pd.Timestamp("2022-11-01")


def test_where_no_position_has_enough_on_both_sides_the_reason_says_so():
    # Before the fifth month there are four documents, and after it three.
    sizes = [1, 1, 1, 1, 60, 1, 1, 1]
    row = find_changes(_documents([1, 0, 1, 0, 30, 1, 0, 1], sizes), **FEWER).iloc[0]
    assert row["reason"] == NO_PLACE


def test_a_change_in_a_gap_lies_somewhere_between_its_two_ends():
    having, sizes = [1] * 5 + [0] * 3 + [8] * 5, [10] * 5 + [0] * 3 + [10] * 5
    row = find_changes(_documents(having, sizes), **FEWER).iloc[0]
    assert row["last_before"] == pd.Timestamp("2022-05-01")
    assert row["first_after"] == pd.Timestamp("2022-09-01")


def test_a_steady_rise_is_called_a_trend():
    table = _documents([2 * n for n in range(1, 25)], [60] * 24)
    assert find_changes(table, **FEWER).iloc[0]["shape"] == TREND


def test_where_step_and_trend_fit_alike_that_is_said():
    table = _documents([1, 2, 2, 2, 3, 8, 8, 8, 9, 9], [12] * 10)
    assert find_changes(table, **FEWER).iloc[0]["shape"] == EITHER


def test_a_second_change_is_looked_for_only_beside_a_sure_one():
    up_and_up = _documents([1] * 10 + [10] * 10 + [19] * 10, [20] * 30)
    parts = find_changes(up_and_up, permutations=199)
    assert parts["part"].tolist() == [ALL, BEFORE, AFTER]
    assert (parts["p"] < 0.05).sum() == 2
    flat = _documents([3] * 12, [10] * 12)
    assert find_changes(flat, permutations=199)["part"].tolist() == [ALL]


def test_a_side_below_the_gate_says_so():
    parts = find_changes(STEP_UP, permutations=199)
    assert parts["reason"].tolist() == ["", FEW, FEW]


def test_holm_counts_the_themes_and_a_theme_does_not_touch_the_p_of_another():
    alone = find_changes(STEP_UP, **FEWER)
    table = STEP_UP.assign(y=STEP_UP["x"], z=np.arange(len(STEP_UP)) % 2.0)
    both = find_changes(table, **FEWER).query("part == 'all'")
    assert both["p"].iloc[0] == alone["p"].iloc[0] == 0.01
    assert both["p_holm"].iloc[0] == pytest.approx(0.03)


def test_the_order_of_rows_does_not_matter_and_the_seed_does_little():
    mixed = STEP_UP.sample(frac=1, random_state=3)
    pd.testing.assert_frame_equal(find_changes(mixed, **FEWER), find_changes(STEP_UP, **FEWER))
    flat = _documents([3, 4, 2, 3, 3, 5, 2, 3, 4, 3], [10] * 10)
    first, second = (find_changes(flat, seed=seed)["p"].iloc[0] for seed in (1, 2))
    assert first == pytest.approx(second, abs=0.08)


def test_dates_in_doubt_count_in_parts():
    table = STEP_UP.assign(weight=1.0)
    split = table[table["doc_id"] == "A202206-0"]
    halves = [split.assign(weight=0.5), split.assign(weight=0.5, period=pd.Timestamp("2022-07-01"))]
    table = pd.concat([table[table["doc_id"] != "A202206-0"], *halves])
    row = find_changes(table, **FEWER).iloc[0]
    assert (row["before"], row["after"]) == pytest.approx((5.5 / 59.5, 48.5 / 60.5))
    assert row["documents"] == 120


def test_dispersed_hits_widen_the_interval_and_the_set_of_positions():
    even = STEP_UP.assign(size=500.0)
    heaped = even.assign(x=even["x"] * np.where(np.arange(120) % 10 == 0, 30, 1))
    plain, wide = (find_changes(table, per=10_000, **FEWER).iloc[0] for table in (even, heaped))
    assert plain["dispersion"] == 1 < wide["dispersion"]
    assert wide["positions"] > plain["positions"]
    assert plain["before"] == pytest.approx(10_000 * 6 / 30_000)


def test_positions_have_chances_that_add_up_to_one_and_the_best_is_plausible():
    positions = weigh_positions(STEP_UP)
    assert list(positions) == list(POSITION_COLUMNS)
    assert positions["chance"].sum() == pytest.approx(1)
    best = positions.loc[positions["chance"].idxmax()]
    assert best["first_after"] == pd.Timestamp("2022-07-01")
    assert best["plausible"]
    assert positions["plausible"].sum() == find_changes(STEP_UP, **FEWER)["positions"].iloc[0]


def test_themes_that_are_not_looked_at_have_no_positions():
    assert weigh_positions(_documents([1] * 5, [5] * 5)).empty


def test_columns_and_types_are_those_declared():
    for table in (find_changes(STEP_UP, **FEWER), find_changes(_documents([1], [2]), **FEWER)):
        assert {name: str(kind) for name, kind in table.dtypes.items()} == CHANGE_COLUMNS


@pytest.mark.parametrize("missing", ["doc_id", "source", "period", "x"])
def test_a_table_without_a_column_is_refused(missing):
    with pytest.raises(SettingError, match="tabulate_documents"):
        find_changes(STEP_UP.drop(columns=missing))
