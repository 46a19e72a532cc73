"""Raw articles to one clean, dated table with copies marked."""

from dateline.articles.clean import Cleaned, clean_text
from dateline.articles.corpus import ARTICLE_COLUMNS, Corpus, Progress, build_corpus
from dateline.articles.dates import date_article, load_calendar
from dateline.articles.ledger import make_ledger
from dateline.articles.periods import PERIODS, period_label
from dateline.articles.placing import choose_period, place_articles, weigh_articles
from dateline.articles.timeframe import Timeframe

__all__ = [
    "ARTICLE_COLUMNS",
    "PERIODS",
    "Cleaned",
    "Corpus",
    "Progress",
    "Timeframe",
    "build_corpus",
    "choose_period",
    "clean_text",
    "date_article",
    "load_calendar",
    "make_ledger",
    "period_label",
    "place_articles",
    "weigh_articles",
]
