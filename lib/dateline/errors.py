"""What a user can get wrong, one class for each part of the work.

Every message is one sentence that names the place and the way out. A caller's mistake raises;
a defect of one file or article never does: it is recorded in a table and counted.
"""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches


class DatelineError(Exception):
    """A mistake that the user can mend; the command line prints it and ends with exit code 2."""


class StudyError(DatelineError):
    """A study folder, or its study.toml, cannot be used."""


class CodebookError(DatelineError):
    """A codebook cannot be read or contradicts itself."""


class CalendarError(DatelineError):
    """A calendar.toml cannot be read or contradicts itself."""


class DatesError(DatelineError):
    """A dates.csv cannot be read or names an article that is not there."""


class SettingError(DatelineError):
    """An option or parameter has a value that is not possible."""


class ReportError(DatelineError):
    """A report cannot be made or written."""


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """
    The end of a sentence about a name that is not known: the nearest one, if any, and the list.

    >>> did_you_mean("lable", ["terms", "label"])
    'did you mean `label`? known are terms, label'
    >>> did_you_mean("x", [])
    'known are none'
    """
    known = list(known)
    near = get_close_matches(name, known, n=1)
    guess = f"did you mean `{near[0]}`? " if near else ""
    return f"{guess}known are {', '.join(known) or 'none'}"
