"""Runs notebooks and makes pages, tables and a record of them; and what notebooks show with."""

from dateline.report.passages import show_passages
from dateline.report.show import show_figure, show_table
