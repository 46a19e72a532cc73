"""How an interval was made, in words: from the column `method` of a series."""

from __future__ import annotations

import pandas as pd

from dateline.charts.share_axis import NO_ROWS
from dateline.stats.clusters import (
    BY_ARTICLE,
    BY_SOURCE,
    FEW_SOURCES,
    NO_PAIR,
    NO_SOURCE_PAIR,
    SOURCES,
)
from dateline.stats.draws import DRAWS
from dateline.stats.rates import METHOD, ONE_EACH
from dateline.stats.unit_intervals import DRAWN, PLAIN

_TAKEN = "articles are taken as independent"
# What stands before and after "interval".
_NAMES = {
    PLAIN: ("Wilson", ""),
    BY_ARTICLE: ("Wilson", " with the pooled design effect of stories"),
    BY_SOURCE: ("Wilson", " with sources as clusters"),
    FEW_SOURCES: ("Wilson", f" (fewer than {SOURCES} sources: {_TAKEN})"),
    NO_SOURCE_PAIR: ("Wilson", f" (no period has two sources: {_TAKEN})"),
    METHOD: ("gamma", " with pooled dispersion"),
}
# Why there is none.
_NONE = {
    NO_PAIR: "no period has two stories to learn the spread from",
    ONE_EACH: "no period has two stories to learn the spread from",
}


def say_interval(method: str) -> str:
    """
    The interval of a `method`; "" if it says that there is none.

    A method that is not known here is given as it is.

    >>> say_interval("wilson"), say_interval("wilson, 50 date draws")
    ('95 % Wilson interval', '95 % Wilson interval over 50 date draws')
    """
    base = method.removesuffix(DRAWN)
    if base in _NONE:
        return ""
    draws = f" over {DRAWS} date draws" if method.endswith(DRAWN) else ""
    name, rest = _NAMES.get(base, ("", f" ({base})"))
    return f"95 % {name} interval{draws}{rest}".replace("  ", " ")


def say_band(series: pd.DataFrame) -> list[str]:
    """What the band of a chart of shares is, why there is none, or that there is no row."""
    if series.empty:
        return [NO_ROWS]
    known = series[series["total"] > 0]
    if known.empty:
        return []
    methods = list(dict.fromkeys(known["method"]))
    names = list(dict.fromkeys(filter(None, map(say_interval, methods))))
    parts = [f"Band: {', or '.join(names)}."] if names else []
    if known["low"].isna().any():
        reasons = [_NONE.get(str(method).removesuffix(DRAWN), "") for method in methods]
        why = next(filter(None, reasons), "too little is known")
        parts.append(f"No band{' for some' if names else ''}: {why}.")
    return parts
