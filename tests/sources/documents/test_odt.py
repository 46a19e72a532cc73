"""OpenDocument texts: text in order, headline, properties, and a reason for each refusal."""

import io
import zipfile

import pytest
from odfdo import Document, Frame, Header, Paragraph, Style, Table

from dateline.sources.documents.odt import is_odt, read_odt
from dateline.sources.raw import RefusedError
from dateline.study import ReadSettings


def saved(*elements):
    document = Document("text")
    document.body.clear()
    for element in elements:
        document.body.append(element)
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def changed(content, name, change):
    """The package with one member changed, or left out where `change` gives nothing."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(target, "w") as new:
        for member in old.namelist():
            data = change(old.read(member)) if member == name else old.read(member)
            if data is not None:
                new.writestr(member, data)
    return target.getvalue()


def read(*elements):
    (article,) = read_odt("a.odt", saved(*elements)).articles
    return article


def refusal(content, **settings):
    with pytest.raises(RefusedError) as refused:
        read_odt("a.odt", content, ReadSettings(**settings))
    return str(refused.value)


def test_a_heading_of_the_first_level_is_the_headline():
    article = read(Paragraph("3 May"), Header(1, "Talks resume"), Paragraph("Both sides met."))
    assert article.text == "Talks resume\n\n3 May\n\nBoth sides met."
    assert (article.title, article.author, article.place) == ("Talks resume", "", "")


def test_a_paragraph_in_the_style_title_comes_before_a_heading():
    article = read(Header(1, "What is new"), Paragraph("Talks resume", style="Title"))
    assert article.text == "Talks resume\n\nWhat is new"


def test_a_title_formatted_by_hand_is_still_one():
    document = Document("text")
    document.body.clear()
    document.insert_style(Style("paragraph", name="P1", parent_style="Title"), automatic=True)
    document.body.append(Paragraph("Talks resume", style="P1"))
    target = io.BytesIO()
    document.save(target)
    assert read_odt("a.odt", target.getvalue()).articles[0].title == "Talks resume"


def test_spaces_tabs_and_line_breaks_are_kept():
    assert read(Paragraph("Both  sides\nmet\ton Monday.")).text == "Both  sides\nmet\ton Monday."


def test_footnotes_and_comments_are_not_text():
    paragraph = Paragraph("Both sides met again.")
    paragraph.insert_note(after="sides", note_id="n1", citation="1", body="A footnote.")
    paragraph.insert_annotation(after="met", body="Check this", creator="Jane Roe")
    assert read(paragraph).text == "Both sides met again."


def test_cells_and_text_boxes_stand_where_they_stand():
    table = Table("t", width=2, height=1)
    table.set_value((0, 0), "Left")
    table.set_value((1, 0), "Right")
    box = Paragraph("With a box.")
    box.append(Frame.text_frame("In the box."))
    assert read(table, box).text == "Left\n\nRight\n\nWith a box.\n\nIn the box."


def test_the_document_s_own_dates_are_given():
    dates = (
        b"<meta:creation-date>2014-05-30T10:00:00</meta:creation-date><dc:date>2014-06-01</dc:date>"
    )
    content = changed(
        saved(Paragraph("Both met.")),
        "meta.xml",
        lambda xml: xml.replace(b"<office:meta>", b"<office:meta>" + dates, 1),
    )
    assert read_odt("a.odt", content).articles[0].metadata == (
        ("file:created", "2014-05-30T10:00:00"),
        ("file:modified", "2014-06-01"),
    )


PLAIN = saved(Paragraph("Both met."))
BOMB = b"<!DOCTYPE x [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;'>]>"


@pytest.mark.parametrize(
    "content, reason",
    [
        (changed(PLAIN, "META-INF/manifest.xml", lambda xml: xml + b"<manifest:encryption-data/>"),
         "encrypted; save it without a password"),
        (PLAIN[:9000], "damaged document; its end or its table of contents is lost"),
        (changed(PLAIN, "content.xml", lambda _: None),
         "not an OpenDocument text; if it is a ZIP archive, name it .zip"),
        (changed(PLAIN, "mimetype", lambda _: b"application/zip"),
         "not an OpenDocument text; if it is a ZIP archive, name it .zip"),
        (changed(PLAIN, "content.xml", lambda xml: xml[:-30]),
         "damaged document; open it and save it again"),
        (changed(PLAIN, "content.xml", lambda xml: xml.replace(b"?>", b"?>" + BOMB, 1)),
         "document with its own XML entities; no word processor has them"),
        (b"Both met.", "not a document, though its name ends in .odt"),
        (saved(Paragraph(" ")), "document without text"),
    ],
    ids=["password", "cut", "hollow", "zip", "broken", "entities", "text", "blank"],
)  # fmt: skip
def test_a_document_that_cannot_be_read_is_refused_with_its_reason(content, reason):
    assert refusal(content) == reason


def test_a_bomb_is_refused_before_it_is_unpacked():
    bomb = changed(PLAIN, "styles.xml", lambda _: bytes(3 * 2**20))
    assert refusal(bomb, largest_mb=2) == "unpacks to more than 2 MiB; split it"


@pytest.mark.parametrize(
    "content, expected",
    [(PLAIN, True), (b"PK\x03\x04 mimetype", False), (b"mimetype", False), (b"", False)],
    ids=["document", "zip", "text", "empty"],
)
def test_an_open_document_is_known_by_its_first_member(content, expected):
    assert is_odt(content) is expected
