"""What objects show of themselves in a notebook: tidy, and every text escaped."""

import pytest

from dateline.articles import build_corpus
from dateline.markup import facts_html
from dateline.study import open_study
from dateline.themes import load_codebook

ATTACK = "<script>alert(1)</script>"


@pytest.fixture
def study(make_study):
    files = {
        "study.toml": f"title = '{ATTACK}'\nnote = '{ATTACK}'\n",
        "codebook.toml": f"[themes.trade]\nlabel = '{ATTACK}'\nterms = ['{ATTACK} tariff']\n",
        "articles/a.txt": "Published: 4 March 2022\n\nThe tariff rises.\n",
    }
    return open_study(make_study(files))


def test_a_study_shows_its_files_without_the_path_of_the_machine(study, tmp_path):
    html = study._repr_html_()
    assert "codebook.toml" in html and "none" in html and str(tmp_path) not in html


def test_a_corpus_shows_how_much_there_is(study):
    html = build_corpus(study)._repr_html_()
    assert "files found" in html and ">1</td>" in html


def test_a_codebook_shows_its_themes_with_their_terms(study):
    assert "tariff" in load_codebook(study.codebook)._repr_html_()


def test_nothing_in_it_is_markup_of_others(study):
    shown = [study, build_corpus(study), load_codebook(study.codebook)]
    html = "".join(each._repr_html_() for each in shown)
    assert "<script>" not in html and html.count("&lt;script&gt;") == 6


def test_notes_stand_below_the_facts():
    html = facts_html("T", [("a", 1)], ["N & M"])
    assert html.index("</table>") < html.index("<p>N &amp; M</p>")
