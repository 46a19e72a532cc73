"""Anniversaries: "75 years of Communist Party rule" are celebrated near one day of one year."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta

from dateline.articles.dates.calendar import Anniversary
from dateline.articles.dates.clauses import crosses_clauses, looks_back, quote
from dateline.articles.dates.evidence import ANCHOR, CHECK, LIKELY, Evidence
from dateline.articles.dates.phrases import Sentences
from dateline.articles.dates.units import nth_return, week_hull
from dateline.articles.dates.words import FUTURE

ANNIVERSARY_REACH = timedelta(days=31)

_CELEBRATES = re.compile(
    r"\b(?:celebrates?|marks?|commemorates?|observes?|looks? back|(?:is|are) celebrating"
    r"|(?:is|are) marking)\b",
    re.I,
)
_CELEBRATED = re.compile(r"\b(?:celebrated|marked|commemorated|observed|looked back)\b", re.I)
_AHEAD = re.compile(rf"\b(?:{FUTURE}|prepar\w+|ahead|next|to (?:celebrate|mark))\b", re.I)
_THIS_YEAR = re.compile(r"\bthis year\b", re.I)
_THIS_WEEK = re.compile(r"\bthis week\b", re.I)


def from_anniversary(anniversary: Anniversary, sentences: Sentences) -> Iterator[Evidence]:
    """Of each sentence that names it one piece: a window if it is celebrated now, or a check."""
    seen = set()
    for phrase in anniversary.patterns:
        for position, sentence in sentences.holding(phrase):
            found = phrase.search(sentence)
            if found and position not in seen:
                seen.add(position)
                yield _window(anniversary, sentence, found)


def _window(anniversary: Anniversary, sentence: str, found: re.Match[str]) -> Evidence:
    """Near the day if it is being celebrated; in its very week if the sentence says so."""
    rule, day = f"anniversary {anniversary.id}", nth_return(anniversary.base, int(found["n"]))
    around = sentence.replace(found.group(), " ").replace(f"since {anniversary.base.year}", " ")
    near = not (looks_back(around) or _AHEAD.search(around) or crosses_clauses(found))
    if near and (_CELEBRATES.search(sentence) or _CELEBRATED.search(sentence)):
        if week := _THIS_WEEK.search(sentence):
            window = week_hull(day, day)
            return Evidence(
                f"{rule}, this week", quote(sentence, found, week), "text", *window, ANCHOR
            )
        if _CELEBRATES.search(sentence) and not _THIS_YEAR.search(sentence):
            window = day - ANNIVERSARY_REACH, day + ANNIVERSARY_REACH
            return Evidence(rule, found.group(), "text", *window, LIKELY)
    note = "nothing says that it is being celebrated just then"
    return Evidence(rule, found.group(), "text", strength=CHECK, note=note)
