"""The distinct words of some articles, ordered so that a term is a few ranges of numbers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from fnmatch import translate
from functools import cache, cached_property, lru_cache
from heapq import heappop, heappush
from itertools import pairwise
from typing import Any, NamedTuple

import numpy as np

from dateline.themes.packed import unpack
from dateline.themes.tokens import WILDCARDS, fold, plain
from dateline.themes.word_lines import JOINT, Asked, WordLines, fold_all

# First id and the one after the last, and so on: sorted, and no two ranges touch.
Ranges = tuple[int, ...]


# A word of a term, whether its case counts, and the language of its stem, if it has one.
Word = tuple[str, bool, str]


class Vocabulary:
    """
    Distinct words, case kept, numbered by their folded form and then by themselves.

    So a word without `=`, and a word with one `*` at its end, is one range of ids.
    """

    def __init__(self, forms: np.ndarray, words: np.ndarray) -> None:
        """The folded form of each word and the words, a line each, packed."""
        self._forms = WordLines(unpack(forms))
        self._packed = words
        self._ranges: dict[Word, Ranges] = {}

    def __len__(self) -> int:
        return len(self._forms)

    @cached_property
    def types(self) -> list[str]:
        """The words as they are."""
        return self._words[:]

    @cached_property
    def folded(self) -> list[str]:
        """The words without difference of case; ascending, with repeats."""
        return self._forms[:]

    @property
    def lengths(self) -> np.ndarray:
        """Characters of each word (int32)."""
        return self._words.lengths

    def ranges(self, words: Iterable[Word]) -> list[Ranges]:
        """
        The ids of the words that each word of a term means.

        A word is folded unless its case counts; it may hold wildcards. With a language, one of the
        Snowball stemmers, a plain word without `=` means all words with its stem.

        >>> from dateline.themes.packed import pack
        >>> vocabulary = Vocabulary(pack(b"a\\nsanction\\nus"), pack(b"a\\nSanction\\nus"))
        >>> vocabulary.ranges([("sanction*", False, ""), ("US", True, "")])
        [(1, 2), ()]
        """
        asked = tuple(words)
        known = self._ranges
        if missing := tuple(word for word in asked if word not in known):
            kinds = _by_kind(missing)
            found = self._forms.find(kinds.asked)
            for word, (first, beyond) in zip(kinds.simple, found, strict=True):
                known[word] = (first, beyond) if beyond > first else ()
            known.update((word, self._find(*word)) for word in kinds.others)
        return [known[word] for word in asked]

    @cached_property
    def _words(self) -> WordLines:
        return WordLines(unpack(self._packed))

    def _find(self, word: str, exact: bool, stem: str) -> Ranges:
        wild = _is_wild(word)
        if exact:
            return self._matching(word, self.types, 0) if wild else self._as_is(word)
        if not wild:
            return _as_ranges(self._by_stem(stem).get(stem_word(word, stem), ()))
        prefix = re.split(r"[*?]", word, maxsplit=1)[0]
        ((first, beyond),) = self._forms.find(Asked([], [prefix]))
        return self._matching(word, self._forms[first:beyond], first)

    def _as_is(self, word: str) -> Ranges:
        ((first, beyond),) = self._forms.find(Asked([fold(word)]))
        words = enumerate(self._words[first:beyond], start=first)
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


class SortedTypes(NamedTuple):
    """
    Words in the order of a vocabulary, as lines of UTF-8, and the id of each surface (int32).

    `forms` has the folded form of each of `words`.
    """

    forms: bytes
    words: bytes
    ids: np.ndarray


def sort_types(surfaces: Sequence[str]) -> SortedTypes:
    """
    The vocabulary of words as they stand in texts.

    Two spellings of one word (curly apostrophe, accent taken apart) have one id.
    """
    import pyarrow.compute as pc

    numbers: dict[str, int] = {}
    own = [numbers.setdefault(word, len(numbers)) for word in _joined(plain, surfaces)]
    types = list(numbers)
    forms, words = _as_lines(fold_all(types)), _as_lines(types)
    # By both at once; the joint is less than any letter, and UTF-8 sorts as its characters do.
    order = pc.array_sort_indices(pc.binary_join_element_wise(forms, words, b""))
    ranks = np.empty(len(types), dtype=np.int32)
    ranks[order.to_numpy()] = np.arange(len(types), dtype=np.int32)
    forms, words = (_joined_lines(pc.take(each, order)) for each in (forms, words))
    return SortedTypes(forms, words, ranks[np.array(own, dtype=np.int64)])


def _as_lines(words: Sequence[str]) -> Any:
    """An Arrow array of the words as UTF-8, each with its line feed."""
    import pyarrow as pa

    lines = "".join([JOINT.join(words), JOINT if words else ""]).encode("utf-8", "surrogatepass")
    ends = np.flatnonzero(np.frombuffer(lines, dtype=np.uint8) == ord(JOINT)) + 1
    bounds = np.concatenate([[0], ends]).astype(np.int32)
    buffers = [None, pa.py_buffer(bounds.tobytes()), pa.py_buffer(lines)]
    return pa.Array.from_buffers(pa.binary(), len(words), buffers)


def _joined_lines(lines: Any) -> bytes:
    """What an Arrow array from `_as_lines` holds, without the last line feed."""
    _, bounds, content = lines.buffers()
    ends = np.frombuffer(bounds, dtype=np.int32)[lines.offset : lines.offset + len(lines) + 1]
    return content.to_pybytes()[ends[0] : max(ends[-1] - 1, 0)] if len(lines) else b""


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


class _Kinds(NamedTuple):
    """Words that are found by themselves or by what they begin with, and others."""

    asked: Asked
    simple: list[Word]
    others: list[Word]


@lru_cache(maxsize=64)
def _by_kind(words: tuple[Word, ...]) -> _Kinds:
    """Made once for all vocabularies."""
    plain: list[Word] = []
    prefixes: list[Word] = []
    others: list[Word] = []
    for asked in words:
        word, exact, stem = asked
        if exact or _is_wild(word[:-1]) or word.endswith("?"):
            others.append(asked)
        elif word.endswith("*"):
            prefixes.append(asked)
        else:
            (others if stem else plain).append(asked)
    ready = Asked([word for word, *_ in plain], [word[:-1] for word, *_ in prefixes])
    return _Kinds(ready, plain + prefixes, others)


def _is_wild(word: str) -> bool:
    return any(char in word for char in WILDCARDS)


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
