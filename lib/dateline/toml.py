"""Reads the TOML files of a study; a mistake becomes a sentence with file, line and column."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from dateline.errors import DatelineError, did_you_mean

_AT = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")
# A day as people write it, which TOML does not know: 14.11.2022, 14/11/2022.
_DAY = re.compile(r"=\s*(?:\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}[./]\d{1,2}[./]\d{1,2})\s*(?:#|$)")

_TWICE, _QUOTED = re.compile(r"cannot declare \((.*)\) twice$"), re.compile(r"'([^']*)'")
_CURLY, _QUOTES = frozenset("“”„‟«»‘’"), ("'", '"')


def read_toml(path: Path, *, error: type[DatelineError]) -> tuple[dict[str, Any], str]:
    """
    The content of a TOML file as a dict, and its text (to find the line of a key in).

    Raises `error` with one sentence if the file is missing, is not UTF-8 or is not TOML.
    """
    text = read_text(path, error=error)
    return parse_toml(text, path.name, error=error), text


def read_text(path: Path, *, error: type[DatelineError]) -> str:
    """The text of a UTF-8 file. Raises `error` if it is missing or is not UTF-8."""
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise error(f"{path.name}: not UTF-8 text; save the file as UTF-8") from None
    except OSError as problem:
        raise error(f"{path.name}: cannot be read ({problem.strerror}); check the path") from None


def parse_toml(text: str, file: str, *, error: type[DatelineError]) -> dict[str, Any]:
    """The content of a TOML text; `file` stands in messages. Raises `error` if it is not TOML."""
    try:
        return tomllib.loads(text)
    except RecursionError:
        raise error(f"{file}: nested too deeply; write it with fewer brackets") from None
    except ValueError as problem:  # TOMLDecodeError, or a number of thousands of digits
        raise error(f"{file}{_place(str(problem), text)}") from None


def refuse_unknown_keys(
    given: Iterable[str], known: Iterable[str], *, where: str, error: type[DatelineError]
) -> None:
    """Raise `error` for the first key that is not known, with the nearest one and the list."""
    known = sorted(known)
    for key in given:
        if key not in known:
            raise error(f"{where}: unknown key `{key}`; {did_you_mean(key, known)}")


def line_of(text: str, pattern: str) -> int:
    """The number, from 1, of the first line of `text` that the regular expression matches; or 0."""
    for number, line in enumerate(text.splitlines(), start=1):
        if re.search(pattern, line):
            return number
    return 0


def _place(message: str, text: str) -> str:
    """ ", line 3, column 5: expected ..." from the message of tomllib."""
    found = _AT.search(message)
    what = _AT.sub("", message)
    what = _plain(what[:1].lower() + what[1:])
    if found is None:
        return f": {what}; mend the file"
    if found[1]:
        line, column = text.splitlines()[int(found[1]) - 1], int(found[2])
        return f", line {found[1]}, column {column}: {what}; {_way_out(line, column, what)}"
    return f", line {len(text.splitlines())}: {what} at the end of the file; mend that line"


def _plain(what: str) -> str:
    """The message of tomllib, where it would name the parts of its own program."""
    if keys := _TWICE.match(what):
        return f"the table [{'.'.join(_QUOTED.findall(keys[1]))}] is there twice"
    if what == "cannot overwrite a value":
        return "this name has a value already"
    if what.startswith("expected newline"):
        return "more stands behind the value than belongs to it"
    return what.replace(" in a key/value pair", "")


def _way_out(line: str, column: int, what: str) -> str:
    """What to do about a line that tomllib refuses at a column, counted from 1."""
    rest = line[column - 1 :]
    if what.endswith("is there twice"):
        return "put its lines below the first"
    if what.endswith("already"):
        return "delete one of the two lines"
    if what.startswith("expected '='"):
        return "write name = value, a name with blanks in quotation marks"
    if _DAY.search(line):
        return "write a day as 2022-03-21"
    if rest[:1] and rest[0] in _CURLY:
        return 'write straight quotation marks, "'
    if line.replace('\\"', "").count('"') % 2:
        return 'a quotation mark is missing, "'
    if what == "unclosed array":
        return "a comma is missing before it" if rest[:1] in _QUOTES else "close the list with ]"
    if what == "invalid value" and not rest.strip():
        return "write the value behind ="
    if what == "invalid value" and rest[:1].isalpha():
        truth = rest.lower().startswith(("true", "false"))
        return "write true or false in small letters" if truth else "put it in quotation marks"
    return "mend that line"
