"""Captions: what a chart shows and what it leaves out; nothing that is not true of this one."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from dateline.articles.dates.evidence import HOW_KNOWN
from dateline.articles.periods import period_ends, period_label
from dateline.articles.timeframe import Timeframe
from dateline.charts.interval_words import say_band
from dateline.charts.layers import thin_rows
from dateline.charts.left_out_words import (
    NOT_SURE,
    everything,
    list_undated,
    say_left_out,
    say_left_out_of_all,
)
from dateline.charts.share_axis import noun_of, top_of, unit_of, what_is_asked
from dateline.charts.timeline import (
    MOST,
    goes_beyond,
    say_part,
    timeline_parts,
    timeline_rows,
)
from dateline.charts.timeline_blocks import caption_blocks
from dateline.charts.wording import amount, distinct, listing, numeral, quoted
from dateline.stats.measures import THIN

_CLASSES = {
    "A": "Only stated dates (class A).",
    "AB": f"Only dates {HOW_KNOWN['A']} or {HOW_KNOWN['B']} (classes A and B).",
}


def caption_share(
    series: pd.DataFrame,
    left_out: pd.DataFrame,
    *,
    label: str,
    timeframe: Timeframe,
    spread: int,
) -> str:
    """
    The caption of `draw_share`: unit, band, marks, and the stories that are not in the chart.

    `left_out` is the table of that name from `stats`, and `spread` the number of `count_spread`,
    both made with the same settings as `series`; `label` is the theme in words. A first or last
    period that `timeframe` cuts short is named. The text is plain, not HTML; `say_layers` and
    `say_undated` have sentences to put behind it.
    """
    opening = f"{what_is_asked(quoted(label), series, left_out)}, by {timeframe.period}."
    marks = [*say_band(series), *_marks(series, "Hollow", "Gap")]
    parts = [*marks, *_limits(series, timeframe), *_spread(series, left_out, timeframe, spread)]
    notes = say_left_out(series, left_out, label=label, timeframe=timeframe)
    return " ".join([opening, *parts, *notes])


def caption_shares(
    series: pd.DataFrame,
    left_out: pd.DataFrame,
    *,
    labels: Mapping[str, str],
    timeframe: Timeframe,
    spread: int,
) -> str:
    """The caption of `draw_shares`; as `caption_share`, for all themes of `series`."""
    opening = f"{what_is_asked('each theme', series, left_out)}, by {timeframe.period}, all on one"
    marks = [*say_band(series), *_marks(series, "Hollow", "Gap"), *_cut_off(series)]
    aside = say_aside(series, left_out, labels=labels, timeframe=timeframe, spread=spread)
    return " ".join(filter(None, [f"{opening} scale.", *marks, aside]))


def caption_heatmap(
    series: pd.DataFrame,
    left_out: pd.DataFrame,
    *,
    labels: Mapping[str, str],
    timeframe: Timeframe,
    spread: int,
) -> str:
    """The caption of `draw_heatmap`; as `caption_shares`, for cells that show no interval."""
    opening = f"{what_is_asked('each theme', series, left_out)}, by {timeframe.period}."
    known = not series.empty and (series["total"] > 0).any()
    band = ["The cells show no interval."] if known else say_band(series)
    marks = _marks(series, "Frame", "Hatched")
    aside = say_aside(series, left_out, labels=labels, timeframe=timeframe, spread=spread)
    return " ".join(filter(None, [opening, *band, *marks, aside]))


def say_aside(
    series: pd.DataFrame,
    left_out: pd.DataFrame,
    *,
    labels: Mapping[str, str],
    timeframe: Timeframe,
    spread: int,
) -> str:
    """What a chart of `series` leaves out or counts in parts, to stand behind another caption."""
    parts = [*_limits(series, timeframe), *_spread(series, left_out, timeframe, spread)]
    notes = say_left_out_of_all(series, left_out, labels=labels, timeframe=timeframe)
    return " ".join([*parts, *notes])


def caption_volume(
    volume: pd.DataFrame,
    *,
    timeframe: Timeframe,
    spread: int,
    ledger: pd.DataFrame | None = None,
    articles: pd.DataFrame | None = None,
) -> str:
    """
    The caption of `draw_volume`: how many articles and stories are in a period.

    `spread` is the number of `count_spread` for articles; `ledger`, of the same timeframe, tells
    how many articles are left out, and why; with `articles`, from which `volume` was made, it also
    says which of those without a date are undated, dated too widely, or in conflict. A
    period of copies only is counted in words: it has a bar, but no share of stories.
    """
    number, stories = round(volume["articles"].sum()), round(volume["stories"].sum())
    parts = [f"{amount(number, 'articles')} by {timeframe.period}."]
    if stories < number:
        parts.append(f"Dark: {distinct(unit='stories', number=stories)}. Light: further copies.")
    if (volume["articles"] == 0).any():
        parts.append("Hatched: no articles.")
    copies = int(((volume["articles"] > 0) & (volume["stories"] == 0)).sum())
    if copies:
        hold = "holds" if copies == 1 else "hold"
        parts.append(
            f"{amount(copies, f'{timeframe.period}s')} {hold} only copies: "
            "no share of stories can be given there."
        )
    parts += _limits(volume, timeframe)
    if spread:
        parts.append(_in_parts(f"{spread} of {amount(number, 'articles')}", spread, timeframe))
    causes = None if articles is None else list_undated(articles, timeframe)
    return " ".join(filter(None, [*parts, _not_shown(ledger, timeframe, causes)]))


def _not_shown(ledger: pd.DataFrame | None, timeframe: Timeframe, causes: list[str] | None) -> str:
    """The articles that are left out, each reason with its number where a ledger has them."""
    too_wide = f"dated too widely for a {timeframe.period}"
    if ledger is None:
        return f"Articles that are undated or {too_wide} are not shown."
    counted = ledger.loc[ledger["line"] == "counted", "part_of"].iloc[0]
    mine = ledger[(ledger["part_of"] == counted) & (ledger["line"] != "counted")]
    numbers = {line: n for line, n in zip(mine["line"], mine["number"], strict=True) if n}
    undated = numbers.pop("undated", 0)
    without = causes if causes is not None else [f"{undated} {NOT_SURE}"] * bool(undated)
    reasons = [*without, *(f"{n} {line}" for line, n in numbers.items())]
    return f"Articles not shown: {listing(reasons, most=len(reasons))}." if reasons else ""


def caption_timeline(articles: pd.DataFrame, *, most: int = MOST, part: int | None = None) -> str:
    """
    The caption of `draw_timeline`: what marks mean, and how many articles are not drawn.

    Of several parts the last has all of it, and the others say so.
    """
    rows = timeline_rows(articles, most=most)
    which = say_part(articles, most=most, part=part)
    if part is not None and part < len(timeline_parts(articles, most=most)):
        return f"{which}; what the marks mean is said below the last of them."
    parts = [f"{which}."] if which else []
    parts += [caption_blocks(rows)] if len(rows) > most else _timeline_marks(rows)
    problems = len(articles) - len(rows)
    if problems:
        verb = "has a problem and is" if problems == 1 else "have a problem and are"
        parts.append(f"{amount(problems, 'articles')} {verb} not shown.")
    return " ".join(parts)


def _timeline_marks(rows: pd.DataFrame) -> list[str]:
    classes = set(rows["date_class"])
    parts = ["One row for each article, by the first day on which it can have appeared."]
    if classes & set("AB"):
        parts.append("Dot: best day.")
    if "C" in classes:
        parts.append(f"Hollow dot: best day, {HOW_KNOWN['C']}.")
    if classes - {"A"}:
        parts.append("Bar: all days on which it can have appeared.")
    if goes_beyond(rows):
        parts.append("Arrow: the bar goes on, or its end is not known.")
    if rows["date_conflict"].any():
        parts.append("Cross: the evidence disagrees.")
    return parts


def _marks(series: pd.DataFrame, thin: str, gap: str) -> list[str]:
    """What hollow points and gaps mean, if there are any."""
    noun = noun_of(series)
    marks = [f"{thin}: fewer than {THIN} {noun}."] if thin_rows(series).any() else []
    return marks + ([f"{gap}: no {noun}."] if (series["total"] == 0).any() else [])


def _cut_off(series: pd.DataFrame) -> list[str]:
    """That a band goes on above the scale, which holds the shares."""
    if series.empty or not series["high"].max() > top_of(series) + 1e-9:
        return []
    return [f"Some bands go on above the scale, the highest to {numeral(series['high'].max())}."]


def _limits(table: pd.DataFrame, timeframe: Timeframe) -> list[str]:
    """What the timeframe takes of the periods at the ends, and of the dates."""
    classes = _CLASSES.get(timeframe.date_classes)
    return _cut_short(table, timeframe) + ([classes] if classes else [])


def _cut_short(table: pd.DataFrame, timeframe: Timeframe) -> list[str]:
    """A sentence on the first and the last period, if the days chosen hold only a part of it."""
    first, last, period = timeframe.first, timeframe.last, timeframe.period
    starts = pd.DatetimeIndex(table["period"].drop_duplicates().sort_values())
    if starts.empty:
        return []
    end = period_ends(starts[-1:], period)[0] - pd.Timedelta(days=1)
    since = f" from {timeframe.since}" if first is not None and first > starts[0] else ""
    cuts = {starts[0]: since}
    if last is not None and last < end:
        cuts[starts[-1]] = f"{cuts.get(starts[-1], '')} up to {timeframe.until}"
    week = "the week of " if period == "week" else ""
    words = "; ".join(
        f"{week}{period_label(start, period)} counts{cut}" for start, cut in cuts.items() if cut
    )
    return [f"{words[0].upper()}{words[1:]}."] if words else []


def _spread(
    series: pd.DataFrame, left_out: pd.DataFrame, timeframe: Timeframe, number: int
) -> list[str]:
    """How many count in parts; of sentences and words, the stories that hold them."""
    if not number:
        return []
    if unit_of(series, left_out) in ("sentences", "words"):
        return [_in_parts(amount(number, "stories"), number, timeframe)]
    return [_in_parts(f"{number} of {everything(series, left_out)}", number, timeframe)]


def _in_parts(which: str, number: int, timeframe: Timeframe) -> str:
    its, counts = ("its", "counts") if number == 1 else ("their", "count")
    return (
        f"{which} may lie in more than one {timeframe.period} and {counts} in "
        f"parts, by {its} possible days in each."
    )
