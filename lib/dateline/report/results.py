"""What goes into a report run and what comes out of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pandas as pd

from dateline.report.leaks import Private


@dataclass(frozen=True)
class Results:
    """
    The tables of a study, and the three numbers that open its index page.

    `tables` go to files named after their keys, in their order; "ledger", if it is there, is also
    shown on the index page. `files` has the columns path and sha256, one row per file found
    (the table of files that `sources` makes); it goes into the run record.
    `articles` counts the articles read, `stories` the distinct ones among them (copies counted
    once), `dated` the articles with a date of class A, B or C. `private` are the articles as they
    are, against which a report is checked that may not show them.
    """

    tables: Mapping[str, pd.DataFrame]
    files: pd.DataFrame
    articles: int
    stories: int
    dated: int
    private: Private | None = None


@dataclass(frozen=True)
class ReportOptions:
    """
    How reports are made, apart from what is in them.

    `out` is the folder that is written (None: `reports/NAME` in the working folder). `code` shows
    the code of each cell, folded. `fresh` forgets what the cache has of the study, so that all is
    made anew. `workers` notebooks run at a time. `timeout` is in seconds, for one notebook.
    `progress` is called after each with its name, how many are done, and of how many.
    """

    out: Path | None = None
    code: bool = False
    fresh: bool = False
    workers: int = 2
    timeout: int = 1800
    progress: Callable[[str, int, int], None] = field(default=lambda name, done, total: None)


@dataclass(frozen=True)
class MadeReport:
    """
    A report that was made: the notebook's name, the page's title, and where the page is.

    `tables` are the files with the numbers of its charts, beside it, in the order of the charts.
    """

    name: str
    title: str
    path: Path
    tables: tuple[str, ...] = ()


@dataclass(frozen=True)
class Failure:
    """A notebook that failed: why, in one line, and where its executed copy is (None: nowhere)."""

    name: str
    reason: str
    path: Path | None = None


@dataclass(frozen=True)
class Report:
    """What `run_report` made: the index page, the reports, and the notebooks that failed."""

    index: Path
    reports: tuple[MadeReport, ...]
    failures: tuple[Failure, ...]
