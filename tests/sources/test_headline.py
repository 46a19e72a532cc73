"""The headline without the name of the site."""

import pytest
from lxml.html import document_fromstring

from dateline.sources.headline import clean_title


@pytest.mark.parametrize(
    "title, page, site, expected",
    [
        ("Talks resume • Daily", "<h1>Talks resume</h1>", "", "Talks resume"),
        ("Talks resume | Daily", "<h1>Logo</h1>", "Daily", "Talks resume"),
        ("Talks – a new start", "<h1>Talks – a new start</h1>", "Daily", "Talks – a new start"),
        ("Daily", "<title>U.S. and China resume talks - Daily</title>", "",
         "U.S. and China resume talks"),
        ("US", "<title>US - China talks resume</title>", "", "US - China talks resume"),
        ("Talks  resume\n", "<h1>x</h1>", "", "Talks resume"),
        ("", "<p>x</p>", "Daily", ""),
    ],
)  # fmt: skip
def test_the_headline_of(title, page, site, expected):
    tree = document_fromstring(f"<html>{page}</html>")
    assert clean_title(title, tree, site=site) == expected


@pytest.mark.xfail(strict=True, reason="only the headline's words tell it from the name of a site")
def test_a_headline_that_ends_in_a_dash_and_a_few_words_is_cut():
    title = "The talks will go on – at last"
    tree = document_fromstring(f"<html><title>{title}</title></html>")
    assert clean_title(title, tree) == title
