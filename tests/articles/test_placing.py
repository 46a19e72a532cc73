import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.articles.periods import PERIODS, period_ends, period_starts
from dateline.articles.placing import (
    calendar_of,
    choose_period,
    may_lie_in,
    place_articles,
    weigh_articles,
)
from dateline.articles.timeframe import DATE_CLASSES, Timeframe
from dateline.errors import SettingError

Row = tuple[str, str | None, str | None]


def articles(*rows: Row) -> pd.DataFrame:
    """Rows are (class, earliest, latest); the best day is the earliest."""
    table = pd.DataFrame(rows, columns=["date_class", "date_earliest", "date_latest"])
    for column in ("date_earliest", "date_latest"):
        table[column] = pd.to_datetime(table[column])
    ids = [f"d{number}" for number in range(len(table))]
    return table.assign(doc_id=ids, date=table["date_earliest"], problem="", copy_of="")


def reason(row: Row, **settings: str) -> str:
    return place_articles(articles(row), Timeframe(**settings))["reason"].item()


def weights(row: Row, **settings: str) -> dict[str, float]:
    """Of one article: the first day of each period that has a part of it, and the part."""
    table = weigh_articles(articles(row), Timeframe(**settings))
    return dict(zip(table["period"].dt.strftime("%Y-%m-%d"), table["weight"], strict=True))


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
def test_a_stated_day_counts_once_in_the_period_that_holds_it(period, start):
    assert weights(("A", "2024-02-29", "2024-02-29"), period=period) == {start: 1}


def test_a_week_can_begin_in_the_year_before():
    assert weights(("A", "2023-01-01", "2023-01-01"), period="week") == {"2022-12-26": 1}


def test_two_stated_days_on_both_sides_of_a_boundary_count_by_halves():
    row = ("A", "2022-03-31", "2022-04-01")
    assert weights(row) == {"2022-01-01": 0.5, "2022-04-01": 0.5}
    assert weights(row, period="day") == {"2022-03-31": 0.5, "2022-04-01": 0.5}
    assert weights(("A", "2022-03-30", "2022-03-31")) == {"2022-01-01": 1}


def test_an_interval_is_divided_by_its_days_in_each_period():
    # 29 to 31 March are three of seven days, 1 to 4 April the other four.
    row = ("B", "2022-03-29", "2022-04-04")
    assert weights(row, period="month") == {"2022-03-01": 3 / 7, "2022-04-01": 4 / 7}
    assert weights(row, period="year") == {"2022-01-01": 1}


def test_an_interval_can_hold_a_whole_period_and_parts_of_its_neighbours():
    # One day of January, 28 of February, 31 of March and one of April: 61 days.
    assert weights(("C", "2022-01-31", "2022-04-01"), period="month") == {
        "2022-01-01": 1 / 61,
        "2022-02-01": 28 / 61,
        "2022-03-01": 31 / 61,
        "2022-04-01": 1 / 61,
    }


@pytest.mark.parametrize(
    ("period", "widest", "wider"),
    [
        ("day", "2022-01-02", "2022-01-03"),
        ("week", "2022-01-14", "2022-01-15"),  # 14 days
        ("month", "2022-03-03", "2022-03-04"),  # 62 days
        ("quarter", "2022-07-03", "2022-07-04"),  # 184 days
        ("year", "2024-01-02", "2024-01-03"),  # 732 days
    ],
)
def test_an_interval_longer_than_two_of_the_longest_period_is_too_wide(period, widest, wider):
    assert reason(("C", "2022-01-01", widest), period=period) == ""
    assert reason(("C", "2022-01-01", wider), period=period) == "too wide"


@pytest.mark.parametrize("date_class", ["D", "U"])
def test_wide_and_undated_articles_are_undated_even_if_a_year_would_hold_them(date_class):
    assert reason((date_class, "2022-01-01", "2022-06-30"), period="year") == "undated"


def test_a_stated_date_that_is_missing_counts_as_undated():
    assert reason(("A", None, None)) == "undated"


def test_an_open_interval_is_too_wide():
    assert reason(("C", "2022-01-01", None)) == reason(("C", None, "2022-01-01")) == "too wide"


@pytest.mark.parametrize(
    ("date_class", "taken_by"), [("A", {"ABC", "AB", "A"}), ("B", {"ABC", "AB"}), ("C", {"ABC"})]
)
def test_classes_that_are_not_asked_for_are_not_sure_enough(date_class, taken_by):
    row = (date_class, "2022-02-10", "2022-02-11")
    found = {classes: reason(row, date_classes=classes) for classes in DATE_CLASSES}
    assert found == {name: "" if name in taken_by else "not sure enough" for name in DATE_CLASSES}


def test_an_undated_article_is_undated_whatever_classes_are_asked_for():
    assert reason(("D", "2022-01-01", "2022-06-30"), date_classes="A") == "undated"


@pytest.mark.parametrize(
    ("since", "until", "expected"),
    [
        ("2022-02-10", "2022-02-14", ""),
        ("2022-02-11", "", "outside"),
        ("", "2022-02-13", "outside"),
    ],
)
def test_an_interval_must_lie_wholly_inside_the_range(since, until, expected):
    assert reason(("B", "2022-02-10", "2022-02-14"), since=since, until=until) == expected


def test_an_article_with_a_problem_counts_nowhere():
    table = articles(("A", "2022-02-10", "2022-02-10")).assign(problem="empty")
    assert place_articles(table)["reason"].tolist() == ["problem"]
    assert weigh_articles(table).empty


def test_each_article_keeps_its_row_and_its_index():
    table = articles(("A", "2022-02-10", "2022-02-10"), ("U", None, None))
    table.index = pd.Index([7, 3])
    result = place_articles(table)
    assert list(result) == ["doc_id", "reason"]
    assert result.index.tolist() == [7, 3]
    assert result["doc_id"].tolist() == ["d0", "d1"]


def test_no_articles_give_no_rows_and_the_same_columns():
    full = weigh_articles(articles(("A", "2022-02-10", "2022-02-10")))
    none = weigh_articles(articles(("U", None, None)))
    assert len(place_articles(articles())) == len(weigh_articles(articles())) == len(none) == 0
    assert none.dtypes.to_dict() == full.dtypes.to_dict()
    assert list(full) == ["doc_id", "period", "weight"]


DAYS = st.dates(pd.Timestamp("2019-12-01").date(), pd.Timestamp("2024-03-31").date())
ROWS = st.tuples(st.sampled_from("ABCDU"), DAYS, st.integers(0, 800))


@settings(derandomize=True, deadline=None)
@given(st.lists(ROWS, max_size=8), st.sampled_from(PERIODS), st.sampled_from(DATE_CLASSES))
def test_the_parts_of_each_article_that_counts_add_up_to_one(rows, period, classes):
    ends = [(name, day, day + pd.Timedelta(days=more)) for name, day, more in rows]
    table, timeframe = articles(*ends), Timeframe(period, date_classes=classes)
    placed = place_articles(table, timeframe)
    sums = weigh_articles(table, timeframe).groupby("doc_id")["weight"].sum()
    assert set(sums.index) == set(placed.loc[placed["reason"] == "", "doc_id"])
    assert all(total == pytest.approx(1) for total in sums)


@settings(derandomize=True, deadline=None)
@given(DAYS, st.integers(0, 120), st.sampled_from(PERIODS))
def test_a_part_is_the_share_of_the_days_counted_one_by_one(first, more, period):
    days = pd.date_range(first, periods=more + 1)
    table = weigh_articles(articles(("C", days[0], days[-1])), Timeframe(period))
    starts = pd.DatetimeIndex(table["period"])
    spans = zip(starts, period_ends(starts, period), strict=True)
    shares = [((days >= start) & (days < end)).sum() / len(days) for start, end in spans]
    assert table["weight"].tolist() == pytest.approx(shares)
    assert not shares or len(shares) == len(period_starts(days[0], days[-1], period))


@pytest.mark.parametrize(
    ("since", "until", "expected"),
    [
        ("2022-02-14", "", True),
        ("", "2022-02-10", True),
        ("2022-02-15", "", False),
        ("", "2022-02-09", False),
    ],
)
def test_an_interval_may_lie_in_days_that_it_only_touches(since, until, expected):
    table = articles(("B", "2022-02-10", "2022-02-14"))
    assert may_lie_in(table, Timeframe(since=since, until=until)).tolist() == [expected]


def test_undated_articles_may_lie_anywhere_but_only_where_nothing_is_asked():
    table = articles(("U", None, None), ("D", "2021-01-01", "2022-06-30"))
    assert may_lie_in(table, Timeframe()).all()
    assert not may_lie_in(table, Timeframe(since="2022-01-01")).any()
    assert not may_lie_in(table, Timeframe(date_classes="AB")).any()


def test_an_open_end_reaches_every_day_on_its_side():
    table = articles(("C", "2022-01-01", None))
    assert may_lie_in(table, Timeframe(since="2023-01-01")).all()
    assert not may_lie_in(table, Timeframe(until="2021-12-31")).any()


def test_every_article_with_a_part_in_a_period_may_lie_in_its_days():
    table = articles(("B", "2022-03-29", "2022-04-04"), ("C", "2022-02-01", "2022-03-31"))
    march = Timeframe(since="2022-03-01", until="2022-03-31")
    parts = weigh_articles(table, Timeframe("month"))
    counted = set(parts.loc[parts["period"] == "2022-03-01", "doc_id"])
    assert counted == set(table.loc[may_lie_in(table, march), "doc_id"]) == {"d0", "d1"}


def test_the_calendar_reaches_from_since_to_until_or_to_the_last_part():
    parts = weigh_articles(articles(("B", "2022-03-29", "2022-04-04")), Timeframe("month"))
    months = calendar_of(parts, Timeframe("month", since="2022-01-20"))
    assert months.strftime("%Y-%m").tolist() == ["2022-01", "2022-02", "2022-03", "2022-04"]


def test_a_period_that_is_still_to_be_chosen_places_nothing():
    with pytest.raises(SettingError, match="period is 'auto'"):
        place_articles(articles(), Timeframe("auto"))


def every_days(n: int, step: int, each: int = 1) -> pd.DataFrame:
    """`each` stated articles on every `step`-th day, on `n` days."""
    days = pd.date_range("2022-01-03", periods=n, freq=f"{step}D").repeat(each)
    return articles(*[("A", f"{day:%Y-%m-%d}", f"{day:%Y-%m-%d}") for day in days])


def chosen(table: pd.DataFrame, unit: str = "stories", **settings: str) -> str:
    return choose_period(table, Timeframe("auto", **settings), unit=unit).period


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
    assert chosen(corpus) == period


def test_a_small_folder_gets_the_finest_period_with_three_articles():
    # 2 and 1 a month; 5 and 1 a quarter, so 3 in the median; 6 in the year, which is not yet 8
    assert chosen(every_days(6, 20)) == "quarter"


def test_parts_of_articles_count_as_parts_in_the_choice():
    # Three articles of 29 March to 4 April: 9/7 and 12/7 by month, fewer than 3; 3 by year.
    assert chosen(articles(*3 * [("B", "2022-03-29", "2022-04-04")])) == "year"
    assert chosen(articles(*3 * [("B", "2022-03-07", "2022-03-13")])) == "week"


def test_copies_do_not_make_periods_finer_unless_articles_are_counted():
    # Four stories on each of ten days, and a copy of each: eight articles a day, four stories.
    table = every_days(10, 1, each=8)
    table["copy_of"] = table["doc_id"].where(table.index % 2 == 1, "")
    assert (chosen(table), chosen(table, unit="articles")) == ("week", "day")
    assert {chosen(table, unit=unit) for unit in ("sentences", "words")} == {"week"}


def test_two_articles_get_years():
    assert chosen(every_days(2, 30)) == "year"


def test_no_article_that_counts_gets_years():
    assert chosen(articles(("U", None, None))) == chosen(articles()) == "year"
    assert chosen(every_days(9, 1).assign(date_class="B"), date_classes="A") == "year"


def test_auto_counts_the_periods_of_the_range_and_not_only_of_the_articles():
    # Ten days with eight articles each would be "day"; from 2015 that is over 2,600 days.
    table = every_days(10, 1, each=8)
    assert chosen(table) == "day"
    assert chosen(table, since="2015-01-01") == "quarter"


def test_a_choice_keeps_days_and_classes_and_a_period_that_is_wanted():
    wanted = Timeframe("auto", since="2022-01-01", date_classes="AB")
    assert choose_period(articles(), wanted) == Timeframe("year", "2022-01-01", "", "AB")
    assert choose_period(articles(), Timeframe("week")) == Timeframe("week")
