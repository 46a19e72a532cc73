"""The share of stories that mention a theme, over calendar time."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from dateline.charts import style
from dateline.charts.calendar_axis import (
    PeriodAxis,
    draw_calendar,
    draw_gaps,
    draw_totals,
    read_calendar,
)
from dateline.charts.events import draw_events
from dateline.charts.layers import (
    NO_LAYERS,
    Layers,
    documents_noun,
    documents_of,
    shown_events,
)
from dateline.charts.panels import FEW, STRIP, draw_small_foot, small_pairs, title_letters
from dateline.charts.ribbons import draw_curve, draw_strip
from dateline.charts.share_axis import (
    INDEX,
    how_many,
    is_rate,
    label_values,
    noun_of,
    say_nothing,
    top_of,
    unit_of,
    what_is_shared,
)
from dateline.errors import SettingError

SMALLER = 0.65  # marks of small charts


@style.styled
def draw_share(
    series: pd.DataFrame, *, ax: Axes | None = None, label: str = "", layers: Layers = NO_LAYERS
) -> Axes:
    """
    Draw the share of one theme over time, with its 95 % band, and return the Axes.

    `series` is the table of `count_by_period`, with the rows of one theme. The y axis starts at
    0. A point is hollow where fewer than 3 stories stand behind it. Where there are no stories,
    line and band break and the gap is hatched. The totals stand under the axis where they fit;
    of sentences and words, the stories that hold them. `label` is the title; without it, the name
    of the theme. `layers` adds a smooth line and events; its bars need a figure of their own, so
    they are not drawn on Axes that are given.

    The band tells what chance can do with so few stories, not what the choice of the terms or of
    the sources does. Raises SettingError if there is more than one theme.
    """
    names = series["theme"].unique()
    if len(names) > 1:
        raise SettingError(
            f"the table has {len(names)} themes; keep the rows of one of them, or use draw_shares"
        )
    strip = None
    if ax is None:
        ax, strip = _new_pair(with_strip="volume" in layers and len(series) > 0)
    title = style.plain(label or "".join(names), otherwise="".join(names))
    events = 12 if len(series) and len(shown_events(series, layers)) else 0
    # Axes of the caller were made under other settings, and would take $ for a formula.
    ax.set_title(title, loc="left", pad=20 + events, parse_math=False)
    # The name of the y axis stands upright over its upper end, where it is read first.
    ax.set_ylabel(what_is_shared(series), rotation=0, ha="left", va="bottom")
    ax.yaxis.set_label_coords(0, 1.03 + events / 180)
    if series.empty:
        say_nothing(ax)
        return ax
    calendar = _draw_panel(ax, series, top=top_of(series), layers=layers)
    empty = (series.sort_values("period")["total"] == 0).tolist()
    draw_gaps(ax, calendar, empty, text=f"no {noun_of(series)}")
    _draw_foot(ax, strip, series, calendar=calendar, layers=layers)
    return ax


@style.styled
def draw_shares(
    series: pd.DataFrame,
    *,
    labels: Mapping[str, str],
    columns: int | None = None,
    layers: Layers = NO_LAYERS,
) -> Figure:
    """
    Draw one small chart of the share for each theme, all on one scale, and return the Figure.

    `series` is the table of `count_by_period`. `labels` maps names of themes to titles and gives
    order and choice: a theme that is not in it is not drawn, but the scale holds it, so that the
    figures of `group_panels` can be compared. Reads as `draw_share`, but the totals,
    the same in every panel, are told by their range over all of them, and with `layers` by bars.
    Up to 6 themes stand two in a row, more three, unless `columns` says otherwise. An index
    (`index_series`) has a scale of its own for each theme, and a line at 100.

    Raises SettingError if columns is below 1.
    """
    if columns is not None and columns < 1:
        raise SettingError(f"columns is {columns}; choose how many charts stand in a row")
    names = [name for name in labels if (series["theme"] == name).any()]
    few = len(names) <= FEW
    columns = columns or min(2 if few else 3, max(len(names), 1))
    rows = -(-len(names) // columns) or 1
    height = 1.35 + 0.5 * few + 0.25 * ("volume" in layers)
    figure = Figure(figsize=(style.WIDTH, 0.75 + height * rows), layout="constrained")
    if not names:
        say_nothing(figure.add_subplot())
        return figure
    totals = "Each on a scale of its own" if unit_of(series) == INDEX else how_many(series)
    figure.suptitle(
        f"{what_is_shared(series)}\n{totals}", x=0.01, ha="left", fontsize=10, color=style.GREY
    )
    _draw_panels(figure, series, names=names, columns=columns, texts=(labels, layers))
    return figure


def _draw_panels(
    figure: Figure,
    series: pd.DataFrame,
    *,
    names: list[str],
    columns: int,
    texts: tuple[Mapping[str, str], Layers],
) -> None:
    labels, layers = texts
    pairs = small_pairs(figure, len(names), columns, with_strip="volume" in layers)
    own, top = unit_of(series) == INDEX, top_of(series)
    letters = title_letters(columns)
    for number, (name, (ax, _)) in enumerate(zip(names, pairs, strict=True)):
        title = style.wrap(style.plain(labels[name], otherwise=name), letters)
        marked = 9 if len(shown_events(series, layers)) else 0
        ax.set_title(title, loc="left", fontsize=9.5, pad=5 + marked)
        rows = series[series["theme"] == name]
        _draw_small(ax, rows, top=top_of(rows) if own else top, layers=layers)
        ax.tick_params(labelleft=own or number % columns == 0, labelbottom=False)
    style.settle_layout(pairs[0][0])
    for number, (name, pair) in enumerate(zip(names, pairs, strict=True)):
        named = number + columns >= len(names)
        draw_small_foot(pair, series[series["theme"] == name], layers=layers, named=named)


def _draw_small(ax: Axes, rows: pd.DataFrame, *, top: float, layers: Layers) -> None:
    calendar = _draw_panel(ax, rows, top=top, layers=layers)
    empty = (rows.sort_values("period")["total"] == 0).tolist()
    draw_gaps(ax, calendar, empty, text="")
    label_values(ax, rows, top=top, most=3 if is_rate(rows) else 2)
    if unit_of(rows) == INDEX:
        ax.axhline(100, color=style.FAINT, linewidth=0.8, zorder=1, gid="base")
    for line in ax.lines:
        line.set_markersize(line.get_markersize() * SMALLER)
        if line.get_gid() == "line":
            line.set_linewidth(1.2)


def _new_pair(*, with_strip: bool) -> tuple[Axes, Axes | None]:
    if not with_strip:
        return style.new_axes(3.3), None
    figure = Figure(figsize=(style.WIDTH, 3.7), layout="constrained")
    ax, strip = figure.subplots(2, 1, sharex=True, height_ratios=[1, STRIP])
    return ax, strip


def _draw_panel(ax: Axes, series: pd.DataFrame, *, top: float, layers: Layers) -> PeriodAxis:
    rows = series.sort_values("period")
    calendar = read_calendar(rows)
    label_values(ax, rows, top=top)
    colour = layers.get("colours", {}).get(str(rows["theme"].iloc[0]), style.MARK)
    draw_curve(ax, calendar, rows, colour=colour, layers=layers)
    return calendar


def _draw_foot(
    ax: Axes, strip: Axes | None, series: pd.DataFrame, *, calendar: PeriodAxis, layers: Layers
) -> None:
    """What stands under one curve: bars, how many stories, the calendar, and events over it."""
    rows = series.sort_values("period")
    foot, pad, documents = strip or ax, 4.0, documents_of(rows, layers)
    if strip is not None:
        draw_strip(strip, calendar, rows, layers=layers)
        ax.tick_params(labelbottom=False)
    if documents is not None:
        pad = draw_totals(foot, calendar, documents.tolist(), unit=documents_noun(rows))
    draw_calendar(foot, calendar, pad=pad)
    draw_events(ax, shown_events(rows, layers))
