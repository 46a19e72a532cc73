"""Europresse pages: the header of each article in named classes."""

import pytest

from dateline.sources.databases.europresse import is_europresse, read_europresse


@pytest.fixture
def found(export):
    return read_europresse("a.html", export("europresse.html"))


def test_an_article_gives_its_text_without_asides(found):
    assert found.articles[0].text.split("\n\n") == [
        "Les ministres d'accord",
        "Un accord sur les sanctions a été trouvé.",
        "On n'en sait pas plus.",
    ]


def test_fields_go_to_their_places(found):
    one, two = found.articles
    assert (one.source, two.source) == ("L'Exemple", "The Example")
    assert (one.author, one.place) == ("Jeanne Dupont", "news·20190305·EX·12345")
    assert found.remark == ""


def test_the_date_stands_between_section_and_page_in_either_language(found):
    assert [article.metadata for article in found.articles] == [
        (("export:publication date", "mardi 5 mars 2019"),),
        (("export:publication date", "Friday, November 13, 2015"),),
    ]


def test_the_certificate_is_in_no_field(found):
    assert "UNIVERSITE" not in repr(found) and "2020" not in repr(found)


def test_an_article_without_date_is_told(export):
    page = export("europresse.html").replace(b"mardi 5 mars 2019", b"")
    remark = read_europresse("a.html", page).remark
    assert remark == "Europresse page: 2 articles; article 1 has no date line"


def test_a_page_without_articles_is_refused(refusal):
    reason = "looks like a Europresse page, but no article was found in it"
    assert refusal(read_europresse, b"<html><article>Un texte</article></html>") == reason


def test_the_format_is_known_by_two_classes(export):
    assert is_europresse(export("europresse.html"))
    assert not is_europresse(b'<article><h2 class="DocHeader">Talks</h2></article>')
    assert not is_europresse(b"<p>The class is DocPublicationName.</p>")


def test_a_page_in_utf16_is_known(export):
    assert is_europresse(export("europresse.html").decode().encode("utf-16"))


@pytest.mark.parametrize(
    "stated, source",
    [
        ("Le Nord", "Le Nord"),
        ("La Nouvelle Gazette, no. 12", "La Nouvelle Gazette"),
        ("Das Beispiel, Nr. 33", "Das Beispiel"),
        ("L'Exemple n° 5", "L'Exemple"),
    ],
)
def test_the_number_of_the_issue_is_no_part_of_the_source(export, stated, source):
    page = export("europresse.html").decode().replace("L'Exemple, no. 43018", stated)
    assert read_europresse("a.html", page.encode()).articles[0].source == source
