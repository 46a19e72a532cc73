"""The run record: what a report was made from, with what, and what came out, by checksum.

It holds no time and no place, so that two runs can be compared byte for byte.
"""

from __future__ import annotations

import hashlib
import json
import re
import sys
from collections.abc import Mapping, Sequence
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

import pandas as pd

from dateline.report.parameters import Value
from dateline.report.plan import STUDY, Job, merged_settings
from dateline.study import STUDY_FILE, Study
from dateline.themes import load_codebook
from dateline.themes.codebook import Codebook

# The file of the record; with an index page beside it, it tells a report from any other folder.
RECORD = "record.json"
# What the file was called before version 0.4; a report of then can still be compared and replaced.
FORMER_RECORD = "run.json"
# Counts up when a key changes its meaning; a record without it is of before 0.4.
FORMAT = 2
# The packages whose version can change a number, a picture or a page: first what counts and draws,
# then what reads the articles.
PACKAGES = (
    "dateline", "pandas", "numpy", "scipy", "nltk", "matplotlib", "pillow", "papermill",
    "nbconvert", "nh3",
    "beautifulsoup4", "charset-normalizer", "feedparser", "ftfy", "htmldate", "lxml", "odfdo",
    "py3langid", "pyarrow", "pypdfium2", "python-calamine", "python-docx", "pyyaml", "striprtf",
    "trafilatura", "warcio",
)  # fmt: skip
_SEED = re.compile(r"(^|_)seed$")


def make_record(
    study: Study,
    parameters: Mapping[str, Value],
    files: pd.DataFrame,
    *,
    jobs: Sequence[Job] = (),
) -> dict[str, Any]:
    """
    The run record as a dict for JSON, still without the files that were written.

    format | study (name, title) | parameters (as given, by name) | settings (all that hold in the
    tables) | seeds (of everything that is drawn by chance) |
    share (how much of the articles is shown) | versions (by package, and of Python
    without its patch number) | definitions (sha256 of codebook, calendar, dates and study.toml;
    None where the study has none) | codebook (its content, as `codebook_content` gives it) |
    notebooks (by name: sha256, settings) | files (sha256 by path, in order of the paths; None
    where a file could not be read).

    `files` has the columns path and sha256, as `read_articles` gives them; `jobs` are those of the
    run. Raises CodebookError as `load_codebook`.
    """
    settings = {**parameters, **merged_settings(jobs)}
    sums = dict(zip(files["path"], files["sha256"], strict=True))
    return {
        "format": FORMAT,
        "study": {"name": study.name, "title": study.title},
        "parameters": dict(sorted(parameters.items())),
        "settings": dict(sorted(settings.items())),
        "seeds": _seeds(settings),
        "share": study.share,
        "versions": package_versions(),
        "definitions": _definitions(study),
        "codebook": codebook_content(load_codebook(study.codebook)),
        "notebooks": {
            job.name: {
                "sha256": file_sum(job.path),
                "settings": {name: job.settings[name] for name in job.settings if name != STUDY},
            }
            for job in jobs
        },
        "files": {path: sums[path] or None for path in sorted(sums)},
    }


def record_bytes(record: Mapping[str, Any], written: Mapping[str, str]) -> bytes:
    """The content of record.json: the record, and the sha256 of each written file by its name."""
    complete = {**record, "written": dict(sorted(written.items()))}
    text = json.dumps(complete, ensure_ascii=False, indent=1) + "\n"
    return text.encode("utf-8", "replace")


def codebook_content(codebook: Codebook) -> dict[str, Any]:
    """
    A codebook as plain lists, so that two records can say which term differs.

    stem (language, or blank) | themes: name, kind, label, terms and unless as written, a rule as
    one line. Comments and the order of keys in the file do not matter to it.
    """
    return {
        "stem": codebook.stem,
        "themes": [
            {
                "name": theme.name,
                "kind": theme.kind,
                "label": theme.label,
                "terms": [term.text for term in theme.terms],
                "unless": [term.text for term in theme.unless],
            }
            for theme in codebook.themes
        ],
    }


def package_versions() -> dict[str, str]:
    """The versions of PACKAGES, and of Python as "3.11"."""
    python = f"{sys.version_info.major}.{sys.version_info.minor}"
    return {"python": python, **{name: _version(name) for name in PACKAGES}}


def file_sum(path: Path) -> str:
    """The sha256 of a file, in hexadecimal digits; the file is never in memory as a whole."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _definitions(study: Study) -> dict[str, str | None]:
    settings = study.folder / STUDY_FILE
    paths = {
        "codebook": study.codebook,
        "calendar": study.calendar,
        "dates": study.dates,
        "study": settings if settings.is_file() else None,
    }
    return {name: file_sum(path) if path else None for name, path in paths.items()}


def _seeds(settings: Mapping[str, Value]) -> dict[str, Value]:
    """The seeds that are parameters of a notebook, after the ones that the library fixes."""
    from dateline.stats import change, compare, draws

    fixed = {"date draws": draws.SEED, "comparisons": compare.SEED, "changes": change.SEED}
    given = {name: value for name, value in sorted(settings.items()) if _SEED.search(name)}
    return {**fixed, **given}


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "not installed"
