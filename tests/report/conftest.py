"""What the tests of the reports share: an attack, a study, and notebooks that have run."""

from functools import cache
from pathlib import Path

import pytest

from dateline.report.execute import Execution, execute_notebook
from dateline.study import Study

NOTEBOOKS = Path(__file__).parent / "notebooks"

CODEBOOK = '[themes.talks]\nterms = ["talks"]\n'


@pytest.fixture
def attack() -> str:
    """Text that runs, loads or breaks out where it is not escaped."""
    return "<script>alert(1)</script><img src=x onerror=alert(1)></td>\" onload='alert(1)'"


@pytest.fixture
def study(tmp_path) -> Study:
    folder = tmp_path / "work" / "seeds"
    folder.mkdir(parents=True)
    codebook = folder / "codebook.toml"
    codebook.write_text(CODEBOOK)
    notes = ("No codebook was given.",)
    return Study(folder, "seeds", "Talks & <b>war</b>", folder, codebook, notes=notes)


@pytest.fixture(scope="session")
def executed(tmp_path_factory):
    """Run a notebook of this folder by its name, each once in a session."""
    folder = tmp_path_factory.mktemp("work")

    @cache
    def run(name: str, timeout: int = 120) -> Execution:
        path = NOTEBOOKS / f"{name}.ipynb"
        return execute_notebook(path, {}, folder=folder, timeout=timeout)

    return run
