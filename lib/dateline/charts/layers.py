"""What may stand beside the shares in a chart, and what it says of their marks."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import TypedDict, cast

import pandas as pd

from dateline.articles.counted import ITEMS
from dateline.charts.share_axis import INDEX, noun_of, unit_of
from dateline.charts.wording import amount, numeral, percent
from dateline.stats.intervals import wilson
from dateline.stats.measures import THIN, draw_kind, is_thin

MOST_EVENTS = 12  # named in a caption; the rest are counted


class Layers(TypedDict, total=False):
    """
    What is drawn with the shares; each may be left out.

    `kind` is "points" or "ribbons", as `draw_kind` says. `volume` is the table of
    `volume_by_period`: bars under each curve, and which sentences and words are of fewer than 3
    stories. `smooth` is the table of `smooth_series`, `events` that of `list_events`, `colours`
    the mapping of `theme_colours` for the whole codebook.
    """

    kind: str
    volume: pd.DataFrame
    smooth: pd.DataFrame
    events: pd.DataFrame
    colours: Mapping[str, str]


NO_LAYERS = cast(Layers, MappingProxyType({}))


def documents_of(rows: pd.DataFrame, layers: Layers) -> pd.Series[float] | None:
    """
    How many stories, articles or uptakes stand behind each row of a series; None if not known.

    Sentences and words do not tell it: there it takes `layers["volume"]`.
    """
    unit = unit_of(rows)
    if ITEMS.get(unit, unit) == unit:
        return rows["total"]
    if "volume" not in layers:
        return None
    stories = layers["volume"].set_index("period")["stories"]
    return rows["period"].map(stories).fillna(0.0).astype(float)


def documents_noun(series: pd.DataFrame) -> str:
    """What `documents_of` counts, as a plural."""
    unit = unit_of(series)
    return "stories" if unit in ("sentences", "words") else noun_of(series)


def thin_rows(rows: pd.DataFrame, layers: Layers = NO_LAYERS) -> pd.Series[bool]:
    """Whether fewer than 3 stories stand behind each row, and more than none."""
    documents = documents_of(rows, layers)
    if documents is None:
        return pd.Series(False, index=rows.index)
    return is_thin(documents)


def say_layers(series: pd.DataFrame, layers: Layers, *, named: bool = True) -> str:
    """
    Say in a caption what stands beside the shares of `draw_share` or `draw_shares`.

    Only what is true of this chart: "" if there is nothing. `named` is False where another caption
    on the page names the events already.
    """
    if series.empty:
        return ""
    parts = [say_thin(series, layers), _say_strip(series, layers)]
    parts += [_say_smooth(series, layers)]
    parts.append(say_events(series, layers) if named else _say_numbers(series, layers))
    return " ".join(filter(None, parts))


def say_thin(series: pd.DataFrame, layers: Layers, *, mark: str = "Hollow") -> str:
    """
    What marks periods of fewer than 3 stories, if there are any and the captions do not say it.

    They say it of stories, articles and uptakes; of sentences and words only the volume tells it.
    """
    if unit_of(series) not in ("sentences", "words") or not thin_rows(series, layers).any():
        return ""
    return f"{mark}: fewer than {THIN} stories."


def _say_strip(series: pd.DataFrame, layers: Layers) -> str:
    documents = documents_of(series, layers)
    if "volume" not in layers or documents is None:
        return ""
    noun = documents_noun(series)
    return f"Grey bars: {noun} of each period, {numeral(documents.max())} at the most."


def _say_smooth(series: pd.DataFrame, layers: Layers) -> str:
    if "smooth" not in layers or unit_of(series) == INDEX:
        return ""
    smooth = layers["smooth"]
    mine = smooth[smooth["theme"].isin(series["theme"].unique())]
    bends = mine.dropna(subset="edf").groupby("theme")["edf"].first()
    if bends.empty:
        return "No smooth line: too few stories or periods for one."
    least, most = f"{bends.min():.1f}", f"{bends.max():.1f}"
    words = least if least == most else f"{least} to {most}"
    dashed = " Dashed: no stories." if mine["interpolated"].any() else ""
    return (
        f"Thin line: Whittaker smoother, {words} effective degrees of freedom; it may hide what "
        f"happened in one period.{dashed}"
    )


def shown_events(series: pd.DataFrame, layers: Layers) -> pd.DataFrame:
    """The events that lie in the days of the chart, by their first day."""
    from dateline.charts.calendar_axis import read_calendar, to_number

    events = layers.get("events")
    if events is None or events.empty:
        return pd.DataFrame(columns=["start", "end", "label"])
    edges = read_calendar(series).edges
    starts, ends = to_number(events["start"]), to_number(events["end"])
    inside = (ends >= edges[0]) & (starts < edges[-1])
    return events[inside].sort_values(["start", "label"]).reset_index(drop=True)


def say_events(series: pd.DataFrame, layers: Layers) -> str:
    """Name the events that a chart of `series` marks, by their numbers; "" if there are none."""
    if series.empty:
        return ""
    events = shown_events(series, layers)
    if events.empty:
        return ""
    names = [
        f"{number} {row.label} ({row.start:%Y-%m-%d})"
        for number, row in enumerate(events.itertuples(), 1)
    ]
    rest = len(names) - MOST_EVENTS
    words = "; ".join(names[:MOST_EVENTS])
    if rest <= 0:
        return f"Events: {words}."
    return f"Events: {words}; and {amount(rest, 'events')} more."


def _say_numbers(series: pd.DataFrame, layers: Layers) -> str:
    """That events are marked, where their names stand elsewhere."""
    if series.empty or shown_events(series, layers).empty:
        return ""
    return "Numbers over the curves: the events named above."


def say_size(volume: pd.DataFrame, *, period: str, unit: str = "stories") -> str:
    """
    What so many stories can show, and what not: a sentence to stand before the charts.

    `volume` is the table of `volume_by_period`. Where the `unit` is articles it is of articles.
    """
    noun = "articles" if unit == "articles" else "stories"
    stories = round(volume[noun].sum())
    some = volume.loc[volume[noun] > 0, noun]
    if not stories:
        one = "article" if noun == "articles" else "story"
        return f"No {one} has a date in this range, so there is nothing to draw."
    if draw_kind(stories) == "rows":
        return (
            f"{amount(stories, noun)}: too few for a curve, so each has a row of its own; "
            "no share by period can be told from chance."
        )
    median = float(some.median())
    low, high = (float(bound) for bound in wilson(median / 2, median))
    return (
        f"{amount(stories, noun)}, {numeral(median)} in the median {period}: a share of a "
        f"half there could as well be {percent(low, 1)} or {percent(high, 1)}. Smaller differences "
        "between two periods are not shown by so few."
    )
