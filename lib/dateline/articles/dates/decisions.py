"""dates.csv: publication dates that a person decided. They outrank all other evidence."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from io import StringIO
from pathlib import Path, PurePosixPath
from typing import Any

from dateline.articles.dates.evidence import DECIDED, Evidence
from dateline.articles.days import FIRST_YEAR, LAST_YEAR
from dateline.errors import DatesError

_MOST = 10  # mistakes that one sentence tells
COLUMNS = ("article", "earliest", "latest", "note")


def read_decisions(path: Path | None) -> dict[str, Evidence]:
    """
    The decisions of a dates.csv, by the article that each names; none without a file.

    Columns: `article` (its doc_id, or its path below the articles folder), `earliest`, `latest`
    (days such as 2022-03-21; an empty `latest` means one day) and `note` (who decided, and why).

    A line without days is passed over, as a draft has them: `count_open` counts those. Raises
    DatesError, with the lines, for other columns, a day that is none, an interval that ends before
    it starts, and an article that is named twice.
    """
    decisions: dict[str, Evidence] = {}
    mistakes: list[str] = []
    for number, row in _rows(path) if path else ():
        article = (row["article"] or "").strip()
        try:
            if not _is_open(row):
                decisions[article] = _decision(row, article, decisions)
        except DatesError as mistake:
            mistakes.append(f"line {number}: {mistake}")
    if path and mistakes:
        raise DatesError(f"{path.name}, {_listed(mistakes)}")
    return decisions


def count_open(path: Path | None) -> int:
    """How many lines of a dates.csv name an article and have no day yet; errors as above."""
    rows = _rows(path) if path else ()
    return sum(bool((row["article"] or "").strip()) for _, row in rows if _is_open(row))


def _rows(path: Path) -> Iterator[tuple[int, dict[Any, str | None]]]:
    """Each row with its line; what exceeds the columns is under None."""
    rows = csv.DictReader(StringIO(_text(path)))
    if rows.fieldnames is None or tuple(rows.fieldnames) != COLUMNS:
        wanted = ", ".join(COLUMNS)
        mend = f"the columns must be {wanted}, with commas between them"
        raise DatesError(f"{path.name}, line 1: {mend}")
    yield from ((rows.line_num, row) for row in rows)


def _is_open(row: Mapping[Any, str | None]) -> bool:
    """Whether a row has no days; one with too many fields may have them elsewhere."""
    return None not in row and not (row["earliest"] or row["latest"] or "").strip()


def _listed(mistakes: list[str]) -> str:
    more = len(mistakes) - _MOST
    return "; ".join([*mistakes[:_MOST], *([f"and {more} more"] if more > 0 else [])])


def follow_repeats(
    decisions: Mapping[str, Evidence], kept: Mapping[str, str], name: str
) -> dict[str, Evidence]:
    """
    The decisions, those on a file that was set aside as a repeat now on the one that was `kept`.

    `kept` has the path of each repeat, which may be an archive, and of its original; `name` is
    the file's. Raises DatesError if the original has another decision.
    """
    followed: dict[str, Evidence] = {}
    for article, decision in decisions.items():
        target = _original(article, kept)
        other = followed.get(target) or (decisions.get(target) if target != article else None)
        if other and _days(other) != _days(decision):
            raise DatesError(
                f"{name}: `{article}` is the same file as `{target}`, which is decided "
                "otherwise; keep one of the two lines"
            )
        followed[target] = decision
    return followed


def check_decisions(
    decisions: Mapping[str, Evidence], articles: Iterable[tuple[str, str]], name: str
) -> None:
    """
    Raise DatesError if a decision names an article that the study does not have, or a file with
    several; `articles` are their (doc_id, path), `name` is the file's.
    """
    found = Counter(one for article in articles for one in article)
    mistakes = [_misnamed(article, found) for article in decisions if found[article] != 1]
    if mistakes:
        raise DatesError(f"{name}: {_listed(mistakes)}")


def _misnamed(article: str, found: Mapping[str, int]) -> str:
    """What is wrong with the name of an article, of which the study has none or several."""
    if found[article]:
        return f"`{article}` holds {found[article]} articles; name each by its doc_id"
    inner = article.removeprefix("./").partition("/")[2]
    meant = f"did you mean `{inner}`? Paths begin" if found[inner] else "paths begin"
    mend = "give its path or doc_id, or delete the line"
    return f"no article `{article}`; {meant} below the articles folder; {mend}"


def _days(decision: Evidence) -> tuple[date | None, date | None]:
    return decision.earliest, decision.latest


def _original(article: str, kept: Mapping[str, str]) -> str:
    """The path of the file that was kept; of a file in an archive, that in the archive kept."""
    whole = PurePosixPath(article)
    for place in (whole, *whole.parents):
        if original := kept.get(str(place)):
            return str(PurePosixPath(original) / whole.relative_to(place))
    return article


def _decision(
    row: Mapping[Any, str | None], article: str, decisions: Mapping[str, Evidence]
) -> Evidence:
    """The decision of one row; a mistake is a DatesError that does not name the line."""
    if None in row:
        raise DatesError(f"more than {len(COLUMNS)} fields; put the note in quotes")
    if article in decisions:
        raise DatesError(f"`{article}` is named twice; keep one of the two lines")
    earliest = _day(row["earliest"])
    latest = _day(row["latest"]) if (row["latest"] or "").strip() else earliest
    if latest < earliest:
        raise DatesError("latest lies before earliest; swap them")
    best = earliest if earliest == latest else None
    note = (row["note"] or "").strip()
    return Evidence("dates.csv", note, "dates.csv", earliest, latest, DECIDED, best)


def _day(text: str | None) -> date:
    wanted = (text or "").strip()
    if not wanted:
        raise DatesError("no first day is given; fill in the first possible one, or delete it")
    try:
        day = date.fromisoformat(wanted)
    except ValueError:
        mend = "write year, month and day as in 2022-03-21"
        raise DatesError(f"{wanted!r} is no day; {mend}") from None
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise DatesError(f"the year {day.year} cannot be meant; mend it")
    return day


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise DatesError(f"{path.name}: not UTF-8 text; save the file as UTF-8") from None
