"""Counts from the index: per article, sentence and period, all without the texts."""

from __future__ import annotations

import numpy as np
import pandas as pd

from dateline.errors import SettingError
from dateline.themes.batches import TokenIndex
from dateline.themes.codebook import Codebook
from dateline.themes.families import families
from dateline.themes.hits import find_hits
from dateline.themes.term_hits import per_article

COUNT_COLUMNS = {
    "doc_id": "str",
    "theme": "str",  # dotted name; actors too
    "mentions": "int64",  # rows of `find_mentions`
    "sentences": "int64",  # in which at least one of them begins
}
SIZE_COLUMNS = {"doc_id": "str", "words": "int64", "sentences": "int64"}


def count_mentions(index: TokenIndex, codebook: Codebook) -> np.ndarray:
    """
    Mentions of each theme in each article: int32, shape (themes, articles).

    Themes are in the order of `codebook.names()`, articles in that of `index.doc_ids`. The index
    remembers what it found: after an edit only the changed theme and its parents are counted.
    """
    wanted = list(families(codebook).values())
    n_articles = sum(batch.n_articles for batch in index.batches)
    table = np.zeros((len(wanted), n_articles), dtype=np.int32)
    at = 0
    for batch in index.batches:
        beyond = at + batch.n_articles
        per_article(batch, find_hits(batch, wanted), table[:, at:beyond])
        at = beyond
    return table


def count_sentences(index: TokenIndex, codebook: Codebook) -> np.ndarray:
    """
    Sentences of each article in which a mention begins: int32, (themes, articles).

    Ordered as in `count_mentions`.
    """
    wanted = list(families(codebook).values())
    columns = [np.zeros((len(wanted), 0), dtype=np.int32)]
    for batch in index.batches:
        rows = [
            np.bincount(batch.article_of_sentence[hits.in_sentences], minlength=batch.n_articles)
            for hits in find_hits(batch, wanted)
        ]
        columns.append(np.array(rows, dtype=np.int32).reshape(len(wanted), batch.n_articles))
    return np.concatenate(columns, axis=1)


def count_articles(index: TokenIndex, codebook: Codebook) -> pd.DataFrame:
    """
    One row per article and theme that it mentions, columns COUNT_COLUMNS.

    In the order of the articles, then of the codebook. An article that is not there mentions no
    theme; `measure_articles` has every article.
    """
    mentions, sentences = count_mentions(index, codebook), count_sentences(index, codebook)
    articles, themes = np.nonzero(mentions.T)
    table = {
        "doc_id": np.array(index.doc_ids, dtype=object)[articles],
        "theme": np.array(codebook.names(), dtype=object)[themes],
        "mentions": mentions[themes, articles],
        "sentences": sentences[themes, articles],
    }
    return pd.DataFrame(table).astype(COUNT_COLUMNS)


def measure_articles(index: TokenIndex) -> pd.DataFrame:
    """One row per article, columns SIZE_COLUMNS: its tokens and sentences, the denominators."""
    words, sentences = (
        np.concatenate(
            [np.empty(0, dtype=np.int64), *(batch.arrays[name] for batch in index.batches)]
        )
        for name in ("article_words", "article_sentences")
    )
    table = {
        "doc_id": np.array(index.doc_ids, dtype=object),
        "words": words,
        "sentences": sentences,
    }
    return pd.DataFrame(table).astype(SIZE_COLUMNS)


def count_periods(index: TokenIndex, codebook: Codebook, periods: pd.Series) -> pd.DataFrame:
    """
    Add up the counts of articles that share a period.

    `periods` gives each article's period by `doc_id`; an article without one is left out. One row
    per (period, theme), every combination present, periods ascending and themes in the order of
    the codebook: period, theme, mentions, sentences, articles (that mention it), then the totals
    of the period: total_words, total_sentences, total_articles. An article counts whole: where
    dates are intervals, or copies count once, use `stats.count_by_period`, which weighs them.
    Raises SettingError if a doc_id has two periods.
    """
    if not periods.index.is_unique:
        raise SettingError("periods: an article has two periods; give each doc_id one")
    found = pd.Series(index.doc_ids, dtype="object").map(periods)
    codes, labels = pd.factorize(found, sort=True)  # -1 where there is none
    counts = [count_mentions(index, codebook), count_sentences(index, codebook)]
    parts = [_add_up(part, codes, len(labels)) for part in (*counts, counts[0] > 0)]
    sizes = measure_articles(index)
    totals = np.stack([sizes["words"], sizes["sentences"], np.ones(len(sizes), dtype=np.int64)])
    total = _add_up(totals, codes, len(labels))
    names = codebook.names()
    table = pd.DataFrame({"period": np.repeat(np.asarray(labels), len(names))})
    table["theme"] = pd.Series(names * len(labels), dtype="str")
    for name, part in zip(("mentions", "sentences", "articles"), parts, strict=True):
        table[name] = part.T.ravel()
    for name, row in zip(("words", "sentences", "articles"), total, strict=True):
        table[f"total_{name}"] = np.repeat(row, len(names))
    return table


def _add_up(counts: np.ndarray, codes: np.ndarray, n_periods: int) -> np.ndarray:
    """Sums of columns with the same code (int64, one column a period)."""
    known = codes >= 0
    sums = [np.bincount(codes[known], weights=row[known], minlength=n_periods) for row in counts]
    return np.array(sums).reshape(len(counts), n_periods).astype(np.int64)
