"""Archives of files, read member by member in memory: nothing is unpacked onto the disk."""

from __future__ import annotations

import io
import lzma
import re
import stat
import tarfile
import zipfile
import zlib
from collections.abc import Iterator
from typing import IO, NamedTuple

from dateline.sources.expanding import HIGHEST_RATIO, Counted, Limits, expanding, is_bomb
from dateline.sources.file_names import is_hidden
from dateline.sources.raw import RefusedError

# Archives within archives that are opened: a zip in a zip is, one more in that is refused.
DEEPEST = 2
# Members of one archive that are looked at; a collection with more is better given as a folder.
MOST_MEMBERS = 200_000

_ZIP_MARKS, _ZIP_ENTRY = (b"PK\x03\x04", b"PK\x05\x06"), b"PK\x01\x02"
_COMPRESSIONS = (
    (b"\x1f\x8b\x08", "gzip"),
    (b"BZh", "bzip2"),
    (b"\xfd7zXZ\0", "xz"),
    (b"\x28\xb5\x2f\xfd", "zstd"),
)
# Members that each document in a zip has one of, and archives of files do not.
_OF_DOCUMENTS = {"[Content_Types].xml", "mimetype", "word/document.xml", "xl/workbook.xml"}
_BLOCK = tarfile.BLOCKSIZE
_DRIVE = re.compile(r"[A-Za-z]:")
_ENCRYPTED, _NAMED_IN_UTF8 = 0x1, 0x800  # flags of a member of a zip
# zipfile unpacks what it reads at once, without limit, where it is packed by bzip2 or lzma.
_STEP = 4096
_BROKEN = (
    zipfile.BadZipFile, tarfile.TarError, zlib.error, lzma.LZMAError, EOFError, OSError,
    NotImplementedError, RuntimeError, ValueError, OverflowError,
)  # fmt: skip


class Member(NamedTuple):
    """
    One file of an archive: its path in it, with `/`, and its bytes.

    `status` is blank for a member that can be read; of another it is "refused" or "set aside",
    for `reason`. A blank path stands for the archive itself: it is one packed file, or it could
    not be read to its end.
    """

    path: str
    content: bytes = b""
    status: str = ""
    reason: str = ""


def archive_kind(content: bytes) -> str:
    """
    "ZIP", "tar", or the name of a compression; blank for what is no archive.

    Documents that are zip files, such as .docx, are archives to this function.
    """
    if content.startswith(_ZIP_MARKS):
        return "ZIP"
    packed = next((kind for mark, kind in _COMPRESSIONS if content.startswith(mark)), "")
    return packed or ("tar" if _is_tar(content[:_BLOCK]) else "")


def zip_use(content: bytes) -> str:
    """
    What a zip file is: "archive", "document" (Office, OpenDocument, electronic book) or "damaged".

    It goes by the names in the table of contents, so that an archive of documents is none itself.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = archive.namelist()
    except _BROKEN:
        return "damaged"
    return "document" if _OF_DOCUMENTS & set(names) else "archive"


def members(content: bytes, limits: Limits) -> Iterator[Member]:
    """
    The files in an archive, in its order; folders are passed over.

    A member is refused if it is above the limits, encrypted, a link or a device, or has an
    absolute path or one with "..". An archive that unpacks to more than `limits` allow ends in a
    refused member with a blank path, and so does one that is damaged.

    Wrong for a tar in which a file was replaced by appending it again: both are given.
    """
    kind = archive_kind(content)
    try:
        if kind == "ZIP":
            yield from _zip_members(content, limits)
        elif kind == "tar":
            yield from _tar_members(Counted(io.BytesIO(content), limits), limits)
        else:
            yield from _unpacked(content, kind, limits)
    except RefusedError as refused:
        yield Member("", status="refused", reason=f"{kind} archive: {refused}")
    except _broken():
        yield Member("", status="refused", reason=f"damaged {kind} archive; make it again")


def _zip_members(content: bytes, limits: Limits) -> Iterator[Member]:
    if content.count(_ZIP_ENTRY) > MOST_MEMBERS:
        raise RefusedError(_too_many())
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        for info in archive.infolist():
            if not info.is_dir():
                yield _zip_member(archive, info, limits)


def _zip_member(archive: zipfile.ZipFile, info: zipfile.ZipInfo, limits: Limits) -> Member:
    path = _zip_name(info)
    if member := _not_looked_into(path):
        return member
    reason = _too_large(info.compress_size, info.file_size, limits)
    mode = info.external_attr >> 16
    if stat.S_IFMT(mode) not in (0, stat.S_IFREG):
        reason = "link or device in an archive; put the file itself in"
    elif info.flag_bits & _ENCRYPTED:
        reason = "encrypted; unpack it with its password"
    if reason:
        return Member(path, status="refused", reason=reason)
    try:
        content = _read(archive, info)
    except NotImplementedError:
        reason = "packed in a way that is not read here; pack it as an ordinary zip"
        return Member(path, status="refused", reason=reason)
    except _BROKEN:
        return Member(path, status="refused", reason="damaged in its archive; make that again")
    limits.count(len(content))
    return Member(_tidy(path), content)


def _read(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> bytes:
    with archive.open(info) as file:
        return b"".join(iter(lambda: file.read(_STEP), b""))


def _zip_name(info: zipfile.ZipInfo) -> str:
    """The path of a member; many programs write UTF-8 without saying so, and zipfile reads DOS."""
    name = info.filename.replace("\\", "/")
    if info.flag_bits & _NAMED_IN_UTF8:
        return name
    try:
        return name.encode("cp437").decode("utf-8")
    except UnicodeError:
        return name


class _Header(tarfile.TarInfo):
    """A header of a tar; tarfile takes a broken one for the end, and what follows would be lost."""

    @classmethod
    def frombuf(cls, buf: bytes | bytearray, encoding: str, errors: str) -> _Header:
        if not any(buf) and len(buf) == _BLOCK:  # the end as it should be
            return super().frombuf(buf, encoding, errors)
        try:
            return super().frombuf(buf, encoding, errors)
        except tarfile.HeaderError:
            raise RefusedError("damaged or cut off; files behind this were not read") from None


def _tar_members(stream: IO[bytes] | io.RawIOBase, limits: Limits) -> Iterator[Member]:
    with tarfile.open(fileobj=stream, mode="r|", tarinfo=_Header) as archive:
        for number, info in enumerate(archive):
            if number >= MOST_MEMBERS:
                raise RefusedError(_too_many())
            if not info.isdir():
                yield _tar_member(archive, info, limits)


def _tar_member(archive: tarfile.TarFile, info: tarfile.TarInfo, limits: Limits) -> Member:
    if member := _not_looked_into(info.name):
        return member
    if not info.isreg() or info.issparse():
        reason = "link or device in an archive; put the file itself in"
        return Member(info.name, status="refused", reason=reason)
    # The ratio is held by the stream, as a tar is packed as a whole.
    if reason := _too_large(info.size, info.size, limits):
        return Member(info.name, status="refused", reason=reason)
    file = archive.extractfile(info)
    return Member(_tidy(info.name), file.read() if file else b"")


def _unpacked(content: bytes, kind: str, limits: Limits) -> Iterator[Member]:
    """The files of a packed tar, or the one file that is packed."""
    counted = Counted(expanding(content, kind), limits)
    stream = io.BufferedReader(counted, 16 * _BLOCK)
    if _is_tar(stream.peek(_BLOCK)[:_BLOCK]):
        yield from _tar_members(stream, limits)
        return
    unpacked = stream.read(limits.largest + 1)
    if len(unpacked) > limits.largest:
        raise RefusedError(f"larger than {limits.largest_mb} MiB when unpacked")
    yield Member("", unpacked)


def _not_looked_into(path: str) -> Member | None:
    """The member that a path alone sets aside or refuses."""
    parts = path.replace("\\", "/").split("/")
    if path.startswith(("/", "\\")) or _DRIVE.match(path) or ".." in parts:
        return Member(path, status="refused", reason="path that leads out of the archive")
    if any(is_hidden(part) for part in parts if part != "."):
        return Member(_tidy(path), status="set aside", reason="hidden")
    return None


def _tidy(path: str) -> str:
    return "/".join(part for part in path.split("/") if part not in ("", "."))


def _too_large(packed: int, unpacked: int, limits: Limits) -> str:
    if is_bomb(packed, unpacked):
        return f"unpacks to more than {HIGHEST_RATIO} times its size"
    if unpacked > limits.largest:
        return f"larger than {limits.largest_mb} MiB when unpacked"
    return ""


def _too_many() -> str:
    return f"more than {MOST_MEMBERS:,} files; unpack it into a folder"


def _is_tar(block: bytes) -> bool:
    if len(block) < _BLOCK or not any(block):
        return False
    try:
        return bool(tarfile.TarInfo.frombuf(block, "utf-8", "surrogateescape"))
    except tarfile.HeaderError:
        return False


def _broken() -> tuple[type[Exception], ...]:
    from zstandard import ZstdError

    return (*_BROKEN, ZstdError)
