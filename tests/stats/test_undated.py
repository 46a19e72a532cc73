"""Whether stories without a date differ from the others."""

from types import SimpleNamespace

import pandas as pd
import pytest

from dateline.articles.timeframe import Timeframe
from dateline.errors import SettingError
from dateline.stats.undated import UNDATED_COLUMNS, undated_differ

THEMES = SimpleNamespace(themes=[SimpleNamespace(name="trade"), SimpleNamespace(name="arms")])


def corpus(dated: int, undated: int) -> pd.DataFrame:
    day = pd.Timestamp("2022-03-01")
    table = pd.DataFrame({"doc_id": [f"d{number}" for number in range(dated + undated)]})
    days = [day] * dated + [pd.NaT] * undated
    table = table.assign(date=days, date_earliest=days, date_latest=days)
    classes = ["A"] * dated + ["U"] * undated
    return table.assign(date_class=classes, copy_of="", problem="", source="daily")


def mentions(*numbers: int, theme: str = "trade") -> pd.DataFrame:
    return pd.DataFrame({"doc_id": [f"d{number}" for number in numbers], "theme": theme})


def test_a_theme_of_the_undated_only_is_warned_of():
    table = undated_differ(mentions(*range(50, 58)), corpus(50, 10), THEMES).iloc[0]
    assert table["count":"undated_total"].tolist() == [0, 50, 8, 10]
    assert table["difference"] == 0.8 and table["low"] > 0 and table["differs"]


def test_the_bounds_are_newcombes_at_90_percent():
    # 56 of 70 minus 48 of 80, as in Newcombe 1998, case (a), there at 95 %: 0.0524 to 0.3339.
    found = undated_differ(mentions(*range(48), *range(80, 136)), corpus(80, 70), THEMES).iloc[0]
    assert found["difference"] == pytest.approx(0.2)
    assert 0.0524 < found["low"] < 0.2 < found["high"] < 0.3339


def test_two_undated_stories_without_a_theme_of_three_in_four_are_no_warning():
    # 42 of 57 and 0 of 2: p is 17/59 x 16/58 = .079 and warns; with 40 of 57 it is 19/59 x 18/58.
    tables = [undated_differ(mentions(*range(k)), corpus(57, 2), THEMES).iloc[0] for k in (42, 40)]
    assert [table["p"] for table in tables] == pytest.approx([0.0795, 0.0999], abs=5e-5)
    some = undated_differ(mentions(*range(38)), corpus(57, 2), THEMES).iloc[0]
    assert some["high"] < 0 and not some["differs"]


def test_a_theme_as_frequent_in_both_is_not_warned_of():
    table = undated_differ(mentions(*range(0, 60, 2)), corpus(50, 10), THEMES)
    assert table["differs"].tolist() == [False, False]


def test_without_undated_stories_there_is_no_difference_and_no_warning():
    table = undated_differ(mentions(0), corpus(5, 0), THEMES)
    assert table["difference"].isna().all() and not table["differs"].any()


def test_stories_known_too_badly_for_what_is_asked_are_compared_too():
    articles = corpus(6, 0)
    articles.loc[:2, "date_class"] = "B"
    table = undated_differ(mentions(0), articles, THEMES, timeframe=Timeframe(date_classes="A"))
    assert table.loc[0, "count":"undated_total"].tolist() == [0, 3, 1, 3]


def test_stories_outside_the_days_are_in_neither_group():
    late = Timeframe(since="2030-01-01")
    table = undated_differ(mentions(0), corpus(5, 2), THEMES, timeframe=late)
    assert table["total"].tolist() == [0, 0] and table["undated_total"].tolist() == [2, 2]


def test_the_columns_are_declared_and_in_order():
    table = undated_differ(mentions(0), corpus(3, 3), THEMES)
    assert {name: str(kind) for name, kind in table.dtypes.items()} == UNDATED_COLUMNS


def test_words_are_refused_as_they_do_not_have_dates():
    with pytest.raises(SettingError, match="stories, articles, outlets"):
        undated_differ(mentions(), corpus(1, 1), THEMES, unit="words")
