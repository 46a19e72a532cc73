"""Notebooks ready for exploring: the checkout's own, or copies that are set to another study."""

from __future__ import annotations

import os
from pathlib import Path

import nbformat

from dateline.errors import ReportError
from dateline.report.plan import NOTEBOOKS
from dateline.report.tables import atomic_write
from dateline.study import Study


def prepare_lab(study: Study | None, *, folder: Path = Path("lab")) -> Path:
    """
    The folder that JupyterLab should open.

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
    value = Path(os.path.relpath(study.folder, place.resolve())).as_posix()
    for source in sources:
        if not (place / source.name).exists():
            atomic_write(place / source.name, _set_to(source, value).encode())
    return place


def _set_to(notebook: Path, study: str) -> str:
    content = nbformat.read(notebook, as_version=4)
    for cell in content.cells:
        if "parameters" in cell.metadata.get("tags", []):
            lines = cell.source.split("\n")
            cell.source = "\n".join(
                f"study: str = {study!r}  # the study: a folder"
                if line.startswith("study:")
                else line
                for line in lines
            )
    return nbformat.writes(content) + "\n"
