"""Phrases of the codebook that are one letter from a phrase of the articles."""

import pytest

from dateline.themes import index_articles, read_codebook
from dateline.themes.near_misses import Vocabulary, count_words
from dateline.themes.near_phrases import common_phrases, known_words


@pytest.fixture
def phrases(articles_of):
    def find(term, text):
        theme = read_codebook({"themes": {"t": {"terms": [term]}}}).themes[0]
        index = index_articles(articles_of(text))
        words = Vocabulary(count_words(index))
        return [*common_phrases([(theme.terms[0], theme)], words, index).values()]

    return find


def test_the_phrase_that_was_meant_is_found_with_its_number(phrases):
    found = phrases("Export contrls", "Export controls. Export-controls. Export controls hold.")
    assert found == [("contrls", "controls", "export controls", 3)]


def test_two_of_the_phrase_are_not_common(phrases):
    assert phrases("export contrls", "Export controls. Export controls. Controls.") == []


def test_a_phrase_that_nobody_writes_was_not_meant(phrases):
    assert phrases("defence spending", "They are sending it to the defence ministry. " * 9) == []


def test_the_words_of_the_shipped_codebooks_are_known_without_their_star():
    assert {"spending", "deficit", "sanction"} <= known_words()
