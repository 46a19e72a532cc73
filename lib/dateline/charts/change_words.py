"""What the charts of a search for a change say in words."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from dateline.articles.periods import period_label
from dateline.articles.timeframe import Timeframe
from dateline.charts.calendar_axis import read_calendar
from dateline.charts.change import NOT_LOOKED, SURE, looked_rows, p_value, say_not_looked, sure_rows
from dateline.charts.interval_words import say_interval
from dateline.charts.layers import thin_rows
from dateline.charts.share_axis import NO_ROWS
from dateline.charts.style import THIN
from dateline.charts.wording import amount, listing, numeral, percent, quoted
from dateline.charts.words import say_doubts
from dateline.stats.change_search import FEW, LEAST_DOCUMENTS, LEAST_PERIODS


def say_search(changes: pd.DataFrame, timeframe: Timeframe) -> str:
    """What a search for a change can and cannot show at the size of this corpus, in sentences."""
    if changes.empty:
        return NO_ROWS
    whole = changes[changes["part"] == "all"]
    first, noun = whole.iloc[0], f"{timeframe.period}s"
    size = f"{amount(first['documents'], 'stories')} in {amount(first['periods'], noun)}"
    if (whole["reason"] == FEW).all():
        return (
            f"{size}: too few documents to look for a change, which needs {LEAST_DOCUMENTS} "
            f"stories and {LEAST_PERIODS} {noun} with stories. This page shows the points with "
            "their intervals, and no change, trend or smooth line: chance would draw most of them."
        )
    looked = int((whole["reason"] == "").sum())
    return (
        f"{size}: enough to look for one change of each theme. {amount(looked, 'themes')} "
        f"{'is' if looked == 1 else 'are'} looked at, and p is adjusted for all of them. What is "
        "not found may still be there: a small or short change cannot be told at this size."
    )


def say_changes(changes: pd.DataFrame, labels: Mapping[str, str], timeframe: Timeframe) -> str:
    """Which themes changed and when, in sentences."""
    rows = looked_rows(changes, labels)
    if rows.empty:
        return NOT_LOOKED
    sure = sure_rows(changes[changes["theme"].isin(list(labels))])
    firsts = rows[rows["theme"].isin(sure.loc[sure["part"] == "all", "theme"])]
    if firsts.empty:
        return (
            f"No change of {'it' if len(rows) == 1 else f'the {len(rows)} themes'} is told from "
            f"chance (the smallest adjusted p is {p_value(rows['p_holm'].min())})."
        )
    found = [_sentence(row, labels, timeframe) for _, row in firsts.head(3).iterrows()]
    more = f" {len(firsts) - 3} more are in the table." if len(firsts) > 3 else ""
    opening = f"{len(firsts)} of {amount(len(rows), 'themes')} changed beyond chance."
    return f"{opening} {' '.join(found)}{more}"


def describe_change_calendar(
    changes: pd.DataFrame, labels: Mapping[str, str], timeframe: Timeframe
) -> str:
    """Describe `draw_change_calendar`: how many themes, and which changed when."""
    rows = looked_rows(changes, labels)
    if rows.empty:
        return f"Empty chart. {say_not_looked(changes)}"
    return (
        f"A row for each of {amount(len(rows), 'themes')}, with the days between which its one "
        f"change would lie. {say_changes(changes, labels, timeframe)}"
    )


def caption_change_calendar(changes: pd.DataFrame, labels: Mapping[str, str]) -> str:
    """The caption of `draw_change_calendar`; blank without a row, which the chart says."""
    rows = looked_rows(changes, labels)
    if rows.empty:
        return ""
    sure = rows["p_holm"] < SURE
    full = (
        "Full diamond: the change is told from chance (adjusted p below .05). " if any(sure) else ""
    )
    hollow = "" if all(sure) else "Hollow: not told from chance, and its place says nothing. "
    parts = (
        "Best position of one change; ticks on the bar: all positions that are plausible (95 %), "
        f"if there is one change. {full}{hollow}Share of distinct stories before and after; p by "
        f"permutation within sources, by Holm’s method for {amount(len(rows), 'themes')}."
    )
    missing = changes[changes["theme"].isin(list(labels)) & (changes["part"] == "all")]
    missing = missing[missing["reason"] != ""]
    if missing.empty:
        return parts
    names = listing([labels[name] for name in missing["theme"]])
    return f"{parts} Not looked at: {names}."


def describe_changes(
    series: pd.DataFrame,
    changes: pd.DataFrame,
    *,
    labels: Mapping[str, str],
    timeframe: Timeframe,
) -> str:
    """Describe `draw_changes`: what is drawn, the highest and lowest share, what changed."""
    rows = series[series["theme"].isin(list(labels))]
    if rows.empty:
        return f"Empty chart. {NO_ROWS}"
    calendar = read_calendar(rows)
    sums = rows.groupby("theme", sort=False)[["count", "total"]].sum()
    share = {str(name): part for name, part in (sums["count"] / sums["total"]).items()}
    high, low = max(share, key=share.__getitem__), min(share, key=share.__getitem__)
    opening = (
        f"Points with intervals: the share of distinct stories that mention a theme, one panel for "
        f"each of {amount(len(sums), 'themes')}, by {timeframe.period}, {calendar.label(0)} to "
        f"{calendar.label(-1)}, {numeral(sums['total'].iloc[0])} stories."
    )
    most = f"Most often {quoted(labels[high])} ({percent(share[high], 1)} of all)"
    least = f", least {quoted(labels[low])} ({percent(share[low], 1)})" if len(sums) > 1 else ""
    found = say_changes(changes, labels, timeframe)
    doubts = say_doubts(rows.assign(thin=thin_rows(rows)), calendar)
    return " ".join([opening, f"{most}{least}.", found, *doubts])


def caption_changes(
    series: pd.DataFrame,
    changes: pd.DataFrame,
    *,
    smooth: pd.DataFrame,
    labels: Mapping[str, str],
    timeframe: Timeframe,
) -> str:
    """The caption of `draw_changes`: what the marks that are there mean; blank without a row."""
    rows = series[series["theme"].isin(list(labels))]
    if rows.empty:
        return ""
    band = " or ".join(filter(None, map(say_interval, rows["method"].unique()))) or "95 % interval"
    parts = [
        f"Share of distinct stories that mention each theme, by {timeframe.period}, all on one "
        f"scale. Upright lines: {band}."
    ]
    total = rows["total"]
    if ((total > 0) & (total < THIN)).any():
        parts.append(f"Hollow: fewer than {THIN} stories.")
    if (total == 0).any():
        parts.append("Hatched: no stories.")
    if len(sure_rows(changes[changes["theme"].isin(list(labels))])):
        parts.append(
            "Band: where the change may lie (95 %); thick lines: shares before and after, where a "
            "step fits as well as a trend."
        )
    lines = smooth[smooth["theme"].isin(list(labels)) & smooth["smooth"].notna()]
    if len(lines):
        parts.append(f"Thin line: smoothed ({_freedom(lines)}); it may hide what lasts one period.")
        if lines["interpolated"].any():
            parts.append("Dotted: over a gap.")
    return " ".join(parts)


def _freedom(lines: pd.DataFrame) -> str:
    edf = lines.drop_duplicates("theme")["edf"]
    low, high = f"{edf.min():.1f}", f"{edf.max():.1f}"
    words = low if low == high else f"{low} to {high}"
    return f"{words} effective degrees of freedom, 2 is a straight line"


def _sentence(row: pd.Series, labels: Mapping[str, str], timeframe: Timeframe) -> str:
    """ "Sanctions: 12 % before and 38 % after 2022-03, plausibly 2022-01 to 2022-06 (p .003)." """
    first, best, last = (
        period_label(row[name], timeframe.period) for name in ("earliest", "first_after", "latest")
    )
    range_ = f", plausibly from {first} to {last}" if first != last else ""
    return (
        f"{quoted(labels[row['theme']])}: {percent(row['before'], 1)} before and "
        f"{percent(row['after'], 1)} from {best} on{range_} (adjusted p {p_value(row['p_holm'])})."
    )
