"""Tables as JSON and JSON Lines; one object, one article."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from dateline.sources.columns import Row, needed
from dateline.sources.raw import Found, RefusedError
from dateline.sources.rows import LeftOut, Table, articles_of
from dateline.sources.text import text_of
from dateline.sources.values import value_text
from dateline.study import ReadSettings

_DEEP = "JSON nested too deep"
# Names under which services send their list of articles, and those around it.
_LISTS = ("articles", "results", "items", "documents", "docs", "stories", "records", "data", "hits")
_AROUND = ("response", "data", "result", "hits")
_MESSAGES = ("message", "error", "detail", "errors", "fault")
# Names that only one article as an object has.
_ONE = ("text", "fulltext", "full_text", "fullText", "maintext", "body", "content", "article")
_LINES = re.compile(r"\s*\{.*\}[ \t]*\n\s*\{")
# A backslash before a sign that JSON knows, or before any other: GDELT sends such titles.
_ESCAPE = re.compile(r'\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})|\\')
_SHOWN = 80  # letters of a reply that are shown in a refusal


def read_json_lines(path: str, content: bytes, settings: ReadSettings = ReadSettings()) -> Found:
    """
    The articles of a file with one JSON object on each line; broken lines are left out.

    A JSON list under this name is read as such. Raises RefusedError if more than half of the
    lines are broken.
    """
    text, encoding = text_of(content, encoding=settings.encoding)
    if _begins(text) == "[":
        return read_json(path, content, settings)
    left_out = LeftOut("line")
    objects = list(_objects(text, left_out))
    table = _table(objects, settings, left_out)
    return articles_of(table, settings, path=path, encoding=encoding)


def read_json(path: str, content: bytes, settings: ReadSettings = ReadSettings()) -> Found:
    """
    The articles of a JSON list of objects, of a service's reply with such a list, or of one object.

    The list of a reply is found by its usual names: articles, results, items, documents, docs,
    stories, records, data, hits. Items that are no objects are left out. A file with JSON Lines
    under this name is read as such.

    Raises RefusedError for JSON that is cut off, with the place, and for a reply that is none,
    with what it says.
    """
    text, encoding = text_of(content, encoding=settings.encoding)
    if _begins(text) not in ("[", "{"):
        raise RefusedError(f"not JSON; it begins “{_shown(text)}”")
    try:
        found = _loaded(text)
    except RecursionError:
        raise RefusedError(_DEEP) from None
    except ValueError as problem:
        if _LINES.match(text):
            return read_json_lines(path, content, settings)
        raise RefusedError(f"broken JSON: {problem}") from None
    left_out = LeftOut("item")
    objects = []
    for number, item in enumerate(_items(found), start=1):
        if isinstance(item, dict):
            objects.append(item)
        else:
            left_out.add(number, "object", "not an object with names and values")
    table = _table(objects, settings, left_out)
    return articles_of(table, settings, path=path, encoding=encoding)


def _begins(text: str) -> str:
    found = re.search(r"\S", text)
    return found[0] if found else ""


def _loaded(text: str) -> Any:
    """The value; figures stay as they are written, and a stray backslash is a backslash."""
    try:
        return _strict(text)
    except ValueError as problem:
        if "Invalid \\escape" not in str(problem):
            raise
        mended = _ESCAPE.sub(lambda found: found[0] if len(found[0]) > 1 else r"\\", text)
        return _strict(mended)


def _strict(text: str) -> Any:
    return json.loads(text, strict=False, parse_int=str, parse_float=str, parse_constant=str)


def _objects(text: str, left_out: LeftOut) -> Iterator[dict]:
    at, number = 0, 0
    while at < len(text):
        end = text.find("\n", at) + 1 or len(text)
        line, at, number = text[at:end], end, number + 1
        if not line.strip():
            continue
        try:
            item = _loaded(line)
        except RecursionError:
            left_out.add(number, "json", _DEEP)
        except ValueError as problem:
            left_out.add(number, "json", f"broken JSON ({problem})")
        else:
            if isinstance(item, dict):
                yield item
            else:
                left_out.add(number, "object", "not an object with names and values")


def _items(found: Any) -> list:
    """The list of articles in what was loaded."""
    if isinstance(found, list):
        return found
    for place in (found, *(found[name] for name in _AROUND if isinstance(found.get(name), dict))):
        named = next((place[name] for name in _LISTS if isinstance(place.get(name), list)), None)
        if named is not None:
            return named
    if any(found.get(name) for name in _ONE):
        return [found]
    if said := _message(found):
        raise RefusedError(f"a reply without articles: “{_shown(said)}”")
    raise RefusedError("JSON without a list of articles; make it a list of objects")


def _message(found: dict) -> str:
    """What a service says instead of sending articles."""
    said = next((found[name] for name in _MESSAGES if found.get(name)), "")
    return value_text(said) or (_message(said) if isinstance(said, dict) else "")


def _table(objects: list[dict], settings: ReadSettings, left_out: LeftOut) -> Table:
    names = list(dict.fromkeys(str(name) for item in objects for name in item))
    wanted = needed(names, settings) if objects else []
    return Table(names, _rows(objects, wanted), left_out)


def _rows(objects: list[dict], wanted: list[str]) -> Iterator[Row]:
    """Each object as a row; it is let go, so that a large file is not held twice."""
    objects.reverse()
    while objects:
        item = objects.pop()
        yield {name: value_text(item[name]) for name in wanted if name in item}


def _shown(text: str) -> str:
    """The first words, without what is not to be printed."""
    plain = "".join(char if char.isprintable() else " " for char in text[: 4 * _SHOWN])
    words = " ".join(plain.split())
    return words if len(words) <= _SHOWN else f"{words[:_SHOWN].rsplit(' ', 1)[0]} …"
