"""How dates are known, for people: by rule, undated, in conflict, and as lines for dates.csv."""

import csv
from io import StringIO

import pytest

from dateline.articles import build_corpus
from dateline.articles.known_dates import (
    date_lines,
    draft_decisions,
    list_conflicts,
    list_overruled,
    list_undated,
    summarize_rules,
)
from dateline.study import open_study

FILES = {
    "study.toml": "[dating]\nworld_calendar = false\n",
    "articles/a.txt": " date 2022-03-21 Talks on trade open.\n",
    "articles/b.txt": "Published: 21 March 2022\n\nTalks.\n\nPublished: 29 March 2022\n",
    "articles/c.txt": "A quiet day\n\nNothing had happened since March 2022.\n",
    "articles/d.txt": "A quieter day\n\nNothing at all.\n",
}


@pytest.fixture
def corpus(make_study):
    """A function: more files by name, to the corpus of the study."""

    def build(more=None):
        return build_corpus(open_study(make_study(FILES | (more or {}))))

    return build


def test_each_rule_is_counted_once_per_article_that_needs_it(corpus):
    rules = summarize_rules(corpus()).set_index(["date_class", "rule"])
    assert rules.loc[("A", "header line"), "articles"] == 1
    assert rules.loc[("U", "month mentioned"), "example"] == "since March 2022"


def test_undated_articles_come_with_what_bounds_them(corpus):
    undated = list_undated(corpus()).set_index("path")
    assert undated.loc["c.txt", "interval"] == "2022-03-01..?"
    assert undated.loc["c.txt", "evidence"] == "“since March 2022” (month mentioned)"
    assert undated.loc["d.txt", "interval"] == "no date found"


def test_a_date_that_was_declined_says_why(corpus):
    built = corpus({"articles/20220321-e.txt": "A third quiet day\n\nNothing.\n"})
    declined = list_undated(built).set_index("path").loc["20220321-e.txt", "declined"]
    assert declined.startswith("“20220321” (file name: ")


def test_each_side_of_a_conflict_is_a_row(corpus):
    conflicts = list_conflicts(corpus())
    assert list(conflicts["path"]) == ["b.txt", "b.txt"]
    assert list(conflicts["interval"]) == ["2022-03-21", "2022-03-29"]


def test_a_decision_that_the_text_contradicts_is_shown_with_the_text(corpus):
    decided = "article,earliest,latest,note\na.txt,2021-01-01,,seen\n"
    conflicts = list_conflicts(corpus({"dates.csv": decided}))
    assert list(conflicts.loc[conflicts["path"] == "a.txt", "rule"]) == ["dates.csv", "header line"]


def test_the_draft_has_a_line_for_each_answer_and_each_undated_article(corpus):
    draft = draft_decisions(corpus())
    assert list(draft["article"]) == ["c.txt", "d.txt", "b.txt", "b.txt"]
    assert list(draft["earliest"]) == ["", "", "2022-03-21", "2022-03-29"]
    assert draft["note"][0] == "2022-03-01..? “since March 2022” (month mentioned)"


def test_the_draft_proposes_nothing_that_is_decided(corpus):
    decided = (
        "article,earliest,latest,note\nc.txt,2021-01-01,2022-12-31,asked\nb.txt,2022-03-21,,s\n"
    )
    assert list(draft_decisions(corpus({"dates.csv": decided}))["article"]) == ["d.txt"]


def test_a_line_of_the_draft_can_be_copied_into_dates_csv(corpus):
    line = draft_decisions(corpus()).iloc[2]
    text = StringIO()
    csv.writer(text).writerows([["article", "earliest", "latest", "note"], list(line)])
    row = corpus({"dates.csv": text.getvalue()}).articles.set_index("path").loc["b.txt"]
    assert (row["date_class"], f"{row['date']:%Y-%m-%d}") == ("A", "2022-03-21")


def test_a_line_says_interval_class_words_and_rule(corpus):
    lines = date_lines(corpus())
    assert lines[0] == ("a.txt  2022-03-21, best 2022-03-21, class A: “2022-03-21” (header line)")
    assert lines[3] == "d.txt  no date found, class U"


TABLE = {"articles/t.csv": "title,date,text\nOne,03/12/2022,Talks.\nTwo,05/02/2023,War.\n,,Arms.\n"}


def test_articles_of_one_file_are_told_apart(corpus):
    lines = [line for line in date_lines(corpus(TABLE)) if line.startswith("t.csv")]
    assert lines[1].startswith("t.csv, article 2, “Two”  2023-02-05..2023-05-02")
    assert lines[2] == "t.csv, article 3  no date found, class U"


def test_the_draft_says_which_article_of_the_file_is_meant(corpus):
    notes = draft_decisions(corpus(TABLE))["note"].tolist()
    assert "t.csv, article 2, “Two”: column:date: 05/02/2023" in notes
    assert "t.csv, article 3: no date found" in notes


def test_a_decision_for_one_answer_leaves_no_conflict(corpus):
    decided = "article,earliest,latest,note\nb.txt,2022-03-21,,seen\n"
    built = corpus({"dates.csv": decided})
    assert "b.txt" not in set(list_conflicts(built)["path"])
    (row,) = list_overruled(built).itertuples()
    assert (row.path, row.decided, row.interval) == ("b.txt", "2022-03-21", "2022-03-29")
