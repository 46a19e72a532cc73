"""Invented articles in which a wrong date is tempting: no true day outside its interval."""

import json
from datetime import date
from pathlib import Path

import pytest

from dateline.articles import clean_text, date_article, load_calendar
from dateline.articles.dates.evidence import DATED
from dateline.sources import RawArticle

CASES = Path(__file__).parents[2] / "cases"


def cases(name):
    found = json.loads((CASES / name).read_text("utf-8"))
    return pytest.mark.parametrize("case", found, ids=lambda case: case["label"])


@pytest.fixture(scope="module")
def calendar(root):
    return load_calendar(root / "seeds" / "calendar.toml")


def dated(case, calendar):
    raw = case["raw"]
    return date_article(RawArticle("a.txt", raw, "utf-8"), clean_text(raw), calendar)


def holds(result, day):
    first, last = result.earliest or date.min, result.latest or date.max
    return first <= date.fromisoformat(day) <= last


@cases("dates_adversarial.json")
def test_no_article_is_dated_wrongly_without_a_word(case, calendar):
    result = dated(case, calendar)
    # Those of which the rules in METHODS read the date have to be dated, so that none is all.
    assert result.date_class in DATED or not case.get("dated")
    if case["truth"]:
        assert holds(result, case["truth"])
    else:
        assert result.date_class not in DATED


@pytest.mark.xfail(strict=True, reason="the interval ends with the day that the text tells of")
@cases("dates_adversarial_known_failures.json")
def test_a_known_failure_still_fails(case, calendar):
    assert holds(dated(case, calendar), case["truth"])
