"""Dates that an article states, and lines that only look like it."""

import json
from pathlib import Path

import pytest

from dateline.articles.clean import clean_text
from dateline.articles.dates.addresses import from_urls
from dateline.articles.dates.datelines import from_dateline
from dateline.articles.dates.resolve import resolve_dates
from dateline.articles.dates.stated import from_footer, from_header

CASES = Path(__file__).parents[2] / "cases"


def cases(name):
    table = json.loads((CASES / name).read_text("utf-8"))
    return pytest.mark.parametrize("case", table, ids=lambda case: case["label"])


def evidence(raw):
    place = clean_text(raw).fields.get("dateline", "")
    header = list(from_header(raw))
    cut = [piece for piece in from_dateline(place) if piece not in header]
    return [*header, *cut, *from_footer(raw), *from_urls(raw)]


def day(value):
    return value and value.isoformat()


@cases("dates_stated.json")
def test_a_raw_article_states_these_dates(case):
    found = [[e.rule, day(e.earliest), day(e.latest), e.strength] for e in evidence(case["raw"])]
    assert found == case["expect"]


@pytest.mark.xfail(strict=True, reason="forms that are not read, or read as the article's own")
@cases("dates_stated_known_failures.json")
def test_what_the_rules_for_stated_dates_cannot_do_yet(case):
    result = resolve_dates(evidence(case["raw"]))
    assert (day(result.best) or "undated") == case["expect"]


def test_evidence_quotes_what_it_read():
    (piece,) = evidence("Published: Friday, 4 February 2022\nText.")
    assert (piece.text, piece.where) == ("Friday, 4 February 2022", "raw")


def test_a_full_date_in_the_dateline_makes_class_a():
    result = resolve_dates(evidence("MOSCOW, Dec. 15, 2021 (Agency) — Talks open."))
    assert (result.date_class, day(result.best)) == ("A", "2021-12-15")


def test_a_day_without_a_year_keeps_its_weekday():
    (piece,) = evidence("Talks open\nFriday, March 18\nText.")
    assert (piece.text, piece.yearless) == ("Friday, March 18", "Fri 03-18")


def test_a_known_order_reads_figures():
    (piece,) = from_header("Published: 03/04/2022\nText.", day_order="day first")
    assert (day(piece.earliest), piece.either) == ("2022-04-03", "")
    assert piece.note == "day first, as in the other dates of the source"


def test_two_readings_share_their_key():
    one, other = from_header("Published: 03/04/2022\nText.")
    assert one.either == other.either == "2022-04-03 or 2022-03-04"
