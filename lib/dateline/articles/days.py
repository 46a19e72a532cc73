"""Days as articles write them. Only forms that leave no doubt are read; nothing is guessed.

The names that other modules use; how they work is told in the modules that they come from.
"""

from __future__ import annotations

from datetime import date

from dateline.articles.day_forms import DATE_WORDS, MONTH_YEAR, MONTHS, WEEKDAYS
from dateline.articles.day_readings import (
    FIRST_YEAR,
    LAST_SHORT_YEAR,
    LAST_YEAR,
    end_of_month,
    first_of_month,
    valid_date,
)
from dateline.articles.full_dates import MARK, Day, find_days, mask_days
from dateline.articles.yearless_dates import YearlessDay, find_yearless

__all__ = [
    "DATE_WORDS",
    "DAY_FIRST",
    "FIRST_YEAR",
    "LAST_SHORT_YEAR",
    "LAST_YEAR",
    "MARK",
    "MONTHS",
    "MONTH_FIRST",
    "MONTH_YEAR",
    "WEEKDAYS",
    "Day",
    "YearlessDay",
    "end_of_month",
    "find_days",
    "find_yearless",
    "first_of_month",
    "mask_days",
    "read_date",
    "valid_date",
]

# The order of day and month in figures; of two readings the first is day first.
DAY_FIRST, MONTH_FIRST = "day first", "month first"


def read_date(text: str) -> date | None:
    """
    The one day that a text names as a full date; None if there is none, or more than one.

    Figures that can be exchanged ("03/04/2022") are two readings and so none; a day that is not
    in the calendar is none too.

    >>> read_date("Friday, 4 February 2022"), read_date("June11, 2018"), read_date("2023-02-30")
    (datetime.date(2022, 2, 4), datetime.date(2018, 6, 11), None)
    """
    days = list(find_days(text))
    return days[0].readings[0] if len(days) == 1 and len(days[0].readings) == 1 else None
