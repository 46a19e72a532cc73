"""Notebooks ready for exploring: the checkout's own, or copies that are set to another study."""

from __future__ import annotations

import os
import re
from pathlib import Path
from urllib.parse import quote

import nbformat

from dateline.errors import ReportError
from dateline.report.plan import NOTEBOOKS
from dateline.report.tables import atomic_write
from dateline.study import STUDY_FILE, Study

START = "start.ipynb"  # the page that JupyterLab opens with
DEFAULT_STUDY = "seeds"  # the study that the notebooks name
# The cell of the start page that links the study's files.
_FILES = "files"


def prepare_lab(study: Study | None, *, folder: Path = Path("lab")) -> Path:
    """
    The folder with the notebooks that JupyterLab should show.

    Without a study it is the notebooks' own. With one it is `folder/<study>` with a copy of each
    notebook whose `study` parameter names it; a copy that is there already is kept, because a
    person may have worked in it. Raises ReportError where there are no notebooks.
    """
    sources = sorted(NOTEBOOKS.glob("*.ipynb"))
    if not sources:
        raise ReportError("no notebooks/ folder; run this in a checkout of Dateline")
    if study is None:
        return NOTEBOOKS
    place = folder / study.name
    place.mkdir(parents=True, exist_ok=True)
    for source in sources:
        if not (place / source.name).exists():
            atomic_write(place / source.name, _set_to(source, study, place).encode())
    return place


def lab_options(study: Study | None, notebooks: Path) -> list[str]:
    """
    The options that make JupyterLab open the start page in the folder of `prepare_lab`.

    Its root is the innermost folder that holds the notebooks and the study, so that the links to
    the study's files work. Where that would be the whole disk it is the notebooks' folder, and
    the study's files are out of its reach.
    """
    place = notebooks.resolve()
    default = NOTEBOOKS.parent / DEFAULT_STUDY
    files = study.folder if study else default if default.is_dir() else place
    root = _common(place, files.resolve()) or place
    start = (place / START).relative_to(root).as_posix()
    options = [f"--ServerApp.root_dir={root}", f"--FileContentsManager.preferred_dir={place}"]
    return [*options, f"--LabApp.default_url=/lab/tree/{quote(start)}"]


def file_links(study: Study, notebooks: Path) -> str:
    """The Markdown of the start page that links what the study is made of, as seen from there."""
    shown = {
        "what this corpus is, and what it is not": study.folder / "README.md",
        "its settings": study.folder / STUDY_FILE,
        "the terms of each theme": study.codebook,
        "events that help to date an article": study.calendar,
        "dates that a person decided": study.dates,
        "the files as they were collected": study.articles,
    }
    here = notebooks.resolve()
    lines = [
        f"- [{_plain(path.name)}]({_address(path, here)}): {words}"
        for words, path in shown.items()
        if path is not None and path.exists() and path.resolve().is_relative_to(study.folder)
    ]
    return "\n".join(["## The study’s files", "", f"{_plain(study.title)}:", "", *lines])


def _common(place: Path, files: Path) -> Path | None:
    """The innermost folder that holds both; None if it is the whole disk, or there is none."""
    try:
        common = Path(os.path.commonpath([place, files]))
    except ValueError:  # two drives
        return None
    return None if common == Path(common.anchor) else common


def _set_to(notebook: Path, study: Study, place: Path) -> str:
    value = _relative(study.folder, place.resolve())
    content = nbformat.read(notebook, as_version=4)
    for cell in content.cells:
        tags = cell.metadata.get("tags", [])
        if _FILES in tags:
            cell.source = file_links(study, place)
        if "parameters" in tags:
            cell.source = _with_study(cell.source, value)
    return nbformat.writes(content) + "\n"


def _with_study(source: str, value: str) -> str:
    """The parameters cell with its study set to `value`."""
    return "\n".join(
        f"study: str = {value!r}  # the study: a folder" if line.startswith("study:") else line
        for line in source.split("\n")
    )


def _relative(path: Path, here: Path) -> str:
    return Path(os.path.relpath(path, here)).as_posix()


def _address(path: Path, here: Path) -> str:
    return quote(_relative(path, here))


def _plain(text: str) -> str:
    """A text as Markdown that shows it letter for letter, on one line."""
    return re.sub(r"([\\`*_\[\]<>$&~])", r"\\\1", " ".join(text.split()))
