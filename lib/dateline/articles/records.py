"""One article on its way through the house: as collected, cleaned, and what it says of itself."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from hashlib import blake2b
from pathlib import PurePosixPath

from dateline.articles.clean import Cleaned, clean_text
from dateline.sources import RawArticle

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_BARE_SITE = re.compile(r"^(?:https?://)?(?:www\.)?([^/\s]+)")


@dataclass(frozen=True)
class Record:
    """An article as collected and as cleaned, with its id; what neither states is blank."""

    raw: RawArticle
    cleaned: Cleaned
    doc_id: str

    @property
    def title(self) -> str:
        return self.raw.title or self.cleaned.fields.get("title", "")

    @property
    def author(self) -> str:
        return self.raw.author or self.cleaned.fields.get("author", "")

    @property
    def url(self) -> str:
        return self.raw.url or self.cleaned.fields.get("url", "")

    @property
    def n_words(self) -> int:
        return len(_WORD.findall(self.cleaned.text))

    @cached_property
    def source(self) -> str:
        """Who published it: format, masthead, site of its address, or name of its folder."""
        if stated := self.raw.source or self.cleaned.fields.get("source", ""):
            return stated
        if site := _BARE_SITE.match(self.url):
            return site[1].lower()
        folder = PurePosixPath(self.raw.path).parent.name
        return "" if folder.isdigit() else folder


def make_records(
    raw: list[RawArticle], *, progress: Callable[[str, int, int], None] = lambda *_: None
) -> list[Record]:
    """Clean every article and give it its id."""
    records = []
    for done, (article, doc_id) in enumerate(zip(raw, _doc_ids(raw), strict=True)):
        progress("cleaning", done, len(raw))
        records.append(Record(article, clean_text(article.text), doc_id))
    return records


def _doc_ids(raw: list[RawArticle]) -> list[str]:
    """
    Twelve hex digits of content and place, after a letter so that no table reads a number.

    The same text twice in one file is told apart by its turn, so that ids are unique.
    """
    seen: Counter[str] = Counter()
    ids = []
    for article in raw:
        key = f"{article.path}\0{article.text}"
        turn = f"\0{seen[key]}" if seen[key] else ""
        seen[key] += 1
        content = (key + turn).encode("utf-8", "surrogatepass")
        ids.append("d" + blake2b(content, digest_size=6).hexdigest())
    return ids
