"""What a phrase of the codebook that matches nothing may have been meant to say."""

from __future__ import annotations

from collections.abc import Container, Iterable
from typing import NamedTuple

from dateline.themes.batches import TokenIndex
from dateline.themes.codebook import Codebook, Theme, load_codebook
from dateline.themes.count import count_mentions
from dateline.themes.near_misses import FREQUENT_PHRASE, Vocabulary, nearest_words
from dateline.themes.ready import ready_codebooks
from dateline.themes.terms import Term, make_term
from dateline.themes.tokens import fold


class NearPhrase(NamedTuple):
    """The word of a phrase to change, into what, the phrase then, and its number."""

    word: str
    near: str
    phrase: str
    number: int


def common_phrases(
    terms: Iterable[tuple[Term, Theme]],
    vocabulary: Vocabulary,
    index: TokenIndex,
    *,
    known: Container[str] = (),
) -> dict[Term, NearPhrase]:
    """
    The phrases among the terms of which the articles have a near one FREQUENT_PHRASE times.

    One word is changed as `nearest_words` says, and the new phrase is looked for in the articles
    of `index`: "defence spending" is not meant for "defence sending", which nobody writes.
    """
    tried = [
        (term, word, near, _changed(term, word, near))
        for term, theme in terms
        if len(term.words) > 1
        for word, near, _ in nearest_words(term, theme, vocabulary, known=known)
    ]
    counts = _count([phrase for *_, phrase in tried], index)
    found: dict[Term, NearPhrase] = {}
    for term, word, near, phrase in tried:
        if counts[phrase] >= FREQUENT_PHRASE:
            found.setdefault(term, NearPhrase(word, near, phrase, counts[phrase]))
    return found


def known_words() -> frozenset[str]:
    """The words of the codebooks that the package ships, without `*`: they are spelt as meant."""
    patterns = (load_codebook(ready.path).patterns for ready in ready_codebooks().values())
    return frozenset(
        fold(word).removesuffix("*") for each in patterns for _, words in each for word in words
    )


def _changed(term: Term, word: str, near: str) -> str:
    """The phrase with another word; `near` has its ending, so a `*` is not needed."""
    return " ".join(near if each == word else each for each in map(fold, term.words))


def _count(phrases: list[str], index: TokenIndex) -> dict[str, int]:
    """How often each phrase is in the articles."""
    distinct = list(dict.fromkeys(phrases))
    if not distinct:
        return {}
    themes = [
        Theme(f"phrase{at}", phrase, "theme", (make_term(phrase),))
        for at, phrase in enumerate(distinct)
    ]
    sums = count_mentions(index, Codebook(tuple(themes))).sum(axis=1)
    return dict(zip(distinct, map(int, sums), strict=True))
