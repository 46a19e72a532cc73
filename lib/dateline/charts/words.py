"""Alternative texts: what a chart shows, in two or three sentences made from its numbers."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from dateline.articles.dates.evidence import DATED
from dateline.charts.calendar_axis import PeriodAxis, read_calendar
from dateline.charts.share_axis import NO_ROWS, unit_of
from dateline.charts.style import THIN
from dateline.charts.timeline import CLASSES, MOST, timeline_rows
from dateline.charts.timeline_blocks import describe_blocks
from dateline.charts.wording import amount, distinct, listing, numeral, percent, quoted


def describe_share(series: pd.DataFrame, label: str) -> str:
    """
    Describe `draw_share`: what is drawn, first and last, highest and lowest, thin and missing.

    `series` has the rows of one theme, `label` is its name in words. The text is plain, not HTML.
    """
    if series.empty:
        return f"Empty chart. {NO_ROWS}"
    rows = series.sort_values("period")
    calendar = read_calendar(rows)
    opening = (
        f"Line chart of the share of {distinct(unit_of(rows))} that mention {quoted(label)}, "
        f"{_range(calendar)}."
    )
    return " ".join([opening, *_course(rows, calendar), *_doubts(rows, calendar)])


def describe_shares(series: pd.DataFrame, labels: Mapping[str, str]) -> str:
    """Describe `draw_shares`: what is drawn, the most and least frequent theme, the peak."""
    rows = series[series["theme"].isin(list(labels))]
    if rows.empty:
        return f"Empty chart. {NO_ROWS}"
    calendar = read_calendar(rows)
    opening = (
        f"Small line charts of the share of {distinct(unit_of(rows))} that mention a theme, one "
        f"for each theme ({amount(rows['theme'].nunique(), 'themes')}), {_range(calendar)}."
    )
    return " ".join([opening, *_extremes(rows, labels, calendar), *_doubts(rows, calendar)])


def describe_heatmap(series: pd.DataFrame, labels: Mapping[str, str]) -> str:
    """Describe `draw_heatmap`: rows and columns, the most and least frequent theme, the peak."""
    rows = series[series["theme"].isin(list(labels))]
    if rows.empty:
        return f"Empty chart. {NO_ROWS}"
    calendar = read_calendar(rows)
    opening = (
        f"Table of coloured cells, {amount(rows['theme'].nunique(), 'themes')} in rows: the share "
        f"of {distinct(unit_of(rows))} that mention the theme, {_range(calendar)}."
    )
    return " ".join([opening, *_extremes(rows, labels, calendar), *_doubts(rows, calendar)])


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


def describe_timeline(articles: pd.DataFrame, *, most: int = MOST) -> str:
    """Describe `draw_timeline`: how many articles, how well they are dated, from when to when."""
    rows = timeline_rows(articles, most=most)
    if rows.empty:
        return "Empty chart. There is no article to draw."
    if len(rows) > most:
        return describe_blocks(rows)
    opening = f"Timeline with a row for each of {amount(len(rows), 'articles')}."
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
        total = amount(known["total"].sum(), unit_of(rows))
        return [f"None of the {total} mentions it."]
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
    firm = known[known["total"] >= THIN]
    if len(firm) == len(known) or not firm["count"].any():
        return "", known
    return f"where there are at least {THIN} {unit_of(known)}, ", firm


def _cell(row: pd.Series, calendar: PeriodAxis) -> str:
    place = _place(row, calendar)
    share = percent(row["count"], row["total"])
    return f"{share} ({numeral(row['count'])} of {numeral(row['total'])}) in {place}"


def _place(row: pd.Series, calendar: PeriodAxis) -> str:
    return calendar.label(int(calendar.starts.get_indexer(pd.Index([row["period"]]))[0]))


def _shares_at(known: pd.DataFrame, share: float, calendar: PeriodAxis) -> str:
    """Where a share is met; in how many periods, if more than one."""
    rows = known[known["share"] == share]
    if len(rows) == 1:
        return _cell(rows.iloc[0], calendar)
    first = rows.iloc[0]
    return (
        f"{percent(first['count'], first['total'])} in {len(rows)} {calendar.period or 'period'}s, "
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
    total = amount(rows.groupby("period")["total"].first().sum(), unit_of(rows))
    most, least = max(sums.values()), min(sums.values())
    if not most:
        return [f"No theme is mentioned in the {total}."]
    (often, each), (seldom, each_seldom) = (_themes_at(sums, n, labels) for n in (most, least))
    rest = f"; least: {seldom}, in {numeral(least)}{each_seldom}" if least < most else ""
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
    opening, first = f"{among}the highest share".capitalize(), peaks.iloc[0]
    earliest = peaks.loc[peaks["period"] == first["period"], "theme"].tolist()
    names = listing([quoted(labels[name]) for name in labels if name in earliest])
    if len(peaks) == 1:
        return f"{opening} is that of {names}: {_cell(first, calendar)}."
    share, where = percent(first["count"], first["total"]), _place(first, calendar)
    return f"{opening}, {share}, is reached {len(peaks)} times, first by {names} in {where}."


def _doubts(rows: pd.DataFrame, calendar: PeriodAxis) -> list[str]:
    """Which periods have no stories, and how many have too few for a share to mean much."""
    totals = rows.groupby("period")["total"].first().reset_index(drop=True)
    thin = int(((totals > 0) & (totals < THIN)).sum())
    unit, noun = unit_of(rows), f"{calendar.period or 'period'}s"
    few = [f"Fewer than {THIN} {unit} in {amount(thin, noun)}."] if thin else []
    return [*_gaps(totals.index[totals == 0].tolist(), unit, calendar), *few]


def _gaps(places: list[int], unit: str, calendar: PeriodAxis) -> list[str]:
    if not places:
        return []
    names = listing([calendar.label(place) for place in places])
    return [f"No {unit} in {amount(len(places), (calendar.period or 'period') + 's')}: {names}."]
