"""How a text and a term are cut."""

import pytest

from dateline.themes.terms import make_term
from dateline.themes.tokens import cut_term, fold, tokenize


def words(text):
    return tokenize(text, [(0, len(text))]).words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("... — !", []),
        ("Xi's", ["Xi", "'s"]),
        ("Xi’an’s", ["Xi'an", "'s"]),
        ("O’Sullivan and d's't", ["O'Sullivan", "and", "d", "'s", "t"]),
        ("the allies’ 'view'", ["the", "allies", "view"]),
        ("U.S.-led", ["U", "S", "led"]),
        ("$567 million, 3.5%", ["567", "million", "3", "5"]),
        ("naïve Zürich", ["naïve", "Zürich"]),
        ("❤️ war", ["war"]),
        ("हिन्दी", ["हिन्दी"]),
        ("中国's 3国", ["中", "国", "'s", "3", "国"]),
    ],
)
def test_a_text_is_cut_into_runs_of_letters_marks_and_digits(text, expected):
    assert words(text) == expected


def test_offsets_lead_back_to_the_text():
    text = "China’s “cafe\u0301”"
    tokens = tokenize(text, [(0, len(text))])
    pieces = [text[start:end] for start, end in zip(tokens.starts, tokens.ends, strict=True)]
    assert pieces == ["China", "’s", "cafe\u0301"]
    assert tokens.words == ["China", "'s", "caf\u00e9"]


def test_each_token_has_the_number_of_its_sentence():
    tokens = tokenize("One two. Three.\n\nFour", [(0, 8), (9, 15), (17, 21)])
    assert tokens.sentences == [0, 0, 1, 2]


def test_the_folded_words_have_no_case():
    assert tokenize("NATO’S Straße", [(0, 13)]).folded == ["nato", "'s", "strasse"]


@pytest.mark.parametrize("word", ["İstanbul", "ǰ", "ΐ", "Straße", "NATO", "санкции"])
def test_folding_twice_is_folding_once(word):
    assert fold(fold(word)) == fold(word)


@pytest.mark.parametrize(
    ("term", "expected"),
    [
        ("U.S.", ("U", "S")),
        ("export-control*", ("export", "control*")),
        ("wom?n", ("wom?n",)),
        ("People’s", ("People", "'s")),
        ("a * b", ("a", "*", "b")),
        ("制裁*", ("制", "裁*")),
        ("...", ()),
    ],
)
def test_a_term_is_cut_as_a_text_is(term, expected):
    assert cut_term(term) == expected


def test_the_equals_sign_keeps_the_case():
    assert make_term("=US").pattern == (True, ("US",))
    assert make_term("US").pattern == (False, ("us",))


def test_a_long_text_is_cut_in_linear_time():
    assert len(words("a'" * 200_000)) == 1
    assert len(words("é\u0301" * 200_000)) == 1
