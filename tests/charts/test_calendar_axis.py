import pandas as pd
import pytest

from dateline.articles.periods import period_starts
from dateline.charts.calendar_axis import choose_ticks, read_calendar
from dateline.charts.style import text_width


def ticks(first, last, period, room):
    """The labels of a calendar whose periods are `room` points wide; / stands for a new line."""
    starts = period_starts(pd.Timestamp(first), pd.Timestamp(last), period)
    _, labels = choose_ticks(read_calendar(pd.DataFrame({"period": starts})), room)
    return [label.strip().replace("\n", "/") for label in labels]


def test_wide_periods_are_all_labelled():
    assert ticks("2021-10-01", "2022-06-30", "quarter", 60) == ["Q4/2021", "Q1/2022", "Q2"]


def test_a_year_too_close_to_the_next_is_not_written():
    assert ticks("2021-10-01", "2022-06-30", "quarter", 22) == ["Q4", "Q1/2022", "Q2"]


def test_narrow_months_are_labelled_from_january_on():
    expected = ["Jan/2022", "Apr", "Jul", "Oct", "Jan/2023"]
    assert ticks("2021-12-01", "2023-02-28", "month", 10) == expected


def test_very_narrow_quarters_are_labelled_by_year():
    assert ticks("2019-04-01", "2023-06-30", "quarter", 8) == ["2020", "2021", "2022", "2023"]


def test_many_years_are_labelled_by_round_years():
    assert ticks("1998-01-01", "2024-12-31", "year", 7) == ["2000", "2005", "2010", "2015", "2020"]


def test_days_and_weeks_have_day_and_month():
    assert ticks("2022-03-07", "2022-03-20", "week", 60) == ["7 Mar/2022", "14 Mar"]
    assert ticks("2021-12-31", "2022-01-01", "day", 60) == ["31 Dec/2021", "1 Jan/2022"]


@pytest.mark.parametrize("period", ["day", "week", "month", "quarter", "year"])
@pytest.mark.parametrize("room", [0.2, 1, 5, 8, 30, 200])
def test_labels_never_overlap(period, room):
    starts = period_starts(pd.Timestamp("2000-01-01"), pd.Timestamp("2003-12-31"), period)
    numbers, labels = choose_ticks(read_calendar(pd.DataFrame({"period": starts})), room)
    names = [label.split("\n")[0] for label in labels]
    for place, following, name in zip(numbers, numbers[1:], names, strict=False):
        assert (following - place) * room > text_width(name, 9.5)


def test_the_edges_of_the_periods_are_those_of_the_calendar():
    starts = pd.to_datetime(["2022-01-01", "2022-02-01", "2022-03-01"])
    calendar = read_calendar(pd.DataFrame({"period": starts}))
    assert (calendar.edges[1:] - calendar.edges[:-1]).tolist() == [31, 28, 31]
    assert calendar.label(2) == "2022-03"


def test_even_columns_are_one_wide_whatever_the_month():
    starts = pd.to_datetime(["2022-01-01", "2022-02-01"])
    assert read_calendar(pd.DataFrame({"period": starts}), even=True).edges.tolist() == [0, 1, 2]
