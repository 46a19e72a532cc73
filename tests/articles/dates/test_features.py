import pytest
from growth import MOST, growth

from dateline.articles.dates.features import (
    Feature,
    count_names,
    find_features,
    ordinary_words,
)


def names(text, ordinary=frozenset()):
    return [word for feature, word in find_features(text, ordinary).items() if not feature[1]]


def numbers(text):
    return [feature.key for feature in find_features(text) if feature.is_number]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("the fund of Kirill Dmitriev invests", ["Kirill Dmitriev"]),
        ("met President Barack Obama’s envoy", ["Barack Obama"]),
        ("at the Bank of Albania today", ["Bank of Albania"]),
        ("встретился Владимир Зеленский в Киеве", ["Владимир Зеленский"]),
        ("only Moscow is named", []),
        ("talks in Paris. Macron spoke", []),
        ("Leaders Of Five Big Powers Meet In Geneva", []),
        ("习近平在北京会见", []),
    ],
)
def test_a_name_is_a_run_of_capitalised_words_known_by_its_last_two(text, found):
    assert names(text) == found


def test_a_sentence_that_begins_with_an_ordinary_word_begins_no_name():
    ordinary = ordinary_words(["yesterday the envoy left"])
    assert names("Yesterday Obama spoke. The Kremlin denied.", ordinary) == []
    assert names("Yesterday Barack Obama spoke.", ordinary) == ["Barack Obama"]


def test_spellings_in_capitals_are_the_same_name():
    assert find_features("BEN RHODES: No.").keys() == find_features("by Ben Rhodes, who").keys()


def test_names_that_end_alike_are_one_person():
    found = find_features("Here Nikolai Tokarev spoke, and Mr Tokarev, of Camp Loss, and 1,234")
    assert count_names(found) == 2


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a loan of $567 million", ["567 million"]),
        ("some 1,234 troops and 56,700 shells", ["1234", "56700"]),
        ("about 4.75 litres", ["4.75"]),
        ("nearly 25 billion euros", ["25 billion"]),
    ],
)
def test_a_number_is_specific_with_three_figures_or_two_and_a_unit(text, found):
    assert numbers(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "in 2019 and since 1949",
        "2,000 troops, 500 men, 5 million",
        "at 10:30 on 12/11/2015 or 2015-11-12",
        "a rise of 12.5% or 125%",
        "call 555-1234, page 192.168.1.101",
        "flight MH370 and the B-747",
    ],
)
def test_years_round_numbers_and_parts_of_other_figures_are_not_specific(text):
    assert numbers(text) == []


def test_the_first_spelling_is_kept():
    found = find_features("Mr. Xi met JAKE SULLIVAN; later Jake Sullivan left")
    assert found[Feature("jake sullivan", False)] == "JAKE SULLIVAN"


@pytest.mark.parametrize("piece", ["A", "Ab-", "Ab'", "Ab ", "Ab of ", "1,234,", "12.", "$ ", "“ "])
def test_no_near_miss_makes_the_patterns_backtrack(piece):
    short, long = (piece * (size // len(piece)) for size in (50_000, 500_000))
    assert growth(find_features, short, long) <= MOST
