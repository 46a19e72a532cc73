"""How far from an event an article is that tells of it: by weekday, week, month, year or count."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import NamedTuple

from dateline.articles.dates.calendar import Event
from dateline.articles.dates.clauses import (
    DAY_WORD,
    MONTH_OR_YEAR,
    RUNS,
    WEEK,
    WEEKDAY,
    is_over,
    is_quoted,
    looks_back,
    possessive,
    quote,
    retells,
    time_word,
)
from dateline.articles.dates.distances import at_distance, find_distance
from dateline.articles.dates.evidence import ANCHOR, CHECK, RELATED, Evidence
from dateline.articles.dates.units import DAY, unit_hull, week_hull
from dateline.articles.days import WEEKDAYS

# An event named in the opening is the news.
OPENING = 400  # characters
# AP style: a weekday alone is less than a week away.
WITHIN_WEEK = timedelta(days=6)
# "last Monday" is the nearest one or, by those who call that "Monday", the one before it.
LAST_WEEKDAY = timedelta(days=13)
# How many units the article lies after the event.
_SHIFT = {"last": 1, "this": 0, "next": -1}
# The tenses in which a week, a month or a year can be that of the event.
_FITS = {
    "last": ("past", "noun"),
    "this": ("past", "noun", "ahead"),
    "next": ("ahead", "present"),
}


class Told(NamedTuple):
    """
    One place where a sentence names an event; the sentence starts at `position`.

    `retold`: the article is about a book, a film or a trial.
    """

    event: Event
    sentence: str
    found: re.Match[str]
    tense: str
    position: int
    retold: bool = False

    @property
    def opening(self) -> bool:
        """Whether it stands in the opening, where it is the news; further down is background."""
        return self.position < OPENING

    @property
    def words(self) -> str:
        """The place and the words that name the event, the same for all events so named."""
        return f"{self.found.group()} at {self.position + self.found.start()}"


def relation(told: Told, delay: timedelta) -> Evidence:
    """
    How far the article is from an event that one of its sentences names.

    `delay` is how much later than the event's day a newspaper tells of it.
    """
    if unit := _month_or_year(told):
        return _by_unit(told, unit)
    if distance := _distance(told):
        return _by_distance(told, distance)
    if told.retold or looks_back(told.sentence) or retells(told.sentence):
        return _unanchored(told)
    if weekday := possessive(WEEKDAY, told.sentence, told.found):
        return _by_weekday(told._replace(tense="present"), weekday, delay)
    if week := possessive(WEEK, told.sentence, told.found):
        return _by_week(told, week)
    if not told.tense or (told.tense == "noun" and not told.opening):
        return _unanchored(told)
    if weekday := time_word(WEEKDAY, told.sentence, told.found):
        return _by_weekday(told, weekday, delay)
    if (week := time_word(WEEK, told.sentence, told.found)) and _fits(told, week):
        return _by_week(told, week)
    if word := time_word(DAY_WORD, told.sentence, told.found):
        return _by_day_word(told, word)
    return _unanchored(told)


def _unanchored(told: Told) -> Evidence:
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
    return _evidence(told, rule, text, bounds, RELATED)


def _evidence(
    told: Told, rule: str, text: str, bounds: tuple[date, date | None], strength: str = ANCHOR
) -> Evidence:
    return Evidence(f"event {told.event.id}, {rule}", text, "text", *bounds, strength)


def _check(told: Told, text: str, note: str) -> Evidence:
    return Evidence(f"event {told.event.id}", text, "text", strength=CHECK, note=note)


def _by_weekday(told: Told, weekday: re.Match[str], delay: timedelta) -> Evidence:
    """An event on a weekday that is named, which must be right: less than a week away."""
    event, text = told.event, quote(told.sentence, told.found, weekday)
    wanted = WEEKDAYS.index(weekday["day"].lower())
    days = [day for day in _days(told) if day.weekday() == wanted]
    if not days:
        return _check(told, text, f"weekday disagrees: {event.start:%A} {event.start}")
    rule, before, after = _reach(told, weekday)
    first, last = days[0] + before, days[-1] + after
    if told.tense == "ahead" and event.known_from:
        first = max(first, min(event.known_from, last))
    sure = rule == "weekday" and told.opening and len(days) == 1
    return _evidence(told, rule, text, (first, last))._replace(
        best=days[0] + delay if sure else None
    )


def _reach(told: Told, weekday: re.Match[str]) -> tuple[str, timedelta, timedelta]:
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


def _is_past(told: Told, weekday: re.Match[str]) -> bool:
    return told.tense == "past" or (
        told.tense == "noun" and is_over(told.sentence, max(weekday.end(), told.found.end()))
    )


def _by_week(told: Told, week: re.Match[str]) -> Evidence:
    """The week that holds the event, from Sunday or Monday; or the one after or before it."""
    which = week["which"].lower()
    shift = timedelta(days=7 * _SHIFT[which])
    first, end = week_hull(told.event.start, told.event.end)
    text = quote(told.sentence, told.found, week)
    return _evidence(told, f"{which} week", text, (first + shift, end + shift))


def _fits(told: Told, word: re.Match[str]) -> bool:
    return told.tense in _FITS[word["which"].lower()]


def _by_day_word(told: Told, word: re.Match[str]) -> Evidence:
    """ "yesterday", "today" and "tomorrow", give or take a day: the event has its own time zone."""
    event, name = told.event, word["word"].lower()
    text = quote(told.sentence, told.found, word)
    fits = {"yesterday": ("past",), "today": ("past", "ahead"), "tomorrow": ("ahead", "present")}
    if event.start != event.end or told.tense not in fits[name] or is_quoted(told.sentence, word):
        return _unanchored(told)
    day = event.start + {"yesterday": DAY, "today": 0 * DAY, "tomorrow": -DAY}[name]
    return _evidence(told, name, text, (day - DAY, day + DAY))._replace(best=day)


def _month_or_year(told: Told) -> re.Match[str] | None:
    """The "last month" that belongs to the event, where the sentence names no other time."""
    word = possessive(MONTH_OR_YEAR, told.sentence, told.found)
    if word is None:
        word = time_word(MONTH_OR_YEAR, told.sentence, told.found)
        word = word if word and _fits(told, word) else None
    return word if word and _is_of_now(told, word) else None


def _by_unit(told: Told, word: re.Match[str]) -> Evidence:
    which, unit = word["which"].lower(), word["unit"].lower()
    bounds = unit_hull(unit, _SHIFT[which], told.event.start, told.event.end)
    return _evidence(told, f"{which} {unit}", quote(told.sentence, told.found, word), bounds)


def _distance(told: Told) -> re.Match[str] | None:
    """The "comes two days before" that leads to the event, where no other time is named."""
    distance = find_distance(told.sentence, told.found)
    return distance if distance and _is_of_now(told, distance) else None


def _by_distance(told: Told, distance: re.Match[str]) -> Evidence:
    bounds = at_distance(distance, told.event.start, told.event.end)
    rule = f"{distance['n']} {distance['unit']} {distance['side']}".lower()
    return _evidence(told, rule, quote(told.sentence, told.found, distance), bounds)


def _is_of_now(told: Told, word: re.Match[str]) -> bool:
    """Whether the words are the article's own, and nothing else in the sentence looks back."""
    rest = told.sentence[: word.start()] + " " + told.sentence[word.end() :]
    return not looks_back(rest) and not is_quoted(told.sentence, word)


def _days(told: Told) -> list[date]:
    """The days of an event; the last one where the sentence says that it ended, or the first."""
    event = told.event
    runs = RUNS.match(told.sentence[told.found.end() :])
    if runs and (runs["ended"] or runs["ends"]):
        return [event.end]
    if runs and (runs["began"] or runs["begins"]):
        return [event.start]
    return [event.start + timedelta(days=n) for n in range((event.end - event.start).days + 1)]
