"""Dates in names of files and folders, which count only where a folder shares them."""

import json
from pathlib import Path

import pytest

from dateline.articles.dates.names import from_names

CASES = Path(__file__).parents[2] / "cases"


def cases(*names):
    table = [case for name in names for case in json.loads((CASES / name).read_text("utf-8"))]
    return pytest.mark.parametrize("case", table, ids=lambda case: case["label"])


def row(piece):
    return [*(day and day.isoformat() for day in (piece.earliest, piece.latest)), piece.strength]


def rows(names):
    found = from_names(names)
    return [[row(piece) for piece in found.get(name, ())] for name in names]


@cases("dates_names.json", "dates_names_negatives.json")
def test_names_state_days_bounds_or_nothing(case):
    assert rows(case["names"]) == case["expect"]


@pytest.mark.xfail(strict=True, reason="names alone do not tell")
@cases("dates_names_known_failures.json")
def test_what_the_rule_for_names_cannot_do_yet(case):
    assert rows(case["names"]) == case["expect"]


def test_few_days_of_many_files_may_be_those_of_saving():
    names = [f"{number}_2022-03-0{day}.txt" for day in (1, 2, 3) for number in range(6)]
    assert rows(names)[0] == [[None, "2022-03-01", "bound"]]


def test_a_paper_of_many_days_may_have_many_articles_each_day():
    names = [f"{number}_2022-03-0{day}.txt" for day in range(1, 9) for number in range(6)]
    assert rows(names)[0] == [["2022-03-01", "2022-03-01", "stated"]]


def test_the_order_of_paths_changes_nothing():
    names = ["x_21-03-2022.txt", "x_22-03-2022.txt", "2021/x.txt", "2022/y.txt", "2022/z.txt"]
    assert from_names(names) == from_names(reversed(names))


def test_the_evidence_quotes_the_date_in_the_name():
    found = from_names(["CHN_68_2013.txt", "CHN_69_2014.txt", "CHN_70_2015.txt"])
    (piece,) = found["CHN_69_2014.txt"]
    assert (piece.rule, piece.text, piece.where) == ("file name, year", "2014", "path")


def test_a_check_says_what_is_missing():
    (piece,) = from_names(["x_2022-03-01.txt"])["x_2022-03-01.txt"]
    assert piece.note == "file names have only 1 different dates there; 3 are needed, in 3 files"
