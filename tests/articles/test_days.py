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
    MONTH_YEAR,
    end_of_month,
    first_of_month,
    read_date,
    valid_date,
)

CASES = Path(__file__).parents[1] / "cases"
READ = json.loads((CASES / "days.json").read_text("utf-8"))
NONE = json.loads((CASES / "days_negatives.json").read_text("utf-8"))
KNOWN_FAILURES = json.loads((CASES / "days_known_failures.json").read_text("utf-8"))


def day_in(text):
    """The day that a rule sees: the pattern finds it, the reader reads it."""
    found = re.search(DATE_WORDS, text, re.I)
    day = read_date(found.group()) if found else None
    return day.isoformat() if day else None


@pytest.mark.parametrize("case", READ, ids=lambda case: case["label"])
def test_a_full_date_is_read(case):
    assert day_in(case["text"]) == case["day"]


@pytest.mark.parametrize("case", NONE, ids=lambda case: case["label"])
def test_what_only_looks_like_a_date_is_not_read(case):
    assert day_in(case["text"]) is None


@pytest.mark.xfail(strict=True, reason="known failure; when it passes, move it to days.json")
@pytest.mark.parametrize("case", KNOWN_FAILURES, ids=lambda case: case["label"])
def test_a_known_failure_still_fails(case):
    assert day_in(case["text"]) == case["day"], case["why"]


@given(day=st.dates(date(1800, 1, 1), date(2099, 12, 31)))
@settings(derandomize=True)
@pytest.mark.parametrize("form", ["%Y-%m-%d", "%d %B %Y", "%A, %B %d, %Y", "%a %d %b %Y"])
def test_every_day_is_read_in_every_form(form, day):
    assert day_in(day.strftime(form)) == day.isoformat()


@given(text=st.text(alphabet="0123456789-/. march,"))
@settings(derandomize=True)
def test_reading_never_fails(text):
    assert read_date(text) is None or isinstance(read_date(text), date)


@pytest.mark.parametrize("year, good", [(1799, False), (1800, True), (2100, True), (2101, False)])
def test_a_year_that_cannot_be_meant_is_refused(year, good):
    assert (valid_date(year, 1, 1) is not None) is good


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


@pytest.mark.parametrize(
    "month, year, last", [("Feb.", "2024", 29), ("february", "2023", 28), ("DECEMBER", "2022", 31)]
)
def test_a_month_runs_from_its_first_to_its_last_day(month, year, last):
    first = first_of_month(month, year)
    assert (first.day, end_of_month(first)) == (1, first.replace(day=last))
