"""The tables of a codebook one after the other, for writers whose format has no nesting."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from dateline.themes.formats.draft import CategoryPath, Entry
from dateline.themes.formats.remarks import Remark
from dateline.themes.formats.rule_text import rule_text


@dataclass(frozen=True)
class Table:
    """One theme or actor as its table in a codebook has it; `kind` is "themes" or "actors"."""

    kind: str
    path: CategoryPath
    label: str
    terms: tuple[Entry, ...]
    unless: tuple[str, ...]

    @property
    def name(self) -> str:
        """The dotted name."""
        return ".".join(self.path)


def flat_tables(tables: Mapping[str, Any]) -> Iterator[Table]:
    """Every theme and actor, parents before their children, otherwise in the order of the file."""
    for kind in tables:
        waiting: list[tuple[CategoryPath, Any]] = [
            ((name,), tables[kind][name]) for name in reversed(list(tables[kind]))
        ]
        while waiting:
            path, table = waiting.pop()
            yield Table(
                kind,
                path,
                str(table.get("label", "")),
                tuple(table.get("terms", ())),
                tuple(table.get("unless", ())),
            )
            children = [name for name in table if isinstance(table[name], dict)]
            waiting += [((*path, name), table[name]) for name in reversed(children)]


def unsupported(
    file: str, table: Table, reason: Callable[[str], str], *, labels: bool = False
) -> tuple[list[str], list[Remark]]:
    """
    The terms that a format of plain terms can hold, and a remark for everything else.

    `reason` says why a term cannot be written, blank if it can; `labels` whether labels can.
    """
    remarks = []
    kept = []
    if table.kind == "actors":
        text = "it is an actor here and a category like any other there"
        remarks.append(Remark(file, 0, table.name, text, lost=False))
    if table.label and not labels:
        remarks.append(Remark(file, 0, table.name, f"its label “{table.label}” is not", lost=False))
    for term in table.terms:
        why = reason(term) if isinstance(term, str) else "the format has no rules"
        if isinstance(term, str) and not why:
            kept.append(term)
        else:
            written = term if isinstance(term, str) else rule_text(term)
            remarks.append(Remark(file, 0, f"{table.name}: {written}", why))
    for term in table.unless:
        text = "the format cannot hide words from a category"
        remarks.append(Remark(file, 0, f"{table.name}: unless {term}", text))
    return kept, remarks
