"""Runs one notebook in a process and an environment of its own, and says whether it is complete."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import nbformat
from nbformat import NotebookNode

from dateline.errors import ReportError
from dateline.report.normalise import normalise_notebook
from dateline.report.parameters import Value

# Seconds for the kernel to answer; a cold disk with the matplotlib font cache to build is slow.
START_TIMEOUT = 120
# The longest name of a Unix socket, in bytes, less what Jupyter appends to the folder.
_LONGEST_SOCKET_FOLDER = 107 - len("/runtime/kernel-.json-ipc-1") - 36
# 1980-01-01, the first day that every archive format can hold.
_EPOCH = "315532800"
_OVERTIME = "took longer than"


@dataclass(frozen=True)
class Execution:
    """
    An executed notebook, normalised, and why it is not complete ("" if it is).

    `notebook` is None where the process ended before it wrote one.
    """

    notebook: NotebookNode | None
    failure: str = ""


def execute_notebook(
    path: Path, parameters: Mapping[str, Value], *, folder: Path, timeout: int = 1800
) -> Execution:
    """
    Run the notebook at `path` with `parameters` and `folder` as its working folder.

    The parameters must have been checked. The kernel sees no IPython start-up file, no Jupyter
    setting and no environment of the user. It is complete if the process ended well, every code
    cell was run and none gave an error; a cell with `sys.exit()` or a killed kernel fails this.
    `timeout` is in seconds, for the whole notebook.

    Raises ReportError if the file cannot be read as a notebook.
    """
    notebook = read_notebook(path)
    with tempfile.TemporaryDirectory(prefix="dateline-", ignore_cleanup_errors=True) as name:
        place = Path(name)
        nbformat.write(notebook, place / "notebook.ipynb")
        job = {
            "parameters": dict(parameters),
            "timeout": timeout,
            "start_timeout": START_TIMEOUT,
            "transport": _transport(place),
        }
        (place / "job.json").write_text(json.dumps(job), "utf-8")
        trouble = _run(place, folder, timeout)
        executed = _executed(place)
    if executed is None:
        return Execution(None, trouble or "the run left no notebook")
    failure = _reason(find_failure(executed), trouble)
    return Execution(normalise_notebook(executed, folder=folder), failure)


def read_notebook(path: Path) -> NotebookNode:
    """
    The notebook in a file, in the current format and without outputs.

    Raises ReportError if there is no such file or it is no notebook.
    """
    try:
        notebook = nbformat.read(path, as_version=4)
    except OSError as problem:
        raise ReportError(f"{path}: cannot be read ({problem.strerror}); check the path") from None
    except (ValueError, nbformat.ValidationError):
        raise ReportError(f"{path}: not a notebook; save it again in JupyterLab") from None
    for cell in notebook.cells:
        if cell.cell_type == "code":
            cell.outputs, cell.execution_count = [], None
    return notebook


def find_failure(notebook: NotebookNode) -> str:
    """
    Why an executed notebook is not complete, in one line, or "".

    Cells are numbered from 1 as in the notebook that was given; those that papermill put in are
    not counted.
    """
    given = [cell for cell in notebook.cells if not was_put_in(cell)]
    for number, cell in enumerate(given, start=1):
        if cell.cell_type != "code" or not cell.source.strip():
            continue
        for output in cell.outputs:
            if output.output_type == "error":
                return f"cell {number}: {_one_line(output.ename, output.evalue)}"
        if cell.execution_count is None:
            return f"cell {number}: was not run"
    return ""


def was_put_in(cell: NotebookNode) -> bool:
    """Whether papermill added this cell: the parameters that were passed, or an error banner."""
    tags = cell.metadata.get("tags", [])
    return "injected-parameters" in tags or "papermill-error-cell-tag" in tags


def _run(place: Path, folder: Path, timeout: int) -> str:
    """Run the job; what went wrong with the process itself, in one line, or ""."""
    command = [sys.executable, "-m", "dateline.report.job", str(place)]
    process = subprocess.Popen(
        command,
        cwd=folder,
        env=clean_environment(place),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    try:
        # The kernel enforces the timeout for a cell; this one is for a kernel that does not answer.
        _, log = process.communicate(timeout=timeout + START_TIMEOUT)
    except subprocess.TimeoutExpired:
        return f"{_OVERTIME} {timeout} seconds"
    finally:
        _end(process)
    if process.returncode == 0:
        return ""
    if b"CellTimeoutError" in log:
        return f"{_OVERTIME} {timeout} seconds"
    lines = log.decode("utf-8", "replace").strip().splitlines() or ["no message"]
    return f"ended with code {process.returncode}: {_one_line('', lines[-1])}"


def clean_environment(place: Path) -> dict[str, str]:
    """
    The environment of a run: nothing of the user's but PATH and what begins with DATELINE_.

    Every folder in which Jupyter, IPython or matplotlib keep settings lies below `place`.
    """
    kept = {
        name: value
        for name, value in os.environ.items()
        if name in ("PATH", "SYSTEMROOT") or name.startswith("DATELINE_")
    }
    folders = {
        "HOME": "home",
        "TMPDIR": "tmp",
        "IPYTHONDIR": "ipython",
        "JUPYTER_CONFIG_DIR": "config",
        "JUPYTER_DATA_DIR": "data",
        "JUPYTER_RUNTIME_DIR": "runtime",
        "MPLCONFIGDIR": "matplotlib",
    }
    for below in folders.values():
        (place / below).mkdir(exist_ok=True)
    return {
        **kept,
        **{name: str(place / below) for name, below in folders.items()},
        # So that the run uses this package, installed or not, and nothing from the working folder.
        "PYTHONPATH": str(Path(__file__).parents[2]),
        "PYTHONSAFEPATH": "1",
        "PYTHONNOUSERSITE": "1",
        "PYTHONHASHSEED": "0",
        "JUPYTER_NO_CONFIG": "1",
        "LANG": "C.UTF-8",
        "TZ": "UTC",
        "SOURCE_DATE_EPOCH": _EPOCH,
        "OMP_NUM_THREADS": "1",
        "PYDEVD_DISABLE_FILE_VALIDATION": "1",
    }


def _reason(failure: str, trouble: str) -> str:
    """What failed in the notebook, and what is known of the process where that says more."""
    if _OVERTIME in trouble or failure.endswith("was not run"):
        place = failure.partition(": ")[0]
        return f"{place}: {trouble}" if failure and trouble else failure or trouble
    return failure or trouble


def _transport(place: Path) -> str:
    """Sockets in a private folder where the system has them: a port is open to every user."""
    short = len(os.fsencode(place)) <= _LONGEST_SOCKET_FOLDER
    return "ipc" if sys.platform == "linux" and short else "tcp"


def _end(process: subprocess.Popen[bytes]) -> None:
    """End the process with its kernel, whatever state they are in."""
    if process.poll() is None or hasattr(os, "killpg"):
        try:
            os.killpg(process.pid, signal.SIGKILL)
        except (ProcessLookupError, PermissionError):
            process.kill()
    process.wait()
    if process.stderr:
        process.stderr.close()


def _executed(place: Path) -> NotebookNode | None:
    path = place / "executed.ipynb"
    try:
        return nbformat.read(path, as_version=4)
    except (OSError, ValueError):
        return None


def _one_line(name: str, message: str) -> str:
    text = " ".join(f"{name}: {message}".split()).strip(": ")
    return text if len(text) <= 300 else text[:299] + "…"
