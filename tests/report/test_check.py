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
    assert any(line.startswith("c.pdf  refused: no reader for .pdf files") for line in found.lines)


def test_terms_that_match_nothing_stand_in_one_line_for_each_theme(findings):
    lines = findings({"a.txt": "Trade.", "codebook.toml": CODEBOOK}).lines
    assert "codebook.toml, line 2: in trade these match nothing here: `tariff*`, `duties`" in lines
    assert any("`trade` in trade is in this theme twice" in line for line in lines)


def test_of_the_starter_codebook_only_the_number_of_unused_terms_is_told(findings):
    lines = findings({"a.txt": "Nothing of note."}).lines
    assert sum("match nothing here" in line for line in lines) == 1


def test_the_ledger_comes_with_its_numbers(findings):
    assert "      1  files found" in findings({"a.txt": "Trade."}).lines
