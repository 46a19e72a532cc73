"""Phrases of a calendar, and the sentences of an article in which they are searched for.

A calendar holds thousands of phrases, an article the words of a few. So each phrase knows the
words that it needs, is searched for only where they stand, and is compiled only then.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

# In brackets, so that the words between can be looked at. No run of letters is tried in parts.
_BETWEEN = r"\b((?:\W++\w++){0,10}?\W++)"
_WORD = re.compile(r"\w+")
_WORD_OR_OPEN = re.compile(r"[\w*]+")

# Second word to the number of each entry, with all words of its phrase.
_BySecond = defaultdict[str, list[tuple[int, frozenset[str]]]]


@dataclass(frozen=True)
class Phrase:
    """
    A phrase as people write it, which becomes a pattern when it is first searched for.

    `words` are those that any sentence with the phrase holds, in small letters.
    """

    text: str
    words: frozenset[str]

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The phrase as a regular expression."""
        parts = [
            r"\s+".join(_word(word) for word in part.split())
            for part in self.text.strip().split("...")
        ]
        return re.compile(r"(?<!\w)" + _BETWEEN.join(parts) + r"(?!\w)", re.I | re.S)

    def search(self, sentence: str) -> re.Match[str] | None:
        """The first place of the phrase in a sentence."""
        return self.pattern.search(sentence)

    def finditer(self, sentence: str) -> Iterator[re.Match[str]]:
        """All places of the phrase in a sentence."""
        return self.pattern.finditer(sentence)


def compile_pattern(phrase: str) -> Phrase:
    """
    A phrase as people write it, to be searched for in one sentence.

    Case does not matter, `*` is any ending of a word, `...` up to ten words between, `{n}` a
    number in figures (at most once). Straight and curly apostrophes are equal.

    >>> bool(compile_pattern("summit ... Peru").search("the APEC summit in Lima, Peru"))
    True
    >>> sorted(compile_pattern("{n}th anniversar* of the G7").words)
    ['g7', 'of', 'the']
    """
    whole = _WORD_OR_OPEN.findall(phrase.lower().replace("{n}", "*").replace("...", " "))
    return Phrase(phrase, frozenset(word for word in whole if "*" not in word))


def _word(word: str) -> str:
    escaped = re.escape(word).replace(r"\*", r"\w*").replace(r"\{n\}", r"(?P<n>\d{1,3})")
    return re.sub("['’]", "['’]", escaped)


class Sentences:
    """The sentences of one article in their order, each with where it starts and its words."""

    def __init__(self, texts: Sequence[str]) -> None:
        self.texts = tuple(texts)
        self._starts = [0, *accumulate(len(text) + 1 for text in self.texts)]
        self._words = [frozenset(_WORD.findall(text.lower())) for text in self.texts]
        self.all_words = frozenset().union(*self._words)

    def holding(self, phrase: Phrase) -> list[tuple[int, str]]:
        """The number of characters before it, and each sentence with all words of the phrase."""
        return self.with_words(phrase.words)

    def with_words(self, words: frozenset[str]) -> list[tuple[int, str]]:
        """The number of characters before it, and each sentence with all these words."""
        if not words <= self.all_words:
            return []
        numbers = (number for number, own in enumerate(self._words) if words <= own)
        return [(self._starts[number], self.texts[number]) for number in numbers]

    def hold(self, phrase: Phrase) -> bool:
        """Whether the phrase stands in one of the sentences."""
        if phrase.words == {phrase.text.lower()}:  # one whole word
            return phrase.words <= self.all_words
        return any(phrase.search(text) for _, text in self.holding(phrase))


def _needed(phrases: Iterable[Phrase], needs: Iterable[Phrase]) -> list[frozenset[str]]:
    """For each phrase the words that an article has where it and all that it needs stand."""
    always = frozenset[str]().union(*(need.words for need in needs))
    return [phrase.words | always for phrase in phrases]


class PhraseIndex:
    """Finds the entries of a list of which an article may hold a phrase, without a search."""

    def __init__(self, entries: Iterable[tuple[Iterable[Phrase], Iterable[Phrase]]]) -> None:
        """`entries` are the phrases of each, of which one must stand, and those that all must."""
        lists = [_needed(phrases, needs) for phrases, needs in entries]
        common = Counter(word for phrases in lists for words in phrases for word in words)
        # By the two rarest words of a phrase: few articles have both of one that they do not hold.
        self._by_rarest: defaultdict[str, _BySecond] = defaultdict(lambda: defaultdict(list))
        for number, phrases in enumerate(lists):
            for words in phrases:
                first, second, *_ = *sorted(words, key=lambda word: (common[word], word)), "", ""
                self._by_rarest[first][second].append((number, words))

    def candidates(self, words: frozenset[str]) -> list[int]:
        """The numbers of the entries with a phrase all of whose words are among these, in order."""
        words |= {""}
        found: set[int] = set()
        for first in self._by_rarest.keys() & words:
            for second, entries in self._by_rarest[first].items():
                if second in words:
                    found.update(number for number, needed in entries if needed <= words)
        return sorted(found)
