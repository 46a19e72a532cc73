"""From a study to its articles: one clean, dated table with copies marked, and its ledger."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pandas as pd

from dateline.articles.columns import (
    ARTICLE_COLUMNS,
    EVIDENCE_COLUMNS,
    FIX_COLUMNS,
    NO_TEXT,
    REMOVAL_COLUMNS,
)
from dateline.articles.corpus_cache import CorpusCache
from dateline.articles.dates.evidence import DATED
from dateline.articles.share_level import share_level, withhold_tables
from dateline.markup import facts_html
from dateline.study import Study

__all__ = [
    "ARTICLE_COLUMNS",
    "EVIDENCE_COLUMNS",
    "FIX_COLUMNS",
    "NO_TEXT",
    "REMOVAL_COLUMNS",
    "Corpus",
    "Progress",
    "build_corpus",
    "build_whole_corpus",
    "withhold_corpus",
]

# The fields of a corpus that are tables.
_TABLES = ("articles", "files", "removals", "fixes", "evidence", "pairs")
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

    def _repr_html_(self) -> str:
        """The numbers that say how much there is, for a notebook."""
        articles, status = self.articles, self.files["status"]
        facts = [
            ("files found", len(self.files)),
            ("of them refused", (status == "refused").sum()),
            ("articles", len(articles)),
            ("distinct stories", (articles["copy_of"] == "").sum()),
            ("dated within 92 days", articles["date_class"].isin(DATED).sum()),
        ]
        return facts_html(self.study.title, facts, self.study.notes)


def build_corpus(
    study: Study,
    *,
    hide_stated: bool = False,
    progress: Progress = lambda *_: None,
    cache: CorpusCache | None = None,
) -> Corpus:
    """
    Read, clean and date the articles of a study and mark copies.

    `hide_stated` dates every article as if it did not state its date, for the blind test; copies
    are marked by the true dates all the same. What was made before, of the same files and
    settings by the same version, is taken from `cache` (None: the one that DATELINE_CACHE names).

    Same study, same tables, with and without a cache. Raises StudyError, CalendarError or
    DatesError for a mistake in the study's own files; a defect of an article is a row of `files`
    or its `problem`. In a report run below the share level "full" the tables lack what it
    withholds.
    """
    return withhold_corpus(
        build_whole_corpus(study, hide_stated=hide_stated, progress=progress, cache=cache)
    )


def build_whole_corpus(
    study: Study,
    *,
    hide_stated: bool = False,
    progress: Progress = lambda *_: None,
    cache: CorpusCache | None = None,
) -> Corpus:
    """The corpus as `build_corpus` makes it at the share level "full"; no report may show it."""
    cache = CorpusCache.of(study) if cache is None else cache
    tables = cache.recall(study, hide_stated=hide_stated)
    if tables is None:
        # Imported here: cleaning and dating need a second to load, and a known corpus neither.
        from dateline.articles.building import make_tables

        store = cache.articles
        tables = make_tables(study, hide_stated=hide_stated, store=store, progress=progress)
        cache.keep(study, tables, hide_stated=hide_stated)
    return Corpus(study, **tables)


def withhold_corpus(corpus: Corpus) -> Corpus:
    """The corpus without what the share level of this run withholds, see `withhold_tables`."""
    tables = {name: getattr(corpus, name) for name in _TABLES}
    return Corpus(corpus.study, **withhold_tables(tables, share_level()))
