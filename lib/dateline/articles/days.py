"""Days as articles write them. Only forms that leave no doubt are read; nothing is guessed."""

from __future__ import annotations

import re
from datetime import date, timedelta

_MONTH_NAMES = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
)  # fmt: skip
MONTHS = {name: number for number, name in enumerate(_MONTH_NAMES, start=1)}
MONTHS |= {name[:3]: number for name, number in MONTHS.items()} | {"sept": 9}
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

# A publication date outside these years is a misreading of some other number.
FIRST_YEAR, LAST_YEAR = 1800, 2100

_MONTH = "(?:" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")(?![^\W\d_])\.?"
_YEAR = r"(?:1[89]|20)\d{2}(?!\d)"
_WEEKDAY = r"(?:" + "|".join(WEEKDAYS) + r"|mon|tue|wed|thu|fri|sat|sun)\b\.?,?\s+"
# One separator throughout, and no fourth number: "1999.1.1.1" is an address on the internet.
_ISO = (
    r"(?<!\d)(?<!\d\.)(?:1[89]|20)\d{2}(?:"
    + "|".join(
        rf"{mark}(?:0?[1-9]|1[0-2]){mark}(?:3[01]|[12]\d|0?[1-9])" for mark in ("-", "/", r"\.")
    )
    + r")(?!\d|\.\d)"
)
_DAY_FIRST = rf"(?<!\d)(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH},?\s+{_YEAR}"
_MONTH_FIRST = rf"\b{_MONTH}\s*(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?,?\s+{_YEAR}"

# A full date, with or without its weekday; for use inside other patterns, case ignored.
DATE_WORDS = rf"(?:{_WEEKDAY})?(?:{_ISO}|{_DAY_FIRST}|{_MONTH_FIRST})"
# A month and a year without a day, which no day precedes.
MONTH_YEAR = rf"(?<!\d )(?<!\d)\b(?P<month>{_MONTH}),?\s+(?P<year>{_YEAR})"


def read_date(text: str) -> date | None:
    """
    The day that a full date in words or ISO form names; None if there is none in the calendar.

    Day and month in figures ("03/04/2022") are not read: two readings are possible.

    >>> read_date("Friday, 4 February 2022"), read_date("June11, 2018"), read_date("2023-02-30")
    (datetime.date(2022, 2, 4), datetime.date(2018, 6, 11), None)
    """
    figures = [int(number) for number in re.findall(r"(?<!\d)\d{1,4}(?!\d)", text)]
    month = next((m for m in re.findall(r"[a-z]+", text.lower()) if m in MONTHS), None)
    if month is None:
        return valid_date(*figures) if len(figures) == 3 else None
    return valid_date(figures[1], MONTHS[month], figures[0]) if len(figures) == 2 else None


def valid_date(year: int, month: int, day: int) -> date | None:
    """The day, or None where the calendar has no such day or the year cannot be meant."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def first_of_month(month: str, year: str) -> date:
    """The first day of a month named in words."""
    return date(int(year), MONTHS[month.lower().rstrip(".")], 1)


def end_of_month(first: date) -> date:
    """The last day of the month that begins on `first`."""
    return (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
