"""The ZIP package that a .docx or an .odt is, looked at before anything in it is unpacked."""

from __future__ import annotations

import io
import struct
import zlib
from zipfile import BadZipFile, ZipFile

from dateline.sources.expanding import refuse_bomb
from dateline.sources.raw import RefusedError
from dateline.study import ReadSettings

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED_STREAM = "EncryptedPackage".encode("utf-16-le")
_ENCRYPTED_MEMBER = 1  # bit of a member's flags
# What the standard library raises on a package that is cut off or forged.
BROKEN = (BadZipFile, EOFError, LookupError, NotImplementedError, OSError, RuntimeError,
          ValueError, struct.error, zlib.error)  # fmt: skip


def open_package(content: bytes, settings: ReadSettings, *, ending: str) -> ZipFile:
    """
    The package of a document whose ending should be `ending`, for reading.

    A member that unpacks to more than it declares ends there, and fails its checksum.

    Raises RefusedError for a file that is encrypted, of an older format, no package at all,
    damaged, or too large once unpacked (`refuse_bomb`).
    """
    if content.startswith(_OLE):
        if _ENCRYPTED_STREAM in content:
            raise RefusedError("encrypted; save it without a password")
        raise RefusedError(f"old Office document; open it and save it as {ending}")
    if not content.startswith(b"PK"):
        raise RefusedError(f"not a document, though its name ends in {ending}")
    try:
        package = ZipFile(io.BytesIO(content))
    except BROKEN:
        raise RefusedError("damaged document; its end or its table of contents is lost") from None
    if any(member.flag_bits & _ENCRYPTED_MEMBER for member in package.infolist()):
        raise RefusedError("encrypted; save it without a password")
    refuse_bomb(package, len(content), largest_mb=settings.largest_mb)
    return package


def refuse_entities(package: ZipFile) -> None:
    """Raise RefusedError if an XML member declares a document type, which may hold entities."""
    for member in package.infolist():
        if member.filename.endswith((".xml", ".rels")):
            try:
                xml = package.read(member)
            except BROKEN:
                raise RefusedError(f"damaged document; {member.filename} is broken") from None
            if b"<!DOCTYPE" in xml.replace(b"\0", b""):  # in UTF-16 too
                raise RefusedError("document with its own XML entities; no word processor has them")
