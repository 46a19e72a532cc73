"""Counts to series with intervals. Tables in, tables out; nothing is drawn or written here."""

from dateline.stats.index_form import index_form
from dateline.stats.intervals import wilson
from dateline.stats.measures import MEASURES, UNITS, article_sizes, draw_kind, is_thin
from dateline.stats.series import (
    count_by_period,
    count_spread,
    left_out,
    volume_by_period,
)
from dateline.stats.totals import total_by_theme
from dateline.stats.undated import undated_differ

__all__ = [
    "MEASURES",
    "UNITS",
    "article_sizes",
    "count_by_period",
    "count_spread",
    "draw_kind",
    "index_form",
    "is_thin",
    "left_out",
    "total_by_theme",
    "undated_differ",
    "volume_by_period",
    "wilson",
]
