"""Dates in addresses: that of the article itself states its day, a link only bounds it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from dateline.articles.dates.evidence import BOUND, CHECK, Evidence
from dateline.articles.dates.neighbours import is_text, own_lines
from dateline.articles.dates.stating import (
    choose_reading,
    no_later,
    state_day,
    within_month,
    within_year,
)
from dateline.articles.days import MONTHS, end_of_month, valid_date
from dateline.articles.landmarks import URL

# Lines with text at the bottom among which the article's own address is looked for.
FOOT = 8

_RELATED = re.compile(
    r"^\W*(?:related|read (?:more|also|next|the)|also read|see also|more on|watch|listen|next"
    r"|previous|follow-up|update)\b[^.:]{0,30}?:(?!//)"
    r"|^\W*(?:listen|subscribe|sign up|watch)\b[^.:]{0,40}\shttps?://",
    re.I,
)
# "Original source: https://...", "Sources 1/ ... 2/ ..."; before it may stand a date header. Plural
# "Sources:", "via" and a name before the address tell where facts come from.
_OWN_SOURCE = re.compile(
    r"^\s*(?:date\s+\d{4}-\d{2}-\d{2}\s+)?(?:(?:original )?source\s*:\s*(?=https?://|www\.)"
    r"|sources?\s*\d+/)",
    re.I,
)
# A line of nothing but an address, alone or with a label that says that it is the article's.
_BARE = re.compile(r"^\W*(?:https?://|www\.)\S+\W*$", re.I)
_OWN_LABEL = re.compile(
    r"^\W*(?:url|link|web ?address|permalink|canonical(?: url)?|article (?:url|link))\s*[:=]\s*"
    r"(?:https?://|www\.)\S+\s*$",
    re.I,
)
# Lines with text at the top that may be the bare address of the article.
_TOP = 3
# Nothing was published on the web before 1990.
_YEAR = r"(?P<y>199\d|20\d\d)"
_MONTH, _DAY = r"(?P<m>\d\d)", r"(?P<d>\d\d)"
_NAME = rf"(?P<m>{'|'.join(sorted(MONTHS, key=len, reverse=True))})"
_STOP = r"(?=[/._-]|$)"
# The first that is found counts, also where the calendar has no such day.
_DAYS = tuple(
    re.compile(form, re.I)
    for form in (
        rf"/{_YEAR}/(?P<m>\d\d?)/(?P<d>\d\d?){_STOP}",
        rf"/{_YEAR}/{_NAME}/(?P<d>\d\d?){_STOP}",
        rf"/{_YEAR}/{_MONTH}{_DAY}{_STOP}",
        rf"/{_YEAR}-?{_MONTH}/{_DAY}{_STOP}",
        rf"/{_YEAR}{_MONTH}{_DAY}{_STOP}",
        rf"[/_-]{_YEAR}(?P<between>[-_.]){_MONTH}(?P=between){_DAY}(?!\d)",
        rf"/(?:[a-z]{{3}})?{_YEAR}{_MONTH}{_DAY}(?:\d{{4}}|\d{{6}}|\d{{9}}){_STOP}",  # and a number
    )
)
_YEAR_LAST = re.compile(
    rf"/(?P<one>\d\d?)(?P<between>[-/_.])(?P<two>\d\d?)(?P=between){_YEAR}{_STOP}"
)
_MONTHS = re.compile(rf"/{_YEAR}(?:/(?:{_NAME}|(?P<two>\d\d))|-?(?P<n>\d\d))(?=/|$)", re.I)
# A year behind other words may be that of an election or of the Olympic Games.
_YEARS = re.compile(
    r"^(?:https?://[^/]+)?(?:/(?:news|articles?|stor(?:y|ies)|archives?|blog|posts?|press|media"
    rf"|press-releases?|releases?|e[ns]|eng|english|de|fr|ru|uk))*/{_YEAR}/(?=.)",
    re.I,
)
_SENTENCE_END = re.compile(r"[.!?…][”\"’')\]]*\s*$")
_UPLOADED = re.compile(r"/(?:uploads?|files?|images?|assets|content/dam)/", re.I)
_EVENT = re.compile(r"/(?:events?|calendar|agenda|schedule)/", re.I)
_CAPTURED = re.compile(
    r"^(?:https?://)?(?:web\.archive\.org/web|archive\.(?:ph|is|md|today|li|vn|fo))"
    r"/(\d{4})(\d\d)(\d\d)\d{0,6}\w*/(?P<original>.*)",
    re.I,
)


class _Found(NamedTuple):
    """A day with its readings, or a month, or only a year; `quote` is where it stands."""

    quote: str
    year: int
    month: int = 0
    readings: tuple[date, ...] = ()
    at: int = 0


def from_address(
    url: str, *, where: str = "metadata", rule: str = "address", day_order: str = ""
) -> Iterator[Evidence]:
    """
    What the article's own address says: a day is stated, a month or a year is a bound.

    Taken are days in the path such as /2022/03/21/, /20220321/, /2022/mar/21/ and 2022-03-21,
    from 1990. The capture of a web archive and the month of an upload are bounds from above.
    Wrong for an address that names the day of an event, and for a number that happens to be one.
    """
    if captured := _CAPTURED.match(url):
        day = valid_date(*(int(number) for number in captured.group(1, 2, 3)))
        yield no_later("archive capture", url, (day,) if day else (), where=where)
        url = captured["original"]
    found = _read(url)
    if not found:
        return
    if _EVENT.search(url):
        note = "the address is that of an event"
        yield Evidence(rule, url, where, strength=CHECK, note=note)
    elif found.readings:
        yield from state_day(rule, url, found.readings, where=where, day_order=day_order)
    elif not found.month:
        yield within_year(f"{rule}, year", url, found.year, where=where)
    elif _UPLOADED.search(url[: found.at + 1]):
        last = end_of_month(date(found.year, found.month, 1))
        yield no_later("upload address", url, (last,), where=where)
    else:
        yield within_month(f"{rule}, month", url, found.year, found.month, where=where)


def from_urls(raw: str, *, day_order: str = "") -> Iterator[Evidence]:
    """
    Days in addresses: the article's own states the date, a link to something older bounds it.

    Its own is that of a source line at the foot, of a line with the label "URL" at the top or the
    foot or "Link" at the top, and a bare address among the first three lines or as the last. A
    source line above the last lines belongs to a picture or a table. Links to related articles,
    and those among other articles and comments, are passed over: a page shows newer ones when it
    is collected later. Wrong for a source line that names the source of a fact.
    """
    lines = [line for line in raw.split("\n") if line.strip()]
    if not any("http" in line or "www." in line for line in lines):
        return
    for number, line in enumerate(lines[: own_lines(lines)]):
        urls = [] if is_related(line) else URL.findall(line)
        rule = _own_rule(lines, number) if urls else ""
        for url in urls:
            if rule:
                yield from from_address(url, where="raw", rule=rule, day_order=day_order)
            elif (found := _read(url)) and (days := choose_reading(found.readings, day_order)):
                yield Evidence("link", url, "raw", min(days), None, BOUND)


def _own_rule(lines: Sequence[str], number: int) -> str:
    """The rule by which the address on a line is the article's own; blank for a link."""
    line, last = lines[number], len(lines) - 1
    at_foot = number >= len(lines) - FOOT
    if at_foot and _OWN_SOURCE.match(line):
        return "source address"
    if _OWN_LABEL.match(line):
        is_link = line.lstrip().lower().startswith("link")
        return "own address" if number < _TOP or (at_foot and not is_link) else ""
    if not _BARE.match(line):
        return ""
    above = lines[number - 1] if number else ""
    is_listed = above.rstrip().endswith(":") or bool(URL.search(above)) or is_related(above)
    is_first = number < _TOP and not any(is_text(each) for each in lines[:number])
    is_last = number == last and bool(_SENTENCE_END.search(above))
    return "own address" if not is_listed and (is_first or is_last) else ""


def is_related(line: str) -> bool:
    """
    Whether a line leads to another article ("Related: ...").

    >>> is_related("Related: Talks of 15 June 2019"), is_related("Related talks failed.")
    (True, False)
    """
    return bool(_RELATED.match(line))


def _read(url: str) -> _Found | None:
    """The date in the path of an address; None where there is none, or none in the calendar."""
    path = re.split(r"[?#]", url, maxsplit=1)[0]
    for form in _DAYS:
        if found := form.search(path):
            day = valid_date(int(found["y"]), _month(found["m"]), int(found["d"]))
            return _Found(found.group(), int(found["y"]), 0, (day,)) if day else None
    if found := _YEAR_LAST.search(path):
        return _read_year_last(found)
    if found := _MONTHS.search(path):
        month = _month(found["m"] or found["two"] or found["n"])
        in_calendar = 1 <= month <= 12
        return (
            _Found(found.group(), int(found["y"]), month, at=found.start()) if in_calendar else None
        )
    found = _YEARS.match(path)
    return _Found(found["y"], int(found["y"])) if found else None


def _read_year_last(found: re.Match[str]) -> _Found | None:
    year, one, two = int(found["y"]), int(found["one"]), int(found["two"])
    both = (valid_date(year, two, one), valid_date(year, one, two))
    readings = tuple(dict.fromkeys(day for day in both if day))
    return _Found(found.group(), year, 0, readings) if readings else None


def _month(text: str) -> int:
    return int(text) if text.isdigit() else MONTHS[text.lower()]
