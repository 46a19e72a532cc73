"""What the files of a report show of the articles, against what its share level allows."""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from html import unescape
from typing import Any

import pandas as pd

from dateline.articles.share_level import FULL, MOST_WORDS, NONE
from dateline.errors import ReportError
from dateline.themes.snippets import MOST_OF_ARTICLE

# Words in a row that two texts have in common only if one was copied from the other.
RUN = 8
# A shorter headline can be a term of the codebook, a shorter line a phrase of a page.
SHORTEST_TITLE = 5
# One word of a name can be any word.
SHORTEST_NAME = 2
# Words of one article in a whole report at "snippets": passages, headline, what dates it.
MOST_IN_REPORT = MOST_OF_ARTICLE + 4 * MOST_WORDS
_WORD = re.compile(r"[^\W\d_]+")
# A tag or a number between two words: they are of two cells, and no name.
_NAME = re.compile(r"[^\W\d_]+|[\d<>]")
_TAG = re.compile(r"<[^>]*>")
_DATA = re.compile(r"data:(image/[\w+.-]+);base64,([A-Za-z0-9+/=]+)")
_PIECE = re.compile(r"[^\s\"'<>,;()|“”]+")

# Where each run of words, name or path was found, by its hash.
Found = dict[int, str]


@dataclass(frozen=True)
class Private:
    """
    What a report may not show, or not in full: the articles as they are, and their removed text.

    `articles` has title, author, source, path, url, date_evidence and text; `removals` has doc_id
    and text. `owned` are texts of the study and of its notebooks, which a report may show, as the
    codebook.
    """

    articles: pd.DataFrame
    removals: pd.DataFrame | None = None
    owned: tuple[str, ...] = ()


@dataclass
class _Shown:
    """Runs of words, names and paths that the files hold, of the lengths that are looked for."""

    runs: dict[int, Found]
    names: dict[int, Found]
    paths: dict[int, Found] = field(default_factory=dict)

    def read(self, text: str, file: str, *, as_it_is: bool) -> None:
        """Add what a text holds; in one without its tags, cells run into one another."""
        _note(self.runs, _words(text), file)
        if as_it_is:
            _note(self.names, _NAME.findall(text.casefold()), file)
            _note(self.paths, _pieces(text), file)


def check_withheld(files: Iterable[tuple[str, bytes]], private: Private | None, level: str) -> None:
    """
    Check that the files of a report show no more of the articles than its share level allows.

    `files` are names and contents. At "none" there may be no run of 8 words of a text, no
    headline, no line that cleaning removed and no words that date an article if they have 5 or
    more, no name of an author of two words or more, no path and no address; at "snippets" no more
    than 160 words of one article, counted by runs of 8. Words are runs of letters. What the study
    itself says may be shown, and what is drawn in a picture is not seen.

    Raises ReportError that names the file, or the article where no one file is to blame.
    """
    if level == FULL:
        return
    if private is None:
        raise ReportError(f"share = {level!r}: the articles are not known; nothing can be checked")
    articles = private.articles.to_dict("records")
    removed = _removed(private.removals)
    if level != NONE:
        shown = _Shown({RUN: {}}, {})
        _read_files(shown, files)
        for row in articles:
            _refuse_much(" \n".join([row["text"], *removed.get(row["doc_id"], [])]), shown)
        return
    secrets = [_secrets(row, removed.get(_text(row, "doc_id"), [])) for row in articles]
    shown = _looked_for(secrets)
    _read_files(shown, files)
    allowed = _looked_for(secrets)
    for text in [*private.owned, *{str(row.get("source", "")) for row in articles}]:
        allowed.read(text, "", as_it_is=True)
    for secret in secrets:
        _refuse_any(secret, shown, allowed)


@dataclass(frozen=True)
class _Secrets:
    """Of one article: words of its texts, of its short lines, of its author; pieces of paths."""

    text: list[str]
    lines: list[list[str]]
    author: list[str]
    paths: list[list[str]]


def _secrets(row: Mapping[Any, Any], removed: Iterable[str]) -> _Secrets:
    lines = map(_words, [_text(row, "title"), _text(row, "date_evidence"), *removed])
    places = [_text(row, "path"), _text(row, "url")]
    author = _words(_text(row, "author"))
    return _Secrets(
        text=_words(_text(row, "text")),
        lines=[line for line in lines if len(line) >= SHORTEST_TITLE],
        author=author if len(author) >= SHORTEST_NAME else [],
        paths=[_pieces(place) for place in places if "." in place],
    )


def _looked_for(secrets: Iterable[_Secrets]) -> _Shown:
    shown = _Shown({RUN: {}}, {}, {})
    for each in secrets:
        shown.runs.update((min(len(line), RUN), {}) for line in each.lines)
        shown.paths.update((len(path), {}) for path in each.paths)
        if each.author:
            shown.names[min(len(each.author), RUN)] = {}
    return shown


def _refuse_any(secret: _Secrets, shown: _Shown, allowed: _Shown) -> None:
    what = 'which share = "none" withholds'
    for words in (secret.text, *secret.lines):
        if name := _leak(words, shown.runs, allowed.runs, size=RUN):
            raise ReportError(
                f"{name}: holds words of an article, {what}; show numbers instead, or choose "
                "another level"
            )
    if name := _leak(secret.author, shown.names, allowed.names, size=RUN):
        raise ReportError(
            f"{name}: holds the author of an article, {what}; leave the column out, or choose "
            "another level"
        )
    for path in secret.paths:
        if name := _leak(path, shown.paths, allowed.paths, size=len(path)):
            raise ReportError(
                f"{name}: holds the path or address of an article, {what}; show its doc_id instead"
            )


def _leak(
    words: list[str], shown: Mapping[int, Found], allowed: Mapping[int, Found], *, size: int
) -> str:
    """The file that holds a run of the words that it may not hold; blank if none does."""
    length = min(len(words), size)
    found, owned = shown.get(length, {}), allowed.get(length, {})
    names = (found.get(run, "") for run in _runs(words, length) if run not in owned)
    return next(filter(None, names), "")


def _refuse_much(text: str, shown: _Shown) -> None:
    words, known = _words(text), shown.runs[RUN]
    seen: set[int] = set()
    names: dict[str, int] = {}
    for start, run in enumerate(_runs(words, RUN)):
        if name := known.get(run):
            seen.update(range(start, start + RUN))
            names[name] = names.get(name, 0) + 1
    if len(seen) > MOST_IN_REPORT:
        raise ReportError(
            f"{max(names, key=lambda name: names[name])}: {len(seen)} words of an article are "
            f'shown, and share = "snippets" allows {MOST_IN_REPORT}; show fewer passages of it'
        )


def _removed(removals: pd.DataFrame | None) -> dict[str, list[str]]:
    if removals is None or removals.empty:
        return {}
    return {str(doc_id): texts.tolist() for doc_id, texts in removals.groupby("doc_id")["text"]}


def _text(row: Mapping[Any, Any], name: str) -> str:
    value = row.get(name)
    return value if isinstance(value, str) else ""


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def _pieces(text: str) -> list[str]:
    """A path or an address with blanks or quotes in it is several pieces."""
    return _PIECE.findall(text)


def _note(known: Mapping[int, Found], words: list[str], file: str) -> None:
    for size, found in known.items():
        found.update((run, file) for run in _runs(words, size))


def _runs(words: list[str], size: int) -> Iterator[int]:
    if not size:
        return iter(())
    return (hash(tuple(words[start : start + size])) for start in range(len(words) - size + 1))


def _read_files(shown: _Shown, files: Iterable[tuple[str, bytes]]) -> None:
    for file, content in files:
        text = content.decode("utf-8", "replace")
        whole = file.endswith((".json", ".ipynb"))
        for each in _strings(json.loads(text)) if whole else [text]:
            plain = _with_drawings(each)
            shown.read(unescape(plain), file, as_it_is=True)
            if "<" in plain:
                shown.read(unescape(_TAG.sub(" ", plain)), file, as_it_is=False)


def _with_drawings(text: str) -> str:
    """The text, and instead of its pictures the words of those that are drawings."""
    drawn = [
        base64.b64decode(data).decode("utf-8", "replace")
        for kind, data in _DATA.findall(text)
        if "svg" in kind
    ]
    return "\n".join([_DATA.sub(" ", text), *drawn])


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
