"""Runs the notebooks of a study and writes all that a reader gets: pages, tables, index, record."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from dateline.articles.kept_files import forget_study
from dateline.errors import ReportError
from dateline.report.chart_tables import forget_numbers, write_numbers
from dateline.report.index_page import index_html
from dateline.report.kept_pages import MadePage
from dateline.report.leaks import Private, check_withheld
from dateline.report.opening import study_facts
from dateline.report.output import ASIDE, Output, open_output
from dateline.report.pages import FailedPage, make_pages
from dateline.report.parameters import Value
from dateline.report.plan import STUDY, Job, merged_settings, plan_jobs
from dateline.report.record import FORMER_RECORD, RECORD, make_record, record_bytes
from dateline.report.redraw import CHARTS, charts_bytes, take_charts
from dateline.report.results import Failure, MadeReport, Report, ReportOptions, Results
from dateline.report.share_level import sharing
from dateline.report.tables import table_bytes
from dateline.study import Study
from dateline.themes.ready import with_codebook

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
    notebook runs in a process of its own, unless its page was made before from the same inputs.
    In the folder `options.out` there are afterwards, for each notebook NAME, NAME.html and
    executed/NAME.ipynb, or failed/NAME.ipynb if it failed, and NAME-N.csv with the numbers of its
    chart N; for each table of `results` a CSV file; index.html; and record.json. A notebook that
    fails does not stop the others. Two runs give the same bytes. An earlier report stays as it is
    until all files of the new one are written.

    Raises SettingError or ReportError before anything is written, also if another run writes into
    this folder; later, ReportError where a file cannot be written, or shows more of an article
    than the study's share level allows.
    """
    jobs = plan_jobs(study, notebooks=notebooks, parameters=parameters)
    settings = merged_settings(jobs)
    study = with_codebook(study, str(settings.get("codebook", "")))
    # Before the minutes that follow, not after them.
    folder = _output_folder(study, options.out or Path("reports") / study.name)
    with (
        open_output(folder) as output,
        sharing(study.share, output.unpublished("spans.json")),
    ):
        if options.fresh:
            forget_study(study)
        if not isinstance(results, Results):
            results = results(settings)
        pages = make_pages(jobs, study, facts=study_facts(results), options=options)
        drawn: dict[str, list[dict[str, Any]]] = {}
        outcomes = [_deliver(name, page, output, drawn) for name, page in pages.items()]
        output.write(CHARTS, charts_bytes(drawn))
        for name, table in results.tables.items():
            output.write(f"{name}.csv", table_bytes(table, ".csv"))
        report = _write_index(study, results, output, outcomes=outcomes, jobs=jobs)
        private = _with_owned(results.private, study, jobs, output)
        check_withheld(output.written(), private, study.share)
        output.remove(FORMER_RECORD)
        output.publish("index.html", RECORD)
    return report


def _write_index(
    study: Study,
    results: Results,
    output: Output,
    *,
    outcomes: Sequence[MadeReport | Failure],
    jobs: Sequence[Job],
) -> Report:
    """Write what speaks of all the pages and tables: the index page and the record."""
    record = make_record(study, _passed(jobs), results.files, jobs=jobs)
    reports = tuple(outcome for outcome in outcomes if isinstance(outcome, MadeReport))
    failures = tuple(outcome for outcome in outcomes if isinstance(outcome, Failure))
    page = index_html(study, results, record, reports=reports, failures=failures)
    index = output.write("index.html", page.encode("utf-8", "replace"))
    output.write(RECORD, record_bytes(record, output.sums))
    return Report(index, reports, failures)


def _output_folder(study: Study, folder: Path) -> Path:
    """The folder, if nothing of the user's would be lost or mixed up there."""
    place = folder.resolve()
    if place in (study.folder.resolve(), study.articles.resolve()):
        raise ReportError(f"{folder}: holds the study; choose another folder for the report")
    # What a run left that was killed before it had anything to show is no other file.
    found = {path.name for path in folder.iterdir()} - {ASIDE} if folder.is_dir() else set()
    if found and not any((folder / name).is_file() for name in (RECORD, FORMER_RECORD)):
        raise ReportError(f"{folder}: holds other files; choose an empty or a new folder")
    return folder


def _with_owned(
    private: Private | None, study: Study, jobs: Sequence[Job], output: Output
) -> Private | None:
    """With what the study, the notebooks and the names of the report's own files say."""
    if private is None:
        return None
    own = [study.codebook, study.calendar, *(job.path for job in jobs)]
    texts = [path.read_text("utf-8", "replace") for path in own if path and path.is_file()]
    about = [study.title, *study.notes, *output.sums]
    return replace(private, owned=(*private.owned, *texts, *about))


def _passed(jobs: Sequence[Job]) -> dict[str, Value]:
    """The parameters that were set, by name, for the record."""
    return {name: job.passed[name] for job in jobs for name in job.passed if name != STUDY}


def _deliver(
    name: str, page: MadePage | FailedPage, output: Output, drawn: dict[str, list[dict[str, Any]]]
) -> MadeReport | Failure:
    """
    Write the page of one notebook, or keep its executed copy and say why there is no page.

    The numbers of its charts go to files beside it, what the charts were drawn from into `drawn`.
    """
    html, kept, failed = f"{name}.html", f"executed/{name}.ipynb", f"failed/{name}.ipynb"
    if isinstance(page, MadePage):
        output.remove(failed)
        notebook, drawn[name] = take_charts(page.notebook)
        output.write(kept, notebook)
        tables = write_numbers(name, drawn[name], output)
        return MadeReport(name, page.title, output.write(html, page.html), tables)
    output.remove(html, kept)
    forget_numbers(name, output)
    copy = output.write(failed, page.notebook) if page.notebook is not None else None
    return Failure(name, page.reason, copy)
