"""All dating rules on one article."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from dateline.articles.clean import Cleaned
from dateline.articles.dates.calendar import Calendar
from dateline.articles.dates.events import from_calendar
from dateline.articles.dates.evidence import DateResult, Evidence
from dateline.articles.dates.mentions import from_mentions
from dateline.articles.dates.resolve import resolve_dates
from dateline.articles.dates.stated import from_dateline, from_footer, from_header, from_urls
from dateline.articles.sentences import sentence_spans
from dateline.sources import RawArticle


def date_article(
    article: RawArticle,
    cleaned: Cleaned,
    calendar: Calendar,
    *,
    known: Iterable[Evidence] = (),
    today: date | None = None,
) -> DateResult:
    """
    The publication date of one article.

    `known` is evidence from outside the article: its file name, a person's decision. Dates after
    `today`, the day of the run, are not believed.
    """
    return resolve_dates([*known, *gather_evidence(article, cleaned, calendar)], today=today)


def gather_evidence(article: RawArticle, cleaned: Cleaned, calendar: Calendar) -> list[Evidence]:
    """
    All that one article says of its date.

    Header, footer and addresses are read in the raw text, because cleaning takes them away;
    what the article tells is read in the cleaned one, because captions tell of other days.
    """
    raw = article.text
    sentences = [cleaned.text[start:end] for start, end in sentence_spans(cleaned.text)]
    printed = any(removal.rule == "masthead" for removal in cleaned.removals)
    return [
        *from_header(raw),
        *from_dateline(cleaned.fields.get("dateline", "")),
        *from_footer(raw),
        *from_urls(raw),
        *from_mentions(sentences),
        *from_calendar(sentences, calendar, printed=printed),
    ]
