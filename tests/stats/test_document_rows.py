import pandas as pd
import pytest

from dateline.articles import Timeframe
from dateline.stats.document_rows import ROW_COLUMNS, tabulate_rows

THEMES = ["sanctions", "arms"]


@pytest.fixture
def found(articles) -> pd.DataFrame:
    """Every article has 100 words."""
    paths = [f"folder/{name}.txt" for name in articles["doc_id"]]
    return articles.assign(title="", path=paths, text="word " * 100)


def test_each_counted_story_has_a_row_for_each_theme_by_its_first_day(mentions, found):
    rows = tabulate_rows(mentions, found, THEMES)
    assert list(zip(rows["name"], rows["theme"], rows["mentions"], strict=True)) == [
        ("a1", "sanctions", 3), ("a1", "arms", 0),
        ("a2", "sanctions", 0), ("a2", "arms", 0),
        ("b1", "sanctions", 0), ("b1", "arms", 0),
    ]  # fmt: skip


def test_three_mentions_in_a_hundred_words_are_300_in_ten_thousand(mentions, found):
    first = tabulate_rows(mentions, found, THEMES).iloc[0]
    assert (first["words"], first["per_10000"]) == (100, 300)


def test_a_story_of_some_days_keeps_both(mentions, found):
    last = tabulate_rows(mentions, found, THEMES).iloc[-1]
    assert (last["earliest"].day, last["latest"].day, last["date_class"]) == (1, 8, "B")


def test_stories_outside_the_days_chosen_have_no_row(mentions, found):
    rows = tabulate_rows(mentions, found, THEMES, timeframe=Timeframe(since="2022-08-01"))
    assert set(rows["name"]) == {"b1"}


def test_without_a_theme_or_an_article_the_columns_stay(mentions, found):
    for rows in (tabulate_rows(mentions, found, []), tabulate_rows(mentions, found[:0], THEMES)):
        assert rows.empty and list(rows) == list(ROW_COLUMNS)
