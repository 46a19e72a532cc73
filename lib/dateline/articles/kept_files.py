"""Files of the cache: where they lie, how they are written whole, and how damage is noticed.

Whatever is kept can be made again, so nothing here is an error: what cannot be read or written
counts as not kept. The folder may be deleted at any time.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import sys
import tempfile
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from dateline.errors import SettingError
from dateline.study import Study

# The variable of the environment that names the folder of the cache, or turns it off.
CACHE = "DATELINE_CACHE"
OFF = "off"
_MAGIC = b"dateline kept 1\n"
_SUM = 32  # bytes of a SHA-256
_SUFFIX = ".kept"
_HOUR = 3_600 * 10**9  # nanoseconds


def cache_folder() -> Path | None:
    """
    The folder of the cache; None where it is turned off.

    DATELINE_CACHE names it; "off" (or a user without a home) turns it off. Without the variable
    it is the folder in which the system keeps caches: ~/.cache/dateline, on a Mac
    ~/Library/Caches/dateline, on Windows the local application data.
    """
    named = os.environ.get(CACHE, "")
    if named:
        return None if named.lower() == OFF else Path(named).expanduser().absolute()
    usual = _usual_folder()
    return usual / "dateline" if usual else None


def study_cache(study: Study) -> Path | None:
    """
    The folder of one study in the cache; None where the cache is turned off.

    Raises SettingError for a cache among the articles, which would be read as articles.
    """
    folder = cache_folder()
    if folder is None:
        return None
    if folder.resolve().is_relative_to(study.articles.resolve()):
        raise SettingError(f"{CACHE}: {folder} lies among the articles; name another folder")
    place = hashlib.blake2b(os.fsencode(study.articles.resolve()), digest_size=6).hexdigest()
    return folder / f"{study.name}-{place}"


def forget_study(study: Study) -> None:
    """Delete all that is kept of one study."""
    folder = study_cache(study)
    if folder:
        shutil.rmtree(folder, ignore_errors=True)


def read_kept(path: Path) -> bytes | None:
    """The content of a kept file; None if there is none, or it is damaged or of another kind."""
    try:
        content = path.read_bytes()
    except OSError:
        return None
    start = len(_MAGIC) + _SUM
    body = content[start:]
    whole = content[:start] == _head(path, body)
    return body if whole else None


def write_kept(path: Path, body: bytes) -> bool:
    """
    Keep `body` under `path`, its folder made where needed; whether that was possible.

    It is written beside its place and moved there, so that another process, or the next one after
    a crash, finds the old file, the new one or none.
    """
    temporary = None
    try:
        _make_folder(path.parent)
        handle, temporary = tempfile.mkstemp(dir=path.parent, suffix=".part")
        with os.fdopen(handle, "wb") as file:
            file.write(_head(path, body))
            file.write(body)
        Path(temporary).replace(path)
    except OSError:
        return False
    finally:
        if temporary:
            with suppress(OSError):
                Path(temporary).unlink()
    return True


def kept_path(folder: Path, kind: str, key: str) -> Path:
    """The file for what has this key, among others of its kind."""
    return folder / f"{kind}-{key}{_SUFFIX}"


def forget_older(folder: Path, kind: str, *, keep: int) -> None:
    """Delete all but the newest `keep` files of one kind, and what a killed process left."""
    with suppress(OSError):
        files = _newest_first(folder.glob(f"{kind}-*{_SUFFIX}"))
        gone = [file for _, file in files[keep:]]
        # The newest was written just now; another process may be writing too.
        gone += [
            file
            for written, file in _newest_first(folder.glob("*.part"))
            if files and written < files[0][0] - _HOUR
        ]
        for file in gone:
            file.unlink(missing_ok=True)


def _newest_first(files: Iterable[Path]) -> list[tuple[int, Path]]:
    return sorted(((file.stat().st_mtime_ns, file) for file in files), reverse=True)


def _head(path: Path, body: bytes) -> bytes:
    """What stands before the body; it names the file, so that one moved elsewhere is not read."""
    digest = hashlib.sha256(path.name.encode())
    digest.update(body)
    return _MAGIC + digest.digest()


def _usual_folder() -> Path | None:
    if sys.platform == "win32":
        local = os.environ.get("LOCALAPPDATA")
        return Path(local) if local else None
    given = os.environ.get("XDG_CACHE_HOME", "")
    try:
        home = Path.home()
    except RuntimeError:  # a user without a home
        return Path(given) if given else None
    if sys.platform == "darwin":
        return home / "Library" / "Caches"
    return Path(given) if given.startswith("/") else home / ".cache"


def _make_folder(folder: Path) -> None:
    """The folder, for its owner alone: it holds the texts of articles; git passes it over."""
    if not folder.is_dir():
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        mark = folder.parent / ".gitignore"
        if not mark.exists():
            mark.write_text("*\n", "utf-8")
