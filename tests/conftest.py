"""What many tests need: the real articles beside the checkout, a small study, a browser."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"
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
def default_report(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the report on the default study, made once from the checkout."""
    out = tmp_path_factory.mktemp("default") / "one"
    command = [sys.executable, "-m", "dateline", "report", "seeds", "-o", str(out)]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == str(out / "index.html")
    return out


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
