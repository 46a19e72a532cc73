"""The words that are commoner in one of two groups of stories: a bar for each, to its side."""

from __future__ import annotations

import numpy as np
import pandas as pd
from matplotlib.axes import Axes

from dateline.charts import style
from dateline.charts.share_axis import say_nothing
from dateline.charts.wording import amount, listing
from dateline.stats.pair_tables import typical_words

ROW, BAR = 0.235, 0.68  # inches; height of a bar, of its row
WORD = 22  # characters
LEAST = 0.02  # of one side of the scale: the shortest dark part
SIDES = {"a": (style.MARK, style.TINT), "b": ("#a65a00", "#f2ddc4")}
NOTHING = "No word is compared."
ALIKE = "No word differs beyond what one comparison alone would allow chance."


@style.styled
def draw_word_shift(
    words: pd.DataFrame,
    *,
    a: str,
    b: str,
    sizes: tuple[int, int],
    ax: Axes | None = None,
) -> Axes:
    """
    Draw the words most typical of each of two groups as bars to its side, and return the Axes.

    `words` is the table of `compare_words`, `a` and `b` are the names of the groups, `sizes` their
    numbers of stories. The light bar is the log ratio of the shares of stories that have the word,
    as counted; the dark part is what is left when chance and the number of words compared are
    allowed for (`lrc`). A word that chance alone could explain has no dark part. Which words, and
    in which order: `typical_words`.
    """
    rows = typical_words(words)
    ax = (
        ax
        if ax is not None
        else style.new_axes(1.15 + ROW * max(len(rows), 2) if len(rows) else 0.6)
    )
    if rows.empty:
        say_nothing(ax, _nothing(words))
        return ax
    # A blank row parts the two sides.
    places = np.arange(len(rows)) + (rows["side"] == "b").to_numpy() * 1.0
    ax.set_ylim(places[-1] + 0.6, -0.6)
    ax.set_yticks([])
    _draw_scale(ax, float(rows["log_ratio"].abs().max()))
    lengths = {"measured": rows["log_ratio"], "sure": _seen(rows["lrc"], ax.get_xlim()[1])}
    for side, (dark, light) in SIDES.items():
        mine = (rows["side"] == side).to_numpy()
        for (name, length), colour in zip(lengths.items(), (light, dark), strict=True):
            ax.barh(places[mine], length[mine], BAR, color=colour, gid=name, zorder=2)
    ax.axvline(0, color=style.GREY, linewidth=1, zorder=3, gid="zero")
    for place, (_, row) in zip(places, rows.iterrows(), strict=True):
        _write_word(ax, place, row)
    _name_sides(ax, a, b, sizes)
    return ax


def describe_word_shift(words: pd.DataFrame, *, a: str, b: str) -> str:
    """Describe `draw_word_shift`: how many words were compared, and the first of each side."""
    rows = typical_words(words)
    if rows.empty:
        return f"Empty chart. {_nothing(words)}"
    sides = []
    for side, name in (("a", a), ("b", b)):
        mine = rows.loc[rows["side"] == side, "word"].tolist()
        if mine:
            sides.append(f"“{name}”: {listing(mine, most=6)}")
    return (
        f"Bars to two sides for {amount(len(rows), 'words')}, by how much commoner each is in one "
        f"group of stories. {count_kept(words)} First of each side, {'; '.join(sides)}."
    )


def caption_word_shift(words: pd.DataFrame) -> str:
    """The caption of `draw_word_shift`; blank where there is no bar, which the chart says."""
    rows = typical_words(words)
    if rows.empty:
        return ""
    light = int((rows["lrc"] == 0).sum())
    alone = " A word without a dark part may be chance." if light else ""
    return (
        "How many times as large the share of distinct stories with the word is in one group as in "
        "the other. Light: as counted, none taken as a half. Dark: the least that chance leaves "
        f"when all words are allowed for (LRC, 95 %).{alone} Beside the word: stories that have "
        f"it, here and there; bold: told from chance. {count_kept(words)}"
    )


def count_kept(words: pd.DataFrame) -> str:
    """How many words were compared, and how many of them are told from chance, in a sentence."""
    tested, kept = int(words["tested"].sum()), int(words["kept"].sum())
    if not tested:
        return NOTHING
    verb = "is" if kept == 1 else "are"
    number = kept or "none"
    compared = "1 word was" if tested == 1 else f"{tested:,} words were"
    return f"{compared} compared; {number} {verb} told from chance (q below .05, LRC not 0)."


def _nothing(words: pd.DataFrame) -> str:
    return ALIKE if words["tested"].any() else NOTHING


def _seen(lrc: pd.Series, end: float) -> pd.Series:
    """Lengths of the dark parts: none of 0, and no other so short that nobody sees it."""
    return np.sign(lrc) * lrc.abs().clip(lower=LEAST * end)


def _draw_scale(ax: Axes, furthest: float) -> None:
    """A scale of doublings, the same to both sides."""
    end = max(np.ceil(furthest), 1.0)
    step = max(1, int(end // 3))
    ticks = np.arange(0, end + 1e-9, step)
    ticks = np.concatenate([-ticks[:0:-1], ticks])
    ax.set_xlim(-end - 0.05, end + 0.05)
    ax.set_xticks(ticks, [f"{2 ** abs(tick):.0f}×" if tick else "alike" for tick in ticks])
    ax.set_xlabel("times as large a share of stories with the word")
    ax.grid(axis="x")


def _write_word(ax: Axes, place: float, row: pd.Series) -> None:
    """The word on the empty side of its bar, with the stories that have it."""
    to_right = row["side"] == "a"
    counts = (row["docs_a"], row["docs_b"]) if to_right else (row["docs_b"], row["docs_a"])
    word = style.wrap(style.plain(row["word"]), WORD, lines=1)
    text = f"{word}  {counts[0]:.0f} : {counts[1]:.0f}"
    note = ax.annotate(
        text, (0, place), (-6 if to_right else 6, 0), textcoords="offset points",
        ha="right" if to_right else "left", va="center", fontsize=9, parse_math=False,
        color=style.INK, fontweight="bold" if row["kept"] else "normal",
    )  # fmt: skip
    note.set_gid("word")


def _name_sides(ax: Axes, a: str, b: str, sizes: tuple[int, int]) -> None:
    for name, size, x, where in ((b, sizes[1], 0.0, "left"), (a, sizes[0], 1.0, "right")):
        title = style.wrap(style.plain(name), 28, lines=2)
        lines = f"{title}\n{amount(size, 'stories')}"
        text = f"← {lines}" if where == "left" else f"{title} →\n{amount(size, 'stories')}"
        note = ax.annotate(
            text, (x, 1), (0, 5), xycoords="axes fraction", textcoords="offset points", ha=where,
            va="bottom", fontsize=9.5, color=SIDES["b" if where == "left" else "a"][0],
            fontweight="bold", parse_math=False,
        )  # fmt: skip
        note.set_gid("side")
