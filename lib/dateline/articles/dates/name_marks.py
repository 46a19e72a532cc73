"""Where the name of a file or of a folder has a day, a month or a year, and in which form."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import NamedTuple

from dateline.articles.days import MONTH_YEAR, MONTHS, find_days, first_of_month, valid_date

# Forms of a mark. "year last" and "short" are figures whose order the whole group tells.
DAY, YEAR_LAST, SHORT, STAMP = "day", "year last", "short", "time stamp"
MONTH, YEAR = "month", "year"

_YEAR = r"(?P<y>(?:19|20)\d\d)"
# An hour or a running number behind the day: the file was saved then, or the paper counts.
_CLOCK = r"(?:[T_-]?\d{6}|T\d\d[-_.:]?\d\d|\d{4})"
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
# Words beside a date that is not the article's: that of its saving.
_SAVED = re.compile(
    r"(?<![^\W\d_])(?:crawl(?:ed|er|s)?|download(?:ed|s)?|scrap(?:e|ed|er|es|ing)|retriev(?:ed|al)"
    r"|scan(?:ned|s)?|saved?|accessed|captured?|snapshots?|fetch(?:ed)?|harvest(?:ed)?|backups?"
    r"|dumps?|screenshots?|printed|collected|archived|exported|indexed|added|updated|modified"
    r"|exports?(?=[\W_]*\d)|(?<=\d[-_ ])exports?)(?![^\W\d_])",
    re.I,
)


class Mark(NamedTuple):
    """
    A date in a name. `figures` are year, month, day as far as they stand there; where the order
    is not certain, as they come. `rest` is the name without its figures; files of one `group`
    have the same form at the same place.
    """

    path: str
    rule: str
    quote: str
    form: str
    figures: tuple[int, ...]
    group: tuple[str, ...]
    rest: str
    saved: bool


def marks_of(path: str) -> Iterator[Mark]:
    """The date in the name of a file, and the finest one in the names of its folders."""
    file = PurePosixPath(path)
    if found := _find(file.stem):
        form, quote, figures, place = found
        group = ("file name", re.sub(r"\d+", "#", str(file.parent)), form, *place)
        rest = re.sub(r"\d+", "", file.stem.replace(quote, "", 1))
        saved = bool(_SAVED.search(file.stem))
        yield Mark(path, "file name", quote, form, figures, group, rest, saved)
    yield from _folder_mark(path, file.parent)


def _folder_mark(path: str, folder: PurePosixPath) -> Iterator[Mark]:
    """Folders within folders first, then the innermost name with a date."""
    chain = _CHAIN.search(str(folder))
    if chain and (figures := _figures(chain)):
        above = str(folder)[: chain.start()]
        form = DAY if len(figures) == 3 else MONTH
        group = ("folder name", above, form, "folders")
        saved = bool(_SAVED.search(PurePosixPath(above).name))
        yield Mark(path, "folder name", chain.group().strip("/"), form, figures, group, "", saved)
        return
    for part in (folder, *folder.parents):
        if (found := _find(part.name)) and (found[0] != YEAR or _WHOLE_YEAR.match(part.name)):
            form, quote, figures, place = found
            in_folder = ("folder name", str(part.parent), form, *place)
            saved = bool(_SAVED.search(f"{part.parent.name} {part.name}"))
            yield Mark(path, "folder name", quote, form, figures, in_folder, "", saved)
            return


def _find(name: str) -> tuple[str, str, tuple[int, ...], tuple[str, str]] | None:
    """Form, quote, figures, and (separator, place) of the date in a name."""
    for form, pattern in _FORMS[:3]:
        if (found := pattern.search(name)) and (figures := _figures(found)):
            return form, found.group(), figures, (found["b"], _place(found.span(), name))
    if found_word := _in_words(name):
        return found_word
    for form, pattern in _FORMS[3:]:
        found = pattern.search(name)
        if found and (form in (YEAR_LAST, SHORT) or _figures(found)):
            between = found.groupdict().get("b") or ""
            figures = tuple(int(found[g]) for g in "ymd" if found.groupdict().get(g))
            return form, found.group(), figures, (between, _place(found.span(), name))
    return None


def _in_words(name: str) -> tuple[str, str, tuple[int, ...], tuple[str, str]] | None:
    """The day or the month that a name has in words, in any language that `find_days` reads."""
    spaced = re.sub(r"[-_.,]+", " ", name)
    spaced = re.sub(r"(?<=\d)(?=[^\W\d_]{3})|(?<=[^\W\d_]{3})(?=\d)", " ", spaced)
    for day in find_days(spaced):
        if len(day.readings) == 1 and day.form in ("words", "characters"):
            one = day.readings[0]
            place = ("words", _place((day.start, day.end), spaced))
            return DAY, spaced[day.start : day.end], (one.year, one.month, one.day), place
    if found := _MONTH_YEAR.search(spaced):
        first = first_of_month(found["month"], found["year"])
        place = ("words", _place(found.span(), spaced))
        return MONTH, found.group(), (first.year, first.month), place
    return None


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
