"""Finds every file of a study and accounts for each: read, refused with a reason, or set aside."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath
from typing import NamedTuple

import pandas as pd

from dateline.errors import StudyError
from dateline.sources.archives import DEEPEST, archive_kind, members, zip_use
from dateline.sources.expanding import Limits
from dateline.sources.file_names import is_hidden, shown
from dateline.sources.lookalikes import export_notice
from dateline.sources.raw import Found, RawArticle, RefusedError
from dateline.sources.registry import (
    Format,
    contradiction,
    format_by_ending,
    is_of_database,
    reader_of,
    sniff_format,
)
from dateline.sources.repeats import SAME_CONTENT, SAME_FILE, Repeats, says_where_from
from dateline.sources.walking import files_below, read_content
from dateline.study import OWN_FILES, ReadSettings, Study

# One row per file found; those of an archive are files, and the archive is one only where it could
# not be opened. `status` is read, refused or set aside; `reason` says why, and of a file that was
# read what a reader of the ledger must know, else it is blank; `articles` is the number of articles
# in it; `sha256` is of its bytes when unpacked, blank where they could not be read.
FILES_COLUMNS = ("path", "status", "reason", "encoding", "articles", "sha256")

_COMPRESSED = re.compile(r"\.(?:gz|bz2|xz|zst)$", re.I)


class Reading(NamedTuple):
    """The raw articles of a study, in order of their paths, and the table of files."""

    articles: list[RawArticle]
    files: pd.DataFrame


# Gives what a reader found in a file: format, path, sha256, settings, and how to read it now.
Recall = Callable[[str, str, str, ReadSettings, Callable[[], Found]], Found]


def read_articles(
    study: Study,
    *,
    recall: Recall = lambda *given: given[-1](),
    progress: Callable[[str], None] = lambda _: None,
) -> Reading:
    """
    Read every file below the study's articles folder, in the order of their paths.

    Archives are read as folders, member by member, with paths such as `export.zip/a.txt`.
    Symbolic links are not followed, and no file is left out of the table: one that cannot be
    read is refused with a reason. The same file twice is read once (see `Repeats`). `progress` is
    called with the path of each file. `recall` may give what a reader found in the same file
    before, or raise the same RefusedError.

    Raises StudyError if there is no file at all.
    """
    account = _Account(study.reading, progress, recall)
    for path in files_below(study.articles):
        name = shown(path.relative_to(study.articles))
        progress(name)
        if reason := "hidden" if is_hidden(path.name) else _part_of_study(study, path):
            account.close(name, "set aside", reason)
        else:
            account.take_file(path, name)
    if not account.rows:
        name = shown(study.articles.name)
        raise StudyError(f"{name}: the folder is empty; put articles in")
    return Reading(account.articles, pd.DataFrame(account.rows, columns=FILES_COLUMNS))


def _noticed(found: Found) -> Found:
    """With a remark where what was read as one article looks like an export of several."""
    notice = export_notice(found.articles[0].text) if len(found.articles) == 1 else ""
    return found._replace(remark="; ".join(filter(None, (found.remark, notice))))


def _part_of_study(study: Study, path: Path) -> str:
    named = path in (study.codebook, study.calendar, study.dates)
    usual = path.parent == study.folder and path.name in OWN_FILES
    return "part of the study" if named or usual else ""


@dataclass(frozen=True)
class _Item:
    """
    A file whose bytes are at hand: on the disk, or a member of an archive.

    `called` is its name when unpacked; `depth` the number of archives that it lies in, `limits`
    theirs, and `remark` what must be said of them.
    """

    path: str
    called: str
    content: bytes
    depth: int = 0
    limits: Limits | None = None
    remark: str = ""

    @property
    def ending(self) -> str:
        return PurePosixPath(self.called).suffix.lower()


@dataclass
class _Account:
    """The articles and the rows of the table of files, as far as the walk has come."""

    settings: ReadSettings
    progress: Callable[[str], None]
    recall: Recall
    rows: list[tuple[str, str, str, str, int, str]] = field(default_factory=list)
    articles: list[RawArticle] = field(default_factory=list)
    repeats: Repeats = field(default_factory=Repeats)

    def close(self, path: str, status: str, reason: str, digest: str = "") -> None:
        """The row of a file that gives no article."""
        self.rows.append((path, status, reason, "", 0, digest))

    def take_file(self, path: Path, name: str) -> None:
        """A file on the disk."""
        try:
            content, identity = read_content(path, self.settings.largest_mb)
        except RefusedError as refused:
            self.close(name, "refused", str(refused))
        except OSError as problem:
            self.close(name, "refused", f"cannot be read ({problem.strerror})")
        else:
            if first := self.repeats.on_disk(identity, name):
                self.close(name, "set aside", f"{SAME_FILE}{first}")
            else:
                self._take(_Item(name, name, content))

    def _take(self, item: _Item) -> None:
        """A file or an archive, unless it is the same that was read before."""
        digest = hashlib.sha256(item.content).hexdigest()
        earlier = self.repeats.earlier(digest, item.called)
        if earlier.same_file:
            self.close(item.path, "set aside", f"{SAME_CONTENT}{earlier.path}", digest)
            return
        same = f"{SAME_CONTENT}{earlier.path}" if earlier.path else ""
        try:
            if not item.content or item.content.isspace():
                raise RefusedError("empty")
            kind = archive_kind(item.content)
            use = zip_use(item.content) if kind == "ZIP" else ""
            taken = None if use == "archive" else sniff_format(item.content)
            if use == "document" and not taken:
                raise RefusedError("document of a kind that is not read here; save it as text")
            if kind and not taken:
                self._open(item, kind, digest)
                return
            taken = taken or format_by_ending(item.ending, item.content)
            found = self._read(item, taken, digest)
        except RefusedError as refused:
            self.close(item.path, "refused", str(refused), digest)
        else:
            remarks = (item.remark, contradiction(taken.name, item.ending), same, found.remark)
            self._add(item, found, "; ".join(filter(None, remarks)), digest)

    def _read(self, item: _Item, taken: Format, digest: str) -> Found:
        def read_now() -> Found:
            found = reader_of(taken)(item.path, item.content, self.settings)
            return found if is_of_database(taken) else _noticed(found)

        return self.recall(taken.read, item.path, digest, self.settings, read_now)

    def _add(self, item: _Item, found: Found, remark: str, digest: str) -> None:
        """The row of a file that was read, and its articles."""
        encoding = found.articles[0].encoding if found.articles else ""
        self.rows.append((item.path, "read", remark, encoding, len(found.articles), digest))
        self.articles.extend(found.articles)
        own = says_where_from(found)
        self.repeats.add(digest, item.path, called=item.called, own=own)

    def _open(self, item: _Item, kind: str, digest: str) -> None:
        """An archive: each member in its turn, or the one row of an archive without any."""
        if item.depth == DEEPEST:
            raise RefusedError(f"{kind} archive {DEEPEST} archives deep; unpack the outer ones")
        before = len(self.rows)
        limits = item.limits or Limits(self.settings.largest_mb, packed=len(item.content))
        remark = contradiction("an archive", item.ending) or item.remark
        outer = replace(item, depth=item.depth + 1, limits=limits, remark=remark)
        self.repeats.add(digest, item.path, called=item.called, own=True)
        for member in members(item.content, limits):
            path = f"{item.path}/{shown(member.path)}" if member.path else item.path
            if member.status:
                self.close(path, member.status, member.reason)
                continue
            called = path if member.path else _COMPRESSED.sub("", item.called)
            if member.path:
                self.progress(path)
            self._take(replace(outer, path=path, called=called, content=member.content))
        if len(self.rows) == before:
            self.close(item.path, "refused", f"{kind} archive without a file", digest)
