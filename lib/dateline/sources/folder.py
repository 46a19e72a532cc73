"""Finds every file of a study and accounts for each: read, refused with a reason, or set aside."""

from __future__ import annotations

import hashlib
import os
import re
import stat
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pandas as pd

from dateline.errors import StudyError
from dateline.sources.html import is_page, read_html
from dateline.sources.raw import RawArticle, Reader, RefusedError
from dateline.sources.tables import read_json, read_json_lines, read_table
from dateline.sources.text import read_text
from dateline.study import OWN_FILES, Study

# One row per file found. `status` is read, refused or set aside; `reason` says why, and of a file
# that was read what a reader of the ledger must know, else it is blank; `articles` is the number
# of articles in it; `sha256` is of its bytes, blank where they could not be read.
FILES_COLUMNS = ("path", "status", "reason", "encoding", "articles", "sha256")

# The registry: file name endings and the reader that takes them. A new format is a new line.
READERS: dict[str, Reader] = {
    "": read_text,
    ".txt": read_text,
    ".text": read_text,
    ".html": read_html,
    ".htm": read_html,
    ".xhtml": read_html,
    ".csv": read_table,
    ".tsv": read_table,
    ".json": read_json,
    ".jsonl": read_json_lines,
    ".ndjson": read_json_lines,
}

# No article is this long; a larger file is a database export or a mistake.
LARGEST_FILE = 32 * 2**20

_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")


class Reading(NamedTuple):
    """The raw articles of a study, in order of their paths, and the table of files."""

    articles: list[RawArticle]
    files: pd.DataFrame


def read_articles(study: Study, *, progress: Callable[[str], None] = lambda _: None) -> Reading:
    """
    Read every file below the study's articles folder, in the order of their paths.

    Symbolic links are not followed, and no file is left out of the table: one that cannot be
    read is refused with a reason. `progress` is called with the path of each file.

    Raises StudyError if there is no file at all.
    """
    articles: list[RawArticle] = []
    rows = []
    for path in _files_below(study.articles):
        name = _shown(path.relative_to(study.articles))
        progress(name)
        row, found = _read_file(study, path, name)
        rows.append(row)
        articles.extend(found)
    if not rows:
        name = _shown(Path(study.articles.name))
        raise StudyError(f"{name}: the folder is empty; put articles in")
    return Reading(articles, pd.DataFrame(rows, columns=FILES_COLUMNS))


def _files_below(folder: Path) -> Iterator[Path]:
    """
    Every file, and every folder that is not opened, so that it gets its line in the table.

    Reports made earlier are passed over: listed, they would make the second run's ledger differ
    from the first one's.
    """
    waiting = [folder]
    while waiting:
        path = waiting.pop()
        if path != folder and _is_folder(path) and _is_report(path):
            continue
        if path == folder or (_is_folder(path) and not _set_aside(path)):
            try:
                entries = sorted(path.iterdir(), key=lambda entry: os.fsencode(entry.name))
            except OSError:
                yield path
            else:
                waiting.extend(reversed(entries))
        else:
            yield path


def _read_file(study: Study, path: Path, name: str) -> tuple[tuple, list[RawArticle]]:
    """The row of the table of files, and the articles."""
    if reason := _set_aside(path) or _part_of_study(study, path):
        return (name, "set aside", reason, "", 0, ""), []
    digest = ""
    try:
        content = _content(path)
        digest = hashlib.sha256(content).hexdigest()
        found = _reader(path, content)(name, content)
    except RefusedError as refused:
        return (name, "refused", str(refused), "", 0, digest), []
    except OSError as problem:
        return (name, "refused", f"cannot be read ({problem.strerror})", "", 0, digest), []
    return (name, "read", _remark(found), found[0].encoding, len(found), digest), found


def _remark(found: list[RawArticle]) -> str:
    """What must be known of a file that was read: headlines instead of texts, rows without any."""
    if all(article.title and article.text == article.title for article in found):
        return "headlines only"
    empty = sum(not article.text.strip() for article in found)
    return f"{empty} of {len(found)} rows without text" if empty else ""


def _set_aside(path: Path) -> str:
    """Why a file or folder is not looked into; blank if it is."""
    return "hidden" if path.name.startswith(".") else ""


def _part_of_study(study: Study, path: Path) -> str:
    named = path in (study.codebook, study.calendar, study.dates)
    usual = path.parent == study.folder and path.name in OWN_FILES
    return "part of the study" if named or usual else ""


def _is_folder(path: Path) -> bool:
    try:
        return stat.S_ISDIR(path.lstat().st_mode)
    except OSError:  # reading it as a file will say why
        return False


def _is_report(folder: Path) -> bool:
    """Whether Dateline wrote this folder, so that a second run does not read the first one's."""
    try:
        return (folder / "run.json").is_file() and (folder / "index.html").is_file()
    except OSError:
        return False


def _content(path: Path) -> bytes:
    """The bytes of a regular file; a pipe would block and a link may lead out of the folder."""
    state = path.lstat()
    if stat.S_ISLNK(state.st_mode):
        raise RefusedError("symbolic link; copy the file itself into the folder")
    if stat.S_ISDIR(state.st_mode):
        raise RefusedError("folder that cannot be opened")
    if not stat.S_ISREG(state.st_mode):
        raise RefusedError("not a regular file")
    if state.st_size > LARGEST_FILE:
        raise RefusedError(f"larger than {LARGEST_FILE // 2**20} MiB; split it into articles")
    return path.read_bytes()


def _reader(path: Path, content: bytes) -> Reader:
    """The reader for a file: that of its ending, but a web page is one under any name."""
    if is_page(content):
        return read_html
    ending = path.suffix.lower()
    if ending not in READERS:
        shown, known = _shown(Path(ending)), ", ".join(filter(None, READERS))
        raise RefusedError(f"no reader for {shown} files; those that can be read are {known}")
    return READERS[ending]


def _shown(path: Path) -> str:
    """A path as text that can be printed, whatever bytes the file name holds."""
    text = os.fsencode(path.as_posix()).decode("utf-8", "backslashreplace")
    return _CONTROL.sub(lambda found: f"\\x{ord(found.group()):02x}", text)
