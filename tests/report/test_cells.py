"""The passages behind each count."""

import pandas as pd

from dateline.articles import Timeframe
from dateline.report.cells import passages_by_period


def test_an_article_that_may_lie_in_two_periods_is_behind_both():
    articles = pd.DataFrame(
        {"doc_id": ["a", "b"], "date_earliest": pd.to_datetime(["2022-03-31", "2022-04-02"]),
         "date_latest": pd.to_datetime(["2022-04-01", "2022-04-02"]), "date_class": "B",
         "date": pd.to_datetime(["2022-03-31", "2022-04-02"]), "problem": "", "copy_of": "",
         "date_evidence": "at the end of March"}
    )  # fmt: skip
    passages = pd.DataFrame({"doc_id": ["a", "b"], "theme": "arms"})
    table = passages_by_period(passages, articles, timeframe=Timeframe("quarter"))
    rows = list(zip(table["doc_id"], table["period"].dt.quarter, table["weight"], strict=True))
    assert rows == [("a", 1, 0.5), ("a", 2, 0.5), ("b", 2, 1.0)]
    assert set(table["date_evidence"]) == {"at the end of March"}


def test_what_is_in_no_period_is_there_with_the_reason():
    days = pd.to_datetime(["2022-04-02", None])
    articles = pd.DataFrame(
        {"doc_id": ["a", "u"], "date_earliest": days, "date_latest": days, "date": days,
         "date_class": ["A", "U"], "problem": "", "copy_of": "", "date_evidence": ""}
    )  # fmt: skip
    passages = pd.DataFrame({"doc_id": ["a", "u"], "theme": "arms"})
    table = passages_by_period(passages, articles, timeframe=Timeframe("quarter"))
    assert table["reason"].tolist() == ["", "undated"]
    assert table["period"].isna().tolist() == [False, True]
    assert table["weight"].tolist() == [1.0, 0.0]
