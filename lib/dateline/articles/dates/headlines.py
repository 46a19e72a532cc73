"""Dates in headlines: set off at the start or the end they are the day, elsewhere the theme."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import NamedTuple

from dateline.articles.dates.datelines import is_modern
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
# Kinds of text that come out on the day that they name. "Good news" and "minutes" are none.
_OWN_DAY = re.compile(
    r"\b(?:briefings?|gaggles?|transcripts?|remarks|statements?|readouts?|bulletins?|digests?"
    r"|newsletters?|headlines|round-?ups?|sitreps?|(?:situation|daily|weekly) reports?"
    r"|(?:campaign|daily|weekly|offensive) assessments?"
    r"|(?:press|news) (?:conference|release|review|call|availability|summary|digest|brief)\w*"
    r"|communiqu[eé]s?|hansard|editorials?|daily|weekly|live updates?"
    r"|news (?:bulletin|in brief|of the day)|Nachrichten|Pressekonferenz|Pressemitteilung"
    r"|Tagesschau|conf[eé]rence de presse|actualit[eé]s?|noticias|resumen|сводка|брифинг|новости)\b"
    r"|记者会|記者會|发布会|發布會|新闻|新聞|通报|会見|ニュース",
    re.I,
)
_NEWS_BEFORE = re.compile(r"\bnews\W*(?:(?:for|of|from)\s+)?$", re.I)
_NEWS_BEHIND = re.compile(r"^\W*news\b", re.I)
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
    r"|what happened|never forget|hearing date|weather|horoscopes?|lottery|obituary)\b",
    re.I,
)
_AHEAD = re.compile(
    r"\b(?:to|will|next|coming|plans?|expected|vote|elections?|summit|talks|meeting|webinar|seminar"
    r"|workshop|concert|fair|festival|exhibition|forum|closes|close|closures?|open day|conference"
    r"|strike|applications|register|tickets|tour|matinee|rally|referendum)\b",
    re.I,
)
# The first line of a file may say when a person or a program saved it.
_UPDATED = re.compile(
    r"\b(?:updated|modified|last update|retrieved|accessed)\W*(?:on\s+)?$"
    r"|^\W*(?:(?:report|document|file|page)?\s?(?:generated|created)|exported|downloaded"
    r"|printed|access|cached?|google cache|search results|query(?: date)?|today(?:[’']s date| is)"
    r"|captured|archived|saved|crawled|fetched|as of|it[’']s"
    r"|heruntergeladen|gedruckt|abgerufen|imprimée?|consultée?|fecha de (?:consulta|acceso)"
    r"|consultado|дата обращения|打印日期|stand)\b.{0,60}$",
    re.I,
)
# "Date of birth:", "Meeting date:"; but "Issue date:"
_OTHER_DATE = re.compile(
    r"\b(?<!publication )(?<!release )(?<!issue )(?<!posted )date\W*$"
    r"|^\W*(?:date|day) of (?!publication|issue|release)[^.]{0,40}$",
    re.I,
)
# What may stand behind a date at the end: an hour, a bracket, the name of the paper.
_END = re.compile(
    r"^[\s)\].]*(?:,?\s*(?:at\s+)?\d{1,2}[:.]\d\d\s?(?:[ap]\.?m\.?)?(?:\s[A-Z]{2,4})?)?[\s)\].]*"
    r"(?:\s[|–—-]\s[^|]{1,40}|\s?\([^)]{1,30}\)|\|[^|]{1,40})?$",
    re.I,
)
_MARK_BEFORE = re.compile(r"(?:[:|•·(\[–—]|\s-)\s*$")
_MARK_BEHIND = re.compile(r"^\s*(?:[:|•·)\]–—_]|-\s)")
# Headlines that carry different days in the same form, so that the form is the source's.
_SAME_FORM = 3
# Of a source's headlines with a date, so many must have the form.
_SHARE = 0.5
_LAST_MARK = re.compile(r"([^\w\s])\s*$")
_FIRST_MARK = re.compile(r"^\s*([^\w\s])")
_RANGE_BEFORE = re.compile(rf"(?:\d(?:st|nd|rd|th)?|{MONTH})\s*(?:[–—-]|to|and|through)\s*$", re.I)
_RANGE_BEHIND = re.compile(rf"^\s*(?:[–—-]|to\b|and\b|until\b|through\b)\s*(?:\d|{MONTH})", re.I)


class Form(NamedTuple):
    """How a headline carries its date: at its start or end, in which writing, by which mark."""

    place: str
    writing: str
    mark: str


def headline_forms(headlines: Iterable[tuple[str, str]]) -> dict[str, frozenset[Form]]:
    """
    The forms in which the headlines of each source carry their dates, from (source, headline).

    A form counts where at least three headlines have different days in it, none before 1990, and
    where half of the source's headlines with a date have it: titles of events have many forms.
    """
    days: dict[tuple[str, Form], set[tuple[date, ...]]] = defaultdict(set)
    votes: Counter[tuple[str, Form]] = Counter()
    dated: Counter[str] = Counter()
    for source, title in headlines:
        found = list(find_days(title, short_years=True)) if len(title) <= _LONGEST else []
        dated[source] += bool(found)
        if len(found) == 1 and not _note(title, found[0]):
            key = source, _form_of(title, found[0])
            days[key].add(found[0].readings)
            votes[key] += 1
    forms: dict[str, set[Form]] = defaultdict(set)
    for (source, form), seen in days.items():
        is_usual = votes[source, form] >= _SHARE * dated[source]
        if len(seen) >= _SAME_FORM and is_usual and all(is_modern(each) for each in seen):
            forms[source].add(form)
    return {source: frozenset(found) for source, found in forms.items()}


def from_headline(
    title: str, *, day_order: str = "", forms: frozenset[Form] = frozenset()
) -> Iterator[Evidence]:
    """
    The day that a headline has at its start or its end, set off from its words.

    "Press Briefing, 3/11/16", "News for June11, 2018" and a headline that is nothing but a date
    state it; so does "March 24, 2022: Talks open" where `forms`, those of the source, have its
    form. Without a year, the other evidence must give that. A date in the middle, several dates,
    a range, a day before 1990, or a headline that looks back or ahead is a check. Wrong for a
    source whose headlines all end in the day of an event.
    """
    if len(title) > _LONGEST:
        return
    days = list(find_days(title, short_years=True))
    for day in days:
        year_first = is_year_first(title[day.start : day.end], day_order)
        note = _note(title, day) or ("the year may stand in front" if year_first else "")
        note = note or _doubt(title, day, forms)
        if len({each.readings for each in days}) > 1:
            note = "the headline has several dates"
        yield from _of_day(title, day, note, day_order)
    for yearless in [] if days else find_yearless(title):
        note = _note(title, yearless) or _ahead(title, yearless)
        yield state_yearless("headline", title[yearless.start : yearless.end], yearless, note=note)


def _doubt(title: str, day: Day, forms: frozenset[Form]) -> str:
    """Why a date that is set off may still be that of an event; blank where it is not."""
    before, behind = title[: day.start], title[day.end :]
    if not day.readings:
        return "no such day"
    if not is_modern(day.readings):
        return "may be a day of history"
    names_kind = _OWN_DAY.search(title) or _NEWS_BEFORE.search(before) or _NEWS_BEHIND.match(behind)
    alone = not re.search(r"[^\W\d_]", before + behind)
    if names_kind or alone or _form_of(title, day) in forms:
        return ""
    if _AHEAD.search(title):
        return "the headline looks ahead"
    return f"fewer than {_SAME_FORM} headlines of the source have a date there"


def _form_of(title: str, day: Day) -> Form:
    before, behind = title[: day.start], title[day.end :]
    if re.search(r"\w", before):
        mark = _LAST_MARK.search(before)
        return Form("end", day.form, mark[1] if mark else "")
    mark = _FIRST_MARK.match(behind)
    return Form("start", day.form, mark[1] if mark else "")


def _of_day(title: str, day: Day, note: str, day_order: str) -> Iterator[Evidence]:
    before, quote = title[: day.start], title[day.start : day.end]
    if _UPDATED.search(before):
        yield no_later("headline, updated", quote, day.readings, slack=timedelta(0))
    elif note:
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
    if _OTHER_DATE.search(before) and not _OWN_DAY.search(before):
        return "the headline may be about that day"
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
