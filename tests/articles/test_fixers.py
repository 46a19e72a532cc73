"""Fixers: what they repair, what they must not touch, and what they are known not to see."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.articles import fixers

CASES = Path(__file__).parents[1] / "cases"
REPAIRED = json.loads((CASES / "fixers.json").read_text("utf-8"))
UNTOUCHED = json.loads((CASES / "fixers_negatives.json").read_text("utf-8"))
KNOWN_FAILURES = json.loads((CASES / "fixers_known_failures.json").read_text("utf-8"))


def label(case):
    return f"{case['fixer']}: {case['label']}"


def fixed(case):
    return getattr(fixers, case["fixer"])(case["before"])


@pytest.mark.parametrize("case", REPAIRED, ids=label)
def test_a_fixer_repairs(case):
    assert fixed(case) == case["after"]


@pytest.mark.parametrize("case", UNTOUCHED, ids=label)
def test_a_fixer_leaves_alone_what_is_meant(case):
    assert fixed(case) == case["after"] == case["before"]


@pytest.mark.xfail(strict=True, reason="known failure; when it passes, move it to fixers.json")
@pytest.mark.parametrize("case", KNOWN_FAILURES, ids=label)
def test_a_known_failure_still_fails(case):
    assert fixed(case) == case["after"], case["why"]


def test_every_fixer_has_cases_of_both_kinds():
    names = {fixer.__name__ for fixer in fixers.FIXERS}
    assert {case["fixer"] for case in REPAIRED} == {case["fixer"] for case in UNTOUCHED} == names


@pytest.mark.parametrize("fixer", fixers.FIXERS)
@given(line=st.text(alphabet=st.characters(exclude_characters="\n")))
@settings(derandomize=True)
def test_a_fixer_makes_one_line_of_one_line(fixer, line):
    assert "\n" not in fixer(line)


@pytest.mark.parametrize("fixer", fixers.FIXERS)
@given(line=st.text(alphabet=st.characters(min_codepoint=32, max_codepoint=126)))
@settings(derandomize=True)
def test_plain_ascii_without_ampersand_backslash_or_runs_of_blanks_is_never_changed(fixer, line):
    plain = " ".join(line.replace("&", "").replace("\\", "").split())
    assert fixer(plain) == plain


def cases_of_ftfy(shared, name):
    return json.loads((shared / "data/mojibake" / f"{name}.json").read_text("utf-8"))


def repaired(cases):
    """How many come out as ftfy says, before it goes on to quotes, ligatures and entities."""
    from ftfy import fix_text

    read = (fixers.fix_mojibake(fixers.fix_entities(c["original"])) for c in cases)
    fixed = (fixers.fix_controls(text) for text in read)
    rest = [fix_text(text, fix_encoding=False) for text in fixed]
    wanted = [fix_text(c["fixed"], fix_encoding=False) for c in cases]
    return sum(have == want for have, want in zip(rest, wanted, strict=True))


@pytest.mark.real
def test_text_that_only_looks_like_mojibake_stays(shared):
    cases = cases_of_ftfy(shared, "negative")
    changed = [case for case in cases if fixers.fix_mojibake(case["original"]) != case["original"]]
    assert (len(cases), changed) == (31, [])


@pytest.mark.real
def test_only_the_control_character_in_one_of_them_is_read_by_the_step_for_controls(shared):
    # ftfy labels it "mostly negative" and expects this very change.
    cases = cases_of_ftfy(shared, "negative")
    pairs = [(case["original"], fixers.fix_controls(case["original"])) for case in cases]
    assert [pair for pair in pairs if pair[0] != pair[1]] == [
        (pair[0], pair[0].replace("\x85", "…")) for pair in pairs if "\x85" in pair[0]
    ]


@pytest.mark.real
@pytest.mark.parametrize(
    "name, number", [("in-the-wild", 70), ("synthetic", 30), ("language-names", 20)]
)
def test_all_mojibake_that_ftfy_repairs_is_repaired(shared, name, number):
    cases = cases_of_ftfy(shared, name)
    assert (repaired(cases), len(cases)) == (number, number)
