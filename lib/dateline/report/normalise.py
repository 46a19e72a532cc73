"""Takes out of an executed notebook what differs from run to run and from machine to machine."""

from __future__ import annotations

import copy
import re
import sys
import tempfile
from pathlib import Path

from nbformat import NotebookNode

_CELL_FILE = re.compile(r"\S*[/\\]ipykernel_\d+[/\\]\d+\.py")
_ADDRESS = re.compile(r"\b0x[0-9a-fA-F]{8,}\b")
_RUN_FOLDER = re.compile(re.escape(tempfile.gettempdir()) + r"[/\\]dateline-[^/\\\s]+")
_PER_RUN = ("papermill", "execution", "collapsed", "scrolled", "ExecuteTime")


def normalise_notebook(notebook: NotebookNode, *, folder: Path) -> NotebookNode:
    """
    A copy of an executed notebook with the same bytes for the same work.

    Cell ids are numbered, times and papermill's notes are dropped, and its error banners too.
    In printed text, memory addresses and the paths of this machine are replaced: of the cells'
    temporary files, of Python, of this package, and of `folder`, the working folder of the run.

    What a notebook prints beyond that (a clock, a random number) is left: two runs differ then,
    and the notebook is what to mend.
    """
    result = copy.deepcopy(notebook)
    kept_metadata = ("kernelspec", "title")
    result.metadata = NotebookNode(
        {name: value for name, value in notebook.metadata.items() if name in kept_metadata}
    )
    # The full record holds the patch version of Python.
    result.metadata["language_info"] = NotebookNode({"name": "python"})
    result.cells = [cell for cell in result.cells if not _is_banner(cell)]
    for number, cell in enumerate(result.cells):
        cell["id"] = f"cell-{number:03d}"
        for name in _PER_RUN:
            cell.metadata.pop(name, None)
        for output in cell.get("outputs", []):
            _normalise_output(output, folder)
    return result


def _is_banner(cell: NotebookNode) -> bool:
    return "papermill-error-cell-tag" in cell.metadata.get("tags", [])


def _normalise_output(output: NotebookNode, folder: Path) -> None:
    if "text" in output:
        output.text = _without_machine(output.text, folder)
    if "text/plain" in output.get("data", {}):
        output.data["text/plain"] = _without_machine(output.data["text/plain"], folder)
    if output.output_type == "error":
        output.evalue = _without_machine(output.evalue, folder)
        output.traceback = [_without_machine(line, folder) for line in output.traceback]


def _without_machine(text: str, folder: Path) -> str:
    text = _ADDRESS.sub("0x…", _RUN_FOLDER.sub("<run>", _CELL_FILE.sub("<cell>", text)))
    for path, name in _places(folder):
        text = text.replace(path, name)
    return text


def _places(folder: Path) -> list[tuple[str, str]]:
    """Folders of this machine and what stands for them, the longest first."""
    places = {
        str(Path(__file__).parents[1]): "<dateline>",
        sys.prefix: "<python>",
        sys.base_prefix: "<python>",
        str(folder): "<folder>",
        str(Path.home()): "<home>",
    }
    # A root such as "/" or "/usr" also stands in ordinary text.
    long_enough = [(path, name) for path, name in places.items() if path.count("/") > 1]
    return sorted(long_enough, key=lambda place: -len(place[0]))
