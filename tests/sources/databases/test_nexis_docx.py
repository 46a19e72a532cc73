"""Nexis Uni documents: told by their labels, cover left out."""

import io
import zipfile

import pytest

from dateline.sources.databases.field_labels import is_end
from dateline.sources.databases.nexis_docx import is_nexis_docx, read_nexis_docx

ONE = [
    "Ministers agree to meet",
    "The Daily Example (London)",
    "May 30, 2014 Friday Late Edition - Final",
    "",
    "\nCopyright 2014 Example News Limited All Rights Reserved",
    "",
    "Section:\xa0NEWS; Pg. 3",
    "Length:\xa012 words",
    "Byline:\xa0By Jane Roe",
    "Dateline:\xa0GENEVA",
    "Highlight:\xa0Both sides have news.",
    "Body",
    "",
    "Both sides agreed to meet again.",
    "Nothing else is known\nin Geneva.",
    "",
    "Classification",
    "Language:\xa0ENGLISH",
    "Publication-Type:\xa0Newspaper",
    "\nLoad-Date:\xa0May 31, 2014",
]
TWO = [
    "Minister einig",
    "Das Beispiel",
    "5. Juni 2014",
    "\nCopyright 2014 Beispiel Verlag",
    "Rubrik:\xa0POLITIK",
    "Länge:\xa03 Wörter",
    "Body",
    "Beide sind einig.",
    "Load-Date:\xa06. Juni 2014",
]
HEADLINE_ALONE = [*TWO[:6], *TWO[8:]]
UNDATED = [*TWO[:2], *TWO[3:]]


def read(content):
    return read_nexis_docx("a.docx", content)


def test_an_article_gives_its_fields_and_its_body_below_the_headline(nexis_docx):
    (article,) = read(nexis_docx([ONE])).articles
    assert article.text.split("\n\n") == [
        "Ministers agree to meet",
        "Both sides have news.",
        "Both sides agreed to meet again.",
        "Nothing else is known\nin Geneva.",
    ]
    assert (article.title, article.author) == ("Ministers agree to meet", "Jane Roe")
    assert (article.source, article.language) == ("The Daily Example (London)", "en")


def test_load_date_is_another_day(nexis_docx):
    (article,) = read(nexis_docx([ONE])).articles
    assert article.metadata == (
        ("export:publication date", "May 30, 2014 Friday Late Edition - Final"),
        ("export:load date", "May 31, 2014"),
    )


def test_german_labels_and_a_date_without_weekday_are_read(nexis_docx):
    found = read(nexis_docx([ONE, TWO]))
    article = found.articles[1]
    assert (article.title, article.source) == ("Minister einig", "Das Beispiel")
    assert article.metadata[0] == ("export:publication date", "5. Juni 2014")
    assert found.remark == ""


def test_the_cover_is_in_no_field(nexis_docx):
    found = read(nexis_docx([ONE, TWO], announced=2))
    assert found.remark == ""
    assert found.articles[0].title == "Ministers agree to meet"
    assert not any(word in repr(found) for word in ("Reader", "123456789", "JST", "Search"))


def test_a_count_other_than_that_of_the_cover_is_told(nexis_docx):
    remark = read(nexis_docx([ONE, TWO], announced=3)).remark
    assert remark == "Nexis document: 2 articles; announces 3 documents, 2 found"


def test_a_headline_alone_has_no_text(nexis_docx):
    found = read(nexis_docx([ONE, HEADLINE_ALONE]))
    assert (found.articles[1].title, found.articles[1].text) == ("Minister einig", "")
    assert found.remark == "Nexis document: 2 articles; article 2 has no body"


def test_an_article_without_a_date_line_is_read_and_told(nexis_docx):
    found = read(nexis_docx([ONE, UNDATED]))
    assert found.remark == "Nexis document: 2 articles; article 2 has no date line"
    assert (found.articles[1].title, found.articles[1].source) == ("Minister einig", "Das Beispiel")


def test_an_article_that_breaks_off_is_kept(nexis_docx):
    content = change(nexis_docx([ONE, TWO]), ">End of Document<", "><", last=True)
    assert [article.title for article in read(content).articles] == [ONE[0], TWO[0]]


def change(content, old, new, *, last=False):
    """The document with a piece of its XML exchanged."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as source, zipfile.ZipFile(made, "w") as target:
        for name in source.namelist():
            part = source.read(name)
            if name == "word/document.xml":
                text = part.decode()
                part = (new.join(text.rsplit(old, 1)) if last else text.replace(old, new)).encode()
            target.writestr(name, part)
    return made.getvalue()


def test_deleted_text_goes_and_text_in_links_and_odd_runs_stays(nexis_docx):
    old = "<w:t>Both sides agreed to meet again.</w:t></w:r>"
    new = (
        "<w:t>Both </w:t></w:r><w:hyperlink><w:r><w:t>sides</w:t></w:r></w:hyperlink>"
        "<w:del><w:r><w:delText>all</w:delText><w:t>all</w:t></w:r></w:del>"
        "<w:r><w:tab/><w:t>agreed.</w:t></w:r>"
    )
    (article,) = read(change(nexis_docx([ONE]), old, new)).articles
    assert "\n\nBoth sides agreed.\n\n" in article.text


def test_the_link_of_the_headline_gives_the_number_of_the_item(nexis_docx):
    link = '<w:hyperlink r:id="rId99"><w:r><w:t>Ministers agree to meet</w:t></w:r></w:hyperlink>'
    made = change(nexis_docx([ONE]), "<w:r><w:t>Ministers agree to meet</w:t></w:r>", link)
    target = "https://example.org/api/document?id=urn%3AcontentItem%3A5C9F-ABCD-1234&amp;x=1"
    relation = f'<Relationship Id="rId99" TargetMode="External" Target="{target}"/></Relationships>'
    content = _with_relation(made, relation)
    assert read(content).articles[0].place == "5C9F-ABCD-1234"


def _with_relation(content, relation):
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as source, zipfile.ZipFile(made, "w") as target:
        for name in source.namelist():
            part = source.read(name)
            if name.endswith("document.xml.rels"):
                part = part.replace(b"</Relationships>", relation.encode())
            target.writestr(name, part)
    return made.getvalue()


def test_broken_xml_and_a_damaged_archive_are_refused(nexis_docx, refusal):
    content = nexis_docx([ONE])
    broken = change(content, "</w:body>", "")
    assert refusal(read_nexis_docx, broken).startswith("Word document with broken XML at line")
    reason = "Word document that is damaged; download it again"
    assert refusal(read_nexis_docx, content[:2000]) == reason


def test_an_entity_is_not_expanded(nexis_docx):
    bomb = '<!DOCTYPE d [<!ENTITY a "boom"><!ENTITY b "&a;&a;&a;">]><w:document'
    content = change(nexis_docx([ONE]), "<w:document", bomb, last=True)
    content = change(content, "Both sides agreed", "&b; agreed")
    assert "boom" not in read(content).articles[0].text


def test_a_document_without_articles_is_refused(nexis_docx, refusal):
    reason = "looks like a Nexis document, but no article was found in it"
    assert refusal(read_nexis_docx, nexis_docx([])) == reason


@pytest.mark.parametrize(
    "paragraphs", [["A report", "Load-Date: 3 May", "He wrote: End of Document"], ["Body", "Talk"]]
)
def test_a_document_that_quotes_a_label_is_none_of_nexis(paragraphs, nexis_docx):
    content = change(nexis_docx([paragraphs]), ">End of Document<", ">The end.<")
    assert not is_nexis_docx(content)


def test_a_nexis_document_is_told_from_other_files(nexis_docx):
    assert is_nexis_docx(nexis_docx([ONE], announced=1))
    assert not any(map(is_nexis_docx, (b"", b"PK\x03\x04", b"End of Document\nBody\n")))


@pytest.mark.parametrize("end", ["Fin del documento", "Fine del documento", "Fim do documento"])
def test_an_article_may_end_in_other_languages(end):
    assert is_end(end)


def test_a_part_without_fields_is_told(nexis_docx):
    found = read(nexis_docx([ONE, ["A note between the articles"], TWO]))
    assert len(found.articles) == 2
    assert found.remark == "Nexis document; 1 part without Nexis' fields left out"
