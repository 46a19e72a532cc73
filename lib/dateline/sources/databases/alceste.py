"""Alceste and IRaMuTeQ text files: a line of starred variables above each text."""

from __future__ import annotations

import re

from dateline.sources.databases.entries import Entry, found_in
from dateline.sources.databases.field_labels import language_code
from dateline.sources.databases.peek import beginning, parts_below
from dateline.sources.raw import Found
from dateline.sources.text import text_of
from dateline.study import ReadSettings

_HEADER = re.compile(r"^[^\S\n]*(?:\*{4}|\d{4})(?P<stars>(?:[^\S\n]+\*\w[^\s*]*)+)[^\S\n]*$", re.M)
_VARIABLE = re.compile(r"\*(?P<name>[^\W_]+)_(?P<value>\S+)")
_THEME = re.compile(r"^[^\S\n]*-\*\S+[^\S\n]*$", re.M)
_DATE = ("date", "jour", "day", "datum", "am", "annee", "année", "year", "an")
_SOURCE = ("source", "journal", "titrejournal", "media", "publication", "paper", "zeitung", "krant")
_COMPACT = re.compile(r"^(\d{4})(?:[-_]?(\d\d)(?:[-_]?(\d\d))?)?$")


def is_alceste(content: bytes) -> bool:
    """Whether a text begins with Alceste's four stars (or a number) and variables with values."""
    text = beginning(content).lstrip("\ufeff \n\t")
    found = _HEADER.match(text)
    return bool(found and _VARIABLE.search(found["stars"]))


def read_alceste(path: str, content: bytes, settings: ReadSettings = ReadSettings()) -> Found:
    """
    The texts of an Alceste file. A variable such as *date_2019-03-05 (or *am_2019-03, *annee_2019)
    is the date, and one such as *source_Le_Monde the publication; titles are not in this format.

    Raises RefusedError if no text is found.
    """
    text, encoding = text_of(content, encoding=settings.encoding)
    headers = list(_HEADER.finditer(text))
    entries = [
        _entry(header["stars"], body)
        for header, body in zip(headers, parts_below(headers, text), strict=True)
    ]
    return found_in(path, entries, name="Alceste text", encoding=encoding)


def _entry(stars: str, body: str) -> Entry:
    values = {found["name"].lower(): found["value"] for found in _VARIABLE.finditer(stars)}
    date = next((values[name] for name in _DATE if name in values), "")
    source = next((values[name] for name in _SOURCE if name in values), "")
    paragraphs = (" ".join(part.split()) for part in re.split(r"\n\s*\n", _THEME.sub("\n", body)))
    return Entry(
        source=source.replace("_", " "),
        date=_day(date),
        language=language_code(values.get("langue", "") or values.get("language", "")),
        paragraphs=tuple(filter(None, paragraphs)),
        has_headline=False,
    )


def _day(value: str) -> str:
    """ "20190305" and "2019_03_05" as 2019-03-05; a month or year alone likewise."""
    found = _COMPACT.match(value)
    return "-".join(filter(None, found.groups())) if found else value.replace("_", " ")
