"""The columns of the tables of a corpus."""

from __future__ import annotations

# One row per article found. A text is blank, and a day missing, where it is not known.
ARTICLE_COLUMNS = (
    "doc_id",  # from content and place; stays when other articles are added
    "source",  # who published it: masthead, site of its address, or name of its folder
    "title",  # the headline, which is also the first paragraph of `text`
    "author",
    "date",  # best day; missing for classes D and U
    "date_earliest",  # first and last possible day; missing where that side is open
    "date_latest",
    "date_class",  # A stated, B within 8 days, C within 92, D within 3 years, U undated
    "date_basis",  # the rules that made the interval
    "date_evidence",  # the words that they quote
    "date_conflict",  # whether evidence disagrees
    "story",  # doc_id of the article that stands for this one and its copies
    "copy_of",  # the same, blank for the article that stands for the story
    "n_words",
    "problem",  # why it cannot be counted, else blank
    "path",  # below the articles folder, with /
    "url",
    "language",  # ISO 639-1, as the format states it or as its words tell; blank if not sure
    "text",  # cleaned; paragraphs between blank lines
)
# One row per removed span: raw text [start:end] is `text`; `rule` is the rule that took it.
REMOVAL_COLUMNS = ("doc_id", "path", "rule", "start", "end", "text")
# One row per fixer that changed something in an article.
FIX_COLUMNS = ("doc_id", "path", "fixer")
# One row per piece of dating evidence; `used` says whether it made the interval, `note` why not.
EVIDENCE_COLUMNS = (
    "doc_id", "path", "rule", "text", "where", "earliest", "latest", "strength", "used", "note",
)  # fmt: skip

NO_TEXT = "no text left after cleaning"
