"""Documents that change places within their source, and what then adds up in each period."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from dateline.stats.intervals import Floats
from dateline.stats.scan import step_gain

Ints = NDArray[np.int64]
AT_ONCE = 20_000  # cells of periods and themes


class Documents(NamedTuple):
    """Documents, ordered by source and name, and the slot of the calendar that each stands in."""

    source: Ints  # (documents,)
    size: Floats  # (documents,)
    period: Ints  # (slots, up to three): row of the period; a slot of two periods has weights
    weight: Floats  # likewise; 0 where the slot has fewer periods
    hit_document: Ints  # (hits,)
    hit_theme: Ints  # (hits,)
    hit_value: Floats  # (hits,)
    n_themes: int

    @property
    def n_periods(self) -> int:
        return int(self.period.max(initial=-1)) + 1

    @property
    def n_sources(self) -> int:
        return int(self.source.max(initial=-1)) + 1


def add_hits(documents: Documents, slots: Ints) -> Floats:
    """The hits of each period and theme when document i stands in slot slots[i]."""
    at, themes = slots[documents.hit_document], documents.n_themes
    total = np.zeros(documents.n_periods * themes)
    for period, weight in zip(documents.period.T, documents.weight.T, strict=True):
        cells = period[at] * themes + documents.hit_theme
        total += np.bincount(cells, documents.hit_value * weight[at], minlength=len(total))
    return total.reshape(documents.n_periods, themes)


def add_sizes(documents: Documents, slots: Ints) -> Floats:
    """The sizes of each period and source, likewise."""
    total = np.zeros(documents.n_periods * documents.n_sources)
    for period, weight in zip(documents.period.T, documents.weight.T, strict=True):
        cells = period[slots] * documents.n_sources + documents.source
        total += np.bincount(cells, documents.size * weight[slots], minlength=len(total))
    return total.reshape(documents.n_periods, documents.n_sources)


def source_rates(documents: Documents) -> Floats:
    """Hits for each unit of size, by source and theme, over all periods."""
    themes = documents.n_themes
    cells = documents.source[documents.hit_document] * themes + documents.hit_theme
    hits = np.bincount(cells, documents.hit_value, minlength=documents.n_sources * themes)
    size = np.bincount(documents.source, documents.size, minlength=documents.n_sources)
    return hits.reshape(-1, themes) / np.where(size > 0, size, 1.0)[:, None]


def lay_out(
    rows: pd.DataFrame, firsts: pd.DataFrame, starts: pd.DatetimeIndex, themes: list[str]
) -> Documents:
    """
    The arrays of a table of documents.

    `rows` and `firsts` (one row a document) are ordered by source and document; `starts` are the
    non-empty periods, and `themes` the columns of hits.
    """
    at = pd.Index(firsts["doc_id"]).get_indexer(pd.Index(rows["doc_id"]))
    nth = rows.groupby("doc_id", sort=False).cumcount().to_numpy()
    shape = (len(firsts), int(nth.max(initial=0)) + 1)
    period, weight = np.zeros(shape, dtype=np.int64), np.zeros(shape)
    period[at, nth] = starts.get_indexer(pd.DatetimeIndex(rows["period"]))
    weight[at, nth] = rows["weight"]
    hits = firsts[themes].to_numpy(dtype=float)
    document, theme = np.nonzero(hits)
    return Documents(
        source=pd.factorize(firsts["source"], use_na_sentinel=False)[0].astype(np.int64),
        size=firsts["size"].to_numpy(dtype=float),
        period=period,
        weight=weight,
        hit_document=document,
        hit_theme=theme,
        hit_value=hits[document, theme],
        n_themes=len(themes),
    )


def permuted_gains(
    documents: Documents, allowed: NDArray[np.bool_], *, permutations: int, seed: int
) -> Floats:
    """
    The largest gain of each theme when documents change places within their source.

    Returns (permutations, themes). All themes move with their document, so that one permutation
    serves all and no theme's numbers depend on the others.
    """
    rng = np.random.default_rng(seed)
    rates, same_size = source_rates(documents), len(np.unique(documents.size)) < 2
    expected = add_sizes(documents, np.arange(len(documents.source))) @ rates
    gains = np.empty((permutations, documents.n_themes))
    # Many small tables take longer than one table of them beside each other.
    some = max(1, AT_ONCE // max(expected.size, 1))
    for first in range(0, permutations, some):
        rows = gains[first : first + some]
        hits, wanted = [], []
        for _ in rows:
            # Documents are ordered by source, so this shuffles within each.
            slots = np.argsort(documents.source + rng.random(len(documents.source)))
            hits.append(add_hits(documents, slots))
            wanted.append(expected if same_size else add_sizes(documents, slots) @ rates)
        found = step_gain(np.hstack(hits), np.hstack(wanted))[allowed].max(axis=0)
        rows[:] = found.reshape(rows.shape)
    return gains
