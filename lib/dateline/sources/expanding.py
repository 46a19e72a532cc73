"""Limits on what a packed file may unpack to, and streams that keep to them."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from typing import IO

from dateline.sources.raw import RefusedError

# A whole archive may unpack to this many times what one file may hold (`largest_mb`).
ARCHIVE_TIMES = 4
# Above the second number (MiB) it may unpack to no more than this many times its own size. Text
# packs to a third or a tenth, and only what is made to explode packs to less than a hundredth.
HIGHEST_RATIO, FREE_MB = 200, 10
# How the members of a document are packed. Of bzip2 and lzma zipfile would unpack all that it has
# read at once, without limit, whatever size the member declares.
OF_DOCUMENTS = frozenset((zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED))
# The largest window of zstd that is given memory: what `zstd --long` asks for.
_WINDOW = 2**27

# Packed bytes that are unpacked at once; zstd makes at most 32 thousand times as much of them.
_STEP = 512
_MIB = 2**20


@dataclass
class Limits:
    """
    What is left to an archive and all that is nested in it; sizes are in bytes.

    `largest_mb` is the limit for one file in MiB, `packed` the size of the outermost archive, and
    `unpacked` what has come out of it so far.
    """

    largest_mb: int
    packed: int
    unpacked: int = 0

    @property
    def largest(self) -> int:
        return self.largest_mb * _MIB

    def count(self, size: int) -> None:
        """Take note that so much came out. Raises RefusedError beyond the limits."""
        self.unpacked += size
        if self.unpacked > ARCHIVE_TIMES * self.largest:
            most = ARCHIVE_TIMES * self.largest_mb
            raise RefusedError(f"unpacks to more than {most:,} MiB; unpack it into a folder")
        if is_bomb(self.packed, self.unpacked):
            raise RefusedError(f"unpacks to more than {HIGHEST_RATIO} times its size")


def is_bomb(packed: int, unpacked: int) -> bool:
    """
    Whether so many bytes cannot be what so few honestly hold.

    >>> is_bomb(1_000, 9_000_000), is_bomb(1_000, 11_000_000), is_bomb(1_000_000, 11_000_000)
    (False, True, False)
    """
    return unpacked > FREE_MB * _MIB and unpacked > HIGHEST_RATIO * packed


def refuse_bomb(document: zipfile.ZipFile, packed: int, *, largest_mb: int) -> None:
    """
    Raise RefusedError for a document that is a zip file and unpacks to more than it may.

    `packed` is its size in bytes. It may unpack to `largest_mb` MiB, and to no more than an
    archive of that size. Sizes are those that the members declare, beyond which none of them is
    read; members that are packed in another way than documents are have no such bound, and are
    refused.
    """
    members = document.infolist()
    size = sum(member.file_size for member in members)
    if size > largest_mb * _MIB:
        raise RefusedError(f"unpacks to more than {largest_mb} MiB; split it")
    if is_bomb(packed, size):
        raise RefusedError(f"unpacks to more than {HIGHEST_RATIO} times its size")
    if any(member.compress_type not in OF_DOCUMENTS for member in members):
        raise RefusedError("packed in a way that documents are not; open it and save it again")


class Counted(io.RawIOBase):
    """A stream that counts what is read from it, and refuses to go on beyond the limits."""

    def __init__(self, stream: IO[bytes], limits: Limits) -> None:
        self._stream, self._limits = stream, limits

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        data = self._stream.read(len(buffer))
        self._limits.count(len(data))
        buffer[: len(data)] = data
        return len(data)


def expanding(content: bytes, kind: str) -> IO[bytes]:
    """The stream of what a gzip, bzip2, xz or zstd file holds; nothing is unpacked yet."""
    packed = io.BytesIO(content)
    if kind == "gzip":
        return gzip.GzipFile(fileobj=packed)  # type: ignore[return-value]
    if kind == "bzip2":
        return bz2.BZ2File(packed)
    if kind == "xz":
        return lzma.LZMAFile(packed)
    return io.BufferedReader(_Joined(_zstd_parts(packed)))


class _Joined(io.RawIOBase):
    """Parts of a file as a stream."""

    def __init__(self, parts: Iterator[bytes]) -> None:
        self._parts, self._left = parts, b""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        while not self._left:
            part = next(self._parts, None)
            if part is None:
                return 0
            self._left = part
        data, self._left = self._left[: len(buffer)], self._left[len(buffer) :]
        buffer[: len(data)] = data
        return len(data)


def _zstd_parts(packed: IO[bytes]) -> Iterator[bytes]:
    """What is in the frames of a zstd file; the library's own stream ends silently at a cut."""
    from zstandard import ZstdDecompressor

    frame = None
    while part := packed.read(_STEP):
        while part:
            frame = frame or ZstdDecompressor(max_window_size=_WINDOW).decompressobj()
            yield frame.decompress(part)
            part, frame = (frame.unused_data, None) if frame.eof else (b"", frame)
    if frame:
        raise EOFError("the last frame is cut off")
