"""Every number of a series opens its sentences: lists that fold, and a script that picks one."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping
from html import escape
from typing import Any

import pandas as pd

from dateline.articles.periods import period_label, period_of
from dateline.charts.wording import numeral
from dateline.errors import SettingError
from dateline.report.cells import pick_cell
from dateline.report.evidence import sample_size
from dateline.report.passages import listed_html
from dateline.report.points import cell_name
from dateline.report.show import MISSING, PLAIN_TEXT, display_html

Cell = tuple[str, pd.Timestamp]


def show_behind(
    series: pd.DataFrame, behind: pd.DataFrame, *, labels: Mapping[str, str], most: int = 25
) -> None:
    """
    Show the counts of a series as a table, and under each theme and period its sentences.

    `series` is the table of `count_by_period`, `behind` that of `passages_by_period` with the same
    timeframe and unit; `labels` maps names of themes to their labels and gives order and choice.
    Of more than `most` passages in a cell so many are shown, as `pick_examples` picks them: fewer
    where the page would have more than `evidence.MOST_IN_ALL`. How many there are is said.

    Each number leads to its list. In a report a script closes the other lists; without it they
    unfold by hand. Raises SettingError if `most` is below 1.
    """
    html = behind_html(series, behind, labels=labels, most=most)
    display_html(html, text=f"The passages behind {len(labels)} themes")


def behind_html(
    series: pd.DataFrame, behind: pd.DataFrame, *, labels: Mapping[str, str], most: int = 25
) -> str:
    """The HTML that `show_behind` shows; every text is escaped."""
    if most < 1:
        raise SettingError(f"show_behind: most={most} shows nothing; give 1 or more")
    rows = series[series["theme"].isin(list(labels))]
    mine = behind[behind["theme"].isin(list(labels))]
    limit = sample_size(mine.groupby(["theme", "period"]).size(), most)
    cells = {
        (str(theme), pd.Timestamp(str(period))): passages
        for (theme, period), passages in mine.groupby(["theme", "period"], sort=False)
    }
    named = _period_names(rows)
    lists = "".join(
        _theme_html(name, labels[name], _cells_of(rows, name, cells), named=named, limit=limit)
        for name in labels
    )
    return (
        f'<div class="picker script-picker {PLAIN_TEXT}">{_table(rows, cells, labels, named)}'
        f'<p class="note">{_rule(mine, limit, most)}</p><div class="lists">{lists}</div></div>'
    )


def _period_names(rows: pd.DataFrame) -> dict[pd.Timestamp, str]:
    starts = pd.DatetimeIndex(rows["period"]).drop_duplicates()
    period = period_of(starts) or "day"
    return {start: period_label(start, period) for start in starts}


def _cells_of(
    rows: pd.DataFrame, theme: str, cells: Mapping[Cell, pd.DataFrame]
) -> Iterator[tuple[str, pd.DataFrame]]:
    """Of each period of a theme that has passages what was counted, in words, and these."""
    for row in rows[rows["theme"] == theme].to_dict("records"):
        if (theme, row["period"]) in cells:
            noun = "mentions in" if row["unit"] == "words" else "of"
            counted = f"{numeral(row['count'])} {noun} {numeral(row['total'])} {row['unit']}"
            yield counted, cells[theme, row["period"]]


def _theme_html(
    theme: str,
    label: str,
    cells: Iterator[tuple[str, pd.DataFrame]],
    *,
    named: Mapping[pd.Timestamp, str],
    limit: int,
) -> str:
    """One theme: a list that unfolds to its periods, each of which unfolds to its passages."""
    parts = []
    for counted, passages in cells:
        period = passages["period"].iloc[0]
        shown = pick_cell(passages, limit)
        parts.append(
            f'<details class="cell" data-period="{escape(named[period])}"><summary>'
            f"<b>{escape(named[period])}</b>: {escape(counted)}; "
            f"{_extent(len(shown), len(passages))}</summary>"
            f'<div id="{escape(cell_name(theme, period))}">{listed_html(shown)}</div></details>'
        )
    if not parts:
        return ""
    noun = "period" if len(parts) == 1 else "periods"
    return (
        f'<details class="theme" data-theme="{escape(label)}"><summary>{escape(label)}: '
        f"{len(parts)} {noun}</summary>{''.join(parts)}</details>"
    )


def _extent(shown: int, found: int) -> str:
    noun = "passage" if found == 1 else "passages"
    return f"{shown:,} of {found:,} {noun} shown" if shown < found else f"{found:,} {noun}"


def _rule(behind: pd.DataFrame, limit: int, most: int) -> str:
    """How what is shown was picked, where not all is."""
    sizes = behind.groupby(["theme", "period"]).size()
    if not len(sizes) or sizes.max() <= limit:
        return "Each number opens all passages that it counts."
    why = "" if limit == most else f" ({most} would make the page too large to mail)"
    return (
        f"Each number opens at most {limit} of its passages{why}, by this rule: the first of each "
        "article; of more articles so many, spread evenly from the earliest to the latest; of "
        "fewer their second and later passages too, the earliest articles first. All are in "
        "passages.csv."
    )


def _table(
    rows: pd.DataFrame,
    cells: Mapping[Cell, pd.DataFrame],
    labels: Mapping[str, str],
    named: Mapping[pd.Timestamp, str],
) -> str:
    """The counts, themes down and periods across; each that has passages leads to them."""
    unit = str(rows["unit"].iloc[0]) if len(rows) else "stories"
    what = {"words": "Mentions", "sentences": "Sentences"}.get(unit, unit.capitalize())
    head = "".join(f'<th class="number">{escape(name)}</th>' for name in named.values())
    found = {(row["theme"], row["period"]): row for row in rows.to_dict("records")}
    numbers = {
        name: "".join(_number(found.get((name, start)), cells, labels, named) for start in named)
        for name in labels
    }
    body = "".join(
        f"<tr><th>{escape(labels[name])}</th>{row}</tr>" for name, row in numbers.items()
    )
    return (
        f'<table class="table"><caption>{what} that mention each theme. Choose a number to read '
        f"its sentences.</caption><thead><tr><th>theme</th>{head}</tr></thead>"
        f"<tbody>{body}</tbody></table>"
    )


def _number(
    row: Mapping[Hashable, Any] | None,
    cells: Mapping[Cell, pd.DataFrame],
    labels: Mapping[str, str],
    named: Mapping[pd.Timestamp, str],
) -> str:
    if row is None or not row["total"]:
        return f'<td class="number missing">{MISSING}</td>'
    theme, period = str(row["theme"]), row["period"]
    number = numeral(row["count"])
    if (theme, period) not in cells:
        return f'<td class="number missing">{number}</td>'
    label = escape(f"{labels[theme]}, {named[period]}: {number}")
    link = escape(cell_name(theme, period))
    return f'<td class="number"><a href="#{link}" aria-label="{label}">{number}</a></td>'
