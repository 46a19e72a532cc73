"""The few words of each article that a report at the share level "snippets" may show."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import pandas as pd

from dateline.articles.share_level import FULL, MOST_WORDS, NONE, share_level

# The variable of the environment that names the file of the spans; a report run sets it.
SPANS = "DATELINE_SNIPPETS"
# Words of an article in all passages of a report together.
MOST_OF_ARTICLE = 60
_WORD = re.compile(r"\w+")

Span = tuple[int, int]
Context = tuple[str, str, str]


def snippet_spans(mentions: pd.DataFrame, articles: pd.DataFrame) -> dict[str, list[Span]]:
    """
    The spans of each text that may be shown: up to 25 words around a match, 60 of an article.

    Matches are taken in the order of the text while there is room, those of all themes alike.
    Returns character spans by doc_id, in order and apart; articles without a match have none.
    The same mentions give the same spans, so that all pages show the same words.
    """
    texts = dict(zip(articles["doc_id"], articles["text"], strict=True))
    ordered = mentions.sort_values(["start", "end"], kind="stable")
    return {
        str(doc_id): _spans_of(texts[doc_id], list(zip(rows["start"], rows["end"], strict=True)))
        for doc_id, rows in ordered.groupby("doc_id")
        if doc_id in texts
    }


def shown_context(context: Context, *, doc_id: str, start: int) -> Context:
    """
    A match with its sentence around it (pre, keyword, post), as far as this run may show it.

    `start` is where the match begins in the text. All three are blank at the level "none", and at
    "snippets" where the article's words are used up, or no spans are known.
    """
    level = share_level()
    if level == FULL:
        return context
    pre, keyword, post = context
    end = start + len(keyword)
    spans = _known_spans(os.environ.get(SPANS, "")) if level != NONE else {}
    for first, last in spans.get(doc_id, []):
        if first <= start and end <= last:
            each = _margin(len(_WORD.findall(keyword)))
            before, after = pre[-(start - first) :] if start > first else "", post[: last - end]
            return _last_words(before, each), keyword, _first_words(after, each)
    return "", "", ""


@cache
def _known_spans(path: str) -> Mapping[str, list[Span]]:
    try:
        read = json.loads(Path(path).read_text("utf-8")) if path else {}
    except (OSError, ValueError):
        return {}  # then nothing is shown
    return {doc_id: [(first, last) for first, last in spans] for doc_id, spans in read.items()}


def _spans_of(text: str, matches: list[Span]) -> list[Span]:
    words = [found.span() for found in _WORD.finditer(text)]
    taken: set[int] = set()
    for start, end in matches:
        inside = [n for n, word in enumerate(words) if word[0] < end and word[1] > start]
        if not inside or len(inside) > MOST_WORDS:
            continue
        each = _margin(len(inside))
        window = set(range(max(inside[0] - each, 0), min(inside[-1] + each + 1, len(words))))
        if len(taken | window) <= MOST_OF_ARTICLE:
            taken |= window
    return _joined(sorted(taken), words)


def _joined(taken: list[int], words: list[Span]) -> list[Span]:
    spans: list[Span] = []
    for before, number in zip([None, *taken], taken, strict=False):
        first = spans.pop()[0] if before is not None and number == before + 1 else words[number][0]
        spans.append((first, words[number][1]))
    return spans


def _margin(n_words: int) -> int:
    """How many words are shown on each side of a match of so many."""
    return max((MOST_WORDS - n_words) // 2, 0)


def _last_words(text: str, most: int) -> str:
    words = list(_WORD.finditer(text))
    return text if len(words) <= most else text[words[-most].start() :] if most else ""


def _first_words(text: str, most: int) -> str:
    words = list(_WORD.finditer(text))
    return text if len(words) <= most else text[: words[most - 1].end()] if most else ""
