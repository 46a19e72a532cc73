"""A handful of documents: a row for each with its possible days, and a mark for each theme."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from dateline.articles.dates.evidence import HOW_KNOWN
from dateline.articles.shortening import shorten
from dateline.articles.timeframe import Timeframe
from dateline.charts import style
from dateline.charts.calendar_axis import to_number
from dateline.charts.date_axis import draw_days
from dateline.charts.left_out_words import say_left_out_of_all
from dateline.charts.share_axis import NO_ROWS, say_nothing
from dateline.charts.wording import amount, listing, quoted

ROW, HEAD = 0.34, 1.75  # inches: a document; the names of the themes and the days
MOST = 9  # themes beside each other; more make further blocks
LABEL, SOURCE, THEME = 24, 14, 22  # characters: in a line of a row, of its source, of a theme
LARGEST, SMALLEST = 17.0, 6.0  # points: diameters of marks
BAR = 4.5  # points
NUMBER = 7.5  # points
WHOLE = "documents"


@style.styled
def draw_rows(
    documents: pd.DataFrame, *, labels: Mapping[str, str], colours: Mapping[str, str] | None = None
) -> Figure:
    """
    Draw a row for each document and a column for each theme, and return the Figure.

    `documents` is the table of `tabulate_rows`; `labels` maps names of themes to their titles and
    gives order and choice, `colours` is the mapping of `theme_colours`. On the left a bar over the
    days on which the document can have appeared, with a dot at its best day. In each column a
    mark whose area is the mentions in 10,000 words, and the number of mentions; a small grey point
    for none. Below: how many of the documents mention the theme. A theme that none of them mentions
    has no column, unless that is true of all.

    It is for up to a dozen documents, of which no curve can be drawn. It says nothing of time but
    when each document was written. The marks have one scale, so one short text full of a theme
    makes all others small.
    """
    names = drawn_themes(documents, labels)
    if not names:
        figure = Figure(figsize=(style.WIDTH, 2), layout="constrained")
        say_nothing(figure.add_subplot())
        return figure
    blocks = [part.tolist() for part in np.array_split(names, -(-len(names) // MOST))]
    n_rows, width = documents["doc_id"].nunique(), max(len(block) for block in blocks)
    height = (HEAD + ROW * n_rows) * len(blocks)
    figure = Figure(figsize=(style.WIDTH, height), layout="constrained")
    grid = figure.subplots(len(blocks), 2, squeeze=False, width_ratios=[1, 0.26 * width])
    colours, most = colours or {}, float(documents["per_10000"].max())
    for (days, marks), block in zip(grid, blocks, strict=True):
        _draw_dates(days, documents)
        titles = [style.plain(labels[name], otherwise=name) for name in block]
        _name_columns(marks, titles, n_rows)
        for column, name in enumerate(block):
            rows = documents[documents["theme"] == name]
            _draw_column(marks, rows, column, colour=colours.get(name, style.MARK), most=most)
    return figure


def drawn_themes(documents: pd.DataFrame, labels: Mapping[str, str]) -> list[str]:
    """The themes that have a column: those that a document mentions; all, if there are none."""
    known = [name for name in labels if (documents["theme"] == name).any()]
    found = set(documents.loc[documents["mentions"] > 0, "theme"])
    return [name for name in known if name in found] or known


def describe_rows(documents: pd.DataFrame, labels: Mapping[str, str]) -> str:
    """Describe `draw_rows`: how many documents, from when to when, the commonest themes."""
    rows = documents[documents["theme"].isin(list(labels))]
    if rows.empty:
        return f"Empty chart. {NO_ROWS}"
    number = rows["doc_id"].nunique()
    days = f"{rows['earliest'].min():%Y-%m-%d} to {rows['latest'].max():%Y-%m-%d}"
    opening = (
        f"A row for each of {amount(number, WHOLE)}, {days}, and a column for each of "
        f"{amount(rows['theme'].nunique(), 'themes')}."
    )
    in_all = (rows["mentions"] > 0).groupby(rows["theme"]).sum()
    most = int(in_all.max())
    if not most:
        return f"{opening} No theme is mentioned."
    often = [quoted(labels[name]) for name in labels if in_all.get(name) == most]
    never = [quoted(labels[name]) for name in labels if in_all.get(name) == 0]
    nowhere = f" In none: {listing(never)}." if never else ""
    return f"{opening} In most documents: {listing(often)}, {most} of {number}.{nowhere}"


def caption_rows(
    documents: pd.DataFrame,
    series: pd.DataFrame,
    left_out: pd.DataFrame,
    *,
    labels: Mapping[str, str],
    timeframe: Timeframe,
) -> str:
    """The caption of `draw_rows`; `series` and `left_out` are of the same stories."""
    number = documents["doc_id"].nunique()
    parts = [f"One row for each of {amount(number, WHOLE)}, by the first day on which it can have"]
    parts[0] += " appeared." if number else " appeared; none has a date in this range."
    if number:
        bar = "Dot: best day"
        if (documents["date_class"] == "C").any():
            bar += f", hollow where it is {HOW_KNOWN['C']}"
        wide = (documents["earliest"] < documents["latest"]).any()
        parts.append(f"{bar}." + (" Bar: all days on which it can have appeared." if wide else ""))
        parts.append(
            "Number: mentions; area of the mark: mentions in 10,000 words. "
            "Below: how many of the documents mention the theme."
        )
        drawn = drawn_themes(documents, labels)
        if never := [label for name, label in labels.items() if name not in drawn]:
            parts.append(f"Not drawn, mentioned in none: {listing(never, most=len(never))}.")
    notes = say_left_out_of_all(series, left_out, labels=labels, timeframe=timeframe)
    return " ".join([*parts, *notes])


def _draw_dates(ax: Axes, documents: pd.DataFrame) -> None:
    rows = documents.drop_duplicates("doc_id")
    first, last = to_number(rows["earliest"]), to_number(rows["latest"])
    margin = max(3.0, 0.06 * (last.max() - first.min()))
    span = float(first.min() - margin), float(last.max() + margin)
    ax.set(xlim=span, ylim=(len(rows) - 0.4, -0.6))
    ax.set_yticks(range(len(rows)), [_row_label(row) for _, row in rows.iterrows()])
    for label in ax.get_yticklabels():
        label.set(fontsize=style.SMALL, color=style.INK, parse_math=False)
    draw_days(ax, span)
    best = to_number(rows["date"])
    for y, (a, b, day, known) in enumerate(zip(first, last, best, rows["date_class"], strict=True)):
        ax.axhline(y, color=style.RULE, linewidth=0.6, zorder=0)
        ax.plot([a, b], [y, y], color=style.FAINT, linewidth=BAR, solid_capstyle="butt", gid="bar")
        ax.plot(day, y, "o", color=style.MARK, markersize=6, gid="dot", zorder=4,
                markerfacecolor="white" if known == "C" else style.MARK)  # fmt: skip


def _row_label(row: pd.Series) -> str:
    title = style.plain(row["title"] or row["name"], otherwise=row["name"])
    source = shorten(style.plain(row["source"], otherwise=""), SOURCE)
    return style.wrap(f"{source} · {title}" if source else title, LABEL)


def _name_columns(ax: Axes, titles: list[str], n_rows: int) -> None:
    """The themes stand upright above their columns."""
    ax.set(xlim=(-0.5, len(titles) - 0.5), ylim=(n_rows - 0.4, -0.6))
    ax.set_yticks([])
    ax.spines["bottom"].set_visible(False)
    texts = [style.wrap(title, THEME) for title in titles]
    ax.set_xticks(range(len(titles)), texts, rotation=90, parse_math=False)
    ax.tick_params(axis="x", labeltop=True, labelbottom=False, labelsize=style.SMALL)
    for y in range(n_rows):
        ax.axhline(y, color=style.RULE, linewidth=0.6, zorder=0)


def _draw_column(ax: Axes, rows: pd.DataFrame, column: int, *, colour: str, most: float) -> None:
    for y, (mentions, rate) in enumerate(zip(rows["mentions"], rows["per_10000"], strict=True)):
        if not mentions:
            ax.plot(column, y, "o", color=style.FAINT, markersize=2, gid="none")
            continue
        size = max(SMALLEST, LARGEST * float(np.sqrt(rate / most)))
        ax.plot(column, y, "o", color=style.tint_of(colour), markersize=size, gid="mark",
                markeredgewidth=0, clip_on=False)  # fmt: skip
        ax.text(column, y, str(mentions), fontsize=NUMBER, color=style.INK, ha="center",
                va="center_baseline", gid="mentions", zorder=5)  # fmt: skip
    hits = int((rows["mentions"] > 0).sum())
    ax.annotate(f"{hits}/{len(rows)}", (column, 0), xycoords=ax.get_xaxis_transform(),
                xytext=(0, -5), textcoords="offset points", ha="center", va="top",
                fontsize=NUMBER, color=style.GREY, gid="sum", annotation_clip=False)  # fmt: skip
