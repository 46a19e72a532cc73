"""Which part of a page belongs to the article with the headline."""

import pytest
from lxml.html import document_fromstring

from dateline.sources.parts import headline_of, is_own, shared_with, summaries


def tree_of(body):
    return document_fromstring(f"<html><body>{body}</body></html>")


def test_the_headline_is_the_heading_with_the_title_and_else_the_first():
    tree = tree_of("<h1>Daily</h1><h1>Talks <i>resume</i></h1>")
    assert headline_of(tree, "Talks resume").text == "Talks "
    assert headline_of(tree, "Other").text == "Daily"
    assert headline_of(tree_of("<p>x"), "") is None


@pytest.mark.parametrize(
    "body, own",
    [
        ("<div><h1>T</h1><b>x</b></div>", True),
        ("<div class='latest'><h1>T</h1><b>x</b></div>", True),
        ("<h1>T</h1><div class='news-latest'><b>x</b></div>", False),
        ("<article><h1>T</h1></article><article><b>x</b></article>", False),
        ("<h1>T</h1><div itemtype='http://schema.org/VideoObject'><b>x</b></div>", False),
    ],
)
def test_an_aside_is_what_does_not_hold_the_headline(body, own):
    tree = tree_of(body)
    assert is_own(next(tree.iter("b")), shared_with(headline_of(tree, ""))) is own


def test_the_lead_is_what_the_markup_calls_the_description():
    lead = "<div itemprop='description'>They  met.</div>"
    assert summaries(tree_of(f"<h1>T</h1>{lead}"), "T") == ["They met."]
    assert summaries(tree_of(f"<h1>T</h1><aside>{lead}</aside>"), "T") == []
