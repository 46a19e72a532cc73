"""JupyterLab started for real: explore.ipynb is opened, run, and answers to mouse and keys."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest

from dateline.report.lab import lab_options, prepare_lab
from dateline.study import open_study

pytestmark = pytest.mark.browser
TOKEN = "for-this-test"
MOST = 180_000  # milliseconds: JupyterLab and a kernel start slowly on a busy machine
SHOWN = ".jp-NotebookPanel:not(.lm-mod-hidden)"
FAILED = f"{SHOWN} .jp-OutputArea-output[data-mime-type$=error]"
CALM = "() => !document.querySelector('.dl-explore').dataset.busy"


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def own_places(home: Path) -> dict[str, str]:
    """An environment in which JupyterLab finds and leaves nothing of the person's own."""
    names = ("JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR", "IPYTHONDIR",
             "JUPYTERLAB_SETTINGS_DIR", "JUPYTERLAB_WORKSPACES_DIR", "HOME")  # fmt: skip
    for name in names:
        (home / name).mkdir(parents=True)
    quiet = home / "JUPYTERLAB_SETTINGS_DIR" / "@jupyterlab" / "apputils-extension"
    quiet.mkdir(parents=True)
    (quiet / "notification.jupyterlab-settings").write_text('{"fetchNews": "false"}')
    return os.environ | {name: str(home / name) for name in names} | {"JUPYTER_PLATFORM_DIRS": "1"}


def wait_for(address: str, process: subprocess.Popen) -> None:
    for _ in range(600):
        assert process.poll() is None, "JupyterLab has ended"
        try:
            with urlopen(address, timeout=5):
                return
        except (URLError, OSError):
            time.sleep(0.3)
    pytest.fail("JupyterLab did not start")


@pytest.fixture(scope="module")
def lab(tmp_path_factory, write_study) -> Iterator[str]:
    """The address of a running JupyterLab with the notebooks set to the small study."""
    home = tmp_path_factory.mktemp("lab")
    study = open_study(write_study(home / "work" / "mills"))
    notebooks = prepare_lab(study, folder=home / "work" / "lab")
    port = free_port()
    options = [*lab_options(study, notebooks), "--no-browser", "--allow-root", f"--port={port}",
               "--ServerApp.port_retries=0", f"--IdentityProvider.token={TOKEN}"]  # fmt: skip
    with (home / "log.txt").open("wb") as log:
        process = subprocess.Popen(
            [sys.executable, "-m", "jupyterlab", *options], env=own_places(home), stdout=log,
            stderr=log, start_new_session=True, cwd=home,
        )  # fmt: skip
        try:
            wait_for(f"http://127.0.0.1:{port}/api?token={TOKEN}", process)
            yield f"http://127.0.0.1:{port}"
        finally:
            end(process)


def end(process: subprocess.Popen) -> None:
    """End JupyterLab, which ends its kernels; all of its group if it does not."""
    process.terminate()
    try:
        process.wait(20)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)


@pytest.fixture(scope="module")
def page(lab, chromium):
    """explore.ipynb after all its cells were run; `page.asked` are the hosts it has asked."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as player:
        browser = player.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1280, "height": 1000})
        page.set_default_timeout(MOST)
        page.asked = set()
        page.on("request", lambda request: page.asked.add(request.url.split("/")[2]))
        page.goto(f"{lab}/lab/tree/lab/mills/explore.ipynb?token={TOKEN}")
        page.wait_for_selector('h1:has-text("What do you want to see?")')
        page.wait_for_selector(f"{SHOWN} .jp-Notebook-ExecutionIndicator[data-status=idle]")
        page.click('.lm-MenuBar-itemLabel:text-is("Run")')
        page.click('.lm-Menu-itemLabel:text-is("Run All Cells")')
        page.wait_for_selector(f".dl-point, {FAILED}")
        assert page.locator(FAILED).all_inner_texts() == []
        yield page
        browser.close()


def settle(page) -> None:
    """Wait until the kernel has answered."""
    page.wait_for_timeout(150)
    page.wait_for_function(CALM)


def sentences(page) -> list[str]:
    page.wait_for_selector(".dl-passages li")
    return page.locator(".dl-passages li").all_inner_texts()


def test_it_opens_on_the_start_page(lab):
    with urlopen(f"{lab}/?token={TOKEN}", timeout=60) as answer:
        assert answer.url.partition("?")[0] == f"{lab}/lab/tree/lab/mills/start.ipynb"


def test_a_theme_is_picked_and_a_point_clicked(page):
    page.check('.dl-controls input[value="us"]')
    page.click('.dl-point[data-theme="us"] >> nth=0')
    (sentence,) = sentences(page)
    assert sentence.startswith("Washington raises the tariffs on cars again.")
    assert page.inner_text(".dl-passages mark") == "Washington"
    assert "2022-01-04 (date stated)" in page.inner_text(".dl-from")


def test_the_same_by_keyboard_and_the_text_of_an_article_stays_text(page):
    page.focus('.dl-controls input[value="talks"]')
    page.keyboard.press("Space")
    settle(page)
    assert page.locator('.dl-chart [aria-label="Talks"]').count() == 0
    page.focus('.dl-point[tabindex="0"]')
    for key in ("Home", "ArrowUp", "ArrowUp", "End", "Enter"):
        page.keyboard.press(key)
    settle(page)
    (sentence,) = sentences(page)
    assert "<img src=x onerror=" in sentence and not page.evaluate("document.body.dataset.ran")
    label = page.evaluate("document.activeElement.getAttribute('aria-label')")
    assert label.startswith("Trade & <i>tariffs</i>, 2022-03: 1 of 1 story, 100 %")


def test_changed_terms_move_the_counts_and_enter_is_a_new_line(page):
    page.click(".dl-editor > summary")
    page.select_option(".dl-editor select", "trade.steel")
    settle(page)
    terms = page.locator(".dl-editor textarea").first
    assert terms.input_value() == "steel"
    terms.press("End")
    terms.press("Enter")
    terms.type("lake")
    page.wait_for_selector('.dl-moved td:has-text("1 → 2")')
    assert terms.input_value() == "steel\nlake"
    assert "Trade & <i>tariffs</i>" in page.inner_text(".dl-moved caption >> nth=0")


def test_nobody_else_is_asked(page):
    assert {host.split(":")[0] for host in page.asked} == {"127.0.0.1"}
