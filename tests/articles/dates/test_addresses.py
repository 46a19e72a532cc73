"""Dates in addresses: the article's own, links, and numbers that only look like dates."""

import json
from pathlib import Path

import pytest

from dateline.articles.dates.addresses import from_address, from_urls, is_related

CASES = Path(__file__).parents[2] / "cases"


def cases(*names):
    table = [case for name in names for case in json.loads((CASES / name).read_text("utf-8"))]
    return pytest.mark.parametrize("case", table, ids=lambda case: case["label"])


def row(piece):
    days = (day and day.isoformat() for day in (piece.earliest, piece.latest))
    return [piece.rule, *days, piece.strength]


@cases("dates_addresses.json", "dates_addresses_negatives.json")
def test_an_address_states_a_day_a_month_a_year_or_nothing(case):
    assert [row(piece) for piece in from_address(case["url"])] == case["expect"]


def test_a_known_order_leaves_one_reading():
    (piece,) = from_address("https://paper.example/03-04-2022/talks", day_order="month first")
    assert (str(piece.earliest), piece.either) == ("2022-03-04", "")


def test_the_address_of_metadata_quotes_itself():
    (piece,) = from_address("https://paper.example/2022/03/21/talks")
    assert (piece.text, piece.where) == ("https://paper.example/2022/03/21/talks", "metadata")


def test_a_link_with_two_readings_bounds_by_the_earlier_one():
    (piece,) = from_urls("As told (https://paper.example/03-04-2022/talks) before.\n" + "Text.\n")
    assert (str(piece.earliest), piece.latest, piece.strength) == ("2022-03-04", None, "bound")


def test_a_line_that_leads_elsewhere_is_related():
    assert [is_related(line) for line in ("Read more: Talks", "Read more of it")] == [True, False]
