"""The marks of one curve: points or a ribbon with their intervals, a smooth line, and its strip."""

from __future__ import annotations

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from numpy.typing import NDArray

from dateline.charts import style
from dateline.charts.calendar_axis import PeriodAxis, runs
from dateline.charts.layers import Layers, documents_of, thin_rows
from dateline.charts.share_axis import INDEX, unit_of

Mask = NDArray[np.bool_]
SMOOTH = style.INK
STRIP = 0.86  # of a period; the rest keeps bars apart


def draw_curve(
    ax: Axes, calendar: PeriodAxis, rows: pd.DataFrame, *, colour: str, layers: Layers
) -> None:
    """
    Draw the shares of one theme with their intervals; both break where a total is 0.

    `rows` are those of one theme, in the order of `calendar`. As "points", each period has a block
    for its interval, since that is of the period and not of the days between two; as "ribbons",
    one band goes through the middles of the periods. A period between two gaps always has a point
    and a block, or nobody would see it.
    """
    known = (rows["total"] > 0).to_numpy()
    thin = thin_rows(rows, layers).to_numpy() & known
    alone = _alone(known)
    ribbons = layers.get("kind") == "ribbons"
    _draw_blocks(ax, calendar, rows, which=known & (alone | (not ribbons)), colour=colour)
    if ribbons:
        _draw_ribbons(ax, calendar, rows, which=known & ~alone, colour=colour)
    pointed = known & ~thin & (alone | (not ribbons))
    _draw_points(ax, calendar, rows["share"], marks=(pointed, thin), colour=colour)
    # The smooth line is of shares, and an index has another scale.
    if "smooth" in layers and unit_of(rows) != INDEX:
        smooth = layers["smooth"]
        _draw_smooth(ax, calendar, smooth[smooth["theme"] == rows["theme"].iloc[0]])


def draw_strip(ax: Axes, calendar: PeriodAxis, rows: pd.DataFrame, *, layers: Layers) -> None:
    """Bars of how many stories each period has, under a curve; the tallest fills the strip."""
    documents = documents_of(rows, layers)
    if documents is None:
        ax.set_axis_off()
        return
    widths = np.diff(calendar.edges)
    ax.bar(calendar.middles, documents.to_numpy(), STRIP * widths, color=style.FAINT, gid="strip")
    ax.set_ylim(0, max(float(documents.max()), 1.0))
    ax.set_yticks([])


def _alone(known: Mask) -> Mask:
    """The periods with a total that have one on neither side."""
    alone = np.zeros(len(known), dtype=bool)
    for first, end in runs(known.tolist()):
        alone[first] = end - first == 1
    return alone


def _draw_blocks(
    ax: Axes, calendar: PeriodAxis, rows: pd.DataFrame, *, which: Mask, colour: str
) -> None:
    which = which & rows["low"].notna().to_numpy()
    if not which.any():
        return
    ax.bar(
        calendar.edges[:-1][which],
        (rows["high"] - rows["low"]).to_numpy()[which],
        bottom=rows["low"].to_numpy()[which],
        width=np.diff(calendar.edges)[which],
        align="edge",
        color=style.tint_of(colour),
        gid="band",
    )


def _draw_ribbons(
    ax: Axes, calendar: PeriodAxis, rows: pd.DataFrame, *, which: Mask, colour: str
) -> None:
    for first, end in runs(which.tolist()):
        part = rows.iloc[first:end]
        band = ax.fill_between(calendar.middles[first:end], part["low"], part["high"],
                               color=style.tint_of(colour), linewidth=0)  # fmt: skip
        band.set_gid("ribbon")


def _draw_points(
    ax: Axes, calendar: PeriodAxis, share: pd.Series, *, marks: tuple[Mask, Mask], colour: str
) -> None:
    """A line where shares are known, with full points and hollow ones: the two masks of `marks`."""
    x, y = calendar.middles, share.to_numpy()
    # Not clipped, so that 0 % and 100 % are as thick as the rest; but an unclipped line without
    # points would stretch the layout to a corner of the figure.
    clip = not np.isfinite(y).any()
    ax.plot(x, y, color=colour, gid="line", zorder=3, clip_on=clip)
    for gid, which, face in zip(("points", "hollow points"), marks, (colour, "white"), strict=True):
        if which.any():
            ax.plot(x[which], y[which], style.marker_of(colour), color=colour, gid=gid,
                    markerfacecolor=face, clip_on=False, zorder=4)  # fmt: skip


def _draw_smooth(ax: Axes, calendar: PeriodAxis, smooth: pd.DataFrame) -> None:
    """Dashed where it only bridges periods without stories."""
    line = smooth.set_index("period")["smooth"].reindex(calendar.starts).to_numpy()
    bridged = smooth.set_index("period")["interpolated"].reindex(calendar.starts, fill_value=False)
    if not np.isfinite(line).any():
        return
    given = np.where(bridged, np.nan, line)
    ax.plot(calendar.middles, given, color=SMOOTH, linewidth=0.9, gid="smooth", zorder=3.5)
    for first, end in runs(bridged.tolist()):
        part = slice(max(first - 1, 0), end + 1)
        ax.plot(calendar.middles[part], line[part], color=SMOOTH, linewidth=0.9,
                linestyle=(0, (3, 2)), gid="smooth dashed", zorder=3.5)  # fmt: skip
