"""Names of files as the ledger shows them, and names that are not looked into."""

from __future__ import annotations

import os
import re
from pathlib import PurePath

# Control characters, and those that turn the direction of a line or begin a new one.
_UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")
_ARCHIVE = re.compile(r"(?:\.tar)?\.(?:zip|tar|tgz|tbz2|txz|tzst|gz|bz2|xz|zst)$", re.I)
# What macOS puts into an archive, and Windows into a folder, beside the files.
_LITTER = ("__macosx", "thumbs.db", "desktop.ini")
# What Office keeps beside a document that is open, with the name of who opened it.
_LOCKS = ("~$",)


def shown(path: PurePath | str) -> str:
    r"""
    A path as text that can be printed, whatever bytes the name holds; with `/`.

    >>> shown("two\nlines.txt"), shown("gpj.\u202etxt")
    ('two\\x0alines.txt', 'gpj.\\u202etxt')
    """
    text = path.as_posix() if isinstance(path, PurePath) else path
    text = os.fsencode(text).decode("utf-8", "backslashreplace")
    return _UNPRINTABLE.sub(lambda found: _escape(ord(found.group())), text)


def is_hidden(name: str) -> bool:
    """Whether a file or folder of this name is no part of a collection: `.git`, `Thumbs.db`."""
    return name.startswith((".", *_LOCKS)) or name.lower() in _LITTER


def without_packing(name: str) -> str:
    """
    The name of an archive without its ending, which is that of a folder with the same files.

    >>> without_packing("guardian.zip"), without_packing("2022.tar.gz"), without_packing("ap")
    ('guardian', '2022', 'ap')
    """
    return _ARCHIVE.sub("", name)


def _escape(number: int) -> str:
    return f"\\x{number:02x}" if number < 0x100 else f"\\u{number:04x}"
