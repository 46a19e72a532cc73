"""Dictionaries of WordStat, .cat: a tree by tabs, weights in brackets, rules behind @."""

from __future__ import annotations

import re

from dateline.themes.formats.draft import Category, CategoryPath, Draft
from dateline.themes.formats.remarks import RefusedEntryError
from dateline.themes.formats.wordstat_rules import Known, read_rule

_WEIGHED = re.compile(r"(\s*)(\S.*?)\s*\(\s*(-?\d+(?:[.,]\d+)?)\s*\)")
# "@NAME [A NEAR B /S 3] (1)"
_RULE = re.compile(r"(\s*)@([^\[\]]*?)\s*\[(.*)\]\s*(?:\(\s*(-?\d+(?:[.,]\d+)?)\s*\))?")

# A rule that waits until all categories are known: category, rule as written, its text, its line.
Waiting = tuple[Category, str, str, int]


def read_wordstat_cat(file: str, text: str) -> Draft:
    """
    The categories of a .cat file. A line is a category, or an entry if a weight stands behind it.

    Deeper indentation nests. `_` is a blank between words. A weight other than 1 is noted, because
    a codebook counts and does not weigh. Rules (`A NEAR B /S 3`) are kept where a codebook can say
    the same, see `read_rule`, and left out by name where not.

    Raises CodebookError with the line for an entry above the first category.
    """
    draft = Draft(file)
    above: list[tuple[int, str]] = []
    waiting: list[Waiting] = []
    for line, written in enumerate(text.split("\n"), start=1):
        if not written.strip():
            continue
        if written.lstrip().startswith("@"):
            waiting.append(_waiting_rule(written.rstrip(), line, above, draft))
        elif entry := _WEIGHED.fullmatch(written.rstrip()):
            category = _category(entry[1], above, line, draft)
            _note_weight(entry[3], written, line, draft)
            draft.add_term(category, entry[2], line=line)
        else:
            name = written.strip()
            above = [*_outside(written, above), (_indent(written), name)]
            draft.category(_path(above), line=line)
    known = Known(tuple(draft), frozenset(category.path for category, *_ in waiting))
    for category, rule, written, line in waiting:
        try:
            category.add(read_rule(rule, known))
        except RefusedEntryError as problem:
            draft.leave_out(line, written, str(problem))
    return draft


def _indent(written: str) -> int:
    return len(written) - len(written.lstrip())


def _outside(written: str, above: list[tuple[int, str]]) -> list[tuple[int, str]]:
    return [pair for pair in above if pair[0] < _indent(written)]


def _path(above: list[tuple[int, str]]) -> CategoryPath:
    return tuple(name for _, name in above)


def _category(indent: str, above: list[tuple[int, str]], line: int, draft: Draft) -> Category:
    inside = _outside(f"{indent}x", above)
    if not inside:
        raise draft.damage(line, "an entry in no category; indent it below a name without brackets")
    return draft.category(_path(inside), line=line)


def _waiting_rule(written: str, line: int, above: list[tuple[int, str]], draft: Draft) -> Waiting:
    found = _RULE.fullmatch(written)
    category = _category(written[: _indent(written)], above, line, draft)
    if found is None:
        return category, "", written.strip(), line
    _note_weight(found[4] or "1", written, line, draft)
    return category, found[3].strip(), written.strip(), line


def _note_weight(weight: str, written: str, line: int, draft: Draft) -> None:
    if float(weight.replace(",", ".")) != 1:
        draft.note(line, written.strip(), f"its weight {weight} is not: it counts as one")
