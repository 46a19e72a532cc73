"""The lines for dates.csv that a report run writes, at each share level."""

from __future__ import annotations

import re
from dataclasses import replace

import pandas as pd

from dateline.articles.corpus import Corpus
from dateline.articles.known_dates import draft_decisions
from dateline.articles.share_level import NONE, share_level

# How a note ends or quotes where the words that it would quote are blank.
_NO_WORDS = r"“”|: $"


def lines_to_decide(corpus: Corpus, level: str = "") -> pd.DataFrame:
    """
    The table of `draft_decisions`, in a form that dates.csv accepts at every share level.

    At "none" the paths of a corpus are hashes, which name no article: there each line has the
    article's doc_id, and the note says that the words are withheld. A blank level is the run's.
    """
    if (level or share_level()) != NONE:
        return draft_decisions(corpus)
    named = corpus.articles.assign(path=corpus.articles["doc_id"])
    lines = draft_decisions(replace(corpus, articles=named))
    notes = [_said(note) for note in lines["note"]]
    return lines.assign(note=pd.Series(notes, lines.index, dtype="str"))


def _said(note: str) -> str:
    return re.sub(_NO_WORDS, _withheld, note)


def _withheld(found: re.Match[str]) -> str:
    return ": words withheld" if found[0].startswith(":") else "words withheld"
