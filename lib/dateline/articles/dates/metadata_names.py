"""What the name of a date in metadata means: that of publication, or another, or unknown."""

from __future__ import annotations

import re
import unicodedata

PUBLISHED, CREATED, UPDATED, OBSERVED = "published", "created", "updated", "observed"
ENTERED = "entered"  # when the row of a table was made
FOUND_BY_HTMLDATE = "htmldate"

_PLACES = re.compile(r"^(?:meta|json-ld|time|column|field|feed|export|mail):", re.I)
# Of the file around the article: the day of a crawl, and what a program wrote when it saved.
_CRAWLED, _SAVED = re.compile(r"^warc:", re.I), re.compile(r"^file:modified$", re.I)
_FILE = re.compile(r"^file:", re.I)
# A table's own columns, and those of feeds that are saved as one.
_COLUMN = re.compile(r"^column:", re.I)
# Words beside "published" that make it another day, in a name whose words are set apart by "_".
_LATER = re.compile(r"(?:^|_)(?:last|latest|re_?publi\w*|re_?post\w*|re_?issued?|reprint\w*)")
_OTHER = re.compile(
    r"(?:^|_)(?:un_?publi\w*|until|till|through|next|estimat\w*|approx\w*|guess\w*|inferred"
    r"|predicted|hearing|quiz|notice|founded|founding|foundation|since|established|scheduled"
    r"|planned|public|republic\w*|pub(?=_(?:crawl|quiz|opening|closing)))(?:_|$)"
)
# Parts of words, looked for in the name without its marks and accents; the first that fits tells.
_MEANINGS = (
    (OBSERVED, (
        "seen", "retriev", "crawl", "collect", "indexed", "accessed", "accessdate", "download",
        "added", "fetch", "scrap", "harvest", "captur", "archived", "snapshot", "insert", "ingest",
        "saved", "printed", "dateload", "dateofload", "firstappear", "consult", "abgerufen",
        "zugriff", "abruf", "imported", "exported", "processed", "archive", "printdate",
        "dateprint",
    )),
    (UPDATED, (
        "modif", "updat", "lastmod", "revised", "revision", "edited", "changed", "aktualis",
        "geandert", "miseajour", "actualiz", "aggiorn", "bijgewerkt", "gewijzigd", "изменен",
        "обновл", "оновл", "更新",
    )),
    # Not of the article as it was published.
    ("", (
        "birth", "death", "event", "expir", "valid", "start", "end", "begin", "deadline", "embargo",
        "coverage", "accept", "receiv", "submit", "copyright", "comment", "author", "member",
    )),
    (PUBLISHED, (
        "publi", "pub", "displaydate", "datedisplay", "dategmt", "issued", "issuedate",
        "dateofissue", "editiondate", "posted", "postdate", "released",
        "releasedate", "daterelease", "sailthrudate", "uploaddate",
        "parution", "veroffentlich", "veroeffentlich", "erschein", "pubblica", "gepubliceerd",
        "wydania", "opublikow", "опубликов", "публикац", "опубліков", "публікац", "выход",
        "发布", "发表", "出版", "掲載", "公開", "配信", "發布",
    )),
    (CREATED, ("creat", "erstell", "создан", "створен")),
)  # fmt: skip
# A column of these names is as good as one of creation; a <time> of a page may be any.
_WHOLE_COLUMN = {"datetime", "dateandtime"}
# The time of a row may be that of the article or of its collection, which is never the sooner.
_ROW_TIME = {"timestamp"}
# Names that mean the day of publication only as a whole.
_WHOLE = {
    "date", "dcdate", "dctermsdate", "articledate", "newsdate", "storydate", "ogdate", "pd", "day",
    "dateofarticle", "docdate", "documentdate", "datum", "fecha", "data", "дата", "датаивремя",
    "日期", "日付", "時間", "时间",
}  # fmt: skip


# Those of a table that are other things elsewhere.
_WHOLE_OF_COLUMN = {"year", "dateline", "jahr"}


def meaning_of(name: str) -> str:
    """
    PUBLISHED, CREATED, ENTERED, UPDATED, OBSERVED or FOUND_BY_HTMLDATE; blank if it is unknown.

    "export:" is a news database, whose load date is OBSERVED; "mail:date" is that of a newsletter
    that is the article. Any date of a web archive is OBSERVED. Of a file's own dates, only that of
    its last change says something: an empty document is created before its text is written.
    `created_at` is ENTERED as the name of a column, because tables note when a row was made.

    >>> [meaning_of(name) for name in ("meta:article:published_time", "column:seendate", "x")]
    ['published', 'observed', '']
    """
    if name.lower().startswith("htmldate:"):
        return FOUND_BY_HTMLDATE
    if _CRAWLED.match(name):
        return OBSERVED
    if _FILE.match(name):
        return UPDATED if _SAVED.match(name) else ""
    bare = _PLACES.sub("", name)
    is_column = bool(_COLUMN.match(name))
    plain = _plain(bare)
    if plain in _WHOLE or (is_column and plain in _WHOLE_OF_COLUMN):
        return PUBLISHED
    if plain.startswith("load"):  # of a news database, the day after
        return OBSERVED
    if is_column and plain in _WHOLE_COLUMN:
        return CREATED
    if is_column and plain in _ROW_TIME:
        return ENTERED
    meaning = next((said for said, parts in _MEANINGS if any(part in plain for part in parts)), "")
    return _qualified(meaning, _split(bare), is_column=is_column)


def _qualified(meaning: str, words: str, *, is_column: bool) -> str:
    """The meaning of a name, changed by the words beside that of publication."""
    if meaning in (PUBLISHED, CREATED) and _OTHER.search(words):
        return ""
    if meaning == PUBLISHED and _LATER.search(words):
        return UPDATED
    if meaning == PUBLISHED and "print" in words.split("_"):
        return CREATED
    return ENTERED if meaning == CREATED and is_column else meaning


def _split(name: str) -> str:
    """Small letters, words set apart: "lastPublished" is "last_published"."""
    return re.sub(r"[\W_]+", "_", re.sub(r"(?<=[a-z])(?=[A-Z])", "_", name)).lower()


def _plain(name: str) -> str:
    """Small letters without accents and without what stands between words."""
    letters = unicodedata.normalize("NFKD", name.lower())
    return "".join(letter for letter in letters if letter.isalnum())
