"""The counts of a series as a table of which each number leads to its sentences."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from html import escape

import pandas as pd

from dateline.charts.wording import numeral
from dateline.report.points import LEFT_OUT, cell_name, list_name
from dateline.report.show import MISSING
from dateline.stats.measures import find_measure


@dataclass(frozen=True)
class _Number:
    """A number as it is shown, and the id of its list (blank: it has none)."""

    text: str
    opens: str = ""


def counts_html(
    rows: pd.DataFrame,
    behind: pd.DataFrame,
    *,
    labels: Mapping[str, str],
    named: Mapping[pd.Timestamp, str],
) -> str:
    """
    The table: themes down, periods across, then all of them and what is left out of them.

    `rows` and `behind` are of the themes in `labels`; `named` are the periods in order. Numbers
    that have passages lead to their lists. What is left out are texts, whatever is counted.
    """
    unit = str(rows["unit"].iloc[0]) if len(rows) else "stories"
    left_out = behind[behind["period"].isna()].groupby("theme")["doc_id"].nunique()
    heads = [*named.values(), "all", *(["left out"] if len(left_out) else [])]
    head = "".join(f'<th class="number">{escape(name)}</th>' for name in heads)
    body = ""
    for name, label in labels.items():
        numbers = [*_of_periods(rows, behind, name, named), _of_all(rows, behind, name)]
        if len(left_out):
            numbers.append(_of_left_out(int(left_out.get(name, 0)), name))
        places = zip(numbers, heads, strict=True)
        cells = "".join(_cell(number, label, place) for number, place in places)
        body += f"<tr><th>{escape(label)}</th>{cells}</tr>"
    return (
        f'<table class="table"><caption>{_what_is_counted(unit)}. Choose a number to open its '
        f"passages.</caption>"
        f"<thead><tr><th>theme</th>{head}</tr></thead><tbody>{body}</tbody></table>"
    )


def _what_is_counted(unit: str) -> str:
    measure = find_measure(unit)
    if not measure.is_share:
        return "Mentions of each theme"
    # Sentences are the one thing counted of which an article has many.
    counted = measure.noun if unit == "sentences" else measure.denominator
    return f"{counted.capitalize()} that mention each theme"


def _of_periods(
    rows: pd.DataFrame, behind: pd.DataFrame, theme: str, named: Mapping[pd.Timestamp, str]
) -> list[_Number]:
    mine = rows[rows["theme"] == theme]
    found = {row["period"]: row for row in mine.to_dict("records")}
    known = set(behind.loc[behind["theme"] == theme, "period"])
    numbers = []
    for start in named:
        row = found.get(start)
        if row is None or not row["total"]:
            numbers.append(_Number(MISSING))
        else:
            opens = cell_name(theme, start) if start in known else ""
            numbers.append(_Number(numeral(row["count"]), opens))
    return numbers


def _of_all(rows: pd.DataFrame, behind: pd.DataFrame, theme: str) -> _Number:
    known = ((behind["theme"] == theme) & behind["period"].notna()).any()
    text = numeral(round(float(rows.loc[rows["theme"] == theme, "count"].sum()), 6))
    return _Number(text, list_name(theme) if known else "")


def _of_left_out(number: int, theme: str) -> _Number:
    return _Number(str(number), list_name(theme + LEFT_OUT) if number else "")


def _cell(number: _Number, label: str, place: str) -> str:
    if not number.opens:
        return f'<td class="number missing">{number.text}</td>'
    words = escape(f"{label}, {place}: {number.text}")
    link = f'<a href="#{escape(number.opens)}" aria-label="{words}">{number.text}</a>'
    return f'<td class="number">{link}</td>'
