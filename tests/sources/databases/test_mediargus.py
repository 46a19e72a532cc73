"""Mediargus files: a numbered headline, and below it publication, date, page and words."""

import pytest

from dateline.sources.databases.mediargus import is_mediargus, read_mediargus


@pytest.fixture
def found(export):
    return read_mediargus("a.txt", export("mediargus.txt"))


def test_an_article_gives_headline_source_and_text(found):
    article = found.articles[0]
    assert (article.title, article.source) == ("Ministers zijn het eens", "De Voorbeeld")
    assert article.text.endswith("over sancties.\n\nMeer is niet bekend.")


def test_the_dutch_date_is_kept(found):
    assert [article.metadata[0][1] for article in found.articles] == [
        "woensdag 30 november 2011",
        "donderdag 1 december 2011",
    ]


def test_a_gap_in_the_numbers_is_told(export):
    text = export("mediargus.txt").replace(b"2. Kort", b"3. Kort")
    remark = read_mediargus("a.txt", text).remark
    assert remark == "Mediargus text: 2 articles; announces 3 documents, 2 found"


def test_the_format_is_known_by_both_lines(export):
    assert is_mediargus(export("mediargus.txt"))
    assert not is_mediargus(b"1. Talks\nDe Morgen, woensdag 30 november 2011, p. 23\n")
    assert not is_mediargus(b"De Morgen, woensdag 30 november 2011, p. 23, 9w.\n")
    assert not is_mediargus(b"1. Talks\nHe said, she said, 9w.\n")
