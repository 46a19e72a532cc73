"""Labels of fields in four languages."""

import pytest

from dateline.sources.databases.field_labels import (
    COPYRIGHT,
    is_end,
    language_code,
    read_label,
    stated_words,
)


@pytest.mark.parametrize(
    "line, name",
    [
        ("Length:\xa0937 words", "length"), ("LÄNGE: 937 Wörter", "length"),
        ("LONGUEUR: 937 mots", "length"), ("LENGTE: 937 woorden", "length"),
        ("AUTOR: Jana Muster", "author"), ("Auteur: Jan Jansen", "author"),
        ("Load-Date: May 31, 2014", "load date"), ("UPDATE: 9. Januar 2010", "load date"),
        ("Taal: NEDERLANDS", "language"), ("Section:", "section"),
    ],
)  # fmt: skip
def test_labels_are_known_in_four_languages(line, name):
    assert read_label(line).name == name


@pytest.mark.parametrize("line", ["Note: this", "Length", "The length: 3", "https://example.org"])
def test_other_lines_have_no_label(line):
    assert read_label(line) is None


def test_small_letters_count_only_where_they_may():
    assert read_label("Section: three", capitals=True) is None


def test_a_language_is_told_in_any_of_them():
    names = ("ENGLISH", "Englisch", "anglais", "Engels", "GERMAN; DEUTSCH", "中文（简体）", "")
    assert [language_code(name) for name in names] == ["en", "en", "en", "en", "de", "zh", ""]


def test_stated_words_are_read_with_their_marks_of_thousands():
    values = ("808 words", "1,937 words", "1 937 mots", "877 字", "Pg. 3")
    assert [stated_words(value) for value in values] == [808, 1937, 1937, 877, 0]


def test_ends_and_copyright_lines_are_whole_lines():
    assert is_end("End of Document") and not is_end("At the End of Document")
    assert COPYRIGHT.match("Copyright 2014 Example") and not COPYRIGHT.match("Copyright law")
