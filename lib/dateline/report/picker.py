"""Every number of a series opens its sentences: lists that fold, and a script that picks one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from html import escape

import pandas as pd

from dateline.articles.periods import period_label, period_of
from dateline.charts.wording import amount, listing
from dateline.errors import SettingError
from dateline.report.cells import pick_cell
from dateline.report.evidence import sample_size
from dateline.report.passages import listed_html
from dateline.report.picker_table import counts_html
from dateline.report.points import LEFT_OUT, article_name, cell_name, list_name, said_count
from dateline.report.share_level import sentences_withheld
from dateline.report.show import PLAIN_TEXT, display_html


@dataclass(frozen=True)
class _Lists:
    """What all lists of a page share: names of the periods, words of the counts, the limit."""

    named: Mapping[pd.Timestamp, str]
    counted: Mapping[tuple[str, pd.Timestamp], str]
    limit: int


def show_behind(
    series: pd.DataFrame, behind: pd.DataFrame, *, labels: Mapping[str, str], most: int = 25
) -> None:
    """
    Show the counts of a series as a table, and under each theme and period its sentences.

    `series` is the table of `count_by_period`, `behind` that of `passages_by_period` with the same
    timeframe and unit; `labels` maps names of themes to their labels and gives order and choice.
    Of more than `most` passages in a cell so many are shown, as `pick_examples` picks them: fewer
    where the page would have more than `evidence.MOST_IN_ALL`. How many there are is said. What is
    in no period for its date has a list of its own under each theme.

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
    sizes = mine.groupby(["theme", "period"], dropna=False).size()
    limit = sample_size(sizes, most)
    named = _period_names(rows)
    shared = _Lists(named, _counted(rows), limit)
    lists = "".join(
        _theme_html(name, labels[name], mine[mine["theme"] == name], shared) for name in labels
    )
    table = counts_html(rows, mine, labels=labels, named=named)
    note = f"{_rule(sizes, limit, most)} {sentences_withheld()}".strip()
    return (
        f'<div class="picker script-picker {PLAIN_TEXT}">{table}'
        f'<p class="note">{note}</p><div class="lists">{lists}</div></div>'
    )


def _period_names(rows: pd.DataFrame) -> dict[pd.Timestamp, str]:
    starts = pd.DatetimeIndex(rows["period"]).drop_duplicates()
    period = period_of(starts) or "day"
    return {start: period_label(start, period) for start in starts}


def _counted(rows: pd.DataFrame) -> dict[tuple[str, pd.Timestamp], str]:
    """What was counted for each theme and period, in words."""
    return {
        (row["theme"], row["period"]): said_count(row["count"], row["total"], row["unit"])
        for row in rows.to_dict("records")
    }


def _theme_html(theme: str, label: str, passages: pd.DataFrame, shared: _Lists) -> str:
    """One theme: a list that unfolds to its periods, each of which unfolds to its passages."""
    if passages.empty:
        return ""
    ids = {str(doc): article_name(theme, str(doc)) for doc in passages["doc_id"].unique()}
    parts = []
    for start, rows in passages.groupby("period"):
        period = pd.Timestamp(str(start))
        words = shared.counted.get((theme, period), "")
        name = cell_name(theme, period)
        parts.append(_cell_html(name, shared.named[period], words, (rows, ids, shared.limit)))
        ids = {doc: name for doc, name in ids.items() if doc not in set(rows["doc_id"])}
    number = amount(len(parts), "periods")
    outside = passages[passages["period"].isna()]
    if len(outside):
        name = list_name(theme + LEFT_OUT)
        parts.append(_cell_html(name, "Left out", _reasons(outside), (outside, ids, shared.limit)))
        number += f", and {amount(outside['doc_id'].nunique(), 'texts')} left out"
    return (
        f'<details class="theme" id="{escape(list_name(theme))}" data-theme="{escape(label)}">'
        f"<summary>{escape(label)}: {number}</summary>{''.join(parts)}</details>"
    )


def _cell_html(
    name: str, heading: str, words: str, content: tuple[pd.DataFrame, Mapping[str, str], int]
) -> str:
    passages, ids, limit = content
    shown = pick_cell(passages, limit)
    return (
        f'<details class="cell" data-period="{escape(heading)}"><summary>'
        f"<b>{escape(heading)}</b>: {escape(words)}; {_extent(len(shown), len(passages))}"
        f'</summary><div id="{escape(name)}">{listed_html(shown, ids)}</div></details>'
    )


def _reasons(outside: pd.DataFrame) -> str:
    """Why texts are in no period: "2 texts, 1 undated and 1 too wide"."""
    texts = outside.drop_duplicates("doc_id")
    numbers = texts.groupby("reason", sort=False).size()
    parts = [f"{number} {reason}" for reason, number in numbers.items()]
    return f"{amount(len(texts), 'texts')}, {listing(parts)}"


def _extent(shown: int, found: int) -> str:
    noun = "passage" if found == 1 else "passages"
    return f"{shown:,} of {found:,} {noun} shown" if shown < found else f"{found:,} {noun}"


def _rule(sizes: pd.Series[int], limit: int, most: int) -> str:
    """How what is shown was picked, where not all is."""
    if not len(sizes) or sizes.max() <= limit:
        return "Each number opens all passages that it counts."
    why = "" if limit == most else f" ({most} would make the page too large to mail)"
    return (
        f"Each number opens at most {limit} of its passages{why}, by this rule: the first of each "
        "article; of more articles so many, spread evenly from the earliest to the latest; of "
        "fewer their second and later passages too, the earliest articles first. All are in "
        "passages.csv."
    )
