"""Reading a codebook: what it holds, and one sentence for each mistake."""

import json
from pathlib import Path

import pytest

from dateline.errors import CodebookError, SettingError
from dateline.study import starter_codebook
from dateline.themes import Rule, load_codebook, read_codebook

MISTAKES = json.loads(
    (Path(__file__).parents[1] / "cases" / "codebook_errors.json").read_text("utf-8")
)
SEEDS = Path(__file__).parents[2] / "seeds" / "codebook.toml"

NESTED = """
[actors.us]
label = "United States"
terms = ["=US", "U.S."]
unless = ["U.S. Open"]

[themes.trade.tariffs]
terms = ["tariff*", { near = [["war"], ["trade"]], within = 2 }]

[themes.north_korea]
terms = ["Pyongyang"]

[themes.trade]
terms = []
"""


@pytest.fixture
def write(tmp_path):
    def write_codebook(content):
        path = tmp_path / "codebook.toml"
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return write_codebook


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda mistake: mistake["label"])
def test_a_mistake_is_one_sentence_with_place_and_way_out(mistake, write):
    with pytest.raises(CodebookError) as raised:
        load_codebook(write(mistake["codebook"]))
    assert str(raised.value) == mistake["message"]


def test_a_missing_file_is_a_codebook_error(tmp_path):
    with pytest.raises(CodebookError, match=r"^codebook.toml: cannot be read .*; check the path$"):
        load_codebook(tmp_path / "codebook.toml")


def test_a_file_that_is_not_utf8_is_a_codebook_error(write):
    with pytest.raises(CodebookError, match="save the file as UTF-8"):
        load_codebook(write('[themes.a]\nterms = ["Orbán"]'.encode("latin-1")))


def test_parents_come_before_children_and_kinds_in_the_order_of_the_file(write):
    book = load_codebook(write(NESTED))
    assert book.names() == ["us", "trade", "trade.tariffs", "north_korea"]
    assert book.names(kind="theme") == ["trade", "trade.tariffs", "north_korea"]
    assert book.names(kind="actor") == ["us"]


def test_a_label_that_is_not_given_is_made_from_the_name(write):
    labels = load_codebook(write(NESTED)).labels
    assert labels["us"] == "United States"
    assert labels["trade.tariffs"] == "Trade: tariffs"
    assert labels["north_korea"] == "North korea"


def test_a_family_is_a_theme_and_what_is_nested_in_it(write):
    book = load_codebook(write(NESTED))
    assert book.family("trade") == ["trade", "trade.tariffs"]
    assert book.family("us") == ["us"]


def test_a_name_that_begins_like_another_is_no_family():
    book = read_codebook({"themes": {"trade": {"terms": ["a"]}, "trade_war": {"terms": ["b"]}}})
    assert book.family("trade") == ["trade"]


def test_terms_know_their_line(write):
    us, _, tariffs, _ = load_codebook(write(NESTED)).themes
    assert [term.line for term in (*us.terms, *us.unless)] == [4, 4, 5]
    assert [entry.line for entry in tariffs.terms] == [8, 8]
    assert isinstance(tariffs.terms[1], Rule)


def test_a_line_is_not_taken_from_a_comment(write):
    book = load_codebook(write('[themes.a]\nterms = [\n# "war" is too wide\n"peace",\n"war"]'))
    assert [term.line for term in book.themes[0].terms] == [4, 5]


def test_other_ways_to_write_toml_give_the_same_codebook(write):
    plain = load_codebook(write('[themes.a]\nterms = ["b"]'))
    inline = load_codebook(write("themes.a = { terms = ['b'] }"))
    assert inline.themes[0].terms == plain.themes[0].terms


def test_windows_line_ends_and_a_byte_order_mark_do_no_harm(write):
    book = load_codebook(write(b'\xef\xbb\xbf[themes.a]\r\nterms = ["b"]\r\n'))
    assert book.themes[0].terms[0].line == 2


@pytest.mark.parametrize("ask", [lambda book: book.names("themes"), lambda book: book.family("x")])
def test_asking_for_what_is_not_there_says_what_is(ask):
    book = read_codebook({"themes": {"trade": {"terms": ["a"]}}})
    with pytest.raises(SettingError, match=r"use 'theme'|there are trade"):
        ask(book)


@pytest.mark.parametrize("path", [SEEDS, starter_codebook()], ids=["seeds", "starter"])
def test_the_codebooks_that_ship_have_at_least_twelve_labelled_themes(path):
    book = load_codebook(path)
    assert len(book.names(kind="theme")) >= 12
    assert len(set(book.labels.values())) == len(book.labels)
