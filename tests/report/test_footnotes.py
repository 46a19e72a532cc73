"""Footnotes on method."""

import pytest
from bs4 import BeautifulSoup

from dateline.report import footnotes
from dateline.report.footnotes import Note, method_notes, put_footnotes

NOTES = (Note("one", ("first term", "First term"), "On one."), Note("two", ("other",), "On <two>."))


@pytest.fixture
def noted(monkeypatch):
    """Put these notes on a page with this content."""
    monkeypatch.setattr(footnotes, "method_notes", lambda: NOTES)

    def put(html: str) -> BeautifulSoup:
        page = BeautifulSoup(f'<div id="content">{html}</div>', "html.parser")
        put_footnotes(page)
        return page

    return put


def test_the_mark_stands_behind_the_first_use_and_leads_to_the_note_and_back(noted):
    page = noted('<div class="prose"><p>The first term, the first term.</p></div>')
    assert page.p.get_text() == "The first term1, the first term."
    assert page.p.a["href"] == f"#{page.li['id']}"
    assert page.li.a["href"] == f"#{page.p.a['id']}"


def test_notes_are_numbered_in_the_order_of_their_marks(noted):
    page = noted("<figcaption>An other, a first term.</figcaption>")
    assert page.figcaption.get_text() == "An other1, a first term2."
    assert [item.get_text()[:3] for item in page.select(".notes li")] == ["On ", "On "]
    assert page.select_one(".notes li").get_text().startswith("On <two>.")


@pytest.mark.parametrize(
    "html",
    [
        "<p>A first term of an article.</p>",
        '<div class="prose"><p><a href="#x">first term</a></p></div>',
        '<div class="prose"><p><code>first term</code></p></div>',
        '<div class="prose"><p>a first <em>term</em></p></div>',
    ],
)
def test_a_page_that_does_not_use_the_words_itself_is_left_alone(noted, html):
    page = noted(html)
    assert page.select(".mark, .notes") == []


def test_the_notes_of_the_package_are_sentences_in_one_line():
    assert len(method_notes()) >= 5
    for note in method_notes():
        assert note.words and note.name.isalpha()
        assert note.text.endswith(".") and "\n" not in note.text
