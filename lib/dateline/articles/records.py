"""One article on its way through the house: as collected, cleaned, and what it says of itself."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from hashlib import blake2b
from typing import Any

from dateline.articles.article_store import ArticleStore
from dateline.articles.boilerplate import find_repeated
from dateline.articles.clean import Cleaned, folded, repair_text
from dateline.articles.language import find_language, language_code
from dateline.articles.recalled import recall_cleaned, recall_language
from dateline.articles.removing import REPEATED, check_steps
from dateline.articles.source_names import folder_source
from dateline.sources import RawArticle, read_articles
from dateline.sources.raw import Found
from dateline.study import CleanSettings, Study

_DEFAULT = CleanSettings()
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_BARE_SITE = re.compile(r"^(?:https?://)?(?:www\.)?([^/\s]+)")


@dataclass(frozen=True)
class Record:
    """
    An article as collected and as cleaned, with its id; what neither states is blank.

    `titles` says whether the headline belongs to the counted `text`; `found_language` is what
    `find_language` says of the cleaned text, None if it was not asked.
    """

    raw: RawArticle
    cleaned: Cleaned
    doc_id: str
    titles: bool = True
    found_language: str | None = None

    @cached_property
    def title(self) -> str:
        return repair_text(self.raw.title) or self.cleaned.fields.get("title", "")

    @property
    def text(self) -> str:
        """The text that is counted: cleaned, and without the headline where titles do not count."""
        first, _, rest = self.cleaned.text.partition("\n\n")
        headline = not self.titles and self.title and folded(first) == folded(self.title)
        return rest if headline else self.cleaned.text

    @cached_property
    def language(self) -> str:
        """ISO 639-1: as the format states it, else found from the words; blank if not sure."""
        if stated := language_code(self.raw.language):
            return stated
        found = self.found_language
        return find_language(self.cleaned.text) if found is None else found

    @property
    def author(self) -> str:
        return self.raw.author or self.cleaned.fields.get("author", "")

    @property
    def url(self) -> str:
        return self.raw.url or self.cleaned.fields.get("url", "")

    @property
    def n_words(self) -> int:
        return len(_WORD.findall(self.text))

    @cached_property
    def source(self) -> str:
        """Who published it: format, masthead, site of its address, or its folder or archive."""
        if stated := self.raw.source or self.cleaned.fields.get("source", ""):
            return stated
        if site := _BARE_SITE.match(self.url):
            return site[1].lower()
        return folder_source(self.raw.path)


def make_records(
    raw: list[RawArticle],
    settings: CleanSettings = _DEFAULT,
    *,
    store: ArticleStore | None = None,
    progress: Callable[[str, int, int], None] = lambda *_: None,
) -> list[Record]:
    """
    Clean every article and give it its id.

    What a source repeats is found over all of them and taken out in a second pass. A text that
    `store` knows is not cleaned again. Raises StudyError if `settings.off` names a rule that does
    not exist.
    """
    check_steps(settings.off)
    store = store or ArticleStore()
    off = frozenset(settings.off)
    records = []
    for done, (article, doc_id) in enumerate(zip(raw, _doc_ids(raw), strict=True)):
        progress("cleaning", done, len(raw))
        cleaned = recall_cleaned(store, article.text, off)
        records.append(Record(article, cleaned, doc_id, settings.titles))
    if REPEATED not in off:
        records = _without_repeated(records, off, store)
    return [_with_language(record, store) for record in records]


def find_raw_texts(study: Study, paths: Mapping[str, str]) -> dict[str, str]:
    """
    The texts of these articles as collected, by doc_id; `paths` are their paths by doc_id.

    The folder is walked once more, but only these files are read as articles.
    """

    def read_wanted(*given: Any) -> Found:
        _, path, _, _, read_now = given
        return read_now() if path in wanted else Found([], "")

    wanted = set(paths.values())
    texts = _texts_by_id(read_articles(study, recall=read_wanted).articles)
    if not paths.keys() <= texts.keys():  # an id may rest on another file with the same article
        texts = _texts_by_id(read_articles(study).articles)
    return {doc_id: texts[doc_id] for doc_id in paths}


def _texts_by_id(raw: list[RawArticle]) -> dict[str, str]:
    pairs = zip(_doc_ids(raw), raw, strict=True)
    return {doc_id: article.text for doc_id, article in pairs}


def _with_language(record: Record, store: ArticleStore) -> Record:
    if language_code(record.raw.language):
        return record
    return replace(record, found_language=recall_language(store, record.cleaned.text))


def _without_repeated(
    records: list[Record], off: frozenset[str], store: ArticleStore
) -> list[Record]:
    texts = [(record.title, record.cleaned.text) for record in records]
    found = find_repeated(texts, [record.source for record in records])
    return [
        replace(record, cleaned=recall_cleaned(store, record.raw.text, off, repeated))
        if repeated
        else record
        for record, repeated in zip(records, found, strict=True)
    ]


def _doc_ids(raw: list[RawArticle]) -> list[str]:
    """
    Twelve hex digits of content and place, after a letter so that no table reads a number.

    The place is the path and, in a file of several articles, what the format names each by. Only
    the same text twice in the same place is told apart by its turn, so that ids are unique.
    """
    seen: Counter[str] = Counter()
    ids = []
    for article in raw:
        place = f"{article.path}\0{article.place}" if article.place else article.path
        key = f"{place}\0{article.text}"
        turn = f"\0{seen[key]}" if seen[key] else ""
        seen[key] += 1
        content = (key + turn).encode("utf-8", "surrogatepass")
        ids.append("d" + blake2b(content, digest_size=6).hexdigest())
    return ids
