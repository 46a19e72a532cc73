"""Mediargus text files: "1. Headline", then "De Morgen, 30 november 2011, p. 23, 853w."."""

from __future__ import annotations

import re

from dateline.sources.databases.date_lines import date_in
from dateline.sources.databases.entries import Entry, found_in
from dateline.sources.databases.peek import beginning, parts_below
from dateline.sources.raw import Found
from dateline.sources.text import text_of
from dateline.study import ReadSettings

_HEAD = re.compile(
    r"^[^\S\n]*(?P<number>\d{1,5})\.[^\S\n]+(?P<title>\S[^\n]{0,300})\n(?:[^\S\n]*\n){0,2}"
    r"[^\S\n]*(?P<source>[^\n,]{2,80}), (?P<date>[^\n]{6,60}?)"
    r"(?:, (?:p|blz)\. ?[^\n,]{1,20})?, (?P<words>\d{1,6}) ?w(?:\.|oorden)?[^\S\n]*$",
    re.M,
)


def is_mediargus(content: bytes) -> bool:
    """Whether a text has a numbered headline, and below it publication, date, page and words."""
    return any(date_in(found["date"]) for found in _HEAD.finditer(beginning(content)))


def read_mediargus(path: str, content: bytes, settings: ReadSettings = ReadSettings()) -> Found:
    """
    The articles of a Mediargus text file. A list of contents at the top has no text, and is not
    read. Wrong for an article that quotes such a head line.

    Raises RefusedError if no article is found.
    """
    text, encoding = text_of(content, encoding=settings.encoding)
    heads = [found for found in _HEAD.finditer(text) if date_in(found["date"])]
    entries = [
        Entry(
            title=head["title"].strip(),
            source=head["source"].strip(),
            date=date_in(head["date"]),
            paragraphs=_paragraphs(body),
            words=int(head["words"]),
        )
        for head, body in zip(heads, parts_below(heads, text), strict=True)
    ]
    numbers = [int(head["number"]) for head in heads]
    return found_in(
        path, entries, name="Mediargus text", encoding=encoding, announced=max(numbers, default=0)
    )


def _paragraphs(body: str) -> tuple[str, ...]:
    lines = (" ".join(part.split()) for part in re.split(r"\n\s*\n", body))
    return tuple(filter(None, lines))
