"""When an article was published, and how that is known.

stated, mentions, events, decisions -> evidence -> resolve -> DateResult
"""

from dateline.articles.dates.article import date_article, gather_evidence
from dateline.articles.dates.calendar import Calendar, load_calendar
from dateline.articles.dates.decisions import check_decisions, follow_repeats, read_decisions
from dateline.articles.dates.evidence import DateResult, Evidence
from dateline.articles.dates.names import from_names
from dateline.articles.dates.resolve import resolve_dates

__all__ = [
    "Calendar",
    "DateResult",
    "Evidence",
    "check_decisions",
    "date_article",
    "follow_repeats",
    "from_names",
    "gather_evidence",
    "load_calendar",
    "read_decisions",
    "resolve_dates",
]
