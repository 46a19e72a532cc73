"""Where an article tells of a calendar entry, and what that says of the day it was written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from dateline.articles.dates.calendar import Anniversary, Calendar, Event
from dateline.articles.dates.clauses import (
    DAY_WORD,
    WEEK,
    WEEKDAY,
    crosses_clauses,
    is_over,
    is_quoted,
    looks_back,
    places,
    possessive,
    quote,
    tense,
    time_word,
)
from dateline.articles.dates.evidence import ANCHOR, CHECK, LIKELY, RELATED, Evidence
from dateline.articles.dates.offices import from_offices
from dateline.articles.dates.words import FUTURE
from dateline.articles.days import WEEKDAYS

# An event named in the opening is the news; further down it may be background.
OPENING = 400  # characters
# AP style: a weekday alone is less than a week away.
WITHIN_WEEK = timedelta(days=6)
# "last Monday" is the nearest one or, by those who call that "Monday", the one before it.
LAST_WEEKDAY = timedelta(days=13)
DAY = timedelta(days=1)
ANNIVERSARY_REACH = timedelta(days=31)

_CELEBRATES = re.compile(
    r"\b(?:celebrates?|marks?|commemorates?|observes?|looks? back|(?:is|are) celebrating"
    r"|(?:is|are) marking)\b",
    re.I,
)
_CELEBRATED = re.compile(r"\b(?:celebrated|marked|commemorated|observed|looked back)\b", re.I)
_AHEAD = re.compile(rf"\b(?:{FUTURE}|prepar\w+|ahead|next|to (?:celebrate|mark))\b", re.I)
_THIS_YEAR = re.compile(r"\bthis year\b", re.I)


class _Told(NamedTuple):
    """One place where a sentence names an event."""

    event: Event
    sentence: str
    found: re.Match[str]
    tense: str
    opening: bool


def from_calendar(
    sentences: list[str], calendar: Calendar, *, printed: bool = False
) -> Iterator[Evidence]:
    """
    Evidence from every calendar entry that the sentences of an article name.

    `printed` says that the article was taken from a printed newspaper, which tells of an event
    on the day after it. An event fixes the date only where it is what the sentence tells, on a
    weekday that is right or with "this week" and the like; named alone it is at most a bound.

    Wrong where a retrospect tells of an event as news did, in the past tense, with its weekday
    and without a word that looks back.
    """
    text = " ".join(sentences)
    for event in calendar.events:
        if all(need.search(text) for need in event.needs):
            yield from _from_event(event, sentences, DAY if printed else timedelta())
    for anniversary in calendar.anniversaries:
        yield from _from_anniversary(anniversary, sentences)
    yield from from_offices(sentences, calendar.offices)


def _from_event(event: Event, sentences: list[str], delay: timedelta) -> Iterator[Evidence]:
    """
    Of each sentence the best that its patterns give.

    Where one sentence tells of the event as past, another's "will" belongs to something else.
    """
    told = list(_places(event, sentences))
    over = any(place.tense == "past" for place in told)
    best: dict[str, Evidence] = {}
    for place in told:
        if over and place.tense == "ahead":
            place = place._replace(tense="")
        evidence = _relation(place, delay)
        kept = best.get(place.sentence)
        if kept is None or _rank(evidence) < _rank(kept):
            best[place.sentence] = evidence
    yield from best.values()


def _places(event: Event, sentences: list[str]) -> Iterator[_Told]:
    position = 0
    for sentence in sentences:
        for pattern in event.patterns:
            for found in places(pattern, sentence):
                if not crosses_clauses(found):
                    opening = position < OPENING
                    yield _Told(event, sentence, found, tense(sentence, found), opening)
        position += len(sentence) + 1


def _rank(evidence: Evidence) -> int:
    """Two patterns may match in one sentence: what fixes the day goes before what bounds it."""
    return (ANCHOR, RELATED, CHECK).index(evidence.strength)


def _relation(told: _Told, delay: timedelta) -> Evidence:
    """How far the article is from an event that one of its sentences names."""
    if looks_back(told.sentence):
        return _unanchored(told)
    if weekday := possessive(WEEKDAY, told.sentence, told.found):
        return _by_weekday(told._replace(tense="present"), weekday, delay)
    if week := possessive(WEEK, told.sentence, told.found):
        return _by_week(told, week)
    if not told.tense or (told.tense == "noun" and not told.opening):
        return _unanchored(told)
    if weekday := time_word(WEEKDAY, told.sentence, told.found):
        return _by_weekday(told, weekday, delay)
    if told.tense in ("past", "noun") and (week := time_word(WEEK, told.sentence, told.found)):
        return _by_week(told, week)
    if word := time_word(DAY_WORD, told.sentence, told.found):
        return _by_day_word(told, word)
    return _unanchored(told)


def _unanchored(told: _Told) -> Evidence:
    """
    An event without a word that fixes the distance: only before or after it.

    An event that could not be announced (no `known_from`) is never ahead: the future words
    then belong to something else in the sentence.
    """
    event, text = told.event, told.found.group()
    bounds: tuple[date, date | None]
    if told.tense == "past":
        rule, bounds = "past", (event.start, None)
    elif event.known_from is None:
        return _check(told, text, "only the past tense would tell; known_from is not given")
    elif told.tense == "ahead":
        rule, bounds = "ahead", (event.known_from, event.end)
    else:
        rule, bounds = "named", (event.known_from, None)
    first, last = bounds
    return Evidence(f"event {event.id}, {rule}", text, "text", first, last, RELATED)


def _check(told: _Told, text: str, note: str) -> Evidence:
    return Evidence(f"event {told.event.id}", text, "text", strength=CHECK, note=note)


def _by_weekday(told: _Told, weekday: re.Match[str], delay: timedelta) -> Evidence:
    """An event on a weekday that is named, which must be right: less than a week away."""
    event, text = told.event, quote(told.sentence, told.found, weekday)
    wanted = WEEKDAYS.index(weekday["day"].lower())
    days = [day for day in _days(event) if day.weekday() == wanted]
    if not days:
        return _check(told, text, f"weekday disagrees: {event.start:%A} {event.start}")
    rule, before, after = _reach(told, weekday)
    first, last = days[0] + before, days[-1] + after
    if told.tense == "ahead" and event.known_from:
        first = max(first, min(event.known_from, last))
    sure = rule == "weekday" and told.opening and len(days) == 1
    best = days[0] + delay if sure else None
    return Evidence(f"event {event.id}, {rule}", text, "text", first, last, ANCHOR, best)


def _reach(told: _Told, weekday: re.Match[str]) -> tuple[str, timedelta, timedelta]:
    """The rule, and from where to where around the event's day the article is looked for."""
    which = (weekday["which"] or "").lower()
    if which in ("last", "past", "previous"):
        return "last weekday", DAY, LAST_WEEKDAY
    if which in ("next", "coming", "following"):
        return "next weekday", -LAST_WEEKDAY, -DAY
    if told.tense == "ahead":
        return "weekday ahead", -WITHIN_WEEK, 0 * DAY
    if _is_past(told, weekday):
        return "weekday", 0 * DAY, WITHIN_WEEK
    return "weekday, past or ahead", -WITHIN_WEEK, WITHIN_WEEK


def _is_past(told: _Told, weekday: re.Match[str]) -> bool:
    return told.tense == "past" or (
        told.tense == "noun" and is_over(told.sentence, max(weekday.end(), told.found.end()))
    )


def _by_week(told: _Told, week: re.Match[str]) -> Evidence:
    """The week that holds the event, from Sunday or Monday; or the week after it."""
    which = week["which"].lower()
    shift = timedelta(days=7 if which == "last" else 0)
    first, end = _week_hull(told.event.start, told.event.end)
    text = quote(told.sentence, told.found, week)
    rule = f"event {told.event.id}, {which} week"
    return Evidence(rule, text, "text", first + shift, end + shift, ANCHOR)


def _by_day_word(told: _Told, word: re.Match[str]) -> Evidence:
    """ "yesterday", "today" and "tomorrow", give or take a day: the event has its own time zone."""
    event, name = told.event, word["word"].lower()
    text = quote(told.sentence, told.found, word)
    fits = {"yesterday": ("past",), "today": ("past", "ahead"), "tomorrow": ("ahead", "present")}
    if event.start != event.end or told.tense not in fits[name] or is_quoted(told.sentence, word):
        return _unanchored(told)
    day = event.start + {"yesterday": DAY, "today": 0 * DAY, "tomorrow": -DAY}[name]
    return Evidence(f"event {event.id}, {name}", text, "text", day - DAY, day + DAY, ANCHOR, day)


def _from_anniversary(anniversary: Anniversary, sentences: list[str]) -> Iterator[Evidence]:
    for sentence in sentences:
        for pattern in anniversary.patterns:
            if found := pattern.search(sentence):
                yield _anniversary_window(anniversary, sentence, found)
                break


def _anniversary_window(anniversary: Anniversary, sentence: str, found: re.Match[str]) -> Evidence:
    """Near the day if it is being celebrated; in its very week if the sentence says so."""
    rule, day = f"anniversary {anniversary.id}", _nth_return(anniversary.base, int(found["n"]))
    around = sentence.replace(found.group(), " ").replace(f"since {anniversary.base.year}", " ")
    near = not (looks_back(around) or _AHEAD.search(around) or crosses_clauses(found))
    if near and (_CELEBRATES.search(sentence) or _CELEBRATED.search(sentence)):
        if week := re.search(r"\bthis week\b", sentence, re.I):
            window = _week_hull(day, day)
            return Evidence(
                f"{rule}, this week", quote(sentence, found, week), "text", *window, ANCHOR
            )
        if _CELEBRATES.search(sentence) and not _THIS_YEAR.search(sentence):
            window = day - ANNIVERSARY_REACH, day + ANNIVERSARY_REACH
            return Evidence(rule, found.group(), "text", *window, LIKELY)
    note = "nothing says that it is being celebrated just then"
    return Evidence(rule, found.group(), "text", strength=CHECK, note=note)


def _nth_return(base: date, n: int) -> date:
    """The day, n years on; 28 February where the year has no 29th."""
    try:
        return base.replace(year=base.year + n)
    except ValueError:
        return base.replace(year=base.year + n, day=28)


def _days(event: Event) -> list[date]:
    return [event.start + timedelta(days=n) for n in range((event.end - event.start).days + 1)]


def _week_hull(first: date, last: date) -> tuple[date, date]:
    """From the earlier to the later end of the Sunday and the Monday week around these days."""
    sunday_week_starts = first - timedelta(days=(first.weekday() + 1) % 7)
    monday_week_ends = last + timedelta(days=6 - last.weekday())
    return sunday_week_starts, monday_week_ends
