"""The process that runs one notebook: `python job.py FOLDER`.

FOLDER holds notebook.ipynb and job.json, and gets executed.ipynb. `execute.py` starts it. It
imports nothing of Dateline, so that it starts fast and papermill lives and dies with it.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path


def skip_address_grammar() -> None:
    """
    Keep jsonschema, which nbformat loads, from compiling its grammar of international addresses.

    That takes ten times as long as all the rest of nbformat, and a notebook's format has no
    address to check. To be called before nbformat is imported.
    """
    sys.modules.setdefault("rfc3987_syntax", None)  # type: ignore[arg-type]


def main(folder: Path) -> None:
    """Run `folder`/notebook.ipynb as `folder`/job.json says; an error in a cell ends with 1."""
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
        config=Config({"KernelManager": job["kernel"]}),
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]))
