"""Dates in the names of files and folders; a step over the whole corpus."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from dateline.articles.dates.evidence import BOUND, CHECK, Evidence
from dateline.articles.dates.name_marks import MONTH, STAMP, YEAR, Mark, marks_of
from dateline.articles.dates.name_orders import Readings, read_days
from dateline.articles.dates.name_words import is_event
from dateline.articles.dates.stating import no_later, state_day, within_month, within_year

# A date in names counts if so many files have different ones in the same form at the same place.
SHARED_BY = 3
# Fewer days than this, each of more files than that, may be the days on which they were saved.
FEW_DAYS = 8
MANY_FILES = 5
# So many folders, all of one weekday, hold a week each.
WEEKS = 4
WEEK = timedelta(days=6)
# A day before this year is what the article is about: the web is younger.
FIRST_YEAR = 1990

_MANY = "such files hold several articles"
_UNLIKE = "the names differ too much to be one series; the year may be what the article is about"
_SAVED = "may be the day on which the file was saved"
_NUMBERS = "others there are no days or months of the calendar; they may be running numbers"
_TWO = "the name has two days"
_ABOUT = "may be the day that the articles are about"
_IN_WEEK = "the days are of one weekday, so that each may stand for a week"


def from_names(paths: Iterable[str]) -> dict[str, tuple[Evidence, ...]]:
    """
    What the names of files and folders say, by path.

    `paths` has one entry per article; a file of several articles states nothing about each. A
    day states the date only where at least `SHARED_BY` files carry different ones in one form
    at one place, and where none of them is a number that is no day. A month or a year, shared in
    the same way, is a bound on both sides, and so is the day of a week's folder. A day beside a
    word such as "crawl" or "saved", or one of few that many files share, is a bound from above.
    Everything else is a check: two days in one name, a day before `FIRST_YEAR` or beside the name
    of an event. Wrong for files that were saved on many days and named by them.
    """
    times = Counter(paths)
    groups: dict[tuple[str, ...], list[Mark]] = defaultdict(list)
    for path in sorted(times):
        for mark in marks_of(path):
            groups[mark.group].append(mark)
    found: dict[str, list[Evidence]] = defaultdict(list)
    for marks in groups.values():
        several = any(times[mark.path] > 1 for mark in marks)
        for mark, pieces in _judge(marks):
            found[mark.path] += [_check(mark, _MANY)] if several else pieces
    return {path: tuple(pieces) for path, pieces in sorted(found.items())}


def _judge(marks: Sequence[Mark]) -> Iterator[tuple[Mark, list[Evidence]]]:
    """What each mark of one group is worth, seen beside the others."""
    dates = [mark for mark in marks if mark.figures]
    if len(dates) < len(marks):
        yield from ((mark, [_check(mark, _NUMBERS)]) for mark in dates)
        return
    yield from ((mark, [_check(mark, _TWO)]) for mark in dates if mark.two)
    dates = [mark for mark in dates if not mark.two]
    if len(dates) >= SHARED_BY and all(mark.collecting for mark in dates):
        dates = [mark._replace(saved=True) for mark in dates]
    if dates:
        yield from (_periods if dates[0].form in (MONTH, YEAR) else _days)(dates)


def _periods(marks: Sequence[Mark]) -> Iterator[tuple[Mark, list[Evidence]]]:
    enough = _shared(marks, len({mark.figures for mark in marks}))
    unlike = marks[0].form == YEAR and not _alike(marks)
    for mark in marks:
        yield mark, [_check(mark, enough or _UNLIKE) if enough or unlike else _bound(mark)]


def _days(marks: Sequence[Mark]) -> Iterator[tuple[Mark, list[Evidence]]]:
    read = read_days(marks)
    dated = [(mark, days) for mark, days in zip(marks, read, strict=True) if days]
    doubt = _NUMBERS if len(dated) < len(marks) else _doubt(dated)
    weekly = not doubt and _is_weekly(dated)
    few = len({days for _, days in dated}) < FEW_DAYS and _are_many(dated)
    for mark, days in dated:
        if mark.saved or mark.form == STAMP:
            yield mark, [no_later(f"{mark.rule}, saved", mark.quote, days, where="path")]
        elif doubt or min(days).year < FIRST_YEAR:
            yield mark, [_check(mark, doubt or f"before {FIRST_YEAR}; {_ABOUT}")]
        elif few:
            piece = no_later(mark.rule, mark.quote, days, where="path", slack=timedelta(0))
            yield mark, [piece._replace(note=_SAVED)]
        elif weekly:
            yield mark, [_week(mark, days[0])]
        else:
            yield mark, list(state_day(mark.rule, mark.quote, days, where="path"))


def _doubt(dated: Sequence[tuple[Mark, Readings]]) -> str:
    """Blank, or why the days of a group are worth nothing."""
    different = len({days for _, days in dated})
    if unshared := _shared([mark for mark, _ in dated], different):
        return unshared
    rests: dict[Readings, set[str]] = defaultdict(set)
    for mark, days in dated:
        rests[days].add(mark.rest)
    if all(is_event(mark.rest) for mark, _ in dated):
        return _ABOUT
    own = {min(names) for names in rests.values() if len(names) == 1}
    return _ABOUT if _are_many(dated) and len(own) == different else ""


def _are_many(dated: Sequence[tuple[Mark, Readings]]) -> bool:
    return len(dated) > MANY_FILES * len({days for _, days in dated})


def _is_weekly(dated: Sequence[tuple[Mark, Readings]]) -> bool:
    """Whether folders, or files of which several share each day, are all of one weekday."""
    different = {days for _, days in dated}
    weekdays = {day.weekday() for days in different for day in days}
    several = dated[0][0].rule == "folder name" or len(dated) >= 2 * len(different)
    return several and len(weekdays) == 1 and len(different) >= WEEKS


def _week(mark: Mark, day: date) -> Evidence:
    """A Monday begins its week; another weekday may begin or end one."""
    earliest = day if day.weekday() == 0 else day - WEEK
    rule = f"{mark.rule}, week"
    return Evidence(rule, mark.quote, "path", earliest, day + WEEK, BOUND, None, _IN_WEEK)


def _bound(mark: Mark) -> Evidence:
    rule = f"{mark.rule}, {mark.form}"
    if mark.saved:
        return _check(mark, _SAVED)
    if mark.form == MONTH:
        year, month = mark.figures
        return within_month(rule, mark.quote, year, month, where="path")
    return within_year(rule, mark.quote, mark.figures[0], where="path")


def _shared(marks: Sequence[Mark], different: int) -> str:
    """Blank, or why the names do not count together."""
    needed = 2 if marks[0].rule == "folder name" and marks[0].form in (MONTH, YEAR) else SHARED_BY
    if different >= needed and len(marks) >= SHARED_BY:
        return ""
    what = f"{marks[0].rule}s have only {different} different dates there"
    return f"{what}; {needed} are needed, in {SHARED_BY} files"


def _alike(marks: Sequence[Mark]) -> bool:
    """
    Whether the names are of one series, as CHN_68_2013 is: what is left of them without figures
    returns, or is a code. In "olympics-2020" the year may be what the article is about.
    """
    rests = {mark.rest for mark in marks}
    codes = all(re.sub(r"[\W_]", "", rest).isupper() for rest in rests)
    folder = marks[0].rule == "folder name"
    return folder or codes or 2 * len(rests) <= len(marks)


def _check(mark: Mark, note: str) -> Evidence:
    return Evidence(mark.rule, mark.quote, "path", strength=CHECK, note=note)
