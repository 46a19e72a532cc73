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
]

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
    or its `problem`.
    """
    cache = CorpusCache.of(study) if cache is None else cache
    tables = cache.recall(study, hide_stated=hide_stated)
    if tables is None:
        # Imported here: cleaning and dating need a second to load, and a known corpus neither.
        from dateline.articles.building import make_tables

        store = cache.articles
        tables = make_tables(study, hide_stated=hide_stated, store=store, progress=progress)
        cache.keep(study, tables, hide_stated=hide_stated)
    return Corpus(study, **tables)
