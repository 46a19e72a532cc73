"""What a user can get wrong, one class for each part of the work.

Every message is one sentence that names the place and the way out. A caller's mistake raises;
a defect of one file or article never does: it is recorded in a table and counted.
"""


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
