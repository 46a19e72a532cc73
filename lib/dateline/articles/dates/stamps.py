"""Marks of print: page stamps state the day of the paper, a browser's print only bounds it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from dateline.articles.dates.addresses import from_address
from dateline.articles.dates.evidence import CHECK, Evidence
from dateline.articles.dates.neighbours import head_length, own_lines
from dateline.articles.dates.stating import no_later, state_day
from dateline.articles.day_readings import weekday_in
from dateline.articles.days import MARK, find_days, mask_days
from dateline.articles.landmarks import HEAD, SHORT

# Lines with text at the bottom among which marks of print are looked for.
FOOT = 8

_PAGE = (
    r"(?:p\.|pp\.|pg\.?|page|seite|s\.|pág(?:ina)?\.?|pagina|blz\.?|с\.|стр\.)\s?[A-Z]{0,2}\d{1,3}"
)
# Words that all begin with capitals: the name of a newspaper or of its section.
_CAPITAL = r"(?-i:[A-ZÀ-ÞА-Я])[\w.’'&-]*"
_NAME = rf"{_CAPITAL}(?:[ ,]{{1,3}}(?:of|the|and|de|du|der|&|{_CAPITAL})){{0,5}}"
_STAMPS = tuple(
    re.compile(form, re.I)
    for form in (
        # The Gazette, Thursday, March 24, 2022, p. A4
        rf"^\s*(?:{_NAME}[\s,|•·–—-]+)?{MARK}+[\s,;|•·–—-]+{_PAGE}(?:\W+\d+\s?w(?:ords)?)?\W*$",
        # Page 4 | 24 March 2022
        rf"^\s*{_PAGE}[\s,;|•·–—-]+(?:{_NAME}[\s,;|•·–—-]+)?{MARK}+(?:[\s,;|•·–—-]+{_NAME})?\W*$",
        # A4 THURSDAY, MARCH 24, 2022 THE GAZETTE
        rf"^\s*[A-Z]{{0,2}}\d{{1,3}}[\s|•·–—-]+{MARK}+[\s,|•·–—-]+{_NAME}\W*$",
        rf"^\s*{_NAME}[\s,|•·–—-]+{MARK}+[\s|•·–—-]+[A-Z]{{0,2}}\d{{1,3}}\W*$",
    )
)
_PRINTED = re.compile(rf"^\s*{MARK}+,?\s+\d{{1,2}}:\d\d(?:\s?[AP]M)?\b", re.I)
# The address and "1/3" that browsers print at the foot of each page.
_PRINT_FOOT = re.compile(
    r"^[^\S\n]{0,20}(?P<url>https?://\S{1,2000}|about:blank)[^\S\n]{1,80}\d{1,3}/\d{1,3}[^\S\n]{0,20}$",
    re.M,
)
_REFERENCE = re.compile(
    r"^\W*(?:references?|sources?|notes?|bibliography|quoted from|cited)\W*$", re.I
)
_COPYRIGHT = re.compile(
    r"(?:©|\(c\)|copyright)\D{0,20}(?:(?:19|20)\d\d\s?[–—-]\s?)?((?:19|20)\d\d)", re.I
)


class _Stamp(NamedTuple):
    """A page stamp; `is_full` where no reference to another paper looks like it."""

    quote: str
    readings: tuple[date, ...]
    is_full: bool


def from_page_stamps(raw: str, *, day_order: str = "") -> Iterator[Evidence]:
    """
    Page stamps of print: "The Gazette, Thursday, March 24, 2022, p. A4", "Page 4 | 24 March 2022".

    Only among the first and the last lines of the article. Stamps of different days are a list of
    sources, and checks. At the foot alone, a stamp of less than weekday and page, or below a line
    such as "Reference", may be the source of a fact, and is a check.
    """
    head, foot = _own_edges(raw)
    found = [*_stamps_of(head), *_stamps_of(foot)]
    different: set[tuple[date, ...]] = {stamp.readings for stamp in found}
    at_top = {stamp.readings for stamp in _stamps_of(head)}
    for stamp in {stamp.quote: stamp for stamp in found}.values():
        note = f"page stamps give {len(different)} days" if len(different) > 1 else ""
        if not note and stamp.readings not in at_top and not stamp.is_full:
            note = "may be the source of a fact"
        if note:
            yield Evidence("page stamp", stamp.quote, "raw", strength=CHECK, note=note)
        else:
            yield from state_day("page stamp", stamp.quote, stamp.readings, day_order=day_order)


def _stamps_of(lines: Sequence[str]) -> Iterator[_Stamp]:
    for number, line in enumerate(lines):
        if MARK not in (masked := mask_days(line)):
            continue
        if any(form.match(masked) for form in _STAMPS):
            referred = number and _REFERENCE.match(lines[number - 1])
            full = weekday_in(line) is not None or line.lstrip()[:4].lower() == "page"
            for day in find_days(line):
                quote = line[day.start : day.end]
                yield _Stamp(quote, day.readings, full and not referred)


def from_print(raw: str) -> Iterator[Evidence]:
    """
    The day on which a browser printed the page: "3/21/22, 10:15 AM   Headline - Paper".

    A bound from above, only with the address and page number that browsers print at the foot.
    That address is the page's own.
    """
    foot = _PRINT_FOOT.search(raw)
    if not foot:
        return
    yield from from_address(foot["url"], where="raw", rule="printed address")
    for line in raw.split("\n"):
        if len(line) <= 2 * SHORT and is_print_stamp(line):
            day = next(find_days(line, short_years=True))
            yield no_later("browser print", line[day.start : day.end], day.readings)
            return


def is_browser_print(raw: str) -> bool:
    """
    Whether a text is a web page that a browser printed.

    >>> is_browser_print("3/21/22, 10:15 AM\\nText.\\nhttps://paper.example/talks 1/3")
    True
    """
    return bool(_PRINT_FOOT.search(raw))


def is_print_stamp(line: str) -> bool:
    """
    Whether a line begins with day and hour as browsers print them.

    >>> is_print_stamp("3/21/22, 10:15 AM   Talks open - The Paper")
    True
    """
    return bool(_PRINTED.match(mask_days(line[: 2 * SHORT], short_years=True)))


def from_copyright(raw: str) -> Iterator[Evidence]:
    """
    The year of a copyright line, as a check.

    No bound: on a web page it is the year of the template, which shows the day of collection, and
    in a range ("2010-2021") neither year is that of the article.
    """
    for line in _edges(raw):
        if found := _COPYRIGHT.search(line):
            note = "a copyright year may be that of the site, not of the article"
            yield Evidence("copyright", found.group(), "raw", strength=CHECK, note=note)


def _edges(raw: str) -> list[str]:
    """The first and the last lines with text, without paragraphs."""
    lines = [line for line in raw.split("\n") if line.strip()]
    edges = lines[:HEAD] + lines[max(HEAD, len(lines) - FOOT) :]
    return [line for line in edges if len(line) <= SHORT]


def _own_edges(raw: str) -> tuple[list[str], list[str]]:
    """The lines of the head, and the last lines that are the article's own; no paragraphs."""
    lines = [line for line in raw.split("\n") if line.strip()]
    own = lines[: own_lines(lines)]
    head = own[: head_length(own[:HEAD])]
    foot = own[max(len(head), len(own) - FOOT) :]
    return [x for x in head if len(x) <= SHORT], [x for x in foot if len(x) <= SHORT]
