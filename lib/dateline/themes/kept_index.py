"""The index of a study, kept from one run to the next."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

import pandas as pd

from dateline.articles.kept_files import study_cache
from dateline.study import Study
from dateline.themes.batches import TokenIndex, batch_names, index_articles

# Files that are kept: so many times those of the last index, as a notebook may take some of the
# articles only, and at least so many.
TIMES, LEAST = 3, 4
FOLDER = "tokens"


def index_study(study: Study, articles: pd.DataFrame) -> TokenIndex:
    """
    The index of the articles of a study (see `index_articles`), kept in its folder of the cache.

    Only batches with a new or changed article are made again. `articles` may be a part of the
    table of the corpus. Files that were not asked for lately are deleted. Where the cache is
    turned off, or cannot be written, the index is made in memory alone.
    """
    cache = study_cache(study)
    folder = cache / FOLDER if cache else None
    if folder:
        try:
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        except OSError:
            folder = None
    index = index_articles(articles, folder)
    if folder:
        _forget_older(folder, [folder / name for name in batch_names(articles)])
    return index


def _forget_older(folder: Path, used: list[Path]) -> None:
    """Delete all but the files that were used last; what is in use elsewhere may stay."""
    for path in used:
        with suppress(OSError):
            os.utime(path)
    with suppress(OSError):
        files = sorted(folder.glob("*.tokens"), key=lambda path: path.stat().st_mtime_ns)
        kept = max(TIMES * len(used), LEAST)
        for path in files[:-kept]:
            path.unlink(missing_ok=True)
