"""Warnings about a codebook: nothing that stops a count, all of it worth a look."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterator
from fnmatch import translate

import pandas as pd

from dateline.themes.codebook import Codebook, Theme
from dateline.themes.match import find_mentions
from dateline.themes.terms import Rule, Term
from dateline.themes.tokens import fold

NEVER = "is never counted in these articles; check its spelling"
LINT_COLUMNS = {"theme": "str", "term": "str", "line": "int64", "warning": "str"}


def lint_codebook(
    codebook: Codebook, articles: pd.DataFrame | None = None, mentions: pd.DataFrame | None = None
) -> pd.DataFrame:
    """
    One row a warning, columns LINT_COLUMNS, in the order of the codebook; `line` 0 if not known.

    Warned of: a term twice in a theme, a term that another of the theme makes useless, a term in
    two themes or in two actors (a theme and an actor may share one). With `articles` or their
    `mentions` also a term that is never counted there, be it absent or always part of a longer
    match. Wrong as advice where a term waits for articles still to come.
    """
    if mentions is None and articles is not None:
        mentions = find_mentions(articles, codebook)
    counted = (
        None if mentions is None else set(zip(mentions["theme"], mentions["term"], strict=True))
    )
    homes: dict[Hashable, str] = {}
    rows = []
    for theme in codebook.themes:
        for at, entry in enumerate(theme.terms):
            for warning in _warnings(theme, at, homes, counted):
                rows.append((theme.name, entry.text, entry.line, warning))
        for entry in theme.terms:
            homes.setdefault((theme.kind, _key(entry)), theme.name)
    return pd.DataFrame(rows, columns=list(LINT_COLUMNS)).astype(LINT_COLUMNS)


def covers(wide: Term, narrow: Term) -> bool:
    """
    Whether every match of `narrow` is one of `wide` too.

    Says no where it cannot tell, as with "a*" and "?*" against each other.
    """
    if len(wide.words) != len(narrow.words) or (wide.exact and not narrow.exact):
        return False
    words = narrow.words if wide.exact else tuple(map(fold, narrow.words))
    return all(_covers_word(*pair) for pair in zip(wide.words, words, strict=True))


def _covers_word(wide: str, narrow: str) -> bool:
    # A `?` of the wide word must not stand for a `*` of the narrow one, which can be longer.
    return bool(re.match(translate(wide.replace("?", "[!*]")), narrow))


def _warnings(
    theme: Theme, at: int, homes: dict[Hashable, str], counted: set[tuple[str, str]] | None
) -> Iterator[str]:
    entry = theme.terms[at]
    others = theme.terms[:at] + theme.terms[at + 1 :]
    twice = _key(entry) in map(_key, theme.terms[:at])
    wider = next((other for other in others if _is_wider(other, entry)), None)
    home = homes.get((theme.kind, _key(entry)))
    if twice:
        yield "is in this theme twice; delete one"
    if wider:
        yield f"is part of `{wider.text}` in the same theme; delete it"
    if home:
        yield f"is a term of `{home}` too; both count the same words"
    if counted is not None and (theme.name, entry.text) not in counted:
        yield NEVER


def _is_wider(other: Term | Rule, entry: Term | Rule) -> bool:
    if not (isinstance(other, Term) and isinstance(entry, Term)):
        return False
    return other.pattern != entry.pattern and covers(other, entry)


def _key(entry: Term | Rule) -> Hashable:
    """Equal for entries that match the same."""
    return entry.pattern if isinstance(entry, Term) else entry
