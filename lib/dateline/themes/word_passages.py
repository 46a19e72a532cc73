"""Where single words stand: the passages behind a list of words."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from dateline.articles.sentences import sentence_spans
from dateline.themes.passages import find_passages
from dateline.themes.tokens import fold, tokenize


def find_word_passages(words: Iterable[str], articles: pd.DataFrame) -> pd.DataFrame:
    """
    The first place of each word in each article: the columns of `find_passages`.

    `pattern` is the word, without difference of case, and `theme` is blank. So the rows of a word
    are as many as the articles that have it. Articles with a problem have none.
    """
    wanted = {fold(word) for word in words}
    readable = articles[articles["problem"] == ""]
    rows = []
    for doc_id, text in zip(readable["doc_id"], readable["text"], strict=True):
        tokens = tokenize(text, sentence_spans(text))
        seen: set[str] = set()
        for at, word in enumerate(tokens.folded):
            if word in wanted and word not in seen:
                seen.add(word)
                rows.append((doc_id, "", word, at, at, tokens.starts[at], tokens.ends[at]))
    columns = ["doc_id", "theme", "term", "from", "to", "start", "end"]
    types = dict.fromkeys(columns[:3], "str") | dict.fromkeys(columns[3:], "int64")
    return find_passages(pd.DataFrame(rows, columns=columns).astype(types), readable)
