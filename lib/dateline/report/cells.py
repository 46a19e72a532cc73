"""The passages behind each number of a series: which there are, and which of them are shown."""

from __future__ import annotations

import pandas as pd

from dateline.articles.counted import of_unit
from dateline.articles.placing import REASONS, place_articles, weigh_articles
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
    The passages behind every count of `count_by_period`, and those of what it leaves out.

    The arguments are the same as there. Returns the columns of `passages` (a table of
    `find_passages`) and period (first day), weight (the part of the article that counts in it),
    reason (blank) and date_evidence (the words that date it). One row per passage and period:
    that of an article which may lie in two periods is there twice. Of a theme and a period the
    weights of the articles, each once, add up to the count of stories, articles or outlets.

    An article that is in no period has no period and the weight 0; reason says why (see
    `place_articles`). Raises as `count_by_period`.
    """
    weights = weigh_articles(articles, timeframe).assign(reason="")
    placed = place_articles(articles, timeframe)
    outside = placed[placed["reason"].isin(REASONS)].assign(weight=0.0)
    outside["period"] = pd.Series(pd.NaT, outside.index, dtype=weights["period"].dtype)
    parts = [weights, outside[list(weights.columns)]]
    # An empty part has no say in the types.
    table = pd.concat([part for part in parts if len(part)] or [weights], ignore_index=True)
    dated = of_unit(table, articles, unit).merge(articles[["doc_id", "date_evidence"]], on="doc_id")
    return passages.merge(dated, on="doc_id").reset_index(drop=True)


def pick_cell(passages: pd.DataFrame, most: int) -> pd.DataFrame:
    """
    The passages of one cell that are shown, as `pick_examples` picks them, by date and article.

    The same ones in every run.
    """
    return pick_examples(passages, most) if len(passages) > most else passages
