"""The timeline of many articles: a thin line for each, in blocks by how well its date is known."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from numpy.typing import NDArray

from dateline.articles.dates.evidence import CLASS_DAYS, DATED
from dateline.charts import style
from dateline.charts.date_axis import draw_days, drawn_span, to_days
from dateline.charts.wording import amount, listing

HEIGHT = 5.6  # inches, for any number of articles
# Classes of each block, its label and its colour. The label tells them apart where colours fail.
BLOCKS = (
    ("A", "stated day", style.MARK),
    ("B", f"within {CLASS_DAYS['B']} days", style.MARK),
    ("C", f"within {CLASS_DAYS['C']} days", "#418dbd"),
    ("DU", "wider or open", "#9aa7b1"),
)
LEAST_PART = 0.08  # of the height, for a block of few articles: room for its label of two lines
GAP = 0.02  # of the height, between blocks
THINNEST, THICKEST = 1.2, 4.0  # points
CONFLICT = "#b3400a"


class Block(NamedTuple):
    """The articles of one block from the top down, and where each of them is drawn."""

    rows: pd.DataFrame
    label: str
    colour: str
    heights: NDArray[np.float64]


def draw_blocks(ax: Axes, articles: pd.DataFrame) -> None:
    """
    Draw a line for each article over its possible days, sorted by the first within its block.

    `articles` are those without a problem. A stated day is a dot. A cross marks the first known
    end of a line where the evidence disagrees. Lines that go on beyond the days drawn, or are
    open, end at the edge. Articles without any bound have no line; the axis says how many.
    """
    span = drawn_span(articles)
    ax.set(xlim=span, ylim=(1, 0))
    blocks = arrange_blocks(articles)
    middles = [float(block.heights.mean()) for block in blocks]
    ax.set_yticks(middles, [f"{block.label}\n{len(block.rows)}" for block in blocks])
    ax.tick_params(axis="y", labelsize=style.SMALL, labelcolor=style.INK)
    for block in blocks:
        _draw_block(ax, block, span)
    unknown = len(articles) - sum(len(block.rows) for block in blocks)
    draw_days(ax, span)
    if unknown:
        verb = (
            "has no known bound and no line" if unknown == 1 else "have no known bound and no line"
        )
        ax.set_xlabel(f"{amount(unknown, 'articles')} {verb}", loc="left", color=style.GREY)


def arrange_blocks(articles: pd.DataFrame) -> list[Block]:
    """The blocks that have articles; their heights share 0 (top) to 1 by number."""
    bounded = articles[articles[["date_earliest", "date_latest"]].notna().any(axis=1)]
    parts = [
        (bounded[bounded["date_class"].isin(list(classes))], label, colour)
        for classes, label, colour in BLOCKS
    ]
    parts = [part for part in parts if len(part[0])]
    shares = [max(len(rows) / len(bounded), LEAST_PART) for rows, *_ in parts]
    free = 1 - GAP * len(parts)
    blocks, top = [], GAP / 2
    for (rows, label, colour), share in zip(parts, shares, strict=True):
        height = share / sum(shares) * free
        places = top + height * (np.arange(len(rows)) + 0.5) / len(rows)
        order = ["date_earliest", "date_latest", "doc_id"]
        blocks.append(Block(rows.sort_values(order, na_position="last"), label, colour, places))
        top += height + GAP
    return blocks


def caption_blocks(articles: pd.DataFrame) -> str:
    """What the marks of `draw_blocks` mean; `articles` as there. Only marks that are drawn."""
    parts = [
        "One line for each article, over all days on which it can have appeared, in blocks by how "
        "well the date is known; within a block by the first day."
    ]
    if (articles["date_class"] == "A").any():
        parts.append("Dot: stated day.")
    if articles["date_conflict"].any():
        parts.append("Cross: the evidence disagrees.")
    return " ".join(parts)


def describe_blocks(articles: pd.DataFrame) -> str:
    """How many articles are in each block, from when to when, and how many conflicts there are."""
    sizes = [f"{len(block.rows)} {block.label}" for block in arrange_blocks(articles)]
    unknown = int(articles[["date_earliest", "date_latest"]].isna().all(axis=1).sum())
    sizes += [f"{unknown} without any bound"] if unknown else []
    parts = [f"Timeline of {amount(len(articles), 'articles')}, a thin line for each, in blocks."]
    parts.append(f"How the dates are known: {listing(sizes, most=5)}.")
    best = articles.loc[articles["date_class"].isin(DATED), "date"].dropna().sort_values()
    if len(best):
        middle = best.iloc[(len(best) - 1) // 2]
        parts.append(
            f"Best days reach from {best.iloc[0]:%Y-%m-%d} to {best.iloc[-1]:%Y-%m-%d}; "
            f"half of them lie before or on {middle:%Y-%m-%d}."
        )
    if number := int(articles["date_conflict"].sum()):
        parts.append(f"The evidence on {amount(number, 'articles')} disagrees.")
    return " ".join(parts)


def _draw_block(ax: Axes, block: Block, span: tuple[float, float]) -> None:
    first = np.clip([_or(to_days(day), span[0]) for day in block.rows["date_earliest"]], *span)
    last = np.clip([_or(to_days(day), span[1]) for day in block.rows["date_latest"]], *span)
    extent = np.ptp(block.heights) or LEAST_PART
    pitch = extent * style.height_in_points(ax) / len(block.rows)
    thick = float(np.clip(pitch, THINNEST, THICKEST))
    if (block.rows["date_class"] == "A").all():
        ax.plot(first, block.heights, "o", color=block.colour, markersize=max(thick, 2), gid="dot")
    else:
        lines = ax.hlines(block.heights, first, last + 1, colors=block.colour, linewidths=thick)
        lines.set_gid("bar")
    doubtful = block.rows["date_conflict"].to_numpy(dtype=bool)
    where = np.where(block.rows["date_earliest"].isna(), last, first)
    if doubtful.any():
        draw_crosses(ax, where[doubtful], block.heights[doubtful], size=5)


def draw_crosses(ax: Axes, days: object, heights: object, *, size: float) -> None:
    """Mark where evidence disagrees, by shape and colour, on top of all other marks."""
    ax.plot(
        days,  # type: ignore[arg-type]
        heights,  # type: ignore[arg-type]
        "X",
        color=CONFLICT,
        markeredgecolor="white",
        markeredgewidth=0.6,
        markersize=size,
        zorder=5,
        gid="conflict",
    )


def _or(day: float, otherwise: float) -> float:
    return otherwise if np.isnan(day) else day
