"""The articles of some sources, as if no other had been collected."""

from __future__ import annotations

from collections.abc import Collection

import pandas as pd

from dateline.articles.counted import stories_of
from dateline.charts.source_words import NOT_KNOWN

UNKNOWN = NOT_KNOWN


def list_sources(articles: pd.DataFrame) -> pd.DataFrame:
    """
    One row per source: source, articles (how many can be counted); the largest first.

    Articles whose source is blank are one source, UNKNOWN.
    """
    names = articles.loc[articles["problem"] == "", "source"].replace("", UNKNOWN)
    sizes = names.value_counts().rename_axis("source").reset_index(name="articles")
    return sizes.sort_values(
        ["articles", "source"], ascending=[False, True], kind="stable", ignore_index=True
    )


def articles_of(articles: pd.DataFrame, sources: Collection[str]) -> pd.DataFrame:
    """
    The rows of these sources, all of them for none, with copies marked among them alone.

    A story whose representative is of another source is represented by the best dated, then the
    earliest of its copies here, then by `doc_id`, as copies are where they are first marked; it
    would be lost otherwise. A source that has no article gives no row.
    """
    if not sources:
        return articles
    rows = articles[articles["source"].replace("", UNKNOWN).isin([*sources])]
    order = rows[["doc_id", "date_class", "date_earliest"]].assign(
        story=stories_of(rows), copied=rows["copy_of"] != ""
    )
    order = order.sort_values(["copied", "date_class", "date_earliest", "doc_id"], kind="stable")
    stands = order.drop_duplicates("story").set_index("story")["doc_id"]
    story = order["story"].map(stands).reindex(rows.index).astype("str")
    return rows.assign(story=story, copy_of=story.mask(story == rows["doc_id"], ""))
