"""The few words of an article that may be shown."""

import pandas as pd
import pytest

from dateline.articles.share_level import SHARE
from dateline.report.share_level import write_spans
from dateline.themes import find_mentions, find_passages, read_codebook
from dateline.themes.snippets import SPANS, snippet_spans

BOOK = read_codebook({"themes": {"arms": {"terms": ["arms"]}}})
FORTY = " ".join(f"w{n}" for n in range(40))
TEXT = f"{FORTY} arms {FORTY} arms {FORTY} arms {FORTY}"


@pytest.fixture
def level(monkeypatch, tmp_path):
    def choose(name):
        monkeypatch.setenv(SHARE, name)
        monkeypatch.setenv(SPANS, str(tmp_path / f"{name}.json"))

    return choose


def passages(articles):
    about = {"date": pd.NaT, "date_class": "U", "source": "", "title": "", "path": "a.txt"}
    articles = articles.assign(**about)
    return find_passages(find_mentions(articles, BOOK), articles)


def test_a_match_brings_25_words_and_an_article_at_most_60(articles_of):
    articles = articles_of(TEXT)
    ((_, spans),) = snippet_spans(find_mentions(articles, BOOK), articles).items()
    assert [len(TEXT[first:last].split()) for first, last in spans] == [25, 25]


def test_snippets_show_the_words_around_the_match(articles_of, level):
    level("snippets")
    articles = articles_of(TEXT)
    write_spans(find_mentions(articles, BOOK), articles)
    first, second, third = passages(articles).to_dict("records")
    assert first["pre"].split() == [f"w{n}" for n in range(28, 40)]
    assert second["post"].split() == [f"w{n}" for n in range(12)]
    assert third["pre"] + third["keyword"] + third["post"] == ""


def test_without_known_spans_nothing_is_shown(articles_of, level):
    level("snippets")
    assert set(passages(articles_of(TEXT))["keyword"]) == {""}


def test_at_none_a_passage_has_no_words(articles_of, level):
    level("none")
    found = passages(articles_of(TEXT))
    assert len(found) == 3
    assert found[["pre", "keyword", "post"]].eq("").all(axis=None)


def test_an_article_without_a_match_has_no_span(articles_of):
    articles = articles_of("Nothing here.")
    assert snippet_spans(find_mentions(articles, BOOK), articles) == {}
