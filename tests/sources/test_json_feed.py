"""JSON Feed: items with their fields, and JSON that is no feed."""

import json

import pytest

from dateline.sources.json_feed import is_json_feed, read_json_feed
from dateline.sources.raw import RefusedError

VERSION = "https://jsonfeed.org/version/1.1"
ITEM = {
    "id": "1", "url": "https://example.org/1", "title": "Talks resume",
    "content_html": "<p>Both met.</p><p>In Bonn.</p>", "summary": "In short.",
    "date_published": "2014-05-30T10:00:00Z", "date_modified": "2014-06-01T00:00:00Z",
    "authors": [{"name": "Jane Roe"}, {"name": "John Doe"}], "language": "en-GB",
}  # fmt: skip


def feed(*items, **fields):
    return {"version": VERSION, "title": "Daily Post", "items": list(items)} | fields


def read(content):
    return read_json_feed("a.json", json.dumps(content).encode())


def refusal(content):
    with pytest.raises(RefusedError) as refused:
        read_json_feed("a.json", content)
    return str(refused.value)


def test_an_item_with_all_its_fields():
    (article,) = read(feed(ITEM)).articles
    assert article.text == "Talks resume\n\nBoth met.\n\nIn Bonn."
    assert (article.author, article.source) == ("Jane Roe; John Doe", "Daily Post")
    assert (article.url, article.place, article.language) == ("https://example.org/1", "1", "en-GB")
    assert article.metadata == (
        ("feed:published", "2014-05-30T10:00:00Z"),
        ("feed:updated", "2014-06-01T00:00:00Z"),
    )


def test_plain_content_keeps_its_lines_and_its_angle_brackets():
    item = {"id": "1", "content_text": "Round 1 < round 2.\n\nThey met."}
    assert read(feed(item)).articles[0].text == "Round 1 < round 2.\n\nThey met."


def test_the_author_of_version_one_and_that_of_the_feed():
    found = read(feed({"title": "A", "author": {"name": "Jane Roe"}}, {"title": "B"},
                      author={"name": "John Doe", "url": "https://example.org"}))  # fmt: skip
    assert [article.author for article in found.articles] == ["Jane Roe", "John Doe"]


def test_numbers_for_identifiers_and_values_of_a_wrong_kind():
    (article,) = read(
        feed({"id": 7, "title": ["A"], "content_text": "Met.", "authors": "x"})
    ).articles
    assert (article.place, article.title, article.text) == ("7", "", "Met.")


def test_items_with_less_than_a_text_are_counted():
    found = read(feed({"summary": "Short."}, {"title": "B"}, {}, ITEM, "no object"))
    assert [article.text for article in found.articles][:3] == ["Short.", "B", ""]
    assert found.remark == (
        "1 of 5 items passed over, being no objects; 1 of 4 items with a summary only; "
        "1 of 4 items with a title only; 1 of 4 items without text"
    )


@pytest.mark.parametrize(
    "content, reason",
    [
        (json.dumps(feed()).encode(), "feed without items"),
        (b'{"version": "x"}', "JSON that is no feed; it has no list of items"),
        (b"[1]", "JSON that is no feed; it has no list of items"),
        (b"[" * 100_000, "JSON nested too deep"),
        (b'{"items": [', "broken JSON: "),
        (b"", "empty"),
    ],
    ids=["no items", "no list", "list", "nested", "cut", "empty"],
)
def test_what_is_no_feed_is_refused(content, reason):
    assert refusal(content).startswith(reason)


@pytest.mark.parametrize(
    "content, expected",
    [
        (feed(), True),
        (feed(version="https://jsonfeed.org/version/1"), True),
        ([{"title": "Talks", "text": "They met."}], False),
        ({"version": "1.0", "articles": []}, False),
        ({"title": VERSION}, False),
        ("version", False),
    ],
    ids=["1.1", "1.0", "list of articles", "another version", "only named", "text"],
)
def test_a_feed_is_known_by_its_version(content, expected):
    assert is_json_feed(json.dumps(content).encode()) is expected
    assert is_json_feed(json.dumps(content).replace("/", "\\/").encode()) is expected


@pytest.mark.real
def test_the_sample_feed(shared):
    content = (shared / "data/web_feeds/feed.json").read_bytes()
    found = read_json_feed("feed.json", content)
    stated = json.loads(content)["items"]
    assert is_json_feed(content) and found.remark == ""
    assert [article.place for article in found.articles] == [item["id"] for item in stated]
    assert all("<" not in article.text and article.author for article in found.articles)
