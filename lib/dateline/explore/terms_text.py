"""The terms of one theme as text that a person edits: a term or a rule on each line."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from dateline.errors import CodebookError
from dateline.themes.codebook import Codebook, Theme, read_codebook
from dateline.themes.formats.rule_text import quoted, rule_text
from dateline.themes.source_lines import SourceLines
from dateline.themes.terms import KINDS, SCOPES, Group, Rule, Term
from dateline.toml import parse_toml

WHERE = "the edited terms"  # stands where messages have the file


def entry_lines(entries: Iterable[Term | Rule]) -> str:
    """
    The terms as they are written, and rules as in the codebook, one on each line.

    What `read_entries` reads from it matches what the entries match.
    """
    return "\n".join(
        rule_text(_table(entry)) if isinstance(entry, Rule) else " ".join(entry.text.split())
        for entry in entries
    )


def edited_theme(theme: Theme, terms: str, unless: str) -> Theme:
    """
    The theme with other terms: one on each line, a rule in braces; blank lines are passed over.

    Both lists may be empty: such a theme matches what its children match, else nothing.
    Raises CodebookError, which says "line" only for a rule that is no TOML, for whatever the
    codebook's file would be refused for.
    """
    entries = [_entry(line) for line in _lines(terms)]
    read = _read(theme, entries, _lines(unless))
    return replace(theme, terms=read.terms if entries else (), unless=read.unless)


def replaced(codebook: Codebook, theme: Theme) -> Codebook:
    """The codebook with this theme in the place of the one that has its name."""
    themes = tuple(theme if each.name == theme.name else each for each in codebook.themes)
    return replace(codebook, themes=themes)


def theme_toml(theme: Theme) -> str:
    """The table of the theme for codebook.toml, without those nested in it."""
    kinds = {kind: table for table, kind in KINDS.items()}
    names = [kinds[theme.kind], *theme.name.split(".")]
    lines = [f"[{'.'.join(name if _is_bare(name) else quoted(name) for name in names)}]"]
    lines.append(f"label = {quoted(theme.label)}")
    for key, entries in (("terms", theme.terms), ("unless", theme.unless)):
        if entries:
            lines += [f"{key} = [", *(f"  {_written(entry)}," for entry in entries), "]"]
    return "\n".join(lines) + "\n"


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def _entry(line: str) -> Any:
    if not line.startswith("{"):
        return line
    return parse_toml(f"rule = {line.removesuffix(',')}", WHERE, error=CodebookError)["rule"]


def _read(theme: Theme, entries: list[Any], unless: list[str]) -> Theme:
    """The entries checked by the reader of codebooks, in a codebook of this theme alone."""
    # A table without terms is refused; whether this one may be empty is not for the reader to say.
    tables: dict[str, Any] = {"label": theme.label, "terms": entries or ["x"], "unless": unless}
    for name in reversed(theme.name.split(".")):
        tables = {name: tables}
    kinds = {kind: table for table, kind in KINDS.items()}
    read = read_codebook({kinds[theme.kind]: tables}, SourceLines("", WHERE))
    return read.themes[-1]


def _table(rule: Rule) -> dict[str, Any]:
    """The rule as its table in a codebook."""
    groups = {name: getattr(rule, name) for name in ("near", "then", "all")}
    table: dict[str, Any] = {
        name: [_texts(group) for group in value] for name, value in groups.items() if value
    }
    table |= {name: _texts(value) for name in ("any", "none") if (value := getattr(rule, name))}
    if rule.pair:
        table["within"] = rule.within
    return table if rule.scope == SCOPES[0] else table | {"scope": rule.scope}


def _texts(group: Group) -> list[str]:
    return [term.text for term in group]


def _written(entry: Term | Rule) -> str:
    return rule_text(_table(entry)) if isinstance(entry, Rule) else quoted(entry.text)


def _is_bare(name: str) -> bool:
    return name.isascii() and name.replace("_", "").replace("-", "").isalnum()
