"""Factiva pages in the usual display, in several languages."""

import pytest

from dateline.sources.databases.factiva_html import is_factiva_html, read_factiva_html


@pytest.fixture
def found(export):
    return read_factiva_html("a.html", export("factiva.html"))


def test_an_article_gives_headline_and_paragraphs_with_hits_joined(found):
    assert found.articles[0].text.split("\n\n") == [
        "Ministers agree on sanctions",
        "Both sides agreed on sanctions in Geneva on Sunday.",
        "Nothing else is known of the talks, officials said.",
    ]


def test_fields_without_labels_are_told_by_their_order(found):
    article = found.articles[0]
    assert (article.author, article.source) == ("Jane Roe", "The Daily Example")
    assert (article.language, article.place) == ("en", "EXMP000020171113edbd0002t")
    assert article.metadata == (("export:publication date", "13 November 2017"),)


def test_the_language_of_the_page_does_not_matter(found):
    german, chinese = found.articles[1:3]
    assert (german.author, german.source, german.language) == ("JANA MUSTER", "Das Beispiel", "de")
    assert german.metadata == (("export:publication date", "9 Januar 1993"),)
    assert (chinese.source, chinese.language) == ("例报", "zh")
    assert chinese.metadata == (("export:publication date", "2018 年 5 月 28 日"),)
    assert chinese.place == "LIBAOO0020180528ee5s00001"


def test_the_date_in_the_accession_number_is_not_taken(found):
    article = found.articles[3]
    assert (article.metadata, article.place) == ((), "EXMP000020171114edbe0001x")


def test_what_does_not_fit_is_told_by_article(found):
    assert found.remark == (
        "Factiva page: 4 articles; article 4 has no date line; article 4 has no source"
    )


def test_many_articles_with_one_defect_are_not_all_named():
    article = b'<div class="article enArticle"><div id="hd">Talks</div><div>13 May 2017</div>'
    found = read_factiva_html("a.html", article.join([b"<html>"] + [b"</div>"] * 12))
    assert found.remark.endswith("articles 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 and 2 more have no body")


def test_a_page_without_articles_is_refused(refusal):
    reason = "looks like a Factiva page, but no article was found in it"
    assert refusal(read_factiva_html, b"<html><p>Document EXMP0000</p></html>") == reason


@pytest.mark.parametrize("name", ["factiva.html", "factiva_index.html"])
def test_the_format_is_known_by_classes_of_its_own(name, export):
    assert is_factiva_html(export(name))
    assert is_factiva_html(b"<style>" + b" " * 10**6 + b"</style>" + export(name))


@pytest.mark.parametrize(
    "page",
    [
        '<div class="article"><div id="hd">Talks</div><p>13 November 2017</p></div>',
        '<div class="article enArticle"><p>Talks</p></div>',
        '<p>Factiva writes class="articleParagraph" and 808 words.</p>',
        '<table><tr><td class="index">HD</td><td>AN</td></tr></table>',
        '<td class="index"><b>HD</b></td><td><b>PD</b></td>',
    ],
)
def test_a_page_with_one_sign_is_not_of_this_format(page):
    assert not is_factiva_html(page.encode())


def test_a_page_in_utf16_is_known_and_read(export):
    page = export("factiva.html").decode().encode("utf-16")
    assert is_factiva_html(page)
    assert len(read_factiva_html("a.html", page).articles) == 4


def test_a_table_among_the_paragraphs_is_text_and_what_stands_below_is_not(export):
    table = "<table><tr><td>East</td><td>12</td></tr></table>"
    paragraph = '<p class="articleParagraph enarticleParagraph">Nothing else'
    page = export("factiva.html").decode().replace(paragraph, table + paragraph)
    text = read_factiva_html("a.html", page.encode()).articles[0].text
    assert text.split("\n\n")[2] == "East 12"
    assert "Example News Ltd" not in text
