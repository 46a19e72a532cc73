import pandas as pd
import pytest

from dateline.errors import SettingError
from dateline.stats.grouping import group_sizes


def table_of(**sizes):
    groups = [name for name, size in sizes.items() for _ in range(size)]
    return pd.DataFrame({"doc_id": [f"d{n}" for n in range(len(groups))], "group": groups})


def test_groups_of_five_or_more_have_their_sizes():
    assert group_sizes(table_of(late=5, early=7, other=1), "late", "early") == (5, 7)


def test_a_group_of_four_articles_is_refused():
    with pytest.raises(SettingError, match=r"'late' has 4 articles.*choose a wider group"):
        group_sizes(table_of(late=4, early=7), "late", "early")


def test_an_empty_group_is_refused():
    with pytest.raises(SettingError, match="group 'never' has 0 articles"):
        group_sizes(table_of(late=9), "late", "never")


def test_a_group_is_not_compared_with_itself():
    with pytest.raises(SettingError, match="with itself"):
        group_sizes(table_of(late=9), "late", "late")


def test_an_article_listed_twice_is_refused():
    table = table_of(late=9, early=9)
    with pytest.raises(SettingError, match="article d0 is listed twice"):
        group_sizes(pd.concat([table, table.iloc[:1]]), "late", "early")
