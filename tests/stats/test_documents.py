import pytest

from dateline.articles.timeframe import Timeframe
from dateline.errors import SettingError
from dateline.stats.documents import DOCUMENT_COLUMNS, tabulate_documents, theme_columns
from dateline.stats.series import count_by_period

THEMES = ["sanctions", "trade", "arms"]


@pytest.fixture
def sourced(articles):
    return articles.assign(source=["A", "A", "B", "B", "B"])


def test_each_counted_story_has_a_row_with_its_themes(mentions, sourced):
    table = tabulate_documents(mentions, sourced, THEMES)
    assert table["doc_id"].tolist() == ["a1", "a2", "b1"]
    assert table["source"].tolist() == ["A", "A", "B"]
    assert table[THEMES].to_numpy().tolist() == [[1, 1, 0], [0, 0, 0], [0, 1, 0]]
    assert (table[["weight", "size"]] == 1).all(axis=None)


def test_a_story_that_may_be_of_two_periods_has_two_rows(mentions, sourced):
    table = tabulate_documents(mentions, sourced, THEMES, timeframe=Timeframe("week"))
    parts = table[table["doc_id"] == "b1"]
    # 1 August 2022 is a Monday: seven of the eight days are of that week.
    assert parts["weight"].tolist() == [7 / 8, 1 / 8]
    assert parts["trade"].tolist() == [1, 1]


def test_the_rows_add_up_to_the_series(mentions, sourced, codebook):
    table = tabulate_documents(mentions, sourced, THEMES, unit="articles")
    series = count_by_period(mentions, sourced, codebook, unit="articles")
    sums = (table[THEMES].mul(table["weight"], axis=0)).groupby(table["period"]).sum()
    found = series.pivot(index="period", columns="theme", values="count")[THEMES]
    assert found.loc[sums.index].to_numpy().tolist() == sums.to_numpy().tolist()


def test_a_theme_that_has_the_name_of_a_column_is_refused(mentions, sourced):
    with pytest.raises(SettingError, match="theme 'size'"):
        tabulate_documents(mentions, sourced, ["trade", "size"])


def test_all_other_columns_are_themes(mentions, sourced):
    table = tabulate_documents(mentions, sourced, THEMES)
    assert theme_columns(table.assign(group="a")) == THEMES
    assert list(table)[: len(DOCUMENT_COLUMNS)] == list(DOCUMENT_COLUMNS)
    with pytest.raises(SettingError, match="no column of a theme"):
        theme_columns(table[list(DOCUMENT_COLUMNS)])
