"""A report folder read back: its record, and its tables with their types."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

import pandas as pd

from dateline.articles import Timeframe, choose_period
from dateline.articles.timeframe import AUTO
from dateline.errors import ReportError
from dateline.report.record import FORMER_RECORD, RECORD
from dateline.report.tables import original_text

_DAYS = ("period", "date", "date_earliest", "date_latest")
_NUMBERS = (
    "count", "total", "share", "low", "high", "articles", "stories", "mention", "hits", "delta",
    "without", "effective", "largest_share", "matched",
)  # fmt: skip
_TRUTHS = ("date_conflict",)


@dataclass(frozen=True)
class MadeFolder:
    """A folder that `dateline report` wrote, by the name it was given, and its record."""

    folder: Path
    record: Mapping[str, Any]

    def table(self, name: str, columns: Sequence[str] = ()) -> pd.DataFrame:
        """
        A table of the report with days, numbers and truths as such, and all else as text.

        `columns` are those that must be there, and only these are read; none means all.
        Raises ReportError for a table or a column that is not there.
        """
        path = self.folder / f"{name}.csv"
        wanted = list(columns)
        try:
            table = pd.read_csv(
                path, dtype="str", keep_default_na=False, encoding="utf-8",
                usecols=wanted or None,
            )  # fmt: skip
        except (OSError, ValueError) as problem:
            missing = not path.is_file()
            reason = "is not there" if missing else f"cannot be read ({_first_line(problem)})"
            raise ReportError(f"{path}: {reason}; make the report again") from None
        return _typed(table if not wanted else table[wanted], path)

    @property
    def settings(self) -> dict[str, Any]:
        """The parameters that hold in the tables, by name; only those given in an old record."""
        found = self.record.get("settings", self.record.get("parameters", {}))
        return dict(found) if isinstance(found, dict) else {}

    def timeframe(self, articles: pd.DataFrame, names: Iterable[str] = ()) -> Timeframe:
        """
        The timeframe of the tables, its period decided as the run decided it.

        `articles` is the table of that name; `names` limits which settings are taken, for a page
        that knows only some of them. Raises SettingError if the record holds an impossible one.
        """
        wanted = set(names) or {field.name for field in fields(Timeframe)}
        given = {name: str(self.settings[name]) for name in wanted if name in self.settings}
        unit = str(self.settings.get("unit", "stories"))
        return choose_period(articles, Timeframe(**({"period": AUTO} | given)), unit=unit)


def open_report(folder: str | Path) -> MadeFolder:
    """
    The report in a folder, which `dateline report` wrote, now or before version 0.4.

    Raises ReportError if there is no record, or it cannot be read.
    """
    place = Path(folder)
    path = next(
        (place / name for name in (RECORD, FORMER_RECORD) if (place / name).is_file()), None
    )
    if path is None:
        raise ReportError(
            f"{folder}: has no {RECORD}; name a folder that `dateline report` has written"
        )
    try:
        record = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError):
        raise ReportError(f"{path}: cannot be read; make the report again") from None
    if not isinstance(record, dict):
        raise ReportError(f"{path}: holds no run record; make the report again")
    if "each" in record:
        inside = ", ".join(record.get("reports", {}))
        raise ReportError(f"{folder}: holds several reports; name one of its folders: {inside}")
    return MadeFolder(place, record)


def _typed(table: pd.DataFrame, path: Path) -> pd.DataFrame:
    made: dict[str, pd.Series] = {}
    try:
        for name in table.columns:
            if name in _DAYS:
                made[name] = pd.to_datetime(table[name].replace("", None), format="%Y-%m-%d")
                made[name] = made[name].astype("datetime64[us]")
            elif name in _NUMBERS:
                made[name] = pd.to_numeric(table[name].replace("", None))
            elif name in _TRUTHS:
                made[name] = table[name] == "True"
            else:
                made[name] = table[name].map(original_text).astype("str")
    except ValueError as problem:
        raise ReportError(
            f"{path}: `{name}` cannot be read ({_first_line(problem)}); make the report again"
        ) from None
    return pd.DataFrame(made, index=table.index)


def _first_line(problem: Exception) -> str:
    return str(problem).partition("\n")[0]
