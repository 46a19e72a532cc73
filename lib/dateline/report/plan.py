"""Which notebooks a report run takes, and which parameters go to which; nothing is run here."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dateline.errors import SettingError, did_you_mean
from dateline.report.execute import read_notebook
from dateline.report.parameters import (
    Parameter,
    Value,
    check_name,
    checked_value,
    read_parameters,
    split_settings,
    value_from_text,
)
from dateline.study import STUDY_FILE, Study

# The notebooks of the checkout: beside the folder lib/ that this package lies in.
NOTEBOOKS = Path(__file__).parents[3] / "notebooks"
# The parameter that every run sets itself.
STUDY = "study"
# Notebooks that a report run takes unasked; others, such as explore.ipynb, are for a person.
_NUMBERED = re.compile(r"[0-9]{2}-")


@dataclass(frozen=True)
class Job:
    """
    One notebook to run: its name, its file, what it declares, and the values to pass.

    `settings` are the values that hold in the run: those passed, and the notebook's own defaults.
    """

    name: str
    path: Path
    declared: Mapping[str, Parameter]
    passed: Mapping[str, Value]

    @property
    def settings(self) -> dict[str, Value]:
        """What holds in the run, by name, in the order of the parameters cell."""
        defaults = {name: parameter.default for name, parameter in self.declared.items()}
        return {**defaults, **self.passed}


def plan_jobs(
    study: Study,
    *,
    notebooks: Sequence[str | Path] = (),
    parameters: Mapping[str, object] | Iterable[str] = (),
) -> tuple[Job, ...]:
    """
    The notebooks to run, each with the values for the parameters that it declares.

    `notebooks` are names in the folder `notebooks/` or paths of .ipynb files; none means all of
    that folder whose name begins with two digits. `parameters` are values by name, or `name=value`
    strings; a text for a parameter of another type is read as on a command line. They outrank
    those of study.toml, which outrank the notebook's.

    Raises SettingError for an unknown notebook, a parameter that none of them declares and a value
    of the wrong type; ReportError for a notebook without one parameters cell.
    """
    paths = find_notebooks(notebooks)
    declared = {name: _declared(path, name) for name, path in paths.items()}
    given = dict(parameters) if isinstance(parameters, Mapping) else split_settings(parameters)
    if STUDY in given:
        raise SettingError("parameter `study`: set by the run; name the study's folder instead")
    for name in given:
        check_name(name, _settable(declared.values()))
    _check_defaults(study, declared)
    return tuple(
        Job(name, path, declared[name], _passed(study, declared[name], given))
        for name, path in paths.items()
    )


def merged_settings(jobs: Sequence[Job]) -> dict[str, Value]:
    """
    The values that hold in a run, so that its tables say what its pages say.

    Of defaults that differ between notebooks the first notebook's holds. The study is not there.
    """
    merged: dict[str, Value] = {}
    for job in reversed(jobs):
        merged |= {name: value for name, value in job.settings.items() if name != STUDY}
    return merged


def find_notebooks(
    names: Sequence[str | Path] = (), *, folder: Path = NOTEBOOKS
) -> dict[str, Path]:
    """
    The files of the named notebooks by report name, in the order given.

    For none these are all of `folder` that begin with two digits and a hyphen. Raises SettingError
    for a name that is not there, with those that are.
    """
    known = {path.stem: path for path in sorted(folder.glob("*.ipynb"))}
    numbered = [name for name in known if _NUMBERED.match(name)]
    if not names and not numbered:
        raise SettingError("no folder notebooks/: run this in a checkout, or give a path")
    found: dict[str, Path] = {}
    for name in names or numbered:
        path = _notebook_file(str(name), known)
        report = re.sub(r"[^\w.-]+", "-", path.stem).strip(".-") or "notebook"
        if report == "index" or report in found:
            raise SettingError(f"notebook {name}: there is a page {report}.html already; rename it")
        found[report] = path.resolve()
    return found


def settable_names(notebooks: Sequence[str | Path] = ()) -> set[str]:
    """
    The parameters that these notebooks declare; for none, those of a report run.

    Raises as `find_notebooks` and `read_parameters`.
    """
    return set(_settable(_declared(path, name) for name, path in find_notebooks(notebooks).items()))


def _notebook_file(name: str, known: Mapping[str, Path]) -> Path:
    if name in known:
        return known[name]
    path = Path(name)
    if path.suffix == ".ipynb" and path.is_file():
        return path
    raise SettingError(f"notebook {name}: not found; {did_you_mean(name, known)}, or give a path")


def _declared(path: Path, name: str) -> dict[str, Parameter]:
    return read_parameters(read_notebook(path), name=name)


def _settable(declared: Iterable[Mapping[str, Parameter]]) -> dict[str, Parameter]:
    """Every parameter of every notebook, but for the study itself."""
    return {name: each[name] for each in declared for name in each if name != STUDY}


def check_default(
    name: str, value: object, chosen: Mapping[str, Mapping[str, Parameter]] | None = None
) -> None:
    """
    Raise SettingError for a default in study.toml that no notebook takes.

    It may be for a notebook that is not run this time, but must be for one: of the folder
    `notebooks/`, or of those `chosen` for a run.
    """
    others = [_declared(path, path.stem) for path in sorted(NOTEBOOKS.glob("*.ipynb"))]
    settable = _settable([*others, *(chosen or {}).values()])
    if settable:  # an installed package has no notebooks to ask
        check_name(name, settable)
        checked_value(value, settable[name])


def _check_defaults(study: Study, chosen: Mapping[str, Mapping[str, Parameter]]) -> None:
    for name, value in study.defaults.items():
        try:
            check_default(name, value, chosen)
        except SettingError as problem:
            raise SettingError(f"{STUDY_FILE}, [report]: {problem}") from None


def _passed(
    study: Study, declared: Mapping[str, Parameter], given: Mapping[str, Any]
) -> dict[str, Value]:
    passed = {
        name: checked_value(value, declared[name])
        for name, value in study.defaults.items()
        if name in declared
    }
    for name, value in given.items():
        if name in declared:
            read = value_from_text if isinstance(value, str) else checked_value
            passed[name] = read(value, declared[name])
    if STUDY in declared:
        passed[STUDY] = study.folder.resolve().name
    return passed
