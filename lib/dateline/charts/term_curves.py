"""The curve of each theme with and without the term on which it depends most."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from dateline.charts import style
from dateline.charts.calendar_axis import draw_calendar, draw_gaps, read_calendar
from dateline.charts.panels import title_letters
from dateline.charts.share_axis import (
    NO_ROWS,
    how_many,
    label_percent,
    say_nothing,
    scale_top,
    unit_of,
    what_is_shared,
)
from dateline.charts.wording import amount, distinct, percent, quoted


@style.styled
def draw_term_curves(
    influence: pd.DataFrame, *, labels: Mapping[str, str], columns: int = 3
) -> Figure:
    """
    Draw the share of each theme over time, and what is left of it without one term.

    `influence` is the table of `term_influence`; the term is the one with the largest mean
    difference, `chief_terms`. `labels` maps names of themes to titles and gives order and choice.
    The dark line is the share, the light area under it what stays without the term: the distance
    is what the term alone brings. All panels have one scale, that of all themes of `influence`;
    periods without stories are hatched.
    """
    chief = chief_terms(influence)
    names = [name for name in labels if name in chief]
    rows = -(-len(names) // columns) or 1
    figure = Figure(figsize=(style.WIDTH, 0.75 + 1.6 * rows), layout="constrained")
    if not names:
        say_nothing(figure.add_subplot())
        return figure
    words = f"{what_is_shared(influence)}\n{how_many(influence)}"
    figure.suptitle(words, x=0.01, ha="left", fontsize=10, color=style.GREY)
    drawn = influence[influence["theme"].isin(names)]
    # Of all themes, so that figures with some of them each have one scale.
    top = scale_top(influence.loc[influence["theme"].isin(chief), "share"].max())
    letters = title_letters(columns)
    for number, ax in enumerate(figure.subplots(rows, columns, squeeze=False, sharey=True).flat):
        if number >= len(names):
            ax.set_axis_off()
            continue
        name = names[number]
        curve = drawn[(drawn["theme"] == name) & (drawn["term"] == chief[name])]
        _draw_panel(ax, curve, top=top)
        _write_titles(ax, style.plain(labels[name], otherwise=name), chief[name], letters)
        ax.tick_params(labelbottom=number + columns >= len(names), labelleft=number % columns == 0)
    return figure


def describe_term_curves(influence: pd.DataFrame, labels: Mapping[str, str]) -> str:
    """Describe `draw_term_curves`: what is drawn, and where a term matters most."""
    chief = chief_terms(influence)
    pairs = {(name, chief[name]) for name in labels if name in chief}
    keys = zip(influence["theme"], influence["term"], strict=True)
    rows = influence[[key in pairs for key in keys]]
    if rows.empty:
        return f"Empty chart. {NO_ROWS}"
    calendar = read_calendar(rows)
    opening = (
        f"Small line charts of the share of {distinct(unit_of(rows))} that mention a theme, with "
        f"and without its chief term, one for each theme ({amount(len(pairs), 'themes')}), "
        f"{calendar.label(0)} to {calendar.label(len(calendar.starts) - 1)}."
    )
    if not rows["delta"].max() > 0:
        return f"{opening} No theme loses anything without its chief term."
    row = rows.sort_values("delta", ascending=False, kind="stable").iloc[0]
    when = calendar.label(list(calendar.starts).index(row["period"]))
    return (
        f"{opening} Largest difference: {quoted(labels[row['theme']])} in {when}, "
        f"{percent(row['share'], 1)} with and {percent(row['without'], 1)} without "
        f"{quoted(style.wrap(row['term'], 40, lines=1))}."
    )


def caption_term_curves(influence: pd.DataFrame) -> str:
    """The caption of `draw_term_curves`."""
    if influence.empty:
        return NO_ROWS
    unit = unit_of(influence)
    gap = f" Hatched: no {unit}." if (influence["total"] == 0).any() else ""
    return (
        f"Line: share of {distinct(unit)} that mention the theme. Light area: what is left without "
        "the term named over the panel, the one that takes most away on average. Intervals are not "
        "drawn." + gap
    )


def chief_terms(influence: pd.DataFrame) -> dict[str, str]:
    """For each theme the term with the largest mean difference, if there is any difference."""
    means = influence.groupby(["theme", "term"], sort=False)["delta"].mean().reset_index()
    first = means[means["delta"] > 0].sort_values("delta", ascending=False, kind="stable")
    chosen = first.drop_duplicates("theme")
    return dict(zip(chosen["theme"], chosen["term"], strict=True))


def _draw_panel(ax: Axes, curve: pd.DataFrame, *, top: float) -> None:
    rows = curve.sort_values("period")
    calendar = read_calendar(rows)
    label_percent(ax, top, most=2)
    draw_gaps(ax, calendar, (rows["total"] == 0).tolist(), text="")
    known = (rows["total"] > 0).to_numpy()
    left, width = calendar.edges[:-1], calendar.edges[1:] - calendar.edges[:-1]
    ax.bar(
        left[known], rows["without"].to_numpy()[known], width=width[known], align="edge",
        color=style.TINT, gid="without",
    )  # fmt: skip
    ax.plot(calendar.middles, rows["share"].to_numpy(), "o-", color=style.MARK, gid="line",
            markersize=3.4, linewidth=1.2, clip_on=False, zorder=3)  # fmt: skip
    draw_calendar(ax, calendar)


def _write_titles(ax: Axes, title: str, term: str, letters: int) -> None:
    ax.set_title(style.wrap(title, letters), loc="left", fontsize=9.5, pad=16)
    ax.annotate(
        style.wrap(f"without {style.plain(term)}", letters + 3, lines=1), (0, 1), (0, 4),
        xycoords="axes fraction", textcoords="offset points", fontsize=style.SMALL,
        color=style.GREY,
    )  # fmt: skip
