"""Dateline: how often themes occur in a folder of news articles, across dates.

files -> sources -> articles -> themes -> stats -> charts -> notebooks -> reports
"""

from dateline import charts
from dateline.articles import (
    Timeframe,
    build_corpus,
    choose_period,
    make_ledger,
    place_articles,
    weigh_articles,
)
from dateline.articles.blind import blind_test, summarize_blind
from dateline.articles.known_dates import (
    draft_decisions,
    list_conflicts,
    list_undated,
    summarize_rules,
)
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
from dateline.report.evidence import show_evidence
from dateline.stats import (
    count_by_period,
    count_spread,
    left_out,
    total_by_theme,
    volume_by_period,
)
from dateline.stats.term_influence import summarize_influence, term_influence
from dateline.study import new_study, open_study
from dateline.themes import (
    find_mentions,
    find_passages,
    lint_codebook,
    list_terms,
    load_codebook,
)
from dateline.themes.candidates import find_candidates, open_matches
from dateline.themes.collocations import find_collocates, passages_beside
from dateline.themes.explain import explain_passages
from dateline.themes.selection import choose_theme, pick_passages, pick_themes
from dateline.themes.term_report import report_terms, summarize_terms

__all__ = [
    "DatelineError",
    "Timeframe",
    "blind_test",
    "build_corpus",
    "charts",
    "choose_period",
    "choose_theme",
    "count_by_period",
    "count_spread",
    "draft_decisions",
    "explain_passages",
    "find_candidates",
    "find_collocates",
    "find_mentions",
    "find_passages",
    "left_out",
    "lint_codebook",
    "list_conflicts",
    "list_copies",
    "list_inferred_dates",
    "list_terms",
    "list_undated",
    "load_codebook",
    "make_ledger",
    "new_study",
    "open_matches",
    "open_study",
    "passages_beside",
    "pick_passages",
    "pick_themes",
    "place_articles",
    "report_terms",
    "show_evidence",
    "show_figure",
    "show_ledger",
    "show_passages",
    "show_study",
    "show_table",
    "summarize_blind",
    "summarize_dates",
    "summarize_fixes",
    "summarize_influence",
    "summarize_removals",
    "summarize_rules",
    "summarize_sources",
    "summarize_terms",
    "term_influence",
    "total_by_theme",
    "volume_by_period",
    "weigh_articles",
]
