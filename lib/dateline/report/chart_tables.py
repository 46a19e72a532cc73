"""The numbers of each chart of a page, as a CSV file beside it and a link below the figure."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import pandas as pd

from dateline.charts.drawing import Drawing, table_of
from dateline.charts.timeline import MOST, rows_of_part, timeline_rows
from dateline.report.chart_data import OF_ARTICLES, TEXT_COLUMNS
from dateline.report.output import Output
from dateline.report.tables import table_bytes

if TYPE_CHECKING:
    from bs4 import BeautifulSoup

# Under which name a packed drawing has its table as CSV.
NUMBERS = "numbers"
# What tells a page that a figure is the next chart, and whether it has a table.
MARK = "data-chart"
# What a chart shows of an article; the rest of it is in articles.csv.
_DRAWN = (
    "doc_id", "source", "title", "date", "date_class", "date_earliest", "date_latest",
    "date_conflict", "problem",
)  # fmt: skip


def numbers_csv(drawing: Drawing) -> str:
    """
    The table that a chart was drawn from, as CSV without running text; "" if there is none.

    Of articles it has what a chart shows of them, of a part of a timeline the rows of that part.
    The columns are else those that the chart takes.
    """
    table = table_of(drawing)
    if table is None:
        return ""
    if set(table.columns) >= OF_ARTICLES:
        table = _drawn_rows(table, drawing)[[name for name in _DRAWN if name in table.columns]]
    kept = [name for name in table.columns if name not in TEXT_COLUMNS]
    return table_bytes(table[kept], ".csv").decode("utf-8")


def _drawn_rows(articles: pd.DataFrame, drawing: Drawing) -> pd.DataFrame:
    part, most = drawing.arguments.get("part"), drawing.arguments.get("most", MOST)
    if part is None:
        return articles
    return rows_of_part(timeline_rows(articles, most=most), most=most, part=part)


def table_name(page: str, number: int) -> str:
    """
    The file with the numbers of a chart; charts of a page are numbered from 1.

    >>> table_name("06-compare", 2)
    '06-compare-2.csv'
    """
    return f"{page}-{number}.csv"


def write_numbers(page: str, drawn: Iterable[dict[str, Any]], output: Output) -> tuple[str, ...]:
    """
    Write the tables of the charts of a page, take them out of `drawn`, and return their names.

    Those of an earlier run, which had more charts, are taken away.
    """
    names = []
    for number, chart in enumerate(drawn, start=1):
        if numbers := chart.pop(NUMBERS, ""):
            names.append(table_name(page, number))
            output.write(names[-1], numbers.encode("utf-8", "replace"))
    forget_numbers(page, output)
    return tuple(names)


def forget_numbers(page: str, output: Output) -> None:
    """Take away the tables of charts that an earlier run wrote of this page."""
    earlier = re.compile(re.escape(page) + r"-[1-9][0-9]*\.csv")
    found = output.folder.iterdir() if output.folder.is_dir() else ()
    output.remove(*(path.name for path in found if earlier.fullmatch(path.name)))


def link_numbers(soup: BeautifulSoup, page: str) -> None:
    """Put below each figure that has a table a link to it; the marks are taken away."""
    for number, figure in enumerate(soup.select(f"figure[{MARK}]"), start=1):
        if figure.attrs.pop(MARK) != NUMBERS:
            continue
        name = table_name(page, number)
        caption = figure.figcaption
        if caption is None:
            caption = soup.new_tag("figcaption")
            figure.append(caption)
        line = soup.new_tag("span", attrs={"class": "its-numbers"})
        line.append("The numbers of this chart: ")
        link = soup.new_tag("a", attrs={"href": quote(name)})
        link.string = name
        line.append(link)
        caption.append(line)
