"""Rules for dates that an article states: header lines, footers, addresses, file names."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from pathlib import PurePosixPath

from dateline.articles.clean import repair_lines
from dateline.articles.dates.evidence import BOUND, CHECK, STATED, Evidence
from dateline.articles.days import DATE_WORDS, read_date, valid_date
from dateline.articles.landmarks import (
    ALONE,
    HEAD,
    HEADER,
    LATER,
    SOURCE_LINE,
    URL,
    read_date_line,
)
from dateline.articles.lines import Line, split_lines

# Lines with text at the bottom among which a publication date is looked for.
FOOT = 8
# A date in file names counts if a folder has at least so many different ones at the same place.
SHARED_BY = 3

_DATE = re.compile(DATE_WORDS, re.I)
_RELATED = re.compile(
    r"^\W*(?:related|read (?:more|also|next)|also read|see also|more on|watch)\b[^.]{0,20}?:", re.I
)
_URL_DAY = re.compile(
    r"/((?:19|20)\d\d)/(\d\d?)/(\d\d?)(?=[/?#-]|$)"
    r"|/((?:19|20)\d\d)(\d\d)(\d\d)(?=[/?#-]|$)"
    r"|[/_-]((?:19|20)\d\d)-(\d\d)-(\d\d)(?!\d)"
)
_NAME_DAY = re.compile(r"(?<!\d)((?:19|20)\d\d)(?P<between>[-_.]?)(\d\d)(?P=between)(\d\d)(?!\d)")


def from_header(raw: str) -> Iterator[Evidence]:
    """
    Dates at the top: ` date 2022-03-21`, "Published: 24 March 2022", or a line that is a date.

    Each line that the cleaning rule "date header" cuts gives evidence. Where lines are dates of
    different days, they head the parts of a chronicle and state nothing.
    """
    top = _top_lines(raw)
    headings = _headings([line.text for line in top] + raw.split("\n"))
    for line in top:
        found = read_date_line(line.text)
        for kind, start, end in found.dates if found else ():
            quote = raw[line.begins[start] : line.ends[end - 1]]
            if kind == ALONE and len(headings) > 1:
                note = f"lines of the article give {len(headings)} days"
                yield Evidence(kind, quote, "raw", strength=CHECK, note=note)
            else:
                yield _evidence(kind, quote, read_date(line.text[start:end]))


def from_footer(raw: str) -> Iterator[Evidence]:
    """ "Published" and "Updated" lines at the bottom."""
    lines = _lines_with_text(raw)
    for line in lines[max(HEAD, len(lines) - FOOT) :]:
        found = read_date_line(line)
        for kind, start, end in found.dates if found else ():
            if kind != ALONE:
                rule = "footer" if kind == HEADER else kind
                yield _evidence(rule, line[start:end], read_date(line[start:end]))


def from_dateline(place: str) -> Iterator[Evidence]:
    """
    The full date in a dateline that was cut: "MOSCOW, Dec. 15, 2021 (Agency)" came out on that
    day or the next.

    `place` is the field "dateline" of a cleaned article. Wrong for a story that opens with the
    place and day of a scene long ago.
    """
    if found := _DATE.search(place):
        day = read_date(found.group())
        evidence = _evidence("dateline", found.group(), day)
        yield evidence._replace(latest=day + timedelta(days=1)) if day else evidence


def from_urls(raw: str) -> Iterator[Evidence]:
    """
    Days in addresses: a source footer's address is the article's own, so it states the date;
    an address elsewhere is a link to something older, so it only bounds the date from below.

    A source line above the last lines belongs to a picture or a table. Links to related
    articles are passed over: a page shows newer ones when it is collected later.
    """
    lines = _lines_with_text(raw)
    for number, line in enumerate(lines):
        own = bool(SOURCE_LINE.match(line)) and number >= len(lines) - FOOT
        for url in [] if is_related(line) else URL.findall(line):
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


def _evidence(rule: str, text: str, day: date | None) -> Evidence:
    if day is None:
        return Evidence(rule, text, "raw", strength=CHECK, note="no such day")
    if rule == LATER:
        return Evidence(rule, text, "raw", None, day, BOUND)
    return Evidence(rule, text, "raw", day, day, STATED, day)


def _top_lines(raw: str) -> list[Line]:
    """The first lines with text, repaired as cleaning does it, so that both see the same."""
    top: list[Line] = []
    for line in split_lines(raw):
        repair_lines([line])
        if line.text.strip():
            top.append(line)
        if len(top) == HEAD:
            break
    return top


def _headings(lines: Iterable[str]) -> set[date]:
    """The different days of the lines that are a date."""
    read = [(line, found.dates[0]) for line in lines if (found := read_date_line(line))]
    days = [read_date(line[day.start : day.end]) for line, day in read if day.kind == ALONE]
    return {day for day in days if day}


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
