"""The ledger: what became of every file found, in numbers that add up."""

from __future__ import annotations

from collections.abc import Collection

import pandas as pd

from dateline.articles.placing import OTHER_LANGUAGE, place_articles
from dateline.articles.timeframe import Timeframe

# One row per line of the ledger: `line` is its name, `number` how many files or articles,
# `part_of` the line above that it is a part of (blank for the first).
LEDGER_COLUMNS = ("line", "number", "part_of")
_YEARS = Timeframe("year")


def make_ledger(
    articles: pd.DataFrame,
    files: pd.DataFrame,
    *,
    timeframe: Timeframe = _YEARS,
    languages: Collection[str] = (),
) -> pd.DataFrame:
    """
    Account for every file and every article of a study, in one timeframe.

    Returns LEDGER_COLUMNS. The parts of each line add up to it: files found are read, refused or
    set aside; articles found are counted or left out for one of six reasons; those undated are of
    class U or D; those counted are distinct stories or further copies. Numbers are whole: an
    article that is spread over several periods is one article here. A story counts where its
    representative does, as in the series: a copy inside the range of a story outside it is a
    further copy.

    The line "in another language" is there if an article was left out for it. `languages` are
    those of the study (ISO 639-1); with them two last lines say how many of the articles counted
    are in another one, and in one that could not be told.
    """
    status = files["status"].value_counts()
    placed = place_articles(articles, timeframe)
    reasons = placed["reason"].value_counts()
    counted = articles[(placed["reason"] == "").to_numpy()]
    stories = int((counted["copy_of"] == "").sum())
    articles_line = "articles in the files read"
    rows = [
        ("files found", len(files), ""),
        ("set aside", status.get("set aside", 0), "files found"),
        ("refused", status.get("refused", 0), "files found"),
        ("read", status.get("read", 0), "files found"),
        (articles_line, len(articles), ""),
        ("without text", reasons.get("problem", 0), articles_line),
        *_left_out_languages(reasons, articles_line),
        ("undated", reasons.get("undated", 0), articles_line),
        *_undated_by_class(articles, placed["reason"]),
        ("dated less surely than asked", reasons.get("not sure enough", 0), articles_line),
        (f"dated too widely for a {timeframe.period}", reasons.get("too wide", 0), articles_line),
        ("outside the range of days", reasons.get("outside", 0), articles_line),
        ("counted", len(counted), articles_line),
        ("distinct stories", stories, "counted"),
        ("further copies", len(counted) - stories, "counted"),
    ]
    if languages:
        other = counted[~counted["language"].isin([*languages])]["language"]
        rows += [
            ("counted, in another language than the study's", (other != "").sum(), ""),
            ("counted, in a language not known", (other == "").sum(), ""),
        ]
    numbers = [(line, int(number), part_of) for line, number, part_of in rows]
    return pd.DataFrame(numbers, columns=list(LEDGER_COLUMNS))


def _undated_by_class(
    articles: pd.DataFrame, reasons: pd.Series[str]
) -> list[tuple[str, int, str]]:
    """What "undated" holds: class D has a range of days, which is too wide for any chart."""
    undated = articles.loc[(reasons == "undated").to_numpy(), "date_class"]
    wide = int((undated == "D").sum())
    return [
        ("not dated (class U)", len(undated) - wide, "undated"),
        ("too widely dated (class D)", wide, "undated"),
    ]


def _left_out_languages(reasons: pd.Series, whole: str) -> list[tuple[str, int, str]]:
    left_out = int(reasons.get(OTHER_LANGUAGE, 0))
    return [("in another language", left_out, whole)] if left_out else []
