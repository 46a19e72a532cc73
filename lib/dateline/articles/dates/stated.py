"""Rules for dates that an article states: header lines, footers, addresses, file names."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import PurePosixPath

from dateline.articles.dates.evidence import BOUND, CHECK, STATED, Evidence
from dateline.articles.days import DATE_WORDS, read_date, valid_date

# Lines with text at the top and at the bottom among which a publication date is looked for.
HEAD = FOOT = 8
# A date in file names counts if a folder has at least so many different ones at the same place.
SHARED_BY = 3

# "date" before ISO may stand on the line of the first sentence; after all other forms only the
# time of day or a name may follow: "Published 5 May 2019, the report says ..." is a sentence.
_END = r"(?:[T,;|\s]*(?:at\s+)?\d{1,2}[:.]\d\d.{0,20}|\s*[|•–—-].{0,40}|,?\s+by\s[^.,]{1,40})?\s*$"
_HEADER = re.compile(
    r"^\s*(?:date\s+(?P<first>\d{4}-\d{2}-\d{2})(?!\d)"
    r"|(?:date|(?:first )?published|posted|publication date)\s*:?\s*(?:on\s+)?"
    rf"(?P<alone>{DATE_WORDS}){_END})",
    re.I,
)
_LATER = re.compile(
    r"^\s*(?:last )?(?:updated|retrieved|printed|downloaded|load-date)\s*(?:on\s*)?:?\s*"
    rf"({DATE_WORDS}){_END}",
    re.I,
)
_ALONE = re.compile(rf"^\s*({DATE_WORDS})\s*$", re.I)
_RELATED = re.compile(
    r"^\W*(?:related|read (?:more|also|next)|also read|see also|more on|watch)\b[^.]{0,20}?:", re.I
)
_SOURCE = re.compile(r"^\s*(?:original source|source|sources|via)\s*(?::|\d+/)", re.I)
_URL = re.compile(r"(?:https?://|www\.)\S*[\w/=-]")
_URL_DAY = re.compile(
    r"/((?:19|20)\d\d)/(\d\d?)/(\d\d?)(?=[/?#-]|$)"
    r"|/((?:19|20)\d\d)(\d\d)(\d\d)(?=[/?#-]|$)"
    r"|[/_-]((?:19|20)\d\d)-(\d\d)-(\d\d)(?!\d)"
)
_NAME_DAY = re.compile(r"(?<!\d)((?:19|20)\d\d)(?P<between>[-_.]?)(\d\d)(?P=between)(\d\d)(?!\d)")


def from_header(raw: str) -> Iterator[Evidence]:
    """
    Dates at the top: ` date 2022-03-21`, "Published: 24 March 2022", or a line that is a date.

    Where several lines are dates, they head the parts of a chronicle and state nothing.
    """
    lines = _lines_with_text(raw)
    headings = {found[1] for line in lines if (found := _ALONE.match(line))}
    for line in lines[:HEAD]:
        if found := _LATER.match(line):
            yield from _evidence("updated line", found[1], latest_only=True)
        elif found := _HEADER.match(line):
            yield from _evidence("header line", found["first"] or found["alone"])
        elif (found := _ALONE.match(line)) and len(headings) > 1:
            note = f"{len(headings)} lines of the article are dates"
            yield Evidence("date line", found[1], "raw", strength=CHECK, note=note)
        elif found:
            yield from _evidence("date line", found[1])


def from_footer(raw: str) -> Iterator[Evidence]:
    """ "Published" and "Updated" lines at the bottom."""
    lines = _lines_with_text(raw)
    for line in lines[max(HEAD, len(lines) - FOOT) :]:
        if found := _LATER.match(line):
            yield from _evidence("updated line", found[1], latest_only=True)
        elif found := _HEADER.match(line):
            yield from _evidence("footer", found["first"] or found["alone"])


def from_urls(raw: str) -> Iterator[Evidence]:
    """
    Days in addresses: a source footer's address is the article's own, so it states the date;
    an address elsewhere is a link to something older, so it only bounds the date from below.

    A source line above the last lines belongs to a picture or a table. Links to related
    articles are passed over: a page shows newer ones when it is collected later.
    """
    lines = _lines_with_text(raw)
    for number, line in enumerate(lines):
        own = bool(_SOURCE.match(line)) and number >= len(lines) - FOOT
        for url in [] if is_related(line) else _URL.findall(line):
            if day := _day_in_url(url):
                if own:
                    yield Evidence("source address", url, "raw", day, day, STATED, day)
                else:
                    yield Evidence("link", url, "raw", day, None, BOUND)


def is_related(line: str) -> bool:
    """
    Whether a line leads to another article ("Related: ...").

    >>> is_related("Related: Talks of 15 June 2019"), is_related("Related talks failed.")
    (True, False)
    """
    return bool(_RELATED.match(line))


def from_names(paths: Iterable[str]) -> dict[str, Evidence]:
    """
    Days in file names, by path; a step over the whole corpus.

    They state the date only where the files of a folder carry at least `SHARED_BY` different
    ones in the same form at the same place; a single day may be that of a download.
    """
    found = {path: in_name for path in paths if (in_name := _day_in_name(path))}
    days: dict[tuple[str, str, str], set[date]] = defaultdict(set)
    for place, day in found.values():
        days[place].add(day)
    return {
        path: _name_evidence(path, day, len(days[place])) for path, (place, day) in found.items()
    }


def _evidence(rule: str, text: str, *, latest_only: bool = False) -> Iterator[Evidence]:
    day = read_date(text)
    if day is None:
        yield Evidence(rule, text, "raw", strength=CHECK, note="no such day")
    elif latest_only:
        yield Evidence(rule, text, "raw", None, day, BOUND)
    else:
        yield Evidence(rule, text, "raw", day, day, STATED, day)


def _name_evidence(path: str, day: date, different: int) -> Evidence:
    name = PurePosixPath(path).name
    if different >= SHARED_BY:
        return Evidence("file name", name, "path", day, day, STATED, day)
    note = f"file names of the folder have only {different} days there; {SHARED_BY} are needed"
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
