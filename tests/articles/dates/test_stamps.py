"""Page stamps of print, a browser's print, and copyright lines."""

import json
from pathlib import Path

import pytest

from dateline.articles.dates.stamps import from_copyright, from_page_stamps, from_print

CASES = Path(__file__).parents[2] / "cases"
TABLE = json.loads((CASES / "dates_stamps.json").read_text("utf-8"))


def row(piece):
    days = (day and day.isoformat() for day in (piece.earliest, piece.latest))
    return [piece.rule, *days, piece.strength]


@pytest.mark.parametrize("case", TABLE, ids=lambda case: case["label"])
def test_marks_of_print_state_bound_or_say_nothing(case):
    raw = case["raw"]
    found = [*from_page_stamps(raw), *from_print(raw), *from_copyright(raw)]
    assert [row(piece) for piece in found] == case["expect"]


def test_a_page_stamp_in_the_middle_is_passed_over():
    lines = ["Line."] * 10
    assert list(from_page_stamps("\n".join([*lines, "Page 4 | 24 March 2022", *lines]))) == []


def test_a_known_order_reads_a_page_stamp():
    (piece,) = from_page_stamps("Page 4 | 03/04/2022\nText.", day_order="day first")
    assert str(piece.earliest) == "2022-04-03"
