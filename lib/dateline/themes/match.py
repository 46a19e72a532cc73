"""Codebook and articles to mentions: one row for each match."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

from dateline.themes.batches import TokenIndex, readable_batches
from dateline.themes.codebook import Codebook
from dateline.themes.families import Family, families
from dateline.themes.hits import find_hits
from dateline.themes.index import Batch
from dateline.themes.term_hits import Hits

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


def find_mentions(
    articles: pd.DataFrame, codebook: Codebook, *, index: TokenIndex | None = None
) -> pd.DataFrame:
    """
    Every mention of every theme: one row a match, columns MENTION_COLUMNS, no missing values.

    `articles` needs `doc_id`, `text` and `problem`; articles with a problem are skipped, copies
    are not. Within a theme the longest match (in tokens) wins, then the leftmost; a match that
    overlaps an accepted one is dropped. Themes do not influence each other. A theme with children
    is matched with their terms too, each under the `unless` of its own table. Rows are in the
    order of the articles, then of the codebook, then of the text.

    With an `index` of the same articles (`index_articles`) the texts are not read again; without
    one they are indexed batch by batch and forgotten.

    The overlap rule is that of quanteda's tokens_lookup(nested_scope = "key"). Wrong where a word
    has another sense: the matcher reads words, not meanings, so read `find_passages`.
    """
    batches = readable_batches(articles) if index is None else index.batches
    wanted = families(codebook)
    tables = [_mention_table(batch, wanted) for batch in batches]
    if not tables:
        tables = [pd.DataFrame(columns=list(MENTION_COLUMNS))]
    return pd.concat(tables, ignore_index=True).astype(MENTION_COLUMNS)


def _mention_table(batch: Batch, wanted: dict[str, Family]) -> pd.DataFrame:
    found = find_hits(batch, list(wanted.values()))
    sizes = [len(hits.first) for hits in found]
    if not sum(sizes):
        return pd.DataFrame(columns=list(MENTION_COLUMNS)).astype(MENTION_COLUMNS)
    themes = np.repeat(np.arange(len(found)), sizes)
    first = np.concatenate([hits.first for hits in found])
    sentences = np.concatenate([hits.sentences for hits in found])
    articles = batch.article_of_sentence[sentences]
    order = np.lexsort((first, themes, articles))
    last = np.concatenate([hits.last for hits in found])[order]
    first, articles = first[order], articles[order]
    base = batch.article_tokens[articles]
    starts, ends = batch.offsets()
    return pd.DataFrame(
        {
            "doc_id": _pick(batch.doc_ids, articles),
            "theme": _pick(list(wanted), themes[order]),
            "term": _terms(found, list(wanted.values()))[order],
            "from": first - base,
            "to": last - base,
            "start": starts[first],
            "end": ends[last],
            "sentence": sentences[order].astype(np.int64) - batch.article_sentences[articles],
        }
    )


def _terms(found: Sequence[Hits], wanted: Sequence[Family]) -> np.ndarray:
    """The text of the entry of each hit, those of one theme after those of another."""
    parts = [
        _pick([entry.text for entry in family.entries] or [""], hits.entry)
        for hits, family in zip(found, wanted, strict=True)
    ]
    return np.concatenate(parts)


def _pick(names: Sequence[str], numbers: np.ndarray) -> np.ndarray:
    return np.array(names, dtype=object)[numbers]
