"""The passages behind each number of a series: which there are, and which of them are shown."""

from __future__ import annotations

import pandas as pd

from dateline.articles.counted import of_unit
from dateline.articles.placing import weigh_articles
from dateline.articles.timeframe import QUARTERS, Timeframe
from dateline.report.evidence import pick_examples


def passages_by_period(
    passages: pd.DataFrame,
    articles: pd.DataFrame,
    *,
    timeframe: Timeframe = QUARTERS,
    unit: str = "stories",
) -> pd.DataFrame:
    """
    The passages behind every count of `count_by_period`, with the same arguments.

    Returns the columns of `passages` (a table of `find_passages`) and period (first day), weight
    (the part of the article that counts in it) and date_evidence (the words that date it). One
    row per passage and period: that of an article which may lie in two periods is there twice.
    Of a theme and a period the weights of the articles, each once, add up to the count of
    stories, articles or outlets. Raises as `count_by_period`.
    """
    weights = of_unit(weigh_articles(articles, timeframe), articles, unit)
    dated = weights.merge(articles[["doc_id", "date_evidence"]], on="doc_id")
    return passages.merge(dated, on="doc_id").reset_index(drop=True)


def sample_size(behind: pd.DataFrame, *, most: int, in_all: int) -> int:
    """
    How many passages each cell may show: `most`, or fewer so that all show `in_all` at the most.

    `behind` is as `passages_by_period` gives it. At least 1, so where there are more cells than
    `in_all` the limit does not hold.

    >>> cells = pd.DataFrame({"theme": ["a"] * 9 + ["b"], "period": ["x"] * 10})
    >>> [sample_size(cells, most=5, in_all=limit) for limit in (10, 4, 1)]
    [5, 3, 1]
    """
    sizes = behind.groupby(["theme", "period"]).size()
    fitting = (size for size in range(most, 1, -1) if sizes.clip(upper=size).sum() <= in_all)
    return next(fitting, 1)


def pick_cell(passages: pd.DataFrame, most: int) -> pd.DataFrame:
    """
    The passages of one cell that are shown, as `pick_examples` picks them, by date and article.

    The same ones in every run.
    """
    return pick_examples(passages, most) if len(passages) > most else passages
