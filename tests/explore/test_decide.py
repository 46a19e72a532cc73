"""A date that a person decides becomes one line more in dates.csv, or nothing at all."""

import pytest

from dateline.articles.dates.decisions import read_decisions
from dateline.errors import DatesError, SettingError
from dateline.explore.decide import add_decision

NOTE = "N.N.: from the printed issue"


def test_the_file_is_made_with_its_header(model, folder, doc_id):
    path = add_decision(model.corpus, doc_id("gazette/six.txt"), "2022-03-01", note=NOTE)
    assert path == folder / "dates.csv"
    lines = path.read_text().splitlines()
    assert lines == ["article,earliest,latest,note", f"gazette/six.txt,2022-03-01,,{NOTE}"]


@pytest.mark.parametrize(
    "old",
    [
        b"article,earliest,latest,note\n",
        b'\xef\xbb\xbfarticle,earliest,latest,note\r\ncourier/one.txt, 2022-01-04 ,,"a, b"\r\n',
        "article,earliest,latest,note\ncourier/one.txt,2022-01-04,,no end of line: é".encode(),
    ],
    ids=["header alone", "mark and CRLF", "no last line end"],
)
def test_what_the_file_holds_stays_byte_for_byte(model, folder, doc_id, old):
    (folder / "dates.csv").write_bytes(old)
    add_decision(
        model.corpus, doc_id("gazette/six.txt"), "2022-03-01", latest="2022-03-31", note="a, \nb"
    )
    new = (folder / "dates.csv").read_bytes()
    assert new.startswith(old) and new[len(old) :].count(b"gazette/six.txt") == 1
    decided = read_decisions(folder / "dates.csv")["gazette/six.txt"]
    assert (str(decided.earliest), str(decided.latest)) == ("2022-03-01", "2022-03-31")
    assert decided.text == "a, b"


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (("2022-02-30", ""), "not a day"),
        (("1.3.2022", ""), "not a day"),
        (("", ""), "no day is given"),
        (("2022-03-02", "2022-03-01"), "swap them"),
        (("1022-03-02", ""), "the year 1022"),
        (("2922-03-02", ""), "lies after"),
    ],
)
def test_a_bad_day_is_refused_and_nothing_is_written(model, folder, doc_id, days, words):
    with pytest.raises(SettingError, match=words):
        add_decision(model.corpus, doc_id("gazette/six.txt"), days[0], latest=days[1], note=NOTE)
    assert not (folder / "dates.csv").exists()


def test_a_decision_needs_a_note_and_an_article(model, doc_id):
    with pytest.raises(SettingError, match="the note is empty"):
        add_decision(model.corpus, doc_id("gazette/six.txt"), "2022-03-01", note=" ")
    with pytest.raises(SettingError, match="no article `x`"):
        add_decision(model.corpus, "x", "2022-03-01", note=NOTE)


@pytest.mark.parametrize("named", ["gazette/six.txt", "doc_id"])
def test_an_article_that_is_decided_already_is_left_to_the_person(model, folder, doc_id, named):
    name = doc_id("gazette/six.txt") if named == "doc_id" else named
    content = f"article,earliest,latest,note\n{name},2022-01-04,,\n"
    (folder / "dates.csv").write_text(content)
    with pytest.raises(DatesError, match="has a line already"):
        add_decision(model.corpus, doc_id("gazette/six.txt"), "2022-03-01", note=NOTE)
    assert (folder / "dates.csv").read_text() == content


def test_a_file_with_a_mistake_is_not_added_to(model, folder, doc_id):
    (folder / "dates.csv").write_text("article;earliest;latest;note\n")
    with pytest.raises(DatesError, match="line 1"):
        add_decision(model.corpus, doc_id("gazette/six.txt"), "2022-03-01", note=NOTE)


@pytest.mark.parametrize("path", ["two.jsonl", "=1.txt", " a.txt", "a\nb.txt"])
def test_an_article_that_its_path_does_not_name_is_named_by_its_id(model, folder, doc_id, path):
    wanted = doc_id("gazette/six.txt")
    model.corpus.articles.loc[model.corpus.articles["doc_id"] == wanted, "path"] = path
    if path == "two.jsonl":
        model.corpus.articles.loc[0, "path"] = path
    add_decision(model.corpus, wanted, "2022-03-01", note=NOTE)
    assert list(read_decisions(folder / "dates.csv")) == [wanted]
