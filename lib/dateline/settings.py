"""The tables of settings in study.toml: how files are read, and articles cleaned and dated."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from datetime import date, datetime
from typing import Any

from dateline.errors import StudyError
from dateline.toml import refuse_unknown_keys

# What a column of a table can hold, as `[columns]` names it.
ROLES = ("text", "title", "author", "source", "date", "url", "language")
_LANGUAGE = re.compile(r"[a-z]{2}")


@dataclass(frozen=True)
class Dating:
    """
    How articles are dated: the table `[dating]` of study.toml.

    `world_calendar` adds the calendar that the package ships to the study's own;
    `corpus_evidence` lets dated articles bound an undated one that tells of the same event;
    `collected` is the day on which the articles were collected, None if the study does not say.
    """

    world_calendar: bool = True
    corpus_evidence: bool = True
    collected: date | None = None


@dataclass(frozen=True)
class ReadSettings:
    """
    How files are read: the table `[reading]` of study.toml.

    `encoding` is that of all plain text and tables, blank to find it for each file; `columns`
    names the column of a table for a role (text, title, author, source, date, url, language),
    where its name is none of the usual ones; `largest_mb` is the size in MiB (2**20 bytes) above
    which a file is refused.
    """

    encoding: str = ""
    columns: Mapping[str, str] = field(default_factory=dict)
    largest_mb: int = 256


@dataclass(frozen=True)
class CleanSettings:
    """
    How articles are cleaned and which are counted: the table `[cleaning]` of study.toml.

    `off` are the fixers and removing rules that are not used, by name; `titles` says whether
    headlines belong to the counted text; `languages` are those of the study (ISO 639-1; none:
    any), and `other_languages` whether articles in another one are counted all the same.
    """

    off: tuple[str, ...] = ()
    titles: bool = True
    languages: tuple[str, ...] = ()
    other_languages: bool = True


def read_settings(
    reading: Mapping[str, Any], columns: Mapping[str, Any], *, file: str
) -> ReadSettings:
    """The tables `[reading]` and `[columns]` of `file`. Raises StudyError for a mistake in them."""
    _refuse_unknown(reading, ("encoding", "largest_mb"), f"{file}, [reading]")
    _refuse_unknown(columns, ROLES, f"{file}, [columns]")
    _check_encoding(reading.get("encoding", ""), file)
    largest = reading.get("largest_mb", 1)
    if not isinstance(largest, int) or isinstance(largest, bool) or largest < 1:
        raise StudyError(f"{file}: `largest_mb` must be a whole number of MiB, at least 1")
    for role, name in columns.items():
        if not isinstance(name, str) or not name.strip():
            raise StudyError(
                f"{file}, [columns]: `{role}` must be the name of a column; put it in quotes"
            )
    return ReadSettings(**reading, columns=dict(columns))


def cleaning_settings(table: Mapping[str, Any], *, file: str) -> CleanSettings:
    """
    The table `[cleaning]` of `file`. Raises StudyError for a mistake in it.

    Whether the rules in `off` exist is for the articles room to say, which knows them.
    """
    _refuse_unknown(table, _names_of(CleanSettings), f"{file}, [cleaning]")
    _check_switches(table, ("titles", "other_languages"), file)
    for key, example in (("off", "credit"), ("languages", "en")):
        listed = table.get(key, [])
        if not isinstance(listed, list) or not all(isinstance(each, str) for each in listed):
            raise StudyError(f'{file}: `{key}` must be a list of names, such as ["{example}"]')
    for language in table.get("languages", []):
        if not _LANGUAGE.fullmatch(language):
            raise StudyError(
                f'{file}: language {language!r} is no code of two small letters, such as "en"'
            )
    lists = {key: tuple(table[key]) for key in ("off", "languages") if key in table}
    return CleanSettings(**(dict(table) | lists))


def dating_settings(table: Mapping[str, Any], *, file: str) -> Dating:
    """The table `[dating]` of `file`. Raises StudyError for a mistake in it."""
    _refuse_unknown(table, _names_of(Dating), f"{file}, [dating]")
    _check_switches(table, ("world_calendar", "corpus_evidence"), file)
    collected = table.get("collected")
    if collected is not None and (
        not isinstance(collected, date) or isinstance(collected, datetime)
    ):
        raise StudyError(f"{file}: `collected` must be a day such as 2024-11-30, no quotes")
    return Dating(**table)


def table_of(key: str) -> str:
    """The table of study.toml to which a key belongs, without brackets; blank if to none."""
    tables = {"reading": ReadSettings, "cleaning": CleanSettings, "dating": Dating}
    own = (name for name, kind in tables.items() if key in _names_of(kind))
    return next(own, "")


def _check_encoding(name: Any, file: str) -> None:
    if not isinstance(name, str):
        raise StudyError(f"{file}: `encoding` must be a text; put it in quotes")
    try:
        "a".encode(name or "utf-8")
    except (LookupError, ValueError):  # not known, no encoding of text, or no name at all
        raise StudyError(
            f'{file}: encoding {name!r} is not known; write one such as "utf-8", "cp1252" or "gbk"'
        ) from None


def _check_switches(table: Mapping[str, Any], keys: tuple[str, ...], file: str) -> None:
    for key in keys:
        if not isinstance(table.get(key, True), bool):
            raise StudyError(f"{file}: `{key}` must be true or false, without quotes")


def _refuse_unknown(table: Mapping[str, Any], known: tuple[str, ...], where: str) -> None:
    refuse_unknown_keys(table, known, where=where, error=StudyError)


def _names_of(settings: type) -> tuple[str, ...]:
    return tuple(setting.name for setting in fields(settings))
