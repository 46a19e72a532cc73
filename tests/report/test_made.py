"""A report folder read back."""

import pandas as pd
import pytest

from dateline.report.made import MadeFolder

DAYS = pd.to_datetime(["2022-03-01"] * 3 + ["2022-03-21"] * 3)
# Two stories, each printed three times.
ARTICLES = pd.DataFrame({
    "doc_id": list("abcdef"), "copy_of": ["", "a", "a", "", "d", "d"], "problem": "",
    "language": "en", "source": "Wire", "date": DAYS, "date_class": "A",
    "date_earliest": DAYS, "date_latest": DAYS,
})  # fmt: skip


@pytest.mark.parametrize(("unit", "period"), [("articles", "day"), ("stories", "year")])
def test_the_period_is_decided_by_the_unit_of_the_run(tmp_path, unit, period):
    """Three articles a day are enough for days; two stories in all are too few for months."""
    made = MadeFolder(tmp_path, {"settings": {"period": "auto", "unit": unit}})
    assert made.timeframe(ARTICLES).period == period
