"""A report on a small study at each share level: what of the articles is in its files."""

import re
from functools import partial
from pathlib import Path

import pytest

from dateline.report.collect import collect_results
from dateline.report.results import ReportOptions
from dateline.report.run import run_report
from dateline.study import open_study

BOOK = '[themes.arms]\nlabel = "Arms"\nterms = ["arms"]\n'
ENDS = "abcdefghijklmnopqrstuvwxyz"
WORDS = [f"{begin}{end}" for begin in ("moxu", "tel", "nav", "quis", "lor") for end in ENDS]
TEXT = " ".join([*WORDS[:30], "arms", *WORDS[30:70], "arms", *WORDS[70:], "arms"])
NAME = "north/dispatch-of-march.txt"


@pytest.fixture
def report(make_study, tmp_path):
    def make(level: str) -> dict[str, str]:
        article = f"Ministers of both countries meet again\n\n1 March 2022\n\n{TEXT}.\n"
        settings = f'articles = "articles"\nshare = "{level}"\n'
        folder = make_study(
            {"study.toml": settings, "codebook.toml": BOOK, f"articles/{NAME}": article}
        )
        study, options = open_study(folder), ReportOptions(out=tmp_path / "out")
        made = run_report(
            study,
            partial(collect_results, study),
            notebooks=["03-passages"],
            options=options,
        )
        assert made.failures == ()
        return _texts(tmp_path / "out")

    return make


def _texts(folder: Path) -> dict[str, str]:
    paths = [path for path in folder.rglob("*") if path.is_file()]
    return {path.name: re.sub("<[^>]*>", " ", path.read_text("utf-8")) for path in paths}


def words_found(texts: dict[str, str]) -> set[str]:
    return {word for word in WORDS if any(re.search(rf"\b{word}\b", t) for t in texts.values())}


def test_at_none_no_word_no_headline_and_no_path_is_in_any_file(report):
    texts = report("none")
    assert len(texts) > 10 and words_found(texts) == set()
    assert not any("dispatch" in text or "both countries" in text for text in texts.values())
    assert "No text of the articles is shown" in texts["03-passages.html"]
    assert "No text of the articles is shown" in texts["index.html"]


def test_at_none_the_lists_say_that_their_sentences_are_withheld(report):
    texts = report("none")
    assert "The sentences are withheld" in texts["03-passages.html"]
    assert "3 passages in 1 article: 0 of them" in texts["03-passages.html"]


def test_at_snippets_at_most_60_words_are_in_all_files_together(report):
    texts = report("snippets")
    assert 20 <= len(words_found(texts)) <= 60
    assert "Articles are quoted in part only" in texts["03-passages.html"]


def test_at_full_all_sentences_of_passages_are_there(report):
    texts = report("full")
    assert words_found(texts) == set(WORDS)
    assert "withheld" not in texts["03-passages.html"]
