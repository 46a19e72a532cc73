"""Rich text: paragraphs, characters of many code pages, and a reason for each refusal."""

import pytest

from dateline.sources.documents.rtf import is_rtf, read_rtf
from dateline.sources.raw import RefusedError
from dateline.study import ReadSettings


def document(body, head=r"\ansi\ansicpg1252\deff0"):
    return ("{\\rtf1" + head + " " + body + "}").encode("latin-1")


def read(body, head=r"\ansi\ansicpg1252\deff0", **settings):
    (article,) = read_rtf("a.rtf", document(body, head), ReadSettings(**settings)).articles
    return article


def test_paragraphs_are_set_apart_and_line_breaks_kept():
    assert read(r"Talks resume\par Both sides\line met.\par\par Again.").text == (
        "Talks resume\n\nBoth sides\nmet.\n\nAgain."
    )


def test_cells_are_paragraphs():
    row = r"\trowd\cellx100\cellx200\intbl Left\cell Right\cell\row After.\par"
    assert read(row).text == "Left\n\nRight\n\nAfter."


@pytest.mark.parametrize(
    "body, head, text",
    [
        (r"\ldblquote peace\rdblquote  \endash  caf\'e9", r"\ansi\ansicpg1252", "“peace” – café"),
        (r"\'cf\'e5\'f0\'e5", r"\ansi\ansicpg1251", "Пере"),
        (r"\'93\'fa\'96" "\n" r"\'7b", r"\ansi\ansicpg932", "日本"),
        (r"\u1052?\u1080?\u1088?", r"\ansi\uc1", "Мир"),
        (r"\uc0\u1052 \u1080 ", r"\ansi", "Ми"),
        (r"\u-10179?\u-8704? flag", r"\ansi", "\U0001f600 flag"),
        ("caf\xe9", r"\ansi\ansicpg1252", "café"),
        (r"caf\'e9", r"\ansi\ansicpg99999", "café"),
        (r"a\~b \{c\} d\\line", r"\ansi", "a\xa0b {c} d\\line"),
    ],
    ids=["western", "cyrillic", "japanese", "unicode", "no substitute", "two halves", "bytes",
         "unknown page", "escapes"],
)  # fmt: skip
def test_characters(body, head, text):
    assert read(body, head).text == text


def test_the_code_page_of_a_font_is_its_own():
    fonts = r"{\fonttbl{\f0\fcharset0 Times;}{\f1\fcharset204 Times CYR;}}"
    assert read(fonts + r"\f1 \'cf\'e5").text == "Пе"


@pytest.mark.parametrize(
    "head, text", [(r"\ansi", "Пе"), (r"\ansi\ansicpg1252", "Ïå")], ids=["none named", "named"]
)
def test_the_study_s_encoding_serves_where_the_document_names_none(head, text):
    assert read(r"\'cf\'e5", head, encoding="cp1251").text == text


@pytest.mark.parametrize(
    "group",
    [
        r"{\header The Daily Post}", r"{\footer Page 1}", r"{\footnote A note.}",
        r"{\*\annotation Check this}", r"{\pict\pngblip " + "0f" * 5000 + "}",
        r"{\info{\author Jane Roe}{\title Another}}", r"{\*\unknown x}",
        r'{\field{\*\fldinst{HYPERLINK "https://example.org/a"}}{\fldrslt }}',
    ],
    ids=["header", "footer", "note", "comment", "picture", "properties", "unknown", "address"],
)  # fmt: skip
def test_what_is_not_text(group):
    article = read(rf"Both sides {group}met.")
    assert (" ".join(article.text.split()), article.author) == ("Both sides met.", "")


def test_the_words_of_a_link_are_text():
    link = r'{\field{\*\fldinst{HYPERLINK "https://example.org/a"}}{\fldrslt both sides}}'
    assert read(rf"Officials of {link} met.").text == "Officials of both sides met."


@pytest.mark.parametrize(
    "stated, title", [("Talks resume", "Talks resume"), ("Document1", "")], ids=["same", "other"]
)
def test_the_title_is_the_headline_if_the_text_begins_with_it(stated, title):
    article = read(rf"{{\info{{\title {stated}}}}}Talks resume\par Both sides met.")
    assert (article.title, article.text) == (title, "Talks resume\n\nBoth sides met.")


def test_the_document_s_own_dates_are_given():
    dates = r"{\creatim\yr2014\mo5\dy30\hr10\min2}{\revtim\yr2014\mo6\dy1}"
    assert read(rf"{{\info{dates}}}Both met.").metadata == (
        ("file:created", "2014-05-30T10:02"),
        ("file:modified", "2014-06-01T00:00"),
    )


@pytest.mark.parametrize(
    "content, reason",
    [
        (b"Both sides met.", "not a document, though its name ends in .rtf"),
        (b"", "not a document, though its name ends in .rtf"),
        (document(r"\par \par"), "document without text"),
        (document(r"\uc Both"), "damaged rich text; open it and save it again"),
        (document(r"\u9999999999 Both"), "damaged rich text; open it and save it again"),
    ],
    ids=["text", "empty", "blank", "no number", "no character"],
)
def test_a_document_that_cannot_be_read_is_refused_with_its_reason(content, reason):
    with pytest.raises(RefusedError, match=reason):
        read_rtf("a.rtf", content)


def test_a_document_that_is_cut_off_gives_what_is_there():
    assert read_rtf("a.rtf", rb"{\rtf1\ansi Talks resume\par Both si").articles[0].text == (
        "Talks resume\n\nBoth si"
    )


@pytest.mark.parametrize(
    "content, expected",
    [(document("x"), True), (b"{\\rich}", False), (b" {\\rtf1 x}", False), (b"", False)],
    ids=["document", "braces", "blank before", "empty"],
)
def test_rich_text_is_known_by_its_first_bytes(content, expected):
    assert is_rtf(content) is expected
