import pytest

from dateline.articles import build_corpus
from dateline.report.check import check_study
from dateline.study import open_study
from dateline.themes import load_codebook

CODEBOOK = '[themes.trade]\nterms = ["trade", "tariff*", "duties", "trade"]\n'


@pytest.fixture
def findings(make_study):
    def find(files):
        corpus = build_corpus(open_study(make_study(files)))
        return check_study(corpus, load_codebook(corpus.study.codebook))

    return find


def test_refused_files_are_errors_and_undated_articles_are_named(findings):
    found = findings({"a.txt": " date 2022-01-01 Trade.", "b.txt": "Trade.", "c.pdf": "%PDF"})
    assert found.errors == 1
    assert "b.txt  undated; dates.csv can decide" in found.lines
    assert any(line.startswith("c.pdf  refused: ") for line in found.lines)


def test_terms_that_match_nothing_stand_in_one_line_for_each_theme(findings):
    lines = findings({"a.txt": "Trade.", "codebook.toml": CODEBOOK}).lines
    assert "codebook.toml, line 2: in trade these match nothing here: `tariff*`, `duties`" in lines
    assert any("`trade` in trade is in this theme twice" in line for line in lines)


def test_many_terms_that_match_nothing_are_counted_and_the_place_of_the_list_is_told(findings):
    words = ", ".join(f'"word{n}"' for n in range(20))
    codebook = f'[themes.a]\nterms = [{words}]\n[themes.b]\nterms = ["trade"]\n'
    lines = findings({"a.txt": "Trade.", "codebook.toml": codebook}).lines
    assert lines[-2:] == [
        "codebook.toml: 20 of 21 terms match nothing here, such as `word0`, `word1`, `word2`, "
        "`word3`, `word4`; the report 08-codebook lists them all",
        "codebook.toml: no term matches at all in a",
    ]


def test_of_one_kind_of_warning_only_the_first_are_told(findings):
    codebook = "[themes.a]\nterms = [" + '"trade", ' * 14 + "]\n"
    lines = findings({"a.txt": "Trade.", "codebook.toml": codebook}).lines
    assert sum("is in this theme twice" in line for line in lines) == 10
    assert lines[-1] == "... 3 more like the last are in the report 08-codebook"


def test_a_near_miss_has_file_line_and_number(findings):
    codebook = '[themes.a]\nterms = ["sanctons", "trade"]\n'
    lines = findings({"a.txt": "Trade sanctions.", "codebook.toml": codebook}).lines
    near = "`sanctons` in a is one letter from `sanctions`, 1 in the articles"
    assert f"codebook.toml, line 2: {near}" in lines


def test_of_the_starter_codebook_only_the_number_of_unused_terms_is_told(findings):
    lines = findings({"a.txt": "Nothing of note."}).lines
    assert sum("match nothing here" in line for line in lines) == 1


def test_the_ledger_comes_with_its_numbers(findings):
    assert "      1  files found" in findings({"a.txt": "Trade."}).lines
