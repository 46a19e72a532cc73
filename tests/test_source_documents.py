"""The five real articles that Dateline began with, cleaned, dated and counted."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from dateline.articles import Corpus, build_corpus
from dateline.study import Dating, Study
from dateline.themes import find_mentions, load_codebook

pytestmark = pytest.mark.real

ROOT = Path(__file__).parents[1]

# The sentences, by their number in the cleaned text from 0, in which a person who read the
# articles found each theme. Nothing of the articles is quoted here; the numbers are looked up in
# the files. Themes that are not listed for an article are not in it.
READ_BY_EYE = {
    "000": {
        "ukraine_war": [0, 1, 2, 3, 5, 8, 9, 10, 13],
        "taiwan_dispute": [17],
        "korean_peninsula": [16],
        "sanctions": [4],
    },
    "001": {"ukraine_war": [3, 13, 14, 15, 16], "sanctions": [3, 10]},
    "002": {
        "ukraine_war": [8, 11, 12, 13, 15],
        "taiwan_dispute": [18, 19, 21, 23, 24, 25, 26, 27, 28, 29, 30],
        "korean_peninsula": [13],
    },
    "003": {
        "ukraine_war": [0, 3, 5, 6, 13, 16, 19],
        "taiwan_dispute": [9],
        "korean_peninsula": [0, 2, 3, 5, 6, 7, 8, 13, 15, 16, 19],
    },
    "004": {"ukraine_war": [0, 5, 6, 7, 13, 17, 19], "sanctions": [19, 20]},
}
READ_THEMES = ["ukraine_war", "taiwan_dispute", "korean_peninsula", "sanctions"]

# First and last day on which each can have been written, from the folder's README.
TRUE_DATES = {
    "000": (date(2022, 3, 21), date(2022, 3, 21)),
    "001": (date(2021, 12, 16), date(2021, 12, 16)),
    "002": (date(2024, 10, 1), date(2024, 10, 4)),
    "003": (date(2024, 11, 13), date(2024, 11, 16)),
    "004": (date(2021, 12, 15), date(2021, 12, 15)),
}


def corpus_of(shared: Path, calendar: Path | None, *, world: bool = True) -> Corpus:
    folder = shared / "source_documents"
    codebook = ROOT / "seeds" / "codebook.toml"
    dating = Dating(world_calendar=world)
    return build_corpus(Study(folder, "five", "Five", folder, codebook, calendar, dating=dating))


def numbered(articles: pd.DataFrame) -> pd.DataFrame:
    return articles.assign(number=articles["path"].str[:3]).set_index("number")


@pytest.fixture(scope="module")
def corpus(shared: Path) -> Corpus:
    return corpus_of(shared, ROOT / "seeds" / "calendar.toml")


@pytest.fixture(scope="module")
def five(corpus: Corpus) -> pd.DataFrame:
    return numbered(corpus.articles)


@pytest.fixture(scope="module")
def mentions(corpus: Corpus) -> pd.DataFrame:
    names = corpus.articles.set_index("doc_id")["path"].str[:3]
    found = find_mentions(corpus.articles, load_codebook(corpus.study.codebook))
    return found.assign(number=found["doc_id"].map(names))


@pytest.mark.parametrize(
    "wrapper",
    [
        "Orlando Sentinel", "By Anton", "SPUTNIK", "Above, the leaders", "Newspapers in English",
        "Newspapers from", "Original Source:", "Sources 1/", "http", "www.", "MOSCOW", "date 20",
    ],
)  # fmt: skip
def test_no_wrapper_is_left_in_the_clean_text(five: pd.DataFrame, wrapper: str) -> None:
    assert [number for number in five.index if wrapper in five.loc[number, "text"]] == []


def test_every_removed_span_is_on_record(corpus: Corpus, shared: Path) -> None:
    for path, removals in corpus.removals.groupby("path"):
        raw = (shared / "source_documents" / str(path)).read_text(encoding="utf-8")
        for row in removals.itertuples():
            assert raw[row.start : row.end] == row.text
    rules = corpus.removals.groupby(corpus.removals["path"].str[:3])["rule"].agg(sorted)
    assert rules["001"] == [
        "byline", "caption", "caption", "database", "database", "dateline", "masthead",
    ]  # fmt: skip
    assert rules["003"] == ["source footer"]
    assert rules["004"] == ["date header", "source footer"]


def test_what_is_not_removed_is_all_there(corpus: Corpus, shared: Path) -> None:
    def words(text: str) -> list[str]:
        return re.findall(r"\w+", text)

    for row in corpus.articles.itertuples():
        raw = (shared / "source_documents" / row.path).read_text(encoding="utf-8")
        removed = corpus.removals[corpus.removals["doc_id"] == row.doc_id]
        for start, end in reversed(list(zip(removed["start"], removed["end"], strict=True))):
            raw = raw[:start] + " " + raw[end:]
        assert words(row.text) == words(raw), row.path


def test_odd_wording_survives_cleaning(five: pd.DataFrame) -> None:
    assert "special operation" in five.loc["000", "text"]
    assert five.loc["000", "text"].count("stop hearth") == 2


def test_stated_dates_are_found(five: pd.DataFrame) -> None:
    for number in ("000", "004"):
        row = five.loc[number]
        assert (row["date_class"], row["date"].date()) == ("A", TRUE_DATES[number][0])
        assert not row["date_conflict"]


@pytest.mark.parametrize(("number", "date_class"), [("001", "B"), ("002", "B"), ("003", "C")])
def test_the_calendar_bounds_the_others_around_their_true_dates(five, number, date_class) -> None:
    row = five.loc[number]
    first, last = TRUE_DATES[number]
    assert row["date_earliest"].date() <= first and last <= row["date_latest"].date()
    assert row["date_class"] == date_class


def test_the_shipped_calendar_alone_bounds_them_too(shared: Path) -> None:
    rows = numbered(corpus_of(shared, None).articles)
    for number, date_class in (("001", "B"), ("002", "B"), ("003", "C")):
        first, last = TRUE_DATES[number]
        earliest, latest = rows.loc[number, ["date_earliest", "date_latest"]]
        assert earliest.date() <= first and last <= latest.date()
        assert rows.loc[number, "date_class"] == date_class


def test_without_a_calendar_none_gets_a_false_precise_date(shared: Path) -> None:
    without = corpus_of(shared, None, world=False)
    rows = numbered(without.articles).loc[["001", "002", "003"]]
    assert set(rows["date_class"]) <= {"D", "U"} and rows["date"].isna().all()


def test_two_reports_of_one_event_are_not_copies(five: pd.DataFrame) -> None:
    assert (five["copy_of"] == "").all()
    assert five["story"].is_unique


@pytest.mark.parametrize("number", READ_BY_EYE)
@pytest.mark.parametrize("theme", READ_THEMES)
def test_each_theme_is_found_where_a_reader_finds_it(mentions, number, theme) -> None:
    found = mentions[(mentions["number"] == number) & (mentions["theme"] == theme)]
    expected = set(READ_BY_EYE[number].get(theme, []))
    assert expected <= set(found["sentence"])
    assert expected or found.empty, "a theme that a reader does not find there"


def table_row(row: object, found: pd.DataFrame, kinds: dict[str, str]) -> str:
    earliest, latest = row.date_earliest, row.date_latest
    day = f"{earliest:%Y-%m-%d}"
    if latest != earliest:
        day += f" .. {latest:%Y-%m-%d}"
    themes = sorted({name for name in found["theme"] if kinds[name] == "theme" and "." not in name})
    return f"| {row.path[:3]} | {day} | {row.date_class} | {row.date_basis} | {', '.join(themes)} |"


def test_the_table_in_the_methods_is_what_comes_out(corpus: Corpus, mentions) -> None:
    kinds = {theme.name: theme.kind for theme in load_codebook(corpus.study.codebook).themes}
    methods = (ROOT / "METHODS.md").read_text(encoding="utf-8")
    for row in corpus.articles.itertuples():
        line = table_row(row, mentions[mentions["doc_id"] == row.doc_id], kinds)
        assert line in methods, line
