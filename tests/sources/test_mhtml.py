"""Pages saved as one file: the page's own article, its address, and the day when it was saved."""

import pytest

from dateline.sources.mail import is_mail
from dateline.sources.mhtml import is_mhtml, read_mhtml
from dateline.sources.raw import RefusedError

PAGE = (
    "<!DOCTYPE html><html><head><title>Talks resume</title>"
    '<meta property="article:published_time" content="2014-05-30"></head>'
    "<body><h1>Talks resume</h1><p>Both sides met in a café in Bonn.</p></body></html>"
)
HEAD = (
    "From: <Saved by Blink>\nSnapshot-Content-Location: https://example.org/talks\n"
    "Subject: Talks resume\nDate: Mon, 2 Jun 2014 10:00:00 -0000\nMIME-Version: 1.0\n"
    'Content-Type: multipart/related; type="text/html"; boundary="b"\n\n'
)


def saved(*parts, head=HEAD):
    return "".join([head, *(f"--b\n{part}\n" for part in parts), "--b--\n"])


def part(content, kind="text/html", where="https://example.org/talks?x=1", coding="8bit"):
    location = f"Content-Location: {where}\n" if where else ""
    return f"Content-Type: {kind}\nContent-Transfer-Encoding: {coding}\n{location}\n{content}"


def read(content):
    return read_mhtml("a.mhtml", content if isinstance(content, bytes) else content.encode())


def test_the_page_is_read_with_its_address_and_the_day_when_it_was_saved():
    (article,) = read(saved(part(PAGE), part("x", "text/css"))).articles
    assert article.text == "Talks resume\n\nBoth sides met in a café in Bonn."
    assert article.url == "https://example.org/talks?x=1"
    assert ("meta:article:published_time", "2014-05-30") in article.metadata
    assert article.metadata[-1] == ("mhtml:saved", "Mon, 2 Jun 2014 10:00:00 -0000")


@pytest.mark.parametrize("where", ["", "cid:frame-1@mhtml.blink"], ids=["none", "not on the web"])
def test_the_address_of_the_snapshot_serves_too(where):
    assert read(saved(part(PAGE, where=where))).articles[0].url == "https://example.org/talks"


def test_quoted_printable_is_decoded():
    page = PAGE.replace("=", "=3D").replace("é", "=C3=A9").replace("Bonn", "Bo=\nnn")
    text = read(saved(part(page, coding="quoted-printable"))).articles[0].text
    assert text.endswith("in a café in Bonn.")


def test_the_charset_of_the_part_outranks_that_of_the_page():
    page = PAGE.replace("<head>", "<head><meta charset='utf-8'>")
    content = saved(part(page, "text/html; charset=windows-1252")).encode("cp1252")
    (article,) = read(content).articles
    assert article.text.endswith("in a café in Bonn.") and article.encoding == "windows-1252"


def test_pages_in_frames_are_counted():
    found = read(saved(part(PAGE), part("<p>Buy</p>"), part("<p>More</p>")))
    assert found.remark == "2 framed pages not read" and "Buy" not in found.articles[0].text


@pytest.mark.parametrize(
    "content, reason",
    [
        (saved(part("x", "text/css")), "saved page without an HTML part; save it again as .html"),
        (HEAD, "saved page without an HTML part; save it again as .html"),
        ("", "saved page without an HTML part; save it again as .html"),
        (saved(part("<script>x()</script>")), "page without text"),
    ],
    ids=["style alone", "header alone", "empty", "script alone"],
)
def test_a_page_that_cannot_be_read_is_refused_with_its_reason(content, reason):
    with pytest.raises(RefusedError, match=reason):
        read(content)


@pytest.mark.parametrize(
    "content, expected",
    [
        (saved(part(PAGE)), True),
        (HEAD.replace("<Saved by Blink>", '"Saved by Internet Explorer 11"'), True),
        ("MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n", True),
        ("To: x\nMIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n", False),
        ("MIME-Version: 1.0\nContent-Type: text/plain\n\nThey met.", False),
        (PAGE, False),
        ("", False),
    ],
    ids=["Blink", "Explorer", "Word", "mail", "text", "page", "empty"],
)
def test_a_saved_page_is_known_by_its_header_and_is_no_mail(content, expected):
    assert is_mhtml(content.encode()) is expected
    assert not (expected and is_mail(content.encode()))
