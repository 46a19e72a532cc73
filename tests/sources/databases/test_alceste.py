"""Alceste files: starred variables above each text."""

import pytest

from dateline.sources.databases.alceste import is_alceste, read_alceste


@pytest.fixture
def found(export):
    return read_alceste("a.txt", export("alceste.txt"))


def test_a_text_stands_below_its_stars_or_its_number(found):
    assert [article.text for article in found.articles] == [
        "Un accord a été trouvé. On n'en sait pas plus.",
        "Un autre texte.",
    ]
    assert found.remark == ""


def test_variables_give_source_and_date_the_most_exact_first(found):
    assert [article.source for article in found.articles] == ["Le Exemple", "Autre Exemple"]
    assert [article.metadata[0][1] for article in found.articles] == ["2019-03-05", "2018"]


def test_a_text_without_a_date_is_told():
    found = read_alceste("a.txt", b"**** *var1_1 *source_A\nUn texte.\n")
    assert found.remark == "Alceste text: 1 article; article 1 has no date line"


def test_a_date_in_eight_figures_is_written_out():
    found = read_alceste("a.txt", b"**** *date_20190305 *source_A\nUn texte.\n")
    assert found.articles[0].metadata == (("export:publication date", "2019-03-05"),)


@pytest.mark.parametrize("text", ["**** Talks resume", "**** *", "Talks\n**** *a_1\n", ""])
def test_stars_alone_are_not_this_format(text):
    assert not is_alceste(text.encode())


def test_the_format_is_known_by_its_first_line(export):
    assert is_alceste(export("alceste.txt"))
