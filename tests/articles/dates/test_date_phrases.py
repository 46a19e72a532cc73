"""Phrases that are nothing but a date: what they mean, and which are declined."""

import csv
import json
import re
from collections import Counter
from datetime import date, datetime
from pathlib import Path

import pytest
from dateutil.relativedelta import relativedelta

from dateline.articles.dates.date_phrases import FORMS, read_phrase

CASES = json.loads((Path(__file__).parents[2] / "cases" / "date_phrases.json").read_text("utf-8"))

# The day on which each test of dateparser takes its phrases to be written.
BASES = {
    "test_dates_parsing": date(2012, 11, 13),
    "test_dates_parsing_with_normalization": date(2012, 11, 13),
    "test_preferably_past_dates": date(2015, 2, 15),
    "test_preferably_future_dates": date(2015, 2, 15),
    "test_dates_without_preference": date(2015, 2, 15),
    "test_extracted_period": date(2015, 2, 15),
    "test_freshness_date_with_relative_base": date(2010, 6, 4),
}
FRESHNESS = date(2014, 9, 1)
DISTANCE = re.compile(r"(ago|in_future|days_ago|timedelta)[=(](.*?)(?:$|[;)}])")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["label"])
def test_a_phrase_is_read_or_declined(case):
    base = date.fromisoformat(case["base"]) if case["base"] else None
    found = read_phrase(case["text"], base)
    assert (found and [*map(str, found)]) == case["expect"]


@pytest.mark.parametrize("text", ["10000 days ago", "999 years ago", "in 999 years"])
def test_a_distance_out_of_the_calendar_is_declined(text):
    assert read_phrase(text, date(2022, 3, 21)) is None


def test_every_form_has_a_case():
    claimed = {case["expect"][3] for case in CASES if case["expect"]}
    assert claimed == {"full date"} | {form for form, _, _ in FORMS}


def expected(row):
    """The base and the day that a test of dateparser expects; None for what is not known."""
    source = row["expected_source"]
    base = BASES.get(row["test"]) or (FRESHNESS if DISTANCE.search(source) else None)
    base = base or (FRESHNESS if "freshness" in row["file"] else None)
    if distance := DISTANCE.search(source):
        return base, at(base, *distance.groups())
    days = [
        date(*map(int, day)) for day in re.findall(r"date(?:time)?\((\d+), (\d+), (\d+)", source)
    ]
    if len(days) == 2 and ("today=" in source or "leap" in row["test"]):
        return days[0], days[1]
    return base, days[-1] if days else None


def at(base, direction, source):
    """The day at a distance such as `'years': 1, 'months': 2` from the base, None if too far."""
    if direction == "days_ago":
        source = f"'days': {source}"
    parts = re.findall(r"(\w+)'?[:=] ?([\d.]+)", source)
    units = {unit: float(number) if "." in number else int(number) for unit, number in parts}
    sign = -1 if "ago" in direction else 1
    try:
        return (datetime.combine(base, datetime.min.time()) + sign * relativedelta(**units)).date()
    except (ValueError, OverflowError):
        return None


def judge(row):
    base, day = expected(row)
    found = read_phrase(row["input"], base)
    if not found:
        return "declined"
    return "right" if day and found.earliest <= day <= found.latest else f"wrong: {row}"


@pytest.mark.real
def test_every_phrase_of_dateparser_that_is_claimed_is_right(shared):
    path = shared / "data" / "date_phrases" / "dateparser_ascii_cases.csv"
    with path.open(encoding="utf-8", newline="") as file:
        counts = Counter(judge(row) for row in csv.DictReader(file))
    assert counts == {"right": 177, "declined": 940}
