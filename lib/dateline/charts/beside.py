"""Columns of short texts right of a chart with rows: what the marks mean as numbers."""

from __future__ import annotations

from matplotlib.axes import Axes

from dateline.charts import style


def write_head(ax: Axes, text: str, *, start: float) -> None:
    """Write the heading of a column whose middle is `start` points right of the axes."""
    note = ax.annotate(
        text, (1, 1), (start, 5), xycoords="axes fraction", textcoords="offset points",
        ha="center", va="bottom", fontsize=style.SMALL, color=style.GREY, annotation_clip=False,
        parse_math=False,
    )  # fmt: skip
    note.set_gid("head")


def write_beside(ax: Axes, text: str, row: float, *, start: float, bold: bool = False) -> None:
    """Write one cell of such a column, at the height of a row."""
    note = ax.annotate(
        text, (1, row), (start, 0), xycoords=ax.get_yaxis_transform(),
        textcoords="offset points", ha="center", va="center", fontsize=style.SMALL,
        fontweight="bold" if bold else "normal", color=style.INK, annotation_clip=False,
    )  # fmt: skip
    note.set_gid("beside")
