"""Days, months and years that an article mentions bound its date: it was written after them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from dateline.articles.dates.evidence import BOUND, RELATED, Evidence
from dateline.articles.dates.stated import is_related
from dateline.articles.dates.words import FUTURE, PARTICIPLE, PAST
from dateline.articles.days import DATE_WORDS, MONTH_YEAR, end_of_month, first_of_month, read_date

# Words that turn a sentence to the future or into a condition: no bound from below then. The
# present tense of a timetable ("expires in February 2026") is one of them.
_FUTURE = re.compile(
    rf"\b(?:{FUTURE}|until|till|target(?:s|ed)?|deadline|ahead of|intends?|aims? to"
    r"|if|could|(?-i:may)|might|anticipated|by (?:the|late|early|mid|\d|(?-i:[A-Z]))"
    r"|next|coming|looms?|looming|towards?|run-up|takes? (?:place|effect)|come[s]? into force"
    r"|(?:expire|end|begin|start|open|resume|run)s?)\b|['’](?:ll|d)\b",
    re.I,
)
# "since" alone looks back; "in" and "of" do so in the past tense.
_SINCE = re.compile(r"\bsince\b", re.I)
_PAST = re.compile(rf"\b(?:{PAST}|been|told|cut|set)\b")
_FULL = re.compile(DATE_WORDS, re.I)
_MONTH_YEAR = re.compile(rf"\b(?:in|since|of|during)\s+{MONTH_YEAR}", re.I)
# Only verbs of a timetable, and no clause between: "the law, passed in March 2022, will ..." and
# "will not forget what happened in March 2022" say nothing of when they were written.
_WILL_IN_MONTH = re.compile(
    r"\bwill\s+(?:be\s+(?:held|inaugurated|elected|published|completed)|take place|take office"
    r"|meet|begin|start|open|host|hold|visit|travel|leave|expire|end|vote|elect|go|run|return"
    rf"|launch|gather|face|join|step down|retire)\b(?P<between>[^,;:]*?)\bin\s+{MONTH_YEAR}",
    re.I,
)
_CLAUSE = re.compile(rf"\b(?:wh\w+|that|since|after|from|of|victims|held|made|{PARTICIPLE})\b")
# Not "in 2000 troops", which may be a number.
_YEAR = re.compile(
    r"\b(?:in|since|during)\s+(?P<year>(?:19|20)\d{2})\b(?![\d-])(?!\s+(?-i:[a-z]+s)\b)", re.I
)


def from_mentions(sentences: list[str]) -> Iterator[Evidence]:
    """
    Lower bounds from full dates, months and years in sentences of the past tense or with "since";
    an upper bound from "will ... in <month> <year>". Lines that lead to related articles are
    passed over.

    Wrong where a novel, a forecast or a misprint names a later year in the past tense, and where
    a promise of long ago is quoted.
    """
    for sentence in sentences:
        if is_related(sentence):
            continue
        if _FUTURE.search(sentence):
            yield from _upper_bounds(sentence)
        elif _SINCE.search(sentence) or _PAST.search(sentence):
            yield from _lower_bounds(sentence)


def _lower_bounds(sentence: str) -> Iterator[Evidence]:
    for found in _FULL.finditer(sentence):
        if day := read_date(found.group()):
            yield Evidence("day mentioned", found.group(), "text", day, None, BOUND)
    for found in _MONTH_YEAR.finditer(sentence):
        first = first_of_month(found["month"], found["year"])
        yield Evidence("month mentioned", found.group(), "text", first, None, BOUND)
    for found in _YEAR.finditer(sentence):
        first = date(int(found["year"]), 1, 1)
        yield Evidence("year mentioned", found.group(), "text", first, None, BOUND)


def _upper_bounds(sentence: str) -> Iterator[Evidence]:
    found = _WILL_IN_MONTH.search(sentence)
    if found and not _CLAUSE.search(found["between"]):
        last = end_of_month(first_of_month(found["month"], found["year"]))
        yield Evidence("month ahead", found.group(), "text", None, last, RELATED)
