"""Pieces of HTML: their words in paragraphs, however broken or deep."""

import pytest

from dateline.sources.fragment import as_utf8, fragment_text


@pytest.mark.parametrize(
    "markup, text",
    [
        ("<p>Both met.</p><p>In <i>Bonn</i>.</p>", "Both met.\n\nIn Bonn."),
        ("Both<br>met &amp; left", "Both\n\nmet & left"),
        ("<p>Both met.<figcaption>A hall</figcaption> Again.</p>", "Both met. Again."),
        ("<style>p {}</style><iframe src='x'>x</iframe>Both met.", "Both met."),
        ("</div></body></html><p>Both met.", "Both met."),
        ("Both met.\0", "Both met."),
        ("<script>x()</script>", ""),
        ("", ""),
    ],
    ids=["paragraphs", "break", "caption", "unseen", "closed early", "zero", "script", "nothing"],
)
def test_what_a_piece_says(markup, text):
    assert fragment_text(markup) == text


def test_a_piece_nested_too_deep_keeps_its_words():
    markup = "<p>Both met.</p>" + "<div>" * 20_000 + "In Bonn."
    assert fragment_text(markup).split() == ["Both", "met.", "In", "Bonn."]


def test_a_page_in_an_encoding_declared_outside_it():
    page, encoding = as_utf8("Переговоры".encode("koi8-r"), declared="koi8-r")
    assert (page.decode("utf-8-sig"), encoding) == ("Переговоры", "koi8-r")
