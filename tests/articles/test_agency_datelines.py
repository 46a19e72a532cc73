"""Datelines with the name of an agency: what is cut and read, and what only looks like one."""

import json
from pathlib import Path

import pytest

from dateline.articles.agency_datelines import find_agency_dateline, is_one_of_several
from dateline.articles.clean import clean_text
from dateline.articles.dates.resolve import resolve_dates
from dateline.articles.dates.statements import from_statements
from dateline.sources import RawArticle

CASES = json.loads(
    (Path(__file__).parents[1] / "cases" / "datelines_agency.json").read_text("utf-8")
)
WIRE = "BEIJING, March 15 (Xinhua) -- The council met on Tuesday."
YEAR = "Updated 5 June 2022\n\n"
SINCE = " It had met in January 2022."


def dated(raw):
    """The evidence of the datelines, and what all statements come to."""
    pieces = list(from_statements(RawArticle("a.txt", raw, "utf-8"), clean_text(raw)))
    return [piece for piece in pieces if piece.rule == "dateline"], resolve_dates(pieces)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["label"])
def test_a_dateline_is_cut_and_states_its_day(case):
    raw = f"Talks open\n\n{case['line']}"
    cut = [one.text for one in clean_text(raw).removals if one.rule == "dateline"]
    (piece,), _ = dated(raw)
    assert cut == [case["dateline"]]
    assert (piece.yearless or str(piece.earliest)) == case["day"]


@pytest.mark.parametrize(
    "line",
    ["Conference in Rome, March 15 (Reuters) - They met.", "Ann Smith, March 15 (AP) - They met.",
     "Paris, March 15 (the day it rained) - They met.", "Paris, March 45 (AP) - They met.",
     "The report of Rome, March 15 (AP) was wrong.", "Rome, March 15 (Apollo) - They met."],
)  # fmt: skip
def test_what_only_looks_like_a_dateline_stays(line):
    assert find_agency_dateline([line]) is None
    assert line in clean_text(f"Talks open\n\n{line}").text


def test_without_a_year_in_the_other_evidence_the_day_dates_nothing():
    (piece,), result = dated(WIRE)
    assert (piece.yearless, result.date_class) == ("03-15", "U")
    assert result.unused[0].note == "nothing else gives the year"


def test_a_copyright_year_is_no_year_of_a_dateline():
    assert dated(f"{WIRE}\n© 2022 The Paper")[1].date_class == "U"


@pytest.mark.parametrize(
    ("raw", "doubt"),
    [
        (f"{WIRE}\nROME, May 9 (AP) - Talks end.", "one of several such lines"),
        (f"{WIRE}\nROME, May 9 — Talks end.", "one of several such lines"),
        (f"{'The council met and heard. ' * 9}\n{WIRE}", "not at the head of the first paragraph"),
        (
            WIRE.replace("The council", "Photo: the council"),
            "may be the caption of a picture",
        ),
    ],
)
def test_a_doubted_dateline_is_a_check(raw, doubt):
    pieces, _ = dated(f"Talks\n{YEAR}{raw}{SINCE}")
    assert {(piece.strength, piece.note) for piece in pieces} == {("check", doubt)}


def test_datelines_of_one_day_are_of_one_report():
    assert not is_one_of_several([WIRE, "ROME, March 15 (AP) - They met."])
