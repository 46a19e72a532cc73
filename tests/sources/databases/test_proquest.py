"""ProQuest text files: articles between lines of underscores."""

import pytest

from dateline.sources.databases.proquest import is_proquest, read_proquest


@pytest.fixture
def found(export):
    return read_proquest("a.txt", export("proquest.txt"))


def test_the_body_ends_where_fields_follow_one_another(found):
    assert found.articles[0].text.split("\n\n") == [
        "Ministers agree on sanctions",
        "Both sides agreed on sanctions in Geneva on Sunday.",
        "Location: that was the question.",
        "Nothing else is known.",
    ]


def test_fields_go_to_their_places(found):
    article = found.articles[0]
    assert (article.title, article.author) == ("Ministers agree on sanctions", "Roe, Jane")
    assert (article.source, article.language) == ("The Daily Example", "en")
    assert article.metadata == (
        ("export:publication date", "Mar 5, 2018"),
        ("export:load date", "2018-03-06"),
    )


def test_the_number_stands_in_the_address_where_it_has_no_field(found):
    assert [article.place for article in found.articles] == ["2012345678", "2099999999"]


def test_what_names_the_reader_or_the_library_is_in_no_field(found):
    assert "jqreader" not in repr(found) and "accountid" not in repr(found)
    assert found.articles[0].url == "https://search.proquest.com/docview/2012345678"


def test_full_text_may_have_a_capital(found):
    assert found.articles[1].text == "A brief without its number\n\nBoth sides met."


def test_the_closing_lines_are_no_article(found):
    assert (len(found.articles), found.remark) == (2, "")


def test_an_article_without_full_text_is_told(export):
    text = export("proquest.txt").decode().replace("Both sides met.", "Not available.")
    found = read_proquest("a.txt", text.encode())
    assert found.articles[1].text == ""
    assert found.remark == "ProQuest text: 2 articles; article 2 has no body"


def test_a_year_stands_in_for_a_missing_date(export):
    text = export("proquest.txt").decode().replace("Publication date: Mar 5, 2018", "")
    article = read_proquest("a.txt", text.encode()).articles[0]
    assert article.metadata[0] == ("export:publication date", "2018")


def test_a_file_without_articles_is_refused(refusal):
    reason = "looks like a ProQuest text, but no article was found in it"
    assert refusal(read_proquest, b"_" * 60 + b"\nA note\n") == reason


def test_the_format_is_known_by_its_lines_and_labels(export):
    assert is_proquest(export("proquest.txt"))
    assert not is_proquest(b"_" * 60 + b"\nTitle: Talks\nAuthor: Jane Roe\nURL: none\n")
    assert not is_proquest(b"Full text: none\nPublication title: X\nSource type: Y\n")


def test_a_paragraph_that_begins_as_a_field_does_not_end_the_text(export):
    more = "Both sides met.\n\nTitle: eh?\n\nLocation: unclear.\n\nNo more.\n\nSource: them.\n"
    text = export("proquest.txt").decode().replace("Both sides met.", more)
    article = read_proquest("a.txt", text.encode()).articles[1]
    assert article.text.split("\n\n")[1:] == more.strip().split("\n\n")
    assert article.title == "A brief without its number"


def test_a_field_of_an_unknown_name_and_a_long_value_are_no_text(export):
    more = "ISSN: 1\n\nSource attribution: X\n\nCopyright: A\n\nAll rights.\n\nDatabase: D"
    text = export("proquest.txt").decode().replace("ProQuest document ID: 2012345678", more)
    article = read_proquest("a.txt", text.encode()).articles[0]
    assert article.text.endswith("Nothing else is known.")


@pytest.mark.parametrize(
    "labels",
    [
        ["Titel", "Titel der Publikation", "Publikationsdatum", "Volltext", "Quellentyp"],
        ["Titre ", "Titre de la publication ", "Date de publication ", "Texte intégral ",
         "Type de source "],
    ],
)  # fmt: skip
def test_labels_may_be_german_or_french(labels):
    values = ["Einig", "Das Beispiel", "2018-03-05", "Beide waren einig.", "Zeitungen"]
    fields = (f"{label}: {value}" for label, value in zip(labels, values, strict=True))
    content = ("\n\n".join(fields) + "\n\n" + "_" * 60).encode()
    (article,) = read_proquest("a.txt", content).articles
    assert is_proquest(content)
    assert (article.title, article.source) == ("Einig", "Das Beispiel")
    assert article.metadata == (("export:publication date", "2018-03-05"),)
    assert article.text == "Einig\n\nBeide waren einig."


def test_an_export_of_one_article_needs_no_line_of_underscores(export):
    article = export("proquest.txt").decode().split("_" * 60)[1].encode()
    found = read_proquest("a.txt", article)
    assert is_proquest(article)
    assert [each.title for each in found.articles] == ["Ministers agree on sanctions"]


def test_articles_without_lines_between_them_are_told(export):
    one = export("proquest.txt").decode().split("_" * 60)[1]
    found = read_proquest("a.txt", (one + one).encode())
    assert found.remark == "ProQuest text: 1 article; announces 2 documents, 1 found"


def test_a_part_that_is_cut_off_is_told(export):
    cut = export("proquest.txt") + b"\n" + b"_" * 60 + b"\nA third one\n\nAuthor: Doe, John\n"
    said = "ProQuest text; 1 part with too few fields for an article left out"
    assert read_proquest("a.txt", cut).remark == said
