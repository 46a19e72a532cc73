"""What stands for each theme of a codebook: its own table and those nested in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from dateline.themes.codebook import Codebook, Theme
from dateline.themes.terms import Group, Rule, Term

# The `unless` of a table of the codebook and its entries.
Part = tuple[Group, tuple[Term | Rule, ...]]


@dataclass(frozen=True)
class Family:
    """All that stands for one theme: its own table and those nested in it, and how words match."""

    parts: tuple[Part, ...]
    stem: str = ""
    # Hashing goes through every term, and a recount asks for it once for each batch.
    _hash: int = field(default=0, compare=False, repr=False)

    def __hash__(self) -> int:
        if not self._hash:
            object.__setattr__(self, "_hash", hash((self.parts, self.stem)) or 1)
        return self._hash

    @property
    def entries(self) -> list[Term | Rule]:
        """The entries of all tables: those of the theme, then of its children, in order."""
        return [entry for _, entries in self.parts for entry in entries]

    @property
    def terms(self) -> Iterator[Term]:
        """Every term that must be looked for, also those of rules and of `unless`."""
        for unless, entries in self.parts:
            yield from unless
            for entry in entries:
                yield from [entry] if isinstance(entry, Term) else entry.terms

    @property
    def tables(self) -> tuple[Part, ...]:
        """The parts; all in one if none has an `unless`, as they then see the same tokens."""
        together = len(self.parts) > 1 and not any(unless for unless, _ in self.parts)
        return (((), tuple(self.entries)),) if together else self.parts

    @property
    def is_plain(self) -> bool:
        """Whether all entries are terms, and all see the same tokens."""
        terms = all(isinstance(entry, Term) for entry in self.entries)
        return len(self.tables) == 1 and terms


def families(codebook: Codebook) -> dict[str, Family]:
    """The family of each theme and actor, in the order of the codebook."""
    members: dict[str, list[Theme]] = {theme.name: [] for theme in codebook.themes}
    for theme in codebook.themes:
        names = theme.name.split(".")
        for depth in range(1, len(names) + 1):
            members.get(".".join(names[:depth]), []).append(theme)
    return {
        name: _known(Family(tuple((theme.unless, theme.terms) for theme in themes), codebook.stem))
        for name, themes in members.items()
    }


@lru_cache(maxsize=10_000)
def _known(family: Family) -> Family:
    """The same object for equal families: each batch looks all of them up, term by term else."""
    return family
