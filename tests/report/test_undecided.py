"""The lines for dates.csv that a run writes at each share level."""

import pytest

from dateline.articles import build_corpus
from dateline.articles.dates.decisions import check_decisions
from dateline.report.share_level import sharing
from dateline.report.undecided import lines_to_decide
from dateline.study import open_study

FILES = {
    "old/a.txt": "Talks about sanctions open in the harbour, an official told reporters.",
    "b.csv": (
        "title,PubDate,text\n"
        "Talks,02/05/2023,Talks about sanctions opened in Geneva between both of the countries.\n"
    ),
}


@pytest.fixture
def drafted(make_study):
    def draft(level):
        with sharing(level):
            corpus = build_corpus(open_study(make_study(FILES)))
        return lines_to_decide(corpus, level), corpus.articles

    return draft


def test_at_none_each_line_names_an_article_in_a_way_that_dates_csv_takes(drafted):
    lines, articles = drafted("none")
    known = list(zip(articles["doc_id"], articles["path"], strict=True))
    assert len(lines) and set(lines["article"]) <= set(articles["doc_id"])
    check_decisions(dict.fromkeys(lines["article"]), known, "dates.csv")


def test_at_full_a_line_names_the_path(drafted):
    lines, _ = drafted("full")
    assert "old/a.txt" in set(lines["article"])


def test_a_note_without_its_words_says_that_they_are_withheld(drafted):
    notes = set(drafted("none")[0]["note"])
    assert any(note.endswith("PubDate: words withheld") for note in notes)
    assert not any("withheld" in note for note in drafted("full")[0]["note"])
