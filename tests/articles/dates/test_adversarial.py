"""Invented articles in which a wrong date is tempting: no true day outside its interval."""

import json
from datetime import date
from pathlib import Path

import pytest

from dateline.articles import clean_text, date_article, load_calendar
from dateline.articles.dates.evidence import DATED
from dateline.sources import RawArticle

CASES = json.loads(
    (Path(__file__).parents[2] / "cases" / "dates_adversarial.json").read_text("utf-8")
)


@pytest.fixture(scope="module")
def calendar(root):
    return load_calendar(root / "seeds" / "calendar.toml")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["label"])
def test_no_article_is_dated_wrongly_without_a_word(case, calendar):
    raw = case["raw"]
    result = date_article(RawArticle("a.txt", raw, "utf-8"), clean_text(raw), calendar)
    assert result.date_class == case["date_class"]
    if case["truth"]:
        first, last = result.earliest or date.min, result.latest or date.max
        assert first <= date.fromisoformat(case["truth"]) <= last
    else:
        assert result.date_class not in DATED
