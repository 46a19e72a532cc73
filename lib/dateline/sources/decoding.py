"""From bytes to text, with the name of the encoding that was used."""

from __future__ import annotations

import codecs

from charset_normalizer import from_bytes

from dateline.sources.raw import RefusedError

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16: its first two bytes are the same
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# In Western text quotes, dashes and accents are rare among the letters. Above this share of
# non-ASCII bytes the text is in another script, and a detector is asked.
_WESTERN_SHARE = 0.2
_ESCAPE = b"\x1b$"  # ISO-2022-JP is 7-bit, so it would pass as UTF-8


def decode(content: bytes) -> tuple[str, str]:
    """
    The text and the name of its encoding, from the surest sign to the weakest.

    Byte-order mark, then strict UTF-8, then Windows-1252 where few bytes are not ASCII, then
    charset-normalizer. The last two can be wrong (Windows-1250 looks like Windows-1252), which
    is why the name goes into the table of files. Line ends become newlines.

    Raises RefusedError where nothing fits.

    >>> decode("“peace”".encode("cp1252") + b" talks resume")
    ('“peace” talks resume', 'cp1252')
    """
    for read in (_by_mark, _as_utf8, _as_western, _by_detector):
        if found := read(content):
            text, encoding = found
            return text.replace("\r\n", "\n").replace("\r", "\n"), encoding
    raise RefusedError("unknown encoding; save the file as UTF-8")


def _by_mark(content: bytes) -> tuple[str, str] | None:
    for mark, encoding in _BOMS:
        if content.startswith(mark):
            return _strict(content, encoding)
    return None


def _as_utf8(content: bytes) -> tuple[str, str] | None:
    return None if _ESCAPE in content else _strict(content, "utf-8")


def _as_western(content: bytes) -> tuple[str, str] | None:
    foreign = sum(byte > 127 for byte in content)
    return _strict(content, "cp1252") if foreign < _WESTERN_SHARE * len(content) else None


def _by_detector(content: bytes) -> tuple[str, str] | None:
    best = from_bytes(content).best()
    return None if best is None else (str(best), best.encoding)


def _strict(content: bytes, encoding: str) -> tuple[str, str] | None:
    try:
        return content.decode(encoding), encoding
    except UnicodeDecodeError:
        return None
