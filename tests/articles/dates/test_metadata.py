"""What names of dates in metadata mean, and what their values say."""

import json
from pathlib import Path

import pytest

from dateline.articles.dates.metadata import from_metadata

CASES = Path(__file__).parents[2] / "cases"


def cases(name):
    table = json.loads((CASES / name).read_text("utf-8"))
    return pytest.mark.parametrize("case", table, ids=lambda case: case["label"])


def row(piece):
    return [*(day and day.isoformat() for day in (piece.earliest, piece.latest)), piece.strength]


@cases("dates_metadata.json")
def test_metadata_state_days_bounds_or_checks(case):
    found = from_metadata(
        [tuple(pair) for pair in case["metadata"]], day_order=case.get("order", "")
    )
    assert [row(piece) for piece in found] == case["expect"]


def test_the_evidence_names_its_field_and_quotes_its_value():
    (piece,) = from_metadata([("column:publish_date", "21 March 2022")])
    assert (piece.rule, piece.text, piece.where) == (
        "column:publish_date",
        "21 March 2022",
        "metadata",
    )


def test_the_day_as_written_is_the_best_one():
    (piece,) = from_metadata([("json-ld:datePublished", "2022-03-21T02:15:00Z")])
    assert str(piece.best) == "2022-03-21"


def test_what_htmldate_found_says_so():
    (piece,) = from_metadata([("htmldate:strict", "2022-03-21")])
    assert piece.note == "found by htmldate in strict mode"


def test_a_name_that_is_not_known_says_so():
    (piece,) = from_metadata([("column:foo", "2022-03-21")])
    assert piece.note == "what “foo” means is not known"


def test_when_a_file_was_made_is_told_in_words():
    (piece,) = from_metadata([("file:created", "2022-03-21T10:00:00Z")])
    assert piece.note == "the day on which the file was made, often before its text was written"


def test_the_stamp_of_a_template_is_no_bound():
    (piece,) = from_metadata([("file:modified", "2013-12-23T23:15:00Z")])
    assert (piece.strength, piece.note) == ("check", "the stamp of a template")


def test_a_long_value_is_a_text():
    (piece,) = from_metadata([("column:date", "He came on 21 March 2022. " * 9)])
    assert (piece.strength, piece.note) == ("check", "not read as one date")
