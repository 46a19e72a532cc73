"""Rules for dates that an article states: header lines, footers, addresses, file names."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import PurePosixPath

from dateline.articles.dates.evidence import BOUND, CHECK, STATED, Evidence
from dateline.articles.days import DATE_WORDS, read_date, valid_date

# Lines with text at the top and at the bottom among which a publication date is looked for.
HEAD = FOOT = 8
# A date in file names counts if at least so many files of a folder carry one at the same place.
SHARED_BY = 3

_HEADER = re.compile(rf"^\s*(?:date|published|posted|publication date)\s*:?\s*({DATE_WORDS})", re.I)
_LATER = re.compile(
    rf"^\s*(?:last )?(?:updated|retrieved|printed|downloaded|load-date)\s*(?:on\s*)?:?\s*({DATE_WORDS})",
    re.I,
)
_ALONE = re.compile(rf"^\s*({DATE_WORDS})\s*$", re.I)
_SOURCE = re.compile(r"^\s*(?:original source|source|sources|via)\s*(?::|\d+/)", re.I)
_URL = re.compile(r"(?:https?://|www\.)\S+")
_URL_DAY = re.compile(
    r"/((?:19|20)\d\d)/(\d\d?)/(\d\d?)(?=[/?#-]|$)"
    r"|/((?:19|20)\d\d)(\d\d)(\d\d)(?=[/?#-]|$)"
    r"|[/_-]((?:19|20)\d\d)-(\d\d)-(\d\d)(?!\d)"
)
_NAME_DAY = re.compile(r"(?<!\d)((?:19|20)\d\d)(?P<between>[-_.]?)(\d\d)(?P=between)(\d\d)(?!\d)")


def from_header(raw: str) -> Iterator[Evidence]:
    """Dates at the top: ` date 2022-03-21`, "Published: 24 March 2022", or a line that is a date."""
    for line in _lines_with_text(raw)[:HEAD]:
        if found := _LATER.match(line):
            yield from _evidence("updated line", found[1], latest_only=True)
        elif found := _HEADER.match(line):
            yield from _evidence("header line", found[1])
        elif found := _ALONE.match(line):
            yield from _evidence("date line", found[1])


def from_footer(raw: str) -> Iterator[Evidence]:
    """ "Published" and "Updated" lines at the bottom."""
    lines = _lines_with_text(raw)
    for line in lines[max(HEAD, len(lines) - FOOT) :]:
        if found := _LATER.match(line):
            yield from _evidence("updated line", found[1], latest_only=True)
        elif found := _HEADER.match(line):
            yield from _evidence("footer", found[1])


def from_urls(raw: str) -> Iterator[Evidence]:
    """
    Days in addresses: a source footer's address is the article's own, so it states the date;
    an address elsewhere is a link to something older, so it only bounds the date from below.
    """
    for line in _lines_with_text(raw):
        own = bool(_SOURCE.match(line))
        for url in _URL.findall(line):
            if day := _day_in_url(url):
                if own:
                    yield Evidence("source address", url, "raw", day, day, STATED, day)
                else:
                    yield Evidence("link", url, "raw", day, None, BOUND)


def from_names(paths: Iterable[str]) -> dict[str, Evidence]:
    """
    Days in file names, by path; a step over the whole corpus.

    They state the date only where at least `SHARED_BY` files of a folder carry one in the same
    form at the same place; a single such name may be the day of a download.
    """
    days = {path: (key, day) for path in paths if (found := _day_in_name(path)) for key, day in [found]}
    shared = Counter(key for key, _ in days.values())
    return {path: _name_evidence(path, day, shared[key]) for path, (key, day) in days.items()}


def _evidence(rule: str, text: str, *, latest_only: bool = False) -> Iterator[Evidence]:
    day = read_date(text)
    if day is None:
        yield Evidence(rule, text, "raw", strength=CHECK, note="no such day")
    elif latest_only:
        yield Evidence(rule, text, "raw", None, day, BOUND)
    else:
        yield Evidence(rule, text, "raw", day, day, STATED, day)


def _name_evidence(path: str, day: date, shared: int) -> Evidence:
    name = PurePosixPath(path).name
    if shared >= SHARED_BY:
        return Evidence("file name", name, "path", day, day, STATED, day)
    note = f"only {shared} file names of the folder have a date there; {SHARED_BY} are needed"
    return Evidence("file name", name, "path", strength=CHECK, note=note)


def _day_in_name(path: str) -> tuple[tuple[str, str, str], date] | None:
    """(folder, separator, place in the name) and the day."""
    file = PurePosixPath(path)
    found = _NAME_DAY.search(file.stem)
    if not found:
        return None
    day = valid_date(int(found[1]), int(found[3]), int(found[4]))
    at_start, at_end = found.start() == 0, found.end() == len(file.stem)
    place = "start" if at_start else "end" if at_end else "middle"
    return ((str(file.parent), found["between"], place), day) if day else None


def _day_in_url(url: str) -> date | None:
    for groups in _URL_DAY.findall(url):
        year, month, day = (int(number) for number in groups if number)
        if found := valid_date(year, month, day):
            return found
    return None


def _lines_with_text(raw: str) -> list[str]:
    return [line for line in raw.split("\n") if line.strip()]
