"""What `dateline` offers, and where each name lives; `__init__.py` loads it at its first use."""

from . import charts
from .articles import (
    Timeframe,
    build_corpus,
    choose_period,
    make_ledger,
    place_articles,
    weigh_articles,
)
from .articles.blind import blind_test, summarize_blind
from .articles.calendar_events import list_events
from .articles.known_dates import (
    draft_decisions,
    list_conflicts,
    list_undated,
    summarize_rules,
)
from .articles.summaries import (
    list_copies,
    list_inferred_dates,
    summarize_dates,
    summarize_fixes,
    summarize_removals,
    summarize_sources,
)
from .errors import DatelineError
from .report import (
    show_behind,
    show_figure,
    show_ledger,
    show_passages,
    show_study,
    show_table,
)
from .report.cells import passages_by_period
from .report.evidence import show_evidence
from .report.undecided import lines_to_decide
from .stats import (
    count_by_period,
    count_spread,
    draw_kind,
    index_form,
    left_out,
    total_by_theme,
    undated_differ,
    volume_by_period,
)
from .stats.bursts import find_bursts
from .stats.change import find_changes, weigh_positions
from .stats.composition import describe_sources, source_coverage
from .stats.document_rows import tabulate_rows
from .stats.documents import tabulate_documents
from .stats.index_base import choose_base, index_on_base
from .stats.measures import MEASURES
from .stats.pair_tables import (
    compare_pair,
    compare_pair_words,
    count_strata,
    hold_mix,
    typical_words,
)
from .stats.pairs import choose_pair, flag_pair
from .stats.search_period import choose_held_period, choose_search_period
from .stats.smoothing import smooth_series
from .stats.standardised import hold_sources
from .stats.term_influence import summarize_influence, term_influence
from .study import new_study, open_study
from .themes import (
    find_mentions,
    find_passages,
    index_study,
    lint_codebook,
    list_terms,
    load_codebook,
)
from .themes.candidates import find_candidates, open_matches
from .themes.collocations import find_collocates, passages_beside
from .themes.explain import explain_passages
from .themes.ready import with_codebook
from .themes.selection import pick_passages, pick_themes
from .themes.term_report import report_terms, summarize_terms
from .themes.word_passages import find_word_passages

__all__ = [
    "MEASURES",
    "DatelineError",
    "Timeframe",
    "blind_test",
    "build_corpus",
    "charts",
    "choose_base",
    "choose_held_period",
    "choose_pair",
    "choose_period",
    "choose_search_period",
    "compare_pair",
    "compare_pair_words",
    "count_by_period",
    "count_spread",
    "count_strata",
    "describe_sources",
    "draft_decisions",
    "draw_kind",
    "explain_passages",
    "find_bursts",
    "find_candidates",
    "find_changes",
    "find_collocates",
    "find_mentions",
    "find_passages",
    "find_word_passages",
    "flag_pair",
    "hold_mix",
    "hold_sources",
    "index_form",
    "index_on_base",
    "index_study",
    "left_out",
    "lines_to_decide",
    "lint_codebook",
    "list_conflicts",
    "list_copies",
    "list_events",
    "list_inferred_dates",
    "list_terms",
    "list_undated",
    "load_codebook",
    "make_ledger",
    "new_study",
    "open_matches",
    "open_study",
    "passages_beside",
    "passages_by_period",
    "pick_passages",
    "pick_themes",
    "place_articles",
    "report_terms",
    "show_behind",
    "show_evidence",
    "show_figure",
    "show_ledger",
    "show_passages",
    "show_study",
    "show_table",
    "smooth_series",
    "source_coverage",
    "summarize_blind",
    "summarize_dates",
    "summarize_fixes",
    "summarize_influence",
    "summarize_removals",
    "summarize_rules",
    "summarize_sources",
    "summarize_terms",
    "tabulate_documents",
    "tabulate_rows",
    "term_influence",
    "total_by_theme",
    "typical_words",
    "undated_differ",
    "volume_by_period",
    "weigh_articles",
    "weigh_positions",
    "with_codebook",
]
