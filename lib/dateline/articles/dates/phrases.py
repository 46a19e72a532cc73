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
        numbers: defaultdict[str, set[int]] = defaultdict(set)
        for number, text in enumerate(self.texts):
            for word in set(_WORD.findall(text.lower())):
                numbers[word].add(number)
        self._with = dict(numbers)
        self.all_words = frozenset(numbers)

    def holding(self, phrase: Phrase) -> list[tuple[int, str]]:
        """The number of characters before it, and each sentence with all words of the phrase."""
        return self.with_words(phrase.words)

    def with_words(self, words: frozenset[str]) -> list[tuple[int, str]]:
        """The number of characters before it, and each sentence with all these words."""
        found = set(range(len(self.texts))) if not words else None
        for word in words:
            numbers = self._with.get(word)
            if not numbers:
                return []
            found = numbers if found is None else found & numbers
        return [(self._starts[number], self.texts[number]) for number in sorted(found or ())]

    def hold(self, phrase: Phrase) -> bool:
        """Whether the phrase stands in one of the sentences."""
        if phrase.words == {phrase.text.lower()}:  # one whole word
            return phrase.words <= self.all_words
        return any(phrase.search(text) for _, text in self.holding(phrase))


class PhraseIndex:
    """Finds the entries of a list of which an article may hold a phrase, without a search."""

    def __init__(self, entries: Iterable[Iterable[Phrase]]) -> None:
        lists = [[phrase.words for phrase in phrases] for phrases in entries]
        common = Counter(word for phrases in lists for words in phrases for word in words)
        self._by_rarest: defaultdict[str, list[tuple[int, frozenset[str]]]] = defaultdict(list)
        for number, phrases in enumerate(lists):
            for words in phrases:
                rarest = min(words, key=lambda word: (common[word], word), default="")
                self._by_rarest[rarest].append((number, words))

    def candidates(self, words: frozenset[str]) -> list[int]:
        """The numbers of the entries with a phrase all of whose words are among these, in order."""
        found: set[int] = set()
        for word in (self._by_rarest.keys() & words) | {""}:
            for number, needed in self._by_rarest.get(word, ()):
                if number not in found and needed <= words:
                    found.add(number)
        return sorted(found)
