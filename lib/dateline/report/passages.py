"""Passages as a notebook shows them: the sentence, the words found, and where they are from."""

from __future__ import annotations

import re
from collections.abc import Hashable, Mapping
from html import escape
from itertools import groupby
from typing import Any

import pandas as pd

from dateline.articles.dates.evidence import DATED, HOW_KNOWN
from dateline.articles.shortening import shorten
from dateline.errors import SettingError
from dateline.report.show import PLAIN_TEXT, display_html

COLUMNS = (
    "passage_id", "doc_id", "from", "pre", "keyword", "post", "theme", "date", "date_class",
    "source", "title", "path",
)  # fmt: skip
# Characters shown on each side of the words found; a list or a table can be one long "sentence".
_LONGEST_SIDE = 600
_BLANK = "Words withheld."
_LONGEST_QUOTE = 160  # characters of the words that date an article
_NO_IDS: Mapping[str, str] = {}

Row = dict[Hashable, Any]


def show_passages(passages: pd.DataFrame, *, most: int = 50, left_out: int = 0) -> None:
    """
    Show passages (the table that `find_passages` makes) as a list, by article in order of dates.

    Of more than `most` passages the earliest are shown, and how many there are is said. A
    sentence with several matches is shown once, with each of them marked, and with their ids,
    under which they stand in passages.csv. After the date stands how it is known, and the words
    that tell it if `passages` has the column date_evidence.

    `left_out` is the number of passages that a choice of days or of classes of dates took away,
    which is said too.

    Raises SettingError if a column is missing or `most` is below 1.
    """
    html = passages_html(passages, most=most, left_out=left_out)
    display_html(html, text=f"{min(most, len(passages))} of {len(passages)} passages")


def passages_html(passages: pd.DataFrame, *, most: int = 50, left_out: int = 0) -> str:
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
    return (
        f'<div class="passages {PLAIN_TEXT}"><p class="note">{_extent(len(shown), len(passages))}'
        f"{_left_out(left_out)}</p>{_articles(shown, passages['theme'].nunique() > 1)}</div>"
    )


def say_passages(passages: pd.DataFrame, articles: pd.DataFrame, *, left_out: int = 0) -> str:
    """
    How many passages there are, in how many articles, and which a count of stories leaves out.

    `passages` is a table as `find_passages` makes, `articles` that of a corpus. Those of articles
    of class D or U are in no chart; those of dated copies count with their originals. A date that
    is too wide for one period of a chart is not looked at: which period it has is the chart's.
    `left_out` as in `show_passages`.
    """
    if passages.empty:
        return f"No passages.{_left_out(left_out)}"
    undated = ~passages["date_class"].isin(DATED)
    copies = articles.loc[articles["copy_of"] != "", "doc_id"]
    copied = passages["doc_id"].isin(copies) & ~undated
    size = f"{len(passages):,} {'passage' if len(passages) == 1 else 'passages'}"
    number = passages["doc_id"].nunique()
    return (
        f"{size} in {number:,} {'article' if number == 1 else 'articles'}: {undated.sum():,} of "
        f"them in undated articles and {copied.sum():,} in copies, which charts of distinct "
        f"stories do not count.{_left_out(left_out)}"
    )


def listed_html(passages: pd.DataFrame, ids: Mapping[str, str]) -> str:
    """
    The passages as `show_passages` lists them, without a word on how many they are.

    `ids` are the ids of the articles that have one on this page, by doc_id.
    """
    ordered = passages.sort_values(["date", "doc_id", "from"], kind="stable", na_position="last")
    return f'<div class="passages">{_articles(ordered, with_theme=False, ids=ids)}</div>'


def _articles(passages: pd.DataFrame, with_theme: bool, ids: Mapping[str, str] = _NO_IDS) -> str:
    return "".join(
        _article(rows.to_dict("records"), with_theme, ids.get(str(doc_id), ""))
        for doc_id, rows in passages.groupby("doc_id", sort=False)
    )


def _extent(shown: int, found: int) -> str:
    if not found:
        return "No passages."
    if shown < found:
        return f"Showing {shown} of {found} passages, the earliest first."
    return f"Showing all {found} passages." if found > 1 else "Showing the only passage."


def _left_out(number: int) -> str:
    if not number:
        return ""
    what = "is left out; its article is" if number == 1 else "are left out; their articles are"
    return f" {number} more {what} undated, dated less surely than asked, or of other days."


def _article(rows: list[Row], with_theme: bool, name: str) -> str:
    sentences = "".join(
        _sentence(text, list(same), with_theme) for text, same in groupby(rows, key=_whole)
    )
    known = f' id="{escape(name)}"' if name else ""
    return (
        f'<article{known}><p class="from">{_origin(rows[0])}</p>'
        f'<ul style="list-style:none;padding-left:0">{sentences}</ul></article>'
    )


def _origin(row: Row) -> str:
    """ "2022-03-01 (date stated: “1 March 2022”) · Source · Title", the date as an ISO day."""
    how = escape(HOW_KNOWN.get(str(row["date_class"]), "unknown") + _words(row))
    day: str = "" if pd.isna(row["date"]) else row["date"].date().isoformat()
    date: str = f'<time datetime="{day}">{day}</time> (date {how})' if day else f"Date {how}"
    title = f'<cite dir="auto">{escape(_text(row["title"]) or _text(row["path"]))}</cite>'
    return " · ".join(part for part in (date, escape(_text(row["source"])), title) if part)


def _words(row: Row) -> str:
    """The words that date the article, where they are known."""
    quoted = shorten(_text(row.get("date_evidence")), _LONGEST_QUOTE)
    return f": “{quoted}”" if quoted else ""


def _sentence(text: str, rows: list[Row], with_theme: bool) -> str:
    """One sentence with all its matches marked, and the ids of their rows in passages.csv."""
    themes = dict.fromkeys(_text(row["theme"]) for row in rows) if with_theme else {}
    ids = " ".join(_text(row["passage_id"]) for row in rows)
    shown = _marked(text, rows) if text else f'<span class="note">{_BLANK}</span>'
    small = " · ".join(map(escape, [*themes, ids]))
    return f'<li dir="auto">{shown} <small class="id">{small}</small></li>'


def _marked(text: str, rows: list[Row]) -> str:
    """The sentence as HTML; of overlapping matches the rest of the second is marked too."""
    at, pieces = 0, []
    for row in rows:
        start = max(len(_text(row["pre"])), at)
        end = len(_text(row["pre"])) + len(_text(row["keyword"]))
        if start < end:
            anchor = re.sub(r"\s", "_", f"passage-{row['passage_id']}")
            between = _tail(text[at:start], first=not at)
            pieces.append(f'{escape(between)}<mark id="{escape(anchor)}">')
            pieces.append(f"{escape(text[start:end])}</mark>")
            at = end
    rest = text[at:]
    after = rest if len(rest) <= _LONGEST_SIDE else rest[:_LONGEST_SIDE] + " …"
    return "".join(pieces) + escape(after)


def _tail(between: str, *, first: bool) -> str:
    """A long stretch before a match, cut where nothing is marked."""
    if len(between) <= _LONGEST_SIDE:
        return between
    return ("… " if first else " … ") + between[-_LONGEST_SIDE:]


def _whole(row: Row) -> str:
    return _text(row["pre"]) + _text(row["keyword"]) + _text(row["post"])


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""
