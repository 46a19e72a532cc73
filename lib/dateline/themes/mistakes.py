"""Mistakes that TOML reports in its own terms, said in those of a codebook."""

from __future__ import annotations

import re

from dateline.errors import CodebookError
from dateline.themes.source_lines import SourceLines
from dateline.themes.terms import KINDS

_TWICE = re.compile(r"is there twice|has a value already")
_BROKEN_RULE = re.compile(r"line (\d+), column (\d+): (invalid initial char|unclosed inline table)")


def in_other_words(problem: CodebookError, source: SourceLines) -> CodebookError:
    """The mistake of a file that is no TOML, in the words of the codebook where there are any."""
    if _TWICE.search(str(problem)):
        return _doubled(source) or problem
    if at := _BROKEN_RULE.search(str(problem)):
        return _broken_rule(source, int(at[1]), int(at[2])) or problem
    return problem


def _doubled(source: SourceLines) -> CodebookError | None:
    if table := source.doubled_table():
        line, keys = table
        return CodebookError(
            f"{source.place(line)}: the {KINDS[keys[0]]} `{'.'.join(keys[1:])}` is defined twice; "
            "give the second another name or merge their terms"
        )
    if key := source.doubled_key():
        line, keys, name = key
        return CodebookError(
            f"{source.place(line)}: `{name}` of `{'.'.join(keys[1:])}` is written twice; "
            "merge the two lists or delete one"
        )
    return None


def _broken_rule(source: SourceLines, line: int, column: int) -> CodebookError | None:
    """TOML lets a table in braces run over lines only where a list in it does."""
    if not source.ends(line, column):
        return None
    return CodebookError(
        f"{source.place(line)}: a rule may go on in the next line only inside its square brackets; "
        "join the lines"
    )
