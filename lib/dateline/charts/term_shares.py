"""Which terms the mentions of each theme come from: one divided bar for each theme."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from functools import cache
from itertools import accumulate

import pandas as pd
from matplotlib.axes import Axes

from dateline.charts import style
from dateline.charts.share_axis import say_nothing
from dateline.charts.wording import amount, listing, percent, quoted

MOST = 4  # terms of a theme with a part of their own
ROW = 0.47  # inches: a line of text and a bar
TITLE, BAR = 9.5, 0.4  # points of a title; height of a bar, of its row
SHADES = (style.MARK, "#418dbd", "#91c2e0", "#c4dfed")
REST = "#e3e7ea"
NOTHING = "No term matches anything here."


@style.styled
def draw_term_shares(
    report: pd.DataFrame,
    summary: pd.DataFrame,
    *,
    labels: Mapping[str, str],
    ax: Axes | None = None,
) -> Axes:
    """
    Draw for each theme which share of its mentions each term brings, and return the Axes.

    `report` is the table of `report_terms`, `summary` that of `summarize_terms`; `labels` maps
    names of themes to titles and gives order and choice. A bar is all mentions of a theme; its
    parts are the terms, the commonest first and darkest, the rest together in grey. A name that
    does not fit into its part is left out. Themes without a mention have no bar.
    """
    rows = summary[(summary["hits"] > 0) & summary["theme"].isin(list(labels))]
    rows = rows.set_index("theme").reindex([name for name in labels if name in set(rows["theme"])])
    ax = ax if ax is not None else style.new_axes(0.1 + ROW * max(len(rows), 1))
    if rows.empty:
        say_nothing(ax, NOTHING)
        return ax
    ax.set_axis_off()
    ax.set_xlim(0, 1)
    ax.set_ylim(len(rows) - 0.5, -0.5)
    style.settle_layout(ax)
    for place, (name, row) in enumerate(rows.iterrows()):
        parts = _parts(report[report["theme"] == name])
        _draw_bar(ax, parts, place + 0.2)
        _write_row(ax, place - 0.08, style.plain(labels[str(name)], otherwise=str(name)), row)
    return ax


def describe_term_shares(report: pd.DataFrame, labels: Mapping[str, str]) -> str:
    """Describe `draw_term_shares`: the themes that are most and least one term, with numbers."""
    found = report[report["theme"].isin(list(labels)) & (report["hits"] > 0)]
    if found.empty:
        return f"Empty chart. {NOTHING}"
    tops = found.groupby("theme", sort=False).head(1).sort_values("share", kind="stable")
    opening = (
        "Divided bars of the mentions of each theme by the terms that bring them "
        f"({amount(len(tops), 'themes')})."
    )
    whole = int((tops["share"] == 1).sum())
    alone = f" {amount(whole, 'themes')} of one term alone." if whole else ""
    parted = tops[tops["share"] < 1]
    if parted.empty:
        return opening + alone
    most = f" Most of one term among the others: {_top(parted.iloc[-1], labels)}."
    least = f" Least: {_top(parted.iloc[0], labels)}." if len(parted) > 1 else ""
    return opening + alone + (most if whole else most.replace(" among the others", "")) + least


def caption_term_shares(report: pd.DataFrame, labels: Mapping[str, str]) -> str:
    """The caption of `draw_term_shares`: what bars and numbers are, and which themes have none."""
    sums = report.groupby("theme", sort=False)["hits"].sum()
    empty = [labels[name] for name in labels if not sums.get(name, 0)]
    parts = [
        "Each bar is all mentions of a theme, divided by the terms that bring them, the commonest "
        "first; grey: further terms together.",
        "Effective: so many equally common terms would be as concentrated.",
    ]
    if empty:
        verb = "has" if len(empty) == 1 else "have"
        parts.append(f"{listing(empty)} {verb} no mention and no bar.")
    return " ".join(parts)


def _parts(rows: pd.DataFrame) -> list[tuple[str, float, str]]:
    """The parts of one bar: name, share, colour."""
    found = rows[rows["hits"] > 0]
    first, rest = found.head(MOST), found.iloc[MOST:]
    parts = list(zip(first["term"], first["share"], SHADES, strict=False))
    if len(rest):
        parts.append((f"{len(rest)} more", float(rest["share"].sum()), REST))
    return parts


def _draw_bar(ax: Axes, parts: list[tuple[str, float, str]], place: float) -> None:
    width, left = style.width_in_points(ax), 0.0
    for name, share, colour in parts:
        ax.barh(
            place, share, height=BAR, left=left, color=colour, edgecolor="white", linewidth=0.8,
            gid="part",
        )  # fmt: skip
        text = _fitted(style.plain(name), share * width - 8)
        ax.annotate(
            text, (left, place), (4, 0), textcoords="offset points", va="center",
            fontsize=style.SMALL, color=style.on_colour(colour), gid="name",
        )  # fmt: skip
        left += share


def _write_row(ax: Axes, place: float, title: str, row: pd.Series) -> None:
    numbers = (
        f"{row['effective']:.1f} effective of {amount(row['terms'], 'terms')}, "
        f"{amount(row['hits'], 'mentions')}"
    )
    room = style.width_in_points(ax) - style.text_width(numbers, style.SMALL) - 12
    # Bold letters are a tenth wider.
    words = _fitted(title, room / 1.12, size=TITLE)
    ax.text(0, place, words, va="bottom", fontsize=TITLE, fontweight="bold", gid="title")
    ax.text(1, place, numbers, va="bottom", ha="right", fontsize=style.SMALL, color=style.GREY)


def _fitted(text: str, room: float, *, size: float = style.SMALL) -> str:
    """The text, cut so that it fits into so many points; blank if hardly anything would be left."""
    widths = list(accumulate(_letter_width(letter, size) for letter in text))
    if not widths or widths[-1] <= room:
        return text
    kept = bisect_right(widths, room - _letter_width("…", size))
    return f"{text[:kept].rstrip()}…" if kept > 3 else ""


@cache
def _letter_width(letter: str, size: float) -> float:
    """The room a letter takes among others, in points; measured once, as measuring is slow."""
    return style.text_width(f"n{letter}n", size) - style.text_width("nn", size)


def _top(row: pd.Series, labels: Mapping[str, str]) -> str:
    term = style.wrap(row["term"], 40, lines=1)
    return f"{quoted(labels[row['theme']])}, {percent(row['share'], 1)} from {quoted(term)}"
