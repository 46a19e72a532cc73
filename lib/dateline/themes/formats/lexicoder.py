"""Dictionaries of Lexicoder: .lc3 (a line for each entry) and .lcd (XML)."""

from __future__ import annotations

from dateline.themes.formats.draft import CategoryPath, Draft
from dateline.themes.formats.nodes import Node, read_nodes
from dateline.themes.formats.words import inside_words

# (path of the category, entry with the blanks at its edges, line)
Found = tuple[CategoryPath, str, int]


def read_lexicoder_lc3(file: str, text: str) -> Draft:
    """
    The categories of an .lc3 file: a line +NAME, then the entries, one a line.

    Lexicoder looks for an entry in the text as it is, so a blank at an edge is where a word ends.
    Where any entry of the file has such a blank, an edge without one may lie inside a word and
    gets a `*`. Where none has, the entries are whole words, as in the files that use `*`.

    Raises CodebookError with the line for an entry above the first category.
    """
    draft = Draft(file)
    found: list[Found] = []
    path: CategoryPath = ()
    for line, written in enumerate(text.split("\n"), start=1):
        if written.startswith("+") and written[1:].strip():
            path = (written[1:].strip(),)
            draft.category(path, line=line)
        elif written.lstrip().startswith("-"):
            draft.leave_out(line, written, "an entry with a minus takes words away; use `unless`")
        elif written.strip() and not path:
            raise draft.damage(line, "an entry above the first category; write +NAME before it")
        elif written.strip():
            found.append((path, written, line))
    _add(found, draft)
    return draft


def read_lexicoder_lcd(file: str, content: bytes) -> Draft:
    """
    The categories of an .lcd file: XML elements `cnode` with `pnode` entries in them.

    Blanks at the edges of an entry are read as in `read_lexicoder_lc3`.

    Raises CodebookError with the line for what is no such XML.
    """
    draft = Draft(file)
    found: list[Found] = []

    def visit(node: Node, above: CategoryPath) -> None:
        path = (*above, node.name)
        draft.category(path, line=node.line)
        found.extend((path, entry, line) for entry, line in node.entries)
        for child in node.children:
            visit(child, path)

    for top in read_nodes(content, draft).children:
        visit(top, ())
    _add(found, draft)
    return draft


def _add(found: list[Found], draft: Draft) -> None:
    by_edges = any(entry != entry.strip() for _, entry, _ in found)
    for path, entry, line in found:
        term = entry
        if by_edges and entry.strip():
            before, after = not entry[0].isspace(), not entry[-1].isspace()
            term = inside_words(entry, before=before, after=after)
        draft.add_term(draft.category(path), term, line=line, wildcards="*")
