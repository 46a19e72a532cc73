"""Adds a line to dates.csv: the publication date of one article, decided by a person."""

from __future__ import annotations

import csv
from datetime import date
from io import StringIO
from pathlib import Path

import pandas as pd

from dateline.articles import Corpus
from dateline.articles.dates.decisions import COLUMNS, read_decisions
from dateline.articles.days import FIRST_YEAR
from dateline.articles.run_day import last_day
from dateline.articles.timeframe import read_day
from dateline.errors import DatesError, SettingError
from dateline.report.tables import atomic_write


def add_decision(
    corpus: Corpus, doc_id: str, earliest: str, *, latest: str = "", note: str
) -> Path:
    """
    Append one decision to the study's dates.csv; the path of the file, made if it is not there.

    Days are written YYYY-MM-DD; without `latest` the article is of one day. All that the file
    holds stays byte for byte. The article is named by its path or, if its file has several, by
    its doc_id.

    Raises SettingError for a day that is none, lies before 1800 or in the future, for days in the
    wrong order, for a blank note and for an article that is not in the corpus; DatesError if the
    file has a mistake already or names the article already; ReportError where it cannot be written.
    """
    first, last = _days(corpus, earliest, latest)
    if not note.strip():
        raise SettingError("the note is empty; say who decides this date, and from what")
    name = _name_of(corpus.articles, doc_id)
    path = corpus.study.dates or corpus.study.folder / "dates.csv"
    old = path.read_bytes() if path.exists() else b""
    decided = read_decisions(path) if old else {}
    if doc_id in decided or name in decided:
        raise DatesError(
            f"{path.name}: `{name}` has a line already; change that line, or delete it first"
        )
    line = [name, first, "" if last == first else last, " ".join(note.split())]
    atomic_write(path, old + _added(old, line))
    return path


def _days(corpus: Corpus, earliest: str, latest: str) -> tuple[str, str]:
    """Both days as ISO texts, checked."""
    days = [read_day(text.strip(), name) for text, name in
            ((earliest, "earliest"), (latest or earliest, "latest"))]  # fmt: skip
    if days[0] is None or days[1] is None:
        raise SettingError("no day is given; write the first possible one, such as 2022-03-21")
    first, last = days[0].date(), days[1].date()
    if last < first:
        raise SettingError(f"latest {last} lies before earliest {first}; swap them")
    _refuse_impossible(first, last, today=last_day(corpus.study))
    return first.isoformat(), last.isoformat()


def _refuse_impossible(first: date, last: date, *, today: date) -> None:
    if first.year < FIRST_YEAR:
        raise SettingError(f"the year {first.year} cannot be meant; years begin with {FIRST_YEAR}")
    if last > today:
        raise SettingError(f"{last} lies after {today}, the day of the run; give an earlier day")


def _name_of(articles: pd.DataFrame, doc_id: str) -> str:
    """How dates.csv names the article: by its path where that is the article's alone."""
    row = articles[articles["doc_id"] == doc_id]
    if row.empty:
        raise SettingError(f"no article `{doc_id}` in the study; read the study again")
    path = str(row["path"].iloc[0])
    # The reader of the file strips names, and a spreadsheet would run a name that is a formula.
    plain = path == path.strip() and path.isprintable() and path[:1] not in "=+-@"
    return path if plain and (articles["path"] == path).sum() == 1 else doc_id


def _added(old: bytes, line: list[str]) -> bytes:
    """The bytes to put after `old`: in its line ends, and with the header if there is none."""
    end = "\r\n" if b"\r\n" in old else "\n"
    text = StringIO()
    writer = csv.writer(text, lineterminator=end)
    if not old:
        writer.writerow(COLUMNS)
    elif not old.endswith(b"\n"):
        text.write(end)
    writer.writerow(line)
    return text.getvalue().encode("utf-8")
