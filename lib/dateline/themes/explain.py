"""Why each match is counted or not: its entry, and what took it away."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import NamedTuple

import pandas as pd

from dateline.themes.batches import TokenIndex
from dateline.themes.candidates import (
    CANDIDATE_COLUMNS,
    COUNTED,
    MASK,
    OPEN,
    UNMASKED,
    UNRULED,
    find_candidates,
)
from dateline.themes.codebook import Codebook
from dateline.themes.match import MENTION_COLUMNS
from dateline.themes.passages import PASSAGE_COLUMNS, find_passages
from dateline.themes.terms import Rule, Term

INSIDE = "inside a longer match"
OVERLAPS = "overlaps a match"  # one as long that begins earlier, or one that is longer
SAME_WORDS = "same words as another term"
MASKED = "masked"  # by a term of `unless`
RULED_OUT = "ruled out"  # by the `none` of its rule

REASON_COLUMNS = {
    "outcome": "str",  # "counted", or one of the five above
    "by": "str",  # the terms that took it away, as written, with semicolons; blank: counted
    "rule": "str",  # how the entry is read
    "entry_of": "str",  # the table that it stands in: the theme or a part of it
    "line": "int64",  # of the entry in the codebook, 0 if not known
    "dropped": "str",  # the terms that this mention took away; blank if it is not counted
    "masks": "str",  # the `unless` terms found in the same sentence
}
EXPLAINED_COLUMNS = MENTION_COLUMNS | REASON_COLUMNS


class Match(NamedTuple):
    """A row of `find_candidates` without its article."""

    kind: str
    theme: str
    entry: int
    term: str
    first: int
    last: int
    start: int
    end: int
    sentence: int

    def overlaps(self, other: Match) -> bool:
        return self.first <= other.last and other.first <= self.last

    @property
    def span(self) -> tuple[int, int]:
        return self.first, self.last


# The matches of one article, by kind and theme.
Found = dict[tuple[str, str], list[Match]]


def explain_mentions(
    articles: pd.DataFrame, codebook: Codebook, *, index: TokenIndex | None = None
) -> pd.DataFrame:
    """
    Every mention with its entry, and every match that is not counted with what took it away.

    One row a match, columns EXPLAINED_COLUMNS, in the order of the articles, then of the codebook,
    then of the text. The rows whose outcome is "counted" are those of `find_mentions`. A rule
    whose conditions do not hold matches nothing, so it has no row. Of matches of one entry that
    overlap each other, and are all taken away, only the first has a row.
    """
    found = find_candidates(articles, codebook, index=index)
    order = ["doc_id", *[name for name in CANDIDATE_COLUMNS if name != "doc_id"]]
    records = found[order].itertuples(index=False, name=None)
    explainer = _Explainer(codebook)
    rows = [
        (doc_id, *row)
        for doc_id, matches in groupby(records, key=lambda record: record[0])
        for row in explainer.rows(Match(*record[1:]) for record in matches)
    ]
    return pd.DataFrame(rows, columns=list(EXPLAINED_COLUMNS)).astype(EXPLAINED_COLUMNS)


def explain_passages(
    articles: pd.DataFrame, codebook: Codebook, *, index: TokenIndex | None = None
) -> pd.DataFrame:
    """
    The table of `explain_mentions` in the form of `find_passages`, with REASON_COLUMNS added.

    The rows whose outcome is "counted" are those of `find_passages`, in the same order.
    """
    explained = explain_mentions(articles, codebook, index=index)
    # One article, theme and first word can have several rows; their numbers keep them apart.
    keys = ["doc_id", "theme", "from", "to", "pattern"]
    reasons = explained.rename(columns={"term": "pattern"})[[*keys, *REASON_COLUMNS]]
    passages = find_passages(explained, articles).merge(reasons, on=keys, validate="one_to_one")
    return passages[[*PASSAGE_COLUMNS, *REASON_COLUMNS]]


def describe_entry(entry: Term | Rule) -> str:
    """
    How an entry of a codebook is read, in words.

    >>> from dateline.themes.terms import make_term
    >>> describe_entry(make_term("export control*")), describe_entry(make_term("=US"))
    ('2 words in order, any ending', 'a word, exact case')
    """
    if isinstance(entry, Rule):
        return f"rule in one {entry.scope}"
    parts = ["a word" if len(entry.words) == 1 else f"{len(entry.words)} words in order"]
    wild = [word for word in entry.words if "*" in word or "?" in word]
    if wild:
        endings = all("?" not in word and word.find("*") == len(word) - 1 for word in wild)
        parts.append("any ending" if endings else "wildcards")
    return ", ".join(parts + (["exact case"] if entry.exact else []))


class _Explainer:
    """A codebook made ready to explain the matches of many articles."""

    def __init__(self, codebook: Codebook) -> None:
        self._themes = {theme.name: theme for theme in codebook.themes}
        self._families = {name: codebook.family(name) for name in codebook.names()}

    def rows(self, matches: Iterable[Match]) -> Iterator[tuple[object, ...]]:
        """The rows of one article, without `doc_id`."""
        found: Found = defaultdict(list)
        for match in matches:
            found[match.kind, match.theme].append(match)
        themes = {theme for _, theme in found}
        for name, family in self._families.items():
            if not themes.isdisjoint(family):
                yield from self._of_theme(name, found)

    def _of_theme(self, name: str, found: Found) -> Iterator[tuple[object, ...]]:
        masks = [mask for part in self._families[name] for mask in found[MASK, part]]
        seen = set()
        rows = [*self._counted(name, found), *self._dropped(name, found), *self._lost(name, found)]
        for match, outcome, by, dropped in sorted(rows, key=_in_text):
            # Two tables of a theme can have the same term, with different masks.
            if (match.span, match.term) in seen:
                continue
            seen.add((match.span, match.term))
            near = (mask.term for mask in masks if mask.sentence == match.sentence)
            yield (name, *match[3:], outcome, by, *self._origin(match), dropped, _listed(near))

    def _origin(self, match: Match) -> tuple[str, str, int]:
        entry = self._themes[match.theme].terms[match.entry]
        return describe_entry(entry), match.theme, entry.line

    def _open(self, name: str, found: Found) -> list[Match]:
        return [match for part in self._families[name] for match in found[OPEN, part]]

    def _counted(self, name: str, found: Found) -> Iterator[tuple[Match, str, str, str]]:
        every = self._open(name, found)
        spans = {match.span for match in found[COUNTED, name]}
        for mention in found[COUNTED, name]:
            own = next((m for m in every if (m.span, m.term) == (mention.span, mention.term)), None)
            match = own or self._placed(name, mention)
            taken = (
                other.term
                for other in every
                if other.overlaps(mention)
                and other.term != mention.term
                and (other.span not in spans or other.span == mention.span)
            )
            yield match, COUNTED, "", _listed(taken)

    def _placed(self, name: str, mention: Match) -> Match:
        """A mention of a term that overlaps another match of itself, with the term's place."""
        places = (
            (part, number)
            for part in self._families[name]
            for number, entry in enumerate(self._themes[part].terms)
            if entry.text == mention.term
        )
        theme, number = next(places)
        return mention._replace(theme=theme, entry=number)

    def _dropped(self, name: str, found: Found) -> Iterator[tuple[Match, str, str, str]]:
        counted = found[COUNTED, name]
        terms = {(mention.span, mention.term) for mention in counted}
        for match in self._open(name, found):
            if (match.span, match.term) not in terms:
                winners = [mention for mention in counted if mention.overlaps(match)]
                yield match, _how(match, winners), _listed(m.term for m in winners), ""

    def _lost(self, name: str, found: Found) -> Iterator[tuple[Match, str, str, str]]:
        """What `unless` and `none` took away."""
        for part in self._families[name]:
            there = {(match.entry, match.span) for match in found[OPEN, part]}
            for match in found[UNMASKED, part]:
                by = self._masks(match, found[MASK, part])
                if (match.entry, match.span) not in there and by:
                    yield match, MASKED, by, ""
            for match in found[UNRULED, part]:
                if (match.entry, match.span) not in there:
                    rule = self._themes[part].terms[match.entry]
                    assert isinstance(rule, Rule)
                    yield match, RULED_OUT, _listed(term.text for term in rule.none), ""

    def _masks(self, match: Match, masks: list[Match]) -> str:
        """The masks on a match; of a rule else those that can have hidden a condition of it."""
        on_it = [mask.term for mask in masks if mask.overlaps(match)]
        entry = self._themes[match.theme].terms[match.entry]
        if on_it or not isinstance(entry, Rule):
            return _listed(on_it)
        within = [m.term for m in masks if m.sentence == match.sentence or entry.scope == "article"]
        return _listed(within)


def _how(match: Match, winners: list[Match]) -> str:
    if any(winner.span == match.span for winner in winners):
        return SAME_WORDS
    inside = any(w.first <= match.first and match.last <= w.last for w in winners)
    return INSIDE if inside else OVERLAPS


def _in_text(row: tuple[Match, str, str, str]) -> tuple[int, int, bool]:
    match, outcome, _, _ = row
    return match.first, match.last, outcome != COUNTED


def _listed(terms: Iterable[str]) -> str:
    return "; ".join(dict.fromkeys(terms))
