"""What the name of a date in metadata means: published, created, updated, observed, or unknown."""

from __future__ import annotations

import re
import unicodedata

PUBLISHED, CREATED, UPDATED, OBSERVED = "published", "created", "updated", "observed"
FOUND_BY_HTMLDATE = "htmldate"

_PLACES = re.compile(r"^(?:meta|json-ld|time|column|field|feed):", re.I)
# Parts of words, looked for in the name without its marks and accents; the first that fits tells.
_MEANINGS = (
    (OBSERVED, (
        "seen", "retriev", "crawl", "collect", "indexed", "accessed", "accessdate", "download",
        "added", "fetch", "scrap", "harvest", "captur", "archived", "snapshot", "insert", "ingest",
        "saved", "printed", "dateload", "dateofload", "firstappear", "consult", "abgerufen",
        "zugriff", "abruf", "imported", "exported", "processed",
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
        "publi", "pubdate", "pub", "issued", "issuedate", "dateofissue", "editiondate", "posted",
        "postdate", "released", "releasedate", "daterelease", "sailthrudate", "uploaddate",
        "parution", "veroffentlich", "veroeffentlich", "erschein", "pubblica", "gepubliceerd",
        "wydania", "opublikow", "опубликов", "публикац", "опубліков", "публікац", "выход",
        "发布", "发表", "出版", "掲載", "公開", "配信", "發布",
    )),
    (CREATED, ("creat", "erstell", "создан", "створен")),
)  # fmt: skip
# A column of these names is as good as one of creation; a <time> of a page may be any.
_WHOLE_COLUMN = {"datetime", "dateandtime"}
# Names that mean the day of publication only as a whole.
_WHOLE = {
    "date", "dcdate", "dctermsdate", "articledate", "newsdate", "storydate", "ogdate", "pd", "day",
    "dateofarticle", "docdate", "documentdate", "datum", "fecha", "data", "дата", "датаивремя",
    "日期", "日付", "時間", "时间",
}  # fmt: skip


def meaning_of(name: str) -> str:
    """
    PUBLISHED, CREATED, UPDATED, OBSERVED or FOUND_BY_HTMLDATE; blank for a name that is unknown.

    >>> [meaning_of(name) for name in ("meta:article:published_time", "column:seendate", "x")]
    ['published', 'observed', '']
    """
    if name.lower().startswith("htmldate:"):
        return FOUND_BY_HTMLDATE
    plain = _plain(_PLACES.sub("", name))
    if plain in _WHOLE:
        return PUBLISHED
    if plain.startswith("load"):  # of a news database, the day after
        return OBSERVED
    if plain in _WHOLE_COLUMN and name.lower().startswith("column:"):
        return CREATED
    return next((meaning for meaning, parts in _MEANINGS if any(p in plain for p in parts)), "")


def _plain(name: str) -> str:
    """Small letters without accents and without what stands between words."""
    letters = unicodedata.normalize("NFKD", name.lower())
    return "".join(letter for letter in letters if letter.isalnum())
