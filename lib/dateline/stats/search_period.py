"""Which periods another question than a curve needs: more of them, or longer ones."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd

from dateline.articles.counted import of_unit
from dateline.articles.periods import PERIODS
from dateline.articles.placing import choose_period, weigh_articles
from dateline.articles.timeframe import AUTO, Timeframe
from dateline.stats.change_search import LEAST_PERIODS


def choose_search_period(articles: pd.DataFrame, timeframe: Timeframe) -> Timeframe:
    """
    Decide the period of a timeframe that has "auto", for a search for a change.

    That is the period of `choose_period`, or the next finer one that gives at least 8 periods with
    stories: a search adds periods up, so that few stories in each do no harm to it. The period of
    `choose_period` stays if not even days give so many.
    """
    if timeframe.period != AUTO:
        return timeframe
    chosen = choose_period(articles, timeframe)
    for period in reversed(PERIODS[: PERIODS.index(chosen.period) + 1]):
        finer = replace(timeframe, period=period)
        weights = of_unit(weigh_articles(articles, finer), articles, "stories")
        if weights["period"].nunique() >= LEAST_PERIODS:
            return finer
    return chosen


def choose_held_period(articles: pd.DataFrame, timeframe: Timeframe) -> Timeframe:
    """
    The timeframe with its period, or the next longer one in which some source never stops.

    That is a source with stories in each period that has any, which sources held fixed over time
    need (`standardised.hold_sources`). The period stays where no longer one has such a source.
    """
    sources = articles.set_index("doc_id")["source"]
    for period in PERIODS[PERIODS.index(timeframe.period) :]:
        longer = replace(timeframe, period=period)
        weights = of_unit(weigh_articles(articles, longer), articles, "stories")
        own = weights.groupby(weights["doc_id"].map(sources))["period"].nunique()
        if (own == weights["period"].nunique()).any():
            return longer
    return timeframe
