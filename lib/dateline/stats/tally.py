"""What is counted, as arrays: items, how much of each theme is in them, and when they may be of."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from dateline.articles.counted import counted_rows
from dateline.errors import SettingError
from dateline.stats.intervals import Floats
from dateline.stats.measures import article_sizes, find_measure, tidy

Ints = NDArray[np.int64]


class Hits(NamedTuple):
    """One row for each item and theme with a hit, ordered by item, then theme."""

    item: Ints
    theme: Ints
    value: Floats  # 1 for a share of stories; else sentences with a mention, or mentions


class Items(NamedTuple):
    """What a unit counts: stories, articles or outlets, in the order of the articles."""

    articles: pd.DataFrame  # their rows of the articles table, numbered from 0
    size: Floats  # what hits are divided by: 1, or the sentences or words of the item
    hits: Hits
    n_themes: int

    def hits_of(self, theme: int) -> Floats:
        """The hits of one theme in every item, 0 where there is none."""
        mine = self.hits.theme == theme
        values = np.zeros(len(self.size))
        values[self.hits.item[mine]] = self.hits.value[mine]
        return values


class Parts(NamedTuple):
    """One row for each item and period that it may be of, ordered by item, then period."""

    item: Ints
    period: Ints
    weight: Floats  # 0..1; those of an item add up to 1


def count_items(
    mentions: pd.DataFrame,
    articles: pd.DataFrame,
    themes: Sequence[str],
    *,
    unit: str,
    sizes: pd.DataFrame | None = None,
) -> Items:
    """
    The items of a unit and their hits; items with a problem and themes not named are left out.

    `sizes` is needed for sentences and words only, and made from the texts if not given. Raises
    SettingError for an unknown unit, for sizes that lack an item, and for mentions without the
    column `sentence` where sentences are counted.
    """
    find_measure(unit)
    rows = articles[counted_rows(articles, unit) & (articles["problem"] == "")]
    rows = rows.reset_index(drop=True)
    return Items(rows, _sizes(rows, unit, sizes), _hits(mentions, rows, themes, unit), len(themes))


def part_items(items: Items, weights: pd.DataFrame, grid: pd.DatetimeIndex) -> Parts:
    """The rows of `weigh_articles` that are of an item, with numbers for doc_id and period."""
    item = pd.Index(items.articles["doc_id"]).get_indexer(pd.Index(weights["doc_id"]))
    kept = np.flatnonzero(item >= 0)
    kept = kept[np.argsort(item[kept], kind="stable")]
    period = grid.get_indexer(pd.DatetimeIndex(weights["period"]))
    weight = weights["weight"].to_numpy(dtype=float)
    return Parts(item[kept].astype(np.int64), period[kept].astype(np.int64), weight[kept])


def sum_parts(items: Items, parts: Parts, n_periods: int) -> tuple[Floats, Floats]:
    """Count by period and theme (two dimensions), and total by period; sums of weights."""
    hit, part = hits_in_parts(items, parts)
    cells = parts.period[part] * items.n_themes + items.hits.theme[hit]
    values = items.hits.value[hit] * parts.weight[part]
    count = add_up(cells, values, n_periods * items.n_themes)
    total = add_up(parts.period, items.size[parts.item] * parts.weight, n_periods)
    return tidy(count.reshape(n_periods, items.n_themes)), tidy(total)


def add_up(cells: Ints, values: Floats, n_cells: int) -> Floats:
    """The sum of the values of each cell; floats also where numpy's bincount gives integers."""
    return np.bincount(cells, values, minlength=n_cells).astype(float)


def hits_in_parts(items: Items, parts: Parts) -> tuple[Ints, Ints]:
    """Every pair of a hit and a part of the same item, as their numbers."""
    n_parts = np.bincount(parts.item, minlength=len(items.size))
    repeats = n_parts[items.hits.item]
    hit = np.repeat(np.arange(len(repeats)), repeats)
    first = (np.cumsum(n_parts) - n_parts)[items.hits.item]
    nth = np.arange(len(hit)) - np.repeat(np.cumsum(repeats) - repeats, repeats)
    return hit, first[hit] + nth


def _sizes(rows: pd.DataFrame, unit: str, sizes: pd.DataFrame | None) -> Floats:
    if unit not in ("sentences", "words"):
        return np.ones(len(rows))
    table = article_sizes(rows) if sizes is None else sizes
    found = rows["doc_id"].map(table.set_index("doc_id")[unit]).to_numpy(dtype=float)
    if np.isnan(found).any():
        missing = rows["doc_id"][np.isnan(found)].iloc[0]
        raise SettingError(f"sizes: article {missing} has no row; make them of the same articles")
    return found


def _hits(mentions: pd.DataFrame, rows: pd.DataFrame, themes: Sequence[str], unit: str) -> Hits:
    item = _place(mentions["doc_id"], rows["doc_id"])
    theme = _place(mentions["theme"], themes)
    known = (item >= 0) & (theme >= 0)
    pairs = item[known].astype(np.int64) * len(themes) + theme[known]
    if unit == "sentences":
        pairs = _once_a_sentence(pairs, mentions, known) if known.any() else pairs
    found, number = _count_equal(pairs)
    value = number.astype(float) if unit in ("sentences", "words") else np.ones(len(found))
    return Hits(found // max(len(themes), 1), found % max(len(themes), 1), value)


def _place(names: pd.Series[str], among: pd.Series[str] | Sequence[str]) -> Ints:
    """The number of each name among others, -1 if it is not there."""
    # Of millions of mentions there are few names: it is much sooner to look each up once.
    codes, known = pd.factorize(names)
    places = pd.Index(among).get_indexer(pd.Index(known))
    return np.append(places, -1)[codes]


def _once_a_sentence(pairs: Ints, mentions: pd.DataFrame, known: NDArray[np.bool_]) -> Ints:
    """One entry for each sentence of an item in which the theme is mentioned."""
    if "sentence" not in mentions:
        raise SettingError("mentions lack the column `sentence`; use those of find_mentions")
    sentence = mentions["sentence"].to_numpy()[known]
    many = int(sentence.max()) + 1
    return _count_equal(pairs * many + sentence)[0] // many


def _count_equal(numbers: Ints) -> tuple[Ints, Ints]:
    """The distinct numbers in order, and how often each is there; sooner than numpy's unique."""
    ordered = np.sort(numbers)
    first = np.flatnonzero(np.concatenate([[True], ordered[1:] != ordered[:-1]])[: len(ordered)])
    return ordered[first], np.diff(np.append(first, len(ordered)))
