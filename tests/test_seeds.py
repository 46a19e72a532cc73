"""The default study against its truth table: dates, copies and encodings of every file."""

import csv
from pathlib import Path

import pandas as pd
import pytest

from dateline.articles import build_corpus, load_calendar
from dateline.articles.dates.events import from_calendar
from dateline.articles.dates.mentions import from_mentions
from dateline.articles.dates.resolve import resolve_dates
from dateline.articles.sentences import sentence_spans
from dateline.study import open_study

with (Path(__file__).parent / "cases" / "seeds_truth.csv").open(
    encoding="utf-8", newline=""
) as file:
    TRUTH = {row["path"]: row for row in csv.DictReader(file)}

STATED = [path for path, row in TRUTH.items() if row["stated"] == "yes"]
DATABLE = [path for path, row in TRUTH.items() if row["stated"] == "no" and row["true_date"]]
NOBODY = [path for path, row in TRUTH.items() if not row["true_date"]]
DAYS = {path: pd.Timestamp(row["true_date"]) for path, row in TRUTH.items() if row["true_date"]}


@pytest.fixture(scope="module")
def seeds(root):
    return build_corpus(open_study(root / "seeds"))


@pytest.fixture(scope="module")
def rows(seeds):
    return seeds.articles.set_index("path")


def covers(row, day):
    """Whether a day lies between earliest and latest; a missing end is open."""
    after = pd.isna(row["date_earliest"]) or row["date_earliest"] <= day
    return after and (pd.isna(row["date_latest"]) or day <= row["date_latest"])


def test_there_are_at_least_sixty_articles_and_each_has_its_truth(rows):
    assert len(rows) >= 60
    assert set(rows.index) == set(TRUTH)
    assert (len(STATED) > 50, len(DATABLE) >= 10, len(NOBODY)) == (True, True, 2)


def test_every_file_was_read(seeds):
    assert seeds.files["status"].unique().tolist() == ["read"]


@pytest.mark.parametrize("path", STATED)
def test_a_stated_date_is_found_exactly(rows, path):
    row = rows.loc[path]
    assert (row["date_class"], row["date"]) == ("A", DAYS[path])
    assert not row["date_conflict"]


@pytest.mark.parametrize("path", DATABLE)
def test_an_undated_article_is_dated_by_the_calendar_without_being_sure(rows, path):
    row = rows.loc[path]
    assert row["date_class"] in ("B", "C")
    assert covers(row, DAYS[path]) and not row["date_conflict"]


@pytest.mark.parametrize("path", NOBODY)
def test_what_nobody_can_date_stays_undated(rows, path):
    row = rows.loc[path]
    assert (row["date_class"], row["date_evidence"]) == ("U", "")


NO_CALENDAR = "[dating]\nworld_calendar = false\n"


def test_without_a_calendar_nothing_is_dated_that_states_no_date(make_study, root):
    files = {f"articles/{path}": (root / "seeds/articles" / path).read_bytes() for path in TRUTH}
    rows = build_corpus(open_study(make_study({"study.toml": NO_CALENDAR} | files))).articles
    rows = rows.set_index("path")
    assert set(rows.loc[DATABLE + NOBODY, "date_class"]) <= {"D", "U"}
    assert set(rows.loc[STATED, "date_class"]) == {"A"}


@pytest.mark.parametrize("path", DAYS)
def test_blind_no_true_date_lies_outside_the_interval(rows, root, path):
    """Every stated date hidden: only what the text tells, and the calendar."""
    text = rows.loc[path, "text"]
    sentences = [text[start:end] for start, end in sentence_spans(text)]
    told = from_calendar(sentences, load_calendar(root / "seeds" / "calendar.toml"))
    result = resolve_dates([*from_mentions(sentences), *told])
    interval = {"date_earliest": result.earliest, "date_latest": result.latest}
    assert covers({end: pd.Timestamp(day) for end, day in interval.items()}, DAYS[path])


def test_the_copies_are_those_of_the_truth_table(seeds, rows):
    paths = dict(zip(seeds.articles["doc_id"], rows.index, strict=True))
    copies = rows["copy_of"][rows["copy_of"] != ""]
    found = {frozenset((path, paths[original])) for path, original in copies.items()}
    assert found == {
        frozenset((path, row["copy_of"])) for path, row in TRUTH.items() if row["copy_of"]
    }


def test_the_encodings_are_recognized(seeds):
    encodings = seeds.files.set_index("path")["encoding"]
    assert encodings["plain-wire/wire-152.txt"] == "cp1252"
    assert encodings["digest-120.txt"] == "utf-8-sig"
    assert encodings.drop(["plain-wire/wire-152.txt", "digest-120.txt"]).unique().tolist() == [
        "utf-8"
    ]


def test_curly_quotes_survive_windows_1252(rows):
    assert "’" in rows.loc["plain-wire/wire-152.txt", "text"]


def test_mojibake_is_repaired(rows, root):
    raw = (root / "seeds/articles/digest-103.txt").read_text("utf-8")
    text = rows.loc["digest-103.txt", "text"]
    assert "â€™" in raw and "’" in text
    assert "â€" not in text


def test_no_article_keeps_a_byte_order_mark_or_a_carriage_return(rows):
    assert not rows["text"].str.contains("[\ufeff\r]").any()
