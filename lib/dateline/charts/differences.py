"""How much more one group of stories has of each theme: a dot and its interval for each."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pandas as pd
from matplotlib.axes import Axes

from dateline.charts import style
from dateline.charts.beside import write_beside, write_head
from dateline.charts.share_axis import say_nothing
from dateline.charts.wording import amount, listing, percent, quoted, signed

SURE = 0.05  # adjusted p below which a difference is drawn as told from chance
ROW = 0.37  # inches
LABEL = 26  # characters in a line of a row label
COLUMN = 11  # characters in a line over a column of shares
WIDE, APART = 64.0, 10.0  # points: a column of shares, and the room before the first
LOWER = 0.27  # of a row: how far below the dot the mark of the fixed mix stands
NOTHING = "Nothing is compared."
# Steps of the scale in points; the first with which at most three reach the end is taken.
_STEPS = (1, 2, 5, 10, 20, 25, 50)


@style.styled
def draw_differences(
    comparison: pd.DataFrame,
    fixed: pd.DataFrame,
    *,
    labels: Mapping[str, str],
    colours: Mapping[str, str] | None = None,
    ax: Axes | None = None,
) -> Axes:
    """
    Draw the difference of the shares of two groups for each theme, and return the Axes.

    `comparison` is the table of `compare_themes`, `fixed` that of `hold_mix` (or without rows);
    `labels` maps names of themes to row labels and gives the choice, `colours` is the mapping of
    `theme_colours`. Themes come by difference, those commoner in `a` first; one that nobody
    mentions has no row. Dot and line: all stories, with the 95 % interval; the dot is full where
    the adjusted p is below 0.05. Small grey diamond and thin line below: the same with the mix of
    sources held fixed. The shares of both groups stand on the right. Where nothing is compared,
    the chart says so.
    """
    rows = compared_rows(comparison, labels)
    ax = ax if ax is not None else style.new_axes(1.1 + ROW * len(rows) if len(rows) else 0.6)
    if rows.empty:
        say_nothing(ax, NOTHING)
        return ax
    places = np.arange(len(rows))
    ax.set_ylim(len(rows) - 0.4, -0.6)
    _label_rows(ax, rows, labels)
    mixed = rows[["theme"]].merge(fixed, on="theme", how="left")
    ends = [table[["low", "high"]].to_numpy(float) for table in (rows, mixed)]
    _draw_scale(ax, float(np.nanmax(np.abs(ends))))
    _draw_dots(ax, rows, [(colours or {}).get(name, style.MARK) for name in rows["theme"]])
    _draw_fixed(ax, mixed, places + LOWER)
    _write_shares(ax, rows)
    _name_sides(ax, rows)
    return ax


def describe_differences(comparison: pd.DataFrame, labels: Mapping[str, str]) -> str:
    """Describe `draw_differences`: the largest differences, and how many are told from chance."""
    rows = compared_rows(comparison, labels)
    if rows.empty:
        return f"Empty chart. {NOTHING}"
    first = rows.iloc[0]
    opening = (
        f"Dots with intervals: by how many points the share of stories that mention a theme is "
        f"higher {_where(first, 'a')} than {_where(first, 'b')}, "
        f"for {amount(len(rows), 'themes')}."
    )
    ends = [rows.iloc[0], rows.iloc[-1]] if len(rows) > 1 else [rows.iloc[0]]
    names = [f"{quoted(labels[row['theme']])}, {_shares(row)}" for row in ends]
    most = f"Furthest to the right: {names[0]}"
    least = f"; furthest to the left: {names[1]}" if len(names) > 1 else ""
    return f"{opening} {most}{least}. {count_sure(comparison, labels)}"


def caption_differences(
    comparison: pd.DataFrame, fixed: pd.DataFrame, *, labels: Mapping[str, str], within: str
) -> str:
    """
    The caption of `draw_differences`; `within` is what must not differ: "source" or "period".

    Blank where nothing is compared, which the chart says.

    It names the themes that are not drawn and those that could not be tested.
    """
    rows = compared_rows(comparison, labels)
    if rows.empty:
        return ""
    first = rows.iloc[0]
    parts = [
        f"Difference in percentage points of the share of distinct stories that mention each "
        f"theme: {amount(first['total_a'], 'stories')} {_where(first, 'a')}, "
        f"{amount(first['total_b'], 'stories')} {_where(first, 'b')}.",
        "Line: 95 % interval (Newcombe).",
        "Full dot: told from chance (p below .05 after Holm’s adjustment, by dealing the stories "
        f"anew within each {within}); hollow: not.",
    ]
    if fixed["difference"].notna().any():
        parts.append(f"Diamond and thin line: with the mix of {within}s held fixed.")
    never = [labels[name] for name in labels if name not in set(rows["theme"])]
    if never:
        parts.append(f"Not drawn, mentioned in no story: {listing(never)}.")
    untested = [labels[row["theme"]] for _, row in rows.iterrows() if not row["tested"]]
    if untested:
        parts.append(f"Could not be tested: {listing(untested)}.")
    return " ".join(parts)


def count_sure(comparison: pd.DataFrame, labels: Mapping[str, str]) -> str:
    """How many of the differences are told from chance, and which, in a sentence."""
    rows = compared_rows(comparison, labels)
    tested = int(rows["tested"].sum())
    sure = rows[rows["p_holm"] < SURE]
    if sure.empty:
        return f"None of the {tested} tested differences is told from chance."
    names = listing([quoted(labels[name]) for name in sure["theme"]])
    return f"Told from chance {'is' if len(sure) == 1 else 'are'} {len(sure)} of {tested}: {names}."


def compared_rows(comparison: pd.DataFrame, labels: Mapping[str, str]) -> pd.DataFrame:
    """The rows that are drawn, in the order from above."""
    rows = comparison[comparison["theme"].isin(list(labels))]
    some = rows[(rows["count_a"] > 0) | (rows["count_b"] > 0)]
    return some.sort_values("difference", ascending=False, kind="stable", ignore_index=True)


def _label_rows(ax: Axes, rows: pd.DataFrame, labels: Mapping[str, str]) -> None:
    names = [style.plain(labels[name], otherwise=name) for name in rows["theme"]]
    ax.set_yticks(range(len(rows)), [style.wrap(name, LABEL) for name in names], parse_math=False)
    ax.tick_params(axis="y", labelcolor=style.INK)
    for place in range(0, len(rows), 2):
        ax.axhspan(place - 0.5, place + 0.5, color="#f4f7f9", zorder=0, gid="stripe", linewidth=0)


def _draw_scale(ax: Axes, furthest: float) -> None:
    """A scale of points with zero in the middle, so that the sides can be compared."""
    reach = max(furthest, 0.01) * 100
    step = next((step for step in _STEPS if reach <= 3 * step), 50)
    end = min(step * np.ceil(reach / step), 100)
    ticks = np.arange(-end, end + 1e-9, step)
    ax.set_xlim(-end / 100, end / 100)
    ax.set_xticks(ticks / 100, [signed(tick) for tick in ticks])
    ax.set_xlabel("points of difference of the share of stories")
    ax.axvline(0, color=style.GREY, linewidth=1, zorder=1, gid="zero")
    ax.grid(axis="x")


def _draw_dots(ax: Axes, rows: pd.DataFrame, colours: list[str]) -> None:
    x, places = rows["difference"].to_numpy(float), np.arange(len(rows))
    sure, each = (rows["p_holm"] < SURE).to_numpy(), np.array(colours)
    ax.hlines(places, rows["low"], rows["high"], colors=colours, linewidth=1.6, gid="interval")
    for colour in dict.fromkeys(colours):
        for which, face, name in ((sure, colour, "sure"), (~sure, "white", "not sure")):
            mine = which & (each == colour)
            ax.plot(x[mine], places[mine], "o", color=colour, markerfacecolor=face, gid=name,
                    zorder=4)  # fmt: skip


def _draw_fixed(ax: Axes, mixed: pd.DataFrame, places: np.ndarray) -> None:
    """In grey: the colours are those of the themes."""
    ax.hlines(places, mixed["low"], mixed["high"], color="#9aa7b1", linewidth=1, gid="fixed line")
    ax.plot(mixed["difference"], places, "D", color=style.GREY, markersize=3.6, gid="fixed")


def _write_shares(ax: Axes, rows: pd.DataFrame) -> None:
    """Two columns right of the axes: the share of `b`, then that of `a`."""
    for number, side in enumerate(("b", "a")):
        start = APART + (number + 0.5) * WIDE
        name = style.plain(rows[side].iloc[0])
        write_head(ax, style.wrap(name, COLUMN, lines=3), start=start)
        for place, (_, row) in enumerate(rows.iterrows()):
            text = percent(row[f"count_{side}"], row[f"total_{side}"])
            write_beside(ax, text, place, start=start, bold=row["p_holm"] < SURE)


def _name_sides(ax: Axes, rows: pd.DataFrame) -> None:
    """Which way is which, over the two halves of the scale."""
    for side, x, where in (("b", 0.0, "left"), ("a", 1.0, "right")):
        name = style.wrap(style.plain(rows[side].iloc[0]), 22, lines=2)
        text = f"← more\n{name}" if side == "b" else f"more →\n{name}"
        note = ax.annotate(
            text, (x, 1), (0, 5), xycoords="axes fraction", textcoords="offset points",
            ha=where, va="bottom", fontsize=9.5, color=style.GREY, parse_math=False,
        )  # fmt: skip
        note.set_gid("side")


def _where(row: pd.Series, side: str) -> str:
    return f"in “{row[side]}”"


def _shares(row: pd.Series) -> str:
    a, b = (percent(row[f"count_{side}"], row[f"total_{side}"]) for side in ("a", "b"))
    return f"{a} against {b}"
