"""Walks a folder: every file below it once, and the bytes of each as far as they are allowed."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path

from dateline.sources.file_names import is_hidden
from dateline.sources.raw import RefusedError

# The record of a report, by its name of today and by that of before version 0.4.
REPORT_MARKS = ("record.json", "run.json")


def files_below(folder: Path) -> Iterator[Path]:
    """
    Every file, and every folder that is not opened, so that it gets its line in the table.

    Each folder is opened once and a link to one never, so that the walk ends and is linear in the
    number of files. Reports made earlier are passed over: listed, they would make the second
    run's ledger differ from the first one's.
    """
    waiting = [folder]
    while waiting:
        path = waiting.pop()
        if path != folder and _is_folder(path) and _is_report(path):
            continue
        if path == folder or (_is_folder(path) and not is_hidden(path.name)):
            try:
                entries = sorted(path.iterdir(), key=lambda entry: os.fsencode(entry.name))
            except OSError:
                yield path
            else:
                waiting.extend(reversed(entries))
        else:
            yield path


def read_content(path: Path, largest_mb: int) -> tuple[bytes, tuple[int, int]]:
    """
    The bytes of a regular file, and what identifies it on its disk.

    A pipe would block and a link may lead out of the folder, so both are refused, and so is a
    file above `largest_mb` MiB, before it is read.

    Raises RefusedError, or OSError for a file that is gone or may not be read.
    """
    state = path.lstat()
    if stat.S_ISLNK(state.st_mode):
        raise RefusedError("symbolic link; copy the file itself into the folder")
    if stat.S_ISDIR(state.st_mode):
        raise RefusedError("folder that cannot be opened")
    if not stat.S_ISREG(state.st_mode):
        raise RefusedError("not a regular file")
    largest = largest_mb * 2**20
    content = path.read_bytes() if state.st_size <= largest else b""
    if max(state.st_size, len(content)) > largest:
        raise RefusedError(
            f"larger than {largest_mb:,} MiB; split it, or raise `largest_mb` in study.toml"
        )
    return content, (state.st_dev, state.st_ino)


def _is_folder(path: Path) -> bool:
    try:
        return stat.S_ISDIR(path.lstat().st_mode)
    except OSError:  # reading it as a file will say why
        return False


def _is_report(folder: Path) -> bool:
    """Whether Dateline wrote this folder, so that a second run does not read the first one's."""
    try:
        marks = any((folder / name).is_file() for name in REPORT_MARKS)
        return marks and (folder / "index.html").is_file()
    except OSError:
        return False
