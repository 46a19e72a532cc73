"""Words of the articles that are one letter from a word of the codebook."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Container, Iterator, Mapping
from operator import itemgetter

from dateline.themes.batches import TokenIndex
from dateline.themes.codebook import Theme
from dateline.themes.covering import covers_word
from dateline.themes.terms import Term
from dateline.themes.tokens import fold

SHORTEST = 6  # letters; too many shorter words are one letter apart, as "chain" and "china"
# A word of the articles is taken for a misspelling of a term only where the term is long and
# common and the word is rare: "grade" is no misspelt "trade".
LONG_TERM, COMMON_TERM, RARE = 7, 20, 1 / 20
# A misspelling that comes back more often than this, and than in one of a hundred, is a word.
ONCE_OR_TWICE, SELDOM = 2, 1 / 100
# From so many on a word, or a whole phrase, is common enough to be what a term meant.
FREQUENT, FREQUENT_PHRASE = 5, 3
# What `*` may stand for where its stem has a misspelling: "deport*" does not mean "department".
_LONGEST_ENDING = 3
_ENDINGS = ("", "s", "es", "e", "ed", "ing", "er", "ers", "ly")


class Vocabulary:
    """The words of articles, folded, with their numbers; also by their beginnings."""

    def __init__(self, counts: Mapping[str, int]) -> None:
        self._counts = counts
        self._sorted = sorted(counts)
        # Chinese and Japanese words are one letter long, and would make the alphabet endless.
        long = (word for word in self._sorted if len(word) >= SHORTEST - 1)
        self._letters = sorted({letter for word in long for letter in word})

    def matches(self, word: str) -> dict[str, int]:
        """The words that `word` matches, with their numbers; `*` may stand at its end only."""
        if not word.endswith("*"):
            return {word: self._counts[word]} if word in self._counts else {}
        stem = word.removesuffix("*")
        found: dict[str, int] = {}
        for at in range(bisect_left(self._sorted, stem), len(self._sorted)):
            if not self._sorted[at].startswith(stem):
                break
            found[self._sorted[at]] = self._counts[self._sorted[at]]
        return found

    def neighbours(self, word: str) -> dict[str, int]:
        """
        The words that `word` would match with one letter added, left out, changed, or swapped
        with the next (Damerau's four kinds of misspelling), and does not match as it is. For a `*`
        stand at most three letters: "deport*" is not meant for "department".

        >>> Vocabulary({"sanctions": 412, "sanction": 9}).neighbours("sanctons")
        {'sanctions': 412}
        """
        stem, star = word.rstrip("*"), "*" if word.endswith("*") else ""
        itself = self.matches(word)
        found: dict[str, int] = {}
        for edited in dict.fromkeys(_edits(stem, self._letters)):
            ended = self.matches(edited + star)
            found |= {
                near: ended[near] for near in ended if len(near) - len(edited) <= _LONGEST_ENDING
            }
        return {near: found[near] for near in sorted(found) if near not in itself}


def count_words(index: TokenIndex) -> Counter[str]:
    """How often each word stands in the articles of an index, without difference of case."""
    folded: Counter[str] = Counter()
    for batch in index.batches:
        numbers = batch.arrays["word_counts"].tolist()
        for word, number in zip(batch.vocabulary.folded, numbers, strict=True):
            folded[word] += number
    return folded


def nearest_words(
    term: Term, theme: Theme, vocabulary: Vocabulary, *, known: Container[str] = ()
) -> list[tuple[str, str, int]]:
    """
    For each word of a term that the articles hardly have: it, the commonest near one, its number.

    Only words of at least SHORTEST letters, without wildcards or with `*` at the end, that stand
    in the articles at most ONCE_OR_TWICE and at most SELDOM as often as the other, which stands
    there FREQUENT times; for a word of a phrase FREQUENT_PHRASE is enough, as `common_phrases` asks
    for more. The letter is inside the word: its first letter is seldom wrong, and another ending is
    another form of the word. For a term of one word an ending with a letter more or less counts
    too: it may lack a `*`. Left out are words that the theme has already, in whatever term, words
    in `known` (which are no misspellings), and a word of which the articles have another form:
    "spending" is none of "sending" where they have "spends". Wrong where a rare word is truly
    meant, as "martial" beside "marital": it is a suggestion to look at.
    """
    found = []
    for word in map(fold, term.words):
        if _can_be_misspelt(word, SHORTEST) and word.removesuffix("*") not in known:
            near = _meant(word, term, theme, vocabulary)
            found += [(word, *max(near.items(), key=itemgetter(1)))] if near else []
    return found


def _meant(word: str, term: Term, theme: Theme, vocabulary: Vocabulary) -> dict[str, int]:
    """The words of the articles that a word of a term may be a misspelling of."""
    alone = len(term.words) == 1
    own = sum(vocabulary.matches(word).values())
    if own > ONCE_OR_TWICE:
        return {}
    frequent = FREQUENT if alone else FREQUENT_PHRASE
    near = {
        other: number
        for other, number in vocabulary.neighbours(word).items()
        if number >= frequent and own <= SELDOM * number and not _is_word_of(theme, other)
    }
    forms = {other: near[other] for other in near if alone and _is_form(word, other)}
    inside = {other: near[other] for other in near if _differ_inside(word, other)}
    return forms | ({} if has_other_form(word, vocabulary) else inside)


def likely_misspellings(
    term: Term, theme: Theme, vocabulary: Vocabulary, *, known: Container[str] = ()
) -> Iterator[tuple[str, int]]:
    """
    Words of the articles that are probably this term misspelt, each with its number.

    One letter away inside the word, not matched by the theme nor in `known`, without another form
    in the articles, and rare: at most a twentieth as common as the term, and, above twice, a
    hundredth. The term is a single word of at least LONG_TERM letters found COMMON_TERM times.
    Wrong where a rare word without other forms is one letter from a common one.
    """
    if len(term.words) != 1 or term.exact or not _can_be_misspelt(term.words[0], LONG_TERM):
        return
    word = term.words[0]
    common = sum(vocabulary.matches(word).values())
    if common < COMMON_TERM:
        return
    for near, number in vocabulary.neighbours(word).items():
        rare = number <= RARE * common and number <= max(ONCE_OR_TWICE, SELDOM * common)
        if not rare or near in known or not _differ_inside(word, near):
            continue
        if not _is_word_of(theme, near) and not has_other_form(near, vocabulary):
            yield near, number


def has_other_form(word: str, vocabulary: Vocabulary) -> bool:
    """
    Whether the articles have the word with another ending, so that it is one that they use.

    The endings are English ones of verbs and nouns; "spent" is not found for "spending".

    >>> words = Vocabulary({"spend": 3, "sanctions": 3})
    >>> has_other_form("spending", words), has_other_form("sanctons", words)
    (True, False)
    """
    stem = word.removesuffix("*")
    bases = {stem.removesuffix(ending) for ending in _ENDINGS}
    forms = {base + ending for base in bases if len(base) > SHORTEST - 3 for ending in _ENDINGS}
    return any(vocabulary.matches(form) for form in forms - {stem})


def _can_be_misspelt(word: str, shortest: int) -> bool:
    stem = word.removesuffix("*")
    return len(stem) >= shortest and stem.isalpha()


def _differ_inside(word: str, near: str) -> bool:
    return near[0] == word[0] and not near.startswith(word.rstrip("*")[:-1])


def _is_form(word: str, near: str) -> bool:
    return near[:-1] == word or word[:-1] == near


def _is_word_of(theme: Theme, word: str) -> bool:
    patterns = (part for _, words in theme.patterns for part in map(fold, words))
    return any(covers_word(part, word) for part in patterns if part.strip("*?"))


def _edits(word: str, letters: list[str]) -> Iterator[str]:
    for at in range(len(word) + 1):
        head, tail = word[:at], word[at:]
        if tail:
            yield head + tail[1:]
            yield from (head + letter + tail[1:] for letter in letters)
        if len(tail) > 1:
            yield head + tail[1] + tail[0] + tail[2:]
        yield from (head + letter + tail for letter in letters)
