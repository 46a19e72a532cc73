"""Two groups of articles that can be held against each other, or a sentence that says why not."""

from __future__ import annotations

import pandas as pd

from dateline.errors import SettingError

# A group of fewer articles is not tested, nor a word in fewer articles of both groups together.
LEAST_ARTICLES = 5


def group_sizes(table: pd.DataFrame, a: str, b: str) -> tuple[int, int]:
    """
    The number of articles of the groups `a` and `b`; `table` has doc_id and group.

    Raises SettingError where the two are one, an article is listed twice, or a group has fewer
    than LEAST_ARTICLES articles.
    """
    if a == b:
        raise SettingError(f"group {a!r} is compared with itself; choose two groups")
    if (twice := table["doc_id"].duplicated()).any():
        doc_id = table.loc[twice, "doc_id"].iloc[0]
        raise SettingError(f"article {doc_id} is listed twice; give one row for each article")
    sizes = table["group"].value_counts()
    for name in (a, b):
        if (size := int(sizes.get(name, 0))) < LEAST_ARTICLES:
            raise SettingError(
                f"group {name!r} has {size} articles, and fewer than {LEAST_ARTICLES} cannot be "
                "compared; choose a wider group"
            )
    return int(sizes[a]), int(sizes[b])
