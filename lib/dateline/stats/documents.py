"""One row for each document and period that it may be of, with its hits of every theme.

Composition, change and bursts look at documents and their sources; the table is made here once.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

from dateline.articles.placing import calendar_of, weigh_articles
from dateline.articles.timeframe import QUARTERS, Timeframe
from dateline.errors import SettingError
from dateline.stats.tally import count_items, part_items

DOCUMENT_COLUMNS = {
    "doc_id": "str",
    "source": "str",  # blank if not known; the blank ones are taken as one source
    "period": "datetime64[us]",  # first day
    "weight": "float64",  # part of the document that belongs to the period, above 0 and up to 1
    "size": "float64",  # 1; of the units sentences and words, how many the document has
}  # then a column for each theme: 1 or 0; of sentences and words, how many hits

# Columns that such a table may have besides, which are no themes.
_OTHERS = ("date", "group")


def tabulate_documents(
    mentions: pd.DataFrame,
    articles: pd.DataFrame,
    themes: Sequence[str],
    *,
    timeframe: Timeframe = QUARTERS,
    unit: str = "stories",
) -> pd.DataFrame:
    """
    What `count_by_period` adds up, before it is added: DOCUMENT_COLUMNS and one for each theme.

    A document that may be of two periods has two rows, whose weights add up to 1; those that
    count in no period have none. Rows are in the order of `articles`, then of the calendar.
    Raises SettingError as `count_by_period`, and for a theme with the name of another column.
    """
    if taken := {*DOCUMENT_COLUMNS, *_OTHERS}.intersection(themes):
        raise SettingError(f"theme {min(taken)!r} has the name of a column; rename the theme")
    weights = weigh_articles(articles, timeframe)
    grid = calendar_of(weights, timeframe)
    items = count_items(mentions, articles, themes, unit=unit)
    parts = part_items(items, weights, grid)
    table = pd.DataFrame(
        {
            "doc_id": items.articles["doc_id"].to_numpy()[parts.item],
            "source": items.articles["source"].to_numpy()[parts.item],
            "period": grid[parts.period],
            "weight": parts.weight,
            "size": items.size[parts.item],
        }
    ).astype(DOCUMENT_COLUMNS)
    hits = {name: items.hits_of(number)[parts.item] for number, name in enumerate(themes)}
    return pd.concat([table, pd.DataFrame(hits, index=table.index)], axis=1)


def theme_columns(documents: pd.DataFrame) -> list[str]:
    """The columns of `documents` that are themes. Raises SettingError if there is none."""
    themes = [str(name) for name in documents if name not in (*DOCUMENT_COLUMNS, *_OTHERS)]
    if not themes:
        raise SettingError("documents have no column of a theme; use those of tabulate_documents")
    return themes


def fill_columns(documents: pd.DataFrame, needed: Sequence[str]) -> pd.DataFrame:
    """
    The same rows, each a whole document of size 1 where the table does not say otherwise.

    Raises SettingError if a column of `needed` is not there, or a weight or size is negative.
    """
    if missing := [name for name in needed if name not in documents]:
        raise SettingError(
            f"documents lack the column {missing[0]!r}; use those of tabulate_documents"
        )
    ones = {name: 1.0 for name in ("weight", "size") if name not in documents}
    table = documents.assign(**ones)
    if not np.all(table[["weight", "size"]].to_numpy(dtype=float) >= 0):
        raise SettingError("a weight or size is negative or missing; count the documents first")
    return table
