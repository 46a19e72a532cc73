"""What a person can start from who is to date an undated article."""

import pytest

from dateline.articles import build_corpus
from dateline.articles.known_dates import date_lines, draft_decisions, list_undated
from dateline.study import open_study

WIRE = "Talks open\n\nBEIJING, March 15 (Xinhua) -- The council met on Tuesday.\n"
STORY = " ".join(f"Minister number {n} spoke of plan {n} in hall {n}." for n in range(40))
FILES = {
    "study.toml": "[dating]\nworld_calendar = false\n",
    "articles/wire.txt": WIRE,
    "articles/one/a.txt": f"Ministers speak\n\n{STORY}\n",
    "articles/two/b.txt": f"Ministers speak at length\n\n{STORY}\n",
    "articles/quiet.txt": "A quiet day\n\nNothing at all.\n",
    "dates.csv": "article,earliest,latest,note\none/a.txt,2022-03-15,,Jane Roe\n",
}
OPEN = "year open: “March 15” (dateline)"
COPY = "copy of one/a.txt, dated 2022-03-15 (class A)"


@pytest.fixture
def corpus(make_study):
    return build_corpus(open_study(make_study(FILES)))


def test_a_copy_of_a_decided_article_stays_undated_and_says_what_it_copies(corpus):
    copy = corpus.articles.set_index("path").loc["two/b.txt"]
    assert (copy["date_class"], bool(copy["copy_of"])) == ("U", True)
    assert list_undated(corpus).set_index("path")["hint"].to_dict() == {
        "quiet.txt": "",
        "two/b.txt": COPY,
        "wire.txt": OPEN,
    }


def test_the_lines_of_articles_end_with_the_hint(corpus):
    lines = date_lines(corpus)
    assert [line for line in lines if line.endswith((OPEN, COPY))] == [
        f"two/b.txt  no date found, class U; {COPY}",
        f"wire.txt  no date found, class U; {OPEN}",
    ]


def test_the_draft_of_a_decision_leaves_the_days_open_and_has_the_hint(corpus):
    draft = draft_decisions(corpus).set_index("article")
    assert draft.loc["wire.txt"].tolist() == ["", "", f"no date found; {OPEN}"]
    assert draft.loc["two/b.txt", "note"] == f"no date found; {COPY}"


def test_a_dated_article_has_no_hint(corpus):
    (line,) = [line for line in date_lines(corpus) if line.startswith("one/a.txt")]
    assert line == "one/a.txt  2022-03-15, best 2022-03-15, class A: “Jane Roe” (dates.csv)"
