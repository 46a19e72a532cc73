"""Warnings about a codebook: nothing that stops a count, all of it worth a look."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator
from dataclasses import dataclass, replace

import pandas as pd

from dateline.articles.shortening import shorten
from dateline.themes.batches import index_articles
from dateline.themes.candidates import OPEN, UNMASKED, UNRULED, find_candidates
from dateline.themes.codebook import Codebook, Theme
from dateline.themes.covering import covers
from dateline.themes.match import find_mentions
from dateline.themes.near_misses import (
    Vocabulary,
    count_words,
    likely_misspellings,
    nearest_words,
)
from dateline.themes.near_phrases import common_phrases, known_words
from dateline.themes.terms import Rule, Term
from dateline.themes.tokens import fold

# Kinds of warnings.
TWICE, WIDER, TWO_THEMES = "twice", "part of a wider term", "in two themes"
NEVER, SWALLOWED, MASKED, RULED_OUT = "matches nothing", "swallowed", "masked", "ruled out"
DOMINATES, NEAR_MISS, MISSPELT = "dominates", "near miss", "misspelt in the articles"

LINT_COLUMNS = {"theme": "str", "term": "str", "line": "int64", "kind": "str", "warning": "str"}
# Above this share of its theme's mentions a term is named, where the theme has so many at least.
DOMINANT, FEW = 0.8, 5
LONGEST = 60  # characters of a term inside a sentence; a rule can be much longer

# Theme and term.
Key = tuple[str, str]
# (kind, sentence that goes on after the term)
Warning = tuple[str, str]


def lint_codebook(codebook: Codebook, articles: pd.DataFrame | None = None) -> pd.DataFrame:
    """
    One row a warning, columns LINT_COLUMNS, in the order of the codebook; `line` 0 if not known.

    Warned of: a term twice in a theme, one that another of the theme makes useless, a term in two
    themes or in two actors (a theme and an actor may share one). With `articles` also: a term that
    matches nothing, or only inside longer matches, or only where `unless` or `none` takes it away;
    words one letter from it (see `near_misses`); and a term that brings over 80 % of the mentions
    of a theme of several terms (not of an actor, who has a main name). Wrong as advice where a
    term waits for articles still to come.
    """
    use = None if articles is None else _Use(codebook, articles)
    homes: dict[Hashable, str] = {}
    rows = []
    for theme in codebook.themes:
        for at, entry in enumerate(theme.terms):
            warnings = [*_written(theme, at, homes), *(use.warnings(theme, at) if use else ())]
            rows += [(theme.name, entry.text, entry.line, *warning) for warning in warnings]
        for entry in theme.terms:
            homes.setdefault((theme.kind, _key(entry)), theme.name)
        rows += use.dominant(theme) if use else []
    return pd.DataFrame(rows, columns=list(LINT_COLUMNS)).astype(LINT_COLUMNS)


def _written(theme: Theme, at: int, homes: dict[Hashable, str]) -> Iterator[Warning]:
    """What is odd in the codebook itself."""
    entry = theme.terms[at]
    others = theme.terms[:at] + theme.terms[at + 1 :]
    wider = next((other for other in others if _is_wider(other, entry)), None)
    if _key(entry) in map(_key, theme.terms[:at]):
        yield TWICE, "is in this theme twice; delete one"
    if wider:
        yield WIDER, f"is part of `{wider.text}` in the same theme; delete it"
    if home := homes.get((theme.kind, _key(entry))):
        yield TWO_THEMES, f"is a term of `{home}` too; both count the same words"


@dataclass(frozen=True)
class _Fate:
    """What becomes of the matches of an entry that is never counted."""

    kind: str = NEVER
    matches: int = 0
    winners: tuple[str, ...] = ()


class _Use:
    """How the entries of a codebook fare in some articles."""

    def __init__(self, codebook: Codebook, articles: pd.DataFrame) -> None:
        self._codebook = codebook
        index = index_articles(articles)
        self._mentions = find_mentions(articles, codebook, index=index)
        self._hits = _sizes(self._mentions)
        found = find_candidates(articles, _unused(codebook, self._hits), index=index)
        self._fates = _fates(found, self._mentions)
        self._words, self._known = Vocabulary(count_words(index)), known_words()
        never = [
            (entry, theme)
            for theme in codebook.themes
            for entry in theme.terms
            if isinstance(entry, Term) and self._fate(theme, entry) == _Fate()
        ]
        self._phrases = common_phrases(never, self._words, index, known=self._known)

    def warnings(self, theme: Theme, at: int) -> Iterator[Warning]:
        """Of an entry that is never counted, and of words like it."""
        entry = theme.terms[at]
        fate = self._fate(theme, entry)
        if fate:
            yield fate.kind, _sentence(fate)
        elif isinstance(entry, Term):
            for near, number in likely_misspellings(entry, theme, self._words, known=self._known):
                yield MISSPELT, f"may be meant by `{near}`, {number} in the articles, not counted"
        if isinstance(entry, Term) and (fate is None or fate.kind == NEVER):
            yield from self._near(theme, entry, counted=fate is None)

    def _fate(self, theme: Theme, entry: Term | Rule) -> _Fate | None:
        """What becomes of an entry that is never counted; None for one that is."""
        key = theme.name, entry.text
        return None if key in self._hits else self._fates.get(key, _Fate())

    def dominant(self, theme: Theme) -> Iterator[tuple[str, str, int, str, str]]:
        """The row of a term that brings nearly all mentions of a theme."""
        family = self._codebook.family(theme.name)
        entries = [e for other in self._codebook.themes if other.name in family
                   for e in other.terms]  # fmt: skip
        texts = {entry.text: entry.line for entry in reversed(entries)}
        hits = {text: self._hits.get((theme.name, text), 0) for text in texts}
        total = sum(hits.values())
        if theme.kind != "theme" or len(hits) < 2 or total < FEW:
            return
        text = max(hits, key=lambda term: hits[term])
        if hits[text] > DOMINANT * total:
            words = f"brings {hits[text]} of the {total} mentions; the theme is little more than it"
            yield theme.name, text, texts[text], DOMINATES, words

    def _near(self, theme: Theme, term: Term, *, counted: bool) -> Iterator[Warning]:
        alone = len(term.words) == 1
        if term.exact and alone and not counted and self._words.matches(fold(term.words[0])):
            yield (
                NEAR_MISS,
                "is in the articles in another case only; delete the `=` if it is meant",
            )
        if alone:
            for _, near, number in nearest_words(term, theme, self._words, known=self._known):
                yield NEAR_MISS, f"is one letter from `{near}`, {number} in the articles"
        elif found := self._phrases.get(term):
            yield (
                NEAR_MISS,
                f"has `{found.word}`, which is one letter from `{found.near}`; "
                f"`{found.phrase}` is {found.number} times in the articles",
            )


def _unused(codebook: Codebook, hits: Counter[Key]) -> Codebook:
    """The codebook with only the entries that are never counted."""
    themes = tuple(
        replace(theme, terms=tuple(e for e in theme.terms if (theme.name, e.text) not in hits))
        for theme in codebook.themes
    )
    return replace(codebook, themes=themes)


def _fates(found: pd.DataFrame, mentions: pd.DataFrame) -> dict[Key, _Fate]:
    """By theme and term, for those that match anything."""
    fates: dict[Key, _Fate] = {}
    for kind, fate in ((UNRULED, RULED_OUT), (UNMASKED, MASKED)):
        sizes = _sizes(found[found["kind"] == kind])
        fates |= {key: _Fate(fate, number) for key, number in sizes.items()}
    matches = found[found["kind"] == OPEN]
    winners = _winners(matches, mentions)
    for key, number in _sizes(matches).items():
        fates[key] = _Fate(SWALLOWED, number, winners.get(key, ()))
    return fates


def _sizes(matches: pd.DataFrame) -> Counter[Key]:
    """How many rows each theme and term has."""
    return Counter(zip(matches["theme"], matches["term"], strict=True))


def _winners(matches: pd.DataFrame, mentions: pd.DataFrame) -> dict[Key, tuple[str, ...]]:
    """The terms whose mentions overlap the matches of each term, the commonest first."""
    pairs = matches.merge(mentions, on=["doc_id", "theme"], suffixes=("", "_won"))
    over = pairs[(pairs["from"] <= pairs["to_won"]) & (pairs["from_won"] <= pairs["to"])]
    found: defaultdict[Key, Counter[str]] = defaultdict(Counter)
    for theme, term, won in zip(over["theme"], over["term"], over["term_won"], strict=True):
        found[theme, term][won] += 1
    return {key: tuple(term for term, _ in won.most_common()) for key, won in found.items()}


def _sentence(fate: _Fate) -> str:
    times = "once" if fate.matches == 1 else f"{fate.matches} times"
    if fate.kind == SWALLOWED:
        return f"is found {times}, always in a match of another term: {_named(fate.winners)}"
    if fate.kind == MASKED:
        return f"is found {times}, always where `unless` hides it"
    if fate.kind == RULED_OUT:
        return f"holds {times}, always with a word of its `none`"
    return "matches nothing in these articles; check its spelling"


def _named(terms: tuple[str, ...], most: int = 2) -> str:
    more = f" and {len(terms) - most} more" if len(terms) > most else ""
    return ", ".join(f"`{shorten(term, LONGEST)}`" for term in terms[:most]) + more


def _is_wider(other: Term | Rule, entry: Term | Rule) -> bool:
    if not (isinstance(other, Term) and isinstance(entry, Term)):
        return False
    return other.pattern != entry.pattern and covers(other, entry)


def _key(entry: Term | Rule) -> Hashable:
    """Equal for entries that match the same."""
    return entry.pattern if isinstance(entry, Term) else entry
