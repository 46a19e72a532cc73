"""The browser's own lock on a page: what may run and load there, by checksum."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from dateline.errors import ReportError

if TYPE_CHECKING:
    from bs4 import BeautifulSoup

TEMPLATES = Path(__file__).parent / "templates"
SCRIPTS = TEMPLATES / "scripts"
# An element of the class `script-NAME` asks for the script NAME of this package.
_ASKS = re.compile(r"script-([a-z]+)")
# What would end a script element early, or keep it from ending.
_BREAKS_OUT = re.compile(r"</script|<script|<!--", re.IGNORECASE)


def content_policy(*, styles: Iterable[str], scripts: Iterable[str] = ()) -> str:
    """
    The content-security policy of a page with these style sheets and scripts, and no others.

    It forbids every address but data for images, every form and every frame. Give the texts as
    this package holds them, never as they are found in a page, or a script that got into the page
    would be let through.
    """
    rules = [
        "default-src 'none'",
        "img-src data:",
        f"style-src {_sums(styles)}",
        f"script-src {_sums(scripts)}",
        "base-uri 'none'",
        "form-action 'none'",
    ]
    return "; ".join(rules)


@cache
def style_sheet() -> str:
    """The one style sheet of every page."""
    return (TEMPLATES / "report.css").read_text("utf-8")


def put_scripts(soup: BeautifulSoup) -> list[str]:
    """
    Put the scripts that the page asks for at the end of its body, and return their texts.

    A page asks by an element of the class `script-NAME`, for templates/scripts/NAME.js. The page
    must read without it too.
    """
    names = {
        found[1]
        for element in soup.select('[class*="script-"]')
        for word in element.get_attribute_list("class")
        if (found := _ASKS.fullmatch(word or ""))
    }
    texts = [_script(name) for name in sorted(names) if (SCRIPTS / f"{name}.js").is_file()]
    assert soup.body is not None, "the template has no body"
    for text in texts:
        element = soup.new_tag("script")
        element.string = text
        soup.body.append(element)
    return texts


@cache
def _script(name: str) -> str:
    text = (SCRIPTS / f"{name}.js").read_text("utf-8")
    if _BREAKS_OUT.search(text):
        raise ReportError(f"{name}.js: holds a mark of HTML; write it in two pieces")
    return text


def _sums(texts: Iterable[str]) -> str:
    sums = [base64.b64encode(hashlib.sha256(text.encode()).digest()) for text in texts]
    return " ".join(f"'sha256-{sum_.decode()}'" for sum_ in sums) or "'none'"
