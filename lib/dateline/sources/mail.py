"""Mail: a message (.eml) is one article, a mailbox (.mbox) one for each message."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from email.message import Message

from dateline.sources.headers import display_name, header, header_block, parsed
from dateline.sources.mail_text import body_of
from dateline.sources.mhtml import is_mhtml
from dateline.sources.raw import Found, RawArticle, RefusedError
from dateline.study import ReadSettings

_OF_MAIL = {"from", "date", "subject", "message-id", "mime-version"}
# What only a program writes; a person may well begin an article with "From" and "Date".
_OF_PROGRAMS = {"message-id", "mime-version", "received", "return-path"}
# The line that begins a message in a mailbox; inside a message it is written ">From ".
_BEGIN = re.compile(
    rb"(?:\A|(?<=\n\n)|(?<=\n\r\n))From [^\r\n]{0,400}?"
    rb"(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) [A-Z][a-z]{2} [ \d]\d \d\d:\d\d[^\r\n]{0,40}\r?\n"
)
_QUOTED = re.compile(rb"(?m)^>(>*From )")
_LIST = re.compile(r'\s*"?([^"<]*?)"?\s*<([^<>]+)>')
_WEB = re.compile(r"https?://[^\s<>]+", re.I)
_TOP = 64 * 1024  # bytes in which a header ends
_SHOWN = 3  # messages named in a remark
# What the standard library raises on a header or a part that no mail program would write.
_FAILS = (AttributeError, LookupError, RecursionError, TypeError, ValueError)


def is_mail(content: bytes) -> bool:
    """
    Whether a file begins as a mail message does: two of its header lines, one by a program.

    >>> is_mail(b"Subject: Talks\\nMessage-ID: <1@example.org>\\n\\nThey met.")
    True
    >>> is_mail(b"From: our correspondent\\n\\nThey met.")
    False
    """
    block = header_block(content)
    by_program = _OF_PROGRAMS & block.keys() or "@" in block.get("from", "")
    return len(_OF_MAIL & block.keys()) >= 2 and bool(by_program) and not is_mhtml(content)


def is_mbox(content: bytes) -> bool:
    """Whether a file begins as a mailbox does: its "From " line, then a header."""
    found = _BEGIN.match(content[:_TOP])
    return found is not None and bool(header_block(content[found.end() : found.end() + _TOP]))


def read_mail(path: str, content: bytes, settings: ReadSettings = ReadSettings()) -> Found:
    """
    The one article of a mail message: its subject, then its text as `mail_text.body_of` finds it.

    The author is the name of the sender, the source that of the mailing list, else the sender's.
    No address is stored. `place` is the Message-ID, `metadata` has ("mail:date", value). Answers
    that quote others, and signatures, are text here. Attachments are counted in the remark.

    Raises RefusedError for a message that is damaged or has no text.
    """
    article, attachments = _article(path, content, settings)
    return Found([article], _attachments(attachments))


def read_mbox(path: str, content: bytes, settings: ReadSettings = ReadSettings()) -> Found:
    """
    One article for each message of a mailbox, as `read_mail` reads it.

    Messages that cannot be read are named in the remark. Wrong for a mailbox whose messages hold a
    line as those that begin one, below a blank line and not quoted.

    Raises RefusedError if no message can be read.
    """
    articles, lost, attachments = [], [], 0
    for number, message in enumerate(_messages(content), start=1):
        try:
            article, count = _article(path, message, settings)
        except RefusedError as refused:
            lost.append(f"message {number}: {refused}")
        else:
            articles.append(article)
            attachments += count
    if not articles:
        raise RefusedError(_listed(lost) or "not a mailbox; no line begins a message in it")
    return Found(articles, "; ".join(filter(None, (_listed(lost), _attachments(attachments)))))


def _messages(content: bytes) -> Iterator[bytes]:
    """The messages without the lines that begin them; one at a time, for a mailbox is large."""
    start = None
    for found in _BEGIN.finditer(content):
        if start is not None:
            yield _QUOTED.sub(rb"\1", content[start : found.start()])
        start = found.end()
    if start is not None:
        yield _QUOTED.sub(rb"\1", content[start:])


def _article(path: str, content: bytes, settings: ReadSettings) -> tuple[RawArticle, int]:
    """The article of one message, and how many attachments it has."""
    try:
        message = parsed(content)
        body = body_of(path, message, settings)
        article = _with_fields(RawArticle(path, body.text, body.encoding), message)
    except _FAILS:
        raise RefusedError("damaged") from None
    if not body.text:
        raise RefusedError("no text")
    return article, body.attachments


def _with_fields(article: RawArticle, message: Message) -> RawArticle:
    title, sent = header(message, "Subject"), header(message, "Date")
    author = display_name(message, "From")
    archived = _WEB.search(header(message, "Archived-At"))
    beneath = article.text.removeprefix(title).lstrip()
    return replace(
        article,
        text=f"{title}\n\n{beneath}" if title and beneath else article.text,
        title=title,
        author=author,
        source=_list_name(header(message, "List-Id")) or author,
        url=archived[0] if archived else "",
        language=header(message, "Content-Language"),
        metadata=(("mail:date", sent),) if sent else (),
        place=header(message, "Message-ID").strip("<> "),
    )


def _list_name(stated: str) -> str:
    """The name of a mailing list, or its identifier where it has none."""
    found = _LIST.match(stated)
    return (found[1] or found[2]).strip() if found else ""


def _attachments(number: int) -> str:
    return f"{number:,} attachment{'s' if number > 1 else ''} not read" if number else ""


def _listed(lost: list[str]) -> str:
    more = len(lost) - _SHOWN
    return "; ".join(lost[:_SHOWN]) + (f" and {more:,} more" if more > 0 else "")
