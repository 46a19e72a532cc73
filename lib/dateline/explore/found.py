"""Mentions by group of nested themes, so that an edit makes only its own group anew."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

import pandas as pd

from dateline.themes import Codebook, TokenIndex, find_mentions
from dateline.themes.match import MENTION_COLUMNS

# Groups kept: as in the file and as edited, with some to go back to.
_KEPT = 64


class FoundMentions:
    """The mentions of parts of codebooks in one table of articles and its index."""

    def __init__(self, articles: pd.DataFrame, index: TokenIndex) -> None:
        self._articles = articles
        self._index = index
        self._kept: dict[Codebook, pd.DataFrame] = {}

    def of(self, codebook: Codebook, names: Collection[str]) -> pd.DataFrame:
        """
        All mentions of the groups that these themes are of, columns MENTION_COLUMNS.

        For each theme the rows are those of `find_mentions` with the whole codebook.
        """
        tables = [self._group(part_of(codebook, [root])) for root in roots(names)]
        if not tables:
            return pd.DataFrame(columns=list(MENTION_COLUMNS)).astype(MENTION_COLUMNS)
        return pd.concat(tables, ignore_index=True)

    def _group(self, group: Codebook) -> pd.DataFrame:
        found = self._kept.pop(group, None)
        if found is None:
            found = find_mentions(self._articles, group, index=self._index)
        self._kept[group] = found
        while len(self._kept) > _KEPT:
            del self._kept[next(iter(self._kept))]
        return found


def part_of(codebook: Codebook, names: Collection[str]) -> Codebook:
    """The codebook without the groups of nested themes that none of these themes is of."""
    wanted = set(roots(names))
    themes = tuple(theme for theme in codebook.themes if _root(theme.name) in wanted)
    return replace(codebook, themes=themes)


def roots(names: Collection[str]) -> list[str]:
    """
    The outermost theme of each, once.

    >>> roots(["war.aid", "trade", "war"])
    ['war', 'trade']
    """
    return list(dict.fromkeys(map(_root, names)))


def _root(name: str) -> str:
    return name.split(".")[0]
