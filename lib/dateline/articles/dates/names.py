"""Dates in the names of files and folders; a step over the whole corpus."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import timedelta

from dateline.articles.dates.evidence import CHECK, Evidence
from dateline.articles.dates.name_marks import MONTH, STAMP, YEAR, Mark, marks_of
from dateline.articles.dates.name_orders import Readings, read_days
from dateline.articles.dates.stating import no_later, state_day, within_month, within_year

# A date in names counts if so many files have different ones in the same form at the same place.
SHARED_BY = 3
# Fewer days than this, each of more files than that, may be the days on which they were saved.
FEW_DAYS = 8
MANY_FILES = 5

_MANY = "such files hold several articles"
_UNLIKE = "the names differ too much to be one series; the year may be what the article is about"
_SAVED = "may be the day on which the file was saved"


def from_names(paths: Iterable[str]) -> dict[str, tuple[Evidence, ...]]:
    """
    What the names of files and folders say, by path.

    `paths` has one entry per article; a file of several articles states nothing about each. A
    day states the date only where at least `SHARED_BY` files carry different ones in one form
    at one place. A month or a year, shared in the same way, is a bound on both sides, and so is
    a day beside a word such as "crawl" or "saved", from above only. Everything else is a check.
    Wrong for files that were saved on many days and named by them.
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
    form = marks[0].form
    if form in (MONTH, YEAR):
        enough = _shared(marks, len({mark.figures for mark in marks}))
        unlike = form == YEAR and not _alike(marks)
        for mark in marks:
            yield mark, [_check(mark, enough or _UNLIKE) if enough or unlike else _bound(mark)]
        return
    read = read_days(marks)
    different = len({days for days in read if days})
    few = different < FEW_DAYS and len(marks) > MANY_FILES * different
    for mark, days in zip(marks, read, strict=True):
        if days:
            yield mark, _days(mark, days, _shared(marks, different), few=few)


def _days(mark: Mark, days: Readings, unshared: str, *, few: bool) -> list[Evidence]:
    if mark.saved or mark.form == STAMP:
        return [no_later(f"{mark.rule}, saved", mark.quote, days, where="path")]
    if unshared:
        return [_check(mark, unshared)]
    if few:
        piece = no_later(mark.rule, mark.quote, days, where="path", slack=timedelta(0))
        return [piece._replace(note=_SAVED)]
    return list(state_day(mark.rule, mark.quote, days, where="path"))


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
