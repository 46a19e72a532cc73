"""Finds every match of many terms in one pass over the tokens of an article."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from fnmatch import translate

from dateline.themes.spans import Span
from dateline.themes.terms import Pattern
from dateline.themes.tokens import Tokens, fold

# (exact case?, word of a term)
Word = tuple[bool, str]


class PatternFinder:
    """
    The patterns of a codebook, indexed by their first words.

    A word of the corpus is compared with the words of the codebook when it is first seen and
    never again, so wildcards cost by vocabulary, not by text.
    """

    def __init__(self, patterns: Iterable[Pattern]) -> None:
        patterns = sorted(set(patterns))
        # By the first two words: many phrases begin with "the", few go on as the text does.
        self._by_start: dict[tuple[Word, ...], list[Pattern]] = defaultdict(list)
        for exact, words in patterns:
            start = tuple((exact, word) for word in words[:2])
            self._by_start[start].append((exact, words))
        self._firsts = frozenset(start[0] for start in self._by_start)
        self._words = _WordsOfToken((exact, word) for exact, words in patterns for word in words)

    def find(self, tokens: Tokens) -> dict[Pattern, list[Span]]:
        """
        All matches of each pattern that has any, in order, overlapping ones too.

        A phrase does not cross the end of a sentence.
        """
        found: dict[Pattern, list[Span]] = defaultdict(list)
        words = [self._words[token] for token in tokens.words]
        for position, here in enumerate(words):
            if self._firsts.isdisjoint(here):
                continue
            for pattern in self._starting(here, words[position + 1 : position + 2]):
                last = position + len(pattern[1]) - 1
                if _goes_on(pattern, words[position + 2 : last + 1]) and (
                    tokens.sentences[position] == tokens.sentences[last]
                ):
                    found[pattern].append((position, last))
        return dict(found)

    def _starting(
        self, here: frozenset[Word], following: list[frozenset[Word]]
    ) -> Iterator[Pattern]:
        """The patterns whose first one or two words are here."""
        for first in here:
            yield from self._by_start.get((first,), ())
            for second in following[0] if following else ():
                yield from self._by_start.get((first, second), ())


def _goes_on(pattern: Pattern, rest: list[frozenset[Word]]) -> bool:
    """Whether the third and later words of the pattern are in `rest`, one each."""
    exact, words = pattern
    return len(rest) == max(len(words) - 2, 0) and all(
        (exact, word) in here for word, here in zip(words[2:], rest, strict=True)
    )


class _WordsOfToken(dict[str, frozenset[Word]]):
    """For a token, the words of the codebook that it is a case of; worked out when first asked."""

    def __init__(self, words: Iterable[Word]) -> None:
        super().__init__()
        self._plain: set[Word] = set()
        self._wild: dict[Word, list[tuple[Word, re.Pattern[str]]]] = defaultdict(list)
        for exact, word in set(words):
            prefix = re.split(r"[*?]", word, maxsplit=1)[0]
            if prefix == word:
                self._plain.add((exact, word))
            else:
                # fnmatch's translation does not backtrack; a token has no brackets it could take.
                self._wild[exact, prefix].append(((exact, word), re.compile(translate(word))))
        self._longest = max((len(prefix) for _, prefix in self._wild), default=0)

    def __missing__(self, token: str) -> frozenset[Word]:
        self[token] = found = frozenset(self._cases(False, fold(token)) | self._cases(True, token))
        return found

    def _cases(self, exact: bool, form: str) -> set[Word]:
        prefixes = [form[:length] for length in range(min(len(form), self._longest) + 1)]
        wild = (pair for prefix in prefixes for pair in self._wild.get((exact, prefix), ()))
        return ({(exact, form)} & self._plain) | {word for word, glob in wild if glob.match(form)}
