"""Date lines: what cleaning cuts as a date header, dating has read."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.articles.clean import clean_text
from dateline.articles.dates.stated import from_footer, from_header
from dateline.articles.landmarks import read_date_line

CASES = Path(__file__).parents[1] / "cases"
RAW_CASES = [
    case["raw"]
    for name in ("removing", "removing_negatives", "dates_stated")
    for case in json.loads((CASES / f"{name}.json").read_text("utf-8"))
]
LINES = json.loads((CASES / "date_lines.json").read_text("utf-8"))
LABELS = (
    "", "", "date ", "Published: ", "First published on ", "Last updated ", "Load-Date: ",
    "By Jane Roe | ", "Publié le ", "更新时间：",
)  # fmt: skip
DATES = (
    "2022-03-24", "24 March 2022", "Thursday, March 24, 2022", "30 February 2022",
    "24&nbsp;March\u00ad 2022", "25 March 2022", "3/4/2022", "24 mars 2022", "2022年3月24日",
)  # fmt: skip
BEHIND = (
    "", "", ", 10:30 GMT", " at 5 p.m.", "T10:00:00Z", " | 5 min read", " Updated 25 March 2022",
    " (updated two hours ago)", " – World news", " by Jane Roe", " They met.", " was cold.",
)  # fmt: skip
date_lines = st.tuples(*map(st.sampled_from, (LABELS, DATES, BEHIND))).map("".join)
lines = st.lists(date_lines | st.sampled_from(["", "\u00ad", "Talks", "They met."]), max_size=10)


def cut_without_evidence(raw):
    quotes = [piece.text for piece in (*from_header(raw), *from_footer(raw))]
    cut = [removal.text for removal in clean_text(raw).removals if removal.rule == "date header"]
    return [text for text in cut if not any(quote in text for quote in quotes)]


@pytest.mark.parametrize("case", LINES, ids=lambda case: case["line"])
def test_a_line_says_what_its_dates_are(case):
    found = read_date_line(case["line"])
    dates = [[day.kind, case["line"][day.start : day.end]] for day in found.dates] if found else []
    assert (dates, found.author if found else "") == (case["dates"], case.get("author", ""))


@given(raw=lines.map("\n".join))
@settings(derandomize=True, max_examples=500)
def test_each_date_header_that_is_cut_is_evidence(raw):
    assert cut_without_evidence(raw) == []


@pytest.mark.parametrize("raw", RAW_CASES)
def test_each_date_header_of_the_cases_is_evidence(raw):
    assert cut_without_evidence(raw) == []


@given(label=st.sampled_from(LABELS), date=st.sampled_from(DATES), behind=st.sampled_from(BEHIND))
@settings(derandomize=True)
def test_the_dates_of_a_line_lie_in_the_part_that_is_cut(label, date, behind):
    if found := read_date_line(label + date + behind):
        places = [place for day in found.dates for place in (day.start, day.end)]
        assert places == sorted(places) and places[-1] <= found.end


@pytest.mark.parametrize(
    "line",
    [
        "Published" + " :" * 50_000, "date " + " " * 100_000, "24 March 2022" + " " * 100_000 + "x",
        "24 March 2022, 10:30" + " A" * 50 + "!", "24 March 2022, 10:30" + " |" * 49 + "x.",
        "Updated 24 March 2022" + " -" * 49 + ".", "By" + " A.-B" * 23 + "!",
        "24 March 2022" + " Updated" * 13 + "x", "Published" + " 10:15" * 18 + "x",
    ],
    ids=["label", "header", "blanks", "names", "bars", "dashes", "byline", "updates", "hours"],
)  # fmt: skip
def test_a_hostile_line_is_done_at_once(line):
    assert read_date_line(line) is None
