"""What is wrong with a YAML file, in words that need no knowledge of how YAML is read."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import yaml

_QUOTE_IT = "put the whole term in quotation marks"
_INDENTED = "is indented in another way than those above; give all of one list the same blanks"
_OTHER = "cannot be read as YAML; look for a missing quotation mark, bracket, colon or blank in it"
# A line that holds the mistake, by what the parser says of it; {0} is the first group.
_SAID = (
    (r"character '\\t'", "begins with a tab; use blanks"),
    (r"character '(.)' that cannot start", f"has a term that begins with {{0}}; {_QUOTE_IT}"),
    (r"mapping values", f"has a second colon before a blank; {_QUOTE_IT}"),
    (r"escape", "has a backslash in double quotation marks; use single ones"),
    (r"expected <block end>, but found '(\]|\}|,)'", "has a {0} too many; take it out"),
    (
        r"expected <block end>, but found '<scalar>'",
        f"goes on after the end of a term; {_QUOTE_IT}",
    ),
    (r"expected <block end>", _INDENTED),
    (r"node content, but found '(.)'", "has a {0} too many; take it out, or put it in quotes"),
    (r"another document", "begins a second document with ---; keep one in each file"),
    (r"chomping|indentation indicators", f"has a > or | before a term; {_QUOTE_IT}"),
    (r"tag|%", f"has a ! or % before a term; {_QUOTE_IT}"),
    (r"second occurrence", "has the name of an anchor for the second time; write the terms"),
)
# The same where the mistake is in the line on which something begins that does not end.
_BEGUN = (
    (r"expected ':'", "has a name without a colon; write `name:`, or `- term` for a term"),
    (r"end of stream", "opens a quotation mark that is never closed; close it"),
    (
        r"expected ',' or '(.)'",
        "opens a list that is not closed with {0}, or lacks a comma; mend it",
    ),
)


def explain_mistake(problem: yaml.MarkedYAMLError, text: str) -> tuple[int, str]:
    """
    The line, counted from 1, on which `text` is no YAML, and what is wrong with it and the way out.

    The sentence begins with a verb, its subject is the line. A mistake that the parser notices
    lines later is told where it begins. Wrong where one mistake looks like another: a term with an
    open quotation mark swallows the lines after it.
    """
    said = problem.problem or ""
    for pattern, words in _BEGUN:
        if found := re.search(pattern, said):
            return _line(problem.context_mark or problem.problem_mark), words.format(
                *found.groups()
            )
    line = _line(problem.problem_mark)
    if "<scalar>" in said and not _before(problem.problem_mark, text).strip():
        return line, _INDENTED
    for pattern, words in _SAID:
        if found := re.search(pattern, said):
            return line, words.format(*found.groups())
    return line, _OTHER


def explain_character(problem: yaml.reader.ReaderError, text: str) -> tuple[int, str]:
    """The line of a character that YAML does not allow, and the way out."""
    line = text.count("\n", 0, problem.position) + 1
    return line, f"has the control character U+{ord(text[problem.position]):04X}; take it out"


def _line(mark: Any) -> int:
    return mark.line + 1 if mark else 0


def _before(mark: Any, text: str) -> str:
    """What stands before a place in its line."""
    lines = text.splitlines()
    return lines[mark.line][: mark.column] if mark and mark.line < len(lines) else ""
