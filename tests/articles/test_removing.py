"""Removing rules: what they take, what they must leave, and what they are known to get wrong."""

import json
from pathlib import Path

import pytest

from dateline.articles import build_corpus
from dateline.articles.clean import clean_text
from dateline.articles.lines import split_lines
from dateline.articles.removing import RULES, check_steps, step_names
from dateline.errors import StudyError
from dateline.study import open_study

CASES = Path(__file__).parents[1] / "cases"
TAKEN = json.loads((CASES / "removing.json").read_text("utf-8"))
LEFT = json.loads((CASES / "removing_negatives.json").read_text("utf-8"))
KNOWN_FAILURES = json.loads((CASES / "removing_known_failures.json").read_text("utf-8"))


def removed(raw):
    return [[removal.rule, removal.text] for removal in clean_text(raw).removals]


@pytest.mark.parametrize("case", TAKEN, ids=lambda case: case["label"])
def test_a_rule_takes_what_is_no_article_and_keeps_what_it_says(case):
    assert removed(case["raw"]) == case["removed"]
    assert clean_text(case["raw"]).fields == case["fields"]


@pytest.mark.parametrize("case", LEFT, ids=lambda case: case["label"])
def test_words_of_the_reporter_are_left_alone(case):
    cleaned = clean_text(case["raw"])
    assert (cleaned.text, cleaned.removals) == (case["raw"], ())


@pytest.mark.xfail(strict=True, reason="known failure; when it passes, move it to removing.json")
@pytest.mark.parametrize("case", KNOWN_FAILURES, ids=lambda case: case["label"])
def test_a_known_failure_still_fails(case):
    assert removed(case["raw"]) == case["removed"], case["why"]


def test_every_rule_has_a_case():
    assert {rule for case in TAKEN for rule, _ in case["removed"]} == set(RULES)


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_finds_nothing_in_no_text(rule):
    assert list(RULES[rule](split_lines(""))) == []


def test_the_steps_have_names_and_an_unknown_one_is_refused_with_the_nearest():
    check_steps(step_names())
    with pytest.raises(StudyError, match=r"`off` names 'byeline'; did you mean `byline`"):
        check_steps(["byeline"])


@pytest.mark.parametrize("rule", RULES)
def test_every_rule_can_be_switched_off_by_name_in_the_study(make_study, rule):
    raws = [case["raw"] for case in TAKEN if rule in dict(case["removed"])]
    files = {f"articles/{number}.txt": raw for number, raw in enumerate(raws)}
    settings = {"study.toml": f'[cleaning]\noff = ["{rule}", "repeated sentence"]\n'}
    taken = build_corpus(open_study(make_study(files | settings))).removals["rule"]
    assert raws and rule not in set(taken)


@pytest.mark.parametrize("rule", RULES)
def test_every_rule_says_when_it_is_wrong(rule):
    assert "rong" in RULES[rule].__doc__ or rule in ("date header", "database")


HOSTILE = {
    "byline of one word": "By " + "A" * 5000 + "!",
    "byline of many": "By " + "A," * 5000 + "!",
    "dateline": "A.’" * 5000,
    "caption": "?? " * 5000,
    "credit": "(A/" * 5000,
    "credit of names": "(" + "Ab " * 90 + ")",
    "transcript mark": "(Laughter " * 5000,
    "style sheet": "a:b{" * 5000,
    "sharing": "Share " * 20 + "!",
    "JSON": "{" * 5000 + '"a":',
    "contributors": "A" + " a" * 140 + " contributed to",
    "address": "a." * 59 + "!",
}


@pytest.mark.parametrize("line", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_rule_is_done_at_once_with_a_hostile_line(line):
    # With nested repetition the first of these would take longer than the age of the Earth.
    assert clean_text(f"Talks to resume\n{line}\nThey met.").text.startswith("Talks to resume")


@pytest.mark.real
def test_readouts_of_the_kremlin_lose_nothing_but_an_address_and_a_laugh(shared):
    lines = (shared / "data/kremlin_en/articles_120.jsonl").read_text("utf-8").splitlines()
    articles = [json.loads(line) for line in lines]
    taken = [pair for article in articles for pair in removed(article["text"])]
    assert taken == [["url", "www.culture.ru"], ["transcript mark", "(laughter)"]]


@pytest.mark.real
def test_speeches_lose_nothing(shared):
    speeches = sorted((shared / "data/ungdc").glob("*.txt"))
    assert len(speeches) == 30
    assert {path.name: removed(path.read_text("utf-8-sig")) for path in speeches} == {
        path.name: [] for path in speeches
    }
