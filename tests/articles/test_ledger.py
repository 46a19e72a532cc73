"""The ledger adds up, whatever became of the articles."""

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.articles import PERIODS, Timeframe, make_ledger
from dateline.articles.ledger import LEDGER_COLUMNS
from dateline.articles.timeframe import DATE_CLASSES

DAYS = [
    pd.Timestamp(day)
    for day in ("2021-12-31", "2022-01-01", "2022-03-14", "2022-07-01", "2023-01-01")
]


def table(rows):
    """Rows are (class, first day, last day, is a copy, has a problem); days are numbers in DAYS."""
    first = pd.Series([row[1] for row in rows], dtype="datetime64[us]")
    last = pd.Series([row[2] for row in rows], dtype="datetime64[us]")
    ids = [f"d{number}" for number in range(len(rows))]
    return pd.DataFrame(
        {
            "doc_id": ids,
            "date_class": [row[0] for row in rows],
            "date": first.where([row[0] in "ABC" for row in rows]),
            "date_earliest": first,
            "date_latest": last,
            "copy_of": ["d0" if row[3] and at else "" for at, row in enumerate(rows)],
            "problem": ["no text left after cleaning" if row[4] else "" for row in rows],
        }
    )


def files(*statuses):
    return pd.DataFrame({"status": list(statuses)})


def numbers(ledger):
    return dict(zip(ledger["line"], ledger["number"], strict=True))


def check_sums(ledger):
    """The parts of every line that has parts add up to it."""
    lines = numbers(ledger)
    parts = ledger[ledger["part_of"] != ""].groupby("part_of")["number"].sum()
    assert {line: lines[line] for line in parts.index} == parts.to_dict()


def test_each_line_counted_by_hand():
    day, later, third = DAYS[1], DAYS[3], DAYS[2]
    rows = [
        ("A", day, day, False, False),
        ("A", day, day, True, False),
        ("C", day, third, False, False),
        ("A", DAYS[0], day, False, False),  # over the end of the year
        ("C", day, DAYS[4], False, False),  # 366 days
        ("U", day, later, False, False),
        ("A", DAYS[4], DAYS[4], False, False),
        ("U", day, later, False, True),
    ]
    ledger = make_ledger(
        table(rows),
        files("read", "read", "refused", "set aside"),
        timeframe=Timeframe("quarter", until="2022-12-31"),
    )
    assert ledger["number"].tolist() == [4, 1, 1, 2, 8, 1, 1, 1, 0, 0, 1, 1, 4, 3, 1]
    assert ledger["line"][10] == "dated too widely for a quarter"
    check_sums(ledger)


def test_undated_articles_are_told_apart_by_class():
    rows = [(name, DAYS[0], DAYS[4], False, False) for name in "DUDD"]
    ledger = make_ledger(table(rows), files("read"))
    lines = numbers(ledger)
    assert (lines["undated"], lines["not dated (class U)"]) == (4, 1)
    assert lines["too widely dated (class D)"] == 3
    check_sums(ledger)


def test_a_class_that_is_not_asked_for_has_its_line():
    day = DAYS[1]
    rows = [(name, day, day, False, False) for name in "AABC"]
    ledger = make_ledger(table(rows), files("read"), timeframe=Timeframe("year", date_classes="A"))
    lines = numbers(ledger)
    assert (lines["dated less surely than asked"], lines["counted"]) == (2, 2)
    check_sums(ledger)


def test_an_empty_corpus_has_every_line():
    ledger = make_ledger(table([]), files("refused"))
    assert list(ledger.columns) == list(LEDGER_COLUMNS)
    assert (len(ledger), numbers(ledger)["refused"], numbers(ledger)["counted"]) == (15, 1, 0)


def test_a_copy_whose_story_lies_outside_the_range_is_a_further_copy():
    rows = [("A", DAYS[0], DAYS[0], False, False), ("A", DAYS[1], DAYS[1], True, False)]
    since = Timeframe("year", since="2022-01-01")
    lines = numbers(make_ledger(table(rows), files("read"), timeframe=since))
    assert (lines["counted"], lines["distinct stories"], lines["further copies"]) == (
        1,
        0,
        1,
    )


@st.composite
def articles(draw):
    days = st.lists(st.sampled_from(DAYS), min_size=2, max_size=2).map(sorted)
    row = st.tuples(st.sampled_from("ABCDU"), days, st.booleans(), st.booleans())
    rows = draw(st.lists(row, max_size=12))
    return table([(name, *span, copy, problem) for name, span, copy, problem in rows])


@settings(max_examples=40, deadline=None)
@given(
    articles(),
    st.lists(st.sampled_from(["read", "refused", "set aside"]), max_size=5),
    st.builds(
        Timeframe,
        st.sampled_from(PERIODS),
        st.sampled_from(["", "2022-01-01", "2022-03-15"]),
        st.sampled_from(["", "2022-03-15", "2022-12-31"]),
        st.sampled_from(DATE_CLASSES),
    ),
)
def test_the_parts_of_every_line_add_up_to_it(table, statuses, timeframe):
    ledger = make_ledger(table, files(*statuses), timeframe=timeframe)
    check_sums(ledger)
    assert numbers(ledger)["articles in the files read"] == len(table)


@pytest.mark.parametrize("period", PERIODS)
def test_the_ledger_of_the_default_study_adds_up(seeds, period):
    for since, until in (("", ""), ("2022-01-01", "2023-06-30"), ("2030-01-01", "")):
        timeframe = Timeframe(period, since, until)
        ledger = make_ledger(seeds.articles, seeds.files, timeframe=timeframe)
        check_sums(ledger)
        assert numbers(ledger)["files found"] == len(seeds.files)


def test_articles_in_another_language_that_do_not_count_have_their_line():
    rows = [("A", DAYS[1], DAYS[1], False, False)] * 3
    articles = table(rows).assign(language=["en", "de", ""], problem=["", "another language", ""])
    lines = numbers(make_ledger(articles, files("read")))
    assert (lines["in another language"], lines["without text"], lines["counted"]) == (1, 0, 2)
    check_sums(make_ledger(articles, files("read")))


def test_articles_in_another_language_that_count_are_told():
    rows = [("A", DAYS[1], DAYS[1], False, False)] * 3
    ledger = make_ledger(table(rows).assign(language=["en", "de", ""]), files(), languages=["en"])
    assert ledger["number"].tolist()[-2:] == [1, 1]
    check_sums(ledger)
