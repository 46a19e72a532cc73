"""From bytes to text, with the name of the encoding that was used."""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable
from functools import partial

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
_ASCII = bytes(range(128))
# ISO-2022 is 7-bit, so that it would pass as UTF-8, but for its escapes.
_ESCAPE = b"\x1b$"
_BY_ESCAPE = ("iso2022_jp_2", "iso2022_kr")
# What browsers take a declared encoding for: the larger one that contains it. Other names than
# these and the families in `_DECLARABLE` are not believed.
_LARGER = {
    **dict.fromkeys(("iso-8859-1", "iso8859-1", "latin1", "us-ascii", "ascii"), "cp1252"),
    **dict.fromkeys(("gb2312", "gbk", "x-gbk"), "gb18030"),
    **dict.fromkeys(("shift_jis", "shift-jis", "sjis", "x-sjis"), "cp932"),
    **dict.fromkeys(("euc-kr", "ks_c_5601-1987"), "cp949"),
    "iso-8859-9": "cp1254",
    "big5": "big5hkscs",
}
_DECLARABLE = re.compile(r"(?:windows-|cp|iso-?8859-|koi8-)[\w-]{1,9}|gb18030|euc-jp|mac(?:roman)?")
# What Python makes of a byte that is not UTF-8 under "surrogateescape".
_STRAY = re.compile("[\udc80-\udcff]+")
# A rung of the ladder: bytes to text and the name of its encoding, None where it does not fit.
_Rung = Callable[[bytes], tuple[str, str] | None]


def decode(content: bytes, *, declared: str = "", encoding: str = "") -> tuple[str, str]:
    """
    The text and the name of its encoding, from the surest sign to the weakest.

    Byte-order mark, the escapes of ISO-2022, the zeros of UTF-16, strict UTF-8, the encoding that
    the format declares (a web page does), UTF-8 with a few bytes of Windows-1252 (files pasted
    together), Windows-1252 where few bytes are not ASCII, then charset-normalizer. The last two
    can be wrong (Windows-1250 and Mac Roman look like Windows-1252), which is why the name goes
    into the table of files. Line ends become newlines. An `encoding` that the caller demands is the
    only one tried.

    Raises RefusedError where nothing fits.

    >>> decode("“peace”".encode("cp1252") + b" talks resume")
    ('“peace” talks resume', 'cp1252')
    """
    ladder: tuple[_Rung, ...] = (
        _by_mark, _by_escape, _by_zeros, _as_utf8, partial(_as_declared, declared=declared),
        _as_mixed, _as_western, _by_detector,
    )  # fmt: skip
    if encoding:
        ladder = (partial(_as_demanded, encoding=encoding),)
    for read in ladder:
        if found := read(content):
            text, used = found
            return text.replace("\r\n", "\n").replace("\r", "\n"), used
    raise RefusedError("unknown encoding; save the file as UTF-8")


def _as_demanded(content: bytes, *, encoding: str) -> tuple[str, str] | None:
    """In the encoding that the study names, whatever the bytes look like."""
    if not (found := _strict(content, encoding)):
        raise RefusedError(f"not in {encoding}, which [reading] names; save the file in it")
    return found[0].removeprefix("\ufeff"), encoding


def _by_mark(content: bytes) -> tuple[str, str] | None:
    for mark, encoding in _BOMS:
        if content.startswith(mark):
            if found := _strict(content, encoding):
                return found
            kind = encoding.removesuffix("-sig").upper()
            raise RefusedError(f"marked as {kind} but damaged; save the file as UTF-8 again")
    return None


def _by_escape(content: bytes) -> tuple[str, str] | None:
    if _ESCAPE not in content:
        return None
    return next(filter(None, (_strict(content, encoding) for encoding in _BY_ESCAPE)), None)


def _by_zeros(content: bytes) -> tuple[str, str] | None:
    """UTF-16 without a mark: every other byte of Latin letters is zero. Else zeros are no text."""
    even, odd = content[::2].count(0), content[1::2].count(0)
    if not even and not odd:
        return None
    found = _strict(content, "utf-16-be" if even else "utf-16-le")
    if not found or min(even, odd) or 4 * max(even, odd) < len(content):
        raise RefusedError("not text (binary data)")
    return found


def _as_utf8(content: bytes) -> tuple[str, str] | None:
    return _strict(content, "utf-8")


def _as_declared(content: bytes, *, declared: str) -> tuple[str, str] | None:
    name = declared.strip().lower()
    if name not in _LARGER and not _DECLARABLE.fullmatch(name):
        return None
    try:
        return _strict(content, _LARGER.get(name, name))
    except LookupError:  # a page may declare what nobody has heard of
        return None


def _as_mixed(content: bytes) -> tuple[str, str] | None:
    """UTF-8 with stray bytes, if at least as many of its characters are proper UTF-8."""
    text = content.decode("utf-8", "surrogateescape")
    stray = sum(len(found.group()) for found in _STRAY.finditer(text))
    proper = sum(not char.isascii() for char in text) - stray
    if proper < stray:
        return None
    return _STRAY.sub(_stray_as_western, text), "utf-8 with cp1252"


def _stray_as_western(stray: re.Match[str]) -> str:
    return stray.group().encode("utf-8", "surrogateescape").decode("cp1252", "replace")


def _as_western(content: bytes) -> tuple[str, str] | None:
    foreign = len(content.translate(None, _ASCII))
    return _strict(content, "cp1252") if foreign < _WESTERN_SHARE * len(content) else None


def _by_detector(content: bytes) -> tuple[str, str] | None:
    best = from_bytes(content).best()
    return None if best is None else (str(best), best.encoding)


def _strict(content: bytes, encoding: str) -> tuple[str, str] | None:
    try:
        return content.decode(encoding), encoding
    except UnicodeError:
        return None
