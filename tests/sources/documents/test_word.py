"""Word documents: text in order, headline, properties, and a reason for each that is refused."""

import io
import zipfile

import pytest
from docx import Document

from dateline.sources.documents.word import is_docx, read_docx
from dateline.sources.raw import RefusedError
from dateline.study import ReadSettings


def saved(document):
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def written(*paragraphs, title=""):
    document = Document()
    if title:
        document.add_paragraph(title, style="Title")
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    return document


def changed(content, name, change):
    """The package with one member changed, or left out where `change` gives nothing."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(target, "w") as new:
        for member in old.namelist():
            data = change(old.read(member)) if member == name else old.read(member)
            if data is not None:
                new.writestr(member, data)
    return target.getvalue()


def read(document, **settings):
    content = document if isinstance(document, bytes) else saved(document)
    return read_docx("a.docx", content, ReadSettings(**settings))


def refusal(document, **settings):
    with pytest.raises(RefusedError) as refused:
        read(document, **settings)
    return str(refused.value)


def with_xml(xml, mark="MARK"):
    """A document with this in the middle of its sentence, or in place of another mark."""
    content = saved(written("Both sides MARK met."))
    return changed(
        content, "word/document.xml", lambda old: old.replace(mark.encode(), xml.encode())
    )


def test_the_paragraph_in_the_style_title_is_the_headline():
    (article,) = read(written("Both sides met.", "They will meet again.", title="Talks")).articles
    assert article.text == "Talks\n\nBoth sides met.\n\nThey will meet again."
    assert (article.title, article.path, article.place) == ("Talks", "a.docx", "")


def test_without_a_title_the_first_heading_is_the_headline():
    document = written("3 May 2014")
    document.add_heading("Talks resume", level=1)
    document.add_heading("What comes next", level=1)
    (article,) = read(document).articles
    assert article.text == "Talks resume\n\n3 May 2014\n\nWhat comes next"


def test_a_heading_far_down_heads_a_section():
    document = written(*(f"Round {number}." for number in range(8)))
    document.add_heading("Later rounds", level=1)
    assert read(document).articles[0].title == ""


def test_several_titles_are_remarked():
    document = written("Both met.", title="Talks")
    document.add_paragraph("Floods", style="Title")
    assert read(document).remark == "2 paragraphs in the style Title; read as one article"


def test_cells_stand_where_their_table_stands_and_merged_ones_once():
    document = written("Before.")
    table = document.add_table(rows=2, cols=2)
    table.cell(0, 0).merge(table.cell(0, 1)).text = "Merged"
    table.cell(1, 0).text, table.cell(1, 1).text = "Left", "Right"
    document.add_paragraph("After.")
    assert read(document).articles[0].text == "Before.\n\nMerged\n\nLeft\n\nRight\n\nAfter."


def test_line_breaks_and_tabs_are_kept():
    assert read(written("One\ntwo\tthree")).articles[0].text == "One\ntwo\tthree"


def test_headers_footers_and_comments_are_not_text():
    document = written("Both sides met.")
    document.sections[0].header.paragraphs[0].text = "The Daily Post"
    document.sections[0].footer.paragraphs[0].text = "Page 1"
    document.add_comment(document.paragraphs[0].runs, text="Check this", author="Jane Roe")
    assert read(document).articles[0].text == "Both sides met."


@pytest.mark.parametrize(
    "xml, words",
    [
        ("<w:ins w:id='1'><w:r><w:t>soon</w:t></w:r></w:ins>", ["Both sides", "soon", "met."]),
        ("<w:del w:id='1'><w:r><w:delText>never</w:delText></w:r></w:del>", ["Both sides", "met."]),
        ("<w:moveFrom w:id='1'><w:r><w:t>x</w:t></w:r></w:moveFrom>", ["Both sides", "met."]),
        ("<w:sdt><w:sdtContent><w:r><w:t>soon</w:t></w:r></w:sdtContent></w:sdt>",
         ["Both sides", "soon", "met."]),
        ("<w:r><w:pict><w:txbxContent><w:p><w:r><w:t>A box.</w:t></w:r></w:p></w:txbxContent>"
         "</w:pict></w:r>", ["Both sides", "met.", "A box."]),
    ],
    ids=["inserted", "deleted", "moved away", "content control", "text box"],
)  # fmt: skip
def test_tracked_changes_controls_and_boxes(xml, words):
    text = read(with_xml(f"</w:t></w:r>{xml}<w:r><w:t>")).articles[0].text
    assert text.split() == " ".join(words).split()


def test_a_text_box_in_two_forms_is_read_once():
    box = "<w:txbxContent><w:p><w:r><w:t>A box.</w:t></w:r></w:p></w:txbxContent>"
    form = "xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006'"
    both = f"<mc:Choice Requires='wps'>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback>"
    xml = f"</w:t><mc:AlternateContent {form}>{both}</mc:AlternateContent><w:t>"
    assert read(with_xml(xml)).articles[0].text.count("A box.") == 1


def test_the_document_s_own_dates_are_given_and_its_typist_is_not():
    document = written("Both sides met.")
    document.core_properties.author = "Jane Roe"
    article = read(document).articles[0]
    names = [name for name, _ in article.metadata]
    assert names == ["file:created", "file:modified"]
    assert article.metadata[0][1] == "2013-12-23T23:15:00Z" and article.author == ""


def test_a_document_without_properties_has_no_dates():
    content = saved(written("Both met."))
    bare = changed(content, "_rels/.rels", lambda xml: xml.replace(b"core-properties", b"none"))
    assert read(bare).articles[0].metadata == ()


def test_entities_are_refused():
    entity = "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/hostname'>]><w:document "
    content = with_xml("&e;")
    hostile = changed(
        content, "word/document.xml", lambda xml: xml.replace(b"<w:document ", entity.encode(), 1)
    )
    assert refusal(hostile) == "document with its own XML entities; no word processor has them"


@pytest.mark.parametrize(
    "content, reason",
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
         "encrypted; save it without a password"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le"),
         "old Office document; open it and save it as .docx"),
        (b"Both sides met.", "not a document, though its name ends in .docx"),
        (b"", "not a document, though its name ends in .docx"),
        (saved(written("Both met."))[:9000],
         "damaged document; its end or its table of contents is lost"),
        (changed(saved(written("x")), "[Content_Types].xml", lambda _: None),
         "ZIP archive without a Word document; name it .zip"),
        (changed(saved(written("x")), "[Content_Types].xml",
                 lambda xml: xml.replace(b"wordprocessingml.document.main", b"sheet.main")),
         "not an ordinary Word document; save it as .docx"),
        (changed(saved(written("x")), "word/document.xml", lambda xml: xml[:-20]),
         "damaged Word document; open it and save it again"),
        (changed(saved(written("x")), "word/document.xml", lambda _: None),
         "damaged Word document; open it and save it again"),
        (saved(written("  ")), "document without text"),
    ],
    ids=["password", "old", "text", "empty", "cut", "zip", "sheet", "broken", "hollow", "blank"],
)  # fmt: skip
def test_a_document_that_cannot_be_read_is_refused_with_its_reason(content, reason):
    assert refusal(content) == reason


def test_a_bomb_is_refused_before_it_is_unpacked():
    bomb = changed(saved(written("Both met.")), "word/styles.xml", lambda _: bytes(3 * 2**20))
    assert refusal(bomb, largest_mb=2) == "unpacks to more than 2 MiB; split it"


def test_a_member_that_holds_more_than_it_says_is_refused():
    content = bytearray(saved(written("word " * 10_000)))
    entry = content.rindex(b"PK\x01\x02", 0, content.index(b"word/document.xml", 30_000))
    content[entry + 24 : entry + 28] = (100).to_bytes(4, "little")
    assert refusal(bytes(content)) == "damaged document; word/document.xml is broken"


@pytest.mark.parametrize(
    "content, expected",
    [
        (saved(written("Both met.")), True),
        (changed(saved(written("x")), "word/document.xml", lambda _: None), True),
        (b"PK\x03\x04 and other words/", False),
        (b"Both sides met in word/ and deed.", False),
        (b"", False),
    ],
    ids=["document", "hollow", "zip", "text", "empty"],
)
def test_a_word_document_is_known_by_its_first_members(content, expected):
    assert is_docx(content) is expected
