"""Which files are the same file twice, and which only have the same content."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, NamedTuple

from dateline.sources.file_names import without_packing
from dateline.sources.raw import Found

if TYPE_CHECKING:
    import pandas as pd

# What a browser or a desktop adds to the name of a second copy: "talks (1)", "talks - Copy".
_MARK = re.compile(
    r"(?: ?\(\d{1,3}\)| - (?:Copy|Kopie|Copie|kopie)(?: \(\d+\))?| copy(?: \d+)?)$"
    r"|^(?:Copy of|Kopie von|Copie de|Kopie van) "
)
# How the table of files says of one that was set aside which one it repeats.
SAME_FILE, SAME_CONTENT = "same file as ", "same content as "


class Earlier(NamedTuple):
    """A file that was read before, of the same content, and whether this one is the same file."""

    path: str = ""
    same_file: bool = False


class Repeats:
    """
    The files read so far, by their content.

    Files of the same bytes are the same file if these say where they are from: several articles,
    as in a database export, or one that states its address or its source. One bare article is the
    same file if it lies in the same folder under the same name, a copy's mark aside; an archive
    counts as a folder of its name. Under another name or in another folder it is another matter:
    a collector took it up twice, or two newspapers printed it. Both are read, so that dating sees
    both names; the marking of copies makes them one story.
    """

    def __init__(self) -> None:
        self._first: dict[str, tuple[str, bool]] = {}
        self._placed: dict[tuple[str, str], str] = {}
        self._on_disk: dict[tuple[int, int], str] = {}

    def on_disk(self, identity: tuple[int, int], path: str) -> str:
        """The path under which this very file was reached before (a hard link); else blank."""
        if not identity[1]:  # a file system without numbers for its files
            return ""
        first = self._on_disk.setdefault(identity, path)
        return "" if first == path else first

    def earlier(self, digest: str, called: str) -> Earlier:
        """The file read before with this content, by its checksum; `called` is the file's path."""
        if same := self._placed.get((digest, plain_path(called))):
            return Earlier(same, same_file=True)
        first, own = self._first.get(digest, ("", False))
        return Earlier(first, same_file=own)

    def add(self, digest: str, path: str, *, called: str, own: bool) -> None:
        """Take note of a file that was read, and whether its bytes say where they are from."""
        self._first.setdefault(digest, (path, own))
        self._placed.setdefault((digest, plain_path(called)), path)


def kept_paths(files: pd.DataFrame) -> dict[str, str]:
    """The path of each file that was set aside as a repeat, to that of the one that was kept."""
    aside = files[files["status"] == "set aside"]
    return {
        path: reason.removeprefix(said)
        for path, reason in zip(aside["path"], aside["reason"], strict=True)
        for said in (SAME_FILE, SAME_CONTENT)
        if reason.startswith(said)
    }


def says_where_from(found: Found) -> bool:
    """Whether a file's bytes say where they are from, so that no other file can have the same."""
    return len(found.articles) > 1 or any(each.url or each.source for each in found.articles)


def plain_path(path: str) -> str:
    """
    The path of a file without a copy's mark, and without the endings of archives.

    >>> plain_path("talks/Round 2 (1).html"), plain_path("Copy of a.txt"), plain_path("2.tar.gz/3")
    ('talks/Round 2.html', 'a.txt', '2/3')
    """
    place = PurePosixPath(path)
    folders = map(without_packing, place.parts[:-1])
    return "/".join([*folders, _MARK.sub("", place.stem) + place.suffix])
