"""The terms of a codebook as numbers: worked out once, and the same for every batch."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from dateline.themes.families import Family
from dateline.themes.terms import Group, Pattern, Term
from dateline.themes.vocabulary import Word


@dataclass(frozen=True)
class Plan:
    """
    What must be looked for in a batch so that some families can be counted.

    `words` are the distinct words of all terms, `phrases` (int64, a row each) the numbers in it of
    the words of each distinct phrase, -1 behind the last; `rows` says which row a phrase is. Each
    entry of a plain family is a row of `single` or `several`: number of the family, number of the
    entry, and number of the word or phrase; in the order of the families and their entries. For
    each row of `several`, `lengths` has its number of words, and `beside` the numbers of the family
    and of the word for each of these. `unless` are the terms that mask tokens for a plain family.
    """

    n_families: int
    words: dict[Word, int]
    phrases: np.ndarray
    rows: dict[Pattern, int]
    single: np.ndarray
    several: np.ndarray
    lengths: np.ndarray
    beside: tuple[np.ndarray, np.ndarray]
    unless: dict[int, Group]
    stem: str

    def word(self, term: Term) -> int:
        """The number in `words` of a term of one word."""
        return self.words[term.words[0], term.exact, self.stem]


@lru_cache(maxsize=64)
def make_plan(families: tuple[Family, ...]) -> Plan:
    """The plan of families with the same `stem`, at least one."""
    terms = [term for family in families for term in family.terms]
    stem = families[0].stem
    distinct = dict.fromkeys((word, term.exact, stem) for term in terms for word in term.words)
    words = {word: number for number, word in enumerate(distinct)}
    patterns = dict.fromkeys(term.pattern for term in terms if not _is_word(term))
    rows = {pattern: row for row, pattern in enumerate(patterns)}
    phrases = _table([[words[word, exact, stem] for word in phrase] for exact, phrase in patterns])
    plain = {number: family for number, family in enumerate(families) if family.is_plain}
    entries = [(n, at, term) for n, family in plain.items() for at, term in _terms(family)]
    single = [(n, at, words[t.words[0], t.exact, stem]) for n, at, t in entries if _is_word(t)]
    several = _triples([(n, at, rows[t.pattern]) for n, at, t in entries if not _is_word(t)])
    used = phrases[several[:, 2]] >= 0
    return Plan(
        n_families=len(families),
        words=words,
        phrases=phrases,
        rows=rows,
        single=_triples(single),
        several=several,
        lengths=used.sum(axis=1),
        beside=(several[:, 0].repeat(used.sum(axis=1)), phrases[several[:, 2]][used]),
        unless={n: unless for n, family in plain.items() if (unless := family.tables[0][0])},
        stem=stem,
    )


def _is_word(term: Term) -> bool:
    return len(term.words) == 1


def _terms(family: Family) -> Iterator[tuple[int, Term]]:
    """The entries of a plain family with their numbers."""
    return ((at, entry) for at, entry in enumerate(family.entries) if isinstance(entry, Term))


def _table(phrases: Sequence[Sequence[int]]) -> np.ndarray:
    table = np.full((len(phrases), max(map(len, phrases), default=0)), -1, dtype=np.int64)
    for row, numbers in zip(table, phrases, strict=True):
        row[: len(numbers)] = numbers
    return table


def _triples(rows: Sequence[tuple[int, int, int]]) -> np.ndarray:
    return np.array(rows, dtype=np.int64).reshape(-1, 3)
