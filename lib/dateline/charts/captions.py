"""Captions: what a chart shows and what it leaves out; nothing that is not true of this one."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from dateline.articles.dates.evidence import HOW_KNOWN
from dateline.articles.periods import period_ends, period_label
from dateline.articles.timeframe import Timeframe
from dateline.charts.share_axis import NO_ROWS, unit_of
from dateline.charts.style import THIN
from dateline.charts.timeline import MOST, goes_beyond, timeline_rows
from dateline.charts.timeline_blocks import caption_blocks
from dateline.charts.wording import amount, distinct, listing, quoted

_CLASSES = {
    "A": "Only stated dates (class A).",
    "AB": f"Only dates {HOW_KNOWN['A']} or {HOW_KNOWN['B']} (classes A and B).",
}


def caption_share(
    series: pd.DataFrame,
    left_out: pd.DataFrame,
    *,
    label: str,
    timeframe: Timeframe,
    spread: int,
) -> str:
    """
    The caption of `draw_share`: unit, band, marks, and the stories that are not in the chart.

    `left_out` is the table of that name from `stats`, and `spread` the number of `count_spread`,
    both made with the same settings as `series`; `label` is the theme in words. A first or last
    period that `timeframe` cuts short is named. The text is plain, not HTML.
    """
    opening = f"Share of {_units(series, left_out)} that mention {quoted(label)}, by"
    theme = series["theme"].iloc[0] if len(series) else None
    notes = [
        f"{words}{_mentioning(row['mention'], row['articles'], quoted(label)) if theme else ''}."
        for words, row in _left_out(series, left_out, theme=theme, timeframe=timeframe)
    ]
    marks = [*_band(series, "Band: 95 % Wilson interval."), *_marks(series, "Hollow", "Gap")]
    parts = [*marks, *_limits(series, timeframe), *_spread(series, left_out, timeframe, spread)]
    return " ".join([f"{opening} {timeframe.period}.", *parts, *notes])


def caption_shares(
    series: pd.DataFrame,
    left_out: pd.DataFrame,
    *,
    labels: Mapping[str, str],
    timeframe: Timeframe,
    spread: int,
) -> str:
    """The caption of `draw_shares`; as `caption_share`, for all themes of `series`."""
    opening = f"Share of {_units(series, left_out)} that mention each theme, by"
    marks = [*_band(series, "Band: 95 % Wilson interval."), *_marks(series, "Hollow", "Gap")]
    parts = [*marks, *_limits(series, timeframe), *_spread(series, left_out, timeframe, spread)]
    notes = _notes_for_all(series, left_out, labels=labels, timeframe=timeframe)
    return " ".join([f"{opening} {timeframe.period}, all on one scale.", *parts, *notes])


def caption_heatmap(
    series: pd.DataFrame,
    left_out: pd.DataFrame,
    *,
    labels: Mapping[str, str],
    timeframe: Timeframe,
    spread: int,
) -> str:
    """The caption of `draw_heatmap`; as `caption_shares`, for cells that show no interval."""
    opening = f"Share of {_units(series, left_out)} that mention each theme, by"
    marks = [*_band(series, "The cells show no interval."), *_marks(series, "Frame", "Hatched")]
    parts = [*marks, *_limits(series, timeframe), *_spread(series, left_out, timeframe, spread)]
    notes = _notes_for_all(series, left_out, labels=labels, timeframe=timeframe)
    return " ".join([f"{opening} {timeframe.period}.", *parts, *notes])


def caption_volume(volume: pd.DataFrame, *, timeframe: Timeframe, spread: int) -> str:
    """
    The caption of `draw_volume`: how many articles and stories are in a period.

    `spread` is the number of `count_spread` for articles. A period of copies only is counted in
    words: it has a bar, but no share of stories.
    """
    articles, stories = round(volume["articles"].sum()), round(volume["stories"].sum())
    parts = [f"{amount(articles, 'articles')} by {timeframe.period}."]
    if stories < articles:
        parts.append(f"Dark: {distinct(unit='stories', number=stories)}. Light: further copies.")
    if (volume["articles"] == 0).any():
        parts.append("Hatched: no articles.")
    copies = int(((volume["articles"] > 0) & (volume["stories"] == 0)).sum())
    if copies:
        hold = "holds" if copies == 1 else "hold"
        parts.append(
            f"{amount(copies, f'{timeframe.period}s')} {hold} only copies: "
            "no share of stories can be given there."
        )
    parts += _limits(volume, timeframe)
    if spread:
        parts.append(_in_parts(spread, amount(articles, "articles"), timeframe))
    too_wide = f"dated too widely for a {timeframe.period}"
    return " ".join([*parts, f"Articles that are undated or {too_wide} are not shown."])


def caption_timeline(articles: pd.DataFrame, *, most: int = MOST) -> str:
    """The caption of `draw_timeline`: what marks mean, and how many articles are not drawn."""
    rows = timeline_rows(articles, most=most)
    parts = [caption_blocks(rows)] if len(rows) > most else _timeline_marks(rows)
    problems = len(articles) - len(rows)
    if problems:
        verb = "has a problem and is" if problems == 1 else "have a problem and are"
        parts.append(f"{amount(problems, 'articles')} {verb} not shown.")
    return " ".join(parts)


def _timeline_marks(rows: pd.DataFrame) -> list[str]:
    classes = set(rows["date_class"])
    parts = ["One row for each article, by the first day on which it can have appeared."]
    if classes & set("AB"):
        parts.append("Dot: best day.")
    if "C" in classes:
        parts.append(f"Hollow dot: best day, {HOW_KNOWN['C']}.")
    if classes - {"A"}:
        parts.append("Bar: all days on which it can have appeared.")
    if goes_beyond(rows):
        parts.append("Arrow: the bar goes on, or its end is not known.")
    if rows["date_conflict"].any():
        parts.append("Cross: the evidence disagrees.")
    return parts


def _units(series: pd.DataFrame, left_out: pd.DataFrame) -> str:
    return distinct(unit_of(series, left_out))


def _band(series: pd.DataFrame, words: str) -> list[str]:
    """What is true of the interval, if there is any; that there is no row, if there is none."""
    if series.empty:
        return [NO_ROWS]
    return [words] if (series["total"] > 0).any() else []


def _marks(series: pd.DataFrame, thin: str, gap: str) -> list[str]:
    """What hollow points and gaps mean, if there are any."""
    unit, total = unit_of(series), series["total"]
    marks = [f"{thin}: fewer than {THIN} {unit}."] if ((total > 0) & (total < THIN)).any() else []
    return marks + ([f"{gap}: no {unit}."] if (total == 0).any() else [])


def _limits(table: pd.DataFrame, timeframe: Timeframe) -> list[str]:
    """What the timeframe takes of the periods at the ends, and of the dates."""
    classes = _CLASSES.get(timeframe.date_classes)
    return _cut_short(table, timeframe) + ([classes] if classes else [])


def _cut_short(table: pd.DataFrame, timeframe: Timeframe) -> list[str]:
    """A sentence on the first and the last period, if the days chosen hold only a part of it."""
    first, last, period = timeframe.first, timeframe.last, timeframe.period
    starts = pd.DatetimeIndex(table["period"].drop_duplicates().sort_values())
    if starts.empty:
        return []
    end = period_ends(starts[-1:], period)[0] - pd.Timedelta(days=1)
    since = f" from {timeframe.since}" if first is not None and first > starts[0] else ""
    cuts = {starts[0]: since}
    if last is not None and last < end:
        cuts[starts[-1]] = f"{cuts.get(starts[-1], '')} up to {timeframe.until}"
    week = "the week of " if period == "week" else ""
    words = "; ".join(
        f"{week}{period_label(start, period)} counts{cut}" for start, cut in cuts.items() if cut
    )
    return [f"{words[0].upper()}{words[1:]}."] if words else []


def _spread(
    series: pd.DataFrame, left_out: pd.DataFrame, timeframe: Timeframe, number: int
) -> list[str]:
    everything = _everything(series, left_out)
    return [_in_parts(number, everything, timeframe)] if number else []


def _in_parts(number: int, everything: str, timeframe: Timeframe) -> str:
    its, counts = ("its", "counts") if number == 1 else ("their", "count")
    return (
        f"{number} of {everything} may lie in more than one {timeframe.period} and {counts} in "
        f"parts, by {its} possible days in each."
    )


def _everything(series: pd.DataFrame, left_out: pd.DataFrame) -> str:
    """All that is counted or left out: "14 stories"."""
    aside = left_out.drop_duplicates("reason")["articles"].sum()
    placed = series.drop_duplicates("period")["total"].sum()
    return amount(round(placed + aside), unit_of(series, left_out))


def _left_out(
    series: pd.DataFrame, left_out: pd.DataFrame, *, theme: str | None, timeframe: Timeframe
) -> list[tuple[str, pd.Series]]:
    """For each reason that took any: the clause that says so, without a full stop, and its row."""
    names = [theme] if theme is not None else left_out["theme"].unique()[:1]
    rows = left_out[left_out["theme"].isin(names) & (left_out["articles"] > 0)]
    everything = _everything(series, left_out)
    return [
        (
            f"{row['articles']} of {everything} {_why(row['reason'], row['articles'], timeframe)}",
            row,
        )
        for _, row in rows.iterrows()
    ]


def _why(reason: str, number: int, timeframe: Timeframe) -> str:
    be = "is" if number == 1 else "are"
    return {
        "undated": f"{be} undated and not shown",
        "not sure enough": f"{be} dated less surely than asked and not shown",
        "too wide": f"{be} dated too widely for a {timeframe.period} and not shown",
        "outside": f"{be} not surely within the days chosen and not shown",
    }[reason]


def _mentioning(mention: int, number: int, label: str) -> str:
    if number == 1:
        return f"; it {'mentions' if mention else 'does not mention'} {label}"
    if mention == 0:
        return f"; none of them mentions {label}"
    return f"; {mention} of them {'mentions' if mention == 1 else 'mention'} {label}"


def _notes_for_all(
    series: pd.DataFrame,
    left_out: pd.DataFrame,
    *,
    labels: Mapping[str, str],
    timeframe: Timeframe,
) -> list[str]:
    """As the last sentence of `caption_share`, with the themes that occur in what is left out."""
    themes = series["theme"].unique() if len(series) else list(labels)
    mine = left_out[left_out["theme"].isin(themes) & (left_out["mention"] > 0)]
    notes = []
    for words, row in _left_out(series, left_out, theme=None, timeframe=timeframe):
        found = mine[mine["reason"] == row["reason"]].sort_values(
            "mention", ascending=False, kind="stable"
        )
        names = [
            f"{labels.get(name, name)} ({n})"
            for name, n in zip(found["theme"], found["mention"], strict=True)
        ]
        notes.append(f"{words}; mentioned there: {listing(names)}." if names else f"{words}.")
    return notes
