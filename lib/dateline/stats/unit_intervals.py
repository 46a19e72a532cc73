"""The interval of each unit: what its hits are independent of, and what they are not."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import pandas as pd

from dateline.stats.clusters import clustered_wilson, sentence_shares, source_shares
from dateline.stats.dispersion import INDEPENDENT, Dispersion
from dateline.stats.draws import DRAWS, variance_growth
from dateline.stats.intervals import Floats, wilson
from dateline.stats.measures import find_measure
from dateline.stats.rates import gamma_bounds, pooled_rates
from dateline.stats.tally import Items, Parts, sum_parts

PLAIN = "wilson"
DRAWN = f", {DRAWS} date draws"


class Intervals(NamedTuple):
    """Bounds by period and theme, on the scale of the unit's share, and the method by theme."""

    low: Floats
    high: Floats
    methods: list[str]


def unit_intervals(items: Items, parts: Parts, grid: pd.DatetimeIndex, *, unit: str) -> Intervals:
    """
    The 95 % intervals of the shares of a unit, for every period and theme.

    stories, outlets: Wilson. articles: Wilson with sources as clusters from 5 sources on, else
    Wilson. sentences: Wilson with the pooled design effect of stories. words: gamma with pooled
    dispersion. Where a date is in doubt, with the variance of 50 date draws (`variance_growth`).
    Bounds are missing where a total is 0, and everywhere where no period has two stories to learn
    the dispersion from; the method then says so.
    """
    measure = find_measure(unit)
    count, total = sum_parts(items, parts, len(grid))
    learned = [_learn(items, parts, unit, theme, len(grid)) for theme in range(items.n_themes)]
    growth = np.ones_like(count)
    drawn = bool((parts.weight < 1).any())
    if drawn:
        spread = np.array([_spread(effect) for effect, _ in learned])
        growth = variance_growth(items, parts, grid, measure=measure, spread=spread)
    low, high = np.full_like(count, np.nan), np.full_like(count, np.nan)
    for theme, (effect, _) in enumerate(learned):
        size, hits = total / growth[:, theme], count[:, theme] / growth[:, theme]
        if effect is INDEPENDENT:
            bounds = wilson(np.minimum(hits, size), size)
        elif measure.is_share:
            bounds = clustered_wilson(np.minimum(hits, size), size, effect=effect)
        else:
            bounds = gamma_bounds(hits, size, dispersion=effect)
        low[:, theme], high[:, theme] = (measure.per * bound for bound in bounds)
    methods = [f"{method}{DRAWN if drawn else ''}" for _, method in learned]
    return Intervals(low, high, methods)


def _spread(effect: Dispersion) -> float:
    # scipy, of which the spread of what was learned is made, takes a second to import.
    return 1.0 if effect is INDEPENDENT else effect.spread()


def _learn(
    items: Items, parts: Parts, unit: str, theme: int, n_periods: int
) -> tuple[Dispersion, str]:
    """How many times the variance is that of independent hits, and the name of the method."""
    if unit in ("stories", "outlets") or not n_periods:
        return INDEPENDENT, PLAIN
    hits, size = items.hits_of(theme)[parts.item], items.size[parts.item]
    given = {"weights": parts.weight, "grid": np.arange(n_periods)}
    if unit == "articles":
        sources = pd.factorize(items.articles["source"])[0]
        row = source_shares(parts.period, sources[parts.item], hits, **given).iloc[0]
    elif unit == "sentences":
        row = sentence_shares(parts.period, size, hits, **given).iloc[0]
    else:
        row = pooled_rates(parts.period, size, hits, **given).iloc[0]
    return Dispersion(row["factor"], row["df"]), row["method"] if row["df"] else row["note"]
