"""Plain text files: one file, one article."""

from __future__ import annotations

import re

from dateline.sources.decoding import decode
from dateline.sources.raw import Found, RawArticle, RefusedError
from dateline.study import ReadSettings

# The first bytes of files that people rename or collect by mistake.
_SIGNATURES = (
    (b"\x89PNG", "PNG image"),
    (b"\xff\xd8\xff", "JPEG image"),
    (b"GIF8", "GIF image"),
    (b"%PDF", "PDF document"),
    (b"PK\x03\x04", "ZIP archive or Office document"),
    (b"\xd0\xcf\x11\xe0", "old Office document"),
    (b"{\\rtf", "RTF document"),
    (b"\x1f\x8b", "gzip archive"),
    (b"BZh", "bzip2 archive"),
    (b"\xfd7zXZ", "xz archive"),
    (b"7z\xbc\xaf", "7-Zip archive"),
    (b"SQLite format 3", "SQLite database"),
    (b"\x7fELF", "program"),
    (b"MZ\x90", "program"),
)
# No article is this long (MiB): a file of one article that is longer is a log or a mistake.
LARGEST_ARTICLE_MB = 32
_ENOUGH = 64 * 2**10  # bytes that tell a text
_NO_LETTERS = re.compile(r"[\s\0\ufeff]*")


def read_text(path: str, content: bytes, settings: ReadSettings = ReadSettings()) -> Found:
    """The one article of a plain text file. Raises RefusedError for anything that is not text."""
    refuse_longer(content)
    text, encoding = text_of(content, encoding=settings.encoding)
    return Found([RawArticle(path=path, text=text, encoding=encoding)])


def refuse_longer(content: bytes) -> None:
    """Raise RefusedError for a file of one article that is longer than any article."""
    if len(content) > LARGEST_ARTICLE_MB * 2**20:
        raise RefusedError(f"larger than {LARGEST_ARTICLE_MB} MiB for one article; split it")


def text_of(content: bytes, *, declared: str = "", encoding: str = "") -> tuple[str, str]:
    """
    The text of a file and the name of its encoding.

    `declared` is the encoding that the file itself names, which is one sign among others;
    `encoding` is the one that the study demands, and no other is tried.

    Raises RefusedError if it is another kind of file by its first bytes, holds no letter, or is
    not in the encoding demanded.
    """
    for signature, kind in _SIGNATURES:
        if content.startswith(signature):
            raise RefusedError(f"not text ({kind})")
    text, used = decode(content, declared=declared, encoding=encoding)
    if _NO_LETTERS.fullmatch(text):
        raise RefusedError("empty")
    if encoding and "\0" in text:  # such as cp1252, which fits any bytes
        raise RefusedError("not text (binary data)")
    return text, used


def looks_like_text(content: bytes) -> bool:
    """
    Whether a file begins as a text does, in any encoding.

    >>> looks_like_text(b"Talks resume."), looks_like_text(b"PK\x03\x04 Talks")
    (True, False)
    """
    try:
        return bool(text_of(content[:_ENOUGH]))
    except RefusedError:
        return False
