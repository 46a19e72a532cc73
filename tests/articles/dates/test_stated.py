"""Dates that an article states, and lines that only look like it."""

import json
from pathlib import Path

import pytest

from dateline.articles.clean import clean_text
from dateline.articles.dates.resolve import resolve_dates
from dateline.articles.dates.stated import (
    from_dateline,
    from_footer,
    from_header,
    from_names,
    from_urls,
)

CASES = Path(__file__).parents[2] / "cases"


def cases(name):
    table = json.loads((CASES / name).read_text("utf-8"))
    return pytest.mark.parametrize("case", table, ids=lambda case: case["label"])


def evidence(raw):
    place = clean_text(raw).fields.get("dateline", "")
    return [*from_header(raw), *from_dateline(place), *from_footer(raw), *from_urls(raw)]


def day(value):
    return value and value.isoformat()


def names(*paths):
    """What each name says: its stated day, or its strength where it states none."""
    found = from_names(paths)
    return [day(found[path].earliest) or found[path].strength for path in paths if path in found]


@cases("dates_stated.json")
def test_a_raw_article_states_these_dates(case):
    found = [[e.rule, day(e.earliest), day(e.latest), e.strength] for e in evidence(case["raw"])]
    assert found == case["expect"]


@pytest.mark.xfail(strict=True, reason="forms that are not read, or read as the article's own")
@cases("dates_stated_known_failures.json")
def test_what_the_rules_for_stated_dates_cannot_do_yet(case):
    result = resolve_dates(evidence(case["raw"]))
    assert (day(result.best) or "undated") == case["expect"]


def test_evidence_quotes_what_it_read():
    (piece,) = evidence("Published: Friday, 4 February 2022\nText.")
    assert (piece.text, piece.where) == ("Friday, 4 February 2022", "raw")


def test_a_full_date_in_the_dateline_makes_class_a():
    result = resolve_dates(evidence("MOSCOW, Dec. 15, 2021 (Agency) — Talks open."))
    assert (result.date_class, day(result.best)) == ("A", "2021-12-15")


def test_three_days_in_file_names_of_one_folder_are_stated():
    paths = ("a/paper_2022-03-01.txt", "a/paper_2022-03-02.txt", "a/paper_2022-03-09.txt")
    assert names(*paths) == ["2022-03-01", "2022-03-02", "2022-03-09"]


def test_a_single_file_with_a_date_in_its_name_states_nothing():
    assert names("a/paper_2022-03-01.txt", "a/other.txt") == ["check"]


def test_many_files_with_one_day_in_their_names_were_saved_on_it():
    paths = [f"a/page{number}_2022-03-01.txt" for number in range(5)]
    assert names(*paths) == ["check"] * 5


def test_names_in_other_folders_forms_or_places_do_not_count_together():
    assert names("a/x_2022-03-01.txt", "b/x_2022-03-02.txt", "a/x_20220303.txt") == ["check"] * 3
    assert (
        names("a/2022-03-01_x.txt", "a/x_2022-03-02.txt", "a/x_2022-03-04_x.txt") == ["check"] * 3
    )


def test_numbers_in_names_that_are_no_day_are_passed_over():
    assert (
        names("a/x_2022-13-01.txt", "a/x_2023-02-30.txt", "a/x_120220301.txt", "a/wire-003.txt")
        == []
    )
