"""The blind test: how well are dates found on this corpus where none is stated?

Articles of class A have a date that is known. Their stated dates are hidden, all other rules run,
and the answers are compared with what was hidden. Measures as in the literature on dating of
documents (exact, within days, interval coverage), plus the one that matters here: silent errors,
which are narrow answers that do not hold the true day.
"""

from __future__ import annotations

import pandas as pd

from dateline.articles.corpus import Corpus, Progress, build_corpus
from dateline.articles.dates.evidence import HOW_KNOWN

BLIND_COLUMNS = (
    "doc_id",
    "path",
    "stated",  # the day that the article states; it was hidden
    "date_class",  # of the answer without it, as are the columns that follow
    "date_earliest",
    "date_latest",
    "date",
    "date_basis",
    "date_evidence",
    "off",  # days from the stated to the best day, missing where there is no best day
    "covered",  # whether the interval holds the stated day; open sides hold all
    "silent_error",  # class A or B, and not covered
)
WITHIN = (0, 1, 7, 31)  # days
# Classes whose interval is so narrow that a reader takes it for a date.
_NARROW = ("A", "B")


def blind_test(corpus: Corpus, *, progress: Progress = lambda *_: None) -> pd.DataFrame:
    """
    Date each article of class A as if it did not state its date; one row of BLIND_COLUMNS each.

    Left out are class A articles whose stated dates disagree, those that a person decided, and
    those without text; a stated date of two days is covered if one of them is. What dated
    articles tell of an undated one is tested with the true dates of the others.
    """
    known = corpus.articles[
        (corpus.articles["date_class"] == "A")
        & ~corpus.articles["date_conflict"]
        & (corpus.articles["problem"] == "")
        & (corpus.articles["date_basis"] != "dates.csv")
    ]
    names = {"date": "stated", "date_earliest": "stated_first", "date_latest": "stated_last"}
    stated = known.set_index("doc_id")[list(names)].rename(columns=names)
    hidden = build_corpus(corpus.study, hide_stated=True, progress=progress)
    table = hidden.articles.merge(stated, on="doc_id", how="inner", validate="one_to_one")
    covered = ~(table["date_earliest"] > table["stated_last"])
    covered &= ~(table["date_latest"] < table["stated_first"])
    off = (table["date"] - table["stated"]).dt.days.astype("Int64")
    silent = table["date_class"].isin(_NARROW) & ~covered
    return table.assign(off=off, covered=covered, silent_error=silent)[list(BLIND_COLUMNS)]


def summarize_blind(blind: pd.DataFrame) -> pd.DataFrame:
    """
    One row per class of the answer, and one for all: how good the answers are.

    Columns: date_class ("all" last), meaning, articles, answered
    (those with a best day), exact, within_1, within_7, within_31
    (articles whose best day is so near), covered (articles whose interval holds the true day;
    missing for class U, whose open intervals hold every day, and without it in all),
    median_days (width of the closed intervals, missing where there is none), silent_errors.
    """
    rows = [_score(blind[blind["date_class"] == name], name) for name in HOW_KNOWN]
    table = pd.DataFrame([*rows, _score(blind, "all")])
    return table.astype({"covered": "Int64"})


def _score(rows: pd.DataFrame, name: str) -> dict[str, object]:
    near = {
        f"within_{days}" if days else "exact": _count(rows["off"].abs() <= days) for days in WITHIN
    }
    width = (rows["date_latest"] - rows["date_earliest"]).dt.days + 1
    return {
        "date_class": name,
        "meaning": HOW_KNOWN.get(name, "all that were tested"),
        "articles": len(rows),
        "answered": _count(rows["date"].notna()),
        **near,
        "covered": pd.NA if name == "U" else _count(rows["covered"] & (rows["date_class"] != "U")),
        "median_days": width.median(),
        "silent_errors": _count(rows["silent_error"]),
    }


def _count(flags: pd.Series[bool]) -> int:
    return int(flags.fillna(False).sum())
