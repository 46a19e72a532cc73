"""Where sentences begin and end."""

import json
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.articles.sentences import abbreviations, sentence_spans

CASES = Path(__file__).parents[1] / "cases"
CUT = json.loads((CASES / "sentences.json").read_text("utf-8"))
KNOWN_FAILURES = json.loads((CASES / "sentences_known_failures.json").read_text("utf-8"))


def cut(text):
    return [text[start:end] for start, end in sentence_spans(text)]


def joined(case):
    return case.get("joined", " ").join(case["sentences"])


@pytest.mark.parametrize("case", CUT, ids=lambda case: case["label"])
def test_a_text_is_cut_into_its_sentences(case):
    assert cut(joined(case)) == case["sentences"]


@pytest.mark.xfail(strict=True, reason="known failure; when it passes, move it to sentences.json")
@pytest.mark.parametrize("case", KNOWN_FAILURES, ids=lambda case: case["label"])
def test_a_known_failure_still_fails(case):
    assert cut(joined(case)) == case["sentences"], case["why"]


def test_a_blank_line_ends_a_sentence_and_a_line_end_does_not():
    assert cut("Talks to resume\n\nThey\nmet.") == ["Talks to resume", "They\nmet."]


def test_a_text_without_letters_has_no_sentence():
    assert cut("") == cut(" \n\n \t ") == []


def test_a_paragraph_without_end_is_cut_and_nothing_of_it_is_lost():
    text = "word " * 50_000
    assert "".join(cut(text)).replace(" ", "") == "word" * 50_000


@given(text=st.text(alphabet="aB .!?。\n”\u00a0中") | st.text())
@settings(derandomize=True, max_examples=300)
def test_sentences_are_in_order_and_hold_every_letter(text):
    spans = sentence_spans(text)
    assert all(start < end for start, end in spans)
    assert all(one[1] <= two[0] for one, two in pairwise(spans))
    assert "".join("".join(cut(text)).split()) == "".join(text.split())


@pytest.fixture(scope="module")
def punkt():
    from nltk.tokenize.punkt import PunktParameters, PunktSentenceTokenizer

    parameters = PunktParameters()
    parameters.abbrev_types = set(abbreviations())
    return PunktSentenceTokenizer(parameters)


def test_the_short_cuts_change_nothing_of_what_punkt_says(root, punkt):
    for path in (root / "seeds" / "articles").rglob("*.txt"):
        for block in path.read_text("utf-8", "replace").split("\n\n"):
            text = " ".join(block.split())
            assert [text[a:b] for a, b in sentence_spans(text)] == punkt.tokenize(text)


# What Punkt's rules are about, and what its patterns trip over.
PIECES = (
    "Bali. ", "Gen. ", "Élysée. ", "A. ", "The ", "U.S. ", "Mr. ", "e.g. ", "p.m.", "talks. ",
    "that. ", "No! ", "Why? ", "??", "?!", "...", ".", "2024. ", "3.5 ", "10.", "1st.", "said. \"",
    "end.” ", "“Mr. ", "‘No.’ ", ") ", "( ", "] ", "' ", "” ", "-- ", "—", ", ", ";", ":", "@", "_",
    "é", "中. ", "ß. ",
    "mid-Jan. ", "vice-", "it's. ", "Xi’s. ",
    "o'", "7. ", "x-", "They ", "he ", "2nd ", "\xa0", "\u2009", "\t", "\x0b", "\x1c", "\n",
)  # fmt: skip


@given(parts=st.lists(st.sampled_from(PIECES), max_size=9))
@settings(derandomize=True, max_examples=700, deadline=None)
def test_punkt_says_the_same_of_any_marks(punkt, parts):
    text = "".join(parts).replace("\n", " ")
    told = [text[a:b].strip() for a, b in punkt.span_tokenize(text)]
    assert [text[a:b] for a, b in sentence_spans(text)] == [part for part in told if part]
