"""A corpus of five articles, small enough to count by hand.

a1  4 Jan 2022 (stated)    sanctions three times, trade once
a2  20 Feb 2022 (stated)   no theme
a2c 21 Feb 2022 (stated)   a copy of a2, with a sentence added that mentions sanctions
b1  1 to 8 Aug 2022        trade
u1  not known              sanctions

By quarter: two stories in 2022 Q1, none in Q2, one in Q3, one undated. The copy is in the herald,
the rest in the daily.
"""

from types import SimpleNamespace

import pandas as pd
import pytest

ARTICLES = [
    ("a1", "2022-01-04", "2022-01-04", "A", ""),
    ("a2", "2022-02-20", "2022-02-20", "A", ""),
    ("a2c", "2022-02-21", "2022-02-21", "A", "a2"),
    ("b1", "2022-08-01", "2022-08-08", "B", ""),
    ("u1", None, None, "U", ""),
]
MENTIONS = [
    ("a1", "sanctions"),
    ("a1", "sanctions"),
    ("a1", "sanctions"),
    ("a1", "trade"),
    ("a2c", "sanctions"),
    ("b1", "trade"),
    ("u1", "sanctions"),
]


@pytest.fixture
def articles() -> pd.DataFrame:
    columns = ["doc_id", "date_earliest", "date_latest", "date_class", "copy_of"]
    table = pd.DataFrame(ARTICLES, columns=columns)
    for column in ("date_earliest", "date_latest"):
        table[column] = pd.to_datetime(table[column])
    table["source"] = ["daily", "daily", "herald", "daily", "daily"]
    return table.assign(date=table["date_earliest"], problem="")


@pytest.fixture
def mentions() -> pd.DataFrame:
    """Of the three mentions in a1 two are in its first sentence; the rest are in the first too."""
    return pd.DataFrame(MENTIONS, columns=["doc_id", "theme"]).assign(
        sentence=[0, 0, 1, 0, 0, 0, 0]
    )


@pytest.fixture
def sizes() -> pd.DataFrame:
    """Every article has 10 sentences and 100 words; the copy one sentence more."""
    ids = [row[0] for row in ARTICLES]
    return pd.DataFrame({"doc_id": ids, "sentences": [10, 10, 11, 10, 10], "words": 100})


@pytest.fixture
def codebook() -> SimpleNamespace:
    """Three themes; nobody writes about the last."""
    return SimpleNamespace(
        themes=[SimpleNamespace(name=name) for name in ("sanctions", "trade", "arms")]
    )
