"""The steps that look at one article, each made once: cleaning, language, evidence."""

from __future__ import annotations

from collections.abc import Callable, Set
from dataclasses import asdict
from datetime import date
from hashlib import blake2b
from typing import Any

from dateline.articles.article_store import ArticleStore
from dateline.articles.clean import Cleaned, clean_text
from dateline.articles.dates import Calendar, Evidence, gather_evidence
from dateline.articles.dates.habits import Habits
from dateline.articles.language import find_language
from dateline.articles.lines import Removal
from dateline.sources import RawArticle
from dateline.sources.raw import Found, RefusedError
from dateline.study import ReadSettings

_DAYS = ("earliest", "latest", "best")


def recall_found(
    store: ArticleStore,
    reader: str,
    path: str,
    digest: str,
    settings: ReadSettings,
    read_now: Callable[[], Found],
) -> Found:
    """What the reader of this name finds in a file of this sha256, read once; or its refusal."""

    def read() -> dict[str, Any]:
        try:
            articles, remark = read_now()
        except RefusedError as refused:
            return {"refused": str(refused)}
        return {"articles": [vars(article) for article in articles], "remark": remark}

    made = store.recall("reading", [reader, path, digest, asdict(settings)], read)
    if "refused" in made:
        raise RefusedError(made["refused"])
    return Found([_raw_article(each) for each in made["articles"]], made["remark"])


def _raw_article(kept: dict[str, Any]) -> RawArticle:
    stated = tuple((name, value) for name, value in kept["metadata"])
    return RawArticle(**(kept | {"metadata": stated}))


def recall_cleaned(
    store: ArticleStore, text: str, off: Set[str], repeated: Set[str] = frozenset()
) -> Cleaned:
    """`clean_text` of this text, made once."""
    made = store.recall(
        "cleaning",
        [text, sorted(off), sorted(repeated)],
        lambda: list(clean_text(text, off=off, repeated=repeated)),
    )
    kept, removals, fixes, fields = made
    return Cleaned(kept, tuple(Removal(*each) for each in removals), tuple(fixes), dict(fields))


def recall_language(store: ArticleStore, text: str) -> str:
    """`find_language` of this text, made once."""
    return str(store.recall("language", text, lambda: find_language(text)))


def recall_evidence(
    store: ArticleStore,
    article: RawArticle,
    cleaned: Cleaned,
    calendar: tuple[Calendar, str],
    habits: Habits,
) -> list[Evidence]:
    """`gather_evidence` on this article, made once; `calendar` with what `calendar_sum` gives."""
    entries, checksum = calendar
    made = store.recall(
        "dating",
        [*vars(article).items(), *cleaned, checksum, _plain(habits)],
        lambda: [
            _evidence_row(piece)
            for piece in gather_evidence(article, cleaned, entries, habits=habits)
        ],
    )
    return [_evidence(dict(row)) for row in made]


def calendar_sum(content: bytes, world: bool) -> str:
    """What stands for a calendar: the bytes of the study's own, and whether the world's is used."""
    return blake2b(content + bytes([world]), digest_size=16).hexdigest()


def _evidence_row(piece: Evidence) -> dict[str, Any]:
    """Evidence as JSON has it: a day is a text."""
    row = piece._asdict()
    return row | {name: row[name] and row[name].isoformat() for name in _DAYS}


def _evidence(row: dict[str, Any]) -> Evidence:
    days = {name: row[name] and date.fromisoformat(row[name]) for name in _DAYS}
    return Evidence(**(row | days))


def _plain(habits: Habits) -> list[Any]:
    """Habits as JSON has them, sets in order, so that equal ones are equal bytes."""
    metadata = [
        [name, [sorted(each) if isinstance(each, frozenset) else each for each in habit]]
        for name, habit in sorted(habits.metadata.items())
    ]
    return [habits.day_order, sorted(habits.forms), metadata]
