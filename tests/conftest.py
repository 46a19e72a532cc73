"""What many tests need: the real articles beside the checkout, a small study, a browser."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"
# Texts that run where a page, an attribute, a template or a script would take them for its own.
ATTACKS = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(2)>",
    "</textarea></style></title><svg onload=alert(3)>",
    "\" onmouseover='alert(4)' x=\"",
    "<a href='javascript:alert(5)'>go</a>",
    "{{ 6*7 }} {% raw %} ${6*7} #{6*7} <%= 6*7 %>",
)
# What an earlier test or a user's run kept must decide nothing; tests of the cache name their own.
os.environ["DATELINE_CACHE"] = "off"


@pytest.fixture(scope="session")
def root() -> Path:
    """The folder of the checkout."""
    return ROOT


@pytest.fixture(scope="session")
def shared() -> Path:
    """
    The real articles and data. They may not be copied, so a checkout elsewhere lacks them.

    `.ci/run` sets DATELINE_REAL=required, and then a missing folder fails instead of skipping.
    """
    if not SHARED.is_dir():
        message = f"the real articles are not in {SHARED.name}/ beside the checkout"
        if os.environ.get("DATELINE_REAL") == "required":
            pytest.fail(message)
        pytest.skip(message)
    return SHARED


@pytest.fixture(scope="session")
def chromium() -> str:
    """The path of a headless browser; missing it fails in CI and skips elsewhere."""
    names = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
    found = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, names)), None)
    if found:
        return found
    if os.environ.get("CI"):
        pytest.fail("no Chromium: the browser tests must run in CI")
    pytest.skip("no Chromium on this machine")


@pytest.fixture(scope="module")
def browser(chromium: str):
    """One browser for the tests of a module, driven by Playwright."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        yield started
        started.close()


@pytest.fixture(scope="session")
def make_once(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Path]:
    """
    A function that fills a folder of a name, once for all workers of pytest-xdist.

    It calls `fill` with the empty folder, and gives the folder; who comes second waits for it.
    """
    place = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        place = place.parent  # each worker has a folder of its own in it

    def make(name: str, fill: Callable[[Path], object]) -> Path:
        folder, done = place / f"once-{name}", place / f"once-{name}.done"
        with _alone(place / f"once-{name}.lock"):
            if not done.exists():
                shutil.rmtree(folder, ignore_errors=True)
                folder.mkdir()
                fill(folder)
                done.touch()
        return folder

    return make


@contextmanager
def _alone(path: Path) -> Iterator[None]:
    """Wait until no other process holds this file; one that was killed holds nothing."""
    import fcntl

    with path.open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _report(study: str, out: Path, *, folder: Path) -> None:
    command = [sys.executable, "-m", "dateline", "report", study, "-o", str(out)]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == str(out / "index.html")


@pytest.fixture(scope="session")
def default_report(root: Path, make_once: Callable[..., Path]) -> Path:
    """The folder of the report on the default study, made once from the checkout."""
    return make_once("default", lambda place: _report("seeds", place / "one", folder=root)) / "one"


@pytest.fixture(scope="session")
def attacks() -> tuple[str, ...]:
    """What the articles of `hostile_report` are made of."""
    return ATTACKS


@pytest.fixture(scope="session")
def hostile_report(make_once: Callable[..., Path]) -> Path:
    """The report on a bare folder whose articles attack by title, text, source and file name."""
    return make_once("hostile", _report_attacks) / "out"


def _report_attacks(place: Path) -> None:
    news = place / "news"
    news.mkdir()
    for number, attack in enumerate(ATTACKS):
        named = attack.replace("/", "_")
        text = f"{attack} Sanctions hold. {attack} The sanctions {attack} hold."
        row = {"title": attack, "text": text, "source": attack, "author": attack,
               "date": f"2022-03-0{number + 1}", "url": "javascript:alert(7)"}  # fmt: skip
        (news / f"{number}{named}.jsonl").write_text(json.dumps(row) + "\n")
        (news / f"{named}{number}.txt").write_text(f" date 2022-04-0{number + 1}\n\n{text}\n")
    _report("news", place / "out", folder=place)


@pytest.fixture
def make_study(tmp_path: Path):
    """A function that writes files into a new folder, by name, and gives the folder."""

    def make(files: dict[str, str | bytes]) -> Path:
        for name, content in files.items():
            path = tmp_path / "study" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return tmp_path / "study"

    return make
