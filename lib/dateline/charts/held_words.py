"""The curves with sources held fixed, in words: which sources, what the lines are, why not."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from dateline.charts.calendar_axis import read_calendar
from dateline.charts.layers import thin_rows
from dateline.charts.share_axis import NO_ROWS, is_rate, noun_of, what_is_asked
from dateline.charts.source_words import NOT_KNOWN
from dateline.charts.wording import amount, listing, numeral, percent, quoted, said_value
from dateline.charts.words import say_doubts
from dateline.stats.measures import THIN, draw_kind
from dateline.stats.standardised import CRUDE, FIXED, SAME, mean_distance

MOST = 4  # sources named in a caption


def say_not_held(sources: pd.DataFrame) -> str:
    """
    Why sources cannot be held fixed over time, with the way out if there is one; "" if they can.

    `sources` is the table of `describe_sources`.
    """
    stories = round(sources["documents"].sum())
    if draw_kind(stories) == "rows":
        have = amount(stories, "stories")
        return f"{have}: too few for a curve, so none is drawn with its sources held fixed."
    if len(sources) == 1:
        return "All stories are of one source: there is no mix of sources to hold fixed."
    if not sources["throughout"].any():
        return (
            f"None of the {amount(len(sources), 'sources')} is there in every period with stories, "
            "so none can be held fixed; choose a longer period (-p period=year), or by since and "
            "until days in which a source never stops."
        )
    return ""


def describe_held_sources(held: pd.DataFrame, labels: Mapping[str, str]) -> str:
    """Describe `draw_held_sources`: what is drawn, and where the lines part most and least."""
    rows = held[held["theme"].isin(list(labels))]
    crude = rows[rows["sources"] == CRUDE]
    if not (crude["total"] > 0).any():
        return f"Empty chart. {NO_ROWS}"
    calendar = read_calendar(crude)
    asked = what_is_asked("a theme", crude)
    opening = (
        f"Small line charts of the {asked[0].lower()}{asked[1:]}, one for each theme "
        f"({amount(crude['theme'].nunique(), 'themes')}), from {calendar.label(0)} to "
        f"{calendar.label(-1)}, each with three lines: of all sources, of those that are there "
        "throughout, and of these in a fixed mix."
    )
    thin = crude.assign(thin=thin_rows(crude))
    return " ".join([opening, _widest(rows, labels), *say_doubts(thin, calendar)])


def caption_held_sources(
    held: pd.DataFrame,
    sources: pd.DataFrame,
    *,
    labels: Mapping[str, str],
    shown: Mapping[str, str],
) -> str:
    """
    The caption of `draw_held_sources`: which sources each line has, and which themes are drawn.

    `sources` is the table of `describe_sources` from the documents of `held`, `labels` are all
    themes that were wanted, `shown` those of `pick_held`. The text is plain, not HTML.
    """
    crude = held[held["sources"] == CRUDE]
    if not (crude["total"] > 0).any():
        return NO_ROWS
    noun, period = noun_of(crude), read_calendar(crude).period or "period"
    parts = [
        f"{what_is_asked('each theme', crude)}, by {period}, all on one scale.",
        "Line with marks: all sources; band: its 95 % interval.",
        f"Dashed: {_which(sources, period)}.",
        "Dotted: these in a fixed mix, that of all their stories.",
    ]
    if (crude["total"] == 0).any():
        parts.append(f"Gap: no {noun}.")
    drawn = held[held["theme"].isin(list(shown)) & held["sources"].isin((CRUDE, SAME))]
    if thin_rows(drawn).any():
        parts.append(f"Hollow: fewer than {THIN} {noun} behind that line.")
    parts.append("The intervals of the other two lines are not drawn.")
    return " ".join([*parts, *_not_drawn(held, labels, shown)])


def _which(sources: pd.DataFrame, period: str) -> str:
    """The sources that are there throughout, by name where they are few, and what they hold."""
    same = sources[sources["throughout"]]
    names = [name or NOT_KNOWN for name in same["source"]]
    held = percent(same["documents"].sum(), sources["documents"].sum())
    which = "the source" if len(same) == 1 else f"the {len(same)}"
    be = "is" if len(same) == 1 else "are"
    return (
        f"only {which} of {amount(len(sources), 'sources')} that {be} there in every {period} "
        f"with stories ({listing(names, most=MOST)}; {held} of the stories)"
    )


def _not_drawn(
    held: pd.DataFrame, labels: Mapping[str, str], shown: Mapping[str, str]
) -> list[str]:
    """That the themes drawn were chosen for their difference, and how small the others' is."""
    others = [name for name in labels if name not in shown]
    apart = mean_distance(held, labels)
    others = [name for name in others if name in apart.index]
    if not others:
        return []
    rate = is_rate(held)
    least = apart[others].max()
    words = f"{numeral(least)} in 10,000" if rate else f"{numeral(100 * least)} points"
    return [
        f"Drawn: {len(shown)} of {len(shown) + len(others)} themes, those whose line of all "
        f"sources is furthest from the fixed mix, by chance or not; the others are at most {words} "
        "apart on the mean."
    ]


def _widest(rows: pd.DataFrame, labels: Mapping[str, str]) -> str:
    """The theme and the period in which all sources and the fixed mix differ most."""
    wide = rows.pivot(index=["theme", "period"], columns="sources", values="share")
    apart = (wide[CRUDE] - wide[FIXED]).abs().dropna()
    if apart.empty:
        return "No source is there throughout, so only the first line is drawn."
    if not apart.round(9).any():
        return "All sources and the fixed mix are the same."
    place = int(apart.to_numpy().argmax())
    furthest = wide.loc[apart.index].reset_index().iloc[place]
    calendar, unit = read_calendar(rows), str(rows["unit"].iloc[0])
    when = calendar.label(int(calendar.starts.get_indexer(pd.Index([furthest["period"]]))[0]))
    first, last = (said_value(furthest[name], unit) for name in (CRUDE, FIXED))
    theme = quoted(labels[furthest["theme"]])
    return (
        f"All sources and the fixed mix are furthest apart for {theme} in {when}: {first} and "
        f"{last}."
    )
