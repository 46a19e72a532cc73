"""Exports in a layout that is not known are read as one article, and the ledger says so."""

import pytest

from dateline.sources import read_articles
from dateline.sources.lookalikes import export_notice
from dateline.study import open_study

ARTICLE = "Headline\n\nBoth sides met.\n\n"
SIGNS = {
    "Nexis": "End of Document",
    "LexisNexis": "LOAD-DATE: May 2, 2014",
    "Factiva": "Document EXMP000020171113edbd0002t",
    "ProQuest": "ProQuest document ID: 2012345678",
    "Europresse": "Le Monde news·20190305·LM·123",
}


@pytest.mark.parametrize("name", SIGNS)
def test_two_signs_are_an_export_of_two_articles(name):
    notice = export_notice(f"{ARTICLE}{SIGNS[name]}\n\n" * 2)
    assert notice == (
        f"looks like a {name} export of 2 articles, read as one, as its layout is not known; "
        "export it in another format, or split it"
    )


@pytest.mark.parametrize("sign", SIGNS.values())
def test_one_sign_alone_may_be_an_article_s(sign):
    assert export_notice(f"{ARTICLE}{sign}\n") == ""


def test_one_article_with_two_kinds_of_signs_has_its_fields_in_the_text():
    notice = export_notice(f"{ARTICLE}Load-Date: May 2, 2014\n\nEnd of Document\n")
    assert notice.endswith(
        "its fields are in the text; export it in another format, or delete them"
    )


def test_a_first_page_that_was_not_known_is_told():
    notice = export_notice(f"User Name: Jane Q. Reader\n\n{ARTICLE}Load-Date: May 2, 2014\n")
    assert "its first page may name who made it" in notice


def test_an_article_on_documents_is_none():
    assert export_notice("It was the end of documents.\nDocument 5 says so. User Name: x\n") == ""


def test_the_ledger_has_the_notice_of_a_text_and_none_for_an_export_that_was_read(make_study, root):
    export = (root / "tests/cases/exports/lexisnexis.txt").read_text("utf-8-sig")
    files = {"known.txt": export, "unknown.txt": export.replace("DOCUMENTS", "PIECES")}
    known, unknown = read_articles(open_study(make_study(files))).files["reason"]
    assert "read as one" in unknown and "read as one" not in known
