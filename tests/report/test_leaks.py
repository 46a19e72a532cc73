"""The guard at the end of a run: what of the articles its files may not hold."""

import pandas as pd
import pytest

from dateline.errors import ReportError
from dateline.report.leaks import Private, check_withheld

SENTENCE = "The ministers met again in the old town and spoke about sanctions for three hours"
TENS, ONES = "abcdefghijklmnopqrstuvwxy", "abcdefghij"
LONG = " ".join(f"word{ten}{one}" for ten in TENS for one in ONES)
ONE = {
    "doc_id": "a", "title": "Ministers meet", "author": "Ines Okafor", "source": "Daily Gazette",
    "path": "north/one.txt", "url": "https://example.org/one.html", "date_evidence": "1 March 2022",
    "text": SENTENCE,
}  # fmt: skip


def check(content, *, name="x.html", level="none", removed="", owned=(), **article):
    removals = pd.DataFrame([{"doc_id": "a", "text": removed}])
    private = Private(pd.DataFrame([ONE | article]), removals, tuple(owned))
    check_withheld([(name, content.encode())], private, level)


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


@pytest.mark.parametrize(
    "content",
    [
        "id,author\n1,Ines Okafor\n",
        "<cite>Ines&nbsp;Okafor</cite>",
        '<img alt="by INES OKAFOR">',
    ],
)
def test_none_refuses_the_name_of_an_author(content):
    with pytest.raises(ReportError, match="holds the author"):
        check(content)


@pytest.mark.parametrize(
    "content",
    ["<td>ines</td><td>okafor</td>", "ines,12\nokafor,11\n", "Okafor, Ines", "Ines Okaforsen"],
)
def test_words_that_stand_in_two_cells_are_no_name(content):
    check(content)


def test_an_author_whom_the_codebook_names_or_who_is_the_source_may_be_shown():
    check("<p>Ines Okafor</p>", owned=['terms = ["Ines Okafor"]'])
    check("<p>Daily Gazette</p>", author="Daily Gazette")


def test_an_author_of_one_word_is_not_looked_for():
    check("<p>reuters</p>", author="Reuters")


def test_none_refuses_a_line_that_cleaning_removed():
    with pytest.raises(ReportError, match="holds words"):
        check("<p>Tap here for our daily letter</p>", removed="Tap here for our daily letter")
    check("<p>Read more here</p>", removed="Read more here")


def test_none_refuses_the_words_that_date_an_article():
    words = "the day after the harbour feast"
    with pytest.raises(ReportError, match="holds words"):
        check(f"<td>{words}</td>", date_evidence=words)


def test_what_the_study_itself_says_may_be_shown():
    line = "Which sentences are behind each number"
    check(f"<h2>{line}</h2>", removed=line, owned=[f"## {line}?"])


@pytest.mark.parametrize("path", ["my notes/first of march.txt", "paper (old), 'b'.txt"])
def test_none_refuses_a_path_with_blanks_and_marks(path):
    with pytest.raises(ReportError, match="path or address"):
        check(f"<li>Read: {path}</li>", path=path)
    check("<li>Read: my notes, first</li>", path=path)


def test_a_file_of_articles_named_as_a_file_of_the_report_is_no_leak():
    check('<a href="articles.csv">', path="articles.csv", owned=["articles.csv"])


def test_at_snippets_removed_text_counts_as_words_of_the_article():
    with pytest.raises(ReportError, match="161 words of an article are shown"):
        check(" ".join(LONG.split()[:161]), level="snippets", removed=LONG)
