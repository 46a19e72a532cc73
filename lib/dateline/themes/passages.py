"""Mentions to passages: each match with its sentence around it."""

from __future__ import annotations

import base64
import hashlib
from bisect import bisect_right
from collections.abc import Mapping

import pandas as pd

from dateline.articles.sentences import sentence_spans
from dateline.themes.snippets import shown_context

PASSAGE_COLUMNS = [
    "passage_id",  # see `passage_id`
    "doc_id",
    "from",  # token positions, as in mentions
    "to",
    "pre",  # the sentence before the match
    "keyword",  # the match as it stands in the text
    "post",  # the sentence after the match
    "pattern",  # the term of the codebook
    "theme",
    "date",  # best day; missing where the article is undated
    "date_class",
    "source",
    "title",
    "path",
]


_ID_LETTERS = 10  # of five bits: among a million passages two are alike once in two thousand runs


def passage_id(doc_id: str, theme: str, start: int, end: int) -> str:
    """
    A short name of a passage, the same in every run: from its article, theme and token positions.

    It changes when the article's text before it does, and stays when the codebook does.

    >>> passage_id("df9f9dcd5a2db", "us", 1, 1)
    'ebsruvn3jl'
    """
    facts = "\0".join((doc_id, theme, str(start), str(end)))
    digest = hashlib.blake2b(facts.encode("utf-8", "replace"), digest_size=10).digest()
    return base64.b32encode(digest)[:_ID_LETTERS].decode("ascii").lower()


def find_passages(mentions: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """
    Keyword in context: one row a mention, columns PASSAGE_COLUMNS.

    `pre` + `keyword` + `post` is the sentence as it stands in `text`, line breaks and all; for a
    mention that crosses sentences, its sentences and what is between them. Sorted by date
    (missing last), doc_id and position. In a report run at the share level "snippets" the three are
    cut or blank, and at "none" blank.
    """
    about = articles.set_index("doc_id")[["date", "date_class", "source", "title", "path"]]
    texts = dict(zip(articles["doc_id"], articles["text"], strict=True))
    context = pd.DataFrame(
        _contexts(mentions, texts), index=mentions.index, columns=["pre", "keyword", "post"]
    )
    passages = mentions.join(context.astype("str")).join(about, on="doc_id")
    passages["passage_id"] = pd.Series(_ids(mentions), index=mentions.index, dtype="str")
    ordered = passages.rename(columns={"term": "pattern"}).sort_values(
        ["date", "doc_id", "from"], kind="stable", na_position="last"
    )
    return ordered[PASSAGE_COLUMNS].reset_index(drop=True)


def _ids(mentions: pd.DataFrame) -> list[str]:
    columns = (mentions[name] for name in ("doc_id", "theme", "from", "to"))
    return [passage_id(*place) for place in zip(*columns, strict=True)]


def _contexts(mentions: pd.DataFrame, texts: Mapping[str, str]) -> list[tuple[str, str, str]]:
    sentences: dict[str, list[tuple[int, int]]] = {}
    contexts = []
    for doc_id, start, end in zip(
        mentions["doc_id"], mentions["start"], mentions["end"], strict=True
    ):
        if doc_id not in sentences:
            sentences[doc_id] = sentence_spans(texts[doc_id])
        context = _context(texts[doc_id], start, end, sentences[doc_id])
        contexts.append(shown_context(context, doc_id=doc_id, start=start))
    return contexts


def _context(
    text: str, start: int, end: int, sentences: list[tuple[int, int]]
) -> tuple[str, str, str]:
    """The sentences around text[start:end], cut at the match."""

    def sentence_at(offset: int) -> tuple[int, int]:
        return sentences[bisect_right(sentences, offset, key=lambda span: span[0]) - 1]

    begins, ends = sentence_at(start)[0], sentence_at(end - 1)[1]
    return text[begins:start], text[start:end], text[end:ends]
