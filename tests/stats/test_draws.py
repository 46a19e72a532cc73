"""Days drawn from intervals, and what they add to the variance."""

from types import SimpleNamespace

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.testing import assert_array_equal

from dateline.articles.timeframe import Timeframe
from dateline.stats.draws import DRAWS, draw_days
from dateline.stats.intervals import wilson
from dateline.stats.series import count_by_period

CODEBOOK = SimpleNamespace(themes=[SimpleNamespace(name="trade"), SimpleNamespace(name="arms")])
MONTHS = Timeframe("month", "2022-01-01", "2022-12-31")


def spans(*rows: tuple[str, str, str]) -> pd.DataFrame:
    """Rows are (doc_id, first day, last day), of one source and without copies."""
    table = pd.DataFrame(rows, columns=["doc_id", "date_earliest", "date_latest"])
    for column in ("date_earliest", "date_latest"):
        table[column] = pd.to_datetime(table[column])
    fixed = {"date_class": "C", "copy_of": "", "problem": "", "source": "daily"}
    return table.assign(date=table["date_earliest"], **fixed)


def unsure(number: int) -> pd.DataFrame:
    """So many stories of the turn from March to April, of as many days before as after it."""
    return spans(*[(f"d{n}", "2022-03-22", "2022-04-10") for n in range(number)])


@settings(derandomize=True, deadline=None)
@given(st.integers(0, 3000), st.integers(0, 400))
def test_every_day_drawn_is_in_the_interval(start, more):
    first = pd.Timestamp("2015-01-01") + pd.Timedelta(days=start)
    last = first + pd.Timedelta(days=more)
    days = draw_days(spans(("a", f"{first:%Y-%m-%d}", f"{last:%Y-%m-%d}")))
    assert days.shape == (1, DRAWS)
    assert days.min() >= first.to_datetime64() and days.max() <= last.to_datetime64()


def test_every_day_of_an_interval_is_drawn_about_as_often():
    table = spans(*[(f"d{n}", "2022-03-01", "2022-03-10") for n in range(400)])
    numbers = pd.Series(draw_days(table).ravel()).value_counts()
    # 20,000 draws of ten days: 2,000 each, standard deviation sqrt(20,000 x 0.1 x 0.9) = 42.
    assert len(numbers) == 10 and numbers.between(2000 - 4 * 42, 2000 + 4 * 42).all()


def test_a_draw_depends_on_the_seed_and_the_story_alone():
    table = unsure(9)
    days = draw_days(table)
    assert_array_equal(draw_days(table[::-1])[::-1], days)
    assert_array_equal(draw_days(table.iloc[[4]]), days[[4]])
    assert (draw_days(table, seed=2) != days).any()


def test_copies_of_a_story_stand_at_the_same_part_of_their_intervals():
    table = spans(("a", "2022-03-01", "2022-03-10"), ("b", "2022-05-01", "2022-05-10"))
    days = draw_days(table.assign(copy_of=["", "a"]))
    assert set((days[1] - days[0]).astype(int)) == {61}


def test_the_band_of_the_draws_is_never_narrower_than_wilsons_and_within_0_and_1():
    table = unsure(12)
    found = table["doc_id"].head(5).to_frame().assign(theme="trade")
    series = count_by_period(found, table, CODEBOOK, timeframe=MONTHS)
    known = series[series["total"] > 0]
    low, high = wilson(known["count"], known["total"])
    assert ((known["low"] >= 0) & (known["low"] <= low)).all()
    assert ((high <= known["high"]) & (known["high"] <= 1)).all()
    assert (known["high"] - known["low"])[known["theme"] == "trade"].gt((high - low)[::2]).all()


def test_a_period_in_which_nothing_is_in_doubt_keeps_wilsons_interval_to_the_last_digit():
    sure = spans(*[(f"s{n}", "2022-08-01", "2022-08-01") for n in range(7)])
    table = pd.concat([unsure(5), sure], ignore_index=True)
    found = pd.DataFrame({"doc_id": ["s0", "s1", "d0"], "theme": "trade"})
    series = count_by_period(found, table, CODEBOOK, timeframe=MONTHS)
    row = series[(series["period"] == "2022-08-01") & (series["theme"] == "trade")].iloc[0]
    assert (row["low"], row["high"]) == wilson(2, 7)


def test_a_theme_in_none_or_in_all_stories_has_no_doubt_from_dates():
    table = unsure(8)
    found = table[["doc_id"]].assign(theme="trade")
    series = count_by_period(found, table, CODEBOOK, timeframe=MONTHS)
    known = series[series["total"] > 0]
    low, high = wilson(known["count"], known["total"])
    assert_array_equal(known["low"], low)
    assert_array_equal(known["high"], high)


def test_the_interval_is_that_of_lott_and_reiter():
    # Their bounds solve (p - q)^2 = z^2 q (1 - q) (1 + r) / n; here p = 0.8, n = 100, r = 0.7.
    low, high = wilson(80 / 1.7, 100 / 1.7)
    for bound in (low, high):
        assert (0.8 - bound) ** 2 == pytest.approx(1.959964**2 * bound * (1 - bound) * 1.7 / 100)


def test_the_variance_grows_as_rubins_rule_says():
    # One story is in March, and half a story; the theme is in the one in doubt.
    table = pd.concat([unsure(1), spans(("s", "2022-03-02", "2022-03-02"))], ignore_index=True)
    found = pd.DataFrame({"doc_id": ["d0"], "theme": "trade"})
    row = count_by_period(found, table, CODEBOOK, timeframe=MONTHS).query("count == 0.5").iloc[0]
    in_march = (draw_days(table)[0] < np.datetime64("2022-04-01")).astype(float)
    between = np.var(in_march / 2, ddof=1)  # of the shares 1 of 2 and 0 of 1
    centre = (0.5 + 1.920729) / (1.5 + 3.841459)
    growth = 1 + 1.02 * between / (centre * (1 - centre) / 1.5)
    assert row["high"] == pytest.approx(float(wilson(0.5 / growth, 1.5 / growth)[1]), rel=1e-6)


def test_the_order_of_the_articles_does_not_change_the_band():
    table = unsure(9)
    found = table["doc_id"].head(4).to_frame().assign(theme="arms")
    one = count_by_period(found, table, CODEBOOK, timeframe=MONTHS)
    other = count_by_period(found[::-1], table[::-1], CODEBOOK, timeframe=MONTHS)
    assert_array_equal(one["low"], other["low"])
