"""Days, months and years that an article mentions bound its date: it was written after them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from dateline.articles.dates.addresses import is_related
from dateline.articles.dates.clauses import is_quoted, looks_back
from dateline.articles.dates.evidence import ANCHOR, BOUND, CHECK, RELATED, Evidence
from dateline.articles.dates.pasts import is_past
from dateline.articles.dates.stating import state_yearless
from dateline.articles.dates.words import FUTURE, PARTICIPLE
from dateline.articles.days import (
    DATE_WORDS,
    MONTH_YEAR,
    end_of_month,
    find_days,
    find_yearless,
    first_of_month,
    read_date,
)

# Words that turn a sentence to the future or into a condition: no bound from below then. The
# present tense of a timetable ("expires in February 2026") is one of them.
_FUTURE = re.compile(
    rf"\b(?:{FUTURE}|until|till|target(?:s|ed)?|deadline|ahead of|intends?|aims? to"
    r"|if|could|(?-i:may)|might|anticipated|by (?:the|late|early|mid|\d|(?-i:[A-Z]))"
    r"|next|coming|looms?|looming|towards?|run-up|takes? (?:place|effect)|come[s]? into force"
    r"|(?:expire|end|begin|start|open|resume|run)s?)\b|['’](?:ll|d)\b",
    re.I,
)
# A full date, a month or a year can only stand where there is a year.
_HAS_YEAR = re.compile(r"(?:1[89]|20)\d\d")
# "This article was amended on 12 May 2020"; "Editor's note: ..."
_OF_THE_PAGE = re.compile(
    r"\b(?:this|the)\s(?:article|story|post|page|piece|report|entry|item|interview|version|text)"
    r"\s(?:was|has been|is)\s(?:\w+\s){0,2}?(?:amended|updated|corrected|edited|revised|translated"
    r"|reviewed|modified|changed|published|posted|republished)\b"
    r"|\beditors?['’]s?\s(?:note|s\snote)\b|^\W*corrections?\b",
    re.I,
)
_AUTHOR_BOX = re.compile(
    r"\bjoined\b|\bhas (?:been|worked|written|covered|reported)\b.{0,80}\bsince\b"
    r"|\b(?:editor|reporter|correspondent|columnist|journalist|author|fellow|professor)\b",
    re.I,
)
_FOOT = 2  # sentences at the end, where the author is introduced
_MONTH_YEAR = re.compile(rf"\b(?:in|since|of|during)\s+{MONTH_YEAR}", re.I)
# Not "in 2000 troops", which may be a number.
_YEAR = re.compile(
    r"\b(?:in|since|during)\s+(?P<year>(?:19|20)\d{2})\b(?![\d-])(?!\s+(?-i:[a-z]+s)\b)", re.I
)
# Only verbs of a timetable, and no clause between: "the law, passed in March 2022, will ..." and
# "will not forget what happened in March 2022" say nothing of when they were written.
_WILL = (
    r"\bwill\s+(?:be\s+(?:held|inaugurated|elected|published|completed)|take place|take office"
    r"|meet|begin|start|open|host|hold|visit|travel|leave|expire|end|vote|elect|go|run|return"
    r"|launch|gather|face|join|step down|retire)\b(?P<between>[^,;:]{0,200}?)"
)
_WILL_IN_MONTH = re.compile(rf"{_WILL}\bin\s+{MONTH_YEAR}", re.I)
_WILL_ON_DAY = re.compile(rf"{_WILL}\b(?:on\s+)?(?P<day>{DATE_WORDS})", re.I)
_CLAUSE = re.compile(
    rf"\b(?:wh\w+|that|since|after|from|of|by|before|until|victims|held|made|{PARTICIPLE})\b"
)


# The first sentences, a headline among them: "said on Wednesday, Dec. 15," is news there.
_LEAD = 3
_LEAD_WEEKDAY = re.compile(
    r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b,?\s\(?(?:[A-Z][a-z]{2,8}\b|\d)"
)
_SAID = re.compile(r"\b(?:said|says|told(?:\s\w+){1,2}|reported|announced)\s(?:late\s)?on\s$")


def from_mentions(sentences: list[str]) -> Iterator[Evidence]:
    """
    Lower bounds from full dates, months and years told in the past tense or with "since"; an
    upper bound from "will ... in <month> <year>" or "on <full date>"; and the day of "said on
    Wednesday, Dec. 15," in the lead, whose year other evidence must give. Lines that lead to
    related articles are passed over.

    Wrong where a novel, a forecast or a misprint names a later year in the past tense, and where
    a promise of long ago is told in the present tense.
    """
    for number, sentence in enumerate(sentences):
        if not _HAS_YEAR.search(sentence) or is_related(sentence):
            continue
        if _OF_THE_PAGE.search(sentence):
            yield from _page_changed(sentence)
        elif number >= len(sentences) - _FOOT and _AUTHOR_BOX.search(sentence):
            note = "of the author, and perhaps newer than the article"
            yield Evidence("author box", sentence, "text", strength=CHECK, note=note)
        elif _FUTURE.search(sentence):
            yield from _upper_bounds(sentence)
        else:
            yield from _lower_bounds(sentence)
    for sentence in sentences[:_LEAD]:
        if _LEAD_WEEKDAY.search(sentence):
            yield from _days_of_lead(sentence)


def _page_changed(sentence: str) -> Iterator[Evidence]:
    """A note of the editors: what was changed had been published before."""
    for day in find_days(sentence):
        if day.readings:
            quote = sentence[day.start : day.end]
            yield Evidence("editors' note", quote, "text", None, max(day.readings), BOUND)


def _lower_bounds(sentence: str) -> Iterator[Evidence]:
    for day in find_days(sentence):
        if len(day.readings) == 1 and is_past(sentence, (day.start, day.end)):
            quote = sentence[day.start : day.end]
            yield Evidence("day mentioned", quote, "text", day.readings[0], None, BOUND)
    for found in _MONTH_YEAR.finditer(sentence):
        if is_past(sentence, found.span()):
            first = first_of_month(found["month"], found["year"])
            yield Evidence("month mentioned", found.group(), "text", first, None, BOUND)
    for found in _YEAR.finditer(sentence):
        if is_past(sentence, found.span()):
            first = date(int(found["year"]), 1, 1)
            yield Evidence("year mentioned", found.group(), "text", first, None, BOUND)


def _upper_bounds(sentence: str) -> Iterator[Evidence]:
    """The end of a month ahead, or a day ahead, outside quotations: a promise may be old."""
    month, day = _WILL_IN_MONTH.search(sentence), _WILL_ON_DAY.search(sentence)
    if month and _is_ahead(sentence, month):
        last = end_of_month(first_of_month(month["month"], month["year"]))
        yield Evidence("month ahead", month.group(), "text", None, last, RELATED)
    if day and _is_ahead(sentence, day) and (end := read_date(day["day"])):
        yield Evidence("day ahead", day.group(), "text", None, end, RELATED)


def _is_ahead(sentence: str, found: re.Match[str]) -> bool:
    return not (_CLAUSE.search(found["between"]) or is_quoted(sentence, found))


def _days_of_lead(sentence: str) -> Iterator[Evidence]:
    """Days with their weekday and without a year, of which news was told on one of seven days."""
    for day in find_yearless(sentence):
        if day.weekday is None:
            continue
        quote = sentence[day.start : day.end]
        rest = sentence[: day.start] + sentence[day.end :]
        if _SAID.search(sentence[: day.start]) and not looks_back(rest):
            yield state_yearless("day of the lead", quote, day, where="text")._replace(
                strength=ANCHOR
            )
        else:
            note = "a day without its year, to which the article may look back"
            yield Evidence("day of the lead", quote, "text", strength=CHECK, note=note)
