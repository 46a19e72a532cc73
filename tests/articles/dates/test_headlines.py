"""Dates in headlines: the article's own, and those that the headline is about."""

import json
from pathlib import Path

import pytest

from dateline.articles.dates.headlines import from_headline

CASES = Path(__file__).parents[2] / "cases"


def cases(name):
    table = json.loads((CASES / name).read_text("utf-8"))
    return pytest.mark.parametrize("case", table, ids=lambda case: case["label"])


def found(case):
    return list(from_headline(case["title"], day_order=case.get("order", "")))


def stated(case):
    pieces = [piece for piece in found(case) if piece.strength == "stated"]
    return [[str(piece.earliest), str(piece.latest)] for piece in pieces if not piece.yearless]


@cases("dates_headlines.json")
def test_a_headline_states_its_day(case):
    assert stated(case) == case.get("expect", [])
    assert [piece.yearless for piece in found(case) if piece.yearless] == (
        [case["yearless"]] if "yearless" in case else []
    )


@cases("dates_headlines_negatives.json")
def test_a_day_that_the_headline_is_about_is_a_check(case):
    pieces = found(case)
    assert {piece.strength for piece in pieces} <= {"check"}
    assert {piece.note for piece in pieces} == ({case["note"]} if case["note"] else set())


@pytest.mark.xfail(strict=True, reason="no word tells what the date is of")
@cases("dates_headlines_known_failures.json")
def test_what_the_rule_for_headlines_cannot_do_yet(case):
    assert stated(case) == case["expect"]


def test_two_readings_of_a_headline_share_their_key():
    one, other = from_headline("Press Briefing, 3/11/16")
    assert one.either == other.either == "2016-11-03 or 2016-03-11"


def test_a_headline_with_updated_is_a_bound_from_above():
    (piece,) = from_headline("Talks open (updated March 24, 2022)")
    assert (piece.earliest, str(piece.latest), piece.strength) == (None, "2022-03-24", "bound")


def test_the_evidence_quotes_the_date_in_the_headline():
    (piece,) = from_headline("Talks open, March 24, 2022")
    assert (piece.rule, piece.text, piece.where) == ("headline", "March 24, 2022", "raw")


def test_a_paragraph_is_no_headline():
    assert list(from_headline("Talks " * 50 + ", March 24, 2022")) == []
