"""LexisNexis text files: articles between "1 of 10 DOCUMENTS"."""

import pytest

from dateline.sources.databases.lexisnexis_text import is_lexisnexis_text, read_lexisnexis_text

GERMAN = """
                         Dokument 1 von 2

                           Das Beispiel

                     Freitag 8. Januar 2010

Minister einig

AUTOR: Von Jana Muster

RUBRIK: POLITIK; S. 3

LÄNGE: 4 Wörter

Beide waren sich einig.

UPDATE: 9. Januar 2010

SPRACHE: GERMAN; DEUTSCH

                 Copyright 2010 Beispiel Verlag
                      Alle Rechte vorbehalten

                         Dokument 2 von 2

                           Das Beispiel

                       9. Januar 2010

Noch ein Treffen

LÄNGE: 3 Wörter

Sie trafen sich.

SPRACHE: GERMAN
"""
FRENCH = (
    GERMAN.replace("Dokument 1 von 2", "Document 1 de 2")
    .replace("Dokument 2 von 2", "Document 2 de 2")
    .replace("Freitag 8. Januar 2010", "vendredi 8 janvier 2010")
    .replace("AUTOR", "AUTEUR")
    .replace("LÄNGE: 4 Wörter", "LONGUEUR: 4 mots")
    .replace("SPRACHE: GERMAN; DEUTSCH", "LANGUE: FRENCH")
)


@pytest.fixture
def found(export):
    return read_lexisnexis_text("a.txt", export("lexisnexis.txt"))


def read(text, encoding="utf-8"):
    return read_lexisnexis_text("a.txt", text.encode(encoding))


def test_an_article_gives_headline_and_body_with_its_lines_joined(found):
    paragraphs = found.articles[0].text.split("\n\n")
    assert paragraphs[0] == found.articles[0].title == "Ministers agree to meet"
    assert paragraphs[1].startswith(
        "Both ministers said on Sunday that they would meet again before"
    )
    assert "the end of the month" in paragraphs[1] and "\n" not in paragraphs[1]


def test_fields_go_to_their_places(found):
    first, second, _ = found.articles
    assert (first.source, first.author) == ("The Daily Example (London)", "Jane Roe and John Doe")
    assert (second.source, second.author) == ("The New Example", "MARY MAJOR")
    assert (first.language, second.url) == ("en", "http://www.example.org/talks")


def test_dates_keep_their_line_and_load_date_is_another(found):
    assert found.articles[0].metadata == (
        ("export:publication date", "January 11, 2010 Monday"),
        ("export:load date", "January 12, 2010"),
    )


def test_a_paragraph_that_begins_like_a_label_stays_in_the_body(found):
    assert found.articles[0].text.endswith("UPDATE: that was all that was known.")


def test_captions_and_copyright_are_not_in_the_text(found):
    texts = " ".join(article.text for article in found.articles)
    assert "caption" not in texts and "Copyright" not in texts and "table when" in texts


def test_the_cover_is_in_no_field(found):
    assert not any(word in repr(found) for word in ("Reader", "LIBRARY", "9999 X1X", "DATE(>="))


def test_what_does_not_fit_is_told(found):
    assert found.remark == (
        "LexisNexis text: 3 articles; article 3 has no date line; article 3 has no body"
    )


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252", "utf-16"])
def test_german_labels_are_read_in_any_encoding(encoding):
    one, two = read(GERMAN, encoding).articles
    assert (one.title, one.author, one.language) == ("Minister einig", "Jana Muster", "de")
    assert one.text == "Minister einig\n\nBeide waren sich einig."
    assert one.metadata[0] == ("export:publication date", "Freitag 8. Januar 2010")
    assert one.metadata[1] == ("export:load date", "9. Januar 2010")
    assert two.metadata == (("export:publication date", "9. Januar 2010"),)


def test_french_labels_are_read():
    article = read(FRENCH).articles[0]
    assert (article.author, article.language) == ("Jana Muster", "fr")
    assert article.metadata[0] == ("export:publication date", "vendredi 8 janvier 2010")


def test_a_missing_document_is_told():
    remark = read(GERMAN.replace("von 2", "von 3")).remark
    assert remark == "LexisNexis text: 2 articles; announces 3 documents, 2 found"


def test_a_text_much_shorter_than_it_states_is_told():
    remark = read(GERMAN.replace("LÄNGE: 4 W", "LÄNGE: 1.937 W")).remark
    assert "article 1 has less text than the words that it states" in remark


def test_a_file_without_articles_is_refused(refusal):
    reason = "looks like a LexisNexis text, but no article was found in it"
    assert refusal(read_lexisnexis_text, b"BYLINE: Jane Roe") == reason


def test_the_format_is_known_by_its_marks_and_labels(export):
    assert is_lexisnexis_text(export("lexisnexis.txt"))
    assert is_lexisnexis_text(GERMAN.encode("cp1252"))
    assert is_lexisnexis_text(FRENCH.encode("utf-16"))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "The file said:\n\n1 of 10 DOCUMENTS\n\nand no more.",
        "BYLINE: Jane Roe\n\nLENGTH: 9 words\n\nLOAD-DATE: 3 May 2012",
        "This was page 1 of 10 documents.\n\nLength: a mile\n\nSection: the third",
    ],
)
def test_a_text_that_quotes_one_sign_is_not_of_this_format(text):
    assert not is_lexisnexis_text(text.encode())


@pytest.mark.parametrize("mark", ["Documento {} de 2", "{} di 2 DOCUMENTI", "{} de 2 DOCUMENTOS"])
def test_marks_of_other_pages_divide_the_articles_too(mark):
    text = GERMAN.replace("Dokument 1 von 2", mark.format(1))
    text = text.replace("Dokument 2 von 2", mark.format(2))
    assert is_lexisnexis_text(text.encode())
    titles = [article.title for article in read(text).articles]
    assert titles == ["Minister einig", "Noch ein Treffen"]


def test_a_cover_below_the_last_article_is_in_no_field():
    cover = "\n---- End of Request ----\nPrint Request: 1-2\nSend To:\n\nJane Q. Reader\n"
    text = GERMAN.replace("SPRACHE: GERMAN\n", "") + cover
    found = read(text)
    assert found.articles[1].text == "Noch ein Treffen\n\nSie trafen sich."
    assert "Reader" not in repr(found)


def test_one_article_with_a_cover_and_a_single_label_is_known_by_them():
    cover = "Download Request: Selected Items: 1\nJane Q. Reader\n\n"
    text = f"{cover}                1 of 1 DOCUMENTS\n\nHeadline\n\nLENGTH: 3 words\n\nThey met.\n"
    assert is_lexisnexis_text(text.encode())
    assert not is_lexisnexis_text(text.replace(cover, "").encode())


def test_an_article_without_its_date_keeps_its_publication():
    text = GERMAN.replace("                     Freitag 8. Januar 2010\n", "")
    found = read(text)
    assert (found.articles[0].source, found.articles[0].title) == ("Das Beispiel", "Minister einig")
    assert found.remark == "LexisNexis text: 2 articles; article 1 has no date line"
