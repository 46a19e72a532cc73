"""Two groups of distinct stories to be held against each other: two periods, or two sources."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from dateline.articles.periods import period_label, period_starts
from dateline.articles.placing import place_articles
from dateline.articles.timeframe import Timeframe, read_day
from dateline.errors import SettingError, did_you_mean
from dateline.stats.compare import flag_stories
from dateline.stats.grouping import LEAST_ARTICLES

PERIODS, SOURCES = "periods", "sources"
GROUP_COLUMNS = {
    "doc_id": "str",
    "group": "str",  # `a` or `b`
    "source": "str",
    "period": "str",  # of the best day, as "2022 Q2"
}
TO = ".."  # between the first and the last day of a period

Days = tuple[pd.Timestamp | None, pd.Timestamp | None]


@dataclass(frozen=True)
class Pair:
    """
    Two groups of stories, `a` and `b`, by name; `a` is the later period, or the first source.

    `groups` has a row for each of their stories, GROUP_COLUMNS. `aside` counts the other stories:
    undated, dated less surely than asked, not surely of one of the groups. `refusal` says in a
    sentence why the two cannot be compared; blank if they can.
    """

    kind: str  # PERIODS or SOURCES
    a: str
    b: str
    groups: pd.DataFrame
    aside: int
    refusal: str
    split: pd.Timestamp | None = None  # first day of the later period, where they share an edge

    @property
    def within(self) -> str:
        """What must not differ between the groups: of periods the source, and vice versa."""
        return "source" if self.kind == PERIODS else "period"

    @property
    def sizes(self) -> tuple[int, int]:
        """The number of stories of `a` and of `b`."""
        sizes = self.groups["group"].value_counts()
        return int(sizes.get(self.a, 0)), int(sizes.get(self.b, 0))


def choose_pair(
    articles: pd.DataFrame,
    timeframe: Timeframe,
    *,
    split: str = "",
    periods: str = "",
    sources: str = "",
) -> Pair:
    """
    The two groups that a reader asked for, by one of three texts.

    `split` is the first day of the later of two periods. `periods` are two ranges of days, the
    earlier first, as "2021-11-01..2022-06-30; 2023-01-01..", where an end may be open. `sources`
    are two names with a semicolon between. If all are blank, the periods are split at the start
    of the calendar period that parts the stories most evenly, which looks at no theme. Only what
    `timeframe` takes is in a group; the period matters for the split and as stratum of sources.

    Raises SettingError for more than one text, a text that is none of these, an unknown source,
    periods that overlap, and a timeframe whose period is still "auto". Groups that are too small
    are no error: `refusal` says so.
    """
    check_pair(split, periods, sources)
    stories = _stories(articles, timeframe)
    readable = int(((articles["copy_of"] == "") & (articles["problem"] == "")).sum())
    if sources:
        names = _two_sources(sources)
        for name in names:
            if name not in set(articles["source"]):
                known = sorted(set(articles["source"]) - {""})
                raise SettingError(f"sources: no source {name!r}; {did_you_mean(name, known)}")
        masks = [(stories["source"] == name).to_numpy() for name in names]
        return _pair(stories, SOURCES, names=names, masks=masks, readable=readable)
    day = read_day(split, "split") if split else _even_split(stories, timeframe.period)
    ranges = _ranges(periods) if periods else [(day, None), (None, _day_before(day))]
    names = [_name(*days) for days in ranges] if periods else _split_names(day)
    masks = [_inside(stories, *days) for days in ranges]
    pair = _pair(stories, PERIODS, names=names, masks=masks, readable=readable)
    return pair if periods else replace(pair, split=day)


def flag_pair(
    mentions: pd.DataFrame, articles: pd.DataFrame, themes: list[str], *, pair: Pair
) -> pd.DataFrame:
    """
    Which stories of the pair mention which themes: GROUP_COLUMNS and a bool column a theme.

    Rows are those of `pair.groups`. Raises SettingError for a theme with the name of a column.
    """
    if taken := {*GROUP_COLUMNS, "date", "size", "weight"}.intersection(themes):
        raise SettingError(f"theme {min(taken)!r} has the name of a column; rename the theme")
    flags = flag_stories(mentions, articles, themes)
    return pair.groups.merge(flags[["doc_id", *themes]], on="doc_id")


def _stories(articles: pd.DataFrame, timeframe: Timeframe) -> pd.DataFrame:
    """The distinct stories that the timeframe takes, with the days on which each may lie."""
    # A group is longer than a period, so only what is wider than years is too wide for it.
    placed = place_articles(articles, replace(timeframe, period="year"))["reason"] == ""
    rows = articles[placed & (articles["copy_of"] == "")]
    columns = ["doc_id", "source", "date", "date_earliest", "date_latest"]
    rows = rows[columns].reset_index(drop=True)
    starts = [period_starts(day, day, timeframe.period)[0] for day in rows["date"]]
    return rows.assign(start=pd.DatetimeIndex(starts)).assign(
        period=pd.Series([period_label(day, timeframe.period) for day in starts], dtype="str")
    )


def _pair(
    stories: pd.DataFrame, kind: str, *, names: list[str], masks: list[np.ndarray], readable: int
) -> Pair:
    parts = [stories[mask].assign(group=name) for name, mask in zip(names, masks, strict=True)]
    groups = pd.concat(parts).sort_index()[list(GROUP_COLUMNS)].astype(GROUP_COLUMNS)
    groups, (a, b) = groups.reset_index(drop=True), names
    return Pair(kind, a, b, groups, readable - len(groups), _refusal(groups, a, b))


def _refusal(groups: pd.DataFrame, a: str, b: str) -> str:
    if groups.empty:
        return "Nothing is compared: no story is dated well enough to be in one of the two groups."
    sizes = groups["group"].value_counts()
    small = [f"{int(sizes.get(name, 0))} in the group “{name}”" for name in (a, b)
             if sizes.get(name, 0) < LEAST_ARTICLES]  # fmt: skip
    if not small:
        return ""
    return (
        f"Nothing is compared: of {len(groups)} stories there are {' and '.join(small)}, and "
        f"fewer than {LEAST_ARTICLES} cannot be compared; choose wider groups."
    )


def _even_split(stories: pd.DataFrame, period: str) -> pd.Timestamp | None:
    """The start of the period that parts the stories most evenly; the first of equal ones."""
    if stories.empty:
        return None
    starts = period_starts(stories["date"].min(), stories["date"].max(), period)
    before = np.searchsorted(np.sort(stories["start"].to_numpy()), starts.to_numpy())
    return starts[int(np.abs(len(stories) - 2 * before).argmin())]


def check_pair(split: str = "", periods: str = "", sources: str = "") -> None:
    """
    Raise SettingError for texts that `choose_pair` would refuse for any articles.

    It needs none, so that a mistake costs no wait; whether a source is there it cannot know.
    """
    if sum(map(bool, (split, periods, sources))) > 1:
        raise SettingError("split, periods and sources: more than one is set; keep one of them")
    if sources:
        _two_sources(sources)
    if periods:
        _ranges(periods)
    read_day(split, "split")


def _two_sources(text: str) -> list[str]:
    names = _two(text, "sources", "Daily Example; Evening Example")
    if names[0] == names[1]:
        raise SettingError(f"sources: {names[0]!r} is given twice; choose two")
    return names


def _ranges(text: str) -> list[Days]:
    """The later range first."""
    parts = _two(text, "periods", "2021-11-01..2022-06-30; 2023-01-01..2024-12-31")
    if not all(TO in part for part in parts):
        raise SettingError(f"periods: a range is without {TO!r}; write 2021-11-01..2022-06-30")
    ends = [tuple(end.strip() for end in part.split(TO, 1)) for part in parts]
    early, late = ((read_day(a, "periods"), read_day(b, "periods")) for a, b in ends)
    for first, last in (early, late):
        if first is not None and last is not None and first > last:
            raise SettingError("periods: a range ends before it begins; exchange its two days")
    if early[1] is None or late[0] is None or early[1] >= late[0]:
        raise SettingError("periods: the first range does not end before the second; change a day")
    return [late, early]


def _two(text: str, name: str, example: str) -> list[str]:
    parts = [part.strip() for part in text.split(";") if part.strip()]
    if len(parts) != 2:
        raise SettingError(f"{name} is {text!r}; give two with a semicolon between: {example}")
    return parts


def _inside(
    stories: pd.DataFrame, first: pd.Timestamp | None, last: pd.Timestamp | None
) -> np.ndarray:
    """Stories that surely lie in the range: the whole interval does."""
    inside = pd.Series(True, index=stories.index)
    if first is not None:
        inside &= stories["date_earliest"] >= first
    if last is not None:
        inside &= stories["date_latest"] <= last
    return inside.to_numpy()


def _day_before(day: pd.Timestamp | None) -> pd.Timestamp | None:
    return None if day is None else day - pd.Timedelta(days=1)


def _split_names(day: pd.Timestamp | None) -> list[str]:
    if day is None:
        return ["the later half", "the earlier half"]
    when = f"{day.year}" if (day.month, day.day) == (1, 1) else f"{day:%Y-%m-%d}"
    return [f"from {when} on", f"before {when}"]


def _name(first: pd.Timestamp | None, last: pd.Timestamp | None) -> str:
    if first is None or last is None:
        return f"up to {last:%Y-%m-%d}" if first is None else f"from {first:%Y-%m-%d} on"
    return f"{first:%Y-%m-%d} to {last:%Y-%m-%d}"
