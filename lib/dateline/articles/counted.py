"""Which rows of the articles table a unit counts: each once, whatever its date."""

from __future__ import annotations

import pandas as pd

from dateline.errors import SettingError

# What each unit puts into periods. Sentences and words are those of stories: in a text printed
# ten times they count once.
ITEMS = {
    "stories": "stories",
    "articles": "articles",
    "outlets": "outlets",
    "sentences": "stories",
    "words": "stories",
}


def counted_rows(articles: pd.DataFrame, unit: str = "stories") -> pd.Series[bool]:
    """
    Whether each row of `articles` is counted in a unit; the index is that of `articles`.

    stories (and the sentences and words in them): the representative of each story. articles:
    every row. outlets: of each source one article of each story, chosen as a story's
    representative is: the best dated, then the earliest, then by `doc_id`. Articles without a
    source are taken as of one source, so there may be more outlets than are counted.
    Raises SettingError for an unknown unit.
    """
    if unit not in ITEMS:
        raise SettingError(f"unit is {unit!r}; choose one of {', '.join(ITEMS)}")
    if ITEMS[unit] == "articles":
        return pd.Series(True, index=articles.index)
    if ITEMS[unit] == "stories":
        return articles["copy_of"] == ""
    columns = ["doc_id", "source", "date_class", "date_earliest"]
    order = articles[columns].assign(story=stories_of(articles))
    order = order.sort_values(["date_class", "date_earliest", "doc_id"], kind="stable")
    return _among(articles, order.drop_duplicates(["source", "story"]))


def of_unit(table: pd.DataFrame, articles: pd.DataFrame, unit: str) -> pd.DataFrame:
    """The rows of a table with `doc_id` whose article the unit counts."""
    return table[_among(table, articles[counted_rows(articles, unit)])]


def stories_of(articles: pd.DataFrame) -> pd.Series[str]:
    """The story of each article: the `doc_id` of the article that stands for it."""
    return articles["copy_of"].where(articles["copy_of"] != "", articles["doc_id"])


def _among(table: pd.DataFrame, articles: pd.DataFrame) -> pd.Series[bool]:
    """Whether the article of each row is one of `articles`; many times as fast as `isin`."""
    found = pd.Index(articles["doc_id"]).get_indexer(pd.Index(table["doc_id"]))
    return pd.Series(found, index=table.index) >= 0
