"""Formats by the ending of a name, encodings, and the way from one format to another."""

import pytest

from dateline.errors import CodebookError, SettingError
from dateline.themes.formats import convert_codebook, read_codebook_file
from dateline.themes.ready import ready_codebooks

FULL = """
[themes.mood]
label = "Moods"
terms = ["feel*"]

[themes.mood.glad]
terms = ["joy*", "high spirits", "=Joy", "jo?", { near = [["sun"], ["sky"]], within = 3 }]
unless = ["joy ride"]

[actors.us]
terms = ["United States"]
"""
PLAIN = """
[themes.mood]
terms = ["feel*"]

[themes.mood.glad]
terms = ["joy*", "high spirits", "no"]

[themes.mood.sad]
terms = ["gloom"]

[themes.loud]
terms = ["roar"]
"""


@pytest.fixture
def convert(written, tmp_path):
    """A function: name and content of a file and the name of another, to the conversion."""
    return lambda name, content, target: convert_codebook(written(name, content), tmp_path / target)


@pytest.mark.parametrize("ending", ["toml", "yaml", "yml", "csv", "dic"])
def test_plain_terms_survive_the_way_there_and_back(ending, convert, read):
    made = convert("plain.toml", PLAIN, f"there.{ending}")
    assert made.lossless and not made.remarks
    assert read(f"there.{ending}", made.content).tables == read("plain.toml", PLAIN).tables


@pytest.mark.parametrize("ending", ["toml", "csv"])
def test_rules_labels_unless_case_and_actors_survive_toml_and_csv(ending, convert, read):
    made = convert("full.toml", FULL, f"there.{ending}")
    assert made.remarks == ()
    there, here = read(f"there.{ending}", made.content), read("full.toml", FULL)
    assert there.codebook.themes == here.codebook.themes


@pytest.mark.parametrize("name", ["starter", "gpr", "epu"])
@pytest.mark.parametrize("ending", ["toml", "csv"])
def test_the_ready_codebooks_survive_toml_and_csv(name, ending, written, tmp_path):
    source = ready_codebooks()[name].path
    made = convert_codebook(source, tmp_path / f"there.{ending}")
    there = read_codebook_file(written(f"there.{ending}", made.content))
    assert made.lossless and there.tables == read_codebook_file(source).tables


def test_yaml_says_what_quanteda_cannot_hold(convert):
    made = convert("full.toml", FULL, "there.yaml")
    assert [str(remark) for remark in made.remarks] == [
        "full.toml: `mood` is kept, but its label “Moods” is not",
        "full.toml: `mood.glad: =Joy` is left out: quanteda ignores case",
        'full.toml: `mood.glad: { near = [["sun"], ["sky"]], within = 3 }` is left out: '
        "the format has no rules",
        "full.toml: `mood.glad: unless joy ride` is left out: "
        "the format cannot hide words from a category",
        "full.toml: `us` is kept, but it is an actor here and a category like any other there",
    ]


def test_dic_lists_a_term_for_the_parents_too_and_keeps_labels(convert):
    made = convert("full.toml", FULL, "there.dic")
    assert made.content.decode() == (
        "%\n1\tmood (Moods)\n\t2\tglad\n3\tus\n%\n"
        "feel*\t1\njoy*\t1\t2\nhigh spirits\t1\t2\nUnited States\t3\n"
    )
    assert "`mood.glad: jo?` is left out: LIWC knows `*` at the end" in str(made.remarks[1])


def test_yaml_puts_words_that_yaml_would_misread_in_quotes(convert):
    made = convert("plain.toml", PLAIN, "there.yaml")
    assert b"- 'no'\n" in made.content


def test_what_was_left_out_stands_in_the_toml_as_comments(convert):
    made = convert("moods.yml", "glad: [joy, 2020]\n", "there.toml")
    assert not made.lossless
    assert made.content.decode().splitlines()[:2] == [
        "# Made from moods.yml by `dateline codebook convert`.",
        "# moods.yml, line 1: `2020` is left out: without quotes it is a number to YAML; "
        'write "2020"',
    ]


def test_a_weight_is_no_loss_of_an_entry(convert):
    made = convert("moods.cat", "GLAD\n\tJOY (2)\n", "there.toml")
    assert made.lossless and len(made.remarks) == 1


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_the_encoding_is_found(encoding, read):
    content = "GLAD\n\tjoie de vivre à gogo (1)\n\tréjoui* (1)\n".encode(encoding)
    assert read("moods.cat", content).tables["themes"]["GLAD"]["terms"] == [
        "joie de vivre à gogo",
        "réjoui*",
    ]


def test_xml_that_declares_utf8_above_other_bytes_is_read(read):
    content = (
        '<?xml version="1.0" encoding="UTF-8"?>\n<dictionary><cnode name="glad">'
        '<pnode name="réjoui"/></cnode></dictionary>'
    ).encode("cp1252")
    assert read("moods.lcd", content).tables == {"themes": {"glad": {"terms": ["réjoui"]}}}


def test_line_ends_of_windows_are_read(read):
    assert read("moods.dic", "%\r\n1\tglad\r\n%\r\njoy\t1\r\n").tables == {
        "themes": {"glad": {"terms": ["joy"]}}
    }


@pytest.mark.parametrize(
    ("source", "target", "sentence"),
    [
        ("a.txt", "b.toml", "a.txt: no codebook by its ending; known are .toml, "),
        ("a.toml", "b.cat", "b.cat: cannot be written by its ending; known are .toml, "),
        ("a.toml", "a.toml", "a.toml: is the file to read; give the new one another name"),
    ],
)
def test_a_wrong_name_is_a_setting_error(source, target, sentence, convert):
    with pytest.raises(SettingError) as raised:
        convert(source, PLAIN, target)
    assert str(raised.value).startswith(sentence)


def test_a_missing_file_is_a_codebook_error(tmp_path):
    with pytest.raises(CodebookError, match=r"^gone.dic: cannot be read .*; check the path$"):
        read_codebook_file(tmp_path / "gone.dic")


def test_binary_data_is_a_codebook_error(read):
    with pytest.raises(CodebookError, match=r"^a.dic: not text"):
        read("a.dic", b"\x00\x01\x02\x00\x05" * 40)


def test_a_mistake_in_a_toml_source_keeps_its_line(read):
    with pytest.raises(CodebookError, match=r"^a.toml, line 2: the term 301 of `trade`"):
        read("a.toml", "[themes.trade]\nterms = [301]\n")


DEEP = {
    "a.yml": "a: " + "[" * 2000 + "]" * 2000,
    "a.cat": "".join("\t" * n + "A\n" for n in range(99)),
}


@pytest.mark.parametrize("name", DEEP)
def test_nesting_without_end_is_refused(name, read):
    with pytest.raises(CodebookError, match="nested"):
        read(name, DEEP[name])


def test_a_line_without_end_is_refused(read):
    with pytest.raises(CodebookError, match=r"^a.cat, line 2: longer than 10000 characters"):
        read("a.cat", "GLAD\n\t" + "x" * 10_001)
