"""The table `[report]` of study.toml: what is wrong in it, before anything is read or run."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.errors import SettingError
from dateline.report.collect import check_settings
from dateline.report.plan import check_default
from dateline.study import STUDY_FILE, Study
from dateline.toml import line_of, read_text


def default_problems(study: Study) -> list[str]:
    """
    A sentence, with its line, for each value of `[report]` that a report would refuse.

    Each value is looked at alone, then all together, so that every mistake is told at once. No
    article is read, so that an unknown source is not noticed.
    """
    problems = [
        f"{STUDY_FILE}{_line(study, name)}, [report]: {problem}"
        for name in study.defaults
        for problem in _problems(study, name)
    ]
    if not problems:
        try:
            check_settings(study, study.defaults)
        except SettingError as problem:
            problems.append(f"{STUDY_FILE}, [report]: {problem}")
    return problems


def _problems(study: Study, name: str) -> Iterator[str]:
    value = study.defaults[name]
    try:
        check_default(name, value)
        if not name.startswith("base_"):  # both days or none
            check_settings(study, {name: value})
    except SettingError as problem:
        yield str(problem)


def _line(study: Study, name: str) -> str:
    text = read_text(study.folder / STUDY_FILE, error=SettingError)
    line = line_of(text, rf"^\s*[\"']?{name}[\"']?\s*=")
    return f", line {line}" if line else ""
