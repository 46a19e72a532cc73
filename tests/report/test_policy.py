"""What may run and load in a page."""

import base64
import hashlib

import pytest
from bs4 import BeautifulSoup

from dateline.errors import ReportError
from dateline.report import policy
from dateline.report.policy import content_policy, put_scripts


@pytest.fixture
def scripts(monkeypatch, tmp_path):
    """A folder of scripts instead of the package's own."""
    monkeypatch.setattr(policy, "SCRIPTS", tmp_path)
    policy._script.cache_clear()
    (tmp_path / "chooser.js").write_text('document.title = "1 < 2 && chosen";\n')
    yield tmp_path
    policy._script.cache_clear()


def body(content: str) -> BeautifulSoup:
    return BeautifulSoup(f"<html><body>{content}</body></html>", "html.parser")


def test_without_scripts_nothing_runs_and_nothing_loads():
    assert content_policy(styles=["p {}"]).split("; ") == [
        "default-src 'none'",
        "img-src data:",
        f"style-src 'sha256-{base64.b64encode(hashlib.sha256(b'p {}').digest()).decode()}'",
        "script-src 'none'",
        "base-uri 'none'",
        "form-action 'none'",
    ]


def test_the_policy_names_each_script_by_its_checksum():
    rule = content_policy(styles=[], scripts=["a()", "b()"]).split("; ")[3]
    assert rule.startswith("script-src 'sha256-")
    assert rule.count("sha256-") == 2


def test_a_page_gets_the_scripts_that_its_elements_ask_for(scripts):
    page = body('<p class="wide script-chooser">a</p><p class="script-chooser">b</p>')
    (text,) = put_scripts(page)
    assert str(page).count("<script>") == 1
    assert f"<script>{text}</script></body>" in str(page)


@pytest.mark.parametrize("name", ["", "chooser", "script-", "script-none", "script-../chooser"])
def test_a_page_that_asks_for_none_gets_none(scripts, name):
    page = body(f'<p class="{name}">a</p>')
    assert put_scripts(page) == []
    assert page.script is None


def test_a_script_that_would_end_its_element_is_refused(scripts):
    (scripts / "bad.js").write_text('x = "</SCRIPT>"')
    with pytest.raises(ReportError, match=r"bad\.js: holds a mark of HTML"):
        put_scripts(body('<p class="script-bad"></p>'))
