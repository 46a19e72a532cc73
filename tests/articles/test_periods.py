import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.articles.periods import (
    PERIODS,
    choose_period,
    period_ends,
    period_label,
    period_of,
    period_starts,
    place_articles,
    read_day,
)
from dateline.errors import SettingError


def articles(*rows: tuple[str, str | None, str | None]) -> pd.DataFrame:
    """Rows are (class, earliest, latest); the best day is the earliest."""
    table = pd.DataFrame(rows, columns=["date_class", "date_earliest", "date_latest"])
    for column in ("date_earliest", "date_latest"):
        table[column] = pd.to_datetime(table[column])
    ids = [f"d{number}" for number in range(len(table))]
    return table.assign(doc_id=ids, date=table["date_earliest"], problem="")


def placed(row: tuple, **settings: str) -> tuple[str, str]:
    """The first day of the period (blank if none) and the reason."""
    result = place_articles(articles(row), **settings).iloc[0]
    period = result["period"]
    return ("" if pd.isna(period) else f"{period:%Y-%m-%d}", result["reason"])


@pytest.mark.parametrize(
    ("period", "start"),
    [
        ("day", "2024-02-29"),
        ("week", "2024-02-26"),  # a Monday
        ("month", "2024-02-01"),
        ("quarter", "2024-01-01"),
        ("year", "2024-01-01"),
    ],
)
def test_a_stated_day_is_placed_in_the_period_that_holds_it(period, start):
    assert placed(("A", "2024-02-29", "2024-02-29"), period=period) == (start, "")


def test_a_week_can_begin_in_the_year_before():
    assert placed(("A", "2023-01-01", "2023-01-01"), period="week") == ("2022-12-26", "")


def test_two_stated_days_on_both_sides_of_a_boundary_are_not_placed_by_guess():
    assert placed(("A", "2022-03-31", "2022-04-01")) == ("", "too wide")
    assert placed(("A", "2022-03-30", "2022-03-31")) == ("2022-01-01", "")


def test_a_bounded_date_inside_one_period_is_placed():
    assert placed(("C", "2022-01-01", "2022-03-31")) == ("2022-01-01", "")


def test_auto_counts_the_periods_of_the_range_and_not_only_of_the_articles():
    # Ten days with eight articles each would be "day"; from 2015 that is over 2,600 days.
    days = [f"2022-03-{1 + n % 10:02d}" for n in range(80)]
    table = articles(*(("A", day, day) for day in days))
    assert choose_period(table) == "day"
    assert choose_period(table, since="2015-01-01") == "quarter"


def test_a_period_that_is_wanted_is_kept_if_there_is_one_of_that_name():
    assert choose_period(articles(), "week") == "week"
    with pytest.raises(SettingError, match="choose one of day, week"):
        choose_period(articles(), "fortnight")


@pytest.mark.parametrize("date_class", ["B", "C"])
def test_an_interval_over_a_boundary_is_too_wide(date_class):
    assert placed((date_class, "2022-03-31", "2022-04-01")) == ("", "too wide")


def test_the_same_interval_can_be_too_wide_for_months_and_not_for_years():
    row = ("B", "2022-03-29", "2022-04-03")
    assert placed(row, period="month") == ("", "too wide")
    assert placed(row, period="year") == ("2022-01-01", "")


@pytest.mark.parametrize("date_class", ["D", "U"])
def test_wide_and_undated_articles_are_undated_even_if_a_year_would_hold_them(date_class):
    assert placed((date_class, "2022-01-01", "2022-06-30"), period="year") == ("", "undated")


def test_a_stated_date_that_is_missing_counts_as_undated():
    assert placed(("A", None, None)) == ("", "undated")


def test_an_open_interval_is_never_placed():
    assert placed(("C", "2022-01-01", None)) == ("", "too wide")


@pytest.mark.parametrize(
    ("since", "until", "reason"),
    [
        ("2022-02-10", "2022-02-14", ""),
        ("2022-02-11", "", "outside"),
        ("", "2022-02-13", "outside"),
    ],
)
def test_an_interval_must_lie_wholly_inside_the_range(since, until, reason):
    assert placed(("B", "2022-02-10", "2022-02-14"), since=since, until=until)[1] == reason


def test_an_article_with_a_problem_is_never_placed():
    table = articles(("A", "2022-02-10", "2022-02-10")).assign(problem="empty")
    result = place_articles(table)
    assert result["reason"].tolist() == ["problem"]
    assert result["period"].isna().all()


def test_each_article_keeps_its_row_and_its_index():
    table = articles(("A", "2022-02-10", "2022-02-10"), ("U", None, None))
    table.index = pd.Index([7, 3])
    result = place_articles(table)
    assert list(result) == ["doc_id", "period", "reason"]
    assert result.index.tolist() == [7, 3]
    assert result["doc_id"].tolist() == ["d0", "d1"]


def test_no_articles_give_no_rows():
    result = place_articles(articles())
    assert len(result) == 0
    assert list(result) == ["doc_id", "period", "reason"]


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


def test_a_day_is_read_and_an_empty_one_is_not_set():
    assert read_day("2022-03-01") == pd.Timestamp(2022, 3, 1)
    assert read_day("") is None


@pytest.mark.parametrize("text", ["01/02/2022", "2022-3-1", "20220301", "2022-02-30", "soon"])
def test_anything_else_is_refused_with_the_way_to_write_it(text):
    with pytest.raises(SettingError, match=r"until is .* write YYYY-MM-DD"):
        read_day(text, "until")


def test_an_unknown_period_is_refused_with_the_known_ones():
    with pytest.raises(SettingError, match="day, week, month, quarter, year"):
        place_articles(articles(), period="M")


def test_since_after_until_is_refused():
    with pytest.raises(SettingError, match="after until"):
        place_articles(articles(), since="2022-02-02", until="2022-02-01")


def every_days(n: int, step: int, each: int = 1) -> pd.DataFrame:
    """`each` stated articles on every `step`-th day, on `n` days."""
    days = pd.date_range("2022-01-03", periods=n, freq=f"{step}D").repeat(each)
    return articles(*[("A", f"{day:%Y-%m-%d}", f"{day:%Y-%m-%d}") for day in days])


@pytest.mark.parametrize(
    ("corpus", "period"),
    [
        (every_days(30, 1, each=8), "day"),
        (every_days(41, 1, each=8), "week"),  # 41 days are one too many
        (every_days(80, 3), "month"),  # 80 articles over 8 months: ten a month
        (every_days(30, 30), "year"),  # 30 articles in 29 months: three a quarter, twelve a year
    ],
)
def test_the_finest_period_that_the_articles_can_carry_is_chosen(corpus, period):
    assert choose_period(corpus) == period


def test_a_small_folder_gets_the_finest_period_with_three_articles():
    # 2 and 1 a month; 5 and 1 a quarter, so 3 in the median; 6 in the year, which is not yet 8
    assert choose_period(every_days(6, 20)) == "quarter"


def test_two_articles_get_years():
    assert choose_period(every_days(2, 30)) == "year"


def test_no_placed_article_gets_years():
    assert choose_period(articles(("U", None, None))) == "year"
    assert choose_period(articles()) == "year"
