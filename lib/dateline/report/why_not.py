"""Why a section of a report has nothing to show, with a value of a parameter that would help."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd

from dateline.articles.counted import of_unit
from dateline.articles.periods import PERIODS
from dateline.articles.placing import place_articles, weigh_articles
from dateline.articles.timeframe import Timeframe
from dateline.charts.wording import amount, numeral
from dateline.stats.bursts import LEAST_DOCUMENTS as LEAST_DAILY
from dateline.stats.change_search import FEW, LEAST_DOCUMENTS, LEAST_PERIODS
from dateline.stats.grouping import LEAST_ARTICLES
from dateline.stats.measures import draw_kind
from dateline.stats.pairs import Pair, choose_pair

# A better day for a split is looked for where these parts of the stories come before it.
_PARTS = (0.5, 0.4, 0.6, 0.3, 0.7)


def say_not_compared(pair: Pair, articles: pd.DataFrame, timeframe: Timeframe) -> str:
    """
    Why two groups are not compared, with a `split` by which they would be; "" if they are.

    `articles` and `timeframe` are what `choose_pair` was given.
    """
    if not pair.refusal:
        return ""
    stories = _stories(articles, timeframe)
    needs = f"Nothing is compared: each group needs {LEAST_ARTICLES} stories"
    for day in _days(stories):
        split = f"{day:%Y-%m-%d}"
        if not choose_pair(articles, timeframe, split=split).refusal:
            return f"{needs}, which two halves would have: set -p split={split}."
    example = "".join(f" such as -p split={day:%Y-%m-%d}" for day in _days(stories)[:1])
    return f"{needs}, and only {_counted(stories)} dated well enough, so no split{example} helps."


def say_no_search(changes: pd.DataFrame, articles: pd.DataFrame, timeframe: Timeframe) -> str:
    """
    Why no change was looked for, with a `period` in which one would be; "" if one was.

    `changes` is the table of `find_changes` for these articles in this timeframe.
    """
    whole = changes[changes["part"] == "all"]
    if whole.empty or not (whole["reason"] == FEW).all():
        return ""
    first = whole.iloc[0]
    why = (
        f"No change is looked for: this needs {LEAST_DOCUMENTS} stories in {LEAST_PERIODS} "
        f"periods, and there are {numeral(first['documents'])} in "
        f"{amount(first['periods'], timeframe.period + 's')}"
    )
    finer = _finer(articles, timeframe)
    if first["documents"] >= LEAST_DOCUMENTS and finer:
        return f"{why}; set -p period={finer}."
    return f"{why}{_chosen_days(timeframe) or ', which no period such as -p period=day changes'}."


def say_no_bursts(documents: pd.DataFrame, timeframe: Timeframe) -> str:
    """Why bursts are not looked for; "" if they are. `documents` is what `find_bursts` takes."""
    number = documents["weight"].sum()
    if number >= LEAST_DAILY:
        return ""
    return (
        f"No burst is looked for: this needs {LEAST_DAILY} stories dated to the day, and there "
        f"are {numeral(number)}{_chosen_days(timeframe)}."
    )


def say_no_curve(volume: pd.DataFrame, unit: str = "stories") -> str:
    """Why there is no curve of so few stories, or articles if these are the unit; else ""."""
    noun = "articles" if unit == "articles" else "stories"
    stories = round(volume[noun].sum())
    if draw_kind(stories) != "rows":
        return ""
    return (
        f"{amount(stories, noun)} {'is' if stories == 1 else 'are'} too few for a curve; "
        "their rows are above, and the numbers below have the intervals."
    )


def say_no_index(first: str, articles: pd.DataFrame, timeframe: Timeframe) -> str:
    """Why there is no index, with days for its base; "" if the base has a `first` day."""
    if first:
        return ""
    days = _stories(articles, timeframe)["date"].dropna().sort_values()
    if days.empty:
        return "No base period is named, and no story is dated, so there is no index."
    middle = days.iloc[(len(days) - 1) // 2]
    return (
        "No base period is named, so there is no index; to have one, set for example "
        f"-p base_first={days.iloc[0]:%Y-%m-%d} -p base_last={middle:%Y-%m-%d}."
    )


def _stories(articles: pd.DataFrame, timeframe: Timeframe) -> pd.DataFrame:
    """The distinct stories that a comparison takes, see `choose_pair`."""
    placed = place_articles(articles, replace(timeframe, period="year"))["reason"] == ""
    return articles[placed & (articles["copy_of"] == "")]


def _days(stories: pd.DataFrame) -> list[pd.Timestamp]:
    days = stories["date"].dropna().sort_values().tolist()
    return [days[int(part * len(days))] for part in _PARTS] if days else []


def _counted(stories: pd.DataFrame) -> str:
    return f"{amount(len(stories), 'stories')} {'is' if len(stories) == 1 else 'are'}"


def _finer(articles: pd.DataFrame, timeframe: Timeframe) -> str:
    """The longest shorter period that gives stories in as many periods as a search needs."""
    for period in reversed(PERIODS[: PERIODS.index(timeframe.period)]):
        weights = weigh_articles(articles, replace(timeframe, period=period))
        if of_unit(weights, articles, "stories")["period"].nunique() >= LEAST_PERIODS:
            return period
    return ""


def _chosen_days(timeframe: Timeframe) -> str:
    named = [f"{name}={getattr(timeframe, name)}" for name in ("since", "until")]
    named = [each for each in named if not each.endswith("=")]
    return f"; leave out {' and '.join(named)} to have more" if named else ""
