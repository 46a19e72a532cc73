"""Counts to series with intervals. Tables in, tables out; nothing is drawn or written here."""

from dateline.stats.intervals import wilson
from dateline.stats.series import (
    UNITS,
    count_by_period,
    count_spread,
    left_out,
    total_by_theme,
    volume_by_period,
)

__all__ = [
    "UNITS",
    "count_by_period",
    "count_spread",
    "left_out",
    "total_by_theme",
    "volume_by_period",
    "wilson",
]
