"""From the words of one date to the days of the calendar that it may mean."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from dateline.articles.day_forms import MONTH_NUMBERS, MONTHS, WEEKDAY_NUMBERS

# A publication date outside these years is a misreading of some other number.
FIRST_YEAR, LAST_YEAR = 1800, 2100
# Two figures up to here are a year of this century: "49" is 2049, "50" is 1950.
LAST_SHORT_YEAR = 49

_NUMBER = re.compile(r"\d+")
_LETTERS = re.compile(r"[^\W\d_]+")
# With the inner marks of "segunda-feira" and "п'ятниця".
_WEEKDAY = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)?")


def valid_date(year: int, month: int, day: int) -> date | None:
    """The day, or None where the calendar has no such day or the year cannot be meant."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def first_of_month(month: str, year: str) -> date:
    """The first day of a month named in English."""
    return date(int(year), MONTHS[month.lower().rstrip(".")], 1)


def end_of_month(first: date) -> date:
    """The last day of the month that begins on `first`."""
    return (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)


def year_first(text: str) -> tuple[date, ...]:
    """
    The day of a date that begins with its year, its month in figures or words.

    >>> year_first("2022年3月21日")
    (datetime.date(2022, 3, 21),)
    """
    year, *between, day = numbers_in(text)
    return _in_calendar((year, between[0] if between else month_in(text), day))


def month_in_words(text: str) -> tuple[date, ...]:
    """
    The day of a date in words; between day and year there may stand an hour.

    >>> month_in_words("Mar 21 10:15:00 +0000 2022")
    (datetime.date(2022, 3, 21),)
    """
    day, *_, year = numbers_in(text)
    return _in_calendar((year, month_in(text), day))


def figures(text: str) -> tuple[date, ...]:
    """
    The day of a date in figures, or both: day first, month first.

    >>> [day.isoformat() for day in figures("3/4/22")], figures("31/2/2022")
    (['2022-04-03', '2022-03-04'], ())
    """
    one, two, year = numbers_in(text)
    if year < 100:
        year += 2000 if year <= LAST_SHORT_YEAR else 1900
    return _in_calendar((year, two, one), (year, one, two))


# By the names of the groups in `DATE_AT_NUMBER`.
READERS: dict[str, Callable[[str], tuple[date, ...]]] = {
    "iso": year_first,
    "characters": year_first,
    "figures": figures,
    "day_first": month_in_words,
    "month_first": month_in_words,
}


def month_in(text: str) -> int:
    """The number of the first month that is named, in any language; 0 without one."""
    words = (_lower(word) for word in _LETTERS.findall(text))
    return next((MONTH_NUMBERS[word] for word in words if word in MONTH_NUMBERS), 0)


def weekday_in(text: str) -> int | None:
    """The number of the first weekday that is named, in any language, Monday is 0; or None."""
    words = (_lower(word) for word in _WEEKDAY.findall(text))
    return next((WEEKDAY_NUMBERS[word] for word in words if word in WEEKDAY_NUMBERS), None)


def _lower(word: str) -> str:
    """In small letters; the dotted capital of Turkish as "i" alone, and not with a second dot."""
    return word.replace("İ", "i").lower()


def numbers_in(text: str) -> list[int]:
    """The whole numbers of a text, in any script."""
    return [int(number) for number in _NUMBER.findall(text)]


def _in_calendar(*days: tuple[int, int, int]) -> tuple[date, ...]:
    return tuple(dict.fromkeys(day for found in days if (day := valid_date(*found))))
