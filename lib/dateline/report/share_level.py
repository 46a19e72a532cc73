"""What a report may show of the articles: set for a run, said on each page, checked at the end."""

from __future__ import annotations

import base64
import json
import os
import re
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from html import unescape
from pathlib import Path
from typing import Any

import pandas as pd

from dateline.articles.share_level import FULL, MOST_WORDS, NONE, SHARE, SNIPPETS
from dateline.errors import ReportError
from dateline.themes.snippets import MOST_OF_ARTICLE, SPANS, snippet_spans

# Words in a row that two texts have in common only if one was copied from the other.
RUN = 8
# A shorter headline can be a term of the codebook.
SHORTEST_TITLE = 5
# Words of one article in a whole report at "snippets": passages, headline, what dates it.
MOST_IN_REPORT = MOST_OF_ARTICLE + 4 * MOST_WORDS
_WORD = re.compile(r"[^\W\d_]+")
_TAG = re.compile(r"<[^>]*>")
_DATA = re.compile(r"data:(image/[\w+.-]+);base64,([A-Za-z0-9+/=]+)")
_PIECE = re.compile(r"[^\s\"'<>,;()|“”]+")
_WITHHELD = {
    SNIPPETS: (
        f"Articles are quoted in part only: at most {MOST_WORDS} words of a passage, "
        f"{MOST_OF_ARTICLE} of an article's passages in all, and the first {MOST_WORDS} of a "
        "headline and of the words that date it; what cleaning removed is withheld. All numbers "
        "are made from the full texts."
    ),
    NONE: (
        "No text of the articles is shown: sentences, headlines, authors, the words that date an "
        "article and what cleaning removed are withheld, and names of files and addresses are "
        "replaced by short hashes. All numbers are made from the full texts."
    ),
}

Hashes = dict[int, str]


def what_is_withheld(level: str) -> str:
    """What a share level withholds, in words for each page; blank for "full"."""
    return _WITHHELD.get(level, "")


@contextmanager
def sharing(level: str) -> Iterator[None]:
    """Set the share level of this process and of the notebooks that it starts, for a while."""
    before = {name: os.environ.get(name) for name in (SHARE, SPANS)}
    with ExitStack() as stack:
        os.environ[SHARE] = level
        if level == "snippets":
            folder = stack.enter_context(tempfile.TemporaryDirectory(prefix="dateline-"))
            os.environ[SPANS] = str(Path(folder) / "spans.json")
        try:
            yield
        finally:
            for name, value in before.items():
                os.environ.pop(name, None)
                if value is not None:
                    os.environ[name] = value


def write_spans(mentions: pd.DataFrame, articles: pd.DataFrame) -> None:
    """Write the spans of a run to the file that DATELINE_SNIPPETS names, if it names one."""
    if place := os.environ.get(SPANS):
        Path(place).write_text(json.dumps(snippet_spans(mentions, articles)), "utf-8")


def check_withheld(
    files: Iterable[tuple[str, bytes]], articles: pd.DataFrame | None, level: str
) -> None:
    """
    Check that the files of a report show no more of the articles than its share level allows.

    `files` are names and contents; `articles` has title, path, url and text as they are. At "none"
    there may be no run of 8 words of a text, no headline of 5 words or more, no path and no
    address; at "snippets" no more than 160 words of one article, counted by such runs. Words are
    runs of letters. What is drawn in a picture is not seen.

    Raises ReportError that names the file, or the article where no one file is to blame.
    """
    if level == FULL:
        return
    if articles is None:
        raise ReportError(f"share = {level!r}: the articles are not known; nothing can be checked")
    sizes = range(SHORTEST_TITLE, RUN + 1) if level == NONE else [RUN]
    runs: dict[int, Hashes] = {size: {} for size in sizes}
    pieces: dict[str, str] = {}
    for name, content in files:
        for text in _texts(name, content):
            words = _words(text)
            for size, known in runs.items():
                known.update((run, name) for run in _runs(words, size))
            if level == NONE:
                pieces.update((piece, name) for piece in _PIECE.findall(text))
    for row in articles[["title", "path", "url", "text"]].itertuples(index=False):
        if level == NONE:
            _refuse_any(row, runs, pieces)
        else:
            _refuse_much(row, runs[RUN])


def _refuse_any(row: Any, runs: dict[int, Hashes], pieces: dict[str, str]) -> None:
    title = _words(str(row.title))
    found = [runs[RUN].get(run) for run in _runs(_words(str(row.text)), RUN)]
    if len(title) >= SHORTEST_TITLE:
        size = min(len(title), RUN)
        found += [runs[size].get(run) for run in _runs(title, size)]
    if leaks := [name for name in found if name]:
        raise ReportError(
            f'{leaks[0]}: holds words of an article, which share = "none" withholds; show numbers '
            "instead, or choose another level"
        )
    for name in (row.path, row.url):
        if isinstance(name, str) and "." in name and name in pieces:
            raise ReportError(
                f'{pieces[name]}: holds the path or address of an article, which share = "none" '
                "withholds; show its doc_id instead"
            )


def _refuse_much(row: Any, known: Hashes) -> None:
    words = _words(str(row.text))
    shown: set[int] = set()
    names: dict[str, int] = {}
    for start, run in enumerate(_runs(words, RUN)):
        if name := known.get(run):
            shown.update(range(start, start + RUN))
            names[name] = names.get(name, 0) + 1
    if len(shown) > MOST_IN_REPORT:
        raise ReportError(
            f"{max(names, key=lambda name: names[name])}: {len(shown)} words of an article are "
            f'shown, and share = "snippets" allows {MOST_IN_REPORT}; show fewer passages of it'
        )


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def _runs(words: list[str], size: int) -> Iterator[int]:
    return (hash(tuple(words[start : start + size])) for start in range(len(words) - size + 1))


def _texts(name: str, content: bytes) -> Iterator[str]:
    """The texts of a file, once as they are and once without tags."""
    text = content.decode("utf-8", "replace")
    if name.endswith((".json", ".ipynb")):
        yield from (each for string in _strings(json.loads(text)) for each in _both(string))
    else:
        yield from _both(text)


def _both(text: str) -> Iterator[str]:
    drawn = [
        base64.b64decode(data).decode("utf-8", "replace")
        for kind, data in _DATA.findall(text)
        if "svg" in kind
    ]
    plain = "\n".join([_DATA.sub(" ", text), *drawn])
    yield unescape(plain)
    if "<" in plain:
        yield unescape(_TAG.sub(" ", plain))


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        if all(isinstance(each, str) for each in value):
            yield "".join(value)
            yield "\n".join(value)
        else:
            for each in value:
                yield from _strings(each)
    elif isinstance(value, dict):
        yield from value
        for each in value.values():
            yield from _strings(each)
