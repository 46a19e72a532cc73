"""Factiva pages in the indexed display: a code before each field."""

import pytest

from dateline.sources.databases.factiva_html import read_factiva_html
from dateline.sources.databases.factiva_index import is_index


@pytest.fixture
def found(export):
    return read_factiva_html("a.html", export("factiva_index.html"))


def test_each_code_goes_to_its_field(found):
    article = found.articles[0]
    assert (article.title, article.author) == ("Les ministres d'accord", "Jeanne Dupont")
    assert (article.source, article.language) == ("L'Exemple", "fr")
    assert article.place == "EXEMP00020111229e7ct0001a"


def test_lead_and_text_are_the_body(found):
    assert found.articles[0].text.split("\n\n") == [
        "Les ministres d'accord",
        "Un accord a été trouvé.",
        "On n'en sait pas plus.",
    ]


def test_a_hit_inside_the_date_is_joined(found):
    assert found.articles[0].metadata == (("export:publication date", "29 décembre 2011"),)


def test_an_article_without_date_is_told(found):
    assert found.remark == "Factiva page: 2 articles; article 2 has no date line"


def test_articles_of_one_table_end_with_their_number(export):
    page = export("factiva_index.html").replace(b"</table></div>", b"", 1)
    page = page.replace(b'<div class="article frArticle"><table>', b"", 1)
    assert len(read_factiva_html("a.html", page).articles) == 2


def test_three_codes_make_the_display():
    row = '<td class="index"><b>{}</b></td>'
    assert is_index("".join(map(row.format, ("HD", "PD", "AN"))).encode())
    assert not is_index("".join(map(row.format, ("HD", "PD", "XX"))).encode())
