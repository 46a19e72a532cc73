"""One run at a time in one folder, by a lock of the system that ends with the process."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from dateline.errors import ReportError


@contextmanager
def locked(path: Path, *, named: Path) -> Iterator[None]:
    """
    Hold the lock file `path`, which is made and taken away, its folder too.

    The lock of a process that was killed is free at once. A file system without locks is used
    without one. Raises ReportError, naming the folder `named`, if another process holds it, and
    OSError if the file cannot be made.
    """
    handle = _take(path, named)
    try:
        yield
    finally:
        # While it is held, so that nobody who holds it loses it.
        with suppress(OSError):
            path.unlink()
        os.close(handle)
        with suppress(OSError):
            path.parent.rmdir()


def _take(path: Path, named: Path) -> int:
    while True:
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
        except FileNotFoundError:  # the run before took its folder away just now
            continue
        try:
            _lock(handle)
        except (BlockingIOError, PermissionError):
            os.close(handle)
            raise ReportError(
                f"{named}: is being written by another run; wait, or choose another folder with -o"
            ) from None
        except OSError:  # no locks on this file system
            return handle
        if _is_at(handle, path):
            return handle
        os.close(handle)


def _is_at(handle: int, path: Path) -> bool:
    """Whether the file that is locked is still the one that others find."""
    try:
        return os.path.samestat(os.fstat(handle), path.stat())
    except OSError:
        return False


if sys.platform == "win32":

    def _lock(handle: int) -> None:
        import msvcrt

        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)

else:

    def _lock(handle: int) -> None:
        import fcntl

        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
