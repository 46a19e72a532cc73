"""The blind test: stated dates are hidden, and the answers are scored."""

import pandas as pd
import pytest

from dateline.articles import build_corpus
from dateline.articles.blind import blind_test, summarize_blind
from dateline.study import open_study

CALENDAR = """
[[events]]
id = "lima"
start = 2024-11-16
patterns = ["summit in Lima"]
"""
RIGHT = " date 2024-11-18 The leaders opened a summit in Lima on Saturday."
WRONG = " date 2025-03-03 The leaders opened a summit in Lima on Saturday."
SILENT = " date 2024-05-05 Nothing happened."
FILES = {
    "study.toml": 'calendar = "calendar.toml"\n[dating]\nworld_calendar = false\n',
    "calendar.toml": CALENDAR,
    "articles/right.txt": RIGHT,
    "articles/silent.txt": SILENT,
}


@pytest.fixture
def blind(make_study):
    """A function: more files by name, to the blind test of the study."""

    def run(more=None):
        return blind_test(build_corpus(open_study(make_study(FILES | (more or {})))))

    return run


def test_the_stated_date_is_hidden_and_the_text_tells(blind):
    row = blind().set_index("path").loc["right.txt"]
    assert (row["stated"], row["date_class"]) == (pd.Timestamp("2024-11-18"), "B")
    assert (row["off"], row["covered"]) == (-2, True)  # Saturday was the 16th


def test_an_article_that_tells_nothing_is_undated_and_no_error(blind):
    row = blind().set_index("path").loc["silent.txt"]
    assert (row["date_class"], row["covered"], row["silent_error"]) == ("U", True, False)


def test_a_narrow_answer_without_the_true_day_is_a_silent_error(blind):
    table = blind({"articles/wrong.txt": WRONG}).set_index("path")
    assert (table.loc["wrong.txt", "date_class"], table.loc["wrong.txt", "silent_error"]) == (
        "B",
        True,
    )
    assert table["silent_error"].sum() == 1


def test_the_score_counts_by_class_and_over_all(blind):
    score = summarize_blind(blind({"articles/wrong.txt": WRONG})).set_index("date_class")
    assert list(score.index) == ["A", "B", "C", "D", "U", "all"]
    assert score.loc["B", ["articles", "exact", "within_7", "covered"]].tolist() == [2, 0, 1, 1]
    assert score.loc["all", ["articles", "within_31", "silent_errors"]].tolist() == [3, 1, 1]


def test_articles_with_a_best_day_count_as_answered(blind):
    score = summarize_blind(blind()).set_index("date_class")
    assert score.loc["all", ["articles", "answered"]].tolist() == [2, 1]


def test_a_headline_with_the_stated_date_does_not_give_it_away(blind):
    text = "Talks, 21 March 2022\n\nPublished: 21 March 2022\n\nNobody came.\n"
    row = blind({"articles/told.txt": text}).set_index("path").loc["told.txt"]
    assert row["date_class"] == "U"


def test_articles_whose_stated_dates_disagree_are_not_tested(blind):
    text = "Published: 21 March 2022\n\nTalks.\n\nPublished: 29 March 2022\n"
    assert "two.txt" not in set(blind({"articles/two.txt": text})["path"])
