"""What every reader of an export finds of one article, and what the ledger must say of them all."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from dateline.sources.raw import Found, RawArticle, RefusedError

# Of more articles with the same defect only so many are named.
NAMED = 10
# A body with less than this part of the words that the export states was cut short.
LEAST_PART = 0.5
# Fewer stated words say nothing: captions and headlines are counted with them.
FEW_WORDS = 60

# Thai, Japanese, Chinese.
_NO_BLANKS = re.compile("[\u0e00-\u0e7f\u3040-\u30ff\u4e00-\u9fff]")
_BY = re.compile(r"^(?:by|von|par|door|por|di)\s+(?=\S)", re.I)


@dataclass(frozen=True)
class Entry:
    """
    One article of an export, as its fields state it; blank where they do not.

    `date` is the database's line for the day of publication, `load_date` the day on which the
    article entered the database; `paragraphs` is the body without the headline; `words` is the
    number of words that the export states, 0 for none; `has_headline` is false where the format
    knows no headlines.
    """

    title: str = ""
    author: str = ""
    source: str = ""
    date: str = ""
    load_date: str = ""
    language: str = ""
    url: str = ""
    place: str = ""
    paragraphs: tuple[str, ...] = ()
    words: int = 0
    has_headline: bool = True


def found_in(
    path: str, entries: Sequence[Entry], *, name: str, encoding: str, announced: int = 0
) -> Found:
    """
    The articles of an export, with a remark on what does not fit.

    `name` says what the file is ("Factiva page"); `announced` is the number of articles that the
    file itself names, 0 if none. Raises RefusedError where there is no article.
    """
    if not entries:
        raise RefusedError(f"looks like a {name}, but no article was found in it")
    articles = [_raw(path, encoding, entry) for entry in entries]
    problems = _problems(entries)
    if announced and announced != len(entries):
        problems.append(f"announces {announced} documents, {len(entries)} found")
    count = f"{len(entries)} article{'s' if len(entries) > 1 else ''}"
    return Found(articles, "; ".join([f"{name}: {count}", *problems]) if problems else "")


def clean_author(value: str) -> str:
    """
    A byline without "By" and the full stop behind it.

    >>> clean_author("Von JANA MUSTER.")
    'JANA MUSTER'
    """
    return _BY.sub("", value.strip()).rstrip(" .;,")


def _raw(path: str, encoding: str, entry: Entry) -> RawArticle:
    """The article; its text is empty where it has no body, as a headline alone is none."""
    text = "\n\n".join(filter(None, (entry.title, *entry.paragraphs))) if entry.paragraphs else ""
    dates = (("export:publication date", entry.date), ("export:load date", entry.load_date))
    return RawArticle(
        path=path,
        text=text,
        encoding=encoding,
        title=entry.title,
        author=entry.author,
        source=entry.source,
        url=entry.url,
        language=entry.language,
        metadata=tuple((name, value) for name, value in dates if value),
        place=entry.place,
    )


def _problems(entries: Sequence[Entry]) -> list[str]:
    missing = {
        "no date line": [not entry.date for entry in entries],
        "no headline": [entry.has_headline and not entry.title for entry in entries],
        "no source": [not entry.source for entry in entries],
        "no body": [not entry.paragraphs for entry in entries],
        "less text than the words that it states": [_is_short(entry) for entry in entries],
    }
    return [
        f"{_those([number for number, holds in enumerate(of, 1) if holds])} {what}"
        for what, of in missing.items()
        if any(of)
    ]


def _those(numbers: Sequence[int]) -> str:
    """ "article 7 has", "articles 2 and 5 have", "articles 1, 2, ... and 30 more have"."""
    if len(numbers) == 1:
        return f"article {numbers[0]} has"
    if len(numbers) > NAMED:
        shown = ", ".join(map(str, numbers[:NAMED]))
        return f"articles {shown} and {len(numbers) - NAMED} more have"
    *others, last = map(str, numbers)
    return f"articles {', '.join(others)} and {last} have"


def _is_short(entry: Entry) -> bool:
    """Not for scripts without blanks, where words cannot be counted so."""
    text = " ".join(entry.paragraphs)
    if entry.words < FEW_WORDS or not text or _NO_BLANKS.search(text):
        return False
    return len(text.split()) < LEAST_PART * entry.words
