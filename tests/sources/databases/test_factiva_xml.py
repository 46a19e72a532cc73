"""Factiva's XML: nested elements in order, nothing expanded, nothing fetched."""

import pytest

from dateline.sources.databases.factiva_xml import is_factiva_xml, read_factiva_xml


@pytest.fixture
def found(export):
    return read_factiva_xml("a.xml", export("factiva.xml"))


def test_text_keeps_its_order_through_elements_inside(found):
    assert found.articles[0].text.split("\n\n") == [
        "Ministers agree on sanctions Talks go on",
        "Both sides agreed on sanctions in Geneva on Sunday.",
        "Nothing else is known.",
        "It is late.",
    ]


def test_fields_go_to_their_places(found):
    article = found.articles[0]
    assert (article.author, article.source) == ("Jane Roe", "The Daily Example")
    assert (article.language, article.place) == ("en", "EXMP000020100311e63b0002s")


def test_the_day_stands_in_either_element(found):
    days = [article.metadata[0][1] for article in found.articles]
    assert days == ["2010-03-11T00:00:00", "2010-03-12"]
    assert found.remark == ""


def test_the_publisher_stands_in_for_the_source(found):
    assert found.articles[1].source == "Example Wire"


@pytest.mark.parametrize(
    "entity",
    ['<!ENTITY x SYSTEM "file:///etc/hostname">', '<!ENTITY y "boom"><!ENTITY x "&y;&y;&y;">'],
)
def test_entities_are_not_expanded(entity, export):
    text = export("factiva.xml").decode().replace("It is late.", "It is &x; late.")
    text = text.replace("<PPSResponse>", f"<!DOCTYPE r [{entity}]><PPSResponse>")
    assert read_factiva_xml("a.xml", text.encode()).articles[0].text.endswith("It is late.")


def test_a_file_that_breaks_off_gives_the_articles_before(export):
    content = export("factiva.xml")
    found = read_factiva_xml("a.xml", content[: content.index(b"</article></ppsarticle>") + 30])
    assert len(found.articles) == 1
    assert found.remark.startswith("Factiva XML file; broken XML at line ")


def test_a_file_without_articles_is_refused(refusal):
    reason = "looks like a Factiva XML file, but no article was found in it"
    assert refusal(read_factiva_xml, b"<ppsArticleResponse/>") == reason


def test_what_is_no_xml_is_refused(refusal):
    reason = "looks like a Factiva XML file, but it cannot be read as XML"
    assert refusal(read_factiva_xml, b"ppsarticle") == reason


def test_the_format_is_known_by_two_elements(export):
    assert is_factiva_xml(export("factiva.xml"))
    assert not is_factiva_xml(b"<rss><article><accessionNo>1</accessionNo></article></rss>")
    assert not is_factiva_xml(b"<p>The root is ppsArticleResponse, with an accessionNo.</p>")
