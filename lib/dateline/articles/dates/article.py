"""All dating rules on one article."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from dateline.articles.clean import Cleaned
from dateline.articles.dates.calendar import Calendar
from dateline.articles.dates.events import from_calendar
from dateline.articles.dates.evidence import DateResult, Evidence
from dateline.articles.dates.habits import NO_HABITS, Habits
from dateline.articles.dates.mentions import from_mentions
from dateline.articles.dates.resolve import resolve_dates
from dateline.articles.dates.statements import from_statements
from dateline.articles.sentences import sentence_spans
from dateline.sources import RawArticle


def date_article(
    article: RawArticle,
    cleaned: Cleaned,
    calendar: Calendar,
    *,
    known: Iterable[Evidence] = (),
    habits: Habits = NO_HABITS,
    today: date | None = None,
) -> DateResult:
    """
    The publication date of one article.

    `known` is evidence from outside the article: its file name, a person's decision. `habits`
    are those of its source. Dates after `today`, the day of the run, are not believed.
    """
    told = gather_evidence(article, cleaned, calendar, habits=habits)
    return resolve_dates([*known, *told], today=today)


def gather_evidence(
    article: RawArticle, cleaned: Cleaned, calendar: Calendar, *, habits: Habits = NO_HABITS
) -> list[Evidence]:
    """
    All that one article says of its date; what states it best comes first.

    What it states is read in the raw text, because cleaning takes it away; what it tells is read
    in the cleaned one, because captions tell of other days.
    """
    sentences = [cleaned.text[start:end] for start, end in sentence_spans(cleaned.text)]
    printed = any(removal.rule == "masthead" for removal in cleaned.removals)
    return [
        *from_statements(
            article,
            cleaned,
            day_order=habits.day_order,
            forms=habits.forms,
            habits=habits.metadata,
        ),
        *from_mentions(sentences),
        *from_calendar(sentences, calendar, printed=printed),
    ]
