"""Captions: what a chart shows and what it leaves out; nothing that is not true of this one."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from dateline.articles.dates.evidence import HOW_KNOWN
from dateline.articles.periods import period_ends, period_label, read_range
from dateline.charts.share_axis import NO_ROWS, unit_of
from dateline.charts.style import THIN
from dateline.charts.timeline import MOST, goes_beyond, timeline_rows
from dateline.charts.wording import amount, distinct, listing, quoted


def caption_share(
    series: pd.DataFrame,
    left_out: pd.DataFrame,
    *,
    label: str,
    period: str,
    since: str = "",
    until: str = "",
) -> str:
    """
    The caption of `draw_share`: unit, band, marks, and the stories that are not in the chart.

    `left_out` is the table of that name from `stats`, made with the same settings as `series`;
    `label` is the theme in words; `period`, `since` and `until` are the settings of `series`, and
    a first or last period that they cut short is named. The text is plain, not HTML.
    Raises SettingError for a bad day, since after until, or an unknown period.
    """
    unit = unit_of(series, left_out)
    opening = f"Share of {distinct(unit)} that mention {quoted(label)}, by {period}."
    band = ["Band: 95 % Wilson interval."] if (series["total"] > 0).any() else []
    theme = series["theme"].iloc[0] if len(series) else None
    notes = [
        f"{words}{_mentioning(row['mention'], row['articles'], quoted(label)) if theme else ''}."
        for words, row in _left_out(series, left_out, theme=theme, period=period)
    ]
    marks = _marks(series, "Hollow", "Gap") + _cut_short(series, period, since, until)
    return " ".join([opening, *_if_empty(series), *band, *marks, *notes])


def caption_shares(
    series: pd.DataFrame,
    left_out: pd.DataFrame,
    *,
    labels: Mapping[str, str],
    period: str,
    since: str = "",
    until: str = "",
) -> str:
    """The caption of `draw_shares`; as `caption_share`, for all themes of `series`."""
    unit = unit_of(series, left_out)
    opening = f"Share of {distinct(unit)} that mention each theme, by {period}, all on one scale."
    band = ["Band: 95 % Wilson interval."] if (series["total"] > 0).any() else []
    marks = _marks(series, "Hollow", "Gap") + _cut_short(series, period, since, until)
    notes = _notes_for_all(series, left_out, labels, period)
    return " ".join([opening, *_if_empty(series), *band, *marks, *notes])


def caption_heatmap(
    series: pd.DataFrame,
    left_out: pd.DataFrame,
    *,
    labels: Mapping[str, str],
    period: str,
    since: str = "",
    until: str = "",
) -> str:
    """The caption of `draw_heatmap`; as `caption_shares`, for cells that show no interval."""
    unit = unit_of(series, left_out)
    opening = f"Share of {distinct(unit)} that mention each theme, by {period}."
    band = ["The cells show no interval."] if (series["total"] > 0).any() else []
    marks = _marks(series, "Frame", "Hatched") + _cut_short(series, period, since, until)
    notes = _notes_for_all(series, left_out, labels, period)
    return " ".join([opening, *_if_empty(series), *band, *marks, *notes])


def caption_volume(volume: pd.DataFrame, *, period: str, since: str = "", until: str = "") -> str:
    """
    The caption of `draw_volume`: how many articles and stories could be placed in a period.

    A period of copies only is counted in words: it has a bar, but no share of stories. `since`
    and `until` as in `caption_share`, which also says what is raised.
    """
    articles, stories = int(volume["articles"].sum()), int(volume["stories"].sum())
    parts = [f"{amount(articles, 'articles')} by {period}."]
    if stories < articles:
        parts.append(f"Dark: {distinct(unit='stories', number=stories)}. Light: further copies.")
    if (volume["articles"] == 0).any():
        parts.append("Hatched: no articles.")
    copies = int(((volume["articles"] > 0) & (volume["stories"] == 0)).sum())
    if copies:
        hold = "holds" if copies == 1 else "hold"
        parts.append(
            f"{amount(copies, f'{period}s')} {hold} only copies: "
            "no share of stories can be given there."
        )
    parts += _cut_short(volume, period, since, until)
    return " ".join([*parts, f"Articles whose date is not known to one {period} are not shown."])


def caption_timeline(articles: pd.DataFrame, *, most: int = MOST) -> str:
    """The caption of `draw_timeline`: what marks mean, and how many articles have no row."""
    rows, whole = timeline_rows(articles, most=most), articles[articles["problem"] == ""]
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
    if len(rows) < len(whole):
        parts.append(f"The first {len(rows)} of {len(whole)} articles are shown.")
    problems = len(articles) - len(whole)
    if problems:
        verb = "has a problem and is" if problems == 1 else "have a problem and are"
        parts.append(f"{amount(problems, 'articles')} {verb} not shown.")
    return " ".join(parts)


def _if_empty(series: pd.DataFrame) -> list[str]:
    return [NO_ROWS] if series.empty else []


def _marks(series: pd.DataFrame, thin: str, gap: str) -> list[str]:
    """What hollow points and gaps mean, if there are any."""
    unit, total = unit_of(series), series["total"]
    marks = [f"{thin}: fewer than {THIN} {unit}."] if ((total > 0) & (total < THIN)).any() else []
    return marks + ([f"{gap}: no {unit}."] if (total == 0).any() else [])


def _cut_short(table: pd.DataFrame, period: str, since: str, until: str) -> list[str]:
    """A sentence on the first and the last period, if the days chosen hold only a part of it."""
    first, last = read_range(since, until)
    starts = pd.DatetimeIndex(table["period"].drop_duplicates().sort_values())
    if starts.empty:
        return []
    end = period_ends(starts[-1:], period)[0] - pd.Timedelta(days=1)
    cuts = {starts[0]: f" from {since}" if first is not None and first > starts[0] else ""}
    if last is not None and last < end:
        cuts[starts[-1]] = f"{cuts.get(starts[-1], '')} up to {until}"
    week = "the week of " if period == "week" else ""
    words = "; ".join(
        f"{week}{period_label(start, period)} counts{cut}" for start, cut in cuts.items() if cut
    )
    return [f"{words[0].upper()}{words[1:]}."] if words else []


def _left_out(
    series: pd.DataFrame, left_out: pd.DataFrame, *, theme: str | None, period: str
) -> list[tuple[str, pd.Series]]:
    """For each reason that took any: the clause that says so, without a full stop, and its row."""
    names = [theme] if theme is not None else left_out["theme"].unique()[:1]
    rows = left_out[left_out["theme"].isin(names)]
    placed = series.groupby("period")["total"].first().sum()
    everything = amount(int(placed + rows["articles"].sum()), unit_of(series, left_out))
    return [
        (f"{row['articles']} of {everything} {_why(row['reason'], row['articles'], period)}", row)
        for _, row in rows[rows["articles"] > 0].iterrows()
    ]


def _why(reason: str, number: int, period: str) -> str:
    be, have = ("is", "has") if number == 1 else ("are", "have")
    return {
        "undated": f"{be} undated and not shown",
        "too wide": f"{have} a date that is not known to one {period} and {be} not shown",
        "outside": f"{be} not surely within the days chosen and {be} not shown",
    }[reason]


def _mentioning(mention: int, number: int, label: str) -> str:
    if number == 1:
        return f"; it {'mentions' if mention else 'does not mention'} {label}"
    if mention == 0:
        return f"; none of them mentions {label}"
    return f"; {mention} of them {'mentions' if mention == 1 else 'mention'} {label}"


def _notes_for_all(
    series: pd.DataFrame, left_out: pd.DataFrame, labels: Mapping[str, str], period: str
) -> list[str]:
    """As the last sentence of `caption_share`, with the themes that occur in what is left out."""
    themes = series["theme"].unique() if len(series) else left_out["theme"].unique()
    mine = left_out[left_out["theme"].isin(themes) & (left_out["mention"] > 0)]
    notes = []
    for words, row in _left_out(series, left_out, theme=None, period=period):
        found = mine[mine["reason"] == row["reason"]].sort_values(
            "mention", ascending=False, kind="stable"
        )
        names = [
            f"{labels.get(name, name)} ({n})"
            for name, n in zip(found["theme"], found["mention"], strict=True)
        ]
        notes.append(f"{words}; mentioned there: {listing(names)}." if names else f"{words}.")
    return notes
