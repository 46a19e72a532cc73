"""A batch as one file: written whole or not at all, mapped into memory, and checked when opened."""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
import unicodedata
import zlib
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

import numpy as np

from dateline.themes.index import ARRAYS, Batch
from dateline.themes.packed import pack, unpack

_MAGIC = b"dateline tokens 4\n"
_ALIGN = 64
# What decides how a text is cut; a batch made by another version of these is not read.
_RULES = (
    (
        "dateline.articles",
        ("joined_texts.py", "sentence_starts.py", "sentences.py", "abbreviations.txt"),
    ),
    (
        "dateline.themes",
        ("tokens.py", "cutting.py", "word_lines.py", "vocabulary.py", "packed.py", "index.py"),
    ),
)


# Read whole whenever a batch is opened, so they are kept short; the others stay mapped.
_PACKED = ("word_counts", "article_sentences", "article_words")


def write_batch(batch: Batch, path: Path) -> Batch:
    """
    Write a batch and give it back mapped from its file; folders that are missing are made.

    The file has a line that says what it is, the length of a JSON head, the head (place, checksum
    and type of each array) and the arrays, little-endian. It is written beside its place
    and moved there, so other processes see all of it or nothing. Raises OSError if it cannot be.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=path.parent, suffix=".part")
    try:
        with os.fdopen(handle, "wb") as file:
            for part in _parts(batch):
                file.write(part)
        Path(temporary).replace(path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
    return read_batch(path) or batch


def read_batch(path: Path) -> Batch | None:
    """
    Map a batch from its file; None if there is none or it is damaged.

    Every byte is read once to compare its checksum (CRC-32 of each array, and of the head).
    """
    try:
        content = np.memmap(path, dtype=np.uint8, mode="r")
        head = _head(content)
        if head is None:
            return None
        arrays = {name: _array(content, name, *head[name]) for name in ARRAYS}
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return Batch(arrays)


@cache
def rules_fingerprint() -> bytes:
    """Another for each version of the code that cuts texts, and of Python's table of characters."""
    digest = hashlib.blake2b(_MAGIC + unicodedata.unidata_version.encode())
    for package, names in _RULES:
        for name in names:
            digest.update(resources.files(package).joinpath(name).read_bytes())
    return digest.digest()


def _parts(batch: Batch) -> list[Any]:
    """The file in the order in which it is written."""
    places, body, at = {}, [], 0
    for name in ARRAYS:
        array = batch.arrays[name].astype(batch.arrays[name].dtype.newbyteorder("<"))
        kept = pack(array.tobytes()) if name in _PACKED else array
        places[name] = (at, kept.nbytes, zlib.crc32(kept.data), array.dtype.str[1:])
        padding = -kept.nbytes % _ALIGN
        body += [kept.data, bytes(padding)]
        at += kept.nbytes + padding
    head = json.dumps(places).encode()
    # Blanks behind the head, so that the arrays begin at a multiple of _ALIGN.
    head += b" " * (-(len(_MAGIC) + 12 + len(head)) % _ALIGN)
    sizes = len(head).to_bytes(8, "little") + zlib.crc32(head).to_bytes(4, "little")
    return [_MAGIC, sizes, head, *body]


def _head(content: np.ndarray) -> dict[str, Any] | None:
    """The head with places counted from the start of the file; None if it is damaged."""
    at = len(_MAGIC) + 12
    start = content[:at].tobytes()
    length = int.from_bytes(start[-12:-4], "little")
    text = content[at : at + length].tobytes()
    if not start.startswith(_MAGIC) or zlib.crc32(text) != int.from_bytes(start[-4:], "little"):
        return None
    head = json.loads(text)
    for place in head.values():
        place[0] += at + length
    return dict(head)


def _array(content: np.ndarray, name: str, *described: Any) -> np.ndarray:
    """One array of the file. Raises ValueError if it is not as it was written."""
    place, size, check, kind = described
    kept = content[place : place + size].view(np.ndarray)
    if len(kept) != size or zlib.crc32(kept.data) != check:
        raise ValueError(f"{name} is damaged")
    if name in _PACKED:
        kept = np.frombuffer(unpack(kept), dtype=np.uint8)
    return kept.view(f"<{kind}")
