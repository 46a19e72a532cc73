from dataclasses import FrozenInstanceError

import pandas as pd
import pytest

from dateline.articles.timeframe import Timeframe, read_day
from dateline.errors import SettingError


def test_without_any_setting_it_takes_all_days_and_all_datable_articles_by_quarter():
    timeframe = Timeframe()
    assert (timeframe.period, timeframe.date_classes) == ("quarter", "ABC")
    assert (timeframe.first, timeframe.last) == (None, None)
    assert timeframe.takes_all


@pytest.mark.parametrize(
    "limit", [{"since": "2022-01-01"}, {"until": "2022-01-01"}, {"date_classes": "AB"}]
)
def test_days_and_classes_limit_it(limit):
    assert not Timeframe(**limit).takes_all


def test_a_period_limits_nothing_and_may_be_left_to_the_articles():
    assert Timeframe("auto").takes_all


def test_its_days_are_read():
    timeframe = Timeframe(since="2022-03-01", until="2022-03-01")
    assert timeframe.first == timeframe.last == pd.Timestamp(2022, 3, 1)


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ({"period": "fortnight"}, "choose one of day, week, month, quarter, year"),
        ({"date_classes": "B"}, "date_classes is 'B'; choose one of ABC, AB, A"),
        ({"date_classes": ""}, "choose one of ABC, AB, A"),
        ({"since": "2022-02-30"}, "since is '2022-02-30'"),
        ({"until": "soon"}, "until is 'soon'"),
        ({"since": "2023-01-01", "until": "2022-01-01"}, "since 2023-01-01 is after until"),
    ],
)
def test_a_setting_that_cannot_be_is_refused_when_it_is_made(settings, message):
    with pytest.raises(SettingError, match=message):
        Timeframe(**settings)


def test_it_cannot_be_changed_so_that_what_was_checked_holds():
    with pytest.raises(FrozenInstanceError):
        Timeframe().since = "soon"


def test_a_day_is_read_and_an_empty_one_is_not_set():
    assert read_day("2022-03-01") == pd.Timestamp(2022, 3, 1)
    assert read_day("") is None


@pytest.mark.parametrize("text", ["01/02/2022", "2022-3-1", "20220301", "2022-02-30", "soon"])
def test_anything_else_is_refused_with_the_way_to_write_it(text):
    with pytest.raises(SettingError, match=r"until is .* write YYYY-MM-DD"):
        read_day(text, "until")
