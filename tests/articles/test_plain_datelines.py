"""Datelines of place, full date and a dash: what is cut, what is stated, what is only doubted."""

import json
from pathlib import Path

import pytest

from dateline.articles.clean import clean_text
from dateline.articles.dates.stated import from_header
from dateline.articles.dates.statements import from_statements
from dateline.articles.plain_datelines import find_plain_dateline
from dateline.sources import RawArticle

CASES = json.loads(
    (Path(__file__).parents[1] / "cases" / "datelines_plain.json").read_text("utf-8")
)
READ = [case for case in CASES if "dateline" in case]
TITLE = "Talks open"


def each(cases):
    return pytest.mark.parametrize("case", cases, ids=lambda case: case["label"])


def stated(raw):
    """The days that the article states."""
    pieces = from_statements(RawArticle("a.txt", raw, "utf-8"), clean_text(raw))
    return [str(piece.earliest) for piece in pieces if piece.strength == "stated"]


@each(READ)
def test_a_dateline_is_cut_from_the_text_and_states_its_day(case):
    raw = f"{TITLE}\n\n{case['line']} It went on."
    cut = [one.text for one in clean_text(raw).removals if one.rule == "dateline"]
    assert (cut, stated(raw)) == ([case["dateline"]], [case["day"]])


@each([case for case in CASES if case not in READ])
def test_what_only_looks_like_a_dateline_stays_in_the_text(case):
    raw = f"{TITLE}\n\n{case['line']}"
    assert case["line"] in clean_text(raw).text
    notes = [piece.note for piece in from_header(raw) if piece.rule == "dateline"]
    assert notes == ([case["doubt"]] if "doubt" in case else [])


def test_several_lines_of_place_and_day_are_a_chronicle():
    lines = ["Paris, 15 March 2022 - Talks open.", "Rome, 3 April 2022 - Talks end."]
    assert find_plain_dateline(lines).doubt == "one of several such lines"


def test_a_dateline_below_a_paragraph_is_doubted():
    lines = ["The council met and heard them. " * 5, "Paris, 15 March 2022 - Talks open."]
    assert find_plain_dateline(lines).doubt == "not at the head of the first paragraph"


def test_a_dateline_of_a_report_from_the_archive_is_doubted():
    lines = ["From our archive", "Paris, 15 March 2022 - The ministers met on Tuesday."]
    assert find_plain_dateline(lines).doubt == "below a line that looks back"


def test_a_wrapped_sentence_is_a_paragraph():
    lines = ["Paris, 15 March 2022 - The ministers met on Tuesday and", "agreed."]
    assert find_plain_dateline(lines).doubt == ""


@pytest.mark.parametrize("raw", [f"{TITLE}\n\nReuters, 19 June 2023\n", "Reuters, 19 June 2023\n"])
def test_an_agency_and_a_day_over_a_text_state_the_day(raw):
    assert stated(f"{raw}The council met behind closed doors on Monday.") == ["2023-06-19"]


def test_an_agency_and_a_day_below_a_caption_are_a_check():
    raw = "A soldier stands by the road.\nReuters, 19 June 2023\nThe council met on Monday."
    assert stated(raw) == []
