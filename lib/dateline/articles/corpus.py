"""From a study to its articles: one clean, dated table with copies marked, and its ledger."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from hashlib import blake2b
from itertools import count
from pathlib import PurePosixPath

import pandas as pd

from dateline.articles.clean import Cleaned, clean_text
from dateline.articles.copies import mark_copies
from dateline.articles.dates import (
    Calendar,
    DateResult,
    Evidence,
    check_decisions,
    date_article,
    from_names,
    load_calendar,
    read_decisions,
)
from dateline.sources import RawArticle, read_articles
from dateline.study import Study

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
    "language",  # as the format states it
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

# Called with the step's name, how much of it is done, and how much there is.
Progress = Callable[[str, int, int], None]

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_BARE_SITE = re.compile(r"^(?:https?://)?(?:www\.)?([^/\s]+)")


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


def build_corpus(study: Study, *, progress: Progress = lambda *_: None) -> Corpus:
    """
    Read, clean and date the articles of a study and mark copies.

    Same study, same tables. Raises StudyError, CalendarError or DatesError for a mistake in the
    study's own files; a defect of an article is a row of `files` or its `problem`.
    """
    calendar = load_calendar(study.calendar)
    decisions = read_decisions(study.dates)
    found = count(1)
    raw, files = read_articles(study, progress=lambda _: progress("reading", next(found), 0))
    cleaned = [clean_text(article.text) for article in _steps(raw, "cleaning", progress)]
    ids = _doc_ids(raw)
    if study.dates:
        check_decisions(decisions, {*ids, *(article.path for article in raw)}, study.dates.name)
    dates = _date_all(raw, cleaned, ids, calendar, decisions, progress)
    progress("copies", 0, 1)
    articles, pairs = mark_copies(_article_table(raw, cleaned, ids, dates))
    progress("copies", 1, 1)
    return Corpus(
        study=study,
        articles=articles[list(ARTICLE_COLUMNS)],
        files=files,
        removals=_removal_table(raw, cleaned, ids),
        fixes=_fix_table(raw, cleaned, ids),
        evidence=_evidence_table(raw, dates, ids),
        pairs=pairs,
    )


def _steps(items: list[RawArticle], step: str, progress: Progress) -> Iterable[RawArticle]:
    for done, item in enumerate(items):
        progress(step, done, len(items))
        yield item


def _doc_ids(raw: list[RawArticle]) -> list[str]:
    """
    Twelve hex digits of content and place, after a letter so that no table reads a number.

    The same text twice in one file is told apart by its turn, so that ids are unique.
    """
    seen: Counter[str] = Counter()
    ids = []
    for article in raw:
        key = f"{article.path}\0{article.text}"
        turn = f"\0{seen[key]}" if seen[key] else ""
        seen[key] += 1
        content = (key + turn).encode("utf-8", "surrogatepass")
        ids.append("d" + blake2b(content, digest_size=6).hexdigest())
    return ids


def _date_all(
    raw: list[RawArticle],
    cleaned: list[Cleaned],
    ids: list[str],
    calendar: Calendar,
    decisions: dict[str, Evidence],
    progress: Progress,
) -> list[DateResult]:
    names = from_names(article.path for article in raw)
    results = []
    for at, article in enumerate(_steps(raw, "dating", progress)):
        sure = [decisions.get(ids[at]), decisions.get(article.path), names.get(article.path)]
        known = [evidence for evidence in sure if evidence]
        results.append(date_article(article.text, cleaned[at], calendar, known=known))
    return results


def _article_table(
    raw: list[RawArticle], cleaned: list[Cleaned], ids: list[str], dates: list[DateResult]
) -> pd.DataFrame:
    rows = [
        _article_row(article, clean, doc_id) | _date_row(date)
        for article, clean, doc_id, date in zip(raw, cleaned, ids, dates, strict=True)
    ]
    columns = [column for column in ARTICLE_COLUMNS if column not in ("story", "copy_of")]
    return _with_days(pd.DataFrame(rows, columns=columns), "date", "date_earliest", "date_latest")


def _with_days(table: pd.DataFrame, *columns: str) -> pd.DataFrame:
    """The same table, with days for Python dates; also where all of them are missing."""
    days = {column: pd.to_datetime(table[column]).astype("datetime64[us]") for column in columns}
    return table.assign(**days)


def _article_row(article: RawArticle, clean: Cleaned, doc_id: str) -> dict[str, object]:
    url = article.url or clean.fields.get("url", "")
    return {
        "doc_id": doc_id,
        "source": article.source or _source(article.path, clean, url),
        "title": article.title or clean.fields.get("title", ""),
        "author": article.author or clean.fields.get("author", ""),
        "n_words": len(_WORD.findall(clean.text)),
        "problem": "" if clean.text else "no text left after cleaning",
        "path": article.path,
        "url": url,
        "language": article.language,
        "text": clean.text,
    }


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


def _source(path: str, clean: Cleaned, url: str) -> str:
    """Who published it: the masthead, else the site of its address, else the name of its folder."""
    if "source" in clean.fields:
        return clean.fields["source"]
    if site := _BARE_SITE.match(url):
        return site[1].lower()
    folder = PurePosixPath(path).parent.name
    return "" if folder.isdigit() else folder


def _removal_table(raw: list[RawArticle], cleaned: list[Cleaned], ids: list[str]) -> pd.DataFrame:
    rows = [
        (doc_id, article.path, *removal)
        for article, clean, doc_id in zip(raw, cleaned, ids, strict=True)
        for removal in clean.removals
    ]
    return pd.DataFrame(rows, columns=list(REMOVAL_COLUMNS))


def _fix_table(raw: list[RawArticle], cleaned: list[Cleaned], ids: list[str]) -> pd.DataFrame:
    rows = [
        (doc_id, article.path, fixer)
        for article, clean, doc_id in zip(raw, cleaned, ids, strict=True)
        for fixer in clean.fixes
    ]
    return pd.DataFrame(rows, columns=list(FIX_COLUMNS)).astype("str")


def _evidence_table(raw: list[RawArticle], dates: list[DateResult], ids: list[str]) -> pd.DataFrame:
    rows = [
        (doc_id, article.path, piece.rule, piece.text, piece.where, piece.earliest, piece.latest,
         piece.strength, piece in date.used, piece.note)
        for article, date, doc_id in zip(raw, dates, ids, strict=True)
        for piece in (*date.used, *date.unused)
    ]  # fmt: skip
    return _with_days(pd.DataFrame(rows, columns=list(EVIDENCE_COLUMNS)), "earliest", "latest")
