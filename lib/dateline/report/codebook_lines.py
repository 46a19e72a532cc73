"""The changes of a codebook in words: a line for each theme and kind of change, long lists cut."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pandas as pd

from dateline.charts.wording import amount
from dateline.report.codebook_difference import (
    ADDED,
    MASKS,
    NO_MASK,
    NO_THEME,
    REMOVED,
    RENAMED,
    STEM,
    THEME,
)

FEW, FEWER = 5, 3  # terms of a line, and of one about a whole theme, before the rest is counted
_BRINGS = {ADDED: ("brings", "bring"), REMOVED: ("had brought", "had brought")}
_WHOLE = {THEME: ADDED, NO_THEME: REMOVED}
# How a name and a term are written so that they break nothing.
Mark = Callable[[object], str]


def codebook_lines(changes: pd.DataFrame, *, name: Mark, term: Mark) -> list[str]:
    """
    One line for each theme and kind of change in a table of CODEBOOK_COLUMNS.

    A line names some terms, those that bring most first, and says how many more there are. A theme
    that is new or gone is one line with the number of its terms and those that bring most. Themes
    that both codebooks have come first. `name` and `term` say how names and terms are written.
    """
    whole = whole_themes(changes)
    parts = changes[~changes["theme"].isin(whole)].groupby(["theme", "change"], sort=False)
    lines = [_part_line(rows, name, term) for _, rows in parts]
    for theme, change in whole.items():
        lines.append(_whole_line(changes[changes["theme"] == theme], change, name, term))
    return lines


def whole_themes(changes: pd.DataFrame | None) -> dict[str, str]:
    """The themes that only one of the codebooks has: THEME or NO_THEME by name."""
    if changes is None:
        return {}
    whole = changes[changes["change"].isin(_WHOLE)]
    return dict(zip(whole["theme"], whole["change"], strict=True))


def _part_line(rows: pd.DataFrame, name: Mark, term: Mark) -> str:
    """What changed in one way in a theme that stays."""
    row: Any = next(rows.itertuples())
    if row.change == STEM:
        return f"words match by their stem: {name(row.term)}"
    theme = name(row.theme)
    if row.change == RENAMED:
        return f"{theme}: {row.change}"
    if row.change in (MASKS, NO_MASK):
        number = "" if len(rows) == 1 else f"{len(rows)} "
        listed = _listed([term(text) for text in rows["term"]])
        return f"{theme}: {number}{row.change}{',' if len(rows) == 1 else ':'} {listed}"
    if len(rows) == 1:
        return f"{theme}: {row.change} {term(row.term)}, {_brings(row, row.change)}"
    what = f"{len(rows)} new terms" if row.change == ADDED else f"{len(rows)} terms removed"
    return f"{theme}: {what}, {_bringing(rows, row.change, term)}"


def _whole_line(rows: pd.DataFrame, change: str, name: Mark, term: Mark) -> str:
    """A theme that is new or gone, with its terms and how many stand under `unless`."""
    terms = rows[rows["change"] == _WHOLE[change]]
    line = f"{name(rows['theme'].iloc[0])}: {change}"
    if len(terms):
        line += f", {amount(len(terms), 'terms')}, {_bringing(terms, _WHOLE[change], term, FEWER)}"
    masks = rows["change"].isin([MASKS, NO_MASK]).sum()
    return f"{line}; {masks} under unless" if masks else line


def _bringing(rows: pd.DataFrame, change: str, term: Mark, most: int = FEW) -> str:
    """
    "which bring 2 mentions: `export control*` (2 in 2 articles), `price cap`"

    Of a whole theme only the terms that bring something are named.
    """
    total = int(rows["matches"].sum())
    verb = _BRINGS[change][len(rows) > 1]
    said = f"which {verb} {amount(total, 'mentions') if total else 'nothing'}"
    shown = rows.sort_values("matches", ascending=False, kind="stable")
    shown = shown[shown["matches"] > 0] if most == FEWER else shown
    return f"{said}: {_listed([*_terms(shown, term)], most)}" if len(shown) else said


def _terms(rows: pd.DataFrame, term: Mark) -> Iterator[str]:
    row: Any
    for row in rows.itertuples():
        where = f" ({row.matches} in {amount(row.articles, 'articles')})" if row.matches else ""
        yield f"{term(row.term)}{where}"


def _brings(row: Any, change: str) -> str:
    found = f"{amount(row.matches, 'mentions')} in {amount(row.articles, 'articles')}"
    return f"{_BRINGS[change][0]} {found if row.matches else 'nothing'}"


def _listed(names: list[str], most: int = FEW) -> str:
    left = len(names) - most
    # The name of one more is not longer than the words for it.
    return ", ".join(names) if left <= 1 else f"{', '.join(names[:most])} and {left} more"
