import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.articles.periods import (
    PERIODS,
    most_days,
    period_ends,
    period_label,
    period_of,
    period_starts,
)
from dateline.errors import SettingError


@given(
    st.dates(min_value=pd.Timestamp("1800-01-01").date()),
    st.integers(0, 800),
    st.sampled_from(PERIODS),
)
def test_the_calendar_has_no_gap_and_holds_both_ends(first, n_days, period):
    first_day = pd.Timestamp(first)
    last_day = min(first_day + pd.Timedelta(days=n_days), pd.Timestamp("9999-11-30"))
    starts = period_starts(min(first_day, last_day), last_day, period)
    ends = period_ends(starts, period)
    assert starts[0] <= min(first_day, last_day) and last_day < ends[-1]
    assert (starts[1:] == ends[:-1]).all()


def test_a_calendar_that_ends_before_it_starts_is_empty():
    assert len(period_starts(pd.Timestamp("2022-05-01"), pd.Timestamp("2022-01-01"), "month")) == 0


@pytest.mark.parametrize(
    ("period", "label"),
    [
        ("day", "2022-03-14"),
        ("week", "2022-03-14"),
        ("month", "2022-03"),
        ("quarter", "2022 Q1"),
        ("year", "2022"),
    ],
)
def test_periods_have_names_that_sort(period, label):
    assert period_label(pd.Timestamp("2022-03-14"), period) == label


@pytest.mark.parametrize("period", PERIODS)
def test_a_calendar_of_two_periods_tells_which_period_it_is(period):
    for year in ("2022", "2024"):
        day = pd.Timestamp(f"{year}-01-01")
        starts = period_starts(day, day + pd.Timedelta(days=366), period)[:2]
        assert period_of(starts) == period


def test_one_start_alone_does_not_tell_the_period():
    assert period_of(pd.DatetimeIndex(["2022-01-01"])) == ""


@given(st.dates(min_value=pd.Timestamp("1800-01-01").date()), st.sampled_from(PERIODS))
def test_no_period_is_longer_than_the_longest(day, period):
    starts = period_starts(pd.Timestamp(day), pd.Timestamp(day), period)
    assert (period_ends(starts, period) - starts)[0].days <= most_days(period)


def test_an_unknown_period_is_refused_with_the_known_ones():
    with pytest.raises(SettingError, match="day, week, month, quarter, year"):
        most_days("M")
