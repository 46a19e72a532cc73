"""The text of a mail message among its parts."""

from __future__ import annotations

import re
from email.message import Message
from typing import NamedTuple

from dateline.sources.decoding import decode
from dateline.sources.fragment import as_utf8, fragment_text
from dateline.sources.html import read_html
from dateline.sources.raw import RefusedError
from dateline.study import ReadSettings

# The plain form says the same as the other if it has this share of its words.
_SAME = 0.9
_WORD = re.compile(r"\w+")
_ADDRESS = re.compile(r"https?://\S+")
# Of text with format=flowed: a space at the end of a line means that the line goes on, but for
# the line above a signature.
_FLOWED = re.compile(r"(?m)(?<!^--) \n(?!>)")
_WORDS = re.compile(r"\w \w+ \w")  # base64 has no blanks
_PLAIN, _HTML, _LEFT_OUT = "plain", "html", ""


class Body(NamedTuple):
    """The text of a message, the encoding of its first part, and how many parts were left out."""

    text: str
    encoding: str
    attachments: int


class _Part(NamedTuple):
    kind: str
    text: str = ""
    encoding: str = ""


def body_of(path: str, message: Message, settings: ReadSettings) -> Body:
    """
    The text of a message: its plain form if that says the same as its web page, else the page.

    Parts that follow each other are joined. Attachments, pictures and messages inside the message
    are left out and counted. The text is blank if there is none.
    """
    parts = _parts(message)
    read = [(_shown(path, part, settings), part.encoding) for part in parts if part.kind]
    texts = [(text, encoding) for text, encoding in read if text]
    return Body(
        text="\n\n".join(text for text, _ in texts),
        encoding=texts[0][1] if texts else "",
        attachments=sum(part.kind == _LEFT_OUT for part in parts),
    )


def _parts(message: Message) -> list[_Part]:
    if message.get_content_maintype() == "multipart" and message.is_multipart():
        children = [part for child in _children(message) for part in _parts(child)]
        return _best(children) if message.get_content_subtype() == "alternative" else children
    named = message.get_content_disposition() == "attachment" or message.get_filename()
    kind = message.get_content_type().removeprefix("text/")
    if named or kind not in (_PLAIN, _HTML):
        return [_Part(_LEFT_OUT)]
    return [_text_part(message, kind)]


def _children(message: Message) -> list[Message]:
    payload = message.get_payload()
    return [child for child in payload if isinstance(child, Message)]


def _text_part(message: Message, kind: str) -> _Part:
    try:
        charset = message.get_content_charset() or ""
        text, encoding = decode(_content(message), declared=charset)
    except RefusedError:
        return _Part(_LEFT_OUT)
    if kind == _PLAIN and str(message.get_param("format", "")).lower() == "flowed":
        text = _FLOWED.sub(" ", text)
    return _Part(kind, text, encoding)


def _content(message: Message) -> bytes:
    """The bytes of a part; words that a header calls base64 by mistake are taken as they stand."""
    stands = str(message.get_payload())
    coding = str(message.get("Content-Transfer-Encoding", "")).strip().lower()
    if coding == "base64" and _WORDS.search(stands):
        return stands.encode("utf-8", "surrogateescape")
    content = message.get_payload(decode=True)
    return content if isinstance(content, bytes) else b""


def _best(parts: list[_Part]) -> list[_Part]:
    """Of forms that should say the same, the plain one if it does."""
    plain = " ".join(part.text for part in parts if part.kind == _PLAIN)
    page = "\n".join(part.text for part in parts if part.kind == _HTML)
    if not page:
        return parts
    dropped = _HTML if _says(plain, fragment_text(page)) else _PLAIN
    return [part for part in parts if part.kind != dropped]


def _says(plain: str, page: str) -> bool:
    here, there = (set(_WORD.findall(_ADDRESS.sub("", text).lower())) for text in (plain, page))
    return len(here & there) >= _SAME * len(there) if there else bool(here)


def _shown(path: str, part: _Part, settings: ReadSettings) -> str:
    if part.kind == _PLAIN:
        return part.text.strip()
    try:
        page, _ = as_utf8(part.text.encode("utf-8", "replace"))
        return read_html(path, page, settings).articles[0].text
    except RefusedError:
        return ""
