"""Where the name of a file or of a folder has a day, a month or a year, and in which form."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import NamedTuple

from dateline.articles.dates.name_words import (
    has_collecting,
    is_collected,
    is_saved,
    is_saved_before,
)
from dateline.articles.days import MONTH_YEAR, MONTHS, find_days, first_of_month, valid_date

# Forms of a mark. "year last" and "short" are figures whose order the whole group tells.
DAY, YEAR_LAST, SHORT, STAMP = "day", "year last", "short", "time stamp"
MONTH, YEAR = "month", "year"

_YEAR = r"(?P<y>(?:19|20)\d\d)"
# An hour or a running number behind the day: the file was saved then, or the paper counts.
_CLOCK = r"(?:[T_-]?\d{6}|T\d\d[-_.:]?\d\d|\d{4}|[-_ ](?:[01]\d|2[0-3])[-_.:h]?[0-5]\d)"
_NO_DAY = r"(?!\d|[-_.]\d\d?(?!\d))"
_FORMS = tuple(
    (form, re.compile(pattern, re.I))
    for form, pattern in (
        (STAMP, rf"(?<!\d){_YEAR}(?P<b>[-_.]?)(?P<m>\d\d)(?P=b)(?P<d>\d\d){_CLOCK}(?!\d)"),
        (DAY, rf"(?<!\d){_YEAR}(?P<b>[-_. ]?)(?P<m>\d\d)(?P=b)(?P<d>\d\d)(?!\d)"),
        (DAY, rf"(?<!\d){_YEAR}(?P<b>[-_.])(?P<m>\d\d?)(?P=b)(?P<d>\d\d?)(?!\d)"),
        (YEAR_LAST, rf"(?<!\d)(?P<m>\d\d?)(?P<b>[-_. ])(?P<d>\d\d?)(?P=b){_YEAR}(?!\d)"),
        (YEAR_LAST, rf"(?<!\d)(?P<m>\d\d)(?P<b>)(?P<d>\d\d){_YEAR}(?!\d)"),
        (MONTH, rf"(?<!\d)(?<!\d[-_.]){_YEAR}(?P<b>[-_])(?P<m>0[1-9]|1[0-2]){_NO_DAY}"),
        (SHORT, r"(?:^|(?<=[-_ ]))(?P<y>\d\d)(?P<b>[-_.]?)(?P<m>\d\d)(?P=b)(?P<d>\d\d)(?=[-_ ]|$)"),
        (YEAR, rf"(?<![^\W_]){_YEAR}(?![^\W_])"),
    )
)  # fmt: skip
_MONTH_YEAR = re.compile(MONTH_YEAR, re.I)
_MONTH_NAME = "|".join(sorted(MONTHS, key=len, reverse=True))
# 2022/03/21, 2022/03, 2022/March: folders in folders.
_CHAIN = re.compile(rf"(?:^|/){_YEAR}/(?P<m>\d\d?|{_MONTH_NAME})(?:/(?P<d>\d\d?))?(?=/|$)", re.I)
_WHOLE_YEAR = re.compile(rf"{_YEAR}$")
# As the forms above, but no day or month of the calendar: numbers, or weeks.
_BROKEN = tuple(
    (form, re.compile(pattern))
    for form, pattern in (
        (DAY, r"(?<!\d)(?:19|20)\d\d(?P<b>[-_. ]?)\d\d(?P=b)\d\d(?!\d)"),
        (MONTH, rf"(?<!\d)(?<!\d[-_.])(?:19|20)\d\d(?P<b>[-_])\d\d{_NO_DAY}"),
    )
)
_DAY_FORMS = (DAY, YEAR_LAST, STAMP)


class _Found(NamedTuple):
    """A date in one name; `place` is (separator, place in the name)."""

    form: str
    quote: str
    figures: tuple[int, ...]
    place: tuple[str, str]


class Mark(NamedTuple):
    """
    A date in a name. `figures` are year, month, day as far as they stand there; where the order
    is not certain, as they come; none where the calendar has no such day. `rest` is the name
    without its figures; files of one `group` have the same form at the same place. `saved`: words
    say that it is the day of saving; `collecting`: they may say so. `two`: the name has another
    day.
    """

    path: str
    rule: str
    quote: str
    form: str
    figures: tuple[int, ...]
    group: tuple[str, ...]
    rest: str
    saved: bool
    collecting: bool = False
    two: bool = False


def marks_of(path: str) -> Iterator[Mark]:
    """
    The date in the name of a file, and the finest one in the names of its folders; beside them
    marks without figures, for numbers that only look like dates.
    """
    file = PurePosixPath(path)
    folder = re.sub(r"\d+", "#", str(file.parent))
    yield from _marks(path, "file name", file.stem, folder)
    yield from _folder_mark(path, file.parent)


def _marks(path: str, rule: str, name: str, folder: str, *, above: str = "") -> Iterator[Mark]:
    """The mark of one name, and what looks like one; `above` is the name of the folder above."""
    found = _find(name)
    other = _find(_without(name, found.quote)) if found and found.form in _DAY_FORMS else None
    two = bool(found and other and other.form in _DAY_FORMS and _differ(found, other))
    if two and found and other:
        found, two = _own_of_two(name, found, other)
    if found:
        rest = re.sub(r"\d+", "", _without(name, found.quote))
        saved = is_collected(rest) or is_collected(re.sub(r"(?i)files?", "", above))
        said = not (other and not two) and is_saved(f"{above} {name}")
        group = (rule, folder, found.form, *found.place)
        yield Mark(
            path, rule, found.quote, found.form, found.figures, group, rest,
            saved or said, has_collecting(rest), two,
        )  # fmt: skip
    for form, place in _broken(name):
        if not found or form == MONTH:
            yield Mark(path, rule, name, form, (), (rule, folder, form, *place), "", False)


def _own_of_two(name: str, one: _Found, other: _Found) -> tuple[_Found, bool]:
    """Of two days the one that was not that of saving, and whether words leave it open."""
    saved = [is_saved_before(name[: max(name.find(day.quote), 0)]) for day in (one, other)]
    if saved == [True, False]:
        return other, False
    return one, saved != [False, True]


def _folder_mark(path: str, folder: PurePosixPath) -> Iterator[Mark]:
    """Folders within folders first, then the innermost name with a date."""
    chain = _CHAIN.search(str(folder))
    if chain and (figures := _figures(chain)):
        above = str(folder)[: chain.start()]
        form = DAY if len(figures) == 3 else MONTH
        group = ("folder name", above, form, "folders")
        saved = is_saved(PurePosixPath(above).name)
        yield Mark(path, "folder name", chain.group().strip("/"), form, figures, group, "", saved)
        return
    for part in (folder, *folder.parents):
        marks = list(
            _marks(path, "folder name", part.name, str(part.parent), above=part.parent.name)
        )
        if marks and (marks[0].form != YEAR or _WHOLE_YEAR.match(part.name)):
            yield from marks
            return


def _find(name: str) -> _Found | None:
    """The date in a name, of the first form that it has."""
    for form, pattern in _FORMS[:3]:
        if (found := pattern.search(name)) and (figures := _figures(found)):
            return _Found(form, found.group(), figures, (found["b"], _place(found.span(), name)))
    if found_word := _in_words(name):
        return found_word
    for form, pattern in _FORMS[3:]:
        found = pattern.search(name)
        if found and (form in (YEAR_LAST, SHORT) or _figures(found)):
            between = found.groupdict().get("b") or ""
            figures = tuple(int(found[g]) for g in "ymd" if found.groupdict().get(g))
            place = (between, _place(found.span(), name))
            return _Found(form, found.group(), figures, place)
    return None


def _in_words(name: str) -> _Found | None:
    """The day or the month that a name has in words, in any language that `find_days` reads."""
    spaced = re.sub(r"[-_.,]+", " ", name)
    spaced = re.sub(r"(?<=\d)(?=[^\W\d_]{3})|(?<=[^\W\d_]{3})(?=\d)", " ", spaced)
    for day in find_days(spaced):
        if len(day.readings) == 1 and day.form in ("words", "characters"):
            one = day.readings[0]
            place = ("words", _place((day.start, day.end), spaced))
            figures = (one.year, one.month, one.day)
            return _Found(DAY, spaced[day.start : day.end], figures, place)
    if found := _MONTH_YEAR.search(spaced):
        first = first_of_month(found["month"], found["year"])
        place = ("words", _place(found.span(), spaced))
        return _Found(MONTH, found.group(), (first.year, first.month), place)
    return None


def _broken(name: str) -> Iterator[tuple[str, tuple[str, str]]]:
    """(form, place) of figures that look like a day or a month and are none."""
    for form, pattern in _BROKEN:
        found = pattern.search(name)
        if found and not _is_date(found.group()):
            yield form, (found["b"], _place(found.span(), name))


def _is_date(quote: str) -> bool:
    figures = re.sub(r"\D", "", quote)
    day = int(figures[6:8] or 1)
    return valid_date(int(figures[:4]), int(figures[4:6]), day) is not None


def _differ(one: _Found, other: _Found) -> bool:
    """Whether two dates of one name are different days; figures of an open order count as such."""
    if other.form == YEAR_LAST:
        year, first, second = other.figures
        days = [valid_date(year, first, second), valid_date(year, second, first)]
        return any(days) and one.figures not in ((year, first, second), (year, second, first))
    return one.figures != other.figures


def _without(name: str, quote: str) -> str:
    """The name without the date that it has, whose separators may be others than those quoted."""
    parts = (re.escape(part) for part in re.findall(r"\d+|[^\W\d_]+", quote))
    return re.sub(r"[-_.,() ]*".join(parts), " ", name, count=1)


def _figures(found: re.Match[str]) -> tuple[int, ...]:
    """Year, month and day as far as they were found; none where the calendar has no such day."""
    groups = found.groupdict()
    month = groups.get("m") or ""
    numbers = [int(groups["y"])]
    if month:
        numbers.append(int(month) if month.isdigit() else MONTHS[month.lower()])
    if groups.get("d"):
        numbers.append(int(groups["d"]))
    year, month_number, day = (*numbers, 1, 1)[:3]
    return tuple(numbers) if valid_date(year, month_number, day) else ()


def _place(span: tuple[int, int], name: str) -> str:
    return "start" if span[0] == 0 else "end" if span[1] == len(name) else "middle"
