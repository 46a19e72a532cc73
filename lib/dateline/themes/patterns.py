"""Finds every match of many terms in one pass over the tokens of an article."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from fnmatch import translate

from dateline.themes.spans import Span
from dateline.themes.terms import Pattern
from dateline.themes.tokens import Tokens, fold

# (exact case?, word of a term)
Word = tuple[bool, str]


class PatternFinder:
    """
    The patterns of a codebook, indexed by first word.

    A word of the corpus is compared with the words of the codebook when it is first seen and
    never again, so wildcards cost by vocabulary, not by text.
    """

    def __init__(self, patterns: Iterable[Pattern]) -> None:
        patterns = sorted(set(patterns))
        self._by_first: dict[Word, list[Pattern]] = defaultdict(list)
        for exact, words in patterns:
            self._by_first[exact, words[0]].append((exact, words))
        self._words = _WordsOfToken((exact, word) for exact, words in patterns for word in words)

    def find(self, tokens: Tokens) -> dict[Pattern, list[Span]]:
        """
        All matches of each pattern that has any, in order, overlapping ones too.

        A phrase does not cross the end of a sentence.
        """
        found: dict[Pattern, list[Span]] = defaultdict(list)
        words = [self._words[token] for token in tokens.words]
        for position, here in enumerate(words):
            for word in here:
                for pattern in self._by_first.get(word, ()):
                    last = position + len(pattern[1]) - 1
                    if _fits(pattern, words[position + 1 : last + 1]) and (
                        tokens.sentences[position] == tokens.sentences[last]
                    ):
                        found[pattern].append((position, last))
        return dict(found)


def _fits(pattern: Pattern, following: list[frozenset[Word]]) -> bool:
    exact, words = pattern
    return len(following) == len(words) - 1 and all(
        (exact, word) in seen for word, seen in zip(words[1:], following, strict=True)
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
