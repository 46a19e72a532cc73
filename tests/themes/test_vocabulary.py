"""Which words of the corpus a word of a term means."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.themes.packed import pack
from dateline.themes.tokens import fold
from dateline.themes.vocabulary import Vocabulary, first_come, sort_types, stemmer_languages

SURFACES = ["war", "Wars", "US", "us", "isn’t", "isn't", "Straße", "STRASSE", "cafe\u0301", "warm"]


@pytest.fixture(scope="module")
def vocabulary():
    types = sort_types(SURFACES)
    return Vocabulary(pack(types.forms), pack(types.words))


def meant(vocabulary, *asked):
    (ranges,) = vocabulary.ranges([(*asked, "")[:3]])
    pairs = zip(ranges[::2], ranges[1::2], strict=True)
    return [word for first, beyond in pairs for word in vocabulary.types[first:beyond]]


@pytest.mark.parametrize(
    ("word", "exact", "expected"),
    [
        ("war", False, ["war"]),
        ("war*", False, ["war", "warm", "Wars"]),
        ("war?", False, ["warm", "Wars"]),
        ("*s", False, ["US", "us", "Wars"]),
        ("us", False, ["US", "us"]),
        ("US", True, ["US"]),
        ("U*", True, ["US"]),
        ("strasse", False, ["STRASSE", "Straße"]),
        ("isn't", False, ["isn't"]),
        ("caf\u00e9", False, ["caf\u00e9"]),
        ("peace", False, []),
        ("peace*", False, []),
        ("Peace", True, []),
    ],
)
def test_a_word_means_the_words_it_says(vocabulary, word, exact, expected):
    assert meant(vocabulary, word, exact) == expected


def test_a_stem_means_the_words_that_share_it(vocabulary):
    assert meant(vocabulary, "wars", False, "english") == ["war", "Wars"]
    assert meant(vocabulary, "wars", True, "english") == []
    assert meant(vocabulary, "wars*", False, "english") == ["Wars"]


def test_two_spellings_of_a_word_have_one_number():
    types = sort_types(SURFACES)
    words = types.words.decode().split("\n")
    assert words[types.ids[4]] == words[types.ids[5]] == "isn't"
    assert len(words) == len(SURFACES) - 1


def test_each_word_has_its_folded_form():
    types = sort_types(SURFACES)
    forms, words = (lines.decode().split("\n") for lines in types[:2])
    assert dict(zip(words, forms, strict=True)) == {word: fold(word) for word in words}
    assert forms == sorted(forms)


def test_there_are_stemmers_for_the_languages_of_the_news():
    assert {"english", "german", "russian", "french", "spanish"} <= set(stemmer_languages())


@settings(derandomize=True, max_examples=200, deadline=None, database=None)
@given(several=st.lists(st.sets(st.integers(0, 12)), max_size=6))
def test_an_id_belongs_to_the_first_that_has_it(several):
    ranges = [
        tuple(edge for at in sorted(ids) for edge in (at, at + 1))
        for ids in several  # stretches that touch may stay apart
    ]
    seen = set()
    for ids, own in zip(several, first_come(ranges), strict=True):
        pairs = zip(own[::2], own[1::2], strict=True)
        assert [at for pair in pairs for at in range(*pair)] == sorted(ids - seen)
        seen |= ids
