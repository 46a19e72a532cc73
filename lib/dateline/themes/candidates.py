"""What each entry of a codebook matches for itself, before entries compete for the same words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pandas as pd

from dateline.themes.batches import TokenIndex
from dateline.themes.codebook import Codebook, Theme
from dateline.themes.match import MENTION_COLUMNS, find_mentions
from dateline.themes.terms import Group, Rule, Term

# Kinds of rows. COUNTED: a mention of the theme. OPEN: a match of one entry, with the `unless` of
# its table. UNMASKED: the same without `unless`. UNRULED: the same without the `none` of the rule.
# MASK: a match of an `unless` term.
COUNTED, OPEN, UNMASKED, UNRULED, MASK = "counted", "open", "unmasked", "unruled", "mask"

CANDIDATE_COLUMNS = {
    "doc_id": "str",
    "kind": "str",
    "theme": "str",  # for COUNTED the theme, for the others the table that the entry stands in
    "entry": "int64",  # its number in `terms` (for MASK in `unless`) of that table; -1: COUNTED
} | {name: kind for name, kind in MENTION_COLUMNS.items() if name not in ("doc_id", "theme")}

# (kind, theme or table, number of the entry): where a row of `find_candidates` comes from.
Origin = tuple[str, str, int]


def find_candidates(
    articles: pd.DataFrame, codebook: Codebook, *, index: TokenIndex | None = None
) -> pd.DataFrame:
    """
    The mentions of a codebook, and all that each of its entries would match if it were alone.

    One row a match, columns CANDIDATE_COLUMNS, in the order of the articles. Every entry is made
    a theme of its own and counted by `find_mentions`, so there is no second matcher. UNMASKED rows
    are there only for tables with `unless`, UNRULED ones only for rules with `none`. Of matches of
    one entry that overlap each other (such as "a a" in "a a a") only the first is there. With an
    `index` of the same articles the texts are not read again.
    """
    origins: dict[str, Origin] = {name: (COUNTED, name, -1) for name in codebook.names()}
    themes = [*codebook.themes]
    for number, (origin, part) in enumerate(_parts(codebook)):
        # No theme can have a slash in its name, nor be a part of one without a dot.
        name = f"/{number}"
        origins[name] = origin
        themes.append(replace(part, name=name))
    found = find_mentions(articles, replace(codebook, themes=tuple(themes)), index=index)
    rows = [origins[name] for name in found["theme"]]
    places = pd.DataFrame(rows, index=found.index, columns=["kind", "theme", "entry"])
    table = found.drop(columns="theme").join(places)
    # Without its `none` a rule reads otherwise.
    texts = {theme.name: [entry.text for entry in theme.terms] for theme in codebook.themes}
    unruled = places[places["kind"] == UNRULED]
    table.loc[unruled.index, "term"] = [
        texts[theme][entry] for theme, entry in zip(unruled["theme"], unruled["entry"], strict=True)
    ]
    return table[list(CANDIDATE_COLUMNS)].astype(CANDIDATE_COLUMNS)


def open_matches(candidates: pd.DataFrame, codebook: Codebook) -> pd.DataFrame:
    """
    Which terms alone would find a theme in an article: one row each, `doc_id`, `theme`, `term`.

    A term of a part of a theme has a row for the theme too. Without a term the theme is still
    mentioned exactly in the articles that have a row with another of its terms.
    """
    homes = [(part, name) for name in codebook.names() for part in codebook.family(name)]
    of_parts = pd.DataFrame(homes, columns=["part", "theme"]).astype("str")
    rows = candidates.loc[candidates["kind"] == OPEN, ["doc_id", "theme", "term"]]
    every = rows.rename(columns={"theme": "part"}).merge(of_parts, on="part", how="inner")
    return every[["doc_id", "theme", "term"]].drop_duplicates(ignore_index=True)


def _parts(codebook: Codebook) -> Iterator[tuple[Origin, Theme]]:
    """Each entry as a theme of its own, with what it is."""
    for theme in codebook.themes:
        for number, entry in enumerate(theme.terms):
            for kind, alone, unless in _variants(theme, entry):
                yield (kind, theme.name, number), _alone(theme, alone, unless)
        for number, mask in enumerate(theme.unless):
            yield (MASK, theme.name, number), _alone(theme, mask, ())


def _alone(theme: Theme, entry: Term | Rule, unless: Group) -> Theme:
    return replace(theme, terms=(entry,), unless=unless)


def _variants(theme: Theme, entry: Term | Rule) -> Iterator[tuple[str, Term | Rule, Group]]:
    yield OPEN, entry, theme.unless
    if theme.unless:
        yield UNMASKED, entry, ()
    if isinstance(entry, Rule) and entry.none:
        yield UNRULED, replace(entry, none=()), theme.unless
