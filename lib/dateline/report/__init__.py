"""Shows tables and figures in a notebook; runs notebooks and makes pages and tables of them.

Only what notebooks call is named here, so that a kernel need not load what runs notebooks: that
is in `run` (`run_report`), `collect`, `results`, `tables`, `check` and `lab`.
"""

from dateline.report.opening import show_study
from dateline.report.passages import show_passages
from dateline.report.picker import show_behind
from dateline.report.show import show_figure, show_ledger, show_table

__all__ = ["show_behind", "show_figure", "show_ledger", "show_passages", "show_study", "show_table"]
