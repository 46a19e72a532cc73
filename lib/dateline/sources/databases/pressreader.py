"""PressReader text: newspaper, headline and byline above, "Newspapers in English" below."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dateline.sources.databases.entries import clean_author
from dateline.sources.databases.peek import beginning
from dateline.sources.raw import Found, RawArticle
from dateline.sources.text import read_text
from dateline.study import ReadSettings

_CLOSING = re.compile(
    r"^[^\S\n]*Newspapers in [A-Z][^\n]{1,40}\n\s*Newspapers from [A-Z][^\n]{1,40}$", re.M
)
_BYLINE = re.compile(r"-[^\S\n]+(?P<author>\S[^\n]{1,120})")
_ADDRESS = re.compile(r"https?://(?:www\.)?pressreader\.com/\S+", re.I)
_LONGEST_NAME, _LONGEST_HEADLINE = 60, 200  # characters
_SENTENCE = re.compile(r"[.!?]$")


def is_pressreader(content: bytes) -> bool:
    """Whether a text has PressReader's two closing lines, one below the other."""
    text = beginning(content)
    return "Newspapers from " in text and bool(_CLOSING.search(text))


def read_pressreader(path: str, content: bytes, settings: ReadSettings = ReadSettings()) -> Found:
    """
    The articles of a PressReader text: newspaper, headline and author become fields.

    The text stays as it was collected, so that what cleaning takes from it is on record. A date
    is nowhere in this format but in the address, if that was copied too. Wrong for a file whose
    first line is not the newspaper.

    Raises RefusedError as `read_text` does.
    """
    (whole,) = read_text(path, content, settings).articles
    articles = [_article(path, part, whole.encoding) for part in _parts(whole.text)]
    headless = sum(not article.title for article in articles)
    said = f"PressReader text: {headless} of {len(articles)} without newspaper and headline on top"
    return Found(articles, said if headless else "")


def _parts(text: str) -> Iterator[str]:
    """The text as far as each pair of closing lines; one article keeps every character."""
    ends = [found.end() for found in _CLOSING.finditer(text)]
    if len(ends) < 2:
        yield text
        return
    for start, end in zip([0, *ends], [*ends, len(text)], strict=True):
        if part := text[start:end].strip():
            yield part


def _article(path: str, text: str, encoding: str) -> RawArticle:
    source, title, byline = (*_top(text), "", "", "")[:3]
    is_head = len(source) <= _LONGEST_NAME and not _SENTENCE.search(source) and title
    if not is_head or len(title) > _LONGEST_HEADLINE or _BYLINE.fullmatch(title):
        source = title = byline = ""
    author = _BYLINE.fullmatch(byline)
    address = _ADDRESS.search(text)
    return RawArticle(
        path=path,
        text=text,
        encoding=encoding,
        title=title,
        author=clean_author(author["author"]) if author else "",
        source=source,
        url=address[0] if address else "",
    )


def _top(text: str) -> list[str]:
    """The first lines with text."""
    lines = (" ".join(line.split()) for line in text.lstrip("\ufeff").split("\n", 20)[:20])
    return [line for line in lines if line][:3]
