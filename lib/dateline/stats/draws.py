"""Doubt about dates: draw them many times over, and see how far the shares move.

Each article whose date is an interval gets a day of it by chance, fifty times over. How much the
shares differ between the draws is added to the variance that they have anyway, by the rule of
Rubin (1987), Multiple Imputation for Nonresponse in Surveys, ch. 3.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from dateline.articles.counted import stories_of
from dateline.stats.intervals import Floats, normal_point
from dateline.stats.measures import Measure
from dateline.stats.tally import Hits, Ints, Items, Parts, add_up, sum_parts

DRAWS = 50
SEED = 1


def draw_days(
    articles: pd.DataFrame, *, draws: int = DRAWS, seed: int = SEED
) -> NDArray[np.datetime64]:
    """
    Draw a day of each article's interval, `draws` times over: shape (articles, draws), days.

    Every day of an interval is as likely as another. All articles of a story are drawn together:
    they stand at the same part of their intervals, since a late story is late everywhere. A draw
    depends on seed and story alone, not on the other articles, so it stays when some come or go.
    The numbers are bytes of SHAKE-128, taken from seed and story.

    Both ends of each interval must be known. It is wrong where some days are likelier than
    others, or where stories of one event are late together.
    """
    first = articles["date_earliest"].to_numpy().astype("datetime64[D]")
    n_days = (articles["date_latest"].to_numpy().astype("datetime64[D]") - first).astype(np.uint64)
    codes, stories = pd.factorize(stories_of(articles))
    parts = _random_parts(stories, draws, seed)[codes]
    steps = (parts * (n_days + np.uint64(1))[:, None]) >> np.uint64(32)
    return first[:, None] + steps.astype("timedelta64[D]")


def variance_growth(
    items: Items,
    parts: Parts,
    grid: pd.DatetimeIndex,
    *,
    measure: Measure,
    spread: Floats,
) -> Floats:
    """
    How many times the variance of each share grows by doubt about dates: (periods, themes), >= 1.

    `spread` (by theme) is how many times the variance is that of independent hits anyway; where
    that is not known it is taken as 1.

    With B the variance of the share between the draws, U the mean variance within one, and m
    draws, this is 1 + (1 + 1/m) B / U. An interval made of count and total divided by it is that
    of Rubin's total variance; for Wilson's it is the interval of Lott and Reiter (2020), Am. Stat.
    74, 109-115, with the point of the normal for that of t, 2.5 % apart at most with 50 draws. It
    stays within 0 and 1, and is the plain interval to the last digit where no date is in doubt.
    U is taken at the centre of the score interval, so that a theme of nearly none of the stories
    has a variance too; draws in which a period is empty have no share and are not in B.
    """
    count, total = sum_parts(items, parts, len(grid))
    between = _variance_between(items, parts, grid, count=count, total=total)
    return 1 + (1 + 1 / DRAWS) * between / _variance_within(count, total, measure, spread)


def _random_parts(stories: pd.Index, draws: int, seed: int) -> NDArray[np.uint64]:
    """Random numbers below 2 ** 32, for each story and draw."""
    rows = [
        hashlib.shake_128(f"{seed} {story}".encode("utf-8", "surrogatepass")).digest(4 * draws)
        for story in stories
    ]
    numbers = np.frombuffer(b"".join(rows), dtype="<u4").astype(np.uint64)
    return numbers.reshape(len(stories), draws)


def _variance_within(count: Floats, total: Floats, measure: Measure, spread: Floats) -> Floats:
    """The variance of count / total in one draw; infinite where there is none."""
    half, spread = normal_point(0.95) ** 2 / 2, np.nan_to_num(spread, nan=1.0)
    hits, size = count / spread, total[:, None] / spread
    with np.errstate(divide="ignore", invalid="ignore"):
        if not measure.is_share:
            return np.where(size > 0, (hits + half) / size**2, np.inf)
        centre = (hits + half) / (size + 2 * half)
        return np.where(size > 0, centre * (1 - centre) / size, np.inf)


def _variance_between(
    items: Items, parts: Parts, grid: pd.DatetimeIndex, *, count: Floats, total: Floats
) -> Floats:
    """The variance of count / total over the draws; 0 where it has a value in fewer than two."""
    certain = Parts(*(column[parts.weight == 1] for column in parts))
    base, base_total = sum_parts(items, certain, len(grid))
    fixed, sum_1, sum_2 = _shares(count, total), np.zeros_like(count), np.zeros_like(count)
    n_known = np.zeros((len(grid), 1))
    for drawn, size in _drawn_sums(items, parts, grid):
        known = base_total + size > 0
        off = np.where(known[:, None], _shares(base + drawn, base_total + size) - fixed, 0)
        sum_1, sum_2, n_known = sum_1 + off, sum_2 + off**2, n_known + known[:, None]
    n = np.maximum(n_known, 2)
    return np.maximum(sum_2 - sum_1**2 / n, 0) / (n - 1)


def _drawn_sums(
    items: Items, parts: Parts, grid: pd.DatetimeIndex
) -> Iterator[tuple[Floats, Floats]]:
    """Of each draw what the items in doubt add to count and total."""
    unsure = np.unique(parts.item[parts.weight < 1])
    place = np.full(len(items.size), -1)
    place[unsure] = np.arange(len(unsure))
    mine = place[items.hits.item] >= 0
    hits = Hits(place[items.hits.item[mine]], items.hits.theme[mine], items.hits.value[mine])
    days = draw_days(items.articles.iloc[unsure])
    starts = grid.to_numpy().astype("datetime64[D]")
    n_cells = len(grid) * items.n_themes
    for day in days.T:
        period: Ints = np.searchsorted(starts, day, side="right") - 1
        cells = period[hits.item] * items.n_themes + hits.theme
        count = add_up(cells, hits.value, n_cells).reshape(len(grid), items.n_themes)
        yield count, add_up(period, items.size[unsure], len(grid))


def _shares(count: Floats, total: Floats) -> Floats:
    return count / np.where(total > 0, total, np.nan)[:, None]
