"""Each theme over time three times: all sources, the same throughout, and these in a fixed mix."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D

from dateline.charts import style
from dateline.charts.calendar_axis import draw_gaps, read_calendar
from dateline.charts.layers import NO_LAYERS, Layers, shown_events, thin_rows
from dateline.charts.panels import FEW, draw_small_foot, small_pairs, title_letters
from dateline.charts.ribbons import draw_curve
from dateline.charts.share_axis import (
    how_many,
    is_rate,
    label_values,
    say_nothing,
    scale_top,
    what_is_shared,
)
from dateline.stats.standardised import CRUDE, FIXED, SAME, mean_distance

TWO_LINES = 31.0  # points: the heading above the key
SMALLER = 0.65  # marks of small charts
# Told apart by dash and mark where colours fail.
LINES = {SAME: ("#b3400a", (0, (5, 1.6)), 1.3), FIXED: (style.INK, (0, (1, 1.3)), 1.6)}
NAMES = {CRUDE: "all sources", SAME: "the same throughout", FIXED: "these in a fixed mix"}


@style.styled
def draw_held_sources(
    held: pd.DataFrame, *, labels: Mapping[str, str], layers: Layers = NO_LAYERS
) -> Figure:
    """
    Draw one small chart for each theme with three lines, all on one scale; return the Figure.

    `held` is the table of `hold_sources`. The line with points and a 95 % band is the share of
    all sources, drawn as `draw_shares` does; dashed is that of the sources which are there
    throughout, with a hollow diamond where fewer than 3 stories stand behind it; dotted the same
    in a fixed mix. The intervals of the last two are in the table, not in the chart. `labels` as
    in `draw_shares`; `pick_held` chooses among many. Of `layers` the smooth line is not drawn.
    """
    names = [name for name in labels if (held["theme"] == name).any()]
    columns = min(2, max(len(names), 1))
    rows = -(-len(names) // columns) or 1
    height = 1.85 + 0.25 * ("volume" in layers)
    figure = Figure(figsize=(style.WIDTH, 1.1 + height * rows), layout="constrained")
    if not names or not (held["total"] > 0).any():
        say_nothing(figure.add_subplot())
        return figure
    crude = held[held["sources"] == CRUDE]
    heading = f"{what_is_shared(crude)}\n{how_many(crude)}\n "  # the key stands in the third line
    figure.suptitle(heading, x=0.01, ha="left", fontsize=10, color=style.GREY)
    pairs = small_pairs(figure, len(names), columns, with_strip="volume" in layers)
    for name, (ax, _) in zip(names, pairs, strict=True):
        theme = held[held["theme"] == name]
        _draw_small(ax, theme, top=_top_of(held), layers=layers)
        title = style.plain(labels[name], otherwise=name)
        pad = 14 if len(shown_events(crude, layers)) else 5
        letters = title_letters(columns)
        ax.set_title(style.wrap(title, letters), loc="left", fontsize=9.5, pad=pad)
    _draw_key(figure, str(names[0]), layers)
    _draw_feet(pairs, crude, names=names, layers=layers)
    return figure


def pick_held(held: pd.DataFrame, labels: Mapping[str, str], *, most: int = FEW) -> dict[str, str]:
    """
    The labels of the themes to draw, in their order: at most so many, where the lines part most.

    See `mean_distance`. A theme without a line of held sources comes last.
    """
    ranked = mean_distance(held, labels).sort_values(ascending=False, kind="stable")
    chosen = set(ranked.index[:most])
    return {name: label for name, label in labels.items() if name in chosen}


def _draw_small(ax: Axes, theme: pd.DataFrame, *, top: float, layers: Layers) -> None:
    parts = {name: rows.sort_values("period") for name, rows in theme.groupby("sources")}
    crude = parts[CRUDE]
    calendar = read_calendar(crude)
    colour = layers.get("colours", {}).get(str(crude["theme"].iloc[0]), style.MARK)
    bare = {name: layer for name, layer in layers.items() if name != "smooth"}
    draw_curve(ax, calendar, crude, colour=colour, layers=bare)  # type: ignore[arg-type]
    draw_gaps(ax, calendar, (crude["total"] == 0).tolist(), text="")
    for line in ax.lines:
        line.set_markersize(line.get_markersize() * SMALLER)
        line.set_linewidth(1.2)
    for name, (shade, dash, width) in LINES.items():
        share = parts[name]["share"].to_numpy()
        ax.plot(calendar.middles, share, color=shade, linestyle=dash, linewidth=width,
                clip_on=not np.isfinite(share).any(), gid=name, zorder=4.5)  # fmt: skip
    _draw_thin(ax, calendar.middles, parts[SAME])
    label_values(ax, crude, top=top, most=3 if is_rate(crude) else 2)
    ax.tick_params(labelbottom=False)


def _draw_thin(ax: Axes, middles: np.ndarray, same: pd.DataFrame) -> None:
    """Where the sources that are there throughout have fewer than 3 stories."""
    thin = thin_rows(same).to_numpy()
    if thin.any():
        ax.plot(middles[thin], same["share"].to_numpy()[thin], "D", color=LINES[SAME][0],
                markerfacecolor="white", markersize=3.6, clip_on=False, zorder=4.6,
                gid="hollow same")  # fmt: skip


def _draw_key(figure: Figure, theme: str, layers: Layers) -> None:
    """What the three lines are, above all panels in the order of reading."""
    colour = layers.get("colours", {}).get(theme, style.MARK)
    one = len(figure.axes) <= 2
    first = Line2D([], [], color=colour if one else style.GREY, linewidth=1.2, label=NAMES[CRUDE])
    first.set(marker="o", markersize=4)
    keys = [first]
    for name, (shade, dash, width) in LINES.items():
        keys.append(Line2D([], [], color=shade, linestyle=dash, linewidth=width, label=NAMES[name]))
    place = 0.01, 1 - TWO_LINES / (72 * figure.get_figheight())
    key = figure.legend(handles=keys, loc="upper left", bbox_to_anchor=place, ncols=3, borderpad=0,
                        handlelength=2.6, columnspacing=1.6, borderaxespad=0)  # fmt: skip
    key.set_in_layout(False)  # the heading has left room for it


def _draw_feet(
    pairs: list[tuple[Axes, Axes | None]], crude: pd.DataFrame, *, names: list[str], layers: Layers
) -> None:
    style.settle_layout(pairs[0][0])
    columns = min(2, len(names))
    for number, (name, pair) in enumerate(zip(names, pairs, strict=True)):
        pair[0].tick_params(labelleft=number % columns == 0)
        named = number + columns >= len(names)
        draw_small_foot(pair, crude[crude["theme"] == name], layers=layers, named=named)


def _top_of(held: pd.DataFrame) -> float:
    """The scale holds all three lines, and the band of the first."""
    highest = max(held["share"].max(), held.loc[held["sources"] == CRUDE, "high"].max())
    return scale_top(highest, most=np.inf if is_rate(held) else 1.0)
