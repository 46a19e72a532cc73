"""Makes the tables of a corpus from the files of a study; `corpus.py` says what is in them."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from itertools import count

import pandas as pd

from dateline.articles.article_store import ArticleStore
from dateline.articles.columns import (
    ARTICLE_COLUMNS,
    EVIDENCE_COLUMNS,
    FIX_COLUMNS,
    NO_TEXT,
    REMOVAL_COLUMNS,
)
from dateline.articles.copies import mark_copies
from dateline.articles.dates.evidence import DateResult
from dateline.articles.dating import add_nearby, date_records, hide_stated_dates
from dateline.articles.placing import OTHER_LANGUAGE
from dateline.articles.recalled import recall_found
from dateline.articles.records import Record, make_records
from dateline.sources import read_articles
from dateline.sources.repeats import kept_paths
from dateline.study import CleanSettings, Study


def make_tables(
    study: Study,
    *,
    hide_stated: bool = False,
    store: ArticleStore,
    progress: Callable[[str, int, int], None] = lambda *_: None,
) -> dict[str, pd.DataFrame]:
    """
    The tables of a corpus by name, as `Corpus` has them.

    What `store` knows is not made again. Raises what `build_corpus` does.
    """
    found = count(1)
    raw, files = read_articles(
        study,
        recall=partial(recall_found, store),
        progress=lambda _: progress("reading", next(found), 0),
    )
    records = make_records(raw, study.cleaning, store=store, progress=progress)
    repeats = kept_paths(files)
    dated = date_records(records, study, repeats=repeats, store=store, progress=progress)
    progress("copies", 0, 1)
    articles, pairs = mark_copies(
        _article_table(records, [each.result for each in dated], study.cleaning)
    )
    progress("copies", 1, 1)
    wanted = hide_stated_dates(dated) if hide_stated else dated
    if study.dating.corpus_evidence:
        wanted = add_nearby(records, dated, wanted, articles["story"].tolist())
    results = [each.result for each in wanted]
    return {
        "articles": _with_dates(articles, results)[list(ARTICLE_COLUMNS)],
        "files": files,
        "removals": _removal_table(records),
        "fixes": _fix_table(records),
        "evidence": _evidence_table(records, results),
        "pairs": pairs,
    }


def _article_table(
    records: list[Record], dates: list[DateResult], settings: CleanSettings
) -> pd.DataFrame:
    columns = [column for column in ARTICLE_COLUMNS if column not in ("story", "copy_of")]
    rows = [_article_row(record, settings) for record in records]
    return _with_dates(pd.DataFrame(rows, columns=columns), dates)


def _with_dates(articles: pd.DataFrame, dates: list[DateResult]) -> pd.DataFrame:
    rows = [_date_row(date) for date in dates]
    columns = [column for column in ARTICLE_COLUMNS if column.startswith("date")]
    table = pd.DataFrame(rows, columns=columns, index=articles.index)
    return articles.assign(**_with_days(table, "date", "date_earliest", "date_latest"))


def _with_days(table: pd.DataFrame, *columns: str) -> pd.DataFrame:
    """The same table, with days for Python dates; also where all of them are missing."""
    days = {column: pd.to_datetime(table[column]).astype("datetime64[us]") for column in columns}
    return table.assign(**days)


def _article_row(record: Record, settings: CleanSettings) -> dict[str, object]:
    return {
        "doc_id": record.doc_id,
        "source": record.source,
        "title": record.title,
        "author": record.author,
        "n_words": record.n_words,
        "problem": _problem(record, settings),
        "path": record.raw.path,
        "url": record.url,
        "language": record.language,
        "text": record.text,
    }


def _problem(record: Record, settings: CleanSettings) -> str:
    if not record.text:
        title = record.cleaned.text
        return "only a headline, which this study does not count" if title else NO_TEXT
    outside = settings.languages and record.language not in ("", *settings.languages)
    return OTHER_LANGUAGE if outside and not settings.other_languages else ""


def _date_row(date: DateResult) -> dict[str, object]:
    return {
        "date": date.best,
        "date_earliest": date.earliest,
        "date_latest": date.latest,
        "date_class": date.date_class,
        "date_basis": " + ".join(dict.fromkeys(piece.rule for piece in date.used)),
        "date_evidence": "; ".join(dict.fromkeys(piece.text for piece in date.used)),
        "date_conflict": date.conflict,
    }


def _removal_table(records: list[Record]) -> pd.DataFrame:
    rows = [
        (record.doc_id, record.raw.path, *removal)
        for record in records
        for removal in record.cleaned.removals
    ]
    return pd.DataFrame(rows, columns=list(REMOVAL_COLUMNS))


def _fix_table(records: list[Record]) -> pd.DataFrame:
    rows = [
        (record.doc_id, record.raw.path, fixer)
        for record in records
        for fixer in record.cleaned.fixes
    ]
    return pd.DataFrame(rows, columns=list(FIX_COLUMNS)).astype("str")


def _evidence_table(records: list[Record], dates: list[DateResult]) -> pd.DataFrame:
    rows = [
        (record.doc_id, record.raw.path, piece.rule, piece.text, piece.where, piece.earliest,
         piece.latest, piece.strength, used, piece.note)
        for record, date in zip(records, dates, strict=True)
        for pieces, used in ((date.used, True), (date.unused, False))
        for piece in pieces
    ]  # fmt: skip
    table = pd.DataFrame(rows, columns=list(EVIDENCE_COLUMNS)).astype({"used": "bool"})
    return _with_days(table, "earliest", "latest")
