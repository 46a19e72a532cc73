"""What a report may show of the articles: set for a run, and said on each page."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pandas as pd

from dateline.articles.share_level import MOST_WORDS, NONE, SHARE, SNIPPETS, share_level
from dateline.themes.snippets import MOST_OF_ARTICLE, SPANS, snippet_spans

_WITHHELD = {
    SNIPPETS: (
        f"Articles are quoted in part only: at most {MOST_WORDS} words of a passage, "
        f"{MOST_OF_ARTICLE} of an article's passages in all, and the first {MOST_WORDS} of a "
        "headline and of the words that date it; what cleaning removed is withheld. All numbers "
        "are made from the full texts."
    ),
    NONE: (
        "No text of the articles is shown: sentences, headlines, authors, the words that date an "
        "article and what cleaning removed are withheld, and names of files and addresses are "
        "replaced by short hashes. Names of sources stay, which may be those of folders or "
        "archives; so do days, single words that are counted, and the terms of the codebook. All "
        "numbers are made from the full texts."
    ),
}


_SENTENCES = {
    SNIPPETS: "Sentences are cut or withheld; ",
    NONE: "The sentences are withheld; ",
}


def what_is_withheld(level: str) -> str:
    """What a share level withholds, in words for each page; blank for "full"."""
    return _WITHHELD.get(level, "")


def sentences_withheld() -> str:
    """What a list of passages lacks at the share level of this run, in words; blank at "full"."""
    withheld = _SENTENCES.get(share_level(), "")
    return withheld and f"{withheld}their dates, sources and identifiers remain."


@contextmanager
def sharing(level: str, spans: Path | None = None) -> Iterator[None]:
    """
    Set the share level of this process and of the notebooks that it starts, for a while.

    `spans` names the file of `write_spans`, which "snippets" needs to show any words. A process
    reads a file of one name once, so take another name for each run.
    """
    before = {name: os.environ.get(name) for name in (SHARE, SPANS)}
    os.environ[SHARE] = level
    if level == SNIPPETS and spans:
        os.environ[SPANS] = str(spans)
    try:
        yield
    finally:
        for name, value in before.items():
            os.environ.pop(name, None)
            if value is not None:
                os.environ[name] = value


def write_spans(mentions: pd.DataFrame, articles: pd.DataFrame) -> None:
    """Write the spans of a run to the file that DATELINE_SNIPPETS names, if it names one."""
    if place := os.environ.get(SPANS):
        Path(place).parent.mkdir(parents=True, exist_ok=True)
        Path(place).write_text(json.dumps(snippet_spans(mentions, articles)), "utf-8")
