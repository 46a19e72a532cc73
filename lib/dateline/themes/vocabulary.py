"""The distinct words of some articles, ordered so that a term is a few ranges of numbers."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from fnmatch import translate
from functools import cache, cached_property
from itertools import pairwise

import numpy as np

from dateline.themes.tokens import WILDCARDS, fold, plain

_JOINT = "\n"  # no word holds it, and neither folding nor composing reaches across it
_LAST = "\U0010ffff"
# First id and the one after the last, and so on: sorted, and no two ranges touch.
Ranges = tuple[int, ...]


class Vocabulary:
    """
    Distinct words, case kept, numbered by their folded form and then by themselves.

    So a word without `=`, and a word with one `*` at its end, is one range of ids.
    """

    def __init__(self, types: Sequence[str]) -> None:
        """`types` are sorted already, as `sort_types` does."""
        self.types = types
        self._ranges: dict[tuple[str, bool, str], Ranges] = {}

    def __len__(self) -> int:
        return len(self.types)

    @cached_property
    def folded(self) -> list[str]:
        """The words without difference of case; ascending, with repeats."""
        return _fold_all(self.types)

    @cached_property
    def lengths(self) -> np.ndarray:
        """Characters of each word (int32)."""
        return np.fromiter(map(len, self.types), dtype=np.int32, count=len(self.types))

    def ranges(self, word: str, exact: bool = False, stem: str = "") -> Ranges:
        """
        The ids of the words that a word of a term means.

        `word` is folded unless `exact`; it may hold wildcards. With `stem`, a language of the
        Snowball stemmers, a plain word that is not exact means all words with its stem.

        >>> Vocabulary(["a", "Sanction", "sanctions", "us"]).ranges("sanction*")
        (1, 3)
        """
        key = (word, exact, stem)
        if key not in self._ranges:
            self._ranges[key] = self._find(word, exact, stem)
        return self._ranges[key]

    def _find(self, word: str, exact: bool, stem: str) -> Ranges:
        wild = any(char in word for char in WILDCARDS)
        if exact:
            return self._matching(word, self.types, range(len(self))) if wild else self._as_is(word)
        if wild:
            prefix = re.split(r"[*?]", word, maxsplit=1)[0]
            first = bisect_left(self.folded, prefix)
            beyond = bisect_right(self.folded, prefix + _LAST)
            if word == prefix + "*":
                return (first, beyond) if beyond > first else ()
            return self._matching(word, self.folded, range(first, beyond))
        if stem:
            return _as_ranges(self._by_stem(stem).get(stem_word(word, stem), ()))
        first, beyond = bisect_left(self.folded, word), bisect_right(self.folded, word)
        return (first, beyond) if beyond > first else ()

    def _as_is(self, word: str) -> Ranges:
        form = fold(word)
        within = range(bisect_left(self.folded, form), bisect_right(self.folded, form))
        return _as_ranges(at for at in within if self.types[at] == word)

    def _matching(self, word: str, forms: Sequence[str], within: range) -> Ranges:
        # fnmatch's translation does not backtrack; a token has no brackets it could take.
        glob = re.compile(translate(word)).match
        return _as_ranges(at for at in within if glob(forms[at]))

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
    words = _joined(plain, surfaces)
    types = list(set(words))
    # One text for each, as texts sort fastest; the joint is less than any letter.
    pairs = sorted(map(_JOINT.join, zip(_fold_all(types), types, strict=True)))
    types = _JOINT.join(pairs).split(_JOINT)[1::2]
    numbers = dict(zip(types, range(len(types)), strict=True))
    return types, np.fromiter(map(numbers.__getitem__, words), dtype=np.int32, count=len(words))


def distinct(several: Iterable[Ranges]) -> bool:
    """
    Whether no id is in two of them.

    >>> distinct([(1, 3), (5, 6)]), distinct([(1, 3), (2, 6)])
    (True, False)
    """
    pairs = sorted(pair for each in several for pair in zip(each[::2], each[1::2], strict=True))
    return all(left[1] <= right[0] for left, right in pairwise(pairs))


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


def _fold_all(words: Sequence[str]) -> list[str]:
    return _joined(lambda text: unicodedata.normalize("NFC", text.casefold()), words)


def _joined(change, words):  # type: ignore[no-untyped-def]
    """Each word changed by a function of text that works on all of them at once."""
    return change(_JOINT.join(words)).split(_JOINT) if words else []
