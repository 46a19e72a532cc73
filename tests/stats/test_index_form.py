"""A series as an index of a base period."""

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.errors import SettingError
from dateline.stats.index_form import INDEX_COLUMNS, index_form


def series(*shares: float, theme: str = "trade") -> pd.DataFrame:
    """One period a month from January 2022, ten stories each; none where the share is missing."""
    table = pd.DataFrame({"share": shares, "theme": theme, "unit": "stories", "method": "wilson"})
    table["period"] = pd.date_range("2022-01-01", periods=len(shares), freq="MS")
    table["total"] = table["share"].notna() * 10.0
    return table.assign(low=table["share"] / 2, high=table["share"] * 2)


def test_the_mean_of_the_base_is_100():
    # The mean of 0.1 and 0.3 is 0.2; half of it is 50, three times 300.
    table = index_form(series(0.1, 0.3, 0.6), "2022-01-01", "2022-02-28")
    assert table["index"].tolist() == pytest.approx([50, 150, 300])
    assert table["low"].tolist() == pytest.approx([25, 75, 150])
    assert table["high"].tolist() == pytest.approx([100, 300, 600])
    assert table["base"].tolist() == pytest.approx([0.2] * 3)


def test_a_period_without_articles_has_no_index_and_is_not_in_the_base():
    table = index_form(series(0.1, None, 0.3), "2022-01-01", "2022-03-31")
    assert table["index"].tolist() == pytest.approx([50, float("nan"), 150], nan_ok=True)


def test_each_theme_has_its_own_base_and_one_that_is_absent_in_it_has_no_index():
    both = pd.concat([series(0.1, 0.2), series(0.0, 0.2, theme="arms")], ignore_index=True)
    table = index_form(both, "2022-01-01", "2022-01-31")
    assert table["index"].tolist() == pytest.approx([100, 200, *[float("nan")] * 2], nan_ok=True)


def test_the_columns_are_declared_and_in_order():
    table = index_form(series(0.1), "2022-01-01", "2022-01-01")
    assert {name: str(kind) for name, kind in table.dtypes.items()} == INDEX_COLUMNS


@pytest.mark.parametrize(
    ("first", "last", "message"),
    [
        ("2023-01-01", "2023-12-31", "no article is in a period that begins from 2023-01-01"),
        ("2022-02-01", "2022-02-28", "choose a base period with articles"),  # a gap
        ("", "2022-02-28", "the base period is open"),
        ("01/02/2022", "2022-02-28", "base_first is '01/02/2022'"),
    ],
)
def test_a_base_that_cannot_be_is_refused(first, last, message):
    with pytest.raises(SettingError, match=message):
        index_form(series(0.1, None), first, last)


@settings(derandomize=True, deadline=None)
@given(st.lists(st.floats(0.01, 1), min_size=2, max_size=9), st.floats(0.1, 10))
def test_a_scale_does_not_matter_to_an_index(shares, scale):
    table = series(*shares)
    other = table.assign(share=table["share"] * scale)
    base = ("2022-01-01", "2022-02-28")
    assert index_form(other, *base)["index"].tolist() == pytest.approx(
        index_form(table, *base)["index"].tolist()
    )
