"""Does a theme change, or the mix of sources that writes? Who is there, and what the mix does.

If a source that cares for a theme writes more, the share of the theme rises although nobody has
changed what they write.
"""

from __future__ import annotations

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike

from dateline.errors import SettingError
from dateline.stats.dispersion import number_periods
from dateline.stats.documents import fill_columns, theme_columns
from dateline.stats.measures import DECIMALS, tidy

COVERAGE_COLUMNS = {
    "period": "datetime64[us]",  # first day
    "source": "str",
    "documents": "float64",  # sum of weights; 0 where the source has none
    "part": "float64",  # of the documents of the period, 0..1; missing where it has none
}
SOURCE_COLUMNS = {
    "source": "str",
    "documents": "float64",
    "periods": "int64",  # in which it has documents
    "absent": "int64",  # non-empty periods in which it has none
    "throughout": "bool",  # absent from none of them
    "part": "float64",  # of the documents of the sources throughout, the fixed mix; else missing
}
SPLIT_COLUMNS = {
    "theme": "str",
    "a": "str",
    "b": "str",
    "share_a": "float64",  # all sources; of words, per word
    "share_b": "float64",
    "difference": "float64",  # share_b - share_a: the sum of the three parts below
    "by_theme": "float64",  # sources in both write more or less of it
    "by_mix": "float64",  # sources in both are a larger or smaller part
    "by_others": "float64",  # sources in only one of the two come or go
    "sources": "int64",  # in both
    "others": "int64",  # in only one
}
# Parts of documents that add up to none can come out a hair above.
_SOME = 1e-9


def source_coverage(documents: pd.DataFrame, *, grid: ArrayLike | None = None) -> pd.DataFrame:
    """
    How many documents each source has in each period: every pair has a row, COVERAGE_COLUMNS.

    `documents` as from `tabulate_documents`. `grid` lists all periods in order (`calendar_of`),
    so that those without documents have rows; by default those that occur. Sources come by
    documents, the largest first, then by name. Raises SettingError for a missing column or a
    period that is not in the grid.
    """
    table = fill_columns(documents, ["source", "period"])
    codes, index = number_periods(table["period"], grid)
    sums = table.groupby("source")["weight"].sum().round(DECIMALS)
    names = sums.reset_index().sort_values(["weight", "source"], ascending=[False, True])["source"]
    source = pd.Index(names).get_indexer(pd.Index(table["source"]))
    shape = (len(index), len(names))
    cells = codes * len(names) + source
    added = np.bincount(cells, table["weight"], minlength=shape[0] * shape[1]).astype(float)
    weight = tidy(added.reshape(shape))
    total = weight.sum(axis=1, keepdims=True)
    rows = pd.MultiIndex.from_product([index, names], names=["period", "source"])
    coverage = rows.to_frame(index=False).assign(
        documents=weight.round(DECIMALS).ravel(),
        part=(weight / np.where(total > _SOME, total, np.nan)).ravel(),
    )
    return coverage.astype(COVERAGE_COLUMNS)


def describe_sources(coverage: pd.DataFrame) -> pd.DataFrame:
    """
    Which sources are there in every period that has documents: a row a source, SOURCE_COLUMNS.

    `coverage` is the table of `source_coverage`, whose order of sources is kept. A part of a
    document is enough to be there. A short first or last period often has few sources; choose
    `since` and `until` so that it does not rule out most of them.
    """
    there = coverage.pivot(index="period", columns="source", values="documents") > _SOME
    names = list(dict.fromkeys(coverage["source"]))
    filled = int(there.any(axis=1).sum())
    table = coverage.groupby("source")["documents"].sum().reindex(names).reset_index()
    periods = there.sum()[names].to_numpy()
    table = table.assign(periods=periods, absent=filled - periods, throughout=periods == filled)
    kept = table["documents"].where(table["throughout"])
    return table.assign(part=kept / kept.sum())[list(SOURCE_COLUMNS)].astype(SOURCE_COLUMNS)


def split_difference(
    documents: pd.DataFrame, *, a: object, b: object, by: str = "period", per: float = 1.0
) -> pd.DataFrame:
    """
    How much of the difference between two periods is the theme's, and how much the mix of sources.

    `documents` as in `source_coverage`; `a` and `b` are values of its column `by` ("group" where
    a group is more than one period). `per` (10,000 for words) is a factor of all values. Returns
    one row per theme, SPLIT_COLUMNS; the three parts are missing if no source is in both.

    Kitagawa (1955), J. Am. Stat. Assoc. 50, 1168-1194: by theme, the sum over sources in both of
    their mean part times the change of their share; by mix, of their mean share times the change
    of their part. It describes the two sums and has no interval: a source of three stories can
    make a large part by chance. Raises SettingError for a group without documents.
    """
    table = fill_columns(documents, ["source", by])
    themes = theme_columns(table)
    names = [_name_group(name, by) for name in (a, b)]
    first, last = (_sum_sources(table, themes, by=by, name=name) for name in names)
    both = first.index.intersection(last.index)
    parts = _kitagawa(first.loc[both], last.loc[both], themes)
    for name, side in (("share_a", first), ("share_b", last)):
        parts[name] = side[themes].sum() / side["size"].sum()
    parts["difference"] = parts["share_b"] - parts["share_a"]
    parts["by_others"] = parts["difference"] - parts["by_theme"] - parts["by_mix"]
    parts = parts.mul(per).rename_axis("theme").reset_index()
    others = len(first.index.symmetric_difference(last.index))
    parts = parts.assign(a=names[0], b=names[1], sources=len(both), others=others)
    return parts[list(SPLIT_COLUMNS)].astype(SPLIT_COLUMNS)


def _name_group(group: object, by: str) -> str:
    """What stands in the column, as text; a period as its first day."""
    return f"{pd.Timestamp(f'{group}'):%Y-%m-%d}" if by == "period" else f"{group}"


def _sum_sources(table: pd.DataFrame, themes: list[str], *, by: str, name: str) -> pd.DataFrame:
    """Hits of each theme and size of a group, by source; sources without size are left out."""
    rows = table[table[by].astype("str") == name]
    weighted = rows[[*themes, "size"]].astype(float).mul(rows["weight"], axis=0)
    sums = weighted.groupby(rows["source"]).sum()
    sums = sums[sums["size"] > 0]
    if sums.empty:
        raise SettingError(f"{by} {name} has no documents; choose one that has")
    return sums


def _kitagawa(a: pd.DataFrame, b: pd.DataFrame, themes: list[str]) -> pd.DataFrame:
    """The two parts of the difference by theme; `a` and `b` have the same sources."""
    shares = [side[themes].div(side["size"], axis=0) for side in (a, b)]
    mixes = [side["size"] / side["size"].sum() for side in (a, b)]
    by_theme = (shares[1] - shares[0]).mul((mixes[0] + mixes[1]) / 2, axis=0)
    by_mix = ((shares[0] + shares[1]) / 2).mul(mixes[1] - mixes[0], axis=0)
    return pd.DataFrame(
        {"by_theme": by_theme.sum(min_count=1), "by_mix": by_mix.sum(min_count=1)}, index=themes
    )
