"""What a comparison of two groups can and cannot show, and what the mix of sources does to it."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from dateline.charts.wording import amount, listing, quoted, signed
from dateline.stats.pair_tables import least_difference
from dateline.stats.pairs import PERIODS, Pair

# A part of a difference below this is said to be none.
_HARDLY = 0.005


def say_pair(pair: Pair) -> str:
    """What two groups of this size can and cannot show, in sentences; why not, if refused."""
    aside = f" {say_neither(pair)}" if pair.aside else ""
    if pair.refusal:
        return f"{pair.refusal}{aside}"
    a, b = pair.sizes
    points = round(100 * least_difference(a, b))
    return (
        f"{amount(a, 'stories')} of “{pair.a}” and {amount(b, 'stories')} of “{pair.b}”: near a "
        f"half, shares must differ by at least {points} points for the interval to leave out "
        f"none at all, and by more where many themes are tested. Smaller differences may be "
        f"there and cannot be shown by so few.{aside}"
    )


def say_mix(fixed: pd.DataFrame, pair: Pair, labels: Mapping[str, str]) -> str:
    """How much of the differences the mix of sources (or periods) makes, in sentences."""
    rows = fixed[fixed["theme"].isin(list(labels))]
    noun = "source" if pair.kind == PERIODS else "period"
    if rows.empty:
        return "Nothing is compared, so nothing is split."
    first = rows.iloc[0]
    if not first["strata"]:
        return (
            f"No {noun} is in both groups: whether the themes differ or only the {noun}s, these "
            "articles cannot tell."
        )
    there = f"{amount(first['strata'], noun + 's')} {_have(first['strata'])} stories of both groups"
    others = f", {amount(first['others'], noun + 's')} of one only" if first["others"] else ""
    widest = rows.loc[rows["crude"].abs().sort_values(kind="stable").index[::-1]].head(3)
    parts = [_split(row, labels, noun) for _, row in widest.iterrows()]
    turned = rows[(rows["difference"] * rows["crude"] < 0) & (rows["crude"].abs() > _HARDLY)]
    names = listing([quoted(labels[name]) for name in turned["theme"]])
    change = f" With the mix fixed, the difference turns round for {names}." if len(turned) else ""
    return f"{there}{others}. {' '.join(parts)}{change}"


def _split(row: pd.Series, labels: Mapping[str, str], noun: str) -> str:
    """ "Trade: −12 points, of which −11 within sources, −1 by their mix." """
    parts = [
        f"{signed(100 * row['by_theme'])} within {noun}s",
        f"{signed(100 * row['by_mix'])} by their mix",
    ]
    if row["others"]:
        parts.append(f"{signed(100 * row['by_others'])} by {noun}s in only one group")
    return f"{quoted(labels[row['theme']])}: {signed(100 * row['crude'])} points, {listing(parts)}."


def say_neither(pair: Pair) -> str:
    """How many stories are in neither group, and why; "" if there are none."""
    if not pair.aside:
        return ""
    be = "is" if pair.aside == 1 else "are"
    return (
        f"{amount(pair.aside, 'stories')} {be} in neither group: undated, of other days "
        "or sources, or not surely of one side."
    )


def _have(number: float) -> str:
    return "has" if number == 1 else "have"
