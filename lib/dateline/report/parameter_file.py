"""Parameters of notebooks from a file, such as a view that explore.ipynb saved."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from dateline.errors import SettingError
from dateline.report.parameters import split_settings
from dateline.report.plan import settable_names
from dateline.toml import parse_toml, read_text


def merge_parameters(
    file: Path | None, settings: Iterable[str] = (), *, notebooks: Sequence[str | Path] = ()
) -> dict[str, Any]:
    """
    The parameters of a file, if there is one, and those of the command line, which outrank it.

    A value of the file may be for a notebook that is not among the `notebooks` run this time,
    as those of study.toml may. Raises SettingError as `read_parameter_file`, `split_settings` and
    `find_notebooks`.
    """
    given = split_settings(settings)
    if file is None:
        return given
    values = read_parameter_file(file)
    if notebooks:
        others = settable_names() - settable_names(notebooks)
        values = {name: value for name, value in values.items() if name not in others}
    return values | given


def read_parameter_file(path: Path) -> dict[str, Any]:
    """
    The values of a TOML or JSON file by name: one table of texts, numbers, truths and lists.

    A day without quotes, as TOML allows it, becomes a text. Whether the notebooks have such
    parameters is for `plan_jobs` to check. Raises SettingError for another ending, a file that
    cannot be read, and a value that is a table.
    """
    reader = {".toml": _toml, ".json": _json}.get(path.suffix.lower())
    if reader is None:
        raise SettingError(f"{path.name}: parameters are read from .toml or .json; rename the file")
    values = reader(read_text(path, error=SettingError), path.name)
    if not isinstance(values, dict):
        raise SettingError(f'{path.name}: no names; write {{"period": "month"}}')
    for name, value in values.items():
        if isinstance(value, dict) or value is None:
            raise SettingError(f"{path.name}: `{name}` is no value; write name = value, no tables")
    return {name: _as_text(value) for name, value in values.items()}


def _toml(text: str, file: str) -> Any:
    return parse_toml(text, file, error=SettingError)


def _json(text: str, file: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as problem:
        line = getattr(problem, "lineno", 1)
        raise SettingError(f"{file}, line {line}: not JSON; mend that line") from None


def _as_text(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value
