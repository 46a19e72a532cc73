"""The day of the run, which only serves to turn down dates in its future."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime

from dateline.errors import SettingError
from dateline.study import Study

# The variable of the environment that sets the day of the run.
TODAY = "DATELINE_TODAY"


def run_day() -> date:
    """
    The day of the run.

    DATELINE_TODAY (a day such as 2026-11-22) outranks the clock, so that a run can be repeated
    and all pages of a report have one day. Raises SettingError if it is no day.
    """
    given = os.environ.get(TODAY, "")
    try:
        return date.fromisoformat(given) if given else datetime.now(UTC).date()
    except ValueError:
        raise SettingError(f"{TODAY} is {given!r}; write a day such as 2026-11-22") from None


def last_day(study: Study) -> date:
    """The last day that an article of the study may have: of its collection, else of the run."""
    return study.dating.collected or run_day()
