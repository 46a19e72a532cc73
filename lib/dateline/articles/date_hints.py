"""What a person can start from who is to date an undated article: open years, dated originals."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.articles.article_names import name_articles
from dateline.articles.dates.evidence import CHECK, DATED
from dateline.articles.dates.readings import is_year_open
from dateline.articles.shortening import shorten

if TYPE_CHECKING:
    import pandas as pd

_LONGEST = 80  # characters of a quoted span


def date_hints(articles: pd.DataFrame, evidence: pd.DataFrame) -> dict[str, str]:
    """
    By `doc_id`, for the undated articles (classes D and U) of which there is something to say.

    "year open: “March 15” (dateline)" where day and month are stated and no other evidence gives
    the year; "copy of b.txt, dated 2022-03-15 (class A)" where the article that it copies is
    dated. Neither is evidence: a text can be printed again years later, and the copy may be the
    older one.

    `articles` and `evidence` are the tables of a corpus.
    """
    undated = articles[~articles["date_class"].isin(DATED)]
    days, originals = _open_days(evidence), _originals(articles)
    hints = {
        doc_id: "; ".join(filter(None, (days.get(doc_id, ""), originals.get(original, ""))))
        for doc_id, original in zip(undated["doc_id"], undated["copy_of"], strict=True)
    }
    return {doc_id: hint for doc_id, hint in hints.items() if hint}


def _open_days(evidence: pd.DataFrame) -> dict[str, str]:
    """The stated days without a year of each article whose year is open."""
    checks = evidence[~evidence["used"] & (evidence["strength"] == CHECK)]
    quotes: dict[str, dict[str, None]] = {}
    for doc_id, rule, text, note in zip(
        checks["doc_id"], checks["rule"], checks["text"], checks["note"], strict=True
    ):
        if is_year_open(note):
            quotes.setdefault(doc_id, {})[f"“{shorten(text, _LONGEST)}” ({rule})"] = None
    return {doc_id: f"year open: {', '.join(found)}" for doc_id, found in quotes.items()}


def _originals(articles: pd.DataFrame) -> dict[str, str]:
    """What to say of a copy, by the article that it copies, if that is dated."""
    names = name_articles(articles)
    copied = articles[articles["doc_id"].isin(articles["copy_of"])]
    dated = copied[copied["date_class"].isin(DATED)]
    return {
        doc_id: f"copy of {names[doc_id]}, dated {day:%Y-%m-%d} (class {date_class})"
        for doc_id, day, date_class in zip(
            dated["doc_id"], dated["date"], dated["date_class"], strict=True
        )
    }
