"""`dateline check`: what is wrong or odd in a study, without counting anything."""

from __future__ import annotations

from typing import NamedTuple

from dateline.articles import Corpus, make_ledger
from dateline.themes import Codebook, lint_codebook


class Findings(NamedTuple):
    """Lines to print, and how many of them are errors: files that no reader could take."""

    lines: list[str]
    errors: int


def check_study(corpus: Corpus, codebook: Codebook) -> Findings:
    """The ledger, each refused file, articles with conflicting dates, and codebook warnings."""
    refused = corpus.files[corpus.files["status"] == "refused"]
    lines = [*corpus.study.notes, *_ledger_lines(corpus)]
    lines += [f"{row.path}  refused: {row.reason}" for row in refused.itertuples()]
    lines += [
        f"{row.path}  dates conflict: {row.date_evidence}"
        for row in corpus.articles[corpus.articles["date_conflict"]].itertuples()
    ]
    lines += [
        f"{corpus.study.codebook.name}, line {row.line}: `{row.term}` in {row.theme} {row.warning}"
        for row in lint_codebook(codebook, corpus.articles).itertuples()
    ]
    return Findings(lines, len(refused))


def _ledger_lines(corpus: Corpus) -> list[str]:
    ledger = make_ledger(corpus.articles, corpus.files)
    return [
        f"{row.number:>7}  {'  ' if row.part_of else ''}{row.line}" for row in ledger.itertuples()
    ]
