"""The tables of a corpus, kept from one run to the next."""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from dateline.articles.article_store import ArticleStore
from dateline.articles.corpus_key import corpus_key
from dateline.articles.fingerprint import articles_fingerprint
from dateline.articles.kept_files import (
    forget_older,
    kept_path,
    read_kept,
    study_cache,
    write_kept,
)
from dateline.articles.kept_tables import pack_tables, unpack_tables
from dateline.study import Study

KIND = "corpus"  # the kind of file
# As built and with the stated dates hidden, of this state of the study and of another.
MOST = 4


class CorpusCache:
    """
    What a study's corpus was made of and made into, in one folder; None keeps nothing.

    `articles` has the steps on single articles, of which those that are still good are used where
    the corpus as a whole is not. `recalled` says whether the last corpus came from here.
    """

    def __init__(self, folder: Path | None) -> None:
        fingerprint = articles_fingerprint() if folder else ""
        self.folder = folder if fingerprint else None
        self.recalled = False
        self.articles = ArticleStore(self.folder, fingerprint)
        self._key = ""

    @classmethod
    def of(cls, study: Study) -> CorpusCache:
        """That of a study, in the folder that `cache_folder` gives."""
        return cls(study_cache(study))

    def recall(self, study: Study, *, hide_stated: bool = False) -> dict[str, pd.DataFrame] | None:
        """The tables made from these same files, settings and code; None if they are not kept."""
        if self.folder is None:
            return None
        self._key = _key(study, hide_stated)
        body = read_kept(kept_path(self.folder, KIND, self._key)) if self._key else None
        tables = _tables(body) if body else None
        self.recalled = tables is not None
        return tables

    def keep(
        self, study: Study, tables: dict[str, pd.DataFrame], *, hide_stated: bool = False
    ) -> None:
        """Keep the tables that were made after `recall` gave none."""
        if self.folder is None:
            return
        self.articles.keep()
        # A file may have changed between its checksum and its reading.
        if self._key and self._key == _key(study, hide_stated):
            body = pack_tables(tables)
            if body and write_kept(kept_path(self.folder, KIND, self._key), body):
                forget_older(self.folder, KIND, keep=MOST)


def _key(study: Study, hide_stated: bool) -> str:
    try:
        return corpus_key(study, hide_stated=hide_stated)
    except OSError:  # calendar or dates cannot be read; the step that needs them says so
        return ""


def _tables(body: bytes) -> dict[str, pd.DataFrame] | None:
    try:
        return unpack_tables(body)
    except (ValueError, KeyError, OSError):  # whole, but not what this code writes
        return None
