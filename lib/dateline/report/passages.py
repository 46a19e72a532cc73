"""Passages as a notebook shows them: the sentence, the words found, and where they are from."""

from __future__ import annotations

import re
from collections.abc import Hashable, Mapping
from html import escape
from typing import Any

import pandas as pd

from dateline.errors import SettingError
from dateline.report.show import PLAIN_TEXT, display_html

# How well the date of an article is known, in words, by its class.
DATE_WORDS = {
    "A": "stated",
    "B": "known within 8 days",
    "C": "known within 92 days",
    "D": "known within 3 years",
    "U": "unknown",
}
COLUMNS = (
    "doc_id", "from", "pre", "keyword", "post", "theme", "date", "date_class", "source", "title",
)  # fmt: skip
# Characters shown on each side of the words found; a list or a table can be one long "sentence".
_LONGEST_SIDE = 600


def show_passages(passages: pd.DataFrame, *, most: int = 50) -> None:
    """
    Show passages (the table that `find_passages` makes) as a list, by article in order of dates.

    Of more than `most` passages the earliest are shown, and how many there are is said. Each has
    the id `doc_id:from`, under which it stands in passages.csv; the words found are marked.

    Raises SettingError if a column is missing or `most` is below 1.
    """
    html = passages_html(passages, most=most)
    display_html(html, text=f"{min(most, len(passages))} of {len(passages)} passages")


def passages_html(passages: pd.DataFrame, *, most: int = 50) -> str:
    """The HTML that `show_passages` shows; every text is escaped."""
    missing = [name for name in COLUMNS if name not in passages.columns]
    if missing:
        raise SettingError(
            f"show_passages: no column `{missing[0]}`; give the table that find_passages makes"
        )
    if most < 1:
        raise SettingError(f"show_passages: most={most} shows nothing; give 1 or more")
    ordered = passages.sort_values(["date", "doc_id", "from"], kind="stable", na_position="last")
    shown = ordered.head(most)
    with_theme = passages["theme"].nunique() > 1
    articles = (
        _article(rows.to_dict("records"), with_theme)
        for _, rows in shown.groupby("doc_id", sort=False)
    )
    return (
        f'<div class="passages {PLAIN_TEXT}"><p class="note">{_extent(len(shown), len(passages))}'
        f"</p>{''.join(articles)}</div>"
    )


def _extent(shown: int, found: int) -> str:
    if not found:
        return "No passages."
    if shown < found:
        return f"Showing {shown} of {found} passages, the earliest first."
    return f"Showing all {found} passages." if found > 1 else "Showing the only passage."


def _article(rows: list[dict[Hashable, Any]], with_theme: bool) -> str:
    first = rows[0]
    passages = "".join(_passage(row, with_theme) for row in rows)
    return (
        f'<article><p class="from">{_origin(first)}</p>'
        f'<ul style="list-style:none;padding-left:0">{passages}</ul></article>'
    )


def _origin(row: Mapping[Hashable, Any]) -> str:
    """ "1 March 2022 (stated) · Source · Title", the date as an ISO day."""
    how = DATE_WORDS.get(str(row["date_class"]), "unknown")
    day = "" if pd.isna(row["date"]) else row["date"].date().isoformat()
    date = f'<time datetime="{day}">{day}</time> (date {how})' if day else f"Date {how}"
    title = f'<cite dir="auto">{escape(_text(row["title"]) or "without a title")}</cite>'
    return " · ".join(part for part in (date, escape(_text(row["source"])), title) if part)


def _passage(row: Mapping[Hashable, Any], with_theme: bool) -> str:
    pre, post = _text(row["pre"]), _text(row["post"])
    pre = pre if len(pre) <= _LONGEST_SIDE else "… " + pre[-_LONGEST_SIDE:]
    post = post if len(post) <= _LONGEST_SIDE else post[:_LONGEST_SIDE] + " …"
    passage = f"{row['doc_id']}:{row['from']}"
    anchor = re.sub(r"\s", "_", f"passage-{passage}")
    labels = [_text(row["theme"])] if with_theme else []
    small = " · ".join(escape(label) for label in [*labels, passage])
    keyword = escape(_text(row["keyword"]))
    return (
        f'<li dir="auto" id="{escape(anchor)}">{escape(pre)}<mark>{keyword}</mark>{escape(post)}'
        f' <small class="id">{small}</small></li>'
    )


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""
