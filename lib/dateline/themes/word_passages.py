"""Where single words stand: the passages behind a list of words."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
import pandas as pd

from dateline.themes.batches import TokenIndex, readable_batches
from dateline.themes.index import Batch
from dateline.themes.match import MENTION_COLUMNS
from dateline.themes.passages import find_passages
from dateline.themes.tokens import WILDCARDS, fold
from dateline.themes.word_places import WordPlaces


def find_word_passages(
    words: Iterable[str], articles: pd.DataFrame, *, index: TokenIndex | None = None
) -> pd.DataFrame:
    """
    The first place of each word in each article: the columns of `find_passages`.

    `pattern` is the word, without difference of case, and `theme` is blank. So the rows of a word
    are as many as the articles that have it. Articles with a problem have none. With an `index` of
    these articles, or of more, the texts are not cut into words again.
    """
    wanted = sorted({fold(word) for word in words if not set(WILDCARDS) & set(word)})
    readable = articles[articles["problem"] == ""]
    batches = readable_batches(readable) if index is None else index.batches
    tables = [_first_places(batch, wanted) for batch in batches]
    tables = tables or [pd.DataFrame(columns=list(MENTION_COLUMNS))]
    found = pd.concat(tables, ignore_index=True)
    found = found[found["doc_id"].isin(readable["doc_id"])].reset_index(drop=True)
    return find_passages(found.astype(MENTION_COLUMNS), readable)


def _first_places(batch: Batch, words: list[str]) -> pd.DataFrame:
    """The first place of each word in each article of a batch, one word after another."""
    found = WordPlaces(batch, batch.vocabulary.ranges((word, False, "") for word in words))
    places = [np.sort(found.positions([number])) for number in range(len(words))]
    firsts = [each[np.unique(batch.articles(each), return_index=True)[1]] for each in places]
    which = np.repeat(np.arange(len(words)), [len(each) for each in firsts])
    at = np.concatenate([np.empty(0, dtype=np.int64), *firsts])
    articles = batch.articles(at)
    starts, ends = batch.offsets()
    begins = at - batch.article_tokens[articles]
    return pd.DataFrame(
        {
            "doc_id": np.array(batch.doc_ids, dtype=object)[articles],
            "theme": "",
            "term": np.array(words, dtype=object)[which],
            "from": begins,
            "to": begins,
            "start": starts[at],
            "end": ends[at],
            "sentence": batch.sentences(at) - batch.article_sentences[articles],
        }
    )
