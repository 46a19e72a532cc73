"""`dateline check`: what is wrong or odd in a study, without counting anything."""

from __future__ import annotations

from typing import NamedTuple

import pandas as pd

from dateline.articles import Corpus, make_ledger
from dateline.articles.known_dates import list_conflicts, list_undated
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
    lines = [*corpus.study.notes, *_ledger_lines(corpus)]
    lines += [f"{row.path}  refused: {row.reason}" for row in refused.itertuples()]
    lines += _date_lines(corpus)
    lines += _codebook_lines(corpus, codebook)
    return Findings(lines, len(refused))


def _ledger_lines(corpus: Corpus) -> list[str]:
    ledger = make_ledger(corpus.articles, corpus.files)
    return [
        f"{row.number:>7}  {'  ' if row.part_of else ''}{row.line}" for row in ledger.itertuples()
    ]


def _date_lines(corpus: Corpus) -> list[str]:
    """What is undated, with what was declined, and each side of what conflicts."""
    articles = corpus.articles
    undated, conflicts = list_undated(corpus), list_conflicts(corpus)
    several = set(articles.loc[articles["path"].duplicated(), "path"])
    counted = set(articles.loc[articles["problem"] == "", "path"])
    names = [
        f"{path}, “{title}”" if path in several else str(path)
        for path, title in zip(undated["path"], undated["title"], strict=True)
    ]
    declined = ["; declined: " + why if why else "" for why in undated["declined"]]
    lines = [
        f"{name}  undated; dates.csv can decide{why}"
        for path, name, why in zip(undated["path"], names, declined, strict=True)
        if path in counted
    ]
    columns = ("path", "interval", "rule", "text")
    sides = zip(*(conflicts[column].astype(str) for column in columns), strict=True)
    return lines + [
        f"{path}  dates conflict: {interval}, {rule} “{text}”"
        for path, interval, rule, text in sides
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
