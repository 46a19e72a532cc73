"""What a chart is asked to show: which periods, which days, and how surely dated articles."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

import pandas as pd

from dateline.articles.periods import check_period
from dateline.errors import SettingError

AUTO = "auto"  # the period that `choose_period` is to decide
# What `date_classes` may be. C without B would leave out what is known better.
DATE_CLASSES = ("ABC", "AB", "A")


def read_day(text: str, name: str = "day") -> pd.Timestamp | None:
    """
    Read a day written as YYYY-MM-DD; None if `text` is empty, which means "not set".

    `name` is what the user calls the value; it appears in the message.
    Raises SettingError for anything else, so that 01/02/2022 is never read one way or the other.

    >>> read_day("2022-03-01")
    Timestamp('2022-03-01 00:00:00')
    """
    if not text:
        return None
    try:
        if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
            return pd.Timestamp(dt.date.fromisoformat(text)).as_unit("us")
    except ValueError:
        pass  # the right shape but no such day; the message below says the same for both
    raise SettingError(
        f"{name} is {text!r}, which is not a day; write YYYY-MM-DD, for example 2022-03-01"
    )


@dataclass(frozen=True)
class Timeframe:
    """
    The periods, the days and the classes of dates that a count takes in.

    `period` is one of PERIODS, or "auto" until `choose_period` has decided. Days count from
    `since` to `until`, YYYY-MM-DD, both included; empty is open. `date_classes` says which
    classes of dates enter: "ABC" (known within 92 days), "AB" (within 8) or "A" (stated).

    Raises SettingError for an unknown period or class, a bad day, or since after until.
    """

    period: str = "quarter"
    since: str = ""
    until: str = ""
    date_classes: str = DATE_CLASSES[0]

    def __post_init__(self) -> None:
        """Check everything, so that a mistake is met before any article is read."""
        if self.period != AUTO:
            check_period(self.period)
        if self.date_classes not in DATE_CLASSES:
            raise SettingError(
                f"date_classes is {self.date_classes!r}; choose one of {', '.join(DATE_CLASSES)}"
            )
        first, last = self.first, self.last
        if first is not None and last is not None and first > last:
            raise SettingError(
                f"since {self.since} is after until {self.until}; exchange the two days"
            )

    @property
    def first(self) -> pd.Timestamp | None:
        """The day `since`; None where the range is open."""
        return read_day(self.since, "since")

    @property
    def last(self) -> pd.Timestamp | None:
        """The day `until`; None where the range is open."""
        return read_day(self.until, "until")

    @property
    def takes_all(self) -> bool:
        """Whether neither days nor classes limit it."""
        return not self.since and not self.until and self.date_classes == DATE_CLASSES[0]


# Frozen, so it can be a default of many functions.
QUARTERS = Timeframe()
