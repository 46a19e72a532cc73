"""Codebook and tokens to mentions and passages."""

from dateline.themes.batches import TokenIndex, index_articles
from dateline.themes.codebook import Codebook, Theme, list_terms, load_codebook, read_codebook
from dateline.themes.cooccur import count_together
from dateline.themes.count import count_articles, count_mentions, count_periods, measure_articles
from dateline.themes.kept_index import index_study
from dateline.themes.lint import lint_codebook
from dateline.themes.match import MENTION_COLUMNS, find_mentions
from dateline.themes.passages import PASSAGE_COLUMNS, find_passages
from dateline.themes.terms import Rule, Term
from dateline.themes.tokens import Tokens, tokenize

__all__ = [
    "MENTION_COLUMNS",
    "PASSAGE_COLUMNS",
    "Codebook",
    "Rule",
    "Term",
    "Theme",
    "TokenIndex",
    "Tokens",
    "count_articles",
    "count_mentions",
    "count_periods",
    "count_together",
    "find_mentions",
    "find_passages",
    "index_articles",
    "index_study",
    "lint_codebook",
    "list_terms",
    "load_codebook",
    "measure_articles",
    "read_codebook",
    "tokenize",
]
