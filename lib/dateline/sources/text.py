"""Plain text files: one file, one article."""

from __future__ import annotations

import re

from dateline.sources.decoding import decode
from dateline.sources.raw import RawArticle, RefusedError

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
_NO_LETTERS = re.compile(r"[\s\0\ufeff]*")


def read_text(path: str, content: bytes) -> list[RawArticle]:
    """The one article of a plain text file. Raises RefusedError for anything that is not text."""
    text, encoding = text_of(content)
    return [RawArticle(path=path, text=text, encoding=encoding)]


def text_of(content: bytes, *, declared: str = "") -> tuple[str, str]:
    """
    The text of a file and the name of its encoding; `declared` is what the file itself names.

    Raises RefusedError if it is another kind of file by its first bytes, or holds no letter.
    """
    for signature, kind in _SIGNATURES:
        if content.startswith(signature):
            raise RefusedError(f"not text ({kind})")
    text, encoding = decode(content, declared=declared)
    if _NO_LETTERS.fullmatch(text):
        raise RefusedError("empty")
    return text, encoding
