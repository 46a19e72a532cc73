"""Web archives: pages with address and day, all other records counted, hostile ones bounded."""

import gzip
import io
import tracemalloc

import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from dateline.sources.raw import RefusedError
from dateline.sources.web_archives import is_warc, read_warc
from dateline.study import ReadSettings

PAGE = (
    "<!DOCTYPE html><html><head><title>Talks resume</title>"
    '<meta property="article:published_time" content="2014-05-30"></head>'
    "<body><h1>Talks resume</h1><p>Both sides met in a café in Bonn.</p></body></html>"
)
URL = "https://example.org/talks"


def archive(*records, packed=True):
    """A web archive of records, each (address, content, HTTP headers, status, type of record)."""
    target = io.BytesIO()
    writer = WARCWriter(target, gzip=packed)
    for record in records:
        address, content, headers, status, kind = (*record, *DEFAULTS[len(record) :])
        http = StatusAndHeaders(status, list(headers.items()), protocol="HTTP/1.1")
        writer.write_record(
            writer.create_warc_record(
                address, kind, payload=io.BytesIO(content), http_headers=http,
                warc_headers_dict={"WARC-Date": "2014-06-02T10:00:00Z"},
            )
        )  # fmt: skip
    return target.getvalue()


DEFAULTS = (URL, PAGE.encode(), {"Content-Type": "text/html; charset=utf-8"}, "200 OK", "response")


def read(content, **settings):
    return read_warc("a.warc.gz", content, ReadSettings(**settings))


def refusal(content, **settings):
    with pytest.raises(RefusedError) as refused:
        read(content, **settings)
    return str(refused.value)


@pytest.mark.parametrize("packed", [True, False], ids=["gzip", "plain"])
def test_a_page_is_an_article_with_its_address_and_the_day_it_was_seen(packed):
    (article,) = read(archive((), packed=packed)).articles
    assert article.text == "Talks resume\n\nBoth sides met in a café in Bonn."
    assert (article.url, article.place, article.title) == (URL, URL, "Talks resume")
    assert ("meta:article:published_time", "2014-05-30") in article.metadata
    assert article.metadata[-1] == ("warc:date", "2014-06-02T10:00:00Z")


def test_an_archive_packed_as_a_whole_is_read_too():
    content = gzip.compress(archive((), (URL + "/2",), packed=False))
    assert [article.place for article in read(content).articles] == [URL, URL + "/2"]


def test_plain_text_is_an_article():
    found = read(
        archive((URL, "They met in a café.".encode("cp1252"), {"Content-Type": "text/plain"}))
    )
    assert found.articles[0].text == "They met in a café."


def test_the_charset_of_the_header_outranks_that_of_the_page():
    page = PAGE.replace("<head>", "<head><meta charset=utf-8>").encode("cp1252")
    headers = {"Content-Type": "text/html; charset=windows-1252"}
    (article,) = read(archive((URL, page, headers))).articles
    assert article.text.endswith("in a café in Bonn.")


@pytest.mark.parametrize(
    "coding, content",
    [
        ({"Content-Encoding": "gzip"}, gzip.compress(PAGE.encode())),
        ({"Content-Encoding": "gzip"}, PAGE.encode()),
        ({"Content-Encoding": "identity"}, PAGE.encode()),
        (
            {"Transfer-Encoding": "chunked"},
            b"%x\r\n%s\r\n0\r\n\r\n" % (len(PAGE.encode()), PAGE.encode()),
        ),
    ],
    ids=["packed", "said to be packed", "as it is", "in pieces"],
)
def test_content_in_the_forms_of_http(coding, content):
    headers = {"Content-Type": "text/html; charset=utf-8"} | coding
    assert read(archive((URL, content, headers))).articles[0].text.endswith("in Bonn.")


def test_other_records_are_counted_by_kind():
    html, image = {"Content-Type": "text/html"}, {"Content-Type": "image/png"}
    found = read(archive(
        (), (URL, b"x", image), (URL, b"x", image), (URL, b"x", html, "404 Not Found"),
        (URL, b"x", {}), (URL, b"", html), ("https://example.org/robots.txt", b"x",
        {"Content-Type": "text/plain"}), (URL, b"x", html | {"Content-Encoding": "br"}),
    ))  # fmt: skip
    assert len(found.articles) == 1
    assert found.remark == (
        "not read: 2 image/png, 1 empty, 1 page packed with br, 1 robots.txt, 1 status 404 "
        "and 1 more"
    )


def test_requests_are_counted_and_the_same_address_comes_twice():
    found = read(archive((), (), (URL, b"", {}, "GET /talks HTTP/1.1", "request")))
    assert [article.place for article in found.articles] == [URL, URL]
    assert found.remark == "not read: 1 request"


@pytest.mark.parametrize("packed", [True, False], ids=["gzip", "plain"])
def test_an_archive_that_is_cut_off_gives_what_is_before(packed):
    whole = archive((), (URL + "/2",), packed=packed)
    found = read(whole[:-100])
    assert [article.place for article in found.articles] == [URL]
    assert found.remark == "not read: 1 record that is cut off"


def test_a_record_that_is_none_ends_the_archive():
    found = read(
        archive((), packed=False) + b"They met in Bonn.\r\n\r\n" + archive((), packed=False)
    )
    assert len(found.articles) == 1 and found.remark.startswith("not read: 1 broken record")


@pytest.mark.parametrize(
    "content, reason",
    [
        (archive((URL, b"x", {"Content-Type": "image/png"})),
         "web archive without a page that can be read (1 image/png)"),
        (b"WARC/1.0\r\n", "web archive without a page that can be read"),
        (b"They met.", "not a web archive"),
        (gzip.compress(b"They met."), "not a web archive"),
        (b"", "not a web archive"),
    ],
    ids=["picture", "begun", "text", "packed text", "empty"],
)  # fmt: skip
def test_an_archive_that_cannot_be_read_is_refused_with_its_reason(content, reason):
    assert refusal(content).startswith(reason)


def test_a_bomb_ends_at_the_limit():
    record = archive((URL, b"x" * 20 * 2**20, {"Content-Type": "image/png"}))
    assert len(record) < 2**20
    assert refusal(record, largest_mb=1) == (
        "web archive that unpacks to more than 16 times `largest_mb`"
    )


def test_a_header_without_end_is_refused():
    content = gzip.compress(b"WARC/1.0\r\nWARC-Type: " + b"x" * 5 * 2**20)
    assert refusal(content) == "web archive with a header that does not end"


def test_a_page_that_unpacks_without_end_is_counted_in_bounded_memory():
    bomb = gzip.compress(bytes(100 * 2**20))
    content = archive((), (URL, bomb, {"Content-Type": "text/html", "Content-Encoding": "gzip"}))
    tracemalloc.start()
    found = read(content)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert found.remark == "not read: 1 page of more than 32 MiB" and peak < 150 * 2**20


@pytest.mark.parametrize(
    "content, expected",
    [
        (archive(()), True), (archive((), packed=False), True), (gzip.compress(b"Talks"), False),
        (b"\x1f\x8b and no more", False), (b"The WARC/1.0 format", False), (b"", False),
    ],
    ids=["gzip", "plain", "packed text", "broken gzip", "text", "empty"],
)  # fmt: skip
def test_a_web_archive_is_known_by_its_first_record(content, expected):
    assert is_warc(content) is expected
