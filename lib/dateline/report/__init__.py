"""Runs notebooks; makes pages, tables and a record of them; and shows what notebooks show."""

from dateline.report.collect import collect_results
from dateline.report.opening import show_study
from dateline.report.parameters import Parameter, read_parameters
from dateline.report.passages import show_passages
from dateline.report.plan import find_notebooks
from dateline.report.results import Failure, MadeReport, Report, ReportOptions, Results
from dateline.report.run import run_report
from dateline.report.show import show_figure, show_table
from dateline.report.tables import atomic_write, table_bytes, write_table

__all__ = [
    "Failure",
    "MadeReport",
    "Parameter",
    "Report",
    "ReportOptions",
    "Results",
    "atomic_write",
    "collect_results",
    "find_notebooks",
    "read_parameters",
    "run_report",
    "show_figure",
    "show_passages",
    "show_study",
    "show_table",
    "table_bytes",
    "write_table",
]
