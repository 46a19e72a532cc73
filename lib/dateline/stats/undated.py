"""Whether what cannot be dated tells of other things than what can."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from dateline.articles.placing import place_articles
from dateline.articles.timeframe import QUARTERS, Timeframe
from dateline.errors import SettingError
from dateline.stats.exact import fisher_test
from dateline.stats.intervals import newcombe_difference
from dateline.stats.measures import UNITS, find_measure
from dateline.stats.tally import count_items

if TYPE_CHECKING:
    from dateline.themes.codebook import Codebook

# Why an article is left out, if it is because of how its date is known.
REASONS = ("undated", "not sure enough", "too wide")
LEVEL = 0.9  # a warning that is not needed costs less than one that is missing

UNDATED_COLUMNS = {
    "theme": "str",
    "unit": "str",
    "count": "int64",  # counted in the series and mention the theme
    "total": "int64",  # counted in the series
    "undated_count": "int64",
    "undated_total": "int64",  # left out for their date: undated, not sure enough, too wide
    "difference": "float64",  # share of the undated minus share of the dated, -1..1
    "low": "float64",  # 90 % by Newcombe; missing, as the difference, where a total is 0
    "high": "float64",
    "p": "float64",  # Fisher's exact test; 1 where a total is 0
    "differs": "bool",  # p is below 0.1
}


def undated_differ(
    mentions: pd.DataFrame,
    articles: pd.DataFrame,
    codebook: Codebook,
    *,
    timeframe: Timeframe = QUARTERS,
    unit: str = "stories",
) -> pd.DataFrame:
    """
    Compare, theme by theme, the stories left out for their date with those that are counted.

    Returns UNDATED_COLUMNS, one row per theme in codebook order. `unit` is "stories", "articles"
    or "outlets". Where a theme differs, its curve is not that of the whole folder, and no
    arithmetic mends it: say so beside the chart, and date more by hand. Stories outside the days
    chosen are in neither group.

    Fisher's exact test at 10 %: at most one theme in ten is warned of by chance, so forty themes
    give up to four warnings for nothing. With few undated stories no warning is no proof. The
    interval is that of Newcombe (1998), Stat. Med. 17, 873-890, and with few undated stories can
    leave out 0 where the test does not warn.
    Raises SettingError for another unit, and for a timeframe whose period is still "auto".
    """
    if find_measure(unit).item != unit:
        known = [name for name in UNITS if find_measure(name).item == name]
        raise SettingError(f"unit is {unit!r}; dates are compared in {', '.join(known)}")
    names = [theme.name for theme in codebook.themes]
    items = count_items(mentions, articles, names, unit=unit)
    reason = place_articles(items.articles, timeframe)["reason"]
    groups = [(reason == "").to_numpy(), reason.isin(REASONS).to_numpy()]
    counts = [np.bincount(items.hits.theme[group[items.hits.item]], minlength=len(names))
              for group in groups]  # fmt: skip
    totals = [np.full(len(names), group.sum()) for group in groups]
    found = newcombe_difference((counts[1], totals[1]), (counts[0], totals[0]), level=LEVEL)
    table = pd.DataFrame({"theme": names, "unit": unit, "count": counts[0], "total": totals[0]})
    table = table.assign(
        undated_count=counts[1],
        undated_total=totals[1],
        difference=found.estimate,
        low=found.low,
        high=found.high,
        p=[
            fisher_test((x, n), (y, m))
            for x, n, y, m in zip(counts[1], totals[1], counts[0], totals[0], strict=True)
        ],
    )
    return table.assign(differs=table["p"] < 1 - LEVEL).astype(UNDATED_COLUMNS)
