"""Days in words and figures: what is read, what is none, and what is known to be misread."""

import json
import re
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.articles.days import (
    DATE_WORDS,
    DAY_FIRST,
    MONTH_FIRST,
    MONTH_YEAR,
    find_days,
    read_date,
)

CASES = Path(__file__).parents[1] / "cases"
READ = json.loads((CASES / "days.json").read_text("utf-8"))
NONE = json.loads((CASES / "days_negatives.json").read_text("utf-8"))
KNOWN_FAILURES = json.loads((CASES / "days_known_failures.json").read_text("utf-8"))
FORMS = [
    "%Y-%m-%d",
    "%d %B %Y",
    "%A, %B %d, %Y",
    "%a %d %b %Y",
    "%Y年%m月%d日",
    "%a %b %d %H:%M:%S %Y",
]


def day_in(text):
    day = read_date(text)
    return day.isoformat() if day else None


@pytest.mark.parametrize("case", READ, ids=lambda case: case["label"])
def test_a_full_date_is_read(case):
    assert day_in(case["text"]) == case["day"]


@pytest.mark.parametrize("case", READ, ids=lambda case: case["label"])
def test_the_pattern_finds_what_is_read(case):
    found = re.search(DATE_WORDS, case["text"], re.I)
    assert [found.span()] == [(day.start, day.end) for day in find_days(case["text"])]


@pytest.mark.parametrize("case", NONE, ids=lambda case: case["label"])
def test_what_only_looks_like_a_date_is_not_read(case):
    assert day_in(case["text"]) is None


@pytest.mark.xfail(strict=True, reason="known failure; when it passes, move it to days.json")
@pytest.mark.parametrize("case", KNOWN_FAILURES, ids=lambda case: case["label"])
def test_a_known_failure_still_fails(case):
    assert day_in(case["text"]) == case["day"], case["why"]


@given(day=st.dates(date(1800, 1, 1), date(2099, 12, 31)))
@settings(derandomize=True, deadline=None)
@pytest.mark.parametrize("form", FORMS)
def test_every_day_is_read_in_every_form(form, day):
    assert day_in(day.strftime(form)) == day.isoformat()


@given(text=st.text(alphabet="0123456789-/. march,年月日"))
@settings(derandomize=True, deadline=None)
def test_reading_never_fails(text):
    assert read_date(text) is None or isinstance(read_date(text), date)


def test_two_dates_are_not_one():
    assert read_date("21 March 2022 to 22 March 2022") is None


def test_of_two_readings_the_first_is_day_first():
    readings = next(find_days("03/04/2022")).readings
    assert dict(zip((DAY_FIRST, MONTH_FIRST), readings, strict=True)) == {
        "day first": date(2022, 4, 3),
        "month first": date(2022, 3, 4),
    }


@pytest.mark.parametrize(
    "text, found",
    [
        ("in March 2022", ("March", "2022")),
        ("since Sept. 2022", ("Sept.", "2022")),
        ("on 4 March 2022", None),
        ("in Marches 2022", None),
        ("in March 20221", None),
    ],
)
def test_a_month_and_its_year_are_found_without_a_day(text, found):
    match = re.search(MONTH_YEAR, text, re.I)
    assert (match and (match["month"], match["year"])) == found
