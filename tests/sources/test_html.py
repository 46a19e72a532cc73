"""Saved web pages: headline, text, fields and dates, and a reason for each page without text."""

import csv
import gzip
import logging
from dataclasses import replace

import pytest

from dateline.sources.html import is_page, read_html
from dateline.sources.raw import RefusedError

BODY = (
    "<p>The president said that the talks in Geneva had gone well and that both sides would meet "
    "again soon in Vienna.</p><p>A second round is planned for the spring, officials said.</p>"
)


def read(page):
    found = read_html("a.html", page if isinstance(page, bytes) else page.encode())
    (article,) = found.articles
    return article


def refusal(page):
    with pytest.raises(RefusedError) as refused:
        read(page)
    return str(refused.value)


def test_a_page_gives_its_text_below_its_headline_and_what_its_head_says():
    article = read(
        "<!DOCTYPE html><html lang='en-GB'><head><title>Talks resume - Daily Post</title>"
        "<meta property='og:title' content='Talks resume'>"
        "<meta property='og:site_name' content='Daily Post'>"
        "<meta property='og:url' content='https://example.org/talks'>"
        "<meta name='author' content='Jane Roe'></head>"
        f"<body><nav>Home</nav><article><h1>Talks resume</h1>{BODY}</article></body></html>"
    )
    assert article.text.split("\n\n")[0] == article.title == "Talks resume"
    assert article.text.count("\n\n") == 2 and "Home" not in article.text
    assert (article.author, article.source) == ("Jane Roe", "Daily Post")
    assert (article.url, article.language) == ("https://example.org/talks", "en-GB")


def test_a_small_page_gives_all_that_it_shows():
    assert read("<h1>Talks</h1><p>Both sides met.</p>").text == "Talks\n\nBoth sides met."


@pytest.mark.parametrize(
    "page, reason",
    [
        (b"", "empty"),
        (b"<html></html>", "page without text; open it in a browser and save what it shows"),
        (b"<script>x()</script><noscript>Turn scripts on</noscript>",
         "page without text; open it in a browser and save what it shows"),
        (b"<p>Talks\0", "not text (binary data)"),
        (b"\x89PNG", "not text (PNG image)"),
        (b"<div>" * 20_000 + b"Talks",
         "elements nested more than 2,000 deep; not a page that a site made"),
    ],
    ids=["nothing", "no text", "a script's page", "zeros", "image", "nested"],
)  # fmt: skip
def test_a_page_that_cannot_be_read_is_refused_with_its_reason(page, reason):
    assert refusal(page) == reason


def test_a_page_nested_deeper_than_the_extractor_goes_keeps_its_text():
    page = "<h1>Talks</h1>" + "<div>" * 400 + "Both sides met." + "</div>" * 400
    assert "Both sides met." in read(page).text


def test_a_page_with_too_many_elements_for_the_extractor_keeps_its_text():
    page = "<nav>Home</nav>" + "".join(f"<p>Round {number}.</p>" for number in range(20_001))
    assert read(page).text.startswith("Home\n\nRound 0.\n\n")


@pytest.mark.parametrize(
    "declared, encoding, found",
    [
        ("windows-1251", "cp1251", "windows-1251"),
        ("koi8-r", "koi8-r", "koi8-r"),
        ("gb2312", "gb18030", "gb18030"),
        ("utf-8", "utf-8", "utf-8"),
        ("rot13", "utf-8", "utf-8"),
    ],
)
def test_the_encoding_that_a_page_declares_is_believed_if_it_is_one(declared, encoding, found):
    page = f"<meta charset='{declared}'><p>Переговоры</p>".encode(encoding)
    assert (read(page).text, read(page).encoding) == ("Переговоры", found)


def test_entities_become_characters():
    assert read("<p>T&eacute;l&#233; &amp; &#8217;x&lt;script&gt;</p>").text == "Télé & ’x<script>"


def test_the_printed_form_of_bytes_is_read_as_the_page_that_it_was():
    page = rb"""<h1>Talks, 3/11/16</h1>
b'<div>\n<p>It\'s the President\xe2\x80\x99s trip.</p></div>'"""
    assert read(page).text == "Talks, 3/11/16\n\nIt's the President’s trip."
    assert read(page).title == "Talks, 3/11/16"


def test_a_broken_printed_form_is_left_as_it_stands():
    assert r"\xzz" in read(rb"<h1>Talks</h1> b'<p>\xzz</p>'").text


def test_the_address_that_a_browser_wrote_into_the_page_is_taken():
    page = "<!-- saved from url=(0024)https://example.org/a --><html><p>Both sides met.</p></html>"
    assert read(page).url == "https://example.org/a"


def test_an_address_that_is_not_on_the_web_is_not_taken():
    page = "<head><link rel='canonical' href='file:///home/a.html'></head><p>Both sides met.</p>"
    assert read(page).url == ""


@pytest.mark.parametrize(
    "tag",
    [
        "<meta property='article:modified_time' content='2024-05-01'>",
        "<meta name='date' content='03/04/2022'>",
    ],
    ids=["changed", "day and month in either order"],
)
def test_htmldate_is_not_asked_where_it_would_guess(tag):
    page = f"<html><head>{tag}</head><body><h1>Talks, 3/4/2014</h1>{BODY}<p>On 2014-03-18.</p>"
    assert not [value for name, value in read(page).metadata if name == "htmldate:strict"]


def test_htmldate_answers_from_the_address_and_on_every_day_the_same():
    link = "<link rel='canonical' href='https://example.org/2037/05/06/talks'>"
    page = f"<html><head>{link}</head><body><h1>Talks</h1>{BODY}"
    assert read(page).metadata == (("htmldate:strict", "2037-05-06"),)


def test_the_same_bytes_give_the_same_article_in_any_company():
    page = f"<html><h1>Talks</h1><article>{BODY}</article></html>"
    first = read(page)
    read(page.replace("Vienna", "Rome"))
    assert [read(page) for _ in range(3)] == [replace(first)] * 3


def test_reading_warns_nobody_and_leaves_the_loggers_as_they_were(caplog):
    before = logging.getLogger("trafilatura").level
    read("<p>x</p>")
    assert logging.getLogger("trafilatura").level == before
    assert not [record for record in caplog.records if "dateline" not in record.name]


@pytest.mark.parametrize(
    "content, page",
    [
        (b"\xef\xbb\xbf <!doctype HTML>", True),
        (b"<?xml version='1.0'?>\n<html>", True),
        (b"<!-- saved from url=(1)x --><html>", True),
        ("<html>".encode("utf-16"), True),
        (b"<p>Talks", False),
        (b"Talks <html>", False),
        (b"<!-- -->" * 500, False),
    ],
)
def test_a_file_is_a_page_by_its_first_tag(content, page):
    assert is_page(content) is page


@pytest.mark.real
def test_the_forty_real_pages_have_their_title_and_no_date_but_the_true_one(shared):
    folder = shared / "data" / "kremlin_en"
    with (folder / "truth.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    articles = [read((folder / row["file"]).read_bytes()) for row in rows]
    stated = [
        {value for name, value in article.metadata if name != "time:updated"}
        for article in articles
    ]
    assert stated == [{row["true_date"]} for row in rows] and len(rows) == 40
    assert [article.title for article in articles] == [row["title"] for row in rows]


@pytest.mark.real
def test_the_forty_real_briefings_keep_no_escapes_and_state_no_date_in_markup(shared):
    folder = shared / "data" / "whitehouse"
    with (folder / "truth.csv").open(encoding="utf-8", newline="") as file:
        titles = {row["file"]: row["title"] for row in csv.DictReader(file)}
    articles = {name: read((folder / "raw" / name).read_bytes()) for name in titles}
    assert not [name for name, article in articles.items() if "\\x" in article.text]
    assert not [article for article in articles.values() if article.metadata]
    titles["719.html"] = titles["719.html"].replace("Mu\ufffdoz", "Muñoz")  # cp1252 in the page
    assert {name: article.title for name, article in articles.items()} == titles
    assert len(titles) == 40


@pytest.mark.real
def test_a_real_page_gives_author_site_and_its_dates(shared):
    article = read(gzip.decompress((shared / "data/web_feeds/webpage.html.gz").read_bytes()))
    assert (article.author, article.source) == ("Geoffrey Skelley", "FiveThirtyEight")
    published = [value for name, value in article.metadata if "publi" in name.lower()]
    assert {value[:10] for value in published} == {"2021-10-25"}


@pytest.mark.parametrize("character", ["\x01", "\x0b", "\ufffe"])
def test_a_control_character_in_the_head_harms_nothing(character):
    head = f'<meta property="article:published_time" content="2022-03-01{character}">'
    assert "talks in Geneva" in read(f"<html><head>{head}</head><body>{BODY}</body></html>").text


def test_a_caption_is_no_text_of_a_short_article():
    figure = "<figure><img src=x><figcaption>The ministers in Bonn.</figcaption></figure>"
    page = f"<html><article><h1>Talks</h1><p>Both met.</p>{figure}<p>No more.</p></article></html>"
    text = read_html("a.html", page.encode()).articles[0].text
    assert "Both met." in text and "No more." in text and "ministers" not in text


def test_a_page_that_needs_a_script_is_refused():
    page = "<html><title>App</title><div></div><noscript>Please enable JavaScript</noscript></html>"
    with pytest.raises(RefusedError, match=r"^page without text"):
        read_html("a.html", page.encode())
