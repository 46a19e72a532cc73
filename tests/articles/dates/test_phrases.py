"""Phrases know their words, so that they are searched for only where these stand."""

from hypothesis import given
from hypothesis import strategies as st

from dateline.articles.dates.phrases import PhraseIndex, Sentences, compile_pattern

WORDS = st.lists(st.sampled_from(["G20", "summit", "Bali", "the", "People's", "U.S."]), max_size=8)


def test_the_words_of_a_phrase_are_those_that_it_spells():
    phrase = compile_pattern("{n}th anniversar* ... People’s Republic")
    assert phrase.words == {"people", "s", "republic"}


def test_only_sentences_with_all_words_are_searched():
    sentences = Sentences(["The summit was in Bali.", "The summit.", "Bali."])
    assert list(sentences.holding(compile_pattern("summit ... Bali"))) == [
        (0, "The summit was in Bali.")
    ]


def test_a_sentence_comes_with_the_place_where_it_starts():
    assert list(Sentences(["One.", "Two."]).holding(compile_pattern("two"))) == [(5, "Two.")]


def test_the_index_gives_entries_of_which_a_phrase_can_stand():
    entries = [["G20 summit", "Bali"], ["Lima"], ["*"]]
    index = PhraseIndex(([compile_pattern(text) for text in texts], ()) for texts in entries)
    assert index.candidates(frozenset({"g20", "summit"})) == [0, 2]
    assert index.candidates(frozenset({"summit", "lima"})) == [1, 2]


def test_an_entry_needs_all_that_it_needs():
    index = PhraseIndex([([compile_pattern("summit")], [compile_pattern("G20")])])
    assert index.candidates(frozenset({"summit"})) == []
    assert index.candidates(frozenset({"summit", "g20", "talks"})) == [0]


@given(WORDS, st.sampled_from(["G20 summit", "summit ... Bali", "People's", "U.S.", "the*"]))
def test_the_words_never_hide_what_the_pattern_finds(words, text):
    sentence, phrase = " ".join(words), compile_pattern(text)
    index = PhraseIndex([([phrase], [])])
    if phrase.search(sentence):
        assert Sentences([sentence]).hold(phrase)
        assert index.candidates(Sentences([sentence]).all_words) == [0]
