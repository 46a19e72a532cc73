"""What the ledger says of an export: nothing if all is well, each defect with its articles."""

from dateline.sources.databases.entries import Entry, clean_author, found_in

WHOLE = Entry(title="Talks", source="The Example", date="May 30, 2014", paragraphs=("They met.",))


def found(*entries, announced=0):
    return found_in("a.txt", entries, name="page", encoding="utf-8", announced=announced)


def test_an_export_without_defects_needs_no_remark():
    assert found(WHOLE, WHOLE, announced=2).remark == ""


def test_defects_are_told_by_the_numbers_of_articles():
    undated = Entry(title="Talks", source="The Example", paragraphs=("They met.",))
    assert found(WHOLE, undated).remark == "page: 2 articles; article 2 has no date line"
    remark = found(undated, WHOLE, undated, undated).remark
    assert remark == "page: 4 articles; articles 1, 3 and 4 have no date line"


def test_words_are_not_counted_in_scripts_without_blanks():
    chinese = Entry(
        "会谈", source="例报", date="2018 年 5 月 28 日", paragraphs=("双方会谈",), words=877
    )
    assert found(chinese).remark == ""


def test_headline_and_paragraphs_make_the_text():
    (article,) = found(WHOLE).articles
    assert article.text == "Talks\n\nThey met."
    assert article.metadata == (("export:publication date", "May 30, 2014"),)


def test_an_author_is_a_name():
    assert [clean_author(x) for x in ("By JANE ROE", "Par J. Dupont.", "Byron")] == [
        "JANE ROE",
        "J. Dupont",
        "Byron",
    ]
