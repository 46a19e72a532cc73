"""The registry: each format is found by its content, and by its ending where that must do."""

import pytest

from dateline.sources.raw import RefusedError
from dateline.sources.registry import FORMATS, contradiction, format_by_ending, sniff_format
from dateline.sources.registry import _function as function


@pytest.mark.parametrize("each", FORMATS, ids=lambda each: each.name)
def test_each_line_names_functions_that_are_there_and_endings_in_small_letters(each):
    assert callable(function(each.read)) and (not each.sniff or callable(function(each.sniff)))
    assert all(end == end.lower() and (not end or end.startswith(".")) for end in each.endings)
    assert each.instead in ("", *(other.name for other in FORMATS))


def test_names_of_formats_are_unique():
    names = [each.name for each in FORMATS]
    assert len(set(names)) == len(names)


PLAIN = [
    b"Talks resume in Geneva.",
    b"From Geneva, our correspondent\n\nTalks resumed.",
    b"From: our correspondent\nTo the point: talks resumed.",
    b"[Photo: Reuters] Talks resume.",
    b"{Editor's note} Talks resume.",
    b"%PDFs are not articles.",
    b"* * * *\nTalks resume.",
    b"1. Talks resume\n2. War goes on\n",
    b"PK is a constituency in Geneva.",
    b"RIFF: talks resume\nDate: 3 March 2022\nSource: AP\n\nBoth sides met.",
    "Переговоры возобновились.".encode("cp1251"),
    b"",
]


@pytest.mark.parametrize("content", PLAIN)
def test_a_plain_text_is_known_by_no_sniffer(content):
    assert sniff_format(content) is None


def test_the_articles_of_the_seeds_are_plain_texts_but_for_those_of_pressreader(root):
    paths = sorted((root / "seeds" / "articles").rglob("*.txt"))
    found = {each.name for path in paths if (each := sniff_format(path.read_bytes()))}
    assert found == {"a PressReader text"}


@pytest.mark.parametrize(
    "content, name",
    [
        (b"<!DOCTYPE html><title>Talks</title>", "a web page"),
        (b"%PDF-1.7\n", "a PDF"),
        (b"{\\rtf1\\ansi Talks}", "a rich text"),
        (b"PAR1", "a Parquet file"),
        (b"ARROW1\0\0", "an Arrow file"),
    ],
)
def test_a_format_is_known_by_its_first_bytes(content, name):
    assert sniff_format(content).name == name


@pytest.mark.parametrize(
    "ending, content, name",
    [
        (".txt", b"Talks.", "a plain text"),
        ("", b"Talks.", "a plain text"),
        (".htm", b"<p>Talks.", "a web page"),
        (".csv", b"text\nTalks.\n", "a CSV table"),
        (".jsonl", b"{}", "a JSON Lines file"),
        (".docx", b"Talks.", "a plain text"),
        (".pdf", b"Talks.", "a plain text"),
        (".xlsx", b"text\nTalks.\n", "a CSV table"),
        (".docx", b"\xd0\xcf\x11\xe0\0", "a Word document"),
        (".parquet", b"Talks.", "a Parquet file"),
    ],
)
def test_what_no_sniffer_knows_is_taken_by_its_ending(ending, content, name):
    assert format_by_ending(ending, content).name == name


@pytest.mark.parametrize("ending", [".xyz", ".zip", ".gz", ".png", ".\u202etxt"])
def test_an_ending_that_no_format_claims_is_refused(ending):
    with pytest.raises(RefusedError):
        format_by_ending(ending, b"Talks.")


@pytest.mark.parametrize(
    "ending, content, way_out",
    [
        (".7z", b"7z\xbc\xaf\x27\x1c", "7-Zip archive; unpack it into the folder, or make a .zip"),
        (".rar", b"Rar!\x1a\x07\0", "RAR archive; unpack it into the folder, or make a .zip"),
        (".txt", b"Rar!\x1a\x07\0", "RAR archive; unpack it"),
        (".rar", b"cut", "archive of a kind that is not opened here; unpack it"),
        (".png", b"\x89PNG", "picture; run it through text recognition"),
        (".url", b"[InternetShortcut]", "link to a page; save the page itself"),
    ],
)
def test_a_kind_that_people_have_and_none_reads_is_refused_with_the_way_out(
    ending, content, way_out
):
    with pytest.raises(RefusedError, match=f"^{way_out}"):
        format_by_ending(ending, content)


def test_a_contradiction_is_said_only_where_an_ending_claims_something():
    assert contradiction("a web page", ".html") == contradiction("a web page", ".php") == ""
    assert contradiction("a web page", "") == ""
    assert contradiction("an archive", ".docx") == "is an archive, whatever its ending says"
    assert contradiction("a Word document", ".zip").startswith("is a Word document, whatever")


EXPORTS = {
    "alceste.txt": "an Alceste text",
    "europresse.html": "a Europresse page",
    "factiva.html": "a Factiva page",
    "factiva.xml": "a Factiva XML file",
    "factiva_index.html": "a Factiva page",
    "lexisnexis.html": "a LexisNexis page",
    "lexisnexis.txt": "a LexisNexis text",
    "mediargus.txt": "a Mediargus text",
    "proquest.txt": "a ProQuest text",
}


@pytest.mark.parametrize("file, name", EXPORTS.items())
def test_an_export_of_a_database_is_known_by_its_content(root, file, name):
    assert sniff_format((root / "tests/cases/exports" / file).read_bytes()).name == name
