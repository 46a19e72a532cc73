"""Dates all articles of a study: the steps that need the whole corpus, and each article's own."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from typing import NamedTuple

from dateline.articles.dates import (
    DateResult,
    Evidence,
    check_decisions,
    from_names,
    gather_evidence,
    load_calendar,
    read_decisions,
    resolve_dates,
)
from dateline.articles.dates.evidence import BOUND, DATED, STATED
from dateline.articles.dates.habits import learn_habits
from dateline.articles.dates.nearby import Text, from_nearby
from dateline.articles.records import Record
from dateline.errors import DatesError, SettingError
from dateline.study import Study

# The variable of the environment that sets the day of the run.
TODAY = "DATELINE_TODAY"


class Dated(NamedTuple):
    """All evidence on one article, what comes of it, and the last day that it could have."""

    evidence: tuple[Evidence, ...]
    result: DateResult
    today: date


def date_records(
    records: Sequence[Record],
    study: Study,
    *,
    progress: Callable[[str, int, int], None] = lambda *_: None,
) -> list[Dated]:
    """
    Date every article, by its own evidence and by what the files of its folder share.

    Raises CalendarError or DatesError for a mistake in the study's own files.
    """
    calendar = load_calendar(study.calendar, world=study.dating.world_calendar)
    decisions = read_decisions(study.dates)
    if study.dates:
        check_decisions(
            decisions, [(each.doc_id, each.raw.path) for each in records], study.dates.name
        )
        _refuse_future(decisions, study)
    names = from_names(record.raw.path for record in records)
    habits = learn_habits([(each.raw, each.cleaned, each.source) for each in records])
    today = _last_day(study)
    dated = []
    for done, (record, habit) in enumerate(zip(records, habits, strict=True)):
        progress("dating", done, len(records))
        decided = decisions.get(record.doc_id), decisions.get(record.raw.path)
        evidence = (
            *(piece for piece in decided if piece),
            *names.get(record.raw.path, ()),
            *_collected(study.dating.collected),
            *gather_evidence(record.raw, record.cleaned, calendar, habits=habit),
        )
        dated.append(Dated(evidence, resolve_dates(evidence, today=today), today))
    return dated


def hide_stated_dates(dated: Sequence[Dated]) -> list[Dated]:
    """The same, as if no article stated its date: only what its text tells is left."""
    return [_resolved(each, _told(each.evidence)) for each in dated]


def add_nearby(
    records: Sequence[Record], dated: Sequence[Dated], wanted: Sequence[Dated], stories: list[str]
) -> list[Dated]:
    """
    The articles `wanted` (`dated`, or those without their stated dates), with bounds for the
    undated ones from the others as they are dated. `stories` groups copies.
    """
    texts = [_text(*parts) for parts in zip(records, dated, stories, strict=True)]
    asked = [
        _text(*parts)
        for parts in zip(records, wanted, stories, strict=True)
        if parts[1].result.date_class not in DATED
    ]
    found = from_nearby(texts, wanted=asked)
    return [
        _resolved(each, (*each.evidence, found[record.doc_id])) if record.doc_id in found else each
        for record, each in zip(records, wanted, strict=True)
    ]


def _text(record: Record, dated: Dated, story: str) -> Text:
    result = dated.result
    return Text(
        record.doc_id,
        record.raw.path,
        record.cleaned.text,
        story,
        result.date_class,
        result.earliest,
        result.latest,
    )


def run_day() -> date:
    """
    The day of the run, which only serves to turn down dates in its future.

    DATELINE_TODAY (a day such as 2026-11-22) outranks the clock, so that a run can be repeated
    and all pages of a report have one day. Raises SettingError if it is no day.
    """
    given = os.environ.get(TODAY, "")
    try:
        return date.fromisoformat(given) if given else datetime.now(UTC).date()
    except ValueError:
        raise SettingError(f"{TODAY} is {given!r}; write a day such as 2026-11-22") from None


def _last_day(study: Study) -> date:
    return study.dating.collected or run_day()


def _refuse_future(decisions: Mapping[str, Evidence], study: Study) -> None:
    last = _last_day(study)
    for article, decision in decisions.items():
        if decision.earliest and decision.earliest > last + timedelta(days=1):
            name = study.dates.name if study.dates else ""
            raise DatesError(
                f"{name}: `{article}` is decided for {decision.earliest}, which is after {last}, "
                "the day of the run or of `collected`; mend one of them"
            )


def _collected(day: date | None) -> list[Evidence]:
    """No article was written after the day on which a person collected it."""
    if day is None:
        return []
    return [Evidence("collected", f"collected = {day}", "study.toml", None, day, BOUND)]


def _told(evidence: Sequence[Evidence]) -> tuple[Evidence, ...]:
    """
    What the text tells; without the words of a stated date, which may stand in the text too.
    """
    stated = {piece.text for piece in evidence if piece.strength == STATED}
    return tuple(
        piece
        for piece in evidence
        if piece.where == "text" and piece.strength != STATED and piece.text not in stated
    )


def _resolved(dated: Dated, evidence: tuple[Evidence, ...]) -> Dated:
    return Dated(evidence, resolve_dates(evidence, today=dated.today), dated.today)
