"""dates.csv: what it may hold, and one sentence for each mistake."""

from datetime import date

import pytest

from dateline.articles.dates.decisions import (
    check_decisions,
    count_open,
    follow_repeats,
    read_decisions,
)
from dateline.articles.dates.evidence import DECIDED
from dateline.errors import DatesError

HEAD = "article,earliest,latest,note\n"


@pytest.fixture
def read(tmp_path):
    def read_rows(rows, head=HEAD):
        path = tmp_path / "dates.csv"
        path.write_bytes(head.encode() + (rows if isinstance(rows, bytes) else rows.encode()))
        return read_decisions(path)

    return read_rows


def test_no_file_is_no_decision():
    assert read_decisions(None) == {}


def test_a_day_is_a_decision_with_a_best_day(read):
    decision = read("a.txt,2022-03-21,,seen in print\n")["a.txt"]
    assert (decision.earliest, decision.latest, decision.best) == (date(2022, 3, 21),) * 3
    assert (decision.strength, decision.text) == (DECIDED, "seen in print")


def test_an_interval_has_no_best_day(read):
    decision = read('a.txt,2022-03-01,2022-03-31,"March, says the editor"\n')["a.txt"]
    assert (decision.latest, decision.best) == (date(2022, 3, 31), None)


def test_a_byte_order_mark_of_a_spreadsheet_is_no_part_of_the_first_column(read):
    assert list(read("a.txt,2022-03-21,,\r\n", head="\ufeff" + HEAD)) == ["a.txt"]


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        (
            "a.txt,21.3.2022,,\n",
            "dates.csv, line 2: '21.3.2022' is no day; write year, month and day as in 2022-03-21",
        ),
        (
            "a.txt,2023-02-30,,\n",
            "dates.csv, line 2: '2023-02-30' is no day; write year, month and day as in 2022-03-21",
        ),
        (
            "a.txt,,2022-03-21,\n",
            "dates.csv, line 2: no first day is given; fill in the first possible one, or delete "
            "it",
        ),
        (
            "a.txt,2022-03-21,2022-03-20,\n",
            "dates.csv, line 2: latest lies before earliest; swap them",
        ),
        (
            "a.txt,2022-03-21,,\na.txt,2022-03-22,,\n",
            "dates.csv, line 3: `a.txt` is named twice; keep one of the two lines",
        ),
        (
            "a.txt,2022-03-21,,seen, in print\n",
            "dates.csv, line 2: more than 4 fields; put the note in quotes",
        ),
        (b"a.txt,2022-03-21,,Orb\xe1n\n", "dates.csv: not UTF-8 text; save the file as UTF-8"),
    ],
)
def test_a_mistake_is_one_sentence_with_place_and_way_out(read, rows, message):
    with pytest.raises(DatesError) as raised:
        read(rows)
    assert str(raised.value) == message


def test_lines_without_days_are_passed_over_and_counted(read, tmp_path):
    rows = "a.txt,,,no date found\nb.txt,2022-03-21,,\na.txt,2022-03-22,,\nc.txt, ,,\n,,,\n"
    assert list(read(rows)) == ["b.txt", "a.txt"]
    assert (count_open(tmp_path / "dates.csv"), count_open(None)) == (2, 0)


def test_all_lines_with_a_mistake_are_told_at_once(read):
    with pytest.raises(DatesError) as raised:
        read("a.txt,soon,,\nb.txt,2022-03-21,,\nb.txt,2022-03-22,,\n" + "c.txt,later,,\n" * 10)
    told = str(raised.value)
    assert told.startswith("dates.csv, line 2: 'soon' is no day;")
    assert "; line 4: `b.txt` is named twice;" in told and told.endswith("; and 2 more")


def test_all_names_that_are_no_article_are_told_at_once(read):
    with pytest.raises(DatesError, match=r"no article `a\.txt`.*; no article `b.txt`"):
        check_decisions(read("a.txt,2022-03-21,,\nb.txt,2022-03-21,,\n"), [], "dates.csv")


@pytest.mark.parametrize("head", ["", "doc,date\n", "article;earliest;latest;note\n"])
def test_other_columns_are_refused(read, head):
    with pytest.raises(DatesError, match="line 1: the columns must be article, earliest, latest"):
        read("", head=head)


def test_an_article_that_is_not_there_is_refused(read):
    decisions = read("a.txt,2022-03-21,,\n")
    check_decisions(decisions, [("d1", "a.txt"), ("d2", "b.txt")], "dates.csv")
    with pytest.raises(DatesError, match=r"no article `a.txt`; paths begin below the articles"):
        check_decisions(decisions, [("d2", "b.txt")], "dates.csv")


def test_a_path_that_begins_too_high_is_seen(read):
    decisions = read("articles/a.txt,2022-03-21,,\n")
    with pytest.raises(DatesError, match=r"no article `articles/a.txt`; did you mean `a.txt`\?"):
        check_decisions(decisions, [("d1", "a.txt")], "dates.csv")


def test_a_file_of_several_articles_cannot_be_decided_as_one(read):
    decisions = read("many.csv,2022-03-21,,\n")
    with pytest.raises(DatesError, match=r"`many\.csv` holds 2 articles; name each by its doc_id"):
        check_decisions(decisions, [("d1", "many.csv"), ("d2", "many.csv")], "dates.csv")


KEPT = {"b.html": "a.html", "new.zip": "old.zip"}


def test_a_decision_on_a_repeat_applies_to_the_file_that_was_kept(read):
    decisions = read("b.html,2022-03-21,,\nnew.zip/x/1.txt,2022-03-22,,\nc.txt,2022-03-23,,\n")
    assert list(follow_repeats(decisions, KEPT, "dates.csv")) == [
        "a.html",
        "old.zip/x/1.txt",
        "c.txt",
    ]


def test_the_same_decision_on_a_file_and_its_repeat_is_one(read):
    decisions = read("a.html,2022-03-21,,seen\nb.html,2022-03-21,,seen too\n")
    assert list(follow_repeats(decisions, KEPT, "dates.csv")) == ["a.html"]


@pytest.mark.parametrize("rows", [("a.html", "b.html"), ("b.html", "a.html")])
def test_two_decisions_on_a_file_and_its_repeat_are_refused(read, rows):
    decisions = read(f"{rows[0]},2022-03-21,,\n{rows[1]},2022-03-22,,\n")
    told = "`b.html` is the same file as `a.html`, which is decided otherwise; keep one of the two"
    with pytest.raises(DatesError, match=rf"^dates\.csv: {told}"):
        follow_repeats(decisions, KEPT, "dates.csv")
