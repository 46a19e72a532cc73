"""What may leave with a report at each share level."""

import pandas as pd
import pytest

from dateline.articles.share_level import share_level
from dateline.errors import ReportError
from dateline.report.share_level import check_withheld, sharing, what_is_withheld

SENTENCE = "The ministers met again in the old town and spoke about sanctions for three hours"
TENS, ONES = "abcdefghijklmnopqrstuvwxy", "abcdefghij"
LONG = " ".join(f"word{ten}{one}" for ten in TENS for one in ONES)


def articles(text=SENTENCE, title="Ministers meet", path="north/one.txt"):
    row = {"title": title, "path": path, "url": "https://example.org/one.html", "text": text}
    return pd.DataFrame([row])


def check(content, *, name="x.html", level="none", **article):
    check_withheld([(name, content.encode())], articles(**article), level)


def test_the_level_holds_for_a_while_and_is_then_as_before():
    with sharing("none"):
        assert share_level() == "none"
        with sharing("snippets"):
            assert share_level() == "snippets"
    assert share_level() == "full"


def test_each_level_below_full_says_what_it_withholds():
    assert what_is_withheld("full") == ""
    assert "No text of the articles" in what_is_withheld("none")
    assert "at most 25 words" in what_is_withheld("snippets")


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("x.html", "<p>They met again in the old <mark>town</mark> and spoke, met again in the"),
        ("x.html", '<img alt="met again in the old town and spoke about">'),
        ("x.ipynb", '{"a": ["<p>met again in the old\\n", "town and spoke</p>"]}'),
        ("x.csv", "id,pre\n1,met again in the old town and spoke\n"),
        ("x.csv", "id,path\n1,north/one.txt\n"),
        ("x.html", "<a href='https://example.org/one.html'>"),
    ],
)
def test_none_refuses_eight_words_a_path_and_an_address(name, content):
    with pytest.raises(ReportError, match=rf"^{name}: holds "):
        check(content, name=name)


def test_none_lets_seven_words_pass_but_no_headline_of_five():
    check("<p>met again in the old town and</p>")
    with pytest.raises(ReportError, match="holds words"):
        check("<h3>Five words are a headline</h3>", title="Five words are a headline")


def test_at_full_nothing_is_refused():
    check(SENTENCE, level="full")


def test_snippets_allow_some_words_of_an_article_and_not_all():
    check(" ".join(LONG.split()[:160]), level="snippets", text=LONG)
    with pytest.raises(ReportError, match="161 words of an article are shown"):
        check(" ".join(LONG.split()[:161]), level="snippets", text=LONG)


def test_a_report_without_its_articles_cannot_be_checked():
    with pytest.raises(ReportError, match="nothing can be checked"):
        check_withheld([], None, "none")
