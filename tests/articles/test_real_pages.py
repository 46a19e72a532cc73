"""Real pages, read and cleaned: titles, bodies, captions, escapes and copies."""

import csv
import re
from collections import Counter

import pytest
from lxml import html

from dateline.articles import build_corpus
from dateline.articles.clean import clean_text
from dateline.sources.html import read_html
from dateline.study import open_study

# What a page of en.kremlin.ru shows in or beside the body, and that is no part of it.
ASIDES = ("tooltip", "masha-ignore", "bottommeta", "media__", "slider", "hidden")
# The caption of 57085 is the first sentence of the article, word by word.
CAPTION_IS_LEAD = "57085.html"


def words(text):
    return Counter(re.findall(r"\w+", text.casefold()))


def f1(one, other):
    one, other = words(one), words(other)
    return 2 * (one & other).total() / (one.total() + other.total())


def body_of(content):
    """The lead and the body that the page's own classes name."""
    page = html.fromstring(content)
    for part in page.xpath("//*[@class]"):
        own = {"entry-content", "entry-summary"} & set(part.get("class").split())
        if not own and any(name in part.get("class") for name in ASIDES):
            part.drop_tree() if part.getparent() is not None else None
    parts = page.xpath(
        "//*[contains(@class, 'entry-summary') or contains(@class, 'entry-content')]"
    )
    return " ".join(part.text_content() for part in parts)


def kremlin(shared):
    folder = shared / "data/kremlin_en"
    with (folder / "truth.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if "-print" not in row["file"]:
                content = (folder / row["file"]).read_bytes()
                (article,) = read_html(row["file"], content).articles
                yield row, content, article, clean_text(article.text).text


@pytest.mark.real
def test_the_35_kremlin_pages_have_their_title_and_their_body(shared):
    scores = []
    for row, content, article, text in kremlin(shared):
        assert article.title == row["title"], row["file"]
        assert text.startswith(row["title"]), row["file"]
        scores.append(f1(text.removeprefix(row["title"]), body_of(content)))
    assert len(scores) == 35
    assert min(scores) >= 0.99


@pytest.mark.real
def test_no_caption_is_in_the_text_of_a_kremlin_page(shared):
    found = set()
    for row, content, _, text in kremlin(shared):
        titles = html.fromstring(content).xpath("//*[contains(@class, 'media__title')]")
        captions = {" ".join(each.text_content().split()) for each in titles} - {""}
        if any(caption in text for caption in captions):
            found.add(row["file"].removeprefix("html/"))
    assert found == {CAPTION_IS_LEAD}


@pytest.mark.real
def test_the_forty_briefings_are_read_without_escapes_and_two_are_copies(shared):
    corpus = build_corpus(open_study(shared / "data/whitehouse/raw"))
    articles = corpus.articles.set_index("path")
    assert (len(articles), set(corpus.files["status"])) == (40, {"read"})
    assert not articles["text"].str.contains(r"\\x|\\u[0-9a-f]{4}|\\n", regex=True).any()
    copies = articles[articles["copy_of"] != ""]
    assert copies["copy_of"].to_dict() == {"190.html": articles.loc["189.html", "doc_id"]}
