"""A table of which each row opens its passages, without a script."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from html import escape

import pandas as pd

from dateline.articles.shortening import shorten
from dateline.report.passages import passages_html
from dateline.report.share_level import sentences_withheld
from dateline.report.show import display_html, table_html

LONGEST = 110  # characters of a cell
# Passages in the lists of one page, so that it can be mailed: one is about 600 bytes of HTML.
MOST_IN_ALL = 1200

Key = tuple[str, ...]


def show_evidence(
    table: pd.DataFrame,
    passages: pd.DataFrame,
    *,
    by: Mapping[str, str],
    columns: Mapping[str, str],
    most: int = 5,
) -> None:
    """
    Show a table as `show_table` does; under each row that has passages, a line that opens them.

    `by` says which column of `table` must equal which column of `passages` (a table as
    `find_passages` makes, perhaps with more columns). Of more than `most` passages those of
    `pick_examples` are shown, and how many there are is said; fewer than `most` where the table
    would have more than MOST_IN_ALL. The first of `columns` divides the
    rows into groups, each under its value as a heading. Long texts are cut. Below the share level
    "full" a note says what of the sentences is withheld.

    Raises SettingError as `show_table` and `show_passages`.
    """
    html = evidence_html(table, passages, by=by, columns=columns, most=most)
    withheld = sentences_withheld()
    note = f'<p class="note">{withheld}</p>' if withheld and len(passages) else ""
    display_html(note + html, text=f"Table ({len(table)} rows, {len(passages)} passages)")


def evidence_html(
    table: pd.DataFrame,
    passages: pd.DataFrame,
    *,
    by: Mapping[str, str],
    columns: Mapping[str, str],
    most: int = 5,
) -> str:
    """The HTML that `show_evidence` shows; every text is escaped."""
    groups = {
        key if isinstance(key, tuple) else (key,): rows
        for key, rows in passages.groupby(list(by.values()), sort=False)
    }
    most = sample_size(map(len, groups.values()), most) if most > 1 else most
    group, *others = columns
    cells = {name: columns[name] for name in others}
    html = table_html(_cut(table), columns=cells).replace(
        'class="table', 'class="evidence table', 1
    )
    head, _, body = html.partition("<tbody>")
    # Cells are escaped, so the end of a row is nowhere but at the end of a row.
    rows = [f"{row}</tr>" for row in body.split("</tr>")[:-1]]
    if table.empty:
        return html
    keys: list[Key] = list(table[list(by)].astype(str).itertuples(index=False, name=None))
    parts: dict[str, list[str]] = {}
    for heading, row, key in zip(table[group], rows, keys, strict=True):
        opened = _opened(groups[key], len(cells), most) if key in groups else ""
        parts.setdefault(str(heading), []).append(row + opened)
    bodies = (
        f'<tbody><tr class="group"><th colspan="{len(cells)}"><span>{escape(heading)}</span>'
        "</th></tr>"
        f"{''.join(rows)}</tbody>"
        for heading, rows in parts.items()
    )
    return f"{head}{''.join(bodies)}</table>"


def _cut(table: pd.DataFrame) -> pd.DataFrame:
    """The table with its texts cut; a rule of the codebook can have a thousand letters."""
    texts = table.select_dtypes(["object", "string"])
    return table.assign(**{str(name): texts[name].map(_short) for name in texts})


def _short(cell: object) -> object:
    return shorten(cell, LONGEST) if isinstance(cell, str) else cell


def sample_size(sizes: Iterable[int], most: int) -> int:
    """
    How many passages each list of a page may show, of lists of these sizes.

    That is `most`, or fewer so that all lists together show MOST_IN_ALL; at least 1.

    >>> sample_size([9, 1], most=5), sample_size([900, 900, 9], most=900)
    (5, 595)
    """
    sizes = list(sizes)
    fits = (each for each in range(most, 1, -1) if sum(min(n, each) for n in sizes) <= MOST_IN_ALL)
    return next(fits, 1)


def pick_examples(passages: pd.DataFrame, most: int) -> pd.DataFrame:
    """
    At most `most` passages that stand for all, the same ones in every run.

    One from each article, its first; of more articles than `most`, evenly from the earliest to the
    latest. Where the articles are fewer, their second and later passages follow, the earliest
    articles first.
    """
    ordered = passages.sort_values(["date", "doc_id", "from"], kind="stable", na_position="last")
    turn = ordered.groupby("doc_id").cumcount()
    firsts = ordered[turn == 0]
    if len(firsts) > most:
        return firsts.iloc[_evenly(len(firsts), most)]
    return ordered.loc[turn.sort_values(kind="stable").index[:most]]


def _evenly(number: int, most: int) -> list[int]:
    """So many of the positions 0 to number - 1, the first and the last among them."""
    if most == 1:
        return [0]
    return [round(step * (number - 1) / (most - 1)) for step in range(most)]


def _opened(passages: pd.DataFrame, width: int, most: int) -> str:
    shown = pick_examples(passages, most)
    number = f"{len(shown)} of {len(passages)}" if len(shown) < len(passages) else len(passages)
    noun = "passage" if len(passages) == 1 else "passages"
    listed = passages_html(shown, most=most)
    return (
        f'<tr class="behind"><td colspan="{width}"><details><summary>{number} {noun}</summary>'
        f"{listed}</details></td></tr>"
    )
