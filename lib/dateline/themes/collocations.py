"""The words that stand beside a theme more often than elsewhere and are not in it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

import numpy as np
import pandas as pd

from dateline.themes.batches import TokenIndex, readable_batches
from dateline.themes.passages import find_passages

WINDOW = 5  # tokens on each side of a mention, within its sentence
# What keeps words out that stand everywhere, or often in one article: a word must be at least so
# many times as common beside the theme as elsewhere, and be there in so many articles.
TIMES, ARTICLES = 2.0, 3
LEAST = 10.83  # G2; chance alone gives more once in a thousand words (chi-squared, 1 degree)

COLLOCATE_COLUMNS = {
    "theme": "str",
    "word": "str",  # without difference of case
    "beside": "int64",  # how often it stands beside the theme
    "elsewhere": "int64",  # how often it stands in the articles, but not beside the theme
    "articles": "int64",  # in which it stands beside the theme
    "times": "float64",  # how many times as common beside the theme; missing: never elsewhere
    "log_likelihood": "float64",  # G2 against "as common beside the theme as elsewhere"
}


def find_collocates(
    mentions: pd.DataFrame,
    articles: pd.DataFrame,
    *,
    most: int = 20,
    index: TokenIndex | None = None,
) -> pd.DataFrame:
    """
    The words that most surely belong beside each theme: candidates for its list, or for `unless`.

    One row per theme and word, columns COLLOCATE_COLUMNS, at most `most` for each theme, by log
    likelihood. Themes are those of `mentions`, in the order in which they come; a filtered table
    of articles counts a part, such as the distinct stories. A word is beside a theme within WINDOW
    tokens of a mention, in the same sentence, and in no mention itself. Common words are held off
    by a statistic and no list: a word counts only if it is TIMES as common beside the theme as
    elsewhere, in ARTICLES articles, and with a G2 of LEAST. Words of one letter and figures are
    left out. With an `index` of these articles, or of more, the texts are not read again.

    G2 of Dunning (1993), Computational Linguistics 19, 61-74, by NLTK. It takes words for
    independent, so one article that repeats a phrase looks like more evidence than it is.
    """
    counts = _count(mentions, articles, index)
    rows = [
        (theme, *row)
        for theme in dict.fromkeys(mentions["theme"])
        for row in _ranked(counts, theme, most)
    ]
    return pd.DataFrame(rows, columns=list(COLLOCATE_COLUMNS)).astype(COLLOCATE_COLUMNS)


def passages_beside(
    mentions: pd.DataFrame,
    articles: pd.DataFrame,
    collocates: pd.DataFrame,
    *,
    index: TokenIndex | None = None,
) -> pd.DataFrame:
    """
    The passages in which the words of `find_collocates` stand beside their themes.

    One row per mention and word beside it, the columns of `find_passages` and `word`.
    """
    wanted = collocates.groupby("theme")["word"].agg(set).to_dict()
    rows = []
    for folded, sentences, table in _tokenized(mentions, articles, index):
        taken = _taken(table)
        for row, theme, first, last in _spans(table):
            near = {folded[at] for at in _beside(sentences, first, last) if at not in taken[theme]}
            rows += [(row, word) for word in sorted(near & wanted.get(theme, set()))]
    words = pd.DataFrame(rows, columns=["row", "word"]).astype({"row": "int64", "word": "str"})
    found = mentions.loc[words["row"].drop_duplicates()]
    keys = ["doc_id", "theme", "from", "to"]
    pairs = words.join(mentions[keys], on="row").drop(columns="row")
    return find_passages(found, articles).merge(pairs, on=keys)


@dataclass
class _Counts:
    """Words in all articles, and for each theme those beside it and those that are it."""

    everywhere: Counter[str] = field(default_factory=Counter)
    beside: defaultdict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    articles: defaultdict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    inside: defaultdict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))


def _count(mentions: pd.DataFrame, articles: pd.DataFrame, index: TokenIndex | None) -> _Counts:
    counts = _Counts()
    for folded, sentences, table in _tokenized(mentions, articles, index):
        counts.everywhere.update(folded)
        near: dict[str, set[int]] = defaultdict(set)
        for _, theme, first, last in _spans(table):
            near[theme].update(_beside(sentences, first, last))
        for theme, taken in _taken(table).items():
            words = Counter(folded[at] for at in near[theme] - taken)
            counts.beside[theme].update(words)
            counts.articles[theme].update(words.keys())
            counts.inside[theme].update(folded[at] for at in taken)
    return counts


def _ranked(
    counts: _Counts, theme: str, most: int
) -> list[tuple[str, int, int, int, float | None, float]]:
    from nltk.collocations import BigramAssocMeasures

    beside, inside = counts.beside[theme], counts.inside[theme]
    size, total = beside.total(), counts.everywhere.total() - inside.total()
    rows = []
    for word, number in sorted(beside.items()):
        everywhere = counts.everywhere[word] - inside[word]
        elsewhere, spread = everywhere - number, counts.articles[theme][word]
        times = number / size / (elsewhere / (total - size)) if elsewhere else None
        if spread < ARTICLES or not _is_word(word) or (times is not None and times < TIMES):
            continue
        # The table of two "words", of which the second is "beside the theme".
        score = BigramAssocMeasures.likelihood_ratio(number, (everywhere, size), total)
        if score >= LEAST:
            rows.append((word, number, elsewhere, spread, times, score))
    return sorted(rows, key=lambda row: (-row[5], row[0]))[:most]


def _tokenized(
    mentions: pd.DataFrame, articles: pd.DataFrame, index: TokenIndex | None
) -> Iterator[tuple[list[str], list[int], pd.DataFrame]]:
    """Folded words and sentences of each article without a problem, with its mentions."""
    groups = dict(iter(mentions.groupby("doc_id")))
    wanted = set(articles.loc[articles["problem"] == "", "doc_id"])
    for batch in readable_batches(articles) if index is None else index.batches:
        folded = np.array(batch.vocabulary.folded, dtype=object)
        bounds = batch.article_tokens.tolist()
        for doc_id, (first, beyond) in zip(batch.doc_ids, pairwise(bounds), strict=True):
            if doc_id in wanted:
                words = folded[batch.ids[first:beyond]].tolist()
                sentences = batch.sentences(np.arange(first, beyond)).tolist()
                yield words, sentences, groups.get(doc_id, mentions.head(0))


def _spans(table: pd.DataFrame) -> Iterator[tuple[int, str, int, int]]:
    return zip(table.index, table["theme"], table["from"], table["to"], strict=True)


def _taken(table: pd.DataFrame) -> dict[str, set[int]]:
    """By theme, the positions of the tokens in its mentions."""
    taken: dict[str, set[int]] = defaultdict(set)
    for _, theme, first, last in _spans(table):
        taken[theme].update(range(first, last + 1))
    return taken


def _beside(sentences: list[int], first: int, last: int) -> list[int]:
    """The positions within the window of a mention, in the sentences of its ends."""
    before = range(max(first - WINDOW, 0), first)
    after = range(last + 1, min(last + WINDOW + 1, len(sentences)))
    return [at for at in before if sentences[at] == sentences[first]] + [
        at for at in after if sentences[at] == sentences[last]
    ]


def _is_word(word: str) -> bool:
    return len(word) > 1 and word[0].isalpha()
