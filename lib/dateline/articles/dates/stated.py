"""Rules for dates that an article states in its first and last lines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from dateline.articles.clean import repair_lines
from dateline.articles.date_labels import PLAIN
from dateline.articles.dates.addresses import is_related
from dateline.articles.dates.datelines import (
    doubted_datelines,
    from_dateline,
    from_named_lines,
    is_modern,
    wire_datelines,
)
from dateline.articles.dates.evidence import CHECK, STATED, Evidence
from dateline.articles.dates.header_forms import EMBARGO, read_header_form
from dateline.articles.dates.neighbours import (
    doubt_below,
    head_length,
    is_byline,
    is_menu,
    label_above,
    own_lines,
    tells_of_days,
    with_neighbours,
)
from dateline.articles.dates.stamps import is_browser_print, is_print_stamp
from dateline.articles.dates.stating import no_later, state_day, state_yearless
from dateline.articles.day_readings import weekday_in
from dateline.articles.days import YearlessDay, find_days, find_yearless
from dateline.articles.landmarks import (
    ALONE,
    BYLINE,
    HEAD,
    HEADER,
    LATER,
    SAVED,
    SHORT,
    LineDate,
    read_date_line,
)
from dateline.articles.lines import Line

# Lines with text at the bottom among which a publication date is looked for.
FOOT = 8

# Readings of one date: none, one, or day first and month first.
_Readings = tuple[date, ...]

_FIGURE = re.compile(r"\d")
_LETTER = re.compile(r"[^\W\d_]")
# "Friday, March 18, 10:15 am" without its day
_HOUR_ALONE = re.compile(
    r"^\W*(?:at\s+)?(?:\d{1,2}[:.]\d\d(?:\s?[ap]\.?m\.?)?(?:\s[A-Z]{2,4})?)?\W*$", re.I
)
_CLOCK = re.compile(r"\d{1,2}[:.]\d\d")
_GLUED = re.compile(r"(?<=\d)(?=(?:updated|modified)\b)", re.I)
_SITE = re.compile(r"\b(?:online|website|homepage|welcome)\b", re.I)
# A name with an office is that of whom the line shows, not of who wrote it.
_OFFICE = re.compile(
    r"^\W*(?:(?:prime|foreign|vice|deputy|former|chief)\s)?(?:mayor|minister|president|premier"
    r"|chancellor|senator|governor|secretary|king|queen|prince|princess|pope|general|judge|justice"
    r"|ambassador|speaker|chair\w*)\b|\b(?:photo\w*|illustration|aerial|caption)\b",
    re.I,
)
# At the foot these labels may be of who collected the article.
_PLAIN = re.compile(rf"^\W*(?:{PLAIN})\W*\d", re.I)
_LABELLED = (HEADER, BYLINE)


class _Seen(NamedTuple):
    """A date on a line of the top: its kind, its words as in the raw text and as repaired."""

    kind: str
    quote: str
    text: str
    note: str = ""


def from_header(raw: str, *, day_order: str = "") -> Iterator[Evidence]:
    """
    Dates at the top: ` date 2022-03-21`, "Published: 24 March 2022", or a line that is a date.

    Each line that the cleaning rule "date header" cuts gives evidence; so do dates beside names.
    What a date is, its neighbours tell: a label on the line above, an announcement below. Below
    the first line of text, and among other articles and comments, it is a check.
    Where lines are dates of different days, they head the parts of a chronicle and state nothing.
    The clock of a site is a bound from above, for the page was saved on that day.
    Day and hour on a page that a browser printed are passed over: `from_print` reads them.
    """
    top = _top_lines(raw)
    texts = [line.text for line in top]
    length = min(own_lines(texts), head_length(texts))
    chronicle = _headings(texts[:length]) | _headings(_own(raw))
    stated: list[Evidence] = []
    for seen in _seen(raw, top, length):
        pieces = list(_of_seen(seen, chronicle, day_order))
        stated += [piece for piece in pieces if seen.kind in _LABELLED and piece.earliest]
        yield from pieces
    rest = [
        "" if read_date_line(text) or any(read_header_form(text)) else text
        for text in texts[:length]
    ]
    yield from (_outranked(p, stated) for p in from_named_lines(rest, day_order=day_order))
    yield from _yearless_lines(rest)
    wires = list(wire_datelines(rest))
    for place in wires:
        yield from from_dateline(place, day_order=day_order)
    yield from () if wires else doubted_datelines(_own(raw))


def from_footer(raw: str, *, day_order: str = "") -> Iterator[Evidence]:
    """
    "Published" and "Updated" lines at the bottom, but not those of other articles and comments.

    Below a line that looks like a headline the date is a check.
    """
    lines = _own(raw)
    first = _foot_begins(lines, head_length(lines[:HEAD]))
    for number, line in enumerate(lines[first:], start=first):
        found = read_date_line(line)
        above = lines[number - 1]
        if is_related(above) or is_related(line):
            continue
        for kind, start, end in found.dates if found else ():
            if kind in (ALONE, BYLINE, SAVED):
                continue
            rule = "footer" if kind == HEADER else kind
            note = "may be the date of another article" if _is_heading(above) else ""
            if kind == HEADER and _PLAIN.match(line):
                note = note or "may be the day of collection"
            if note:
                yield Evidence(rule, line[start:end], "raw", strength=CHECK, note=note)
            else:
                yield from _dated(rule, line[start:end], line[start:end], day_order)


def read_days(text: str) -> _Readings:
    """The readings of a text that is one date; none if the calendar has no such day."""
    return next((day.readings for day in find_days(text, short_years=True)), ())


def _seen(raw: str, top: Sequence[Line], length: int) -> Iterator[_Seen]:
    """The dates of the first lines with what their neighbours say of them."""
    printed = is_browser_print(raw)
    texts = [line.text for line in top]
    told = "the headline tells of that day" if texts and tells_of_days(texts[0]) else ""
    own = _own(raw)
    foot = _foot_begins(own, length)
    for number, (text, above, below) in enumerate(with_neighbours(texts)):
        if printed and is_print_stamp(text):
            continue
        line = top[number]
        for kind, start, end in _dates_of(text):
            seen = _Seen(kind, raw[line.begins[start] : line.ends[end - 1]], text[start:end])
            if number < length:
                seen = _judged(seen, text, above, below)
                yield seen._replace(note=seen.note or told) if seen.kind == ALONE else seen
            elif (
                kind in (ALONE, BYLINE, SAVED)
                or not foot <= number < len(own)
                or raw[line.first : line.last] != text  # the foot is read as collected
            ):
                yield seen._replace(note="below the first sentence of text")


def _dates_of(text: str) -> Iterator[LineDate]:
    found = read_date_line(text)
    if found:
        yield from found.dates
    elif len(text) <= SHORT and _FIGURE.search(text):
        glued = _GLUED.search(text)
        yield from _split_at(text, glued.start()) if glued else read_header_form(text)


def _split_at(text: str, at: int) -> Iterator[LineDate]:
    """The dates of "Published May 5, 2020Updated May 6, 2020", whose space was lost."""
    found = read_date_line(f"{text[:at]} {text[at:]}")
    for kind, start, end in found.dates if found else ():
        late = int(start > at)
        yield LineDate(kind, start - late, end - late)


def _judged(seen: _Seen, text: str, above: str, below: Sequence[str]) -> _Seen:
    """The date as its neighbours show it: published, updated, or of something else."""
    kind, *_ = seen
    if kind == ALONE and (label := label_above(above)):
        is_kind = label in (HEADER, LATER)
        return seen._replace(kind=label) if is_kind else seen._replace(note=label)
    if kind == BYLINE and _OFFICE.search(text):
        return seen._replace(note="may be the caption of a picture")
    at_top = kind == ALONE and not above and _is_site_clock(text, below)
    if at_top or (kind in (ALONE, BYLINE) and _SITE.search(text)):
        return seen._replace(kind=LATER)
    if kind in (LATER, SAVED):
        return seen
    return seen._replace(note=doubt_below(kind, above, below))


def _is_site_clock(text: str, below: Sequence[str]) -> bool:
    """Whether a date above the headline may be that of the visit to the site."""
    has_clock = weekday_in(text) is not None and bool(_CLOCK.search(text))
    return has_clock or (bool(below) and is_menu(below[0]))


def _of_seen(seen: _Seen, chronicle: set[_Readings], day_order: str) -> Iterator[Evidence]:
    kind, quote, text, note = seen
    is_bare = kind == ALONE
    if is_bare and len(chronicle) > 1:
        note = f"lines of the article give {len(chronicle)} days"
    elif kind in (ALONE, SAVED) and not note and not is_modern(read_days(text)):
        note = "may be a scene of history"
    if note:
        yield Evidence(kind, quote, "raw", strength=CHECK, note=note)
    elif kind == EMBARGO:
        for piece in state_day(kind, quote, read_days(text), day_order=day_order):
            late = piece.latest and piece.latest + timedelta(days=1)
            yield piece._replace(latest=late)
    else:
        yield from _dated(kind, quote, text, day_order)


def _outranked(piece: Evidence, stated: Sequence[Evidence]) -> Evidence:
    """A line of a name and a day is a check where a labelled line states another day."""
    agrees = any(each.earliest == piece.earliest for each in stated)
    if piece.strength != STATED or not stated or agrees:
        return piece
    note = "another line states the day"
    return Evidence(piece.rule, piece.text, "raw", strength=CHECK, note=note)


def _dated(rule: str, quote: str, text: str, day_order: str) -> Iterator[Evidence]:
    """The evidence of one date on a line, which may have no year."""
    readings = read_days(text)
    yearless = None if readings else next(find_yearless(text), None)
    if yearless:
        yield state_yearless(rule, quote, yearless)
    elif rule == LATER and readings:
        yield no_later(rule, quote, readings, slack=timedelta(0))
    elif rule == SAVED:
        yield no_later(rule, quote, readings)
    else:
        yield from state_day(rule, quote, readings, day_order=day_order)


def _yearless_lines(top: Sequence[str]) -> Iterator[Evidence]:
    """A line that is a day without its year; several of them are a chronicle."""
    found: list[tuple[str, YearlessDay, str]] = []
    for line, above, below in with_neighbours(top):
        day = next(find_yearless(line), None) if len(line) <= SHORT else None
        if day and _HOUR_ALONE.match(line[: day.start] + line[day.end :]):
            label = label_above(above)
            doubt = "" if label == HEADER else label or doubt_below(ALONE, above, below)
            found.append((line[day.start : day.end], day, doubt))
    several = len({(day.month, day.day) for _, day, _ in found}) > 1
    note = "lines of the article give several days" if several else ""
    for quote, day, doubt in found:
        yield state_yearless("date line", quote, day, note=note or doubt)


def _own(raw: str) -> list[str]:
    """The lines with text up to other articles and comments."""
    lines = [line for line in raw.split("\n") if line.strip()]
    return lines[: own_lines(lines)]


def _foot_begins(own: Sequence[str], head: int) -> int:
    """The number of the first line of the foot; `own` are the article's lines."""
    return max(head, len(own) - FOOT)


def _is_heading(line: str) -> bool:
    """Whether a line looks like a headline: words without a full stop, a label or a mark."""
    words = len(_LETTER.findall(line)) > 1 and len(line.split()) > 1
    marks = any(mark in line for mark in ":©/@|")
    ends = line.rstrip().endswith((".", "!", "?", "”", '"', ")", "…"))
    is_end = line.strip().lower() in ("end of document", "the end")
    return words and len(line) <= SHORT and not (marks or ends or is_end or is_byline(line))


def _top_lines(raw: str) -> list[Line]:
    """
    The first lines with text; those with figures, or without a letter, repaired as cleaning does
    it, so that both see the same.
    """
    top: list[Line] = []
    at = 0
    for text in raw.split("\n"):
        if text.strip():
            end = at + len(text)
            line = Line(text, range(at, end), range(at + 1, end + 1), at, end)
            if _may_be_date_line(text):
                repair_lines([line])
            if line.text.strip():
                top.append(line)
        if len(top) == HEAD:
            break
        at += len(text) + 1
    return top


def _may_be_date_line(text: str) -> bool:
    """Whether a line, repaired, may be a date line or blank; a paragraph only if it says so."""
    if len(text) > 2 * SHORT and "date" not in text[: len("&nbsp;date&nbsp;")].lower():
        return False
    return bool(_FIGURE.search(text)) or not _LETTER.search(text)


def _headings(lines: Sequence[str]) -> set[_Readings]:
    """The different days of the lines that are a date and have no label above them."""
    days: set[_Readings] = set()
    for line, above, _ in with_neighbours(lines):
        found = read_date_line(line) if _FIGURE.search(line) else None
        if found and found.dates[0].kind == ALONE and not label_above(above):
            _, start, end = found.dates[0]
            days.add(read_days(line[start:end]))
    return days - {()}
