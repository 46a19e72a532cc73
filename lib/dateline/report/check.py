"""`dateline check`: what is wrong or odd in a study, without counting anything."""

from __future__ import annotations

from typing import NamedTuple

import pandas as pd

from dateline.articles import Corpus, make_ledger
from dateline.articles.dates.evidence import DATED
from dateline.study import starter_codebook
from dateline.themes import Codebook, lint_codebook
from dateline.themes.lint import NEVER


class Findings(NamedTuple):
    """Lines to print, and how many of them are errors: files that no reader could take."""

    lines: list[str]
    errors: int


def check_study(corpus: Corpus, codebook: Codebook) -> Findings:
    """The ledger, refused files, undated articles, conflicting dates, and codebook warnings."""
    refused = corpus.files[corpus.files["status"] == "refused"]
    articles = corpus.articles
    undated = articles[~articles["date_class"].isin(DATED) & (articles["problem"] == "")]
    conflicts = articles[articles["date_conflict"]]
    lines = [*corpus.study.notes, *_ledger_lines(corpus)]
    lines += [f"{row.path}  refused: {row.reason}" for row in refused.itertuples()]
    lines += [f"{row.path}  undated; dates.csv can decide" for row in undated.itertuples()]
    lines += [f"{row.path}  dates conflict: {row.date_evidence}" for row in conflicts.itertuples()]
    lines += _codebook_lines(corpus, codebook)
    return Findings(lines, len(refused))


def _ledger_lines(corpus: Corpus) -> list[str]:
    ledger = make_ledger(corpus.articles, corpus.files)
    return [
        f"{row.number:>7}  {'  ' if row.part_of else ''}{row.line}" for row in ledger.itertuples()
    ]


def _codebook_lines(corpus: Corpus, codebook: Codebook) -> list[str]:
    """One line per doubtful term, and one per theme for the terms that match nothing."""
    warnings = lint_codebook(codebook, corpus.articles)
    name, unused = corpus.study.codebook.name, warnings["warning"] == NEVER
    lines = [
        f"{name}, line {row.line}: `{row.term}` in {row.theme} {row.warning}"
        for row in warnings[~unused].itertuples()
    ]
    if corpus.study.codebook == starter_codebook():
        return [*lines, f"starter codebook: {int(unused.sum())} of its terms match nothing here"]
    return lines + [
        _unused_line(name, str(theme), rows) for theme, rows in warnings[unused].groupby("theme")
    ]


def _unused_line(name: str, theme: str, rows: pd.DataFrame) -> str:
    terms = ", ".join(f"`{term}`" for term in rows["term"])
    return f"{name}, line {rows['line'].iloc[0]}: in {theme} these match nothing here: {terms}"
