"""A rendered page in a real browser: nothing in it runs."""

import subprocess
from pathlib import Path

import pytest

from dateline.report.render import Page, render_notebook

FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)
# Changes the page if it runs; put where the templates forbid scripts.
PROBE = '<script>document.documentElement.setAttribute("data-ran", "yes")</script>'


@pytest.fixture(scope="module")
def page(executed) -> str:
    return render_notebook(executed("hostile_html").notebook, Page("x", "Study", "0.1.0")).html


def dump(chromium: str, html: str, folder: Path) -> str:
    """The page as the browser has it after loading."""
    file = folder / "page.html"
    file.write_text(html, "utf-8")
    command = [chromium, *FLAGS, f"--user-data-dir={folder / 'profile'}", "--dump-dom"]
    done = subprocess.run(
        [*command, file.as_uri()], capture_output=True, text=True, timeout=120, check=True
    )
    return done.stdout


@pytest.mark.browser
def test_a_page_of_hostile_text_runs_no_script(chromium, page, tmp_path):
    dom = dump(chromium, page, tmp_path)
    assert "Texts that attack" in dom
    assert "<script" not in dom


@pytest.mark.browser
def test_the_policy_stops_a_script_that_got_into_a_page(chromium, page, tmp_path):
    dom = dump(chromium, page.replace("</main>", f"{PROBE}</main>"), tmp_path)
    assert "Texts that attack" in dom
    assert 'data-ran="yes"' not in dom


@pytest.mark.browser
def test_the_probe_would_be_noticed_without_the_policy(chromium, tmp_path):
    assert 'data-ran="yes"' in dump(chromium, f"<html><body>{PROBE}</body></html>", tmp_path)
