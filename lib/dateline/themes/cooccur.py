"""Which themes stand together in one sentence or article."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pandas as pd

from dateline.errors import SettingError
from dateline.themes.batches import TokenIndex
from dateline.themes.codebook import Codebook
from dateline.themes.families import families
from dateline.themes.hits import find_hits
from dateline.themes.index import Batch
from dateline.themes.terms import SCOPES

# Sentences that are compared at a time, as columns of numbers.
_AT_ONCE = 1 << 18


def count_together(index: TokenIndex, codebook: Codebook, scope: str = "sentence") -> pd.DataFrame:
    """
    For each two themes the sentences (or articles) that mention both: a symmetric table.

    Rows and columns are the names of the codebook, in its order, actors too; on the diagonal
    stands how many mention the theme at all (int64). A mention belongs to the sentence that it
    begins in. A theme and its part always stand together: the parent is the union of its parts.
    Raises SettingError for another scope.
    """
    if scope not in SCOPES:
        raise SettingError(f'scope = {scope!r} is not known; use "sentence" or "article"')
    names = codebook.names()
    together = np.zeros((len(names), len(names)), dtype=np.int64)
    for batch in index.batches:
        for mentioned in _mentioned(batch, codebook, scope):
            # Sums of ones up to 2**18 are exact in this type, and its product is fast.
            together += (mentioned @ mentioned.T).astype(np.int64)
    return pd.DataFrame(together, index=names, columns=names)


def _mentioned(batch: Batch, codebook: Codebook, scope: str) -> Iterator[np.ndarray]:
    """For each theme (row) and sentence or article (column) 1 where it is mentioned, else 0."""
    wanted = list(families(codebook).values())
    units = [hits.in_sentences for hits in find_hits(batch, wanted)]
    if scope == "article":
        units = [np.unique(batch.article_of_sentence[part]) for part in units]
    n_units = batch.n_sentences if scope == "sentence" else batch.n_articles
    for begin in range(0, n_units, _AT_ONCE):
        mentioned = np.zeros((len(units), min(_AT_ONCE, n_units - begin)), dtype=np.float32)
        for row, part in zip(mentioned, units, strict=True):
            first, beyond = np.searchsorted(part, [begin, begin + _AT_ONCE])
            row[part[first:beyond] - begin] = 1
        yield mentioned
