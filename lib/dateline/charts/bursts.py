"""Runs of days on which a theme was far commoner than usual: a bar for each."""

from __future__ import annotations

from collections.abc import Mapping

import matplotlib.dates as mdates
import pandas as pd
from matplotlib.axes import Axes

from dateline.charts import style
from dateline.charts.date_axis import draw_days
from dateline.charts.share_axis import say_nothing
from dateline.charts.wording import amount, numeral, percent, quoted
from dateline.stats.bursts import FEW, LEAST_DOCUMENTS, NOT_DAILY

ROW = 0.36  # inches
LABEL = 24  # characters in a line of a row label
NOTHING = "No burst is shown."


@style.styled
def draw_bursts(
    bursts: pd.DataFrame,
    days: tuple[pd.Timestamp, pd.Timestamp],
    *,
    labels: Mapping[str, str],
    ax: Axes | None = None,
) -> Axes:
    """
    Draw the bursts of each theme as bars on the calendar, and return the Axes.

    `bursts` is the table of `find_bursts`, `days` the first and last day that any article has;
    `labels` maps names of themes to row labels and gives order and choice. The darker, the more of
    the stories of those days have the theme. Themes without a burst have no row; where none has
    one, the chart says why.
    """
    rows = burst_rows(bursts, labels)
    names = list(dict.fromkeys(rows["theme"]))
    ax = ax if ax is not None else style.new_axes(0.9 + ROW * len(names) if names else 0.6)
    if rows.empty:
        say_nothing(ax, say_bursts(bursts, labels))
        return ax
    texts = [style.plain(labels[name], otherwise=name) for name in names]
    ax.set_yticks(range(len(names)), [style.wrap(text, LABEL) for text in texts], parse_math=False)
    ax.tick_params(axis="y", labelcolor=style.INK)
    ax.set_ylim(len(names) - 0.4, -0.6)
    start, end = (float(day) for day in mdates.date2num(list(days)))
    ax.set_xlim(start, end + 1)
    least = 0.006 * (end - start)
    for place, name in enumerate(names):
        _draw_row(ax, place, rows[rows["theme"] == name], least)
    draw_days(ax, (start, end + 1))
    _write_counts(ax, rows, names)
    return ax


def _draw_row(ax: Axes, place: int, rows: pd.DataFrame, least: float) -> None:
    for _, row in rows.iterrows():
        first, last = _span(row)
        colour = style.SHARES(float(row["share"]))
        (bar,) = ax.barh(place, max(last - first, least), left=first, height=0.55, color=colour)
        bar.set(edgecolor=style.MARK, linewidth=0.6, gid="burst")


def _write_counts(ax: Axes, rows: pd.DataFrame, names: list[str]) -> None:
    """The stories of each burst, right or left of its bar, where there is room."""
    left, right = ax.get_xlim()
    per_day = style.width_in_points(ax) / (right - left)
    for place, name in enumerate(names):
        taken = left
        spans = [_span(row) for _, row in rows[rows["theme"] == name].iterrows()]
        ends = [*(first for first, _ in spans[1:]), right]
        for (first, last), beyond, (_, row) in zip(
            spans, ends, rows[rows["theme"] == name].iterrows(), strict=True
        ):
            text = f"{numeral(row['count'])} of {numeral(row['total'])}"
            need = (style.text_width(text, style.SMALL) + 10) / per_day
            if beyond - last >= need:
                _write(ax, text, (last, place), to_right=True)
                taken = last + need
            else:
                if first - taken >= need:
                    _write(ax, text, (first, place), to_right=False)
                taken = last


def _write(ax: Axes, text: str, at: tuple[float, float], *, to_right: bool) -> None:
    note = ax.annotate(
        text, at, (5 if to_right else -5, 0), textcoords="offset points", va="center",
        ha="left" if to_right else "right", fontsize=style.SMALL, color=style.INK,
    )  # fmt: skip
    note.set_gid("count")


def _span(row: pd.Series) -> tuple[float, float]:
    """First day and the day after the last, as matplotlib counts."""
    first, last = (float(day) for day in mdates.date2num([row["start"], row["end"]]))
    return first, last + 1


def burst_rows(bursts: pd.DataFrame, labels: Mapping[str, str]) -> pd.DataFrame:
    """The bursts that are drawn, themes in the order of `labels`."""
    rows = bursts[bursts["theme"].isin(list(labels)) & (bursts["reason"] == "")]
    order = {name: number for number, name in enumerate(labels)}
    places = rows["theme"].map(order)
    return rows.assign(place=places).sort_values(["place", "start"]).drop(columns="place")


def say_bursts(bursts: pd.DataFrame, labels: Mapping[str, str]) -> str:
    """How many bursts there are, or why none is shown, in a sentence."""
    mine = bursts[bursts["theme"].isin(list(labels))]
    if (mine["reason"] == FEW).any() or mine.empty:
        return f"{NOTHING} They need {LEAST_DOCUMENTS} stories dated to the day."
    if (mine["reason"] == NOT_DAILY).any():
        return f"{NOTHING} The stories are not dated to the day."
    rows = burst_rows(bursts, labels)
    if rows.empty:
        return "No theme has a burst."
    themes = rows["theme"].nunique()
    return f"{amount(len(rows), 'bursts')} of {amount(themes, 'themes')}."


def describe_bursts(bursts: pd.DataFrame, labels: Mapping[str, str]) -> str:
    """Describe `draw_bursts`: how many there are, and the strongest."""
    rows = burst_rows(bursts, labels)
    if rows.empty:
        return f"Empty chart. {say_bursts(bursts, labels)}"
    top = rows.sort_values("weight", ascending=False, kind="stable").iloc[0]
    days = f"{top['start']:%Y-%m-%d} to {top['end']:%Y-%m-%d}"
    return (
        f"Bars on a calendar, a row for each theme: {say_bursts(bursts, labels)} The strongest is "
        f"that of {quoted(labels[top['theme']])}, {days}: {numeral(top['count'])} of "
        f"{numeral(top['total'])} stories ({percent(top['share'], 1)}), usually "
        f"{percent(top['usual'], 1)}."
    )


def caption_bursts(bursts: pd.DataFrame, labels: Mapping[str, str]) -> str:
    """The caption of `draw_bursts`; blank where there is no bar, which the chart says."""
    rows = burst_rows(bursts, labels)
    if rows.empty:
        return ""
    return (
        "Bursts by Kleinberg’s automaton: runs of days on which a theme is nearer to twice its "
        "usual share than to the usual one. Numbers: distinct stories with it, of all stories of "
        "those days; the darker, the larger the share. A description without an error rate: chance "
        "makes bursts too. Themes without one have no row."
    )
