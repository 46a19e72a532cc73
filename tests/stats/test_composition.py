import numpy as np
import pandas as pd
import pytest

from dateline.errors import SettingError
from dateline.stats.composition import (
    COVERAGE_COLUMNS,
    SOURCE_COLUMNS,
    SPLIT_COLUMNS,
    describe_sources,
    source_coverage,
    split_difference,
)

MONTHS = pd.date_range("2022-01-01", periods=3, freq="MS").as_unit("us")
JANUARY, FEBRUARY, MARCH = MONTHS


def _documents(cells):
    """Of each (period, source, documents, of them with theme x) so many rows."""
    rows = [
        (f"{period:%m}{source}{n}", source, period, float(n < having))
        for period, source, size, having in cells
        for n in range(size)
    ]
    return pd.DataFrame(rows, columns=["doc_id", "source", "period", "x"])


# Two sources of unequal liking for the theme change places, and both write a little more of it.
KITAGAWA = _documents(
    [
        (JANUARY, "A", 80, 40),
        (JANUARY, "B", 20, 2),
        (FEBRUARY, "A", 20, 12),
        (FEBRUARY, "B", 80, 12),
    ]
)


def test_every_source_has_a_row_in_every_period():
    table = _documents([(JANUARY, "B", 1, 0), (JANUARY, "A", 3, 0), (MARCH, "B", 1, 0)])
    coverage = source_coverage(table, grid=MONTHS)
    assert coverage["source"].tolist() == ["A", "B"] * 3
    assert coverage["documents"].tolist() == [3, 1, 0, 0, 0, 1]
    assert coverage["part"].tolist() == pytest.approx(
        [0.75, 0.25, *[np.nan] * 2, 0, 1], nan_ok=True
    )


def test_documents_with_dates_in_doubt_count_in_parts():
    table = _documents([(JANUARY, "A", 1, 0), (FEBRUARY, "A", 1, 0)])
    coverage = source_coverage(table.assign(weight=[0.25, 0.75]))
    assert coverage["documents"].tolist() == [0.25, 0.75]


def test_sources_throughout_are_in_every_period_that_has_documents():
    table = _documents(
        [
            (JANUARY, "A", 5, 0),
            (JANUARY, "B", 1, 0),
            (MARCH, "A", 4, 0),
            (MARCH, "B", 2, 0),
            (MARCH, "C", 8, 0),
        ]
    )
    sources = describe_sources(source_coverage(table, grid=MONTHS)).set_index("source")
    assert sources["throughout"].to_dict() == {"A": True, "C": False, "B": True}
    assert sources["absent"].to_dict() == {"A": 0, "C": 1, "B": 0}
    assert sources["part"].tolist() == pytest.approx([9 / 12, np.nan, 3 / 12], nan_ok=True)


def test_a_change_splits_into_what_sources_write_and_which_write():
    # Kitagawa (1955): rate part .5 x .1 + .5 x .05, mix part .55 x -.6 + .125 x .6.
    row = split_difference(KITAGAWA, a=JANUARY, b=FEBRUARY).iloc[0]
    assert (row["a"], row["b"]) == ("2022-01-01", "2022-02-01")
    assert (row["share_a"], row["share_b"]) == pytest.approx((0.42, 0.24))
    assert row["difference"] == pytest.approx(-0.18)
    assert (row["by_theme"], row["by_mix"]) == pytest.approx((0.075, -0.255))
    assert (row["by_others"], row["sources"], row["others"]) == pytest.approx((0, 2, 0))


def test_exchanging_the_periods_turns_the_signs():
    there = split_difference(KITAGAWA, a=JANUARY, b=FEBRUARY).iloc[0]
    back = split_difference(KITAGAWA, a=FEBRUARY, b=JANUARY).iloc[0]
    for part in ("difference", "by_theme", "by_mix"):
        assert back[part] == pytest.approx(-there[part])


def test_sources_in_one_period_only_are_a_part_of_their_own():
    new = _documents([(FEBRUARY, "C", 100, 100)])
    row = split_difference(pd.concat([KITAGAWA, new]), a=JANUARY, b=FEBRUARY).iloc[0]
    assert (row["by_theme"], row["by_mix"]) == pytest.approx((0.075, -0.255))
    assert row["by_others"] == pytest.approx(0.62 - 0.24)
    assert (row["sources"], row["others"]) == (2, 1)


def test_without_a_source_in_both_the_parts_are_missing():
    table = _documents([(JANUARY, "A", 10, 5), (FEBRUARY, "B", 10, 1)])
    row = split_difference(table, a=JANUARY, b=FEBRUARY).iloc[0]
    assert row["difference"] == pytest.approx(-0.4)
    assert row[["by_theme", "by_mix", "by_others"]].isna().all()


def test_groups_of_periods_and_rates_of_words_split_likewise():
    table = KITAGAWA.assign(group=np.where(KITAGAWA["period"] == JANUARY, "early", "late"))
    table = table.assign(size=500.0)
    row = split_difference(table, a="early", b="late", by="group", per=10_000).iloc[0]
    assert (row["a"], row["b"]) == ("early", "late")
    assert row["by_theme"] == pytest.approx(0.075 * 10_000 / 500)


def test_a_period_without_documents_cannot_be_split():
    with pytest.raises(SettingError, match="period 2022-03-01 has no documents"):
        split_difference(KITAGAWA, a=JANUARY, b=MARCH)


def test_columns_and_types_are_those_declared():
    coverage = source_coverage(KITAGAWA)
    for table, columns in (
        (coverage, COVERAGE_COLUMNS),
        (describe_sources(coverage), SOURCE_COLUMNS),
        (split_difference(KITAGAWA, a=JANUARY, b=FEBRUARY), SPLIT_COLUMNS),
    ):
        assert {name: str(kind) for name, kind in table.dtypes.items()} == columns
