"""The points of each theme with their intervals, and over them the change that was found."""

from __future__ import annotations

from collections.abc import Mapping

import matplotlib.dates as mdates
import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from dateline.charts import style
from dateline.charts.calendar_axis import PeriodAxis, draw_gaps, read_calendar
from dateline.charts.change import BAND, CHANGE, SURE, p_value, sure_rows, to_numbers
from dateline.charts.layers import NO_LAYERS, Layers, shown_events
from dateline.charts.panels import FEW, draw_small_foot, small_pairs, title_letters
from dateline.charts.share_axis import (
    how_many,
    label_percent,
    say_nothing,
    scale_top,
    what_is_shared,
)
from dateline.stats.change import STEP, TREND


@style.styled
def draw_changes(
    series: pd.DataFrame,
    changes: pd.DataFrame,
    *,
    smooth: pd.DataFrame,
    labels: Mapping[str, str],
    layers: Layers = NO_LAYERS,
) -> Figure:
    """
    Draw the points of each theme with their intervals and what was found, and return the Figure.

    `series`, `changes` and `labels` as in `draw_change_calendar`, but panels are in the order of
    `labels`; `smooth` is the table of `smooth_series`. A point is hollow where fewer than 3 stories
    stand behind it; a period without stories is hatched. Only where a change is told from chance
    (adjusted p below 0.05), a band holds its plausible positions, and two levels show the shares
    before and after. Where a trend fits better there are no levels. The thin line is the
    smooth one, dotted where it passes over a gap. Of `layers` it takes the colours, the volume as
    bars under each panel, and the events. Up to 6 themes stand two in a row, more three; the scale
    holds all of `series`, drawn or not.
    """
    names = [name for name in labels if (series["theme"] == name).any()]
    columns = 2 if len(names) <= FEW else 3
    rows = -(-len(names) // columns) or 1
    height = 0.8 + (1.55 + 0.2 * ("volume" in layers)) * rows if names else 0.6
    figure = Figure(figsize=(style.WIDTH, height), layout="constrained")
    if not names:
        say_nothing(figure.add_subplot())
        return figure
    words = f"{what_is_shared(series)}\n{how_many(series)}"
    figure.suptitle(words, x=0.01, ha="left", fontsize=10, color=style.GREY)
    pairs = small_pairs(figure, len(names), columns, with_strip="volume" in layers)
    top = scale_top(series["high"].max())
    for number, (name, (ax, _)) in enumerate(zip(names, pairs, strict=True)):
        mine = [table[table["theme"] == name] for table in (series, changes, smooth)]
        colour = layers.get("colours", {}).get(name, style.MARK)
        label_percent(ax, top, most=2)
        _draw_panel(ax, *mine, colour=colour)
        above = 9 if len(shown_events(series, layers)) else 0
        _write_titles(ax, style.plain(labels[name], otherwise=name), mine[1], above=above)
        ax.tick_params(labelleft=number % columns == 0, labelbottom=False)
    style.settle_layout(pairs[0][0])
    for number, (name, pair) in enumerate(zip(names, pairs, strict=True)):
        named = number + columns >= len(names)
        draw_small_foot(pair, series[series["theme"] == name], layers=layers, named=named)
    return figure


def _draw_panel(
    ax: Axes, series: pd.DataFrame, changes: pd.DataFrame, smooth: pd.DataFrame, *, colour: str
) -> None:
    rows = series.sort_values("period")
    calendar = read_calendar(rows)
    ax.set_xlim(calendar.edges[0], calendar.edges[-1])
    draw_gaps(ax, calendar, (rows["total"] == 0).tolist(), text="")
    sure = sure_rows(changes)
    for _, change in sure.iterrows():
        _draw_band(ax, change, calendar)
    _draw_points(ax, rows, calendar, colour=colour)
    _draw_smooth(ax, smooth, calendar)
    for first, end, share in _levels(sure, calendar):
        ax.plot([first, end], [share, share], color=CHANGE, linewidth=2, gid="level", zorder=5)


def _draw_band(ax: Axes, change: pd.Series, calendar: PeriodAxis) -> None:
    """From the last period surely before to the first surely after; never thinner than a line."""
    first, last = to_numbers(pd.Series([change["earliest"], change["latest"]]))
    width = calendar.edges[-1] - calendar.edges[0]
    thin = max(0.012 * width - (last - first), 0) / 2
    span = ax.axvspan(first - thin, last + thin, color=BAND, linewidth=0, zorder=0.7)
    span.set_gid("plausible")


def _draw_points(ax: Axes, rows: pd.DataFrame, calendar: PeriodAxis, *, colour: str) -> None:
    x, total = calendar.middles, rows["total"].to_numpy()
    known, thin = total > 0, total < style.THIN
    share, low, high = (rows[name].to_numpy() for name in ("share", "low", "high"))
    lines = ax.vlines(x[known], low[known], high[known], linewidth=1.3, gid="interval")
    lines.set_color(style.tint_of(colour, part=0.5))
    size = 3.6 if len(x) <= 24 else 2.6
    for which, face, name in ((known & ~thin, colour, "points"),
                              (known & thin, "white", "hollow points")):  # fmt: skip
        if which.any():
            ax.plot(x[which], share[which], style.marker_of(colour), color=colour,
                    markerfacecolor=face, markersize=size, clip_on=False, gid=name,
                    zorder=4)  # fmt: skip


def _draw_smooth(ax: Axes, smooth: pd.DataFrame, calendar: PeriodAxis) -> None:
    """A thin line; dotted where it passes over a gap."""
    rows = smooth.sort_values("period")
    line = rows["smooth"].to_numpy(dtype=float)
    if np.isnan(line).all():
        return
    over = rows["interpolated"].to_numpy()
    lines = [(np.where(over, np.nan, line), "-", "smooth")]
    if over.any():
        lines.append((line, ":", "interpolated"))
    for values, form, name in lines:
        ax.plot(calendar.middles, values, form, color=style.INK, linewidth=1, gid=name, zorder=3)


def _levels(sure: pd.DataFrame, calendar: PeriodAxis) -> list[tuple[float, float, float]]:
    """The stretches between the changes found, with their shares; none where it is a trend."""
    found = {row["part"]: row for _, row in sure.iterrows()}
    if "all" not in found or found["all"]["shape"] == TREND:
        return []
    whole, levels = found["all"], []
    first, end = calendar.edges[0], calendar.edges[-1]
    cut = float(mdates.date2num(whole["first_after"]))
    for part, left, right in (("before", first, cut), ("after", cut, end)):
        if part in found:
            middle = float(mdates.date2num(found[part]["first_after"]))
            levels.append((left, middle, float(found[part]["before"])))
            levels.append((middle, right, float(found[part]["after"])))
        else:
            levels.append((left, right, float(whole[part])))
    return levels


def _write_titles(ax: Axes, title: str, changes: pd.DataFrame, *, above: float) -> None:
    """Over the panel, and over numbers of events: the theme, and what the search says of it."""
    whole = changes[changes["part"] == "all"]
    text = _verdict(whole.iloc[0]) if len(whole) else ""
    columns = ax.get_subplotspec().get_gridspec().ncols  # type: ignore[union-attr]
    letters = title_letters(columns)
    pad = above + (16 if text else 5)
    ax.set_title(style.wrap(title, letters, lines=2), loc="left", fontsize=9.5, pad=pad)
    if not text:
        return
    colour = CHANGE if whole.iloc[0]["p_holm"] < SURE else style.GREY
    note = ax.annotate(text, (0, 1), (0, 4 + above), xycoords="axes fraction",
                       textcoords="offset points", fontsize=style.SMALL, color=colour)  # fmt: skip
    note.set_gid("verdict")


def _verdict(row: pd.Series) -> str:
    if row["reason"]:
        return "" if row["reason"].startswith("too few") else str(row["reason"])
    if not row["p_holm"] < SURE:
        return f"no sure change, p {p_value(row['p_holm'])}"
    shape = {STEP: "a step", TREND: "rather a trend"}.get(row["shape"], "step or trend")
    return f"{shape}, p {p_value(row['p_holm'])}"
