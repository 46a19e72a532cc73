"""Days, months and years that an article mentions bound its date, and never more."""

import json
from pathlib import Path

import pytest

from dateline.articles.dates.mentions import from_mentions
from dateline.articles.dates.resolve import resolve_dates

CASES = Path(__file__).parents[2] / "cases"


def cases(name):
    table = json.loads((CASES / name).read_text("utf-8"))
    return pytest.mark.parametrize("case", table, ids=lambda case: case["label"])


def bounds(*sentences):
    return [
        [day and day.isoformat() for day in (piece.earliest, piece.latest)]
        for piece in from_mentions(list(sentences))
    ]


@cases("dates_mentions.json")
def test_a_sentence_gives_these_bounds(case):
    assert bounds(case["text"]) == case["expect"]


@pytest.mark.xfail(strict=True, reason="the rules read words, not grammar")
@cases("dates_mentions_known_failures.json")
def test_what_the_rules_for_mentions_cannot_tell_yet(case):
    assert bounds(case["text"]) == case["expect"]


def test_a_mention_alone_never_dates_an_article():
    result = resolve_dates(from_mentions(["It was signed on 19 June 2024."]))
    assert (result.date_class, result.best) == ("U", None)


def test_a_month_past_and_a_month_ahead_enclose_the_date():
    sentences = ["They met in October 2024.", "The vote will be held in November 2024."]
    result = resolve_dates(from_mentions(sentences))
    assert (result.date_class, str(result.earliest), str(result.latest)) == (
        "C",
        "2024-10-01",
        "2024-11-30",
    )


def test_the_span_is_quoted():
    (piece,) = from_mentions(["They met in November 2023, in California."])
    assert piece.text == "in November 2023"


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Floods brought losses in 2022.", [["2022-01-01", None]]),
        ("They will visit those in need in March 2025.", [[None, "2025-03-31"]]),
        ("They will meet the so-called troika in March 2025.", [[None, "2025-03-31"]]),
        ("They will visit a park opened in March 2025.", []),
    ],
)
def test_past_forms_and_participles_are_told_from_other_words(sentence, expected):
    assert bounds(sentence) == expected


def yearless(sentence, before=()):
    return [[piece.strength, piece.yearless] for piece in from_mentions([*before, sentence])]


def test_a_day_with_its_weekday_in_the_lead_waits_for_its_year():
    sentence = "The Kremlin said on Wednesday, Dec. 15, that gas flows."
    assert yearless(sentence) == [["anchor", "Wed 12-15"]]
    assert yearless(sentence, before=["One.", "Two.", "Three."]) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "They met on Wednesday, Dec. 15, in Bali.",
        "The Kremlin said on Wednesday, Dec. 15, a year ago, that gas flows.",
        "A vote on Friday, March 18, was held.",
    ],
)
def test_a_day_without_its_year_that_may_be_long_past_is_a_check(sentence):
    assert yearless(sentence) == [["check", ""]]
