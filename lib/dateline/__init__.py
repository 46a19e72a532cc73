"""Dateline: how often themes occur in a folder of news articles, across dates.

files -> sources -> articles -> themes -> stats -> charts -> notebooks -> reports
"""

from dateline import charts
from dateline.articles import build_corpus, choose_period, make_ledger, place_articles
from dateline.articles.summaries import (
    list_copies,
    list_inferred_dates,
    summarize_dates,
    summarize_fixes,
    summarize_removals,
    summarize_sources,
)
from dateline.errors import DatelineError
from dateline.report import show_figure, show_ledger, show_passages, show_study, show_table
from dateline.stats import count_by_period, left_out, total_by_theme, volume_by_period
from dateline.study import new_study, open_study
from dateline.themes import (
    find_mentions,
    find_passages,
    lint_codebook,
    list_terms,
    load_codebook,
)
from dateline.themes.selection import choose_theme, pick_passages, pick_themes

__all__ = [
    "DatelineError",
    "build_corpus",
    "charts",
    "choose_period",
    "choose_theme",
    "count_by_period",
    "find_mentions",
    "find_passages",
    "left_out",
    "lint_codebook",
    "list_copies",
    "list_inferred_dates",
    "list_terms",
    "load_codebook",
    "make_ledger",
    "new_study",
    "open_study",
    "pick_passages",
    "pick_themes",
    "place_articles",
    "show_figure",
    "show_ledger",
    "show_passages",
    "show_study",
    "show_table",
    "summarize_dates",
    "summarize_fixes",
    "summarize_removals",
    "summarize_sources",
    "total_by_theme",
    "volume_by_period",
]
