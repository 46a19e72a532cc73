"""`dateline check`: what is wrong or odd in a study, without counting anything."""

from __future__ import annotations

from typing import NamedTuple

import pandas as pd

from dateline.articles import Corpus, make_ledger
from dateline.articles.known_dates import list_conflicts, list_undated
from dateline.articles.shortening import shorten
from dateline.study import starter_codebook
from dateline.themes import Codebook, lint_codebook
from dateline.themes.lint import NEVER

# How many warnings of a kind, and terms of a line, are told before the rest is only counted.
MOST, FEW = 10, 5
LONGEST = 60  # characters of a term; a rule can be much longer
WHERE = "the report 08-codebook"


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
    """The warnings by kind, at most MOST of each; those of terms that match nothing together."""
    warnings = lint_codebook(codebook, corpus.articles)
    unused = warnings["kind"] == NEVER
    file = corpus.study.codebook.name
    lines = []
    for _, rows in warnings[~unused].groupby("kind", sort=False):
        lines += [
            f"{file}, line {row.line}: `{shorten(str(row.term), LONGEST)}` in {row.theme} "
            f"{row.warning}"
            for row in rows.head(MOST).itertuples()
        ]
        lines += _more(len(rows), f"like the last are in {WHERE}")
    if corpus.study.codebook == starter_codebook():
        return [*lines, f"starter codebook: {int(unused.sum())} of its terms match nothing here"]
    return lines + _unused_lines(file, warnings[unused], codebook)


def _unused_lines(file: str, unused: pd.DataFrame, codebook: Codebook) -> list[str]:
    """The terms by theme if they are few; else how many, a few of them, and the empty themes."""
    if len(unused) <= MOST:
        return [
            f"{file}, line {rows['line'].iloc[0]}: in {theme} these match nothing here: "
            f"{_quoted(rows['term'])}"
            for theme, rows in unused.groupby("theme", sort=False)
        ]
    terms = sum(len(theme.terms) for theme in codebook.themes)
    lines = [
        f"{file}: {len(unused)} of {terms} terms match nothing here, such as "
        f"{_quoted(unused['term'].head(FEW))}; {WHERE} lists them all"
    ]
    sizes = unused.groupby("theme").size()
    empty = [
        theme.name for theme in codebook.themes if 0 < len(theme.terms) == sizes.get(theme.name)
    ]
    return lines + ([f"{file}: no term matches at all in {', '.join(empty)}"] if empty else [])


def _quoted(terms: pd.Series[str]) -> str:
    return ", ".join(f"`{shorten(term, LONGEST)}`" for term in terms)


def _more(number: int, words: str) -> list[str]:
    return [f"... {number - MOST} more {words}"] if number > MOST else []
