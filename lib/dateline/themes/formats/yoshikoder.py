"""Dictionaries of Yoshikoder, .ykd."""

from __future__ import annotations

import re

from dateline.themes.formats.draft import CategoryPath, Draft
from dateline.themes.formats.nodes import Node, read_nodes

# The parts of a regular expression that a glob can say, tried in this order.
_REGEX_PARTS = re.compile(r"(?P<any>\.\*|\\w\*)|(?P<one>\.|\\w)(?![*+?{])|(?P<plain>[\w' -])")


def read_yoshikoder_ykd(file: str, content: bytes) -> Draft:
    """
    The categories of a .ykd file: XML, `cnode` with `pnode` entries, `*` for any ending.

    The outermost category is the dictionary itself and is left off where it has no entries of its
    own. Where the file says that its entries are regular expressions, those that a glob can say
    are kept and the others left out.

    Raises CodebookError with the line for what is no such XML.
    """
    draft = Draft(file)
    root = read_nodes(content, draft)
    tops = root.children
    if len(tops) == 1 and tops[0].children and not tops[0].entries:
        tops = tops[0].children
    is_regex = "reg" in root.attributes.get("patternengine", "").lower()
    for top in tops:
        _visit(top, (), draft, is_regex=is_regex)
    return draft


def _visit(node: Node, above: CategoryPath, draft: Draft, *, is_regex: bool) -> None:
    path = (*above, node.name)
    category = draft.category(path, line=node.line)
    if node.description not in ("", node.name):
        category.label = node.description
    for entry, line in node.entries:
        glob = _as_glob(entry) if is_regex else entry
        if glob:
            draft.add_term(category, glob, line=line, wildcards="*?" if is_regex else "*")
        else:
            draft.leave_out(line, entry, "it is a regular expression that no `*` or `?` can say")
    for child in node.children:
        _visit(child, path, draft, is_regex=is_regex)


def _as_glob(pattern: str) -> str:
    """The glob that matches the same words; blank if there is none."""
    glob, at = "", 0
    while at < len(pattern):
        part = _REGEX_PARTS.match(pattern, at)
        after = part.end() if part else at
        if part is None or (part["plain"] and pattern[after : after + 1] in ("*", "+", "?", "{")):
            return ""
        glob += "*" if part["any"] else "?" if part["one"] else part["plain"]
        at = after
    return glob
