"""The codebook: themes and actors with the terms and rules that stand for them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import pandas as pd

from dateline.articles.shortening import shorten
from dateline.errors import CodebookError, SettingError
from dateline.markup import facts_html
from dateline.themes.mistakes import in_other_words
from dateline.themes.reading import EntryReader, read_stem
from dateline.themes.source_lines import SourceLines, TablePath
from dateline.themes.terms import KINDS, Group, Pattern, Rule, Term
from dateline.toml import parse_toml, read_text, refuse_unknown_keys

_KEYS = ("label", "terms", "unless")
_SHOWN = 160  # characters of a theme's terms in a notebook
_NAME = re.compile(r"[\w -]*\w[\w -]*")


@dataclass(frozen=True)
class Theme:
    """
    One theme or actor. `name` is dotted where it is nested; `terms` and `unless` are its own,
    without those of its children; `line` is that of its table in the file, 0 if not known.
    """

    name: str
    label: str
    kind: str
    terms: tuple[Term | Rule, ...] = ()
    unless: Group = ()
    line: int = 0

    @cached_property
    def patterns(self) -> frozenset[Pattern]:
        """The patterns of all its terms, those in rules and `unless` included."""
        return frozenset(
            term.pattern
            for entry in (*self.terms, *self.unless)
            for term in (entry.terms if isinstance(entry, Rule) else (entry,))
        )


@dataclass(frozen=True)
class Codebook:
    """
    All themes and actors, parents before their children, otherwise in the order of the file.

    With `stem` a word without `=` and wildcards matches every word that has its stem.
    """

    themes: tuple[Theme, ...]
    file: str = "codebook.toml"
    stem: str = ""  # language of the stemmer; blank: words match as they are

    @property
    def labels(self) -> dict[str, str]:
        """Name to label, in the order of `themes`."""
        return {theme.name: theme.label for theme in self.themes}

    @property
    def patterns(self) -> frozenset[Pattern]:
        """The patterns of all themes."""
        return frozenset().union(*(theme.patterns for theme in self.themes))

    def names(self, kind: str = "") -> list[str]:
        """
        The names in order; of one kind ("theme" or "actor") if given.

        Raises SettingError for another kind.
        """
        if kind and kind not in KINDS.values():
            raise SettingError(f"kind = {kind!r} is not known; use 'theme', 'actor' or ''")
        return [theme.name for theme in self.themes if kind in ("", theme.kind)]

    def family(self, name: str) -> list[str]:
        """
        The theme and all that are nested in it: whose terms are its terms.

        Raises SettingError if there is no theme of this name.
        """
        if name not in self.labels:
            raise SettingError(
                f"no theme `{name}` in {self.file}; there are {', '.join(self.labels)}"
            )
        return [other for other in self.names() if f"{other}.".startswith(f"{name}.")]

    def _repr_html_(self) -> str:
        """Each theme and actor with its terms, the longest lists cut, for a notebook."""
        facts = [
            (theme.label, shorten("; ".join(term.text for term in theme.terms), _SHOWN) or "–")
            for theme in self.themes
        ]
        return facts_html(f"{self.file}: {len(facts)} themes and actors", facts)


def list_terms(codebook: Codebook) -> pd.DataFrame:
    """
    One row per theme and actor: theme, kind, label, terms, unless, in the codebook's order.

    `terms` and `unless` are as written, with semicolons between; those of nested themes are not
    repeated in the parent's row, though they count for it.
    """
    rows = [
        (
            theme.name,
            theme.kind,
            theme.label,
            "; ".join(term.text for term in theme.terms),
            "; ".join(term.text for term in theme.unless),
        )
        for theme in codebook.themes
    ]
    return pd.DataFrame(rows, columns=["theme", "kind", "label", "terms", "unless"]).astype("str")


def load_codebook(path: str | Path) -> Codebook:
    """
    Read and check a codebook file (TOML, UTF-8).

    Raises CodebookError with file, line and way out for the first mistake found.
    """
    path = Path(path)
    text = read_text(path, error=CodebookError)
    source = SourceLines(text, path.name)
    try:
        tables = parse_toml(text, path.name, error=CodebookError)
    except CodebookError as problem:
        raise in_other_words(problem, source) from None
    return read_codebook(tables, source)


def read_codebook(tables: Mapping[str, Any], source: SourceLines | None = None) -> Codebook:
    """
    The codebook from the tables of its file; `source` gives messages their lines.

    Raises CodebookError as `load_codebook` does.
    """
    source = source or SourceLines("")
    refuse_unknown_keys(tables, (*KINDS, "stem"), where=source.file, error=CodebookError)
    stem = read_stem(tables.get("stem", ""), source)
    themes: dict[str, Theme] = {}
    for kind in (key for key in tables if key in KINDS):
        for path, table in _walk((kind,), _table(tables[kind], (kind,), source), source):
            theme = _read_theme(path, table, source)
            _refuse_same_name(themes.get(theme.name), theme, source)
            themes[theme.name] = theme
    if not themes:
        raise CodebookError(
            f"{source.file}: there are no themes; add a table such as [themes.trade] "
            'with terms = ["tariff*"]'
        )
    return Codebook(tuple(themes.values()), source.file, stem)


def _walk(
    path: TablePath, table: Mapping[str, Any], source: SourceLines
) -> Iterator[tuple[TablePath, Mapping[str, Any]]]:
    """The themes below `path`, each before its children."""
    waiting = [((*path, name), table[name]) for name in reversed(list(table))]
    while waiting:
        path, table = waiting.pop()
        table = _table(table, path, source)
        yield path, table
        children = [name for name in table if isinstance(table[name], dict)]
        waiting += [((*path, name), table[name]) for name in reversed(children)]


def _read_theme(path: TablePath, table: Mapping[str, Any], source: SourceLines) -> Theme:
    name = ".".join(path[1:])
    line = source.table(path)
    if not all(_NAME.fullmatch(part) for part in path[1:]):
        raise CodebookError(
            f"{source.place(line)}: the name `{name}` is not possible; "
            "use letters, digits, blanks, _ and - (a dot nests one theme in another)"
        )
    own = {key: value for key, value in table.items() if not isinstance(value, dict)}
    for key in own:
        where = f"{source.place(source.key(path, key))}, `{name}`"
        refuse_unknown_keys([key], _KEYS, where=where, error=CodebookError)
    if "terms" not in own and len(own) == len(table):
        raise CodebookError(
            f'{source.place(line)}: `{name}` has no terms; add terms = ["..."] or delete it'
        )
    terms = EntryReader(name, "terms", source, source.values(path, "terms"))
    unless = EntryReader(name, "unless", source, source.values(path, "unless"))
    return Theme(
        name=name,
        label=_label(own.get("label"), path, source),
        kind=KINDS[path[0]],
        terms=terms.entries(own["terms"]) if _has_terms(own, table) else (),
        unless=unless.terms(own["unless"]) if own.get("unless", []) != [] else (),
        line=line,
    )


def _has_terms(own: Mapping[str, Any], table: Mapping[str, Any]) -> bool:
    """False for a parent that leaves its terms out or empty."""
    return bool(own.get("terms")) or ("terms" in own and len(own) == len(table))


def _label(label: object, path: TablePath, source: SourceLines) -> str:
    if label is None:
        readable = ": ".join(re.sub(r"[_-]+", " ", part).strip() for part in path[1:])
        return readable[:1].upper() + readable[1:]
    if not isinstance(label, str) or not label.strip():
        raise CodebookError(
            f"{source.place(source.key(path, 'label'))}: the label of `{'.'.join(path[1:])}` "
            "must be a text; put it in quotes"
        )
    return label.strip()


def _table(value: object, path: TablePath, source: SourceLines) -> Mapping[str, Any]:
    if isinstance(value, dict):
        return value
    name = ".".join(path)
    raise CodebookError(
        f"{source.place(source.table(path))}: `{name}` must be a table; "
        f"write [{name}] above its terms"
    )


def _refuse_same_name(first: Theme | None, second: Theme, source: SourceLines) -> None:
    if first:
        raise CodebookError(
            f"{source.place(second.line)}: the name `{second.name}` belongs to a theme and to an "
            "actor; give one of them another name"
        )
