"""The parameters of a notebook: what it declares, and whether what was given fits.

papermill itself takes any name and any value and only logs what it does not know; a report that
ran with other settings than the reader believes is worse than none, so everything is checked here
before a kernel starts.
"""

from __future__ import annotations

import ast
import io
import json
import math
import re
import tokenize
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from nbformat import NotebookNode

from dateline.articles.shortening import shorten
from dateline.errors import ReportError, SettingError, did_you_mean

Value = str | int | float | bool | list

TYPES: dict[str, type] = {"str": str, "int": int, "float": float, "bool": bool, "list": list}
_WORDS = {
    str: "a text",
    int: "a whole number",
    float: "a number",
    bool: "true or false",
    list: 'a list such as ["a", "b"]',
}
_TRUTH = {"true": True, "yes": True, "1": True, "false": False, "no": False, "0": False}
# The value of a parameter is printed in the report, so a secret must not be one.
_SECRET = re.compile(
    r"(^|_)(token|secret|passw(or)?d|passphrase|credentials?|(api|access|private)_?key)(_|$)"
)


@dataclass(frozen=True)
class Parameter:
    """One line of a parameters cell: `period: str = "auto"  # help`."""

    name: str
    type: type
    default: Value
    help: str = ""


def read_parameters(notebook: NotebookNode, *, name: str) -> dict[str, Parameter]:
    """
    The parameters that a notebook declares, by name, in their order; the cell is not run.

    The cell with the tag `parameters` may hold only lines such as `period: str = "auto"`, with a
    literal on the right and str, int, float, bool or list as annotation (none: the type of the
    literal). `name` stands in messages.

    Raises ReportError where there is not exactly one such cell, or it holds anything else.
    """
    cells = [cell.source for cell in notebook.cells if _is_parameters(cell)]
    if len(cells) != 1:
        raise ReportError(
            f"{name}: {len(cells)} cells have the tag `parameters`; give it to one code cell"
        )
    try:
        lines = ast.parse(cells[0]).body
    except SyntaxError as problem:
        raise ReportError(f"{name}, parameters cell: {problem.msg}; mend the cell") from None
    comments = _comments(cells[0])
    declared: dict[str, Parameter] = {}
    for line in lines:
        parameter = _declaration(line, where=f"{name}, parameters cell, line {line.lineno}")
        if parameter.name in declared:
            raise ReportError(f"{name}: parameter `{parameter.name}` is there twice; remove one")
        help_text = comments.get(line.end_lineno or 0, "")
        declared[parameter.name] = Parameter(
            parameter.name, parameter.type, parameter.default, help_text
        )
    return declared


def split_settings(settings: Iterable[str]) -> dict[str, str]:
    """
    The `name=value` strings of a command line as a dict; a value may hold `=` itself.

    Raises SettingError for a string without `=` and for a name that comes twice.

    >>> split_settings(["period=month", "since="])
    {'period': 'month', 'since': ''}
    """
    given: dict[str, str] = {}
    for setting in settings:
        name, equals, value = setting.partition("=")
        name = name.strip()
        if not equals or not name:
            raise SettingError(f"-p {setting}: not a setting; write name=value")
        if name in given:
            raise SettingError(f"-p {setting}: `{name}` is set twice; keep one of them")
        given[name] = value
    return given


def check_name(name: str, declared: Mapping[str, Parameter]) -> None:
    """Raise SettingError with the nearest name and the list, if `name` is not among `declared`."""
    if name not in declared:
        raise SettingError(f"parameter `{name}`: unknown; {did_you_mean(name, declared)}")


def value_from_text(text: str, parameter: Parameter) -> Value:
    """
    The value that `text`, from a command line, stands for; a list is written as JSON.

    Raises SettingError where the text is no value of the parameter's type. Nothing is guessed:
    "1_000" and "nan" are no numbers.

    >>> value_from_text("no", Parameter("code", bool, True))
    False
    """
    try:
        text.encode("utf-8")
        return _READ[parameter.type](text)
    except (ValueError, KeyError):
        raise SettingError(_misfit(parameter, text)) from None


def checked_value(value: Any, parameter: Parameter) -> Value:
    """
    `value`, a Python value, as a plain value of the parameter's type.

    A whole number is taken for a float and a tuple for a list; nothing else is converted.
    Raises SettingError where it does not fit.
    """
    fitted: Value = _widened(value, parameter.type)
    if type(fitted) is parameter.type and _is_plain(fitted):
        return fitted
    raise SettingError(_misfit(parameter, value))


def _is_parameters(cell: NotebookNode) -> bool:
    return cell.cell_type == "code" and "parameters" in cell.metadata.get("tags", [])


def _declaration(line: ast.stmt, *, where: str) -> Parameter:
    target, annotation, literal = _parts(line, where=where)
    try:
        default = ast.literal_eval(literal)
    except ValueError:
        raise ReportError(f"{where}: not a literal; write the value itself") from None
    name = target.id
    if _SECRET.search(name.lower()):
        raise ReportError(
            f"{where}: `{name}` would be printed in the report; read a secret from the environment"
        )
    kind: Any = TYPES.get(annotation) if annotation else type(default)
    default = _widened(default, kind)
    if kind not in _WORDS or type(default) is not kind or not _is_plain(default):
        known = ", ".join(TYPES)
        raise ReportError(f"{where}: `{name}` does not fit its value; its type is one of {known}")
    return Parameter(name, kind, default)


def _parts(line: ast.stmt, *, where: str) -> tuple[ast.Name, str, ast.expr]:
    """Name, annotation ("" if none; "list" for list[str]) and right side of an assignment."""
    if isinstance(line, ast.AnnAssign) and isinstance(line.target, ast.Name) and line.value:
        return line.target, ast.unparse(line.annotation).split("[")[0], line.value
    if isinstance(line, ast.Assign) and len(line.targets) == 1:
        (target,) = line.targets
        if isinstance(target, ast.Name):
            return target, "", line.value
    raise ReportError(f'{where}: not a parameter; write lines such as period: str = "auto"')


def _widened(value: Any, kind: type) -> Any:
    """A whole number as a float and a tuple as a list, where that is what is wanted."""
    if kind is float and type(value) is int:
        return float(value)
    return list(value) if kind is list and isinstance(value, tuple) else value


def _comments(source: str) -> dict[int, str]:
    tokens = tokenize.generate_tokens(io.StringIO(source).readline)
    return {
        token.start[0]: token.string.lstrip("# ").strip()
        for token in tokens
        if token.type == tokenize.COMMENT
    }


def _whole(text: str) -> int:
    if not re.fullmatch(r"\s*[+-]?[0-9]+\s*", text):
        raise ValueError(text)
    return int(text)


def _number(text: str) -> float:
    if "_" in text or not text.isascii() or not math.isfinite(number := float(text)):
        raise ValueError(text)
    return number


def _list(text: str) -> list:
    found = json.loads(text)
    if not isinstance(found, list) or not _is_plain(found):
        raise ValueError(text)
    return found


def _is_plain(value: object) -> bool:
    """Whether papermill writes the value into a notebook as it is."""
    if isinstance(value, list):
        return all(_is_plain(item) and not isinstance(item, list) for item in value)
    if isinstance(value, float):
        return math.isfinite(value)
    return type(value) in (str, int, bool)


def _misfit(parameter: Parameter, value: object) -> str:
    shown = shorten(ascii(value), 60)
    return f"parameter `{parameter.name}`: {shown} is not {_WORDS[parameter.type]}; give one"


_READ: dict[type, Callable[[str], Value]] = {
    str: str,
    int: _whole,
    float: _number,
    bool: lambda text: _TRUTH[text.strip().lower()],
    list: _list,
}
