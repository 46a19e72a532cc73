"""Runs the notebooks of a study and writes all that a reader gets: pages, tables, index, record."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from contextlib import suppress
from pathlib import Path
from threading import Event

import nbformat
from nbformat import NotebookNode

from dateline.errors import ReportError
from dateline.report.execute import Execution, execute_notebook
from dateline.report.index_page import index_html
from dateline.report.parameters import Value
from dateline.report.plan import STUDY, Job, plan_jobs
from dateline.report.record import make_record, package_versions, record_bytes
from dateline.report.render import Page, RenderedPage, render_notebook
from dateline.report.results import Failure, MadeReport, Report, ReportOptions, Results
from dateline.report.tables import atomic_write, table_bytes
from dateline.study import Study

# What tells a folder that a report was written to from any other.
RECORD = "run.json"
DEFAULT_OPTIONS = ReportOptions()
# What makes the tables, from the parameters that hold in the run.
Collect = Callable[[Mapping[str, Value]], Results]


def run_report(
    study: Study,
    results: Results | Collect,
    *,
    notebooks: Sequence[str | Path] = (),
    parameters: Mapping[str, object] | Iterable[str] = (),
    options: ReportOptions = DEFAULT_OPTIONS,
) -> Report:
    """
    Make the reports of a study: the job of `dateline report`.

    Parameters are checked first (see `plan_jobs`). `results` are the study's tables, or what makes
    them from the parameters that hold, so that a mistake in these costs no wait. Then each
    notebook runs in a process of its own. In the folder `options.out` there are afterwards, for
    each notebook NAME, NAME.html and executed/NAME.ipynb, or failed/NAME.ipynb if it failed; for
    each table of `results` a CSV file; index.html; and run.json. A notebook that fails does not
    stop the others. Two runs give the same bytes.

    Raises SettingError or ReportError before anything is written; later, ReportError where a file
    cannot be written.
    """
    jobs = plan_jobs(study, notebooks=notebooks, parameters=parameters)
    set_values = {name: job.passed[name] for job in jobs for name in job.passed if name != STUDY}
    # Before the minutes that follow, not after them.
    output = _Output(_output_folder(study, options.out or Path("reports") / study.name))
    if not isinstance(results, Results):
        results = results(_settings(jobs))
    executions = _execute_all(jobs, study.folder.resolve().parent, options)
    outcomes = [_deliver(job, executions[job.name], study, output, options.code) for job in jobs]
    for name, table in results.tables.items():
        output.write(f"{name}.csv", table_bytes(table, ".csv"))
    record = make_record(study, set_values, results.files)
    reports = tuple(outcome for outcome in outcomes if isinstance(outcome, MadeReport))
    failures = tuple(outcome for outcome in outcomes if isinstance(outcome, Failure))
    page = index_html(study, results, record, reports=reports, failures=failures)
    output.write("index.html", page.encode("utf-8", "replace"))
    output.write(RECORD, record_bytes(record, output.sums))
    return Report(output.folder / "index.html", reports, failures)


def _output_folder(study: Study, folder: Path) -> Path:
    """The folder, if nothing of the user's would be lost or mixed up there."""
    place = folder.resolve()
    if place in (study.folder.resolve(), study.articles.resolve()):
        raise ReportError(f"{folder}: holds the study; choose another folder for the report")
    if folder.is_dir() and any(folder.iterdir()) and not (folder / RECORD).is_file():
        raise ReportError(f"{folder}: holds other files; choose an empty or a new folder")
    return folder


def _settings(jobs: Sequence[Job]) -> dict[str, Value]:
    """
    The values that hold in the run, so that the tables say what the pages say.

    Of defaults that differ between notebooks the first notebook's holds.
    """
    merged: dict[str, Value] = {}
    for job in reversed(jobs):
        merged |= {name: value for name, value in job.settings.items() if name != STUDY}
    return merged


class _Output:
    """The folder of a report: writes files whole, and remembers their checksums."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.sums: dict[str, str] = {}
        self._make(folder)

    def write(self, name: str, content: bytes) -> Path:
        """Write one file, its folder too; `name` is relative, posix. Returns where it lies."""
        path = self.folder / name
        self._make(path.parent)
        atomic_write(path, content)
        self.sums[name] = hashlib.sha256(content).hexdigest()
        return path

    def remove(self, *names: str) -> None:
        """Take away what an earlier run left, which would belie this one."""
        for name in names:
            (self.folder / name).unlink(missing_ok=True)
        with suppress(OSError):
            (self.folder / names[-1]).parent.rmdir()

    def _make(self, folder: Path) -> None:
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as problem:
            raise ReportError(
                f"{folder}: cannot be made ({problem.strerror}); choose another folder"
            ) from None


def _execute_all(jobs: Sequence[Job], folder: Path, options: ReportOptions) -> dict[str, Execution]:
    """Run the notebooks, some at a time; on Ctrl-C those that run are ended."""
    stop = Event()
    done: dict[str, Execution] = {}
    with ThreadPoolExecutor(options.workers) as pool:
        waiting = {
            pool.submit(
                execute_notebook,
                job.path,
                job.passed,
                folder=folder,
                timeout=options.timeout,
                stop=stop,
            ): job.name
            for job in jobs
        }
        try:
            for future in as_completed(waiting):
                done[waiting[future]] = future.result()
                options.progress(waiting[future], len(done), len(jobs))
        finally:
            stop.set()
            pool.shutdown(cancel_futures=True)
    return done


def _deliver(
    job: Job, execution: Execution, study: Study, output: _Output, code: bool
) -> MadeReport | Failure:
    """Write the page of one notebook, or keep its executed copy and say why there is no page."""
    notebook, failure = execution.notebook, execution.failure
    page, kept, failed = (
        f"{job.name}.html",
        f"executed/{job.name}.ipynb",
        f"failed/{job.name}.ipynb",
    )
    rendered = None
    if notebook is not None and not failure:
        rendered, failure = _rendered(notebook, job, study, code)
    if notebook is not None and rendered is not None:
        output.remove(failed)
        output.write(kept, _notebook_bytes(notebook))
        return MadeReport(job.name, rendered.title, output.write(page, _encoded(rendered.html)))
    output.remove(page, kept)
    copy = output.write(failed, _notebook_bytes(notebook)) if notebook is not None else None
    return Failure(job.name, failure, copy)


def _rendered(
    notebook: NotebookNode, job: Job, study: Study, code: bool
) -> tuple[RenderedPage | None, str]:
    version = package_versions()["dateline"]
    page = Page(job.name, study.title, version, job.settings, code)
    try:
        return render_notebook(notebook, page), ""
    except ReportError as problem:
        return None, str(problem).removeprefix(f"{job.name}: ")


def _notebook_bytes(notebook: NotebookNode) -> bytes:
    return _encoded(nbformat.writes(notebook) + "\n")


def _encoded(text: str) -> bytes:
    # An article can hold half a surrogate pair, which no UTF-8 file can.
    return text.encode("utf-8", "replace")
