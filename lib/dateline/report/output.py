"""The folder of a report: all is written aside, and moved into place when it is complete."""

from __future__ import annotations

import hashlib
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from dateline.errors import ReportError
from dateline.report.lock import locked
from dateline.report.tables import atomic_write

# In the folder itself, because only there is it sure that a file can be moved and not copied.
ASIDE = ".dateline-run"


class Output:
    """What one run writes: `write` and `remove` take effect with `publish`, and not before."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.sums: dict[str, str] = {}
        self._new = folder / ASIDE / "new"
        self._gone: set[str] = set()

    def write(self, name: str, content: bytes) -> Path:
        """
        Write one file aside; `name` is relative, posix. Returns where it will lie.

        Raises ReportError where the folder or the disk refuses.
        """
        path = self._new / name
        with refused_folder(path.parent):
            path.parent.mkdir(parents=True, exist_ok=True)
        atomic_write(path, content)
        self.sums[name] = hashlib.sha256(content).hexdigest()
        return self.folder / name

    def unpublished(self, name: str) -> Path:
        """
        The place of a file that is for this run alone; another one each time.

        It is taken away with what was not published, by the next run if this one is killed.
        """
        return (self._new / f".{secrets.token_hex(8)}-{name}").absolute()

    def written(self) -> Iterator[tuple[str, bytes]]:
        """Each file written so far and its content."""
        return ((name, (self._new / name).read_bytes()) for name in self.sums)

    def remove(self, *names: str) -> None:
        """Take away what an earlier run left, which would belie this one."""
        self._gone.update(names)

    def publish(self, *last: str) -> None:
        """
        Move all files into place, those named `last` in their order at the end.

        A file that is there already with the same bytes is left as it is. Each move is whole;
        who is killed between two of them leaves whole files of both runs.
        """
        first = [name for name in self.sums if name not in last]
        for name in first:
            self._move(name)
        for name in sorted(self._gone - self.sums.keys()):
            path = self.folder / name
            path.unlink(missing_ok=True)
            with suppress(OSError):
                path.parent.rmdir()
        for name in last:
            self._move(name)

    def _move(self, name: str) -> None:
        path = self.folder / name
        if _sum(path) == self.sums[name]:
            return
        with refused_folder(path):
            path.parent.mkdir(parents=True, exist_ok=True)
            (self._new / name).replace(path)


@contextmanager
def open_output(folder: Path) -> Iterator[Output]:
    """
    The output in `folder`, for this run alone; what is not published is taken away at the end.

    Raises ReportError if another run writes there, or the folder cannot be made.
    """
    aside = folder / ASIDE
    with refused_folder(folder):
        aside.mkdir(parents=True, exist_ok=True)
    try:
        with locked(aside / "lock", named=folder), _emptied(aside / "new"):
            yield Output(folder)
    finally:
        with suppress(OSError):
            folder.rmdir()  # only if nothing came of it


@contextmanager
def _emptied(folder: Path) -> Iterator[None]:
    """Take the folder away before, where a run was killed, and after."""
    shutil.rmtree(folder, ignore_errors=True)
    try:
        yield
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def refused_folder(folder: Path) -> Iterator[None]:
    """Say in a sentence that a place cannot be written."""
    try:
        yield
    except OSError as problem:
        raise ReportError(
            f"{folder}: cannot be made ({problem.strerror}); choose another folder"
        ) from None


def _sum(path: Path) -> str:
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:
        return ""
