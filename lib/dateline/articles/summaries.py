"""Short tables about a corpus, for people to read: sources, dates, cleaning, copies."""

from __future__ import annotations

import pandas as pd

from dateline.articles.corpus import Corpus
from dateline.articles.dates.evidence import DATED, HOW_KNOWN
from dateline.articles.share_level import FULL, share_level
from dateline.articles.shortening import shorten
from dateline.articles.source_names import NOT_KNOWN

_LONGEST = 80  # characters of an example, or of the name of a story without a title


def summarize_sources(articles: pd.DataFrame) -> pd.DataFrame:
    """
    One row per source, the most articles first: source, articles, stories, first, last,
    median_words. `stories` are those of which this source holds the representative. From `first`
    to `last` lie all its articles of the classes A to C, as the charts spread them: the earliest
    day that one of them may have, and the latest. Missing where none has such a class. The best
    day of class C is often no more than a middle, and no first day of anything. A blank source is
    "source not known".
    """
    dated = articles["date_class"].isin(DATED)
    table = articles.assign(
        source=articles["source"].replace("", NOT_KNOWN),
        earliest=articles["date_earliest"].where(dated),
        latest=articles["date_latest"].where(dated),
    )
    groups = table.groupby("source", sort=True)
    return (
        pd.DataFrame(
            {
                "articles": groups.size(),
                "stories": groups["copy_of"].agg(lambda copies: int((copies == "").sum())),
                "first": groups["earliest"].min(),
                "last": groups["latest"].max(),
                "median_words": groups["n_words"].median().round().astype(int),
            }
        )
        .reset_index()
        .sort_values(["articles", "source"], ascending=[False, True], kind="stable")
        .reset_index(drop=True)
    )


def summarize_dates(articles: pd.DataFrame) -> pd.DataFrame:
    """One row per date class, all five: date_class, meaning, articles, stories, conflicts."""
    classes = articles["date_class"]
    originals = articles["copy_of"] == ""
    rows = [
        (
            name,
            how if name in DATED else f"{how}; not shown by period",
            int((classes == name).sum()),
            int(((classes == name) & originals).sum()),
            int(((classes == name) & articles["date_conflict"]).sum()),
        )
        for name, how in HOW_KNOWN.items()
    ]
    return pd.DataFrame(rows, columns=["date_class", "meaning", "articles", "stories", "conflicts"])


def list_inferred_dates(articles: pd.DataFrame) -> pd.DataFrame:
    """
    The articles that state no date, or contradict themselves: one row each, by interval.

    Columns path, title, interval, date, date_class, date_basis, date_evidence; `interval` is
    "first .. last" with "?" for an open end, or "no date found".
    """
    table = articles[(articles["date_class"] != "A") | articles["date_conflict"]]
    table = table.sort_values(["date_earliest", "path"], na_position="last", kind="stable")
    interval = [
        "no date found" if pd.isna(first) and pd.isna(last) else f"{_day(first)} .. {_day(last)}"
        for first, last in zip(table["date_earliest"], table["date_latest"], strict=True)
    ]
    columns = ["path", "title", "interval", "date", "date_class", "date_basis", "date_evidence"]
    return table.assign(interval=interval)[columns].reset_index(drop=True)


def summarize_removals(corpus: Corpus) -> pd.DataFrame:
    """
    One row per removing rule that acted: rule, spans, articles, characters, example.

    `example` is the removed text that came most often, cut at 80 characters.
    """
    removals = corpus.removals.assign(length=corpus.removals["end"] - corpus.removals["start"])
    groups = removals.groupby("rule", sort=True)
    return pd.DataFrame(
        {
            "spans": groups.size(),
            "articles": groups["doc_id"].nunique(),
            "characters": groups["length"].sum(),
            "example": groups["text"].agg(lambda texts: shorten(texts.mode().iloc[0], _LONGEST)),
        }
    ).reset_index()


def summarize_fixes(corpus: Corpus) -> pd.DataFrame:
    """One row per fixer that changed a text: fixer (without its "fix_"), articles."""
    names = corpus.fixes["fixer"].str.removeprefix("fix_")
    counts = names.value_counts().sort_index()
    return pd.DataFrame({"fixer": counts.index, "articles": counts.to_numpy()})


def list_copies(corpus: Corpus) -> pd.DataFrame:
    """
    One row per further copy, by story: story, original, copy, copy_source, days_later, contained.

    `original` and `copy` are paths; `days_later` is from best day to best day, missing where one
    has none; `contained` is the share of the shorter one's 5-word runs that both have.
    """
    articles = corpus.articles.set_index("doc_id")
    copies = corpus.articles[corpus.articles["copy_of"] != ""]
    shares = {
        frozenset((pair.doc_id, pair.other)): pair.containment
        for pair in corpus.pairs.itertuples(index=False)
    }
    original = articles.loc[copies["copy_of"]]
    table = pd.DataFrame(
        {
            "story": [_name(row) for row in original.itertuples()],
            "original": original["path"].to_numpy(),
            "copy": copies["path"].to_numpy(),
            "copy_source": copies["source"].to_numpy(),
            "days_later": (copies["date"].to_numpy() - original["date"].to_numpy()),
            "contained": [
                shares.get(frozenset(pair), float("nan"))
                for pair in zip(copies["doc_id"], copies["copy_of"], strict=True)
            ],
        }
    )
    days = pd.to_timedelta(table["days_later"]).dt.days.astype("Int64")
    return table.assign(days_later=days).sort_values(["original", "copy"], ignore_index=True)


def _day(day: pd.Timestamp) -> str:
    return "?" if pd.isna(day) else f"{day:%Y-%m-%d}"


def _name(row: object) -> str:
    """The title of an article, or its first words; below the share level "full" its path."""
    title, text = str(getattr(row, "title", "")), str(getattr(row, "text", ""))
    known = share_level() == FULL
    return title or (shorten(text, _LONGEST) if known else str(getattr(row, "path", "")))
