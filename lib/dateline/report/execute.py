"""Runs one notebook in a process and an environment of its own, and says whether it is complete."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from threading import Event

import nbformat
from nbformat import NotebookNode

from dateline.articles.kept_files import CACHE, OFF, cache_folder
from dateline.articles.run_day import TODAY, run_day
from dateline.articles.shortening import shorten
from dateline.errors import ReportError
from dateline.report.normalise import normalise_notebook
from dateline.report.parameters import Value

# Seconds for the kernel to answer; a cold disk with the matplotlib font cache to build is slow.
START_TIMEOUT = 120
# The longest name of a Unix socket, in bytes, less the number that Jupyter appends.
_LONGEST_SOCKET = 107 - len("-1")
_KERNEL = {"name": "python3", "display_name": "Python 3", "language": "python"}
# 1980-01-01, the first day that every archive format can hold.
_EPOCH = "315532800"
# Run as a file and not with -m, which would import the whole package into the process.
_JOB = Path(__file__).with_name("job.py")
_ENDED = "the run ended with code"
_NOT_RUN = "was not run"
_TOOK = "took longer than"
_DIED = "the kernel died; it may have run out of memory"
_LOOKS_PER_SECOND = 5


@dataclass(frozen=True)
class Execution:
    """
    An executed notebook, normalised, and why it is not complete ("" if it is).

    `notebook` is None where the process ended before it wrote one.
    """

    notebook: NotebookNode | None
    failure: str = ""


def execute_notebook(
    path: Path,
    parameters: Mapping[str, Value],
    *,
    folder: Path,
    timeout: int = 1800,
    stop: Event | None = None,
) -> Execution:
    """
    Run the notebook at `path` with `parameters` and `folder` as its working folder.

    The parameters must have been checked. The kernel sees no IPython start-up file, no Jupyter
    setting and no environment of the user. It is complete if the process ended well, every code
    cell was run and none gave an error; a cell with `sys.exit()` or a killed kernel fails this.
    `timeout` is in seconds, for the whole notebook. Setting `stop` ends the run at once.

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
            "kernel": _kernel_settings(place),
        }
        (place / "job.json").write_text(json.dumps(job), "utf-8")
        trouble = _run(place, folder, timeout, stop or Event())
        executed = _executed(place)
    if executed is None:
        return Execution(None, trouble or "the run left no notebook")
    notebook = normalise_notebook(executed, folder=folder)
    return Execution(notebook, _reason(notebook, trouble))


def read_notebook(path: Path) -> NotebookNode:
    """
    The notebook in a file, in the current format and without outputs.

    Raises ReportError if there is no such file, or it is no Python notebook.
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
    # papermill wants it, and it decides how the parameters are written.
    kernel = notebook.metadata.setdefault("kernelspec", NotebookNode(_KERNEL))
    if kernel.get("language", "python") != "python":
        raise ReportError(f"{path}: a notebook in {kernel['language']}; only Python ones are run")
    return notebook


def find_failure(notebook: NotebookNode) -> str:
    """
    Why an executed notebook is not complete, in one line, or "".

    `notebook` is normalised. Cells are numbered from 1 as in the notebook that was given: the one
    that papermill put in is not counted.
    """
    for number, cell in _numbered(notebook):
        if cell.cell_type != "code" or not cell.source.strip():
            continue
        for output in cell.outputs:
            if output.output_type == "error":
                return f"cell {number}: {_one_line(output.ename, output.evalue)}"
        if cell.execution_count is None:
            return f"cell {number}: {_NOT_RUN}"
    return ""


def _run(place: Path, folder: Path, timeout: int, stop: Event) -> str:
    """Run the job; what went wrong with the process itself, in one line, or ""."""
    with (place / "log").open("wb") as output:
        process = subprocess.Popen(
            [sys.executable, str(_JOB), str(place)],
            cwd=folder,
            env=clean_environment(place),
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=output,
            start_new_session=True,
        )
    try:
        code = _wait(process, timeout, stop)
    finally:
        _end(process)
    if stop.is_set():
        return "was stopped"
    log = (place / "log").read_text("utf-8", "replace")
    if code is None or "CellTimeoutError" in log:
        return f"{_TOOK} {timeout} seconds"
    if "DeadKernelError" in log:
        return _DIED
    last = (log.strip().splitlines() or ["no message"])[-1]
    return f"{_ENDED} {code}: {_one_line('', last)}" if code else ""


def _wait(process: subprocess.Popen[bytes], timeout: int, stop: Event) -> int | None:
    """The exit code; None if it took too long or `stop` was set."""
    # papermill ends a cell that takes too long; this is for a kernel that does not answer.
    for _ in range((timeout + START_TIMEOUT) * _LOOKS_PER_SECOND):
        if stop.is_set():
            return None
        try:
            return process.wait(1 / _LOOKS_PER_SECOND)
        except subprocess.TimeoutExpired:
            continue
    return None


def clean_environment(place: Path) -> dict[str, str]:
    """
    The environment of a run: nothing of the user's but PATH and what begins with DATELINE_.

    Every folder in which Jupyter or IPython keep settings lies below `place`.
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
    }
    for below in folders.values():
        (place / below).mkdir(exist_ok=True)
    return {
        **kept,
        **{name: str(place / below) for name, below in folders.items()},
        "MPLCONFIGDIR": _font_cache(place),
        # So that the run uses this package, installed or not, and nothing from the working folder.
        "PYTHONPATH": str(Path(__file__).parents[2]),
        "PYTHONSAFEPATH": "1",
        "PYTHONNOUSERSITE": "1",
        "PYTHONHASHSEED": "0",
        "JUPYTER_NO_CONFIG": "1",
        "LANG": "C.UTF-8",
        "TZ": "UTC",
        "SOURCE_DATE_EPOCH": _EPOCH,
        TODAY: run_day().isoformat(),
        # Named, because the usual place is below HOME, which is another one here.
        CACHE: str(cache_folder() or OFF),
        "OMP_NUM_THREADS": "1",
        "PYDEVD_DISABLE_FILE_VALIDATION": "1",
    }


def _font_cache(place: Path) -> str:
    """matplotlib's folder of fonts that it has found, which takes seconds to make anew."""
    import matplotlib

    cache = Path(matplotlib.get_cachedir())
    if not (cache / "matplotlibrc").exists():
        return str(cache)
    (place / "matplotlib").mkdir(exist_ok=True)
    return str(place / "matplotlib")


def _reason(notebook: NotebookNode, trouble: str) -> str:
    """What failed in the notebook, and what is known of the process where that says more."""
    failure = find_failure(notebook)
    if not failure and trouble.startswith(_TOOK):
        failure = f"cell {_last_run(notebook)}: {_NOT_RUN}"
    # Whether the cell that killed the kernel looks as if it had been run is a matter of chance.
    if not failure or not trouble or trouble == _DIED:
        return trouble or failure
    if trouble.startswith(_ENDED) and not failure.endswith(_NOT_RUN):
        return failure
    return f"{failure.partition(': ')[0]}: {trouble}"


def _kernel_settings(place: Path) -> dict[str, str]:
    """Sockets in a private folder where the system has them: a port is open to every user."""
    # Named here, because Jupyter would put them into the working folder, which is the user's.
    sockets = str(place / "socket")
    if sys.platform == "linux" and len(os.fsencode(sockets)) <= _LONGEST_SOCKET:
        return {"transport": "ipc", "ip": sockets}
    return {"transport": "tcp"}


def _end(process: subprocess.Popen[bytes]) -> None:
    """End the process, if it still runs; its kernel notices and ends too."""
    if process.poll() is None:
        process.kill()
        process.wait()


def _executed(place: Path) -> NotebookNode | None:
    path = place / "executed.ipynb"
    try:
        return nbformat.read(path, as_version=4)
    except (OSError, ValueError):
        return None


def _numbered(notebook: NotebookNode) -> Iterator[tuple[int, NotebookNode]]:
    """The cells that were given, with their numbers."""
    return enumerate((cell for cell in notebook.cells if not _is_injected(cell)), start=1)


def _last_run(notebook: NotebookNode) -> int:
    """The number of the last cell that was begun."""
    begun = [number for number, cell in _numbered(notebook) if cell.get("execution_count")]
    return max(begun, default=1)


def _is_injected(cell: NotebookNode) -> bool:
    """Whether papermill put the cell in, to pass parameters."""
    return "injected-parameters" in cell.metadata.get("tags", [])


def _one_line(name: str, message: str) -> str:
    return shorten(f"{name}: {message}", 300).strip(": ")
