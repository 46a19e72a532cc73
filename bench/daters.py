"""The tools that are compared: from an article, or a folder of them, to days."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import NamedTuple

import dateparser
import pandas as pd
from dated_articles import Article
from dateparser.search import search_dates
from htmldate import find_date

from dateline.articles import build_corpus
from dateline.study import open_study

BASE = datetime(2020, 1, 1)  # what dateparser takes for now, so that runs agree
PHRASE_BASE = datetime(2012, 11, 13)  # what dateparser's own tests take for now
LATEST = "2026-12-31"  # htmldate's last day, so that runs agree

# The other tools: a name, and an article to the day that it gives.
Tool = Callable[[Article], date | None]


class Answer(NamedTuple):
    """What a tool says of one article. Other tools than Dateline have no class."""

    earliest: date | None = None
    latest: date | None = None
    best: date | None = None
    date_class: str = ""
    conflict: bool = False


def htmldate_fast(article: Article) -> date | None:
    return _htmldate(article, extensive=False)


def htmldate_extensive(article: Article) -> date | None:
    return _htmldate(article, extensive=True)


def dateparser_first(article: Article) -> date | None:
    return search_text(article.text)


def dateparser_whole(article: Article) -> date | None:
    return search_text(article.text, REQUIRE_PARTS=["year", "month", "day"])


TOOLS: dict[str, Tool] = {
    "htmldate fast": htmldate_fast,
    "htmldate extensive": htmldate_extensive,
    "dateparser, first date": dateparser_first,
    "dateparser, first whole date": dateparser_whole,
}


def _htmldate(article: Article, *, extensive: bool) -> date | None:
    found = find_date(
        article.page,
        extensive_search=extensive,
        original_date=True,
        url=article.url or None,
        max_date=LATEST,
    )
    return date.fromisoformat(found) if found else None


def search_text(text: str, **settings: object) -> date | None:
    """The first date that dateparser finds in a text."""
    settings = {"RELATIVE_BASE": BASE, **settings}
    found = search_dates(text, languages=["en"], settings=settings)
    return found[0][1].date() if found else None


def dateline(folder: Path) -> dict[str, Answer]:
    """Dateline's answer for each file of a folder, or for each address of its one table."""
    articles = build_corpus(open_study(folder)).articles
    answers = [
        Answer(_day(first), _day(last), _day(best), known, conflict)
        for first, last, best, known, conflict in zip(
            articles["date_earliest"],
            articles["date_latest"],
            articles["date"],
            articles["date_class"],
            articles["date_conflict"],
            strict=True,
        )
    ]
    in_table = articles["path"].str.contains(".jsonl", regex=False)
    keys = articles["url"].where(in_table, articles["path"])
    return dict(zip(keys, answers, strict=True))


def _day(moment: pd.Timestamp) -> date | None:
    return None if pd.isna(moment) else moment.date()


def parse_phrase(phrase: str) -> date | None:
    """dateparser's reading of a phrase by itself, on the day that its own tests assume."""
    found = dateparser.parse(phrase, settings={"RELATIVE_BASE": PHRASE_BASE})
    return found.date() if found else None
