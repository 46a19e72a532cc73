"""The run record: what a report was made from, with what, and what came out, by checksum.

It holds no time and no place, so that two runs can be compared byte for byte.
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Mapping
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

import pandas as pd

from dateline.report.parameters import Value
from dateline.study import Study

# The packages whose version can change a number, a picture or a page.
PACKAGES = ("dateline", "pandas", "matplotlib", "nltk", "papermill", "nbconvert")


def make_record(
    study: Study, parameters: Mapping[str, Value], files: pd.DataFrame
) -> dict[str, Any]:
    """
    The run record as a dict for JSON, still without the files that were written.

    study (name, title) | parameters (as given, by name) | versions (by package, and of Python
    without its patch number) | definitions (sha256 of codebook, calendar and dates; None where the
    study has none) | files (sha256 by path, in order of the paths; None where a file could not be
    read). `files` has the columns path and sha256, as `read_articles` gives them.
    """
    definitions = {
        "codebook": study.codebook,
        "calendar": study.calendar,
        "dates": study.dates,
    }
    sums = dict(zip(files["path"], files["sha256"], strict=True))
    return {
        "study": {"name": study.name, "title": study.title},
        "parameters": dict(sorted(parameters.items())),
        "versions": package_versions(),
        "definitions": {name: path and file_sum(path) for name, path in definitions.items()},
        "files": {path: sums[path] or None for path in sorted(sums)},
    }


def record_bytes(record: Mapping[str, Any], written: Mapping[str, str]) -> bytes:
    """The content of run.json: the record, and the sha256 of each written file by its name."""
    complete = {**record, "written": dict(sorted(written.items()))}
    text = json.dumps(complete, ensure_ascii=False, indent=1) + "\n"
    return text.encode("utf-8", "replace")


def package_versions() -> dict[str, str]:
    """The versions of PACKAGES, and of Python as "3.11"."""
    python = f"{sys.version_info.major}.{sys.version_info.minor}"
    return {"python": python, **{name: _version(name) for name in PACKAGES}}


def file_sum(path: Path) -> str:
    """The sha256 of a file, in hexadecimal digits; the file is never in memory as a whole."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "not installed"
