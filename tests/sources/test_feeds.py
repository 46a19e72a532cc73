"""RSS and Atom: items with their fields, summaries counted, broken and hostile XML bounded."""

import tracemalloc

import pytest

from dateline.sources.feeds import is_feed, read_feed
from dateline.sources.raw import RefusedError

ATOM = 'xmlns="http://www.w3.org/2005/Atom"'
RDF = (
    'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/"'
)
CONTENT = 'xmlns:content="http://purl.org/rss/1.0/modules/content/"'


def rss(*items, channel="<title>Daily Post</title><language>en</language>", head=""):
    body = "".join(f"<item>{item}</item>" for item in items)
    return f'{head}<rss version="2.0" {CONTENT}><channel>{channel}{body}</channel></rss>'


def atom(*entries):
    body = "".join(f"<entry>{entry}</entry>" for entry in entries)
    return f"<feed {ATOM}><title>Daily Post</title>{body}</feed>"


def read(content):
    return read_feed("a.xml", content if isinstance(content, bytes) else content.encode())


def refusal(content):
    with pytest.raises(RefusedError) as refused:
        read(content)
    return str(refused.value)


def test_an_item_of_rss_with_all_its_fields():
    (article,) = read(rss(
        "<title>Talks resume</title><link>https://example.org/1</link><guid>g1</guid>"
        "<pubDate>Fri, 30 May 2014 10:00:00 GMT</pubDate><author>j@example.org (Jane Roe)</author>"
        "<description>In short.</description>"
        "<content:encoded><![CDATA[<p>Both met.</p><p>In Bonn.</p>]]></content:encoded>"
    )).articles  # fmt: skip
    assert article.text == "Talks resume\n\nBoth met.\n\nIn Bonn."
    assert (article.title, article.author, article.source) == (
        "Talks resume", "Jane Roe", "Daily Post",
    )  # fmt: skip
    assert (article.url, article.place, article.language) == ("https://example.org/1", "g1", "en")
    assert article.metadata == (("feed:published", "Fri, 30 May 2014 10:00:00 GMT"),)


def test_an_entry_of_atom_with_both_dates():
    entry = (
        "<title type='html'>Talks &amp;amp; &lt;b>more&lt;/b></title><id>tag:1</id>"
        "<link href='https://example.org/1'/><author><name>Jane Roe</name></author>"
        "<published>2014-05-30T10:00:00Z</published><updated>2014-06-01T00:00:00Z</updated>"
        "<content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'><p>They met.</p></div>"
        "</content>"
    )
    (article,) = read(atom(entry)).articles
    assert article.text == "Talks & more\n\nThey met." and article.place == "tag:1"
    assert article.metadata == (
        ("feed:published", "2014-05-30T10:00:00Z"),
        ("feed:updated", "2014-06-01T00:00:00Z"),
    )


def test_an_updated_entry_is_not_given_a_day_of_publication():
    entry = "<title>Talks</title><updated>2014-06-01T00:00:00Z</updated><summary>Met.</summary>"
    assert read(atom(entry)).articles[0].metadata == (("feed:updated", "2014-06-01T00:00:00Z"),)


def test_rss_one_has_dates_of_dublin_core():
    item = "<title>Talks</title><dc:date>2014-05-30</dc:date><description>They met.</description>"
    (article,) = read(
        f"<rdf:RDF {RDF}><channel/><item rdf:about='u'>{item}</item></rdf:RDF>"
    ).articles
    assert article.metadata == (("feed:dc:date", "2014-05-30"),)


def test_an_old_feed_with_its_document_type():
    head = (
        '<?xml version="1.0"?><!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" '
        '"http://my.netscape.com/publish/formats/rss-0.91.dtd">'
    )
    assert read(rss("<title>Talks</title>", head=head)).articles[0].text == "Talks"


def test_items_with_a_summary_a_title_or_nothing_are_counted():
    found = read(rss(
        "<title>A</title><description>Short.</description>", "<title>B</title>", "<guid>c</guid>",
        "<title>D</title><content:encoded>Long.</content:encoded>",
    ))  # fmt: skip
    assert [article.text for article in found.articles] == ["A\n\nShort.", "B", "", "D\n\nLong."]
    assert found.remark == (
        "1 of 4 items with a summary only; 1 of 4 items with a title only; "
        "1 of 4 items without text"
    )


@pytest.mark.parametrize(
    "description, text",
    [
        ("&lt;p&gt;One.&lt;/p&gt;&lt;p&gt;Two.&lt;/p&gt;", "One.\n\nTwo."),
        ("One &amp;amp; two.\n\nThree.", "One & two.\n\nThree."),
        ("&lt;script&gt;x()&lt;/script&gt;One.", "One."),
        ("&lt;figure&gt;&lt;figcaption&gt;A hall&lt;/figcaption&gt;&lt;/figure&gt;One.", "One."),
        ("&lt;a href='javascript:x()'&gt;One.&lt;/a&gt;", "One."),
    ],
    ids=["paragraphs", "plain", "script", "caption", "link"],
)
def test_html_in_an_item(description, text):
    assert read(rss(f"<description>{description}</description>")).articles[0].text == text


def test_a_text_that_begins_with_its_title_has_it_once():
    item = "<title>Talks resume</title><description>Talks resume\n\nThey met.</description>"
    assert read(rss(item)).articles[0].text == "Talks resume\n\nThey met."


def test_no_address_is_taken_for_an_author():
    assert read(rss("<title>A</title><author>jane@example.org</author>")).articles[0].author == ""


def test_the_feed_that_an_item_was_taken_from_is_its_source():
    item = "<title>A</title><source url='https://example.org'>Evening News</source>"
    assert read(rss(item)).articles[0].source == "Evening News"


@pytest.mark.parametrize("encoding", ["utf-16", "windows-1251", "koi8-r", "utf-8-sig"])
def test_encodings(encoding):
    declared = encoding.removesuffix("-sig")
    feed = rss("<title>Переговоры</title>", head=f'<?xml version="1.0" encoding="{declared}"?>')
    assert read(feed.encode(encoding)).articles[0].title == "Переговоры"


def test_broken_xml_is_read_as_far_as_it_goes_and_named():
    whole = rss("<title>A</title><description>Met.</description>", "<title>B</title><guid>2")
    found = read(whole[: whole.index("</item></channel>")])
    assert [article.title for article in found.articles] == ["A", "B"]
    assert found.remark.startswith("line 1: broken XML; read as far as it goes")


def laughs(before=""):
    entities = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    head = f'{before}<!DOCTYPE rss [<!ENTITY l0 "lol">{entities}]>'
    return rss("<title>&l9;</title>", head=head)


@pytest.mark.parametrize(
    "content",
    [laughs(), laughs("<?xml version='1.0'?>\n"), laughs("<!-- <rss> -->"),
     rss("<title>&x;</title>", head="<!DOCTYPE rss [<!ENTITY x SYSTEM 'file:///etc/hostname'>]>"),
     rss("<title>&x;</title>", head=f"<!DOCTYPE rss [<!ENTITY x '{'x' * 9000}'>]>")],
    ids=["bomb", "below the declaration", "below a comment", "external", "long"],
)  # fmt: skip
def test_entities_of_its_own_are_refused(content):
    assert refusal(content) == "feed that declares entities of its own; save it without them"


def test_entities_that_nobody_declared_stay_as_they_are_in_little_memory():
    tracemalloc.start()
    title = read(rss("<title>Talks &l9;</title>" * 3)).articles[0].title
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert "Talks" in title and peak < 20 * 2**20


@pytest.mark.parametrize(
    "content, reason",
    [
        (rss(), "feed without items"),
        ("<opml><outline/></opml>", "XML that is no feed"),
        ("<html><body>&lt;rss&gt;</body></html>", "XML that is no feed"),
        ("", "XML that is no feed"),
    ],
    ids=["no items", "outline", "page", "empty"],
)
def test_what_is_no_feed_is_refused(content, reason):
    assert refusal(content).startswith(reason)


@pytest.mark.parametrize(
    "content, expected",
    [
        (rss(), True),
        ("<?xml version='1.0'?>\n<!-- <html> -->\n<rss>", True),
        (f"<feed {ATOM}>", True),
        (f"<a:feed {ATOM.replace('xmlns', 'xmlns:a')}>", True),
        ('<feed version="0.3" xmlns="http://purl.org/atom/ns#">', True),
        (f"<rdf:RDF {RDF}>", True),
        ("<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'>", False),
        ("<feed><item/></feed>", False),
        ("<ppsArticleResponse><rss/></ppsArticleResponse>", False),
        ("<!DOCTYPE html><html><pre>&lt;rss version='2.0'></pre>", False),
        ("<html><rss></html>", False),
        ("An article on <rss> and <feed>.", False),
        ("<!--" * 10_000, False),
        ("", False),
    ],
)
def test_a_feed_is_known_by_its_first_element(content, expected):
    assert is_feed(content.encode()) is expected


@pytest.mark.real
@pytest.mark.parametrize(
    "name, titles",
    [("feed1.atom", ["Atom-Powered Robots Run Amok", "Self-referenced link"]),
     ("feed2.rss", ["Example entry"])],
)  # fmt: skip
def test_the_sample_feeds(shared, name, titles):
    found = read((shared / "data/web_feeds" / name).read_bytes())
    assert [article.title for article in found.articles] == titles
    assert all(article.url.startswith("http") and article.place for article in found.articles)
