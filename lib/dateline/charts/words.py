"""Alternative texts: what a chart shows, in two or three sentences made from its numbers."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from dateline.articles.dates.evidence import DATED
from dateline.charts.calendar_axis import PeriodAxis, read_calendar
from dateline.charts.layers import NO_LAYERS, Layers, documents_noun, thin_rows
from dateline.charts.share_axis import NO_ROWS, is_rate, noun_of, what_is_asked
from dateline.charts.timeline import CLASSES, MOST, rows_of_part, say_part, timeline_rows
from dateline.charts.timeline_blocks import describe_blocks
from dateline.charts.wording import (
    amount,
    listing,
    numeral,
    quoted,
    said_counts,
    said_share,
)
from dateline.stats.measures import THIN


def describe_share(series: pd.DataFrame, label: str, *, layers: Layers = NO_LAYERS) -> str:
    """
    Describe `draw_share`: what is drawn, first and last, highest and lowest, thin and missing.

    `series` has the rows of one theme, `label` is its name in words. The text is plain, not HTML.
    """
    if series.empty:
        return f"Empty chart. {NO_ROWS}"
    rows = _with_thin(series, layers)
    calendar = read_calendar(rows)
    asked = _lowered(what_is_asked(quoted(label), rows))
    opening = f"Line chart of the {asked}, {_range(calendar)}."
    return " ".join([opening, *_course(rows, calendar), *say_doubts(rows, calendar)])


def describe_shares(
    series: pd.DataFrame, labels: Mapping[str, str], *, layers: Layers = NO_LAYERS
) -> str:
    """Describe `draw_shares`: what is drawn, the most and least frequent theme, the peak."""
    rows = _with_thin(series[series["theme"].isin(list(labels))], layers)
    if rows.empty:
        return f"Empty chart. {NO_ROWS}"
    calendar = read_calendar(rows)
    opening = (
        f"Small line charts of the {_lowered(what_is_asked('a theme', rows))}, one "
        f"for each theme ({amount(rows['theme'].nunique(), 'themes')}), {_range(calendar)}."
    )
    return " ".join([opening, *_extremes(rows, labels, calendar), *say_doubts(rows, calendar)])


def describe_heatmap(
    series: pd.DataFrame, labels: Mapping[str, str], *, layers: Layers = NO_LAYERS
) -> str:
    """Describe `draw_heatmap`: rows and columns, the most and least frequent theme, the peak."""
    rows = _with_thin(series[series["theme"].isin(list(labels))], layers)
    if rows.empty:
        return f"Empty chart. {NO_ROWS}"
    calendar = read_calendar(rows)
    opening = (
        f"Table of coloured cells, {amount(rows['theme'].nunique(), 'themes')} in rows: the "
        f"{_lowered(what_is_asked('the theme', rows))}, {_range(calendar)}."
    )
    return " ".join([opening, *_extremes(rows, labels, calendar), *say_doubts(rows, calendar)])


def describe_volume(volume: pd.DataFrame) -> str:
    """Describe `draw_volume`: how many articles and stories, the fullest and emptiest period."""
    if volume.empty:
        return f"Empty chart. {NO_ROWS}"
    rows = volume.sort_values("period").reset_index(drop=True)
    calendar = read_calendar(rows)
    articles, stories = round(rows["articles"].sum()), round(rows["stories"].sum())
    opening = (
        f"Bars of {amount(articles, 'articles')}, {_range(calendar)}; "
        f"{stories} of them {'is a distinct story' if stories == 1 else 'are distinct stories'}."
    )
    some = rows.loc[rows["articles"] > 0, "articles"]
    most, fewest = (_where(some, end, calendar) for end in (some.max(), some.min()))
    course = f"The most are {most}, the fewest {fewest}."
    gaps = rows.index[rows["articles"] == 0].tolist()
    parts = [opening, *([course] if most != fewest else []), *_gaps(gaps, "articles", calendar)]
    return " ".join(parts)


def describe_timeline(articles: pd.DataFrame, *, most: int = MOST, part: int | None = None) -> str:
    """Describe `draw_timeline`: how many articles, how well they are dated, from when to when."""
    rows = timeline_rows(articles, most=most)
    if rows.empty:
        return "Empty chart. There is no article to draw."
    if len(rows) > most:
        return describe_blocks(rows)
    which = say_part(articles, most=most, part=part)
    rows = rows_of_part(rows, most=most, part=part)
    whole = f" ({which[0].lower()}{which[1:]})" if which else ""
    opening = f"Timeline with a row for each of {amount(len(rows), 'articles')}{whole}."
    sizes = rows["date_class"].value_counts()
    names = {code: CLASSES[code][0] for code in DATED} | {"A": "a stated day"}
    known = {name: int(sizes.get(code, 0)) for code, name in names.items()}
    known["wider or not at all"] = len(rows) - sum(known.values())
    classes = listing([f"{number} {name}" for name, number in known.items() if number])
    days = rows.loc[rows["date_class"].isin(DATED), "date"].dropna()
    ends = f"{days.min():%Y-%m-%d} to {days.max():%Y-%m-%d}" if len(days) else ""
    parts = [f"Best days reach from {ends}."] if ends else []
    if number := int(rows["date_conflict"].sum()):
        parts.append(f"The evidence on {amount(number, 'articles')} disagrees.")
    return " ".join([opening, f"How the dates are known: {classes}.", *parts])


def _lowered(words: str) -> str:
    """The words as they go on within a sentence."""
    return words[:1].lower() + words[1:]


def _with_thin(series: pd.DataFrame, layers: Layers) -> pd.DataFrame:
    """The rows by period, with a column that says behind which fewer than 3 stories stand."""
    return series.assign(thin=thin_rows(series, layers)).sort_values("period", kind="stable")


def _range(calendar: PeriodAxis) -> str:
    """ "by quarter, from 2021 Q4 to 2024 Q4", or the one period there is."""
    if not calendar.period:
        return f"in {calendar.label(0)}"
    return f"by {calendar.period}, from {calendar.label(0)} to {calendar.label(-1)}"


def _course(rows: pd.DataFrame, calendar: PeriodAxis) -> list[str]:
    """First and last share; highest and lowest, of enough stories where there are such."""
    known = rows.reset_index(drop=True).query("total > 0")
    if known.empty:
        return []
    if not known["count"].any():
        total = amount(known["total"].sum(), noun_of(rows))
        return [f"None of the {total} {'is a mention of' if is_rate(rows) else 'mentions'} it."]
    first, last = _cell(known.iloc[0], calendar), _cell(known.iloc[-1], calendar)
    if len(known) == 1:
        return [f"It is {first}."]
    if known["share"].nunique() == 1:
        return [f"It is the same throughout, {_shares_at(known, known['share'].max(), calendar)}."]
    where, firm = _firm(known)
    high, low = (_shares_at(firm, firm["share"].agg(end), calendar) for end in ("max", "min"))
    ends = f"the highest is {high}, the lowest {low}" if high != low else f"it is {high}"
    return [f"It is {first} and {last}; {where}{ends}."]


def _firm(known: pd.DataFrame) -> tuple[str, pd.DataFrame]:
    """The rows of enough stories, and the words that say so; all, if nothing is mentioned there."""
    firm = known[~known["thin"]]
    if len(firm) == len(known) or not firm["count"].any():
        return "", known
    return f"where there are at least {THIN} {documents_noun(known)}, ", firm


def _cell(row: pd.Series, calendar: PeriodAxis) -> str:
    share = said_share(row["count"], row["total"], row["unit"])
    counts = said_counts(row["count"], row["total"], row["unit"])
    return f"{share} ({counts}) in {_place(row, calendar)}"


def _place(row: pd.Series, calendar: PeriodAxis) -> str:
    return calendar.label(int(calendar.starts.get_indexer(pd.Index([row["period"]]))[0]))


def _shares_at(known: pd.DataFrame, share: float, calendar: PeriodAxis) -> str:
    """Where a share is met; in how many periods, if more than one."""
    rows = known[known["share"] == share]
    if len(rows) == 1:
        return _cell(rows.iloc[0], calendar)
    first = rows.iloc[0]
    return (
        f"{said_share(first['count'], first['total'], first['unit'])} in {len(rows)} "
        f"{calendar.period or 'period'}s, "
        f"first {calendar.label(rows.index[0])}"
    )


def _where(counts: pd.Series, number: float, calendar: PeriodAxis) -> str:
    """All periods whose number reads the same."""
    places = counts.index[counts.map(numeral) == numeral(number)]
    return f"{numeral(number)} in {listing([calendar.label(place) for place in places], most=3)}"


def _extremes(rows: pd.DataFrame, labels: Mapping[str, str], calendar: PeriodAxis) -> list[str]:
    """The most and the least frequent theme over all periods, and the highest share."""
    counts = rows.groupby("theme")["count"].sum()
    sums = {name: round(counts[name], 3) for name in labels if name in counts.index}
    total = amount(rows.groupby("period")["total"].first().sum(), noun_of(rows))
    most, least = max(sums.values()), min(sums.values())
    if not most:
        return [f"No theme is mentioned in the {total}."]
    (often, each), (seldom, each_seldom) = (_themes_at(sums, n, labels) for n in (most, least))
    rest = f"; least: {seldom}, in {numeral(least)}{each_seldom}" if least < most else ""
    if is_rate(rows):
        rest = f"; least: {seldom}, {numeral(least)}{each_seldom}" if least < most else ""
        opening = f"Most often: {often}, {amount(most, 'mentions')}{each} in {total}{rest}."
        return [opening, _peak(rows, labels, calendar)]
    return [
        f"Most often: {often}, in {numeral(most)} of {total}{each}{rest}.",
        _peak(rows, labels, calendar),
    ]


def _themes_at(
    sums: Mapping[str, float], number: float, labels: Mapping[str, str]
) -> tuple[str, str]:
    """The themes that so many mention, and " each" if they are several."""
    names = [quoted(labels[name]) for name, found in sums.items() if found == number]
    return listing(names), " each" if len(names) > 1 else ""


def _peak(rows: pd.DataFrame, labels: Mapping[str, str], calendar: PeriodAxis) -> str:
    """The highest share, and where it is met first; how often, if more than once."""
    among, firm = _firm(rows[rows["total"] > 0])
    peaks = firm[firm["share"] == firm["share"].max()].sort_values("period", kind="stable")
    value = "rate" if is_rate(rows) else "share"
    opening, first = f"{among}the highest {value}".capitalize(), peaks.iloc[0]
    earliest = peaks.loc[peaks["period"] == first["period"], "theme"].tolist()
    names = listing([quoted(labels[name]) for name in labels if name in earliest])
    if len(peaks) == 1:
        return f"{opening} is that of {names}: {_cell(first, calendar)}."
    share = said_share(first["count"], first["total"], first["unit"])
    where = _place(first, calendar)
    return f"{opening}, {share}, is reached {len(peaks)} times, first by {names} in {where}."


def say_doubts(rows: pd.DataFrame, calendar: PeriodAxis) -> list[str]:
    """Which periods have no stories, and how many have too few for a share to mean much."""
    first = rows.groupby("period")[["total", "thin"]].first().reset_index(drop=True)
    thin, noun = int(first["thin"].sum()), f"{calendar.period or 'period'}s"
    few = [f"Fewer than {THIN} {documents_noun(rows)} in {amount(thin, noun)}."] if thin else []
    gaps = first.index[first["total"] == 0].tolist()
    return [*_gaps(gaps, noun_of(rows), calendar), *few]


def _gaps(places: list[int], unit: str, calendar: PeriodAxis) -> list[str]:
    if not places:
        return []
    names = listing([calendar.label(place) for place in places])
    return [f"No {unit} in {amount(len(places), (calendar.period or 'period') + 's')}: {names}."]
