"""All dating rules on one article."""

from __future__ import annotations

from collections.abc import Iterable

from dateline.articles.clean import Cleaned
from dateline.articles.dates.calendar import Calendar
from dateline.articles.dates.events import from_calendar
from dateline.articles.dates.evidence import DateResult, Evidence
from dateline.articles.dates.mentions import from_mentions
from dateline.articles.dates.resolve import resolve_dates
from dateline.articles.dates.stated import from_dateline, from_footer, from_header, from_urls
from dateline.articles.sentences import sentence_spans


def date_article(
    raw: str, cleaned: Cleaned, calendar: Calendar, *, known: Iterable[Evidence] = ()
) -> DateResult:
    """
    The publication date of one article, from its raw and its cleaned text.

    Header, footer and addresses are read in the raw text, because cleaning takes them away;
    what the article tells is read in the cleaned one, because captions tell of other days.
    `known` is evidence from outside the text: its file name, a person's decision.
    """
    sentences = [cleaned.text[start:end] for start, end in sentence_spans(cleaned.text)]
    printed = any(removal.rule == "masthead" for removal in cleaned.removals)
    return resolve_dates(
        [
            *known,
            *from_header(raw),
            *from_dateline(cleaned.fields.get("dateline", "")),
            *from_footer(raw),
            *from_urls(raw),
            *from_mentions(sentences),
            *from_calendar(sentences, calendar, printed=printed),
        ]
    )
