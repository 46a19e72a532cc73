"""Where an article tells of a calendar entry, and what that says of the day it was written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from dateline.articles.dates.calendar import Anniversary, Calendar, Event, Office
from dateline.articles.dates.evidence import (
    ANCHOR,
    BOUND,
    CHECK,
    LIKELY,
    RELATED,
    Evidence,
)
from dateline.articles.days import WEEKDAYS

# An event named in the opening is the news; further down it may be background.
OPENING = 400  # characters
NEAR = timedelta(days=7)  # how far from such an event an article is looked for
ANNIVERSARY_REACH = timedelta(days=31)

_WEEKDAY = re.compile(
    r"\b(?:(?P<which>last|next|this|past|coming)\s+)?(?P<day>" + "|".join(WEEKDAYS) + r")\b"
    r"(?!\s+(?:Times|Post|Mail|Telegraph|Herald|Mirror|Express))",
    re.I,
)
_WEEK = re.compile(r"\b(this|last) week\b", re.I)
_DAYS_OFF = {"yesterday": 1, "today": 0, "tomorrow": -1}
_DAY_WORD = re.compile(r"\b(yesterday|today|tomorrow)\b", re.I)
# Words by which an opening looks back at an event instead of reporting it.
_LOOKS_BACK = re.compile(
    r"\b(?:since|after|earlier|later|ago|last met|previous(?:ly)?|had|years?|months?|weeks?"
    r"|in (?:january|february|march|april|may|june|july|august|september|october|november"
    r"|december)|(?:19|20)\d{2})\b",
    re.I,
)
# Whether a sentence tells of an event as coming or as past: the last such word before it decides,
# if it stands within REACH characters.
_AHEAD = re.compile(
    r"\b(?:will|upcoming|forthcoming|ahead of|due|scheduled|plan(?:s|ned|ning)?|expected|set to"
    r"|prepar(?:es?|ing)|is to|are to|next week)\b",
    re.I,
)
_PAST = re.compile(
    r"\b(?:met|held|signed|began|opened|launched|landed|arrived|hosted|spoke|talked|agreed|saw|said"
    r"|approved|authori[sz]ed|announced|received|visited|travell?ed|went|came|was|were|concluded)\b",
    re.I,
)
REACH = 80
_NUMBERS = {word: n for n, word in enumerate(
    "one two three four five six seven eight nine ten eleven twelve".split(), start=1
)}  # fmt: skip
_UNIT_DAYS = {"day": 1, "week": 7, "month": 30.4, "year": 365.25}
_BEFORE_EXIT = (
    r"(?P<n>\w+)\s+(?P<unit>day|week|month|year)s?\s+before\s+(?:President\s+)?(?:\w+\s+)?{name}"
    r"(?:['’]s)?\s+(?:exit from|departure from|leaves|leaving|left|exits?)\s+office"
)


def from_calendar(
    sentences: list[str], calendar: Calendar, *, printed: bool = False
) -> Iterator[Evidence]:
    """
    Evidence from every calendar entry that the sentences of an article name.

    `printed` says that the article was taken from a printed newspaper, which tells of an event
    on the day after it. The relations and their reaches follow AP style, in which a bare weekday
    is the nearest one, and HeidelTime's offsets for "last" and "this".
    """
    text = " ".join(sentences)
    for event in calendar.events:
        if all(need.search(text) for need in event.needs):
            yield from _from_event(event, sentences, timedelta(days=int(printed)))
    for anniversary in calendar.anniversaries:
        yield from _from_anniversary(anniversary, sentences)
    for office in calendar.offices:
        yield from _from_office(office, sentences)


def _from_event(event: Event, sentences: list[str], delay: timedelta) -> Iterator[Evidence]:
    position = 0
    for sentence in sentences:
        for pattern in event.patterns:
            if found := pattern.search(sentence):
                yield _relation(event, sentence, found, delay if position < OPENING else None)
                break
        position += len(sentence) + 1


def _relation(
    event: Event, sentence: str, found: re.Match[str], delay: timedelta | None
) -> Evidence:
    """
    How far the article is from an event that one of its sentences names.

    `delay` is how long after a reported event the article comes out; None below the opening,
    where an event may be background, so that no best day follows from it.
    """
    name = f"event {event.id}"
    tense = _tense(sentence, found)
    if tense == "ahead":
        return _unanchored(event, found, tense)
    if weekday := _nearest(_WEEKDAY, sentence, found):
        return _by_weekday(event, _quote(sentence, found, weekday), weekday, delay)
    if week := _nearest(_WEEK, sentence, found):
        return _by_week(event, _quote(sentence, found, week), last=week[1].lower() == "last")
    if (word := _nearest(_DAY_WORD, sentence, found)) and event.start == event.end:
        day = event.start + timedelta(days=_DAYS_OFF[word[1].lower()])
        quote = _quote(sentence, found, word)
        return Evidence(f"{name}, {word[1].lower()}", quote, "text", day, day, ANCHOR, day)
    if delay is not None and not _LOOKS_BACK.search(sentence):
        window = event.start - NEAR, event.end + NEAR
        return Evidence(f"{name}, opening", found.group(), "text", *window, LIKELY)
    return _unanchored(event, found, tense)


def _unanchored(event: Event, found: re.Match[str], tense: str) -> Evidence:
    """
    An event without a word that fixes the distance: only before or after it.

    An event that could not be announced (no `known_from`) is never ahead: the future words
    then belong to something else in the sentence.
    """
    if tense == "past":
        rule, bounds = "past", (event.start, None)
    elif event.known_from is None:
        note = "only past tense would tell; known_from is not given"
        return Evidence(f"event {event.id}", found.group(), "text", strength=CHECK, note=note)
    elif tense == "ahead":
        rule, bounds = "ahead", (event.known_from, event.end)
    else:
        rule, bounds = "named", (event.known_from, None)
    return Evidence(f"event {event.id}, {rule}", found.group(), "text", *bounds, RELATED)


def _tense(sentence: str, found: re.Match[str]) -> str:
    """ "ahead" or "past", by the last word before the end of the match that tells; or blank."""
    before = sentence[max(0, found.start() - REACH) : found.end()]
    ahead = max((match.start() for match in _AHEAD.finditer(before)), default=-1)
    past = max((match.start() for match in _PAST.finditer(before)), default=-1)
    return "" if ahead == past else "ahead" if ahead > past else "past"


def _by_weekday(
    event: Event, quote: str, weekday: re.Match[str], delay: timedelta | None
) -> Evidence:
    """An event on a weekday that is named: its day, and at most six days more."""
    wanted = WEEKDAYS.index(weekday["day"].lower())
    day = next((day for day in _days(event) if day.weekday() == wanted), None)
    rule = f"event {event.id}, weekday"
    if day is None:
        note = f"weekday disagrees: {event.start:%A} {event.start}"
        return Evidence(rule, quote, "text", strength=CHECK, note=note)
    if (weekday["which"] or "").lower() in ("last", "past"):
        first, last = day + timedelta(days=1), day + timedelta(days=7)
        return Evidence(f"event {event.id}, last weekday", quote, "text", first, last, ANCHOR)
    best = None if delay is None else day + delay
    return Evidence(rule, quote, "text", day, day + timedelta(days=6), ANCHOR, best)


def _by_week(event: Event, quote: str, *, last: bool) -> Evidence:
    """The week that holds the event, from Sunday or Monday; or the week after it."""
    shift = timedelta(days=7 if last else 0)
    first, end = _week_hull(event.start, event.end)
    rule = f"event {event.id}, {'last' if last else 'this'} week"
    return Evidence(rule, quote, "text", first + shift, end + shift, ANCHOR)


def _from_anniversary(anniversary: Anniversary, sentences: list[str]) -> Iterator[Evidence]:
    for sentence in sentences:
        for pattern in anniversary.patterns:
            if found := pattern.search(sentence):
                year = anniversary.base.year + int(found["n"])
                day = anniversary.base.replace(year=year)
                yield _anniversary_window(anniversary, sentence, found, day)
                break


def _anniversary_window(
    anniversary: Anniversary, sentence: str, found: re.Match[str], day: date
) -> Evidence:
    rule = f"anniversary {anniversary.id}"
    week = _nearest(_WEEK, sentence, found)
    if week and week[1].lower() == "this":
        quote = _quote(sentence, found, week)
        return Evidence(f"{rule}, this week", quote, "text", *_week_hull(day, day), ANCHOR)
    window = day - ANNIVERSARY_REACH, day + ANNIVERSARY_REACH
    return Evidence(rule, found.group(), "text", *window, LIKELY)


def _from_office(office: Office, sentences: list[str]) -> Iterator[Evidence]:
    exit_pattern = re.compile(_BEFORE_EXIT.replace("{name}", re.escape(office.name)), re.I)
    text = " ".join(sentences)
    if office.elected and (found := _first(office.elect_patterns, text)):
        yield Evidence(
            f"elect {office.id}", found.group(), "text", office.elected, office.start, BOUND
        )
    if found := _first(office.patterns, text):
        yield Evidence(f"office {office.id}", found.group(), "text", office.start, office.end, BOUND)
    if office.end and (found := exit_pattern.search(text)):
        yield from _before_exit(office.id, office.end, found)


def _before_exit(name: str, end: date, found: re.Match[str]) -> Iterator[Evidence]:
    """ "two months before he leaves office": that long before, give or take half a unit."""
    number = _NUMBERS.get(found["n"].lower()) or (int(found["n"]) if found["n"].isdigit() else None)
    if number is None:
        return
    unit = _UNIT_DAYS[found["unit"].lower()]
    middle, half = end - timedelta(days=round(number * unit)), timedelta(days=int(unit / 2))
    rule = f"office {name}, before its end"
    yield Evidence(rule, found.group(), "text", middle - half, middle + half, ANCHOR)


def _first(patterns: tuple[re.Pattern[str], ...], text: str) -> re.Match[str] | None:
    """The first match that no "former" or "then" precedes."""
    for pattern in patterns:
        for found in pattern.finditer(text):
            before = text[: found.start()].rstrip(" -‑").lower()
            if not before.endswith(("former", "then", "ex", "vice", "late")):
                return found
    return None


def _nearest(words: re.Pattern[str], sentence: str, found: re.Match[str]) -> re.Match[str] | None:
    """The time word that stands nearest to the event in the same sentence."""
    middle = (found.start() + found.end()) / 2
    return min(
        words.finditer(sentence),
        key=lambda match: abs((match.start() + match.end()) / 2 - middle),
        default=None,
    )


def _quote(sentence: str, *matches: re.Match[str]) -> str:
    """The words from the first match to the last."""
    return sentence[min(m.start() for m in matches) : max(m.end() for m in matches)]


def _days(event: Event) -> list[date]:
    """The days of an event, at most the first week of it."""
    length = min((event.end - event.start).days, 6)
    return [event.start + timedelta(days=n) for n in range(length + 1)]


def _week_hull(first: date, last: date) -> tuple[date, date]:
    """From the earlier to the later end of the Sunday and the Monday week around these days."""
    sunday_week_starts = first - timedelta(days=(first.weekday() + 1) % 7)
    monday_week_ends = last + timedelta(days=6 - last.weekday())
    return sunday_week_starts, monday_week_ends
