"""What each term of a codebook brings to its theme."""

from __future__ import annotations

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike

from dateline.themes.codebook import Codebook
from dateline.themes.explain import describe_entry

TERM_COLUMNS = {
    "theme": "str",
    "term": "str",  # as written in the codebook; a rule in a readable form
    "entry_of": "str",  # the table that it stands in: the theme or a part of it
    "line": "int64",  # in the codebook, 0 if not known
    "rule": "str",  # how it is read
    "hits": "int64",  # mentions that it brings
    "articles": "int64",  # articles with such a mention
    "share": "float64",  # of the hits of its theme, 0..1; missing where the theme has none
    "first": "datetime64[us]",  # earliest and latest best day of these articles; missing where
    "last": "datetime64[us]",  # there is none, or all are undated
}


def report_terms(
    mentions: pd.DataFrame, articles: pd.DataFrame, codebook: Codebook
) -> pd.DataFrame:
    """
    One row per theme and term, columns TERM_COLUMNS, the terms that bring nothing included.

    Themes are in codebook order, their terms by hits, then as written. The terms of a part of a
    theme have rows in the theme too, and a text that stands there twice has one row. Mentions of
    articles that are not in `articles` are not counted, so a filtered table counts a part, such as
    the distinct stories. The shares of a theme add up to 1. A term inside longer matches has fewer
    hits than the word has occurrences.
    """
    counted = mentions.merge(articles[["doc_id", "date"]], on="doc_id", how="inner")
    sums = counted.groupby(["theme", "term"]).agg(
        hits=("doc_id", "size"),
        articles=("doc_id", "nunique"),
        first=("date", "min"),
        last=("date", "max"),
    )
    table = _entries(codebook).join(sums, on=["theme", "term"])
    table = table.fillna({"hits": 0, "articles": 0})
    total = table.groupby("theme")["hits"].transform("sum")
    table["share"] = table["hits"] / total.where(total > 0)
    order = {name: number for number, name in enumerate(codebook.names())}
    table = table.assign(order=table["theme"].map(order)).sort_values(
        ["order", "hits"], ascending=[True, False], kind="stable", ignore_index=True
    )
    return table[list(TERM_COLUMNS)].astype(TERM_COLUMNS)


def summarize_terms(report: pd.DataFrame, codebook: Codebook) -> pd.DataFrame:
    """
    One row per theme of `report` (the table of `report_terms`), in its order.

    Columns: theme, label, kind, terms (entries of the theme and its parts), matched (of them, with
    a hit), hits, effective (see `effective_terms`), top (the term with most hits, blank without
    any), top_share (of the hits, 0..1, missing likewise).
    """
    groups = report.groupby("theme", sort=False)
    first = groups.first()
    found = first["hits"] > 0
    themes = {theme.name: theme for theme in codebook.themes}
    table = pd.DataFrame(
        {
            "theme": first.index,
            "label": [themes[name].label for name in first.index],
            "kind": [themes[name].kind for name in first.index],
            "terms": groups.size(),
            "matched": groups["hits"].agg(lambda hits: int((hits > 0).sum())),
            "hits": groups["hits"].sum(),
            "effective": groups["hits"].agg(effective_terms),
            "top": first["term"].where(found, ""),
            "top_share": first["share"],
        }
    )
    return table.reset_index(drop=True).astype(
        {"theme": "str", "label": "str", "kind": "str", "top": "str", "effective": "float64"}
    )


def effective_terms(hits: ArrayLike) -> float:
    """
    How many equally common terms would be as concentrated as these: 1 / sum of squared shares.

    From 1 (one term brings all) to the number of terms; missing (NaN) without any hit. Under 3 the
    theme is hardly more than one word. It is the inverse of Herfindahl's index, known in politics
    as the effective number of parties (Laakso and Taagepera 1979, Comparative Political Studies
    12, 3-27). It misleads where several terms are forms of one word.

    >>> round(effective_terms([90, 5, 5]), 4)
    1.227
    """
    counts = np.asarray(hits, dtype=float)
    total = counts.sum()
    return float(1 / np.square(counts / total).sum()) if total else float("nan")


def _entries(codebook: Codebook) -> pd.DataFrame:
    """Each theme with the terms of its family, each text once."""
    tables = {theme.name: theme for theme in codebook.themes}
    rows = [
        (name, entry.text, part, entry.line, describe_entry(entry))
        for name in codebook.names()
        for part in codebook.family(name)
        for entry in tables[part].terms
    ]
    columns = ["theme", "term", "entry_of", "line", "rule"]
    return pd.DataFrame(rows, columns=columns).drop_duplicates(["theme", "term"])
