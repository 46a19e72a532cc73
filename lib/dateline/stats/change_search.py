"""What there is to search for a change: which positions, which themes, and what each would gain."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from dateline.stats.dispersion import Dispersion, make_rows, pool, sum_periods
from dateline.stats.intervals import Floats
from dateline.stats.permuting import Documents, add_hits, add_sizes, lay_out, source_rates
from dateline.stats.scan import step_gain

# The gate. With fewer, three changes in four are missed even where the rate triples.
LEAST_PERIODS = 8  # non-empty ones
LEAST_DOCUMENTS = 60
# On each side of a change.
SIDE_PERIODS = 2
SIDE_DOCUMENTS = 5

FEW = "too few documents to look for a change"
NEVER = "mentioned in no document"
NO_PLACE = "no position with 2 periods and 5 documents on each side"
EVEN = "does not vary within any source of two periods"


@dataclass(frozen=True)
class Search:
    """One table of documents, looked at for one change of each theme."""

    table: pd.DataFrame
    themes: list[str]

    @cached_property
    def starts(self) -> pd.DatetimeIndex:
        """First days of the non-empty periods."""
        filled = self.table.loc[self.table["weight"] > 0, "period"]
        return pd.DatetimeIndex(np.unique(filled))

    @cached_property
    def rows(self) -> pd.DataFrame:
        """The table ordered by source and document, without what is in no period."""
        rows = self.table[self.table["weight"] > 0]
        return rows.sort_values(["source", "doc_id", "period"], kind="stable")

    @cached_property
    def codes(self) -> NDArray[np.intp]:
        """The number of the period of each row."""
        return self.starts.get_indexer(pd.DatetimeIndex(self.rows["period"]))

    @cached_property
    def firsts(self) -> pd.DataFrame:
        """One row for each document."""
        return self.rows.drop_duplicates("doc_id")

    @cached_property
    def laid_out(self) -> Documents:
        return lay_out(self.rows, self.firsts, self.starts, self.themes)

    @cached_property
    def hits(self) -> Floats:
        return add_hits(self.laid_out, np.arange(len(self.firsts)))

    @cached_property
    def sizes(self) -> Floats:
        return add_sizes(self.laid_out, np.arange(len(self.firsts)))

    @cached_property
    def expected(self) -> Floats:
        return self.sizes @ source_rates(self.laid_out)

    @cached_property
    def gains(self) -> Floats:
        return step_gain(self.hits, self.expected)

    @cached_property
    def allowed(self) -> NDArray[np.bool_]:
        """The positions with enough on each side; permuting changes nothing of that."""
        early = np.cumsum(np.bincount(self.codes, self.rows["weight"], len(self.starts)))
        enough = np.minimum(early[:-1], early[-1] - early[:-1]) >= SIDE_DOCUMENTS - 1e-6
        number = np.arange(1, len(self.starts))
        return enough & (np.minimum(number, len(self.starts) - number) >= SIDE_PERIODS)

    @cached_property
    def reasons(self) -> list[str]:
        """Why a theme is not looked at, blank if it is; one for each theme."""
        few = self.table["weight"].sum() < LEAST_DOCUMENTS - 1e-6
        if few or len(self.starts) < LEAST_PERIODS:
            return [FEW] * len(self.themes)
        if not self.allowed.any():
            return [NO_PLACE] * len(self.themes)
        varies = _varies(self.rows, self.firsts, self.themes)
        some = self.hits.sum(axis=0) > 0
        return [
            NEVER if not any_hit else "" if varied else EVEN
            for any_hit, varied in zip(some, varies, strict=True)
        ]

    @property
    def looked_at(self) -> list[int]:
        """The numbers of the themes that are looked at."""
        return [number for number, reason in enumerate(self.reasons) if not reason]

    def dispersion(self, number: int) -> Dispersion:
        """How much the hits of a theme vary within the periods."""
        size, hits = self.rows["size"], self.rows[self.themes[number]]
        rows = make_rows(self.codes, size, hits, weights=self.rows["weight"])
        sums = sum_periods(rows, len(self.starts))
        return pool(rows, sums, sums.hits)

    def hits_by_source(self, number: int, late: NDArray[np.bool_]) -> Floats:
        """The hits of one theme, (2, sources): in the periods that are not late, and in those."""
        slots = self.laid_out
        mine = slots.hit_theme == number
        document, value = slots.hit_document[mine], slots.hit_value[mine]
        total = np.zeros(2 * slots.n_sources)
        for period, weight in zip(slots.period.T, slots.weight.T, strict=True):
            cells = late[period[document]] * slots.n_sources + slots.source[document]
            total += np.bincount(cells, value * weight[document], minlength=len(total))
        return total.reshape(2, slots.n_sources)


def _varies(rows: pd.DataFrame, firsts: pd.DataFrame, themes: list[str]) -> NDArray[np.bool_]:
    """Whether permuting can change anything: some source has two periods and unequal documents."""
    by_source = firsts.groupby("source", dropna=False)[themes]
    unequal = by_source.max() > by_source.min()
    sizes = firsts.groupby("source", dropna=False)["size"]
    uneven = (sizes.max() > sizes.min()).to_numpy()[:, None] & (by_source.max() > 0)
    several = (rows.groupby("source", dropna=False)["period"].nunique() > 1).to_numpy()
    return np.asarray(((unequal | uneven).to_numpy() & several[:, None]).any(axis=0))
