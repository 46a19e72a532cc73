"""Dates all articles of a study: the steps that need the whole corpus, and each article's own."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from dateline.articles.article_store import ArticleStore
from dateline.articles.dates import (
    Calendar,
    DateResult,
    Evidence,
    check_decisions,
    follow_repeats,
    from_names,
    load_calendar,
    read_decisions,
    resolve_dates,
)
from dateline.articles.dates.evidence import BOUND, DATED, STATED
from dateline.articles.dates.habits import learn_habits
from dateline.articles.dates.nearby import Text, from_nearby
from dateline.articles.recalled import calendar_sum, recall_evidence
from dateline.articles.records import Record
from dateline.articles.run_day import last_day
from dateline.errors import DatesError
from dateline.study import Study


class Dated(NamedTuple):
    """All evidence on one article, what comes of it, and the last day that it could have."""

    evidence: tuple[Evidence, ...]
    result: DateResult
    today: date


def date_records(
    records: Sequence[Record],
    study: Study,
    *,
    repeats: Mapping[str, str] | None = None,
    store: ArticleStore | None = None,
    progress: Callable[[str, int, int], None] = lambda *_: None,
) -> list[Dated]:
    """
    Date every article, by its own evidence and by what the files of its folder share.

    `repeats` has the path of each file that was set aside as a repeat, and of the one kept, to
    which a decision on the repeat applies. What articles say of their dates is taken from `store`
    where that knows it. Raises CalendarError or DatesError for a mistake in the study's own files.
    """
    store = store or ArticleStore()
    calendar = _calendar(study)
    decisions = read_decisions(study.dates)
    if study.dates:
        decisions = follow_repeats(decisions, repeats or {}, study.dates.name)
        check_decisions(
            decisions, [(each.doc_id, each.raw.path) for each in records], study.dates.name
        )
        _refuse_future(decisions, study)
    names = from_names(record.raw.path for record in records)
    habits = learn_habits([(each.raw, each.cleaned, each.source) for each in records])
    today = last_day(study)
    dated = []
    for done, (record, habit) in enumerate(zip(records, habits, strict=True)):
        progress("dating", done, len(records))
        decided = decisions.get(record.doc_id), decisions.get(record.raw.path)
        evidence = (
            *(piece for piece in decided if piece),
            *names.get(record.raw.path, ()),
            *_collected(study.dating.collected),
            *recall_evidence(store, record.raw, record.cleaned, calendar, habit),
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


def _calendar(study: Study) -> tuple[Calendar, str]:
    """The calendar, and its checksum."""
    world = study.dating.world_calendar
    calendar = load_calendar(study.calendar, world=world)
    own = study.calendar.read_bytes() if study.calendar else b""
    return calendar, calendar_sum(own, world)


def _refuse_future(decisions: Mapping[str, Evidence], study: Study) -> None:
    last = last_day(study)
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
