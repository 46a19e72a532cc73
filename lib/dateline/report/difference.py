"""What differs between two reports: what went in, what was asked, and which points moved."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pandas as pd

from dateline.articles import Timeframe
from dateline.report.codebook_difference import CODEBOOK_COLUMNS, compare_codebooks
from dateline.report.made import open_report
from dateline.report.movement import (
    ARTICLES_NEEDED,
    PASSAGES_NEEDED,
    SERIES_NEEDED,
    causes_of,
    make_side,
    moved_points,
    same_articles,
)

_SMALL = 1e-9
_SHA, _HEX = 64, frozenset("0123456789abcdef")
# Points whose articles are looked up; the others are only counted.
MOST = 20
# The parts of a record that are a value by name, and what a difference calls them.
_VALUES = {
    "settings": "parameter",
    "seeds": "seed",
    "versions": "version of",
    "definitions": "content of",
    "notebooks": "notebook",
}


@dataclass(frozen=True)
class Difference:
    """
    What `compare_reports` found.

    `files`: change (added, removed or changed), path. `values`: what (such as "parameter" or
    "version of"), name, old, new; a missing value is blank. `codebook`: CODEBOOK_COLUMNS, or None
    where one of the records has no codebook. `points`: POINT_COLUMNS of `movement`, all of them.
    `causes`: for each of the first points the table of `causes_of`. `period` is that of the
    series; `series_remark` says why points could not be compared, else it is blank.
    `n_files`, `n_points`: how many there are to compare; `n_bounds`: points that did not move but
    have another interval. `outputs`: names of written files that
    differ or that only one report has.
    """

    files: pd.DataFrame
    values: pd.DataFrame
    codebook: pd.DataFrame | None
    points: pd.DataFrame
    causes: tuple[pd.DataFrame, ...]
    period: str
    series_remark: str
    n_files: int
    n_points: int
    n_bounds: int
    outputs: tuple[str, ...]

    @property
    def is_empty(self) -> bool:
        """Whether both reports were made from the same and say the same."""
        tables = [self.files, self.values, self.points, self.codebook]
        same = all(table is not None and table.empty for table in tables)
        return same and not self.outputs and not self.series_remark and not self.n_bounds


def compare_reports(old: str | Path, new: str | Path, *, most: int = MOST) -> Difference:
    """
    Compare two folders that `dateline report` wrote.

    The series are those of series.csv. For the `most` points that moved furthest the articles
    behind the move are looked up in articles.csv and passages.csv of both, so nothing is counted
    again. Points are not compared where unit or period differ.

    Raises ReportError for a folder that is no report or whose tables cannot be read.
    """
    before, after = _read(old), _read(new)
    remark = _not_comparable(before, after)
    codebook = _codebooks(before, after)
    points = moved_points(before.series, before.series if remark else after.series)
    keys = pd.concat([side.series[["theme", "period"]] for side in (before, after)])
    return Difference(
        files=_files(before.part("files"), after.part("files")),
        values=_values(before, after),
        codebook=codebook,
        points=points,
        causes=_causes(points.head(most), before, after, codebook),
        period=after.timeframe.period,
        series_remark=remark,
        n_files=len(after.part("files")),
        n_points=len(keys.drop_duplicates()),
        n_bounds=0 if remark else _n_bounds(before.series, after.series, points),
        outputs=_outputs(before.part("written"), after.part("written")),
    )


@dataclass(frozen=True)
class _Read:
    """What is compared of one report."""

    record: Mapping[str, Any]
    articles: pd.DataFrame
    passages: pd.DataFrame
    series: pd.DataFrame
    timeframe: Timeframe

    @property
    def unit(self) -> str:
        """The unit of the series; blank without a row."""
        return str(self.series["unit"].iloc[0]) if len(self.series) else ""

    def part(self, name: str) -> dict[str, Any]:
        """A part of the record; empty where the record has none."""
        found = self.record.get(name)
        return dict(found) if isinstance(found, dict) else {}


def _read(folder: str | Path) -> _Read:
    report = open_report(folder)
    articles = report.table("articles", ARTICLES_NEEDED)
    passages = report.table("passages", PASSAGES_NEEDED)
    series = report.table("series", SERIES_NEEDED)
    return _Read(report.record, articles, passages, series, report.timeframe(articles))


def _n_bounds(old: pd.DataFrame, new: pd.DataFrame, points: pd.DataFrame) -> int:
    """How many points stand where they stood, with another interval."""
    keys = ["theme", "period"]
    both = old.merge(new, on=keys, suffixes=("_old", "_new"))
    other = pd.Series(False, index=both.index)
    for end in ("low", "high"):
        ends = both[f"{end}_old"], both[f"{end}_new"]
        other |= ~((ends[0] - ends[1]).abs() < _SMALL) & ~(ends[0].isna() & ends[1].isna())
    moved = both.merge(points[keys], on=keys, how="left", indicator=True)["_merge"] == "both"
    return int((other & ~moved.to_numpy()).sum())


def _not_comparable(before: _Read, after: _Read) -> str:
    periods = before.timeframe.period, after.timeframe.period
    units = before.unit, after.unit
    for name, (old, new) in (("period", periods), ("unit", units)):
        if old and new and old != new:
            return (
                f"The {name} is {old} in one report and {new} in the other, so no point can be "
                f"compared; make both with the same {name}."
            )
    return ""


def _codebooks(before: _Read, after: _Read) -> pd.DataFrame | None:
    old, new = before.part("codebook"), after.part("codebook")
    if old and new:
        return compare_codebooks(old, new, passages=(before.passages, after.passages))
    same = before.part("definitions").get("codebook") == after.part("definitions").get("codebook")
    return pd.DataFrame(columns=list(CODEBOOK_COLUMNS)).astype(CODEBOOK_COLUMNS) if same else None


def _causes(
    points: pd.DataFrame, before: _Read, after: _Read, codebook: pd.DataFrame | None
) -> tuple[pd.DataFrame, ...]:
    if points.empty:
        return ()
    unit = str(points["unit"].iloc[0])
    sides = tuple(
        make_side(side.articles, side.passages, timeframe=side.timeframe, unit=unit)
        for side in (before, after)
    )
    changes = codebook if codebook is not None else pd.DataFrame(columns=list(CODEBOOK_COLUMNS))
    same = same_articles(before.articles, after.articles)
    pair = (sides[0], sides[1])
    return tuple(
        causes_of(point, pair, changes=changes, same=same) for point in points.itertuples()
    )


def _files(old: Mapping[str, str], new: Mapping[str, str]) -> pd.DataFrame:
    rows = [("added", path) for path in new if path not in old]
    rows += [("removed", path) for path in old if path not in new]
    rows += [("changed", path) for path in new if path in old and old[path] != new[path]]
    return pd.DataFrame(rows, columns=["change", "path"])


def _values(before: _Read, after: _Read) -> pd.DataFrame:
    rows = []
    for part, word in _VALUES.items():
        old, new = before.part(part), after.part(part)
        names = dict.fromkeys([*new, *old])
        if part == "settings" or before.record.get("format") != after.record.get("format"):
            # A notebook that one of the runs left out declares settings that the other has not,
            # and a record of before 0.4 says less.
            names = dict.fromkeys(name for name in new if name in old)
        for name in names:
            ends = _text(old.get(name)), _text(new.get(name))
            if ends[0] != ends[1]:
                rows.append((word, name, *ends))
    return pd.DataFrame(rows, columns=["what", "name", "old", "new"])


def _text(value: object) -> str:
    """A value as text; of a checksum the first digits."""
    if isinstance(value, Mapping):
        value = value.get("sha256", "")
    text = "" if value is None else str(value)
    return text[:12] if len(text) == _SHA and set(text) <= _HEX else text


def _outputs(old: Mapping[str, str], new: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(name for name in sorted({**old, **new}) if old.get(name) != new.get(name))
