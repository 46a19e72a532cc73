"""Dates in headlines: the article's own, and those that the headline is about."""

import json
from pathlib import Path

import pytest

from dateline.articles.dates.headlines import Form, from_headline, headline_forms

CASES = Path(__file__).parents[2] / "cases"


def cases(name):
    table = json.loads((CASES / name).read_text("utf-8"))
    return pytest.mark.parametrize("case", table, ids=lambda case: case["label"])


def found(case):
    forms = frozenset([Form(*case["form"])] if "form" in case else [])
    return list(from_headline(case["title"], day_order=case.get("order", ""), forms=forms))


def stated(case):
    pieces = [piece for piece in found(case) if piece.strength == "stated"]
    return [[str(piece.earliest), str(piece.latest)] for piece in pieces if not piece.yearless]


@cases("dates_headlines.json")
def test_a_headline_states_its_day(case):
    assert stated(case) == case.get("expect", [])
    assert [piece.yearless for piece in found(case) if piece.yearless] == (
        [case["yearless"]] if "yearless" in case else []
    )


@cases("dates_headlines.json")
def test_without_the_form_of_its_source_only_a_kind_of_text_states_a_day(case):
    pieces = from_headline(case["title"], day_order=case.get("order", ""))
    assert {piece.strength for piece in pieces} == ({"check"} if "form" in case else {"stated"})


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
    (piece,) = from_headline("Statement, March 24, 2022")
    assert (piece.rule, piece.text, piece.where) == ("headline", "March 24, 2022", "raw")


def test_a_paragraph_is_no_headline():
    assert list(from_headline("Talks " * 50 + ", March 24, 2022")) == []


@pytest.mark.parametrize(
    "title",
    [
        "Report generated: 5 May 2020",
        "Exported: 5 May 2020",
        "Downloaded from gazette.example, 5 May 2020",
        "Heruntergeladen: 5. Mai 2020",
        "Fecha de consulta: 5 de mayo de 2020",
        "Access: 5 May 2020",
        "Google cache: 5 May 2020",
        "Today's date: 5 May 2020",
        "Search results: 5 May 2020",
    ],
)
def test_a_first_line_that_tells_when_it_was_saved_is_a_bound_from_above(title):
    (piece,) = from_headline(title)
    assert (piece.earliest, str(piece.latest), piece.strength) == (None, "2020-05-05", "bound")


def test_three_headlines_with_different_days_make_a_form():
    titles = [f"Talks open - {day} March 2022" for day in (3, 14, 25)]
    forms = headline_forms(("paper", title) for title in titles)
    assert forms == {"paper": {Form("end", "words", "-")}}


def test_two_headlines_or_one_day_make_no_form():
    assert headline_forms(("paper", f"Talks - {day} March 2022") for day in (3, 14)) == {}
    assert headline_forms(("paper", f"Talks {n} - 3 March 2022") for n in range(9)) == {}


def test_a_form_of_fewer_than_half_of_the_dated_headlines_does_not_count():
    events = ["{}: Talks", "Talks, {}", "Talks ({})", "Talks | {}"]
    titles = [form.format(f"{day} May 2022") for form in events for day in (3, 14, 25)]
    assert headline_forms(("events", title) for title in titles) == {}


def test_a_form_with_a_day_of_history_does_not_count():
    titles = ["Siege: July 1, 1916", "Fire: May 2, 2001", "Flood: May 3, 2002", "Vote: May 4, 2003"]
    assert headline_forms(("almanac", title) for title in titles) == {}


def test_forms_are_those_of_one_source():
    titles = [f"Talks - {day} March 2022" for day in (3, 14, 25)]
    forms = headline_forms([*(("paper", title) for title in titles), ("other", titles[0])])
    assert list(forms) == ["paper"]
