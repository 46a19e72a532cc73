"""The difference between two reports in words: for a terminal, and as Markdown for a CI job."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import pandas as pd

from dateline.articles.periods import period_label
from dateline.articles.shortening import shorten
from dateline.charts.wording import amount, numeral, percent, singular
from dateline.report.codebook_lines import codebook_lines, whole_themes
from dateline.report.difference import Difference
from dateline.stats.measures import find_measure

# Lines of a list, articles of a reason, and characters of a name, before the rest is counted.
MOST_LINES, MOST_NAMES, LONGEST = 12, 5, 80
NOTHING = "Both reports were made from the same, with the same, and say the same."
_MARK = re.compile(r"[^\w\s]|_")


@dataclass(frozen=True)
class _Marks:
    """How names and terms are written so that they can break nothing."""

    name: Callable[[object], str]
    term: Callable[[object], str]


def difference_text(difference: Difference) -> str:
    """
    The difference as plain text: a heading, and lines set in below it, for each part that differs.

    Characters that a terminal would obey are replaced. Lists are cut, and how many more there are
    is said. Ends with a line break.
    """
    blocks = [
        "\n".join([heading, *(f"  {line}" for line in lines)])
        for heading, lines in _parts(difference, _Marks(_printable, lambda x: f"`{_printable(x)}`"))
    ]
    return "\n\n".join(blocks or [NOTHING]) + "\n"


def difference_markdown(difference: Difference) -> str:
    """
    The same as Markdown, for the summary of a CI job; no name or term can become markup.
    """
    blocks = [
        "\n".join([f"### {heading}", "", *(f"- {line}" for line in lines)])
        for heading, lines in _parts(difference, _Marks(_escaped, _code))
    ]
    return "\n\n".join(["## What changed", *(blocks or [NOTHING])]) + "\n"


def _parts(difference: Difference, marks: _Marks) -> Iterator[tuple[str, list[str]]]:
    """Heading and lines of each part that has something to say, what moved first."""
    points = _point_lines(difference, marks)
    if points:
        yield f"Points: {_of(len(difference.points), difference.n_points)} moved", points
    if difference.series_remark:
        yield "Points", [difference.series_remark]
    if difference.n_bounds:
        yield "Intervals", [f"{_of(difference.n_bounds, difference.n_points)} points did not move "
                            "and have another interval."]  # fmt: skip
    if difference.codebook is None:
        yield "Codebook", ["It differs; one report is too old to say in which terms."]
    elif len(difference.codebook):
        lines = codebook_lines(difference.codebook, name=marks.name, term=marks.term)
        yield "Codebook", _cut(lines, "codebook.csv of each report has all terms")
    if len(difference.files):
        yield _files_heading(difference), _file_lines(difference.files, marks)
    if len(difference.values):
        yield (
            "Settings and programs",
            _cut([_value_line(row, marks) for row in difference.values.itertuples()]),
        )
    if difference.outputs:
        names = [marks.name(name) for name in difference.outputs]
        number = amount(len(names), "written files")
        yield f"Results: {number} not the same", [_listed(names, MOST_LINES)]


def _point_lines(difference: Difference, marks: _Marks) -> list[str]:
    points = difference.points.head(len(difference.causes)).itertuples()
    whole = whole_themes(difference.codebook)
    lines = [
        f"{_point(row, difference.period, marks)}{_because(causes, row, marks)}"
        if str(row.theme) not in whole
        else f"{_one_sided(row, difference.period, marks)}; {whole[str(row.theme)]}"
        for row, causes in zip(points, difference.causes, strict=True)
    ]
    left = len(difference.points) - len(lines)
    return lines + ([f"... {left} more moved, none of them further"] if left else [])


def _point(row: Any, period: str, marks: _Marks) -> str:
    """
    "sanctions 2022 Q1: 3 -> 5 of 12 stories (25 % -> 42 %)"
    """
    measure = find_measure(row.unit)
    place = f"{marks.name(row.theme)} {period_label(row.period, period)}"
    counts = f"{numeral(row.count_old)} -> {numeral(row.count_new)}"
    if abs(row.total_old - row.total_new) < 0.001:
        numbers = f"{counts} of {amount(row.total_new, measure.noun)}"
    else:
        before = f"{numeral(row.count_old)} of {numeral(row.total_old)}"
        numbers = f"{before} -> {numeral(row.count_new)} of {amount(row.total_new, measure.noun)}"
    ends = [
        _share(row.count_old, row.total_old, measure.per),
        _share(row.count_new, row.total_new, measure.per),
    ]
    return f"{place}: {numbers} ({' -> '.join(ends)})"


def _one_sided(row: Any, period: str, marks: _Marks) -> str:
    """
    "war 2022 Q1: 3 of 12 stories (25 %)", of a theme that only one of the codebooks has
    """
    measure = find_measure(row.unit)
    end = "new" if row.total_new else "old"
    count, total = getattr(row, f"count_{end}"), getattr(row, f"total_{end}")
    place = f"{marks.name(row.theme)} {period_label(row.period, period)}"
    numbers = f"{numeral(count)} of {amount(total, measure.noun)}"
    return f"{place}: {numbers} ({_share(count, total, measure.per)})"


def _share(count: float, total: float, per: int) -> str:
    if not total:
        return "no share"
    return percent(count, total) if per == 1 else f"{per * count / total:.1f} in {per:,}"


def _because(causes: pd.DataFrame, row: Any, marks: _Marks) -> str:
    """The articles that move a point, by reason: those of the count, then those of the total."""
    moving = causes[causes["effect"].abs() > 1e-6]
    others = causes[(causes["effect"].abs() <= 1e-6) & (causes["effect_total"].abs() > 1e-6)]
    parts = ["through " + _reasons(moving, marks)] if len(moving) else []
    if len(others) and abs(row.total_old - row.total_new) > 1e-6:
        sign = "+" if row.total_new > row.total_old else "-"
        change = f"{sign}{numeral(abs(row.total_new - row.total_old))}"
        parts.append(f"total {change}: {_reasons(others, marks)}")
    return "".join(f"; {part}" for part in parts)


def _reasons(causes: pd.DataFrame, marks: _Marks) -> str:
    phrases = []
    for key, rows in causes.groupby(["reason", "term"], sort=False):
        reason, term = map(str, key)
        names = _listed([marks.name(name) for name in rows["name"]], MOST_NAMES)
        words = reason.replace("articles", singular("articles"), 1) if len(rows) == 1 else reason
        phrases.append(f"{words} {marks.term(term)} in {names}" if term else f"{words} {names}")
    return ", ".join(phrases)


def _files_heading(difference: Difference) -> str:
    sizes = difference.files["change"].value_counts()
    words = [f"{sizes[change]} {change}" for change in ("added", "removed", "changed")
             if change in sizes]  # fmt: skip
    return f"Files: {', '.join(words)}; {difference.n_files} now"


def _file_lines(files: pd.DataFrame, marks: _Marks) -> list[str]:
    return [
        f"{change}: {_listed([marks.name(path) for path in rows['path']], MOST_LINES)}"
        for change, rows in files.groupby("change", sort=False)
    ]


def _value_line(row: Any, marks: _Marks) -> str:
    none = "not run" if row.what == "notebook" else "none"
    ends = [marks.name(value) if value != "" else none for value in (row.old, row.new)]
    return f"{row.what} {marks.name(row.name)}: {ends[0]} -> {ends[1]}"


def _cut(lines: list[str], rest: str = "") -> list[str]:
    """At most MOST_LINES lines, then how many more there are, and where."""
    left = len(lines) - MOST_LINES
    more = f"... {left} more{'; ' if rest else ''}{rest}"
    return lines if left <= 0 else [*lines[:MOST_LINES], more]


def _listed(names: list[str], most: int) -> str:
    left = len(names) - most
    return ", ".join(names[:most]) + (f" and {left} more" if left > 0 else "")


def _of(number: int, total: int) -> str:
    return f"{number:,} of {total:,}"


def _printable(text: object) -> str:
    """One line without the characters that a terminal would obey."""
    line = shorten(str(text), LONGEST)
    return "".join(sign if sign.isprintable() else "\N{REPLACEMENT CHARACTER}" for sign in line)


def _escaped(text: object) -> str:
    """With every mark as a number, which Markdown and HTML show and never obey."""
    return _MARK.sub(lambda sign: f"&#{ord(sign[0])};", _printable(text))


def _code(text: object) -> str:
    return f"<code>{_escaped(text)}</code>"
