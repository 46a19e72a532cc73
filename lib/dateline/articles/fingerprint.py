"""What a kept result hangs on besides its input: the code of Dateline and of its libraries."""

from __future__ import annotations

import hashlib
import re
import sys
import time
import unicodedata
from collections.abc import Iterator
from functools import cache
from importlib import metadata
from pathlib import Path

# The parts of the package between the files of a study and its tables of articles.
ROOMS = ("sources", "articles", "calendars", "errors.py", "settings.py", "study.py", "toml.py")
# The libraries whose answers stand in these tables, or that decide how a file is read.
LIBRARIES = (
    "beautifulsoup4", "charset-normalizer", "feedparser", "ftfy", "htmldate", "lxml", "nltk",
    "numpy", "odfdo", "pandas", "py3langid", "pyarrow", "pypdfium2", "python-calamine",
    "python-docx", "scipy", "striprtf", "trafilatura", "warcio", "zstandard",
)  # fmt: skip
# Those that make what a notebook shows, besides.
REPORTING = ("ipykernel", "ipython", "jinja2", "matplotlib", "nbconvert", "nh3", "papermill",
             "pillow")  # fmt: skip
_NAME = re.compile(r"[\w.-]+")
_PACKAGE = Path(__file__).parents[1]
# A file that is newer than this was changed after the code that runs had been read from it.
_LOADED = time.time_ns()


@cache
def articles_fingerprint() -> str:
    """
    Another for each version of what makes the tables of articles: code, data and libraries.

    Blank if the code on the disk is newer than the code that runs: nothing is then to be kept.
    """
    return _digest(ROOMS, LIBRARIES)


@cache
def package_fingerprint() -> str:
    """The same for all that makes a report."""
    return _digest((".",), LIBRARIES + REPORTING)


def library_versions(names: tuple[str, ...]) -> dict[str, str]:
    """The versions of these libraries and of all that they need, "" for what is not installed."""
    found: dict[str, str] = {}
    waiting = list(names)
    while waiting:
        name = re.sub(r"[-_.]+", "-", waiting.pop()).lower()
        if name in found:
            continue
        found[name] = ""
        try:
            library = metadata.distribution(name)
        except metadata.PackageNotFoundError:
            continue
        found[name] = library.version
        waiting += [_NAME.match(need)[0] for need in library.requires or () if _is_needed(need)]  # type: ignore[index]
    return dict(sorted(found.items()))


def _is_needed(requirement: str) -> bool:
    return "extra" not in requirement.partition(";")[2]


def _digest(parts: tuple[str, ...], libraries: tuple[str, ...]) -> str:
    files = sorted(file for part in parts for file in _files(_PACKAGE / part))
    if any(file.stat().st_mtime_ns > _LOADED for file in files):
        return ""
    digest = hashlib.blake2b(digest_size=16)
    for file in files:
        content = file.read_bytes()
        digest.update(f"{file.relative_to(_PACKAGE).as_posix()}\0{len(content)}\0".encode())
        digest.update(content)
    python = (*sys.version_info[:3], sys.platform, unicodedata.unidata_version)
    digest.update(repr((python, library_versions(libraries))).encode())
    return digest.hexdigest()


def _files(place: Path) -> Iterator[Path]:
    """Every file of a part of the package, but for what Python writes there."""
    if place.is_file():
        yield place
    for file in place.rglob("*"):
        if file.is_file() and file.parent.name != "__pycache__":
            yield file
