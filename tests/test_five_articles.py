"""A corpus that can be counted by hand, through the command line."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from click.testing import CliRunner

from dateline.cli import main

CODEBOOK = """
[themes.trade]
terms = ["tariff*"]

[themes.taiwan]
terms = ["Taiwan"]
"""
# January: two stories, one on tariffs, and a copy of it the next day. February: nothing.
# March: one story, on tariffs and Taiwan. And one article on tariffs that nobody can date.
ARTICLES = {
    "a.txt": " date 2022-01-10 New tariffs were announced, and the markets fell at once.",
    "b.txt": " date 2022-01-20 The gardens of the city opened early after a mild winter.",
    "c.txt": " date 2022-03-05 Taiwan answered with tariffs of its own on imported fruit.",
    "d.txt": "Tariffs are taxes that a customs officer collects at a border.",
    "e.txt": " date 2022-01-11 New tariffs were announced, and the markets fell at once.",
}


@pytest.fixture
def study(make_study) -> Path:
    return make_study({"codebook.toml": CODEBOOK, **ARTICLES})


def run(*arguments: object) -> list[dict[str, str]]:
    result = CliRunner().invoke(main, [str(argument) for argument in arguments])
    assert result.exit_code == 0, result.stderr
    return list(csv.DictReader(io.StringIO(result.stdout)))


def counts(rows: list[dict[str, str]], theme: str) -> list[tuple[str, str, str, str]]:
    return [
        (row["period"], row["count"], row["total"], row["share"])
        for row in rows
        if row["theme"] == theme
    ]


def test_stories_count_copies_once_and_a_month_without_stories_is_a_gap(study: Path) -> None:
    rows = run("count", study, "--period", "month")
    assert counts(rows, "trade") == [
        ("2022-01-01", "1.0", "2.0", "0.5"),
        ("2022-02-01", "0.0", "0.0", ""),
        ("2022-03-01", "1.0", "1.0", "1.0"),
    ]


def test_a_month_with_stories_and_no_mention_is_zero(study: Path) -> None:
    rows = run("count", study, "--period", "month")
    assert counts(rows, "taiwan")[0] == ("2022-01-01", "0.0", "2.0", "0.0")


def test_articles_count_every_copy(study: Path) -> None:
    rows = run("count", study, "--period", "year", "--unit", "articles")
    # a, b, c and e are dated; a, c and e mention tariffs.
    assert counts(rows, "trade") == [("2022-01-01", "3.0", "4.0", "0.75")]


def test_the_interval_is_wilsons(study: Path) -> None:
    row = run("count", study, "--period", "month")[0]
    # 1 of 2: centre 1/2, half-width z sqrt(1/8 + z²/16) / (1 + z²/2) with z = 1.959964: 0.40547.
    assert (row["method"], row["low"], row["high"]) == ("wilson", "0.0945", "0.9055")


def test_a_range_of_days_leaves_out_the_rest(study: Path) -> None:
    rows = run("count", study, "--period", "month", "--since", "2022-03-01")
    assert counts(rows, "trade") == [("2022-03-01", "1.0", "1.0", "1.0")]


def test_an_article_of_some_days_is_divided_among_its_months(study: Path) -> None:
    # Somebody knows more: d is of the last day of January or the first three of February.
    decided = "article,earliest,latest,note\nd.txt,2022-01-31,2022-02-03,x\n"
    (study / "dates.csv").write_text(decided)
    rows = run("count", study, "--period", "month", "--until", "2022-02-28")
    assert counts(rows, "trade") == [
        ("2022-01-01", "1.25", "2.25", "0.5556"),
        ("2022-02-01", "0.75", "0.75", "1.0"),
    ]


def test_only_stated_dates_count_where_only_these_are_asked_for(study: Path) -> None:
    rows = run("count", study, "--period", "year", "--date-classes", "A")
    assert counts(rows, "trade") == [("2022-01-01", "2.0", "3.0", "0.6667")]


def test_the_articles_table_says_how_each_is_dated_and_what_is_a_copy(study: Path) -> None:
    rows = {row["path"]: row for row in run("articles", study)}
    assert "text" not in rows["a.txt"]
    assert [rows[name]["date_class"] for name in sorted(rows)] == ["A", "A", "A", "U", "A"]
    assert rows["d.txt"]["date"] == ""
    assert rows["e.txt"]["copy_of"] == rows["a.txt"]["doc_id"] and not rows["a.txt"]["copy_of"]


def test_each_count_opens_its_sentences(study: Path) -> None:
    rows = run("passages", study, "--theme", "trade", "--since", "2022-03-01")
    assert [(row["keyword"], row["path"]) for row in rows] == [("tariffs", "c.txt")]
    assert rows[0]["pre"] == "Taiwan answered with "


def test_the_order_of_passages_is_that_of_the_dates_with_undated_ones_last(study: Path) -> None:
    rows = run("passages", study, "--theme", "trade")
    assert [row["path"] for row in rows] == ["a.txt", "e.txt", "c.txt", "d.txt"]
