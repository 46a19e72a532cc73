"""Header lines as mail, saved pages and mailboxes have them."""

from __future__ import annotations

import re
from email import message_from_bytes
from email.errors import HeaderParseError
from email.header import decode_header
from email.message import Message
from email.policy import Compat32
from email.utils import parseaddr

from dateline.sources.decoding import decode
from dateline.sources.raw import RefusedError

_TOP = 64 * 1024  # bytes in which a header ends
_LINE = re.compile(rb"([!-9;-~]{1,80}):(.*)")
# Characters of a header; the time that the standard library takes grows with their square.
_LONGEST = 16_000


class _Short(Compat32):
    """The rules of mail as Python has them, with no header longer than any program writes."""

    def header_source_parse(self, sourcelines: list[str]) -> tuple[str, str]:
        name, value = super().header_source_parse(sourcelines)
        return name, value[:_LONGEST]


def parsed(content: bytes) -> Message:
    """
    A message and its parts, headers cut at 16,000 characters.

    May raise what `email` raises on parts that no program writes: AttributeError, LookupError,
    RecursionError, TypeError, ValueError.
    """
    return message_from_bytes(content, policy=_Short())


def header_block(content: bytes) -> dict[str, str]:
    """
    The header lines that a file begins with, names in small letters; empty if it is no header.

    One line above the first blank one that is neither a header nor its continuation, and there is
    none: an article may begin "From: our correspondent".
    """
    block: dict[str, str] = {}
    for line in content[:_TOP].splitlines():
        if not line.strip():
            break
        if line[:1] in b" \t" and block:
            continue
        if not (found := _LINE.fullmatch(line)):
            return {}
        name, value = (part.decode("latin-1").strip() for part in found.groups())
        block.setdefault(name.lower(), value)
    return block


def header(message: Message, name: str) -> str:
    """The first header of this name, decoded and on one line; blank if there is none."""
    return _decoded(_raw(message, name))


def display_name(message: Message, name: str) -> str:
    """The name beside an address, never the address itself; blank if there is none."""
    try:
        shown = _decoded(parseaddr(_raw(message, name))[0]).strip("'\" ")
    except RecursionError:  # of brackets in brackets
        return ""
    return "" if "@" in shown else shown


def _raw(message: Message, name: str) -> str:
    """The header as it stands, unfolded; bytes that are not ASCII decoded as a whole."""
    values = (str(value) for key, value in message.raw_items() if key.lower() == name.lower())
    text = " ".join(next(values, "").split())
    try:
        return text if text.isascii() else decode(text.encode("utf-8", "surrogateescape"))[0]
    except RefusedError:
        return ""


def _decoded(text: str) -> str:
    """Encoded words as what they mean; those that are broken stay as they are."""
    if "=?" not in text or not text.isascii():
        return text
    try:
        pieces = [_piece(chunk, charset) for chunk, charset in decode_header(text)]
    except (HeaderParseError, LookupError, ValueError, RefusedError):
        return text
    return " ".join("".join(pieces).split())


def _piece(chunk: bytes | str, charset: str | None) -> str:
    return chunk if isinstance(chunk, str) else decode(chunk, declared=charset or "")[0]
