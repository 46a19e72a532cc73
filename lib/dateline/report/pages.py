"""Makes the page of each notebook: kept from before, or run and rendered, some at a time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass
from pathlib import Path
from threading import Event

import nbformat
from nbformat import NotebookNode

from dateline.errors import ReportError
from dateline.report.execute import Execution, execute_notebook
from dateline.report.kept_pages import KeptPages, MadePage
from dateline.report.opening import Facts
from dateline.report.plan import Job
from dateline.report.record import package_versions
from dateline.report.render import Page, render_notebook
from dateline.report.results import ReportOptions
from dateline.report.share_level import what_is_withheld
from dateline.study import Study


@dataclass(frozen=True)
class FailedPage:
    """Why there is no page, in one line, and the executed notebook as far as it came."""

    reason: str
    notebook: bytes | None


def make_pages(
    jobs: Sequence[Job], study: Study, *, facts: Facts, options: ReportOptions
) -> dict[str, MadePage | FailedPage]:
    """
    The pages of all jobs by name, in their order; `facts` stand at the head of each.

    A notebook of which all inputs are those of a page that was kept is not run again. Of the
    others `options.workers` run at a time; on Ctrl-C those that run are ended.
    """
    kept = KeptPages(study)
    shown = {job.name: _shown(job, study, facts, options) for job in jobs}
    made: dict[str, MadePage | FailedPage] = {}
    for job in jobs:
        if page := kept.find(job, shown[job.name]):
            made[job.name] = page
            options.progress(job.name, len(made), len(jobs))
    waiting = [job for job in jobs if job.name not in made]
    for job, execution in _executions(waiting, study.folder.resolve().parent, options):
        finished = _finish(execution, shown[job.name])
        if isinstance(finished, MadePage):
            kept.keep(job, shown[job.name], finished)
        made[job.name] = finished
        options.progress(job.name, len(made), len(jobs))
    return {job.name: made[job.name] for job in jobs}


def _executions(
    jobs: Sequence[Job], folder: Path, options: ReportOptions
) -> Iterator[tuple[Job, Execution]]:
    """Each notebook as soon as it has run, so that it is rendered while others run."""
    stop = Event()
    with ThreadPoolExecutor(options.workers) as pool:
        running = {
            pool.submit(
                execute_notebook,
                job.path,
                job.passed,
                folder=folder,
                timeout=options.timeout,
                stop=stop,
            ): job
            for job in jobs
        }
        try:
            for future in as_completed(running):
                yield running[future], future.result()
        finally:
            stop.set()
            pool.shutdown(cancel_futures=True)


def _shown(job: Job, study: Study, facts: Facts, options: ReportOptions) -> Page:
    return Page(
        name=job.name,
        study=study.title,
        version=package_versions()["dateline"],
        settings=job.settings,
        code=options.code,
        meanings={name: parameter.help for name, parameter in job.declared.items()},
        facts=facts,
        withheld=what_is_withheld(study.share),
    )


def _finish(execution: Execution, page: Page) -> MadePage | FailedPage:
    """The page, or why there is none."""
    notebook, failure = execution.notebook, execution.failure
    if notebook is None:
        return FailedPage(failure, None)
    if not failure:
        try:
            rendered = render_notebook(notebook, page)
        except ReportError as problem:
            failure = str(problem).removeprefix(f"{page.name}: ")
        else:
            return MadePage(rendered.title, _encoded(rendered.html), _notebook_bytes(notebook))
    # Where it stopped it may quote an article, so it is not kept if a level withholds the texts.
    return FailedPage(failure, None if page.withheld else _notebook_bytes(notebook))


def _notebook_bytes(notebook: NotebookNode) -> bytes:
    return _encoded(nbformat.writes(notebook) + "\n")


def _encoded(text: str) -> bytes:
    # An article can hold half a surrogate pair, which no UTF-8 file can.
    return text.encode("utf-8", "replace")
