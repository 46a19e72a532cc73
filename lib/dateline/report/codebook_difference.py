"""Which themes and terms two codebooks do not share, and what each such term brings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import pandas as pd

# One row per change of a codebook.
CODEBOOK_COLUMNS = {
    "theme": "str",
    "change": "str",  # one of CHANGES
    "term": "str",  # blank where the theme itself changed
    "matches": "int64",  # that the term brings to the theme, in the run that has the term
    "articles": "int64",  # in which these are
}
ADDED, REMOVED = "new term", "term removed"
MASKS, NO_MASK = "new under unless", "removed from unless"
THEME, NO_THEME, RENAMED = "new theme", "theme removed", "other label"
STEM = "other stemming"
CHANGES = (THEME, NO_THEME, RENAMED, STEM, ADDED, REMOVED, MASKS, NO_MASK)


def compare_codebooks(
    old: Mapping[str, Any],
    new: Mapping[str, Any],
    *,
    passages: tuple[pd.DataFrame, pd.DataFrame],
) -> pd.DataFrame:
    """
    What changed from one codebook to another, columns CODEBOOK_COLUMNS.

    `old` and `new` are as `codebook_content` gives them; `passages` are the tables of both runs
    (doc_id, theme, pattern), in which the matches of new terms (in the second) and of removed ones
    (in the first) are counted; a term under `unless` brings none. Themes stand in the order of the
    new codebook, removed ones last. A term that moved from one theme to another is a removal and
    an addition. Order and comments of the file do not matter.
    """
    rows = list(_changes(old, new))
    before, after = (_brought(table) for table in passages)
    found = [
        (before if change == REMOVED else after).get((theme, term), (0, 0))
        if change in (ADDED, REMOVED)
        else (0, 0)
        for theme, change, term in rows
    ]
    table = pd.DataFrame(rows, columns=["theme", "change", "term"])
    table["matches"] = [matches for matches, _ in found]
    table["articles"] = [articles for _, articles in found]
    return table.astype(CODEBOOK_COLUMNS)


def terms_of(changes: pd.DataFrame, theme: str, change: str) -> set[str]:
    """The terms of one kind of change that count for a theme: its own and those of its parts."""
    family = (changes["theme"] + ".").str.startswith(f"{theme}.")
    return set(changes.loc[family & (changes["change"] == change), "term"])


def _changes(old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
    if old.get("stem", "") != new.get("stem", ""):
        yield "", STEM, str(new.get("stem", "")) or "none"
    before, after = _by_name(old), _by_name(new)
    for name, theme in after.items():
        earlier = before.get(name, {})
        if not earlier:
            yield name, THEME, ""
        elif earlier["label"] != theme["label"]:
            yield name, RENAMED, ""
        yield from _terms(name, earlier, theme)
    for name in [name for name in before if name not in after]:
        yield name, NO_THEME, ""
        yield from _terms(name, before[name], {})


def _terms(
    name: str, old: Mapping[str, Any], new: Mapping[str, Any]
) -> Iterator[tuple[str, str, str]]:
    for key, added, removed in (("terms", ADDED, REMOVED), ("unless", MASKS, NO_MASK)):
        before, after = old.get(key, []), new.get(key, [])
        yield from ((name, added, term) for term in dict.fromkeys(after) if term not in before)
        yield from ((name, removed, term) for term in dict.fromkeys(before) if term not in after)


def _by_name(content: Mapping[str, Any]) -> dict[str, Mapping[str, Any]]:
    return {theme["name"]: theme for theme in content.get("themes", [])}


def _brought(passages: pd.DataFrame) -> dict[tuple[str, str], tuple[int, int]]:
    """How many matches, in how many articles, each term brings to each theme."""
    groups = passages.groupby(["theme", "pattern"], sort=False)["doc_id"]
    sums = groups.agg(["size", "nunique"])
    return {
        key: (int(row[0]), int(row[1]))
        for key, row in zip(sums.index, sums.to_numpy(), strict=True)
    }
