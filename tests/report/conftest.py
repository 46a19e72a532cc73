"""What the tests of the reports share: the attack, a study, and notebooks that have run."""

import json
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

from dateline.report.execute import Execution, execute_notebook
from dateline.study import Study

NOTEBOOKS = Path(__file__).parent / "notebooks"
# Texts that run where a page, an attribute, a template or a script would take them for its own.
ATTACKS = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(2)>",
    "</textarea></style></title><svg onload=alert(3)>",
    "\" onmouseover='alert(4)' x=\"",
    "<a href='javascript:alert(5)'>go</a>",
    "{{ 6*7 }} {% raw %} ${6*7} #{6*7} <%= 6*7 %>",
)


CODEBOOK = '[themes.talks]\nterms = ["talks"]\n'


@pytest.fixture
def attack() -> str:
    """Text that runs, loads or breaks out where it is not escaped."""
    return "<script>alert(1)</script><img src=x onerror=alert(1)></td>\" onload='alert(1)'"


@pytest.fixture(scope="session")
def attacks() -> tuple[str, ...]:
    """What the articles of `hostile_report` are made of."""
    return ATTACKS


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


@pytest.fixture(scope="session")
def hostile_report(tmp_path_factory) -> Path:
    """The report on articles that attack by title, text, source, author and file name."""
    folder = tmp_path_factory.mktemp("hostile")
    news = folder / "news"
    news.mkdir()
    for number, attack in enumerate(ATTACKS):
        named = attack.replace("/", "_")
        text = f"{attack} Sanctions hold. {attack} The sanctions {attack} hold."
        row = {"title": attack, "text": text, "source": attack, "author": attack,
               "date": f"2022-03-0{number + 1}", "url": "javascript:alert(7)"}  # fmt: skip
        (news / f"{number}{named}.jsonl").write_text(json.dumps(row) + "\n")
        (news / f"{named}{number}.txt").write_text(f" date 2022-04-0{number + 1}\n\n{text}\n")
    names = ["--notebook=01-corpus", "--notebook=03-passages"]
    command = [sys.executable, "-m", "dateline", "report", "news", "-o", "out", *names]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return folder / "out"
