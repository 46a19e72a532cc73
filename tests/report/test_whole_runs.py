"""`dateline report` as a process: the same bytes everywhere, nothing run twice, killed at will."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

NOTEBOOKS = Path(__file__).parent / "notebooks"
LIB = Path(__file__).parents[2] / "lib"
FILES = {
    "study.toml": 'title = "Straße"\n\n[dating]\ncollected = 2024-01-31\n',
    "codebook.toml": '[themes.trade]\nlabel = "Trade"\nterms = ["trade", "deal*"]\n',
    "articles/one.txt": " date 2022-03-21 Talks on trade open.\n\nThey go on for days.\n",
    "articles/two.txt": "A quiet day\n\nPARIS — Nothing came of the deal in March 2022.\n",
    "articles/Ärger.txt": "Published 24 March 2022\n\nÜber den Handel sprach niemand, sagt sie.\n",
}
HERE = {"TZ": "Pacific/Kiritimati", "LANG": "C", "PYTHONHASHSEED": "1", "COLUMNS": "40"}
THERE = {"TZ": "America/Los_Angeles", "LANG": "de_DE.UTF-8", "LC_ALL": "", "PYTHONHASHSEED": "2"}


def make_study(folder):
    for name, content in FILES.items():
        path = folder / "seeds" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, "utf-8")


def start(folder, *options, **environment):
    """A run in `folder`, with the cache beside it unless another one is named."""
    notebook = NOTEBOOKS / "lists_articles.ipynb"
    own = {"PYTHONPATH": str(LIB), "DATELINE_CACHE": str(folder / "cache"), "TMPDIR": str(folder)}
    return subprocess.Popen(
        [sys.executable, "-m", "dateline", "report", "seeds", "-n", notebook, *options],
        cwd=folder, env=os.environ | own | environment, stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip


def run(folder, *options, **environment):
    process = start(folder, *options, **environment)
    _, messages = process.communicate(timeout=300)
    assert process.returncode == 0, messages


def content(folder):
    files = (path for path in (folder / "reports" / "seeds").rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    """A folder in which a report was made, and its bytes."""
    folder = tmp_path_factory.mktemp("home")
    make_study(folder)
    run(folder, **HERE)
    return folder, content(folder)


def test_elsewhere_and_without_a_cache_the_files_have_the_same_bytes(home, tmp_path):
    elsewhere = tmp_path / "a folder, further down" / "ü"
    make_study(elsewhere)
    run(elsewhere, DATELINE_CACHE="off", HOME=str(tmp_path), **THERE)
    first, second = home[1], content(elsewhere)
    assert first.keys() == second.keys()
    assert [name for name in first if first[name] != second[name]] == []
    assert any(name.endswith("lists_articles.ipynb") for name in first)


def test_a_run_of_the_same_gives_the_same_and_runs_no_notebook(home):
    folder, before = home
    kept = {page: page.stat().st_mtime_ns for page in (folder / "cache").rglob("page-*")}
    run(folder)
    assert content(folder) == before
    assert {page: page.stat().st_mtime_ns for page in (folder / "cache").rglob("page-*")} == kept


def test_a_killed_run_leaves_the_old_report_and_no_process(home):
    folder, before = home
    process = start(folder, "-p", "seconds=500")
    assert wait_for(lambda: is_working(folder))
    process.send_signal(signal.SIGKILL)
    process.communicate()
    assert {name: data for name, data in content(folder).items() if name in before} == before
    assert wait_for(lambda: not list(folder.glob("dateline-*")))


def test_the_run_after_a_killed_one_leaves_nothing_of_it(home):
    folder, before = home
    settings = folder / "seeds" / "study.toml"
    settings.write_text('share = "snippets"\n' + FILES["study.toml"], "utf-8")
    process = start(folder, "-p", "seconds=500")
    assert wait_for(lambda: is_working(folder))
    assert list((folder / "reports" / "seeds" / ".dateline-run" / "new").glob(".*-spans.json"))
    process.send_signal(signal.SIGKILL)
    process.communicate()
    settings.write_text(FILES["study.toml"], "utf-8")
    run(folder)
    assert content(folder) == before
    assert wait_for(lambda: not list(folder.glob("dateline-*")))


def test_two_runs_at_once_do_not_mix(home):
    folder, before = home
    first = start(folder, "-p", "seconds=500")
    assert wait_for(lambda: is_working(folder))
    second = start(folder)
    _, message = second.communicate(timeout=300)
    first.send_signal(signal.SIGINT)
    first.communicate()
    assert second.returncode == 2 and "is being written by another run; wait, or" in message
    assert content(folder) == before


def is_working(folder):
    """Whether a notebook is being run."""
    return list(folder.glob("dateline-*/executed.ipynb"))


def wait_for(condition, seconds=60):
    """What the condition gives when it first holds, or at the end."""
    for _ in range(seconds * 10):
        if found := condition():
            return found
        time.sleep(0.1)
    return condition()
