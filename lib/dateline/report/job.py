"""The process that runs one notebook: `python job.py FOLDER`.

FOLDER holds notebook.ipynb and job.json, and gets executed.ipynb. `execute.py` starts it. It
imports nothing of Dateline, so that it starts fast and papermill lives and dies with it.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
import time
from contextlib import suppress
from pathlib import Path
from threading import Thread


def skip_address_grammar() -> None:
    """
    Keep jsonschema, which nbformat loads, from compiling its grammar of international addresses.

    That takes ten times as long as all the rest of nbformat, and a notebook's format has no
    address to check. To be called before nbformat is imported.
    """
    sys.modules.setdefault("rfc3987_syntax", None)  # type: ignore[arg-type]


def end_with_parent(folder: Path, parent: int) -> None:
    """
    End this process, and take its folder away, when the one that started it is gone.

    A run that is killed cannot end its notebooks itself. The kernel would end too, but one that
    is just starting makes its folders anew before it looks for its parent.
    """
    while os.getppid() == parent:
        time.sleep(1)
    gone = 0
    for _ in range(40):
        _kill_children()
        shutil.rmtree(folder, ignore_errors=True)
        # Twice, as papermill may just be starting a kernel.
        gone = 0 if folder.exists() else gone + 1
        if gone == 2:
            break
        time.sleep(0.25)
    os._exit(1)


def _kill_children() -> None:
    import psutil

    for child in psutil.Process().children(recursive=True):
        with suppress(psutil.Error):
            child.kill()


def main(folder: Path) -> None:
    """Run `folder`/notebook.ipynb as `folder`/job.json says; an error in a cell ends with 1."""
    Thread(target=end_with_parent, args=(folder, os.getppid()), daemon=True).start()
    skip_address_grammar()
    import papermill
    from traitlets.config import Config

    job = json.loads((folder / "job.json").read_text("utf-8"))
    papermill.execute_notebook(
        str(folder / "notebook.ipynb"),
        str(folder / "executed.ipynb"),
        parameters=job["parameters"],
        kernel_name="python3",
        progress_bar=False,
        start_timeout=job["start_timeout"],
        execution_timeout=job["timeout"],
        record_timing=False,
        coalesce_streams=True,
        # Nothing that a kernel would write when it ends is kept, so it need not be waited for.
        shutdown_kernel="immediate",
        config=Config({"KernelManager": job["kernel"]}),
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]))
