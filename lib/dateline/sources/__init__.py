"""Bytes to raw articles: finds the files of a study and hands each to the reader of its format."""

from dateline.sources.folder import FILES_COLUMNS, Reading, read_articles
from dateline.sources.raw import RawArticle

__all__ = ["FILES_COLUMNS", "RawArticle", "Reading", "read_articles"]
