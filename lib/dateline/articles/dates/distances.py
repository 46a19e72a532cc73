"""Distances that an article counts, such as "two days before the summit"."""

from __future__ import annotations

import re
from datetime import date, timedelta

from dateline.articles.days import WEEKDAYS

NUMBERS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12,
}  # fmt: skip
UNIT_DAYS = {"day": 1, "week": 7, "month": 30.4, "year": 365.25}
# What is told in the present with a distance, "the visit comes two days before", is of the week.
OF_THE_WEEK = timedelta(days=6)
# The longest stretch of words from the verb to the event.
_REACH = 100
_VAGUE = r"about|around|roughly|nearly|almost|some|more than|over|less than|under"
_COMES = re.compile(
    r"\b(?:comes?|is coming|are coming|takes? place|falls?|happens?|(?:is|are) taking place)\s+"
    rf"(?:(?:only|just|exactly)\s+)?(?:(?P<vague>{_VAGUE})\s+)?"
    rf"(?P<n>\d{{1,3}}|{'|'.join(NUMBERS)})\s+(?P<unit>day|week|month|year)s?\s+"
    r"(?P<side>before|ahead of|after)\s+(?:[\w'’-]+\s+){0,4}$",
    re.I,
)
_WEEKDAY = re.compile(rf"\b(?:{'|'.join(WEEKDAYS)})\b", re.I)


def find_distance(sentence: str, found: re.Match[str]) -> re.Match[str] | None:
    """
    "The visit comes two days before" right before an event, else None.

    Only the present tense tells of now; "came two days before" may be told years later.
    """
    before = sentence[: found.start()]
    distance = _COMES.search(before, max(0, len(before) - _REACH))
    return None if distance and _WEEKDAY.search(distance.group()) else distance


def at_distance(distance: re.Match[str], first: date, last: date) -> tuple[date, date]:
    """
    When an article came out that says it of an event from `first` to `last`.

    Days are exact; a larger unit may lack half of one, or exceed the count by a whole one, as
    "three years" after three years and eight months; both are doubled with "about" and the like.
    """
    number, unit = count_of(distance["n"]) or 0, UNIT_DAYS[distance["unit"].lower()]
    slack = 0.0 if unit == 1 and not distance["vague"] else unit * (2 if distance["vague"] else 1)
    near = timedelta(days=int(number * unit - slack / 2))
    far = timedelta(days=round(number * unit + slack))
    if distance["side"].lower() == "after":
        return first + near - OF_THE_WEEK, last + far + OF_THE_WEEK
    return first - far - OF_THE_WEEK, first - near + OF_THE_WEEK


def count_of(word: str) -> int | None:
    """The number that a word or figures mean, None for any other word."""
    return int(word) if word.isdecimal() and word.isascii() else NUMBERS.get(word.lower())
