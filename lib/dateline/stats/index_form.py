"""A series as an index: 100 is the mean of a base period, as news-based indices are published."""

from __future__ import annotations

import pandas as pd

from dateline.articles.timeframe import read_day
from dateline.errors import SettingError

INDEX_COLUMNS = {
    "period": "datetime64[us]",
    "theme": "str",
    "unit": "str",
    "index": "float64",  # 100 x share / base; missing where there is no share or base is 0
    "low": "float64",  # 95 %, scaled likewise
    "high": "float64",
    "base": "float64",  # mean share of the base period, on the scale of the series
    "method": "str",
}


def index_form(series: pd.DataFrame, base_first: str, base_last: str) -> pd.DataFrame:
    """
    Return the series of `count_by_period` as 100 x share / mean share over a base period.

    `base_first` and `base_last` are days, YYYY-MM-DD; the base are the periods that begin on one
    of them or between. Its mean takes periods with the same weight and leaves out those without a
    share. Returns INDEX_COLUMNS, the rows of the series in their order. A theme that is not
    mentioned in the base has no index.

    As the Geopolitical Risk Index (Caldara and Iacoviello 2022, Am. Econ. Rev. 112, 1194-1225)
    and the Economic Policy Uncertainty Index (Baker, Bloom and Davis 2016, Q. J. Econ. 131,
    1593-1636), which take shares of articles. The bounds take the base as known: with a base of
    few periods or few stories they are too narrow. Indices of two themes say nothing of which is
    more frequent. Raises SettingError if no article is in the base, or a day is none.
    """
    first, last = read_day(base_first, "base_first"), read_day(base_last, "base_last")
    if first is None or last is None:
        raise SettingError("the base period is open; give its first and its last day, YYYY-MM-DD")
    inside = series["period"].between(first, last) & (series["total"] > 0)
    if not inside.any():
        raise SettingError(
            f"no article is in a period that begins from {base_first} to {base_last}; "
            "choose a base period with articles"
        )
    means = series[inside].groupby("theme", sort=False)["share"].mean()
    base = series["theme"].map(means).astype("float64")
    table = series[["period", "theme", "unit"]].assign(base=base, method=series["method"])
    for column, bound in (("index", "share"), ("low", "low"), ("high", "high")):
        table[column] = 100 * series[bound] / base.where(base > 0)
    return table[list(INDEX_COLUMNS)].astype(INDEX_COLUMNS)
