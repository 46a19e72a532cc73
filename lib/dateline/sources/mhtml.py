"""Web pages that a browser saved as one file (.mhtml, .mht), which is a mail message inside."""

from __future__ import annotations

import re
from dataclasses import replace
from email.message import Message

from dateline.sources.fragment import as_utf8
from dateline.sources.headers import header, header_block, parsed
from dateline.sources.html import read_html
from dateline.sources.raw import Found, RefusedError
from dateline.study import ReadSettings

# What a message on its way through the mail has, and a saved page has not.
_SENT = {"to", "cc", "message-id", "received", "delivered-to", "return-path", "list-id"}
_SAVED_BY = re.compile(r"<?saved by", re.I)
_WEB = re.compile(r"https?://\S+", re.I)
# What the standard library raises on a part that no browser would write.
_FAILS = (AttributeError, LookupError, RecursionError, TypeError, ValueError)


def is_mhtml(content: bytes) -> bool:
    """
    Whether a file begins as a page saved with all its parts does, and not as mail.

    >>> is_mhtml(b"MIME-Version: 1.0\\nContent-Type: multipart/related; boundary=x\\n\\n--x")
    True
    """
    block = header_block(content)
    if "snapshot-content-location" in block or _SAVED_BY.match(block.get("from", "").strip('"')):
        return "content-type" in block
    related = block.get("content-type", "").lower().startswith("multipart/related")
    return related and "mime-version" in block and not _SENT & block.keys()


def read_mhtml(path: str, content: bytes, settings: ReadSettings = ReadSettings()) -> Found:
    """
    The one article of a saved page: its first HTML part, as `read_html` reads it.

    The address is that which the browser noted. `metadata` are the dates of the page, then
    ("mhtml:saved", value), the day when it was saved. Pages in frames are counted in the remark.

    Raises RefusedError for a file that is damaged, without an HTML part, or without text.
    """
    try:
        message = parsed(content)
        parts = [part for part in message.walk() if part.get_content_type() == "text/html"]
        page, encoding = _page(parts[0]) if parts else (b"", "")
    except _FAILS:
        raise RefusedError("damaged; open it in a browser and save it again") from None
    if not page:
        raise RefusedError("saved page without an HTML part; save it again as .html")
    article = read_html(path, page, settings).articles[0]
    saved = header(message, "Date")
    article = replace(
        article,
        encoding=encoding or article.encoding,
        url=_address(message, parts[0]) or article.url,
        metadata=(*article.metadata, *([("mhtml:saved", saved)] if saved else [])),
    )
    framed = len(parts) - 1
    return Found([article], f"{framed} framed pages not read" if framed else "")


def _page(part: Message) -> tuple[bytes, str]:
    """The page, and its encoding if that is stated outside it."""
    content = part.get_payload(decode=True)
    page = content if isinstance(content, bytes) else b""
    charset = part.get_content_charset()
    return as_utf8(page, declared=charset) if charset and page else (page, "")


def _address(message: Message, part: Message) -> str:
    stated = (
        header(part, "Content-Location"),
        header(message, "Snapshot-Content-Location"),
        header(message, "Content-Location"),
    )
    return next((address for address in stated if _WEB.fullmatch(address)), "")
