"""Where an article tells of a calendar entry, and what that says of the day it was written."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import timedelta

from dateline.articles.dates.ages import from_ages
from dateline.articles.dates.anniversaries import from_anniversary
from dateline.articles.dates.calendar import Calendar, Event
from dateline.articles.dates.clauses import crosses_clauses, places, retells, tense
from dateline.articles.dates.evidence import ANCHOR, CHECK, RELATED, Evidence
from dateline.articles.dates.offices import from_offices
from dateline.articles.dates.phrases import Sentences
from dateline.articles.dates.relations import Told, relation
from dateline.articles.dates.units import DAY

# A headline and a lead; what is about a book or a film says so there.
_OPENING_SENTENCES = 3


def from_calendar(
    sentences: list[str], calendar: Calendar, *, printed: bool = False
) -> Iterator[Evidence]:
    """
    Evidence from every calendar entry that the sentences of an article name.

    `printed` says that the article was taken from a printed newspaper, which tells of an event
    on the day after it. An event fixes the date only where it is what the sentence tells, on a
    weekday that is right or with "this week" and the like; named alone it is at most a bound.
    Where the same words name several events, their pieces have the same `either`.

    Wrong where a retrospect tells of an event as news did, in the past tense, with its weekday
    and without a word that looks back.
    """
    read = Sentences(sentences)
    delay = DAY if printed else timedelta()
    retold = any(retells(sentence) for sentence in sentences[:_OPENING_SENTENCES])
    found: list[tuple[Told, Evidence]] = []
    for event in calendar.events_with(read.all_words):
        if all(read.hold(need) for need in event.needs):
            found += _from_event(event, read, delay, retold=retold)
    yield from _with_rivals(found)
    for anniversary in calendar.anniversaries_with(read.all_words):
        yield from from_anniversary(anniversary, read)
    offices = calendar.offices_with(read.all_words)
    yield from from_offices(read, offices)
    yield from from_ages(read, offices)


def _from_event(
    event: Event, sentences: Sentences, delay: timedelta, *, retold: bool
) -> Iterator[tuple[Told, Evidence]]:
    """
    Of each sentence the best that its patterns give.

    Where one sentence tells of the event as past, another's "will" belongs to something else.
    """
    told = [place._replace(retold=retold) for place in _places(event, sentences)]
    over = any(place.tense == "past" for place in told)
    best: dict[int, tuple[Told, Evidence]] = {}
    for place in told:
        if over and place.tense == "ahead":
            place = place._replace(tense="")
        evidence = relation(place, delay)
        kept = best.get(place.position)
        if kept is None or _rank(evidence) < _rank(kept[1]):
            best[place.position] = place, evidence
    yield from (best[position] for position in sorted(best))


def _places(event: Event, sentences: Sentences) -> Iterator[Told]:
    for phrase in event.patterns:
        for position, sentence in sentences.holding(phrase):
            for found in places(phrase, sentence):
                if not crosses_clauses(found):
                    yield Told(event, sentence, found, tense(sentence, found), position)


def _rank(evidence: Evidence) -> int:
    """Two patterns may match in one sentence: what fixes the day goes before what bounds it."""
    return (ANCHOR, RELATED, CHECK).index(evidence.strength)


def _with_rivals(found: list[tuple[Told, Evidence]]) -> Iterator[Evidence]:
    """The pieces; those that the same words give to different events are alternatives."""
    claims: defaultdict[str, set[str]] = defaultdict(set)
    for told, evidence in found:
        if evidence.strength != CHECK:
            claims[told.words].add(told.event.id)
    for told, evidence in found:
        rival = evidence.strength != CHECK and len(claims[told.words]) > 1
        yield evidence._replace(either=f"event, {told.words}") if rival else evidence
