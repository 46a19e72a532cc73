"""The XML that Yoshikoder and Lexicoder share: categories `cnode`, entries `pnode`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from dateline.sources.decoding import decode
from dateline.themes.formats.draft import Draft

_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")


@dataclass(frozen=True)
class Node:
    """A category; `entries` are its own, each with its line."""

    name: str
    line: int
    description: str
    entries: tuple[tuple[str, int], ...]
    children: tuple[Node, ...]
    attributes: dict[str, str]


def read_nodes(content: bytes, draft: Draft) -> Node:
    """
    The root of the file, whose children are the outermost categories.

    Raises CodebookError with the line for what is no XML, or has no categories.
    """
    root = _parse(content, draft)
    if root.getroottree().docinfo.internalDTD is not None:
        raise draft.damage(0, "declares entities of its own; write the file without a DOCTYPE")
    node = _node(root, draft, 0)
    if not node.children:
        raise draft.damage(0, 'holds no categories; write <cnode name="..."> around the entries')
    return node


def _parse(content: bytes, draft: Draft) -> Any:
    from lxml import etree

    def parse(given: bytes | str) -> Any:
        return etree.fromstring(
            given,
            etree.XMLParser(
                resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False
            ),
        )

    try:
        return parse(content)
    except etree.XMLSyntaxError as problem:
        first = problem
    try:
        # A declaration of UTF-8 above bytes of Windows-1252 is common.
        return parse(_DECLARATION.sub("", decode(content)[0]))
    except (etree.XMLSyntaxError, ValueError):
        line = first.lineno or 0
        raise draft.damage(line, f"no XML ({first.msg}); mend that line") from None


def _node(element: Any, draft: Draft, depth: int) -> Node:
    line = element.sourceline or 0
    if depth > 30:
        raise draft.damage(line, f"a category is nested {depth} deep; mend the file")
    named = str(element.get("name", ""))
    if depth and not named.strip():
        raise draft.damage(line, 'a category has no name; write cnode name="..."')
    return Node(
        named.strip(),
        line,
        str(element.get("desc", "")).strip(),
        tuple(
            (str(entry.get("name", "")), entry.sourceline or 0) for entry in _of(element, "pnode")
        ),
        tuple(_node(child, draft, depth + 1) for child in _of(element, "cnode")),
        {str(name): str(value) for name, value in element.attrib.items()},
    )


def _of(element: Any, tag: str) -> Iterator[Any]:
    return (child for child in element if child.tag == tag)
