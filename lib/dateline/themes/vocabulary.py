"""The distinct words of some articles, ordered so that a term is a few ranges of numbers."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from fnmatch import translate
from functools import cache, cached_property
from heapq import heappop, heappush
from itertools import pairwise

import numpy as np

from dateline.themes.tokens import WILDCARDS, fold, plain
from dateline.themes.word_lines import JOINT, WordLines, fold_all

_LAST = "\U0010ffff"
# First id and the one after the last, and so on: sorted, and no two ranges touch.
Ranges = tuple[int, ...]


class Vocabulary:
    """
    Distinct words, case kept, numbered by their folded form and then by themselves.

    So a word without `=`, and a word with one `*` at its end, is one range of ids.
    """

    def __init__(self, lines: bytes) -> None:
        """`lines` are the words as UTF-8, a line each, sorted as `sort_types` does."""
        self._lines = WordLines(lines)
        self._ranges: dict[tuple[str, bool, str], Ranges] = {}

    def __len__(self) -> int:
        return len(self._lines)

    @cached_property
    def types(self) -> list[str]:
        """The words as they are."""
        return self._lines[:]

    @cached_property
    def folded(self) -> list[str]:
        """The words without difference of case; ascending, with repeats."""
        return fold_all(self.types)

    @property
    def lengths(self) -> np.ndarray:
        """Characters of each word (int32)."""
        return self._lines.lengths

    def ranges(self, word: str, exact: bool = False, stem: str = "") -> Ranges:
        """
        The ids of the words that a word of a term means.

        `word` is folded unless `exact`; it may hold wildcards. With `stem`, a language of the
        Snowball stemmers, a plain word that is not exact means all words with its stem.

        >>> Vocabulary(b"a\\nSanction\\nsanctions\\nus").ranges("sanction*")
        (1, 3)
        """
        key = (word, exact, stem)
        if key not in self._ranges:
            self._ranges[key] = self._find(word, exact, stem)
        return self._ranges[key]

    def _find(self, word: str, exact: bool, stem: str) -> Ranges:
        wild = any(char in word for char in WILDCARDS)
        if exact:
            return self._matching(word, self.types, 0) if wild else self._as_is(word)
        if wild:
            prefix = re.split(r"[*?]", word, maxsplit=1)[0]
            first, beyond = self._within(prefix, prefix + _LAST)
            if word == prefix + "*":
                return (first, beyond) if beyond > first else ()
            forms = fold_all(self._lines[first:beyond]) if prefix else self.folded
            return self._matching(word, forms, first)
        if stem:
            return _as_ranges(self._by_stem(stem).get(stem_word(word, stem), ()))
        first, beyond = self._within(word, word)
        return (first, beyond) if beyond > first else ()

    def _within(self, least: str, most: str) -> tuple[int, int]:
        """The ids of the words with a folded form between these two, or equal to one."""
        return self._lines.rank(least), self._lines.rank(most, bisect_right)

    def _as_is(self, word: str) -> Ranges:
        first, beyond = self._within(fold(word), fold(word))
        words = enumerate(self._lines[first:beyond], start=first)
        return _as_ranges(at for at, each in words if each == word)

    def _matching(self, word: str, forms: Sequence[str], first: int) -> Ranges:
        """Those of `forms` that a pattern matches; `first` is the id of the first of them."""
        # fnmatch's translation does not backtrack; a token has no brackets it could take.
        glob = re.compile(translate(word)).match
        return _as_ranges(at for at, form in enumerate(forms, start=first) if glob(form))

    def _by_stem(self, language: str) -> dict[str, list[int]]:
        if language not in self._stems:
            stems: dict[str, list[int]] = {}
            for at, form in enumerate(self.folded):
                stems.setdefault(stem_word(form, language), []).append(at)
            self._stems[language] = stems
        return self._stems[language]

    @cached_property
    def _stems(self) -> dict[str, dict[str, list[int]]]:
        return {}


def sort_types(surfaces: Sequence[str]) -> tuple[list[str], np.ndarray]:
    """
    The vocabulary of words as they stand in texts, and the id in it of each of them (int32).

    Two spellings of one word (curly apostrophe, accent taken apart) have one id.
    """
    import pyarrow as pa
    import pyarrow.compute as pc

    words = _joined(plain, surfaces)
    types = list(dict.fromkeys(words))
    # One text for each; the joint is less than any letter. UTF-8 sorts as its characters do.
    pairs = map(JOINT.join, zip(fold_all(types), types, strict=True))
    lines = [pair.encode("utf-8", "surrogatepass") for pair in pairs]
    order = pc.array_sort_indices(pa.array(lines, type=pa.binary())).to_numpy()
    ranks = np.empty(len(types), dtype=np.int32)
    ranks[order] = np.arange(len(types), dtype=np.int32)
    if len(types) < len(words):
        numbers = dict(zip(types, ranks.tolist(), strict=True))
        ranks = np.fromiter(map(numbers.__getitem__, words), dtype=np.int32, count=len(words))
    return np.array(types, dtype=object)[order].tolist(), ranks


def first_come(several: Sequence[Ranges]) -> list[Ranges]:
    """
    Of each the ids that are in none before it.

    >>> first_come([(3, 5), (1, 9), (8, 11)])
    [(3, 5), (1, 3, 5, 9), (9, 11)]
    """
    pairs = [
        (first, number, beyond)
        for number, ranges in enumerate(several)
        for first, beyond in zip(ranges[::2], ranges[1::2], strict=True)
    ]
    pairs.sort()
    if all(left[2] <= right[0] for left, right in pairwise(pairs)):
        return list(several)
    kept: list[list[int]] = [[] for _ in several]
    waiting: list[tuple[int, int]] = []
    at, end = 0, max((beyond for *_, beyond in pairs), default=0)
    for first, number, beyond in [*pairs, (end, len(several), end)]:
        while waiting and at < first:
            owner, until = waiting[0]
            if until <= at:
                heappop(waiting)
                continue
            own, stop = kept[owner], min(until, first)
            if own and own[-1] == at:  # two stretches that touch are one
                own.pop()
                own.append(stop)
            else:
                own += at, stop
            at = stop
        at = first
        heappush(waiting, (number, beyond))
    return list(map(tuple, kept))


@cache
def stem_word(word: str, language: str) -> str:
    """
    The stem of a folded word by NLTK's Snowball stemmer of that language.

    Raises ValueError for a language that Snowball does not know.

    >>> stem_word("sanctioned", "english"), stem_word("sanctions", "english")
    ('sanction', 'sanction')
    """
    return str(_stemmer(language).stem(word))


def stemmer_languages() -> tuple[str, ...]:
    """The languages that `stem` may name."""
    from nltk.stem.snowball import SnowballStemmer

    return tuple(SnowballStemmer.languages)


@cache
def _stemmer(language: str):  # type: ignore[no-untyped-def]
    # Imported here: NLTK costs up to seconds, and few codebooks stem.
    from nltk.stem.snowball import SnowballStemmer

    return SnowballStemmer(language)


def _as_ranges(ids: Iterable[int]) -> Ranges:
    """
    >>> _as_ranges([1, 2, 5])
    (1, 3, 5, 6)
    """
    listed = list(ids)
    cuts = [at for left, right in pairwise(listed) if right != left + 1 for at in (left + 1, right)]
    return (listed[0], *cuts, listed[-1] + 1) if listed else ()


def _joined(change, words):  # type: ignore[no-untyped-def]
    """Each word changed by a function of text that works on all of them at once."""
    return change(JOINT.join(words)).split(JOINT) if words else []
