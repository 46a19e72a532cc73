"""Days without a year: what is read and what is declined."""

import json
from pathlib import Path

import pytest

from dateline.articles.yearless_dates import find_yearless

CASES = json.loads((Path(__file__).parents[1] / "cases" / "days_yearless.json").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["label"])
def test_days_without_a_year(case):
    days = [[day.month, day.day, day.weekday] for day in find_yearless(case["text"])]
    assert days == case["days"]


def test_the_place_of_a_day_includes_its_weekday():
    text = "Rome, Friday, 18 March"
    day = next(find_yearless(text))
    assert text[day.start : day.end] == "Friday, 18 March"
