"""LexisNexis pages: words that the search found are in spans of their own."""

import pytest

from dateline.sources.databases.lexisnexis_html import is_lexisnexis_html, read_lexisnexis_html


@pytest.fixture
def found(export):
    return read_lexisnexis_html("a.html", export("lexisnexis.html"))


def test_spans_are_joined_in_headline_body_and_date(found):
    article = found.articles[0]
    assert article.text.split("\n\n") == [
        "Ministers agree on sanctions",
        "Both sides agreed on sanctions in Geneva.",
        "Nothing else is known.",
    ]
    assert article.metadata[0] == (
        "export:publication date",
        "December 19, 2018 Wednesday 7:11 PM GMT",
    )


def test_german_labels_are_read(found):
    article = found.articles[1]
    assert (article.author, article.source, article.language) == (
        "Jana Muster",
        "Das Beispiel",
        "de",
    )
    assert article.metadata == (
        ("export:publication date", "Freitag 30. Mai 2014"),
        ("export:load date", "31. Mai 2014"),
    )


def test_the_page_says_how_many_documents_there_are(found):
    assert found.remark == "LexisNexis page: 2 articles; announces 3 documents, 2 found"


def test_what_stands_above_the_first_document_is_in_no_field(found):
    assert "Reader" not in repr(found)


def test_scripts_of_an_article_are_not_read():
    page = (
        b"<html><!-- <DOC NUMBER=1><DOCFULL> --><p>The Example</p><p>May 30, 2014</p>"
        b"<p>Talks<script>alert(1)</script></p><p>LENGTH: 2 words</p><p>They met.</p></html>"
    )
    (article,) = read_lexisnexis_html("a.html", page).articles
    assert article.text == "Talks\n\nThey met."


def test_a_page_without_articles_is_refused(refusal):
    reason = "looks like a LexisNexis page, but no article was found in it"
    assert refusal(read_lexisnexis_html, b"<html><p>LENGTH: 3 words</p></html>") == reason


def test_the_format_is_known_by_its_comments(export):
    assert is_lexisnexis_html(export("lexisnexis.html"))
    quoted = b"<html><p>BYLINE: Jane Roe LOAD-DATE: 3 May &lt;DOC NUMBER=1&gt;</p></html>"
    assert not is_lexisnexis_html(quoted)
    assert not is_lexisnexis_html(b"<html><!-- <DOC NUMBER=1> --><p>A list</p></html>")


def test_a_page_in_utf16_is_known(export):
    assert is_lexisnexis_html(export("lexisnexis.html").decode().encode("utf-16"))


def test_text_beside_a_paragraph_is_kept(export):
    page = export("lexisnexis.html").decode()
    page = page.replace("Nothing else is known.</SPAN></P>", "Nothing else.</SPAN></P> Bare words.")
    text = read_lexisnexis_html("a.html", page.encode()).articles[0].text
    assert text.endswith("Nothing else.\n\nBare words.")
