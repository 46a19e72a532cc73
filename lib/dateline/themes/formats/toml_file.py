"""A codebook as its own TOML file."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from dateline.themes.formats.flat import Table, flat_tables
from dateline.themes.formats.remarks import Remark, shown
from dateline.themes.formats.rule_text import quoted, rule_text

_BARE = re.compile(r"[A-Za-z0-9_-]+")
_WIDTH = 100


def write_toml(
    file: str, tables: Mapping[str, Any], *, remarks: Iterable[Remark] = ()
) -> tuple[str, list[Remark]]:
    """
    The TOML text of a codebook, in the order of `tables`; nothing is lost.

    `file` is what it was made from; `remarks` on that stand as comments at the top.
    """
    lines = [f"# Made from {shown(file)} by `dateline codebook convert`."]
    lines += [f"# {shown_remark}" for shown_remark in map(str, remarks)]
    for table in flat_tables(tables):
        lines += _table_lines(table)
    return "\n".join(lines) + "\n", []


def _table_lines(table: Table) -> Iterator[str]:
    if not (table.label or table.terms or table.unless):
        return
    yield ""
    yield f"[{'.'.join(map(_key, (table.kind, *table.path)))}]"
    if table.label:
        yield f"label = {quoted(table.label)}"
    for key, entries in (("terms", table.terms), ("unless", table.unless)):
        if entries:
            yield f"{key} = ["
            yield from _filled([quoted(e) if isinstance(e, str) else rule_text(e) for e in entries])
            yield "]"


def _key(name: str) -> str:
    return name if _BARE.fullmatch(name) else quoted(name)


def _filled(entries: list[str]) -> Iterator[str]:
    """The entries with commas, as many on a line as fit; a rule has a line of its own."""
    line = ""
    for entry in entries:
        alone = entry.startswith("{")
        if line and (alone or len(line) + len(entry) + 2 > _WIDTH):
            yield line
            line = ""
        line = f"{line} {entry}," if line else f"  {entry},"
        if alone:
            yield line
            line = ""
    if line:
        yield line
