"""Web archives (.warc, .warc.gz): each page that a crawler was given is an article."""

from __future__ import annotations

import gzip
import io
import re
import zlib
from collections import Counter
from collections.abc import Iterator
from contextlib import redirect_stderr
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from dateline.sources.fragment import as_utf8
from dateline.sources.html import read_html
from dateline.sources.raw import Found, RawArticle, RefusedError
from dateline.sources.text import read_text
from dateline.study import ReadSettings

if TYPE_CHECKING:
    from warcio.recordloader import ArcWarcRecord

_BEGIN = b"WARC/"
_GZIP = b"\x1f\x8b"
_TOP = 64 * 1024
_PAGES = ("text/html", "application/xhtml+xml")
_TYPE = re.compile(r"[\w.+-]{1,40}/[\w.+-]{1,60}")
_CHARSET = re.compile(r"charset\s*=\s*[\"']?\s*([\w.:-]{2,30})", re.I)
# MiB: a page, the lines above one, and how many times `largest_mb` an archive may unpack to.
_LARGEST_PAGE, _LONGEST_HEADER, _UNPACKED = 32, 4, 16
_BLOCK = 2**20
_WINDOWS = {"gzip": 47, "x-gzip": 47, "deflate": 47}  # of zlib: either kind of header
_SHOWN = 5  # kinds of other records in a remark
# What warcio raises on a record that is cut off or forged.
_FAILS = (ArithmeticError, AssertionError, AttributeError, EOFError, LookupError, TypeError,
          ValueError)  # fmt: skip


def is_warc(content: bytes) -> bool:
    """
    Whether a file begins as a web archive does, packed by gzip or not.

    >>> is_warc(b"WARC/1.0\\r\\nWARC-Type: warcinfo"), is_warc(b"On WARC/1.0")
    (True, False)
    """
    head = content[:_TOP]
    if head.startswith(_GZIP):
        try:
            head = zlib.decompressobj(_WINDOWS["gzip"]).decompress(head, len(_BEGIN))
        except zlib.error:
            return False
    return head.startswith(_BEGIN)


def read_warc(path: str, content: bytes, settings: ReadSettings = ReadSettings()) -> Found:
    """
    One article for each response with status 200 that is HTML or plain text, by warcio.

    `url` and `place` are its address. `metadata` are the dates of the page, then ("warc:date",
    value), when the crawler had it: the page was published then or before. The same address may
    come several times. All other records are counted by kind in the remark, robots.txt among them.

    Wrong for pages that a script fills in, which a crawler has without their text, and for those
    packed with brotli, which are counted as other records. An archive that is cut off gives the
    records before that.

    Raises RefusedError for a file that is no web archive, unpacks to more than 16 times
    `largest_mb`, or has no page that can be read.
    """
    if not is_warc(content):
        raise RefusedError("not a web archive; its first line is not that of a WARC record")
    articles: list[RawArticle] = []
    others: Counter[str] = Counter()
    stream = _Stream(content, settings.largest_mb * _UNPACKED * 2**20)
    for record in _records(stream, others):
        try:
            articles.append(_article(path, record, settings))
        except RefusedError as refused:
            others[str(refused).partition(";")[0]] += 1
    remark = _listed(others)
    if not articles:
        raise RefusedError(f"web archive without a page that can be read ({remark or 'empty'})")
    return Found(articles, f"not read: {remark}" if others else "")


class _Stream(io.RawIOBase):
    """The archive unpacked, as one stream that ends where the archive breaks."""

    def __init__(self, content: bytes, most: int) -> None:
        source = io.BytesIO(content)
        self._source = gzip.GzipFile(fileobj=source) if content.startswith(_GZIP) else source
        self._left = most
        self._header: int | None = None

    def begin_header(self) -> None:
        """What is read from here is held in memory at once, and must not be long."""
        self._header = _LONGEST_HEADER * 2**20

    def end_header(self) -> None:
        self._header = None

    def read(self, size: int = -1) -> bytes:
        try:
            block = self._source.read1(size)  # what there is before a break
        except (EOFError, OSError, zlib.error):  # cut off: the record will lack its end
            return b""
        self._left -= len(block)
        if self._left < 0:
            raise RefusedError("web archive that unpacks to more than 16 times `largest_mb`")
        if self._header is not None:
            self._header -= len(block)
            if self._header < 0:
                raise RefusedError("web archive with a header that does not end")
        return block


def _records(stream: _Stream, others: Counter[str]) -> Iterator[ArcWarcRecord]:
    """The records, each with its content as `content`; a broken one ends the archive."""
    from warcio.archiveiterator import WARCIterator
    from warcio.exceptions import ArchiveLoadFailed
    from warcio.statusandheaders import StatusAndHeadersParserException

    iterator = WARCIterator(stream, block_size=_BLOCK)
    while True:
        stream.begin_header()
        try:
            with redirect_stderr(io.StringIO()):  # warcio prints there
                record = next(iterator, None)
        except (*_FAILS, ArchiveLoadFailed, StatusAndHeadersParserException):
            others["broken record, and all behind it"] += 1
            return
        stream.end_header()
        if record is None:
            return
        if not _complete(record):
            others["record that is cut off"] += 1
            return
        yield record


def _complete(record: Any) -> bool:
    """Take in the content of a record, as far as a page may be long, and go to its end."""
    record.content = record.raw_stream.read(_LARGEST_PAGE * 2**20 + 1)
    while record.raw_stream.read(_BLOCK):
        pass
    return record.length is not None and record.raw_stream.tell() >= record.length


def _article(path: str, record: Any, settings: ReadSettings) -> RawArticle:
    """The article of a record. Raises RefusedError with the kind of a record that is none."""
    kind, declared = _kind(record)
    page, encoding = _content(record), ""
    if declared:
        page, encoding = as_utf8(page, declared=declared)
    reader = read_html if kind in _PAGES else read_text
    article = reader(path, page, settings).articles[0]
    address = record.rec_headers.get_header("WARC-Target-URI") or ""
    seen = record.rec_headers.get_header("WARC-Date")
    return replace(
        article,
        encoding=encoding or article.encoding,
        url=address,
        place=address,
        metadata=(*article.metadata, *([("warc:date", seen)] if seen else [])),
    )


def _kind(record: Any) -> tuple[str, str]:
    """The media type and charset of a page. Raises RefusedError for any other record."""
    if record.rec_type != "response" or record.http_headers is None:
        raise RefusedError(str(record.rec_type)[:20])
    if (status := record.http_headers.get_statuscode()) != "200":
        raise RefusedError(f"status {status[:3]}")
    stated = record.http_headers.get_header("Content-Type") or ""
    found = _TYPE.match(stated.strip().lower())
    kind = found[0] if found else "unknown type"
    if kind not in (*_PAGES, "text/plain"):
        raise RefusedError(kind)
    if (record.rec_headers.get_header("WARC-Target-URI") or "").endswith("/robots.txt"):
        raise RefusedError("robots.txt")
    charset = _CHARSET.search(stated)
    return kind, charset[1] if charset else ""


def _content(record: Any) -> bytes:
    """A page as the browser would have it: in one piece and unpacked, but of bounded size."""
    from warcio.bufferedreaders import ChunkedDataReader

    content = record.content
    if (record.http_headers.get_header("Transfer-Encoding") or "").lower() == "chunked":
        content = ChunkedDataReader(io.BytesIO(content)).read()
    coding = (record.http_headers.get_header("Content-Encoding") or "").strip().lower()
    if coding in _WINDOWS:
        content = _inflated(content, _WINDOWS[coding])
    elif coding not in ("", "identity"):
        raise RefusedError(f"page packed with {coding[:10]}")
    if len(content) > _LARGEST_PAGE * 2**20:
        raise RefusedError(f"page of more than {_LARGEST_PAGE} MiB")
    return content


def _inflated(content: bytes, window: int) -> bytes:
    most = _LARGEST_PAGE * 2**20 + 1
    for bits in (window, -15):  # "deflate" is sent with its header and without
        try:
            return zlib.decompressobj(bits).decompress(content, most)
        except zlib.error:
            continue
    return content  # many a server says that it packs, and does not


def _listed(others: Counter[str]) -> str:
    ranked = sorted(others.items(), key=lambda item: (-item[1], item[0]))
    shown = ", ".join(f"{number:,} {kind}" for kind, number in ranked[:_SHOWN])
    more = sum(number for _, number in ranked[_SHOWN:])
    return f"{shown} and {more:,} more" if more else shown
