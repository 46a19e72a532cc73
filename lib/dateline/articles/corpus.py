"""From a study to its articles: one clean, dated table with copies marked, and its ledger."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import count

import pandas as pd

from dateline.articles.copies import mark_copies
from dateline.articles.dates.evidence import DateResult
from dateline.articles.dating import add_nearby, date_records, hide_stated_dates
from dateline.articles.placing import OTHER_LANGUAGE
from dateline.articles.records import Record, make_records
from dateline.sources import read_articles
from dateline.study import CleanSettings, Study

# One row per article found. A text is blank, and a day missing, where it is not known.
ARTICLE_COLUMNS = (
    "doc_id",  # from content and place; stays when other articles are added
    "source",  # who published it: masthead, site of its address, or name of its folder
    "title",  # the headline, which is also the first paragraph of `text`
    "author",
    "date",  # best day; missing for classes D and U
    "date_earliest",  # first and last possible day; missing where that side is open
    "date_latest",
    "date_class",  # A stated, B within 8 days, C within 92, D within 3 years, U undated
    "date_basis",  # the rules that made the interval
    "date_evidence",  # the words that they quote
    "date_conflict",  # whether evidence disagrees
    "story",  # doc_id of the article that stands for this one and its copies
    "copy_of",  # the same, blank for the article that stands for the story
    "n_words",
    "problem",  # why it cannot be counted, else blank
    "path",  # below the articles folder, with /
    "url",
    "language",  # ISO 639-1, as the format states it or as its words tell; blank if not sure
    "text",  # cleaned; paragraphs between blank lines
)
# One row per removed span: raw text [start:end] is `text`; `rule` is the rule that took it.
REMOVAL_COLUMNS = ("doc_id", "path", "rule", "start", "end", "text")
# One row per fixer that changed something in an article.
FIX_COLUMNS = ("doc_id", "path", "fixer")
# One row per piece of dating evidence; `used` says whether it made the interval, `note` why not.
EVIDENCE_COLUMNS = (
    "doc_id", "path", "rule", "text", "where", "earliest", "latest", "strength", "used", "note",
)  # fmt: skip

NO_TEXT = "no text left after cleaning"

# Called with the step's name, how much of it is done, and how much there is.
Progress = Callable[[str, int, int], None]


@dataclass(frozen=True)
class Corpus:
    """The articles of a study, and the record of all that was done to get them."""

    study: Study
    articles: pd.DataFrame
    files: pd.DataFrame
    removals: pd.DataFrame
    fixes: pd.DataFrame
    evidence: pd.DataFrame
    pairs: pd.DataFrame


def build_corpus(
    study: Study, *, hide_stated: bool = False, progress: Progress = lambda *_: None
) -> Corpus:
    """
    Read, clean and date the articles of a study and mark copies.

    `hide_stated` dates every article as if it did not state its date, for the blind test; copies
    are marked by the true dates all the same.

    Same study, same tables. Raises StudyError, CalendarError or DatesError for a mistake in the
    study's own files; a defect of an article is a row of `files` or its `problem`.
    """
    found = count(1)
    raw, files = read_articles(study, progress=lambda _: progress("reading", next(found), 0))
    records = make_records(raw, study.cleaning, progress=progress)
    dated = date_records(records, study, progress=progress)
    progress("copies", 0, 1)
    articles, pairs = mark_copies(
        _article_table(records, [each.result for each in dated], study.cleaning)
    )
    progress("copies", 1, 1)
    wanted = hide_stated_dates(dated) if hide_stated else dated
    if study.dating.corpus_evidence:
        wanted = add_nearby(records, dated, wanted, articles["story"].tolist())
    results = [each.result for each in wanted]
    return Corpus(
        study=study,
        articles=_with_dates(articles, results)[list(ARTICLE_COLUMNS)],
        files=files,
        removals=_removal_table(records),
        fixes=_fix_table(records),
        evidence=_evidence_table(records, results),
        pairs=pairs,
    )


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
