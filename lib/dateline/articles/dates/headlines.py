"""Dates in headlines: set off at the start or the end they are the day, elsewhere the theme."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta

from dateline.articles.dates.evidence import CHECK, Evidence
from dateline.articles.dates.stating import (
    is_year_first,
    no_later,
    state_day,
    state_yearless,
)
from dateline.articles.dates.words import MONTH
from dateline.articles.days import Day, YearlessDay, find_days, find_yearless

# Longer lines are paragraphs.
_LONGEST = 250

# What is made each day, so that "for" and "of" a day name its own.
_DAILY = (
    r"briefings?|transcripts?|news|bulletins?|digests?|summar(?:y|ies)|reports?|updates?"
    r"|round-?ups?|minutes|newsletters?|headlines|editions?|proceedings|logs?|recaps?|wraps?"
    r"|sitreps?|dispatch(?:es)?|press reviews?|briefs?"
)
_GENRE = re.compile(
    rf"\b(?:{_DAILY}|remarks|statements?|readouts?|gaggles?|press|communiqu[eé]s?|reviews?|diary"
    r"|live|daily|weekly|assessments?|hansard|speech(?:es)?|address|interviews?|conferences?"
    r"|calls?|releases?|hearings?|monitor|notes|notice|Nachrichten|Pressekonferenz|Tagesschau"
    r"|actualit[eé]s?|noticias|resumen|сводка|брифинг|новости)\b",
    re.I,
)
_DAILY_OF = re.compile(
    rf"\b(?:(?:{_DAILY})\s+(?:for|of)|(?:(?:press|news) conference|briefing|gaggle)\s+(?:on|of)"
    r"|Nachrichten vo[mn]|Pressekonferenz vo[mn]|conf[eé]rence de presse du|actualit[eé]s? du"
    r"|noticias del?|resumen del?|новости за|сводка за|брифинг)\s+(?:the\s+)?$",
    re.I,
)
_PRESS_IN_CHARACTERS = re.compile("记者会|記者會|发布会|發布會|新闻|新聞|通报|会見|ニュース")
# "Earthquake in Haiti, January 12, 2010"
_AT_PLACE = re.compile(
    r"\b(?:in|at|of|on|near|outside|off|from) (?-i:[A-Z])[^,]{0,40}(?:,[^,]{0,30})?,\s*$", re.I
)
_PREPOSITION = re.compile(
    r"\b(?:on|of|from|since|until|till|by|to|before|after|for|in|v|vs|version|no)\.?\s*$", re.I
)
_GENRE_RIGHT_BEFORE = re.compile(rf"(?:{_GENRE.pattern})\s+$", re.I)
_GENRE_SOON = re.compile(rf"^\s+(?:\S+\s+){{0,3}}?{_GENRE.pattern}", re.I)
# Words of headlines that look back or ahead: the date is what they are about.
_ABOUT = re.compile(
    r"\b(?:remember\w*|annivers\w+|commemorat\w*|memor\w+|histor\w+|this day|the day|(?:years?"
    r"|decades?|months?) (?:ago|after|later|on|since)|died|dies|obituar\w+|born|deadlines?|due"
    r"|scheduled|set for|until|since|effective|expir\w+|timeline|look\w* (?:back|ahead)|preview\w*"
    r"|retrospect\w*|flashback|archives?|agendas?|schedules?|calendar|week of|ahead|forecasts?"
    r"|upcoming|advisory|announces?|invitation|save the date|dated|beginning|starting|as of"
    r"|what happened|never forget)\b",
    re.I,
)
_AHEAD = re.compile(r"\b(?:to|will|next|coming|plans?|expected|vote|election|summit|talks)\b", re.I)
_UPDATED = re.compile(r"\b(?:updated|modified|last update|retrieved|accessed)\W*(?:on\s+)?$", re.I)
# What may stand behind a date at the end: an hour, a bracket, the name of the paper.
_END = re.compile(
    r"^[\s)\].]*(?:,?\s*(?:at\s+)?\d{1,2}[:.]\d\d\s?(?:[ap]\.?m\.?)?(?:\s[A-Z]{2,4})?)?[\s)\].]*"
    r"(?:\s[|–—-]\s[^|]{1,40}|\s?\([^)]{1,30}\)|\|[^|]{1,40})?$",
    re.I,
)
_MARK_BEFORE = re.compile(r"(?:[:|•·(\[–—]|\s-)\s*$")
_MARK_BEHIND = re.compile(r"^\s*(?:[:|•·)\]–—_]|-\s)")
_RANGE_BEFORE = re.compile(rf"(?:\d(?:st|nd|rd|th)?|{MONTH})\s*(?:[–—-]|to|and|through)\s*$", re.I)
_RANGE_BEHIND = re.compile(rf"^\s*(?:[–—-]|to\b|and\b|until\b|through\b)\s*(?:\d|{MONTH})", re.I)


def from_headline(title: str, *, day_order: str = "") -> Iterator[Evidence]:
    """
    The day that a headline has at its start or its end, set off from its words.

    "Press Briefing, 3/11/16", "March 24, 2022: Talks open" and "News for June11, 2018" state it;
    without a year, the other evidence must give that. A date in the middle, several dates, a
    range, or a headline that looks back or ahead is a check. Wrong for a headline that names an
    event of long ago by its place and day ("Earthquake in Haiti, January 12, 2010").
    """
    if len(title) > _LONGEST:
        return
    days = list(find_days(title, short_years=True))
    for day in days:
        note = _note(title, day)
        if len({each.readings for each in days}) > 1:
            note = "the headline has several dates"
        yield from _of_day(title, day, note, day_order)
    for yearless in [] if days else find_yearless(title):
        note = _note(title, yearless) or _ahead(title, yearless)
        yield state_yearless("headline", title[yearless.start : yearless.end], yearless, note=note)


def _of_day(title: str, day: Day, note: str, day_order: str) -> Iterator[Evidence]:
    before, quote = title[: day.start], title[day.start : day.end]
    if _UPDATED.search(before):
        yield no_later("headline, updated", quote, day.readings, slack=timedelta(0))
    elif note or is_year_first(quote, day_order):
        note = note or "the year may stand in front"
        yield Evidence("headline", quote, "raw", strength=CHECK, note=note)
    else:
        late = timedelta(days=1) if _DAILY_OF.search(before) else timedelta(0)
        for piece in state_day("headline", quote, day.readings, day_order=day_order):
            yield piece._replace(latest=piece.latest + late if piece.latest else None)


def _note(title: str, day: Day | YearlessDay) -> str:
    """Blank where the date is the headline's own; else why it is not."""
    before, behind = title[: day.start], title[day.end :]
    if _RANGE_BEFORE.search(before) or _RANGE_BEHIND.match(behind):
        return "a range of days"
    if _ABOUT.search(before) or _ABOUT.search(behind):
        return "the headline may be about that day"
    if _AT_PLACE.search(before) and not _GENRE.search(title):
        return "may be the place and day of an event"
    is_set_off = _ends(title, day) or _begins(title, day)
    return "" if is_set_off else "in the middle of the headline"


def _ends(title: str, day: Day | YearlessDay) -> bool:
    """Whether the date ends the headline, behind a mark or the name of a kind of text."""
    before, behind = title[: day.start], title[day.end :]
    if not _END.match(behind):
        return False
    if not before.strip() or before.rstrip().endswith(","):
        return True
    return bool(
        _MARK_BEFORE.search(before)
        or _DAILY_OF.search(before)
        or _GENRE_RIGHT_BEFORE.search(before)
        or (_form(day) in ("iso", "figures") and not _PREPOSITION.search(before))
    )


def _begins(title: str, day: Day | YearlessDay) -> bool:
    """Whether the date begins the headline, before a mark or the name of a kind of text."""
    before, behind = title[: day.start], title[day.end :]
    if re.search(r"\w", before):
        return False
    form = _form(day)
    return bool(
        _MARK_BEHIND.match(behind)
        or behind.startswith(",")
        or _GENRE_SOON.match(behind)
        or (form in ("iso", "figures") and behind[:1].isspace())
        or (form == "characters" and _PRESS_IN_CHARACTERS.search(behind))
    )


def _ahead(title: str, day: YearlessDay) -> str:
    """A day without a year behind a comma is often that of a meeting to come."""
    by_comma = title[: day.start].rstrip().endswith(",") or title[day.end :].startswith(",")
    if by_comma and not _GENRE.search(title):
        return "the headline may be about that day"
    return "the headline looks ahead" if by_comma and _AHEAD.search(title) else ""


def _form(day: Day | YearlessDay) -> str:
    return day.form if isinstance(day, Day) else "words"
