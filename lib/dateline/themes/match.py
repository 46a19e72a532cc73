"""Codebook and articles to mentions: one row for each match."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import pandas as pd

from dateline.articles.sentences import sentence_spans
from dateline.themes.codebook import Codebook, Theme
from dateline.themes.patterns import PatternFinder
from dateline.themes.rules import View, entry_spans, masked_positions
from dateline.themes.spans import Span, first_come
from dateline.themes.terms import Pattern
from dateline.themes.tokens import Tokens, tokenize

MENTION_COLUMNS = {
    "doc_id": "str",
    "theme": "str",  # dotted name; actors too
    "term": "str",  # as written in the codebook; a rule in a readable form
    "from": "int64",  # first token, counted from 0
    "to": "int64",  # last token, inclusive
    "start": "int64",  # first character in `text`
    "end": "int64",  # character after the last
    "sentence": "int64",  # number of the sentence that it begins in, from 0
}

# A span that matches, and the text of the term or rule that it matches.
Candidate = tuple[Span, str]


def find_mentions(articles: pd.DataFrame, codebook: Codebook) -> pd.DataFrame:
    """
    Every mention of every theme: one row a match, columns MENTION_COLUMNS, no missing values.

    `articles` needs `doc_id`, `text` and `problem`; articles with a problem are skipped, copies
    are not. Within a theme the longest match (in tokens) wins, then the leftmost; a match that
    overlaps an accepted one is dropped. Themes do not influence each other. A theme with children
    is matched with their terms too, each under the `unless` of its own table. Rows are in the
    order of the articles, then of the codebook, then of the text.

    The overlap rule is that of quanteda's tokens_lookup(nested_scope = "key"). Wrong where a word
    has another sense: the matcher reads words, not meanings, so read `find_passages`.
    """
    matcher = _Matcher(codebook)
    readable = articles[articles["problem"] == ""]
    rows = [
        (doc_id, *row)
        for doc_id, text in zip(readable["doc_id"], readable["text"], strict=True)
        for row in matcher.mentions(str(text))
    ]
    return pd.DataFrame(rows, columns=list(MENTION_COLUMNS)).astype(MENTION_COLUMNS)


class _Matcher:
    """A codebook made ready to be matched with many articles."""

    def __init__(self, codebook: Codebook) -> None:
        self._themes = codebook.themes
        self._families = {name: codebook.family(name) for name in codebook.names()}
        self._finder = PatternFinder(codebook.patterns)

    def mentions(self, text: str) -> Iterator[tuple[str, str, int, int, int, int, int]]:
        """The rows of one article, without `doc_id`."""
        tokens = tokenize(text, sentence_spans(text))
        found = self._finder.find(tokens)
        own = {theme.name: _candidates(theme, found, tokens) for theme in self._themes}
        for theme, family in self._families.items():
            candidates = [pair for name in family for pair in own[name]]
            for (first, last), term in resolve_overlaps(candidates):
                start, end = tokens.starts[first], tokens.ends[last]
                yield theme, term, first, last, start, end, tokens.sentences[first]


def _candidates(
    theme: Theme, found: Mapping[Pattern, Sequence[Span]], tokens: Tokens
) -> list[Candidate]:
    """What the theme's own terms and rules match, before overlaps are resolved."""
    if theme.patterns.isdisjoint(found):
        return []
    view = View(found, masked_positions(theme.unless, found), tokens.sentences)
    return [(span, entry.text) for entry in theme.terms for span in entry_spans(entry, view)]


def resolve_overlaps(candidates: Sequence[Candidate]) -> list[Candidate]:
    """
    The accepted ones, in the order of the text: longest first, then leftmost, none overlapping.

    Of two terms with the same span the one that comes first in `candidates` gives its name.

    >>> resolve_overlaps([((0, 1), "a b"), ((1, 3), "b c d"), ((4, 4), "e")])
    [((1, 3), 'b c d'), ((4, 4), 'e')]
    """
    terms: dict[Span, str] = {}
    for span, term in candidates:
        terms.setdefault(span, term)
    longest_first = sorted(terms, key=lambda span: (span[0] - span[1], span[0]))
    return [(span, terms[span]) for span in first_come(longest_first)]
