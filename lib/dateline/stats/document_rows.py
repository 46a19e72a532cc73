"""Few documents, each for itself: when it may have appeared, and how often it has each theme."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePosixPath

import numpy as np
import pandas as pd

from dateline.articles.placing import place_articles
from dateline.articles.timeframe import QUARTERS, Timeframe
from dateline.stats.tally import count_items

ROW_COLUMNS = {
    "doc_id": "str",
    "source": "str",
    "title": "str",
    "name": "str",  # of the file, without its ending
    "date": "datetime64[us]",  # best day
    "earliest": "datetime64[us]",  # first and last possible day
    "latest": "datetime64[us]",
    "date_class": "str",
    "theme": "str",
    "mentions": "int64",
    "words": "int64",  # of the document
    "per_10000": "float64",  # mentions in 10,000 words; missing without words
}


def tabulate_rows(
    mentions: pd.DataFrame,
    articles: pd.DataFrame,
    themes: Sequence[str],
    *,
    timeframe: Timeframe = QUARTERS,
) -> pd.DataFrame:
    """
    A row for each counted story and theme, ROW_COLUMNS: stories by first day, themes as given.

    For a handful of documents, of which a share by period says too little. What counts is what
    `count_by_period` counts as stories. `words` are the tokens of `tokenize`. Raises as
    `count_by_period`.
    """
    placed = place_articles(articles, timeframe)["reason"].to_numpy() == ""
    items = count_items(mentions, articles[placed], themes, unit="words")
    found = items.articles
    table = pd.DataFrame(
        {
            "name": [PurePosixPath(path).stem for path in found["path"]],
            "earliest": found["date_earliest"],
            "latest": found["date_latest"],
            "words": items.size.astype("int64"),
        }
    ).assign(**{name: found[name] for name in ("doc_id", "source", "title", "date", "date_class")})
    parts = [
        table.assign(theme=name, mentions=items.hits_of(number), place=number)
        for number, name in enumerate(themes)
    ]
    rows = pd.concat(parts or [table.assign(theme="", mentions=0, place=0).head(0)])
    rows = rows.sort_values(["earliest", "latest", "doc_id", "place"], ignore_index=True)
    per = 10_000 * rows["mentions"] / rows["words"].where(rows["words"] > 0, np.nan)
    return rows.assign(per_10000=per)[list(ROW_COLUMNS)].astype(ROW_COLUMNS)
