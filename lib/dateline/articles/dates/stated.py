"""Rules for dates that an article states in its first and last lines."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from dateline.articles.clean import repair_lines
from dateline.articles.dates.addresses import is_related
from dateline.articles.dates.datelines import from_dateline, from_named_lines, wire_datelines
from dateline.articles.dates.evidence import CHECK, Evidence
from dateline.articles.dates.stamps import is_browser_print, is_print_stamp
from dateline.articles.dates.stating import no_later, state_day, state_yearless
from dateline.articles.days import YearlessDay, find_days, find_yearless
from dateline.articles.landmarks import ALONE, HEAD, HEADER, LATER, SHORT, read_date_line
from dateline.articles.lines import Line

# Lines with text at the bottom among which a publication date is looked for.
FOOT = 8

# Readings of one date: none, one, or day first and month first.
_Readings = tuple[date, ...]

_FIGURE = re.compile(r"\d")
# "Friday, March 18, 10:15 am" without its day
_HOUR_ALONE = re.compile(
    r"^\W*(?:at\s+)?(?:\d{1,2}[:.]\d\d(?:\s?[ap]\.?m\.?)?(?:\s[A-Z]{2,4})?)?\W*$", re.I
)


def from_header(raw: str, *, day_order: str = "") -> Iterator[Evidence]:
    """
    Dates at the top: ` date 2022-03-21`, "Published: 24 March 2022", or a line that is a date.

    Each line that the cleaning rule "date header" cuts gives evidence; so do dates beside names.
    Where lines are dates of different days, they head the parts of a chronicle and state nothing.
    Day and hour on a page that a browser printed are passed over: `from_print` reads them.
    """
    top = _top_lines(raw)
    headings = _headings([line.text for line in top] + raw.split("\n"))
    printed = is_browser_print(raw)
    for line in top:
        found = None if printed and is_print_stamp(line.text) else read_date_line(line.text)
        for kind, start, end in found.dates if found else ():
            quote = raw[line.begins[start] : line.ends[end - 1]]
            if kind == ALONE and len(headings) > 1:
                note = f"lines of the article give {len(headings)} days"
                yield Evidence(kind, quote, "raw", strength=CHECK, note=note)
            else:
                yield from _dated(kind, quote, line.text[start:end], day_order)
    texts = ["" if read_date_line(line.text) else line.text for line in top]
    yield from from_named_lines(texts, day_order=day_order)
    yield from _yearless_lines(texts)
    for place in wire_datelines(texts):
        yield from from_dateline(place, day_order=day_order)


def from_footer(raw: str, *, day_order: str = "") -> Iterator[Evidence]:
    """ "Published" and "Updated" lines at the bottom, but not those of a related article."""
    lines = [line for line in raw.split("\n") if line.strip()]
    first = max(HEAD, len(lines) - FOOT)
    for number, line in enumerate(lines[first:], start=first):
        found = read_date_line(line)
        if is_related(lines[number - 1]):
            continue
        for kind, start, end in found.dates if found else ():
            if kind != ALONE:
                rule = "footer" if kind == HEADER else kind
                yield from _dated(rule, line[start:end], line[start:end], day_order)


def read_days(text: str) -> _Readings:
    """The readings of a text that is one date; none if the calendar has no such day."""
    return next((day.readings for day in find_days(text, short_years=True)), ())


def _dated(rule: str, quote: str, text: str, day_order: str) -> Iterator[Evidence]:
    """The evidence of one date on a line, which may have no year."""
    readings = read_days(text)
    yearless = None if readings else next(find_yearless(text), None)
    if yearless:
        yield state_yearless(rule, quote, yearless)
    elif rule == LATER and readings:
        yield no_later(rule, quote, readings, slack=timedelta(0))
    else:
        yield from state_day(rule, quote, readings, day_order=day_order)


def _yearless_lines(top: Sequence[str]) -> Iterator[Evidence]:
    """A line that is a day without its year; several of them are a chronicle."""
    found: list[tuple[str, YearlessDay]] = []
    for line in top:
        day = next(find_yearless(line), None) if len(line) <= SHORT else None
        if day and _HOUR_ALONE.match(line[: day.start] + line[day.end :]):
            found.append((line[day.start : day.end], day))
    several = len({(day.month, day.day) for _, day in found}) > 1
    note = "lines of the article give several days" if several else ""
    for quote, day in found:
        yield state_yearless("date line", quote, day, note=note)


def _top_lines(raw: str) -> list[Line]:
    """
    The first lines with text; those with figures repaired as cleaning does it, so that both see
    the same.
    """
    top: list[Line] = []
    at = 0
    for text in raw.split("\n"):
        if text.strip():
            end = at + len(text)
            top.append(Line(text, range(at, end), range(at + 1, end + 1), at, end))
        if len(top) == HEAD:
            break
        at += len(text) + 1
    repair_lines([line for line in top if _FIGURE.search(line.text)])
    return top


def _headings(lines: Iterable[str]) -> set[_Readings]:
    """The different days of the lines that are a date."""
    with_figures = (line for line in lines if _FIGURE.search(line))
    read = [(line, found.dates[0]) for line in with_figures if (found := read_date_line(line))]
    days = [read_days(line[day.start : day.end]) for line, day in read if day.kind == ALONE]
    return {day for day in days if day}
