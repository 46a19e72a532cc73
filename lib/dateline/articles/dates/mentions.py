"""Days, months and years that an article mentions bound its date: it was written after them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from dateline.articles.dates.evidence import BOUND, Evidence
from dateline.articles.days import DATE_WORDS, MONTH_YEAR, end_of_month, first_of_month, read_date

# Words that turn a sentence to the future or into a condition: no bound from below then.
_FUTURE = re.compile(
    r"\b(?:will|would|shall|going to|until|till|plan(?:s|ned|ning)?|due|scheduled|expect(?:s|ed)?"
    r"|target(?:s|ed)?|deadline|upcoming|forthcoming|ahead of|intends?|set to|aims? to|is to|are to"
    r"|if|could|(?-i:may)|might|anticipated|by (?:the|late|early|mid|\d|(?-i:[A-Z])))\b",
    re.I,
)
_FULL = re.compile(DATE_WORDS, re.I)
_MONTH_YEAR = re.compile(rf"\b(?:in|since|of|during)\s+{MONTH_YEAR}", re.I)
# No comma between: "the law, passed in March 2022, will ..." says nothing of March.
_WILL_IN_MONTH = re.compile(rf"\bwill\b[^,;:]*?\bin\s+{MONTH_YEAR}", re.I)
_YEAR = re.compile(r"\b(?:in|since|during)\s+(?P<year>(?:19|20)\d{2})\b(?![\d-])", re.I)


def from_mentions(sentences: list[str]) -> Iterator[Evidence]:
    """
    Lower bounds from full dates, months and years in sentences that are not about the future;
    an upper bound from "will ... in <month> <year>".

    Wrong where a novel, a forecast or a misprint names a later year in the past tense.
    """
    for sentence in sentences:
        if not _FUTURE.search(sentence):
            yield from _lower_bounds(sentence)
        else:
            yield from _upper_bounds(sentence)


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
    for found in _WILL_IN_MONTH.finditer(sentence):
        last = end_of_month(first_of_month(found["month"], found["year"]))
        yield Evidence("month ahead", found.group(), "text", None, last, BOUND)
