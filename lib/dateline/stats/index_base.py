"""Which base period the index of a codebook has, and the index of a series where it has one."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from dateline.articles.timeframe import read_day
from dateline.errors import SettingError
from dateline.stats.index_form import INDEX_COLUMNS, index_form
from dateline.themes.ready import ready_codebook_of

_VALUES = ("index", "low", "high", "base")


@dataclass(frozen=True)
class IndexBase:
    """
    A base period by its first and last day, and the theme whose index it is.

    All blank: there is no index. A blank theme alone: the index of every theme.
    """

    first: str = ""
    last: str = ""
    theme: str = ""

    @property
    def days(self) -> tuple[str, str]:
        """The first and the last day."""
        return self.first, self.last


def choose_base(codebook: Path, first: str = "", last: str = "") -> IndexBase:
    """
    The base period from `first` to `last`, days such as 1985-01-01, both in it; or, where both are
    blank, that of a codebook of the package.

    With a codebook of the package the index is that of its theme, as published. Raises
    SettingError for a text that is no day, one day without the other, and a last day before the
    first.
    """
    ready = ready_codebook_of(codebook)
    theme = ready.theme if ready else ""
    if not first and not last:
        return IndexBase(*ready.base, theme) if ready and ready.theme else IndexBase()
    begins, ends = read_day(first, "base_first"), read_day(last, "base_last")
    if begins is None or ends is None:
        raise SettingError("base_first and base_last: only one of them is set; give both days")
    if begins > ends:
        raise SettingError(f"base_first {first} is after base_last {last}; exchange the two days")
    return IndexBase(first, last, theme)


def index_on_base(series: pd.DataFrame, base: IndexBase) -> tuple[pd.DataFrame, str]:
    """
    The index of a series (INDEX_COLUMNS) on a base, and a sentence why there is none, else "".

    The table has the rows of the series in their order. The index is missing where no base is asked
    for, for themes other than that of a codebook of the package, and everywhere if no article lies
    in the base, as with a base of the 1980s and articles of today; only that has a sentence.
    """
    values = dict.fromkeys(_VALUES, float("nan"))
    none = series[["period", "theme", "unit", "method"]].assign(**values)[list(INDEX_COLUMNS)]
    if not base.first:
        return none.astype(INDEX_COLUMNS), ""
    try:
        index = index_form(series, base.first, base.last)
    except SettingError as problem:
        return none.astype(INDEX_COLUMNS), f"There is no index: {problem}."
    if base.theme:
        wanted = index["theme"] == base.theme
        index = index.assign(**{name: index[name].where(wanted) for name in _VALUES})
    return index, ""
