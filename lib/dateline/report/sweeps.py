"""`dateline report --each`: the same report for each of several values, and one index of them."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import product
from math import prod
from pathlib import Path
from types import MappingProxyType
from typing import Any

from dateline.errors import ReportError, SettingError
from dateline.report.collect import check_settings
from dateline.report.parameters import split_settings
from dateline.report.plan import merged_settings, plan_jobs
from dateline.report.policy import TEMPLATES, content_policy, style_sheet
from dateline.report.record import FORMAT, RECORD, package_versions
from dateline.report.results import Failure, Report, ReportOptions
from dateline.report.run import Collect, run_report
from dateline.report.tables import atomic_write
from dateline.study import Study, slug

# More reports than this are hardly meant; a list of values put in by mistake would run for hours.
MOST = 100
DEFAULT_OPTIONS = ReportOptions()
NONE: Mapping[str, object] = MappingProxyType({})


@dataclass(frozen=True)
class Sweep:
    """What `run_sweep` made: the index page, and the report of each combination by its name."""

    index: Path
    reports: Mapping[str, Report]

    @property
    def failures(self) -> tuple[Failure, ...]:
        """The notebooks that failed, each named after its report too."""
        return tuple(
            replace(failure, name=f"{name}/{failure.name}")
            for name, report in self.reports.items()
            for failure in report.failures
        )


@dataclass(frozen=True)
class Point:
    """One combination of values: the name of its folder, and the value of each parameter."""

    name: str
    values: Mapping[str, str]

    @property
    def words(self) -> str:
        """As a reader sees it: "theme: sanctions, period: month"."""
        return ", ".join(f"{name}: {value}" for name, value in self.values.items())


def read_sweep(each: Iterable[str]) -> tuple[Point, ...]:
    """
    The combinations that `name=value,value` strings stand for, the last name changing fastest.

    Raises SettingError for a string without `=` or a value, a value that comes twice, and more
    than 100 combinations.

    >>> [point.name for point in read_sweep(["theme=sanctions,taiwan"])]
    ['sanctions', 'taiwan']
    """
    lists = {name: _values(name, text) for name, text in _split(each).items()}
    number = prod(map(len, lists.values()))
    if number > MOST:
        raise SettingError(f"--each: {number} reports are asked for; choose at most {MOST}")
    points: dict[str, Point] = {}
    for chosen in product(*lists.values()):
        values = dict(zip(lists, chosen, strict=True))
        point = Point(slug("-".join(chosen)), values)
        if point.name in points:
            raise SettingError(
                f"--each: `{point.words}` and `{points[point.name].words}` would have the folder "
                f"{point.name}; make them one by one"
            )
        points[point.name] = point
    return tuple(points.values())


def run_sweep(
    study: Study,
    collect: Collect,
    points: Sequence[Point],
    *,
    notebooks: Sequence[str | Path] = (),
    parameters: Mapping[str, object] = NONE,
    options: ReportOptions = DEFAULT_OPTIONS,
) -> Sweep:
    """
    Make one report for each point of a sweep, and an index page that links to all their pages.

    Without `notebooks`, those run that have one of the parameters; the others would be the same
    each time. Each report lies in a folder of `options.out` (default: reports/NAME-each) named
    after its values, and is what `run_report` makes of `parameters` and these values.

    Raises SettingError before anything is written: for a parameter that is also in `parameters`
    or in no notebook, or a value that does not fit; else as `run_report`.
    """
    names = _notebooks(study, points, notebooks, parameters)
    out = options.out or Path("reports") / f"{study.name}-each"
    _check_folder(out)
    made = {
        point.name: run_report(
            study,
            collect,
            notebooks=names,
            parameters={**parameters, **point.values},
            options=replace(options, out=out / point.name, progress=_named(point, options)),
        )
        for point in points
    }
    atomic_write(out / "index.html", _index_html(study, points, made, parameters).encode())
    atomic_write(out / RECORD, _record_bytes(study, points))
    return Sweep(out / "index.html", made)


def _split(each: Iterable[str]) -> dict[str, str]:
    try:
        return split_settings(each)
    except SettingError as problem:
        raise SettingError(str(problem).replace("-p ", "--each ", 1)) from None


def _values(name: str, text: str) -> list[str]:
    values = [value.strip() for value in text.split(",")]
    if not all(values):
        raise SettingError(f"--each {name}={text}: a value is blank; write {name}=one,two")
    if len(set(values)) < len(values):
        raise SettingError(f"--each {name}={text}: a value comes twice; keep one of them")
    return values


def _notebooks(
    study: Study,
    points: Sequence[Point],
    notebooks: Sequence[str | Path],
    given: Mapping[str, object],
) -> list[str | Path]:
    """The notebooks to run; every value is checked here, before the first report is made."""
    swept = list(points[0].values)
    for name in swept:
        if name in given:
            raise SettingError(f"parameter `{name}`: in -p and in --each; keep one of them")
    for point in points:
        jobs = plan_jobs(study, notebooks=notebooks, parameters={**given, **point.values})
        check_settings(study, merged_settings(jobs))
    concerned = [job for job in jobs if set(swept) & set(job.declared)]
    return list(notebooks) or [job.name for job in concerned]


def _check_folder(out: Path) -> None:
    """Nothing of the user's, and no single report, may be mixed up with those of a sweep."""
    try:
        found = out.is_dir() and any(out.iterdir())
        sweep = found and "each" in json.loads((out / RECORD).read_text("utf-8"))
    except (OSError, ValueError):
        sweep = False
    if found and not sweep:
        raise ReportError(f"{out}: holds other files; choose an empty or a new folder with -o")


def _named(point: Point, options: ReportOptions) -> Callable[[str, int, int], None]:
    def progress(name: str, done: int, total: int) -> None:
        options.progress(f"{point.name}: {name}", done, total)

    return progress


def _index_html(
    study: Study, points: Sequence[Point], made: Mapping[str, Report], given: Mapping[str, object]
) -> str:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined
    )
    environment.trim_blocks = environment.lstrip_blocks = True
    return environment.get_template("sweep.html.j2").render(
        study=study,
        policy=content_policy(styles=[style_sheet()]),
        sheet=style_sheet(),
        names=" and ".join(points[0].values),
        points=[(point, made[point.name]) for point in points],
        given=sorted(given.items()),
        version=package_versions()["dateline"],
    )


def _record_bytes(study: Study, points: Sequence[Point]) -> bytes:
    record: dict[str, Any] = {
        "format": FORMAT,
        "study": {"name": study.name, "title": study.title},
        "each": list(points[0].values),
        "reports": {point.name: dict(point.values) for point in points},
    }
    return (json.dumps(record, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "replace")
