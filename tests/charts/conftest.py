"""Hand-made tables for the charts: two themes in four quarters of 2022.

`parts` is the same with two stories that may lie in more than one quarter.

quarter  stories  sanctions  war
Q1       4        1          3
Q2       0        -          -
Q3       2        1          0      (thin)
Q4       5        0          2
"""

import pandas as pd
import pytest

QUARTERS = pd.to_datetime(["2022-01-01", "2022-04-01", "2022-07-01", "2022-10-01"])
TOTALS = [4, 0, 2, 5]
COUNTS = {"sanctions": [1, 0, 1, 0], "war": [3, 0, 0, 2]}


@pytest.fixture
def series() -> pd.DataFrame:
    """As `count_by_period` makes it, with bounds that are easy to read: share -+ 0.1."""
    return table_of(COUNTS, TOTALS)


@pytest.fixture
def parts() -> pd.DataFrame:
    """Two stories between the third and the fourth quarter: on sanctions 3/7 and 4/7, none 1/2."""
    totals = [4.0, 0.0, 2.928571, 4.071429]
    return table_of({"sanctions": [1, 0, 0.428571, 0.571429], "war": [3, 0, 0, 2]}, totals)


def table_of(counts: dict[str, list], totals: list) -> pd.DataFrame:
    rows = [
        (period, theme, "stories", float(counts[theme][n]), float(totals[n]))
        for n, period in enumerate(QUARTERS)
        for theme in counts
    ]
    table = pd.DataFrame(rows, columns=["period", "theme", "unit", "count", "total"])
    share = table["count"] / table["total"].where(table["total"] > 0)
    low, high = (share - 0.1).clip(lower=0), share + 0.1
    return table.assign(share=share, low=low, high=high, method="wilson")


@pytest.fixture
def sanctions(series) -> pd.DataFrame:
    return series[series["theme"] == "sanctions"]


@pytest.fixture
def labels() -> dict[str, str]:
    return {"war": "War", "sanctions": "Sanctions"}


@pytest.fixture
def left_out() -> pd.DataFrame:
    """Two stories are undated, one of them on sanctions; one is too wide; no other is missing."""
    rows = [
        ("sanctions", "undated", 2, 1),
        ("sanctions", "not sure enough", 0, 0),
        ("sanctions", "too wide", 1, 0),
        ("sanctions", "outside", 0, 0),
        ("war", "undated", 2, 0),
        ("war", "not sure enough", 0, 0),
        ("war", "too wide", 1, 0),
        ("war", "outside", 0, 0),
    ]
    table = pd.DataFrame(rows, columns=["theme", "reason", "articles", "mention"])
    table.insert(2, "unit", "stories")
    return table


@pytest.fixture
def volume() -> pd.DataFrame:
    numbers = {"articles": [6.0, 0.0, 2.0, 5.0], "stories": [4.0, 0.0, 2.0, 5.0]}
    return pd.DataFrame({"period": QUARTERS, **numbers})


@pytest.fixture
def articles() -> pd.DataFrame:
    """One article of each class, an undated one without any end, and one with a problem."""
    rows = [
        ("a", "A", "2022-03-01", "2022-03-01", "2022-03-01", "", "Example Wire", "Talks end"),
        ("b", "B", "2022-04-04", "2022-04-01", "2022-04-08", "", "", "Prices of $5 and $6"),
        ("c", "C", "2022-06-15", "2022-06-01", "2022-06-30", "", "Paper", ""),
        ("d", "D", None, "2021-01-01", "2022-12-31", "", "Paper", "A wide date"),
        ("u", "U", None, None, None, "", "Paper", "制裁与出口管制"),
        ("x", "U", None, None, None, "empty", "", ""),
    ]
    columns = ["doc_id", "date_class", "date", "date_earliest", "date_latest", "problem"]
    table = pd.DataFrame(rows, columns=[*columns, "source", "title"])
    for column in ("date", "date_earliest", "date_latest"):
        table[column] = pd.to_datetime(table[column])
    path = "articles/file-" + table["doc_id"] + ".txt"
    return table.assign(path=path, date_conflict=False)


@pytest.fixture
def drawn():
    """A function that finds the parts of a chart by their names."""

    def find(ax, name):
        return [part for part in ax.findobj() if part.get_gid() == name]

    return find
