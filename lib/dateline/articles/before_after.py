"""Articles before and after cleaning, side by side, for people to judge."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

import pandas as pd

from dateline.articles.clean import clean_text
from dateline.articles.corpus import Corpus
from dateline.articles.records import find_raw_texts
from dateline.articles.removing import RULES
from dateline.articles.share_level import FULL, share_level
from dateline.articles.shortening import shorten
from dateline.errors import SettingError

WITHHELD = "(withheld)"
_PARAGRAPH = 400  # characters of a paragraph in the comparison
_COLUMNS = ["number", "path", "before", "rule", "after"]
_BLANK_LINES = re.compile(r"\n\s*\n")


class _Part(NamedTuple):
    """A paragraph that stayed, with no rule, or a removal, with nothing after."""

    before: str
    rule: str
    after: str

    @property
    def unchanged(self) -> bool:
        return not self.rule and self.before.split() == self.after.split()


def list_compared(corpus: Corpus, names: Sequence[str] = ()) -> pd.DataFrame:
    """
    The articles that `compare_articles` shows: number, path, title, spans, characters taken.

    Raises SettingError for an article that is not there.
    """
    chosen = _chosen(corpus, names)
    articles = corpus.articles.set_index("doc_id").loc[chosen]
    lengths = (corpus.removals["end"] - corpus.removals["start"]).groupby(corpus.removals["doc_id"])
    return pd.DataFrame(
        {
            "number": range(1, len(chosen) + 1),
            "path": articles["path"].tolist(),
            "title": articles["title"].tolist(),
            "spans": lengths.size().reindex(chosen, fill_value=0).tolist(),
            "characters": lengths.sum().reindex(chosen, fill_value=0).tolist(),
        }
    )


def compare_articles(corpus: Corpus, names: Sequence[str] = ()) -> pd.DataFrame:
    """
    Articles before and after cleaning, side by side: number, path, before, rule, after.

    A row for each paragraph that stayed, with no rule, and for each removal, with its rule in
    brackets after. Of several paragraphs on end that no step changed only the outer ones are
    shown, and how many lie between. Texts are cut at 400 characters. `names` are paths or doc_ids;
    without any, the three articles are taken that lost spans to the most rules. Their files are
    read once more for it. Raises SettingError for an article that is not there. In a report run
    below the share level "full" the texts are "(withheld)".
    """
    chosen = _chosen(corpus, names)
    paths = corpus.articles.set_index("doc_id")["path"]
    texts = find_raw_texts(corpus.study, {doc_id: paths[doc_id] for doc_id in chosen})
    rows = [
        (number, paths[doc_id], *part)
        for number, doc_id in enumerate(chosen, 1)
        for part in _parts(texts[doc_id], corpus.removals[corpus.removals["doc_id"] == doc_id])
    ]
    return pd.DataFrame(rows, columns=_COLUMNS)


def _chosen(corpus: Corpus, names: Sequence[str]) -> list[str]:
    return [_doc_id(corpus, name) for name in names] or _most_cleaned(corpus)


def _doc_id(corpus: Corpus, name: str) -> str:
    table = corpus.articles
    rows = table[(table["path"] == name) | (table["doc_id"] == name)]
    if rows.empty:
        raise SettingError(f"no article {name!r}; give a path or doc_id of `dateline articles`")
    return str(rows["doc_id"].iloc[0])


def _most_cleaned(corpus: Corpus) -> list[str]:
    rules = corpus.removals.groupby("doc_id", sort=False)["rule"].nunique()
    return [str(doc_id) for doc_id in rules.sort_values(ascending=False, kind="stable").index[:3]]


def _parts(raw: str, removals: pd.DataFrame) -> Iterator[tuple[str, str, str]]:
    """What stayed and what was taken, in order and as it is shown."""
    for unchanged, same in groupby(_all_parts(raw, removals), key=lambda part: part.unchanged):
        parts = list(same)
        if not unchanged or len(parts) <= 3:
            yield from map(_shown, parts)
            continue
        yield _shown(parts[0])
        between = f"… {len(parts) - 2} paragraphs as they were …"
        yield between, "", between
        yield _shown(parts[-1])


def _all_parts(raw: str, removals: pd.DataFrame) -> Iterator[_Part]:
    at = 0
    table = removals.sort_values("start")
    columns = (table[name].tolist() for name in ("rule", "start", "end", "text"))
    for rule, start, end, text in zip(*columns, strict=True):
        yield from _kept(raw[at:start])
        yield _Part(text, rule, "")
        at = end
    yield from _kept(raw[at:])


def _kept(raw: str) -> Iterator[_Part]:
    """Its paragraphs: the repairs run again, and no rule."""
    for part in _BLANK_LINES.split(raw):
        if part.strip():
            yield _Part(part, "", clean_text(part, off=frozenset(RULES)).text)


def _shown(part: _Part) -> tuple[str, str, str]:
    after = f"[{part.rule}]" if part.rule else _quoted(part.after)
    return _quoted(part.before), part.rule, after


def _quoted(text: str) -> str:
    """A paragraph as far as it is shown: these are read anew, past what the share level took."""
    return shorten(text, _PARAGRAPH) if share_level() == FULL else WITHHELD * bool(text)
