"""What a chart leaves out, in words: how many for each reason, and what they mention."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from dateline.articles.placing import place_articles
from dateline.articles.timeframe import Timeframe
from dateline.charts.share_axis import noun_of, unit_of
from dateline.charts.wording import amount, listing, quoted

MOST = 3  # themes named in a warning
# Of class D are wide dates, and those that evidence which disagrees has cost a class.
NOT_SURE = "undated or not surely dated within 92 days (class D or U)"
_INSIDE = {"words", "sentences"}  # units that have no date of their own


def say_left_out(
    series: pd.DataFrame, left_out: pd.DataFrame, *, label: str, timeframe: Timeframe
) -> list[str]:
    """A sentence for each reason that took any, and whether they mention the theme of `series`."""
    theme = series["theme"].iloc[0] if len(series) else None
    return [
        f"{words}{_mentioning(row, quoted(label)) if theme else ''}."
        for words, row in _reasons(series, left_out, theme=theme, timeframe=timeframe)
    ]


def say_left_out_of_all(
    series: pd.DataFrame,
    left_out: pd.DataFrame,
    *,
    labels: Mapping[str, str],
    timeframe: Timeframe,
) -> list[str]:
    """As `say_left_out`, with the themes that occur in what is left out."""
    themes = series["theme"].unique() if len(series) else list(labels)
    mine = left_out[left_out["theme"].isin(themes) & (left_out["mention"] > 0)]
    notes = []
    for words, row in _reasons(series, left_out, theme=None, timeframe=timeframe):
        found = mine[mine["reason"] == row["reason"]].sort_values(
            "mention", ascending=False, kind="stable"
        )
        pairs = zip(found["theme"], found["mention"], strict=True)
        names = [f"{labels.get(name, name)} ({number})" for name, number in pairs]
        notes.append(f"{words}; mentioned there: {listing(names)}." if names else f"{words}.")
    return notes


def everything(series: pd.DataFrame, left_out: pd.DataFrame) -> str:
    """All that is counted or left out: "14 stories"."""
    aside = left_out.drop_duplicates("reason")["articles"].sum()
    placed = series.drop_duplicates("period")["total"].sum()
    return amount(round(placed + aside), noun_of(series, left_out))


def say_undated(differ: pd.DataFrame, labels: Mapping[str, str]) -> str:
    """
    The warning below a chart, if what is left out for its date differs from what is counted.

    `differ` is the table of `undated_differ`; themes without a label are passed over. "" if none
    differs.
    """
    rows = differ[differ["differs"] & differ["theme"].isin(list(labels))]
    if rows.empty:
        return ""
    by_size = rows.assign(size=rows["difference"].abs()).sort_values(
        "size", ascending=False, kind="stable"
    )
    noun = noun_of(rows)
    names = [_difference(row, labels) for _, row in by_size.iterrows()]
    return (
        f"Warning: the {noun} that are left out for their date tell of other things than those "
        f"that are counted: {listing(names, most=MOST)}. Date them before believing "
        f"{'its shares' if len(rows) == 1 else 'their shares'}."
    )


def _difference(row: pd.Series, labels: Mapping[str, str]) -> str:
    return (
        f"{quoted(labels[row['theme']])} ({row['undated_count']} of the {row['undated_total']} "
        f"left out, {row['count']} of the {row['total']} counted)"
    )


def _reasons(
    series: pd.DataFrame, left_out: pd.DataFrame, *, theme: str | None, timeframe: Timeframe
) -> list[tuple[str, pd.Series]]:
    """For each reason that took any: the clause that says so, without a full stop, and its row."""
    names = [theme] if theme is not None else left_out["theme"].unique()[:1]
    rows = left_out[left_out["theme"].isin(names) & (left_out["articles"] > 0)]
    whole = everything(series, left_out)
    within = " are of stories that" if unit_of(series, left_out) in _INSIDE else ""
    return [
        (
            f"{row['articles']} of {whole}{within} "
            f"{_why(row['reason'], 2 if within else row['articles'], timeframe)}",
            row,
        )
        for _, row in rows.iterrows()
    ]


def list_undated(articles: pd.DataFrame, timeframe: Timeframe) -> list[str]:
    """
    How many articles have no date that counts, in a phrase for each cause; empty if there are none.

    Evidence that disagrees costs a class, so an article of class D need not be dated widely.
    """
    out = articles[(place_articles(articles, timeframe)["reason"] == "undated").to_numpy()]
    wide = out["date_class"] == "D"
    doubtful = wide & out["date_conflict"]
    causes = {
        "undated (class U)": ~wide,
        "dated too widely (class D)": wide & ~doubtful,
        "put back to class D because the evidence disagrees": doubtful,
    }
    return [f"{int(mask.sum())} {cause}" for cause, mask in causes.items() if mask.any()]


def _why(reason: str, number: int, timeframe: Timeframe) -> str:
    be = "is" if number == 1 else "are"
    return {
        "undated": f"{be} {NOT_SURE} and not shown",
        "not sure enough": f"{be} dated less surely than asked and not shown",
        "too wide": f"{be} dated too widely for a {timeframe.period} and not shown",
        "outside": f"{be} not surely within the days chosen and not shown",
    }[reason]


def _mentioning(row: pd.Series, label: str) -> str:
    """What is left out mentions the theme, or does not; of words, how often."""
    mention, number = row["mention"], row["articles"]
    if unit_of(row.to_frame().T) == "words":
        return f"; with {amount(mention, 'mentions')} of {label}"
    if number == 1:
        return f"; it {'mentions' if mention else 'does not mention'} {label}"
    if mention == 0:
        return f"; none of them mentions {label}"
    return f"; {mention} of them {'mentions' if mention == 1 else 'mention'} {label}"
