"""How a source or a table fills its dates, which no article tells alone; a step over all."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import PurePosixPath
from typing import NamedTuple

from dateline.articles.dates.metadata_values import is_empty, is_placeholder, read_value
from dateline.articles.dates.order import order_of_column

# Fewer different days than this, each of so many articles, are those of collecting.
FEW_DAYS = 8
MANY_ARTICLES = 3
# Fewer articles than this show no habit.
LEAST = 5
# A time shared by so many articles is that of a move to another system, and so is a day shared
# by so many that are this part of all.
SHARED_BY = 5
SHARED_PART = 0.5
# Parts of all articles on 1 January, or on the first of a month, that chance does not give.
JANUARY_PART, JANUARY_LEAST = 0.05, 3
MONTH_PART, MONTH_LEAST = 0.3, 5
# Dates in figures, and in the order of ISO, that show an exchange of day and month.
TELLING = 3

_COLUMN = re.compile(r"^(?:column|field|feed):", re.I)
# A news database states the day of each article, and a letter its own: an export of one week's
# paper has few days, and none of them is of collecting.
_OF_EACH = re.compile(r"^(?:export|mail):", re.I)
# A feed lists what came last, so few days are its nature; a moment that entries share is not.
_LATEST = re.compile(r"^feed:", re.I)
_YEAR_FIRST = re.compile(r"^\s*\d{4}-(\d\d)-(\d\d)(?!\d)")
_FIGURES = re.compile(r"^\s*(\d{1,2})([/.-])(\d{1,2})\2(?:\d{4}|\d\d)(?!\d)")

Metadata = tuple[tuple[str, str], ...]


class Habit(NamedTuple):
    """
    How the values under one name are to be taken.

    `few`: its days are of collecting. `shared`: values that too many articles have. `year` and
    `month`: 1 January stands for a year, the first day for a month. `exchanged`: a program has
    exchanged day and month of those dates where it could. `order`: that of day and month in the
    figures of a table's column.
    """

    few: bool = False
    shared: frozenset[str] = frozenset()
    year: bool = False
    month: bool = False
    exchanged: bool = False
    order: str = ""


NO_HABIT = Habit()


def judge_habits(articles: Sequence[tuple[str, str, Metadata]]) -> list[Mapping[str, Habit]]:
    """
    For each article, the habits of the group that it belongs to, by name of metadata.

    `articles` are (path, source, metadata). The columns of a table with several articles are
    judged together, those of files of one article by folder, and all else by source, or by
    folder where it is not known. Names without a habit are left out, and so are those of news
    databases and of mail; of a feed only moments that several entries share count. The figures
    of a table's column have one order of day and month, if one of them tells it. Wrong for
    a table of one day's paper, whose day is then only a bound, and for a source that did publish
    half of its articles on one day.
    """
    rows = Counter(path for path, _, _ in articles)
    values: dict[tuple[str, str], list[str]] = defaultdict(list)
    for path, source, metadata in articles:
        for name, value in dict(metadata).items():
            if _OF_EACH.match(name):
                continue
            values[_group(path, source, name, several=rows[path] > 1), name].append(value.strip())
    habits = {
        key: Habit(shared=_moments(found)) if _LATEST.match(key[1]) else _habit(found)
        for key, found in values.items()
    }
    for (place, name), found in values.items():
        if _COLUMN.match(name) and rows[place] > 1:
            habits[place, name] = habits[place, name]._replace(order=order_of_column(found))
    return [
        {
            name: habit
            for name, _ in metadata
            if (habit := habits.get((_group(path, source, name, several=rows[path] > 1), name)))
            and habit != NO_HABIT
        }
        for path, source, metadata in articles
    ]


def _moments(values: Iterable[str]) -> frozenset[str]:
    """Values with a clock that too many entries have."""
    often = [value for value, count in Counter(values).items() if count >= SHARED_BY]
    return frozenset(value for value in often if (read := read_value(value, "")) and read.clock)


def _group(path: str, source: str, name: str, *, several: bool) -> str:
    folder = f"{PurePosixPath(path).parent}/"
    if _COLUMN.match(name):
        return path if several else folder
    return source or folder


def _habit(values: Sequence[str]) -> Habit:
    """The habit that the values under one name show, one for each article."""
    read = {value: found for value in set(values) if (found := read_value(value, ""))}
    days = {
        value: found.readings[0]
        for value, found in read.items()
        if found.readings and not is_empty(value) and not is_placeholder(found.readings[0])
    }
    times = Counter(value for value in values if value in days)
    exchanged = _is_exchanged(values)
    if times.total() < LEAST:
        return Habit(exchanged=exchanged)
    months: Counter[int] = Counter()
    for value, count in times.items():
        if days[value].day == 1 and len(read[value].readings) == 1:
            months[days[value].month] += count
    others = months.total() - months[1]
    return Habit(
        few=_are_few(times, days),
        shared=_shared(times, days, {value for value in days if read[value].clock}),
        year=months[1] >= max(JANUARY_LEAST, JANUARY_PART * times.total()),
        month=others >= max(MONTH_LEAST, MONTH_PART * times.total()),
        exchanged=exchanged,
    )


def _are_few(times: Counter[str], days: Mapping[str, date]) -> bool:
    different = len({days[value] for value in times})
    return different < FEW_DAYS and times.total() >= MANY_ARTICLES * different


def _shared(times: Counter[str], days: Mapping[str, date], clocks: set[str]) -> frozenset[str]:
    """Values with a clock that many articles have, and those of a day that half of them have."""
    of_day: Counter[date] = Counter()
    for value, count in times.items():
        of_day[days[value]] += count
    most = max(SHARED_BY, SHARED_PART * times.total())
    return frozenset(
        value
        for value, count in times.items()
        if (value in clocks and count >= SHARED_BY) or of_day[days[value]] >= most
    )


def _is_exchanged(values: Iterable[str]) -> bool:
    """
    Whether a spreadsheet has read days up to the twelfth as months: 3 April is then 2022-03-04
    beside a 25/04/2022 that it could not read and left as it was.
    """
    different = set(values)
    iso = [int(found[2]) for value in different if (found := _YEAR_FIRST.match(value))]
    left = [
        (int(found[1]), int(found[3])) for value in different if (found := _FIGURES.match(value))
    ]
    enough = len(iso) >= TELLING and len(left) >= TELLING
    return enough and max(iso) <= 12 and all(max(pair) > 12 for pair in left)
