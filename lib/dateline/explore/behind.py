"""The sentences behind one point of a chart."""

from __future__ import annotations

import pandas as pd

from dateline.articles.counted import of_unit
from dateline.articles.placing import weigh_articles
from dateline.explore.view import View
from dateline.themes import PASSAGE_COLUMNS, find_passages

# What `passages_behind` adds to a passage.
NEW, GONE = "new", "gone"
BEHIND_COLUMNS = (*PASSAGE_COLUMNS, "weight", "change")


def passages_behind(
    mentions: pd.DataFrame,
    before: pd.DataFrame,
    articles: pd.DataFrame,
    *,
    theme: str,
    period: pd.Timestamp,
    view: View,
) -> pd.DataFrame:
    """
    The passages of the articles that count for a theme in one period, and only those.

    `mentions` are those of the codebook that counts, `before` those of the one on disk. Returns
    BEHIND_COLUMNS: those of `find_passages`, `weight` (the part of the article that counts in
    the period) and `change`: "new" for a match that only the edited terms make, "gone" for one
    that they lost, else blank. By date, article and position. The weights of the articles that
    have a passage that is not gone add up to the count of stories, articles or outlets.
    """
    weights = of_unit(weigh_articles(articles, view.timeframe), articles, view.unit)
    here = weights[weights["period"] == period].set_index("doc_id")["weight"]
    now, old = (
        table[(table["theme"] == theme) & table["doc_id"].isin(here.index)]
        for table in (mentions, before)
    )
    gone = old[~_keys(old).isin(_keys(now))]
    tables = [
        _passages(now, articles, _keys(old), NEW),
        _passages(gone, articles, _keys(now), GONE),
    ]
    table = pd.concat(tables, ignore_index=True)
    table = table.assign(weight=table["doc_id"].map(here).astype("float64"))
    ordered = table.sort_values(["date", "doc_id", "from"], kind="stable", na_position="last")
    return ordered[list(BEHIND_COLUMNS)].reset_index(drop=True)


def _passages(
    mentions: pd.DataFrame, articles: pd.DataFrame, others: pd.MultiIndex, word: str
) -> pd.DataFrame:
    """The passages of mentions, with the word for those that the others do not have."""
    passages = find_passages(mentions, articles)
    known = _keys(passages).isin(others)
    return passages.assign(
        change=pd.Series("", index=passages.index, dtype="str").mask(~known, word)
    )


def _keys(table: pd.DataFrame) -> pd.MultiIndex:
    """A match: the article and the tokens that it takes."""
    return pd.MultiIndex.from_frame(table[["doc_id", "from", "to"]])
