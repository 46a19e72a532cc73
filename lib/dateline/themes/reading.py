"""Reads the terms and rules of one theme; what cannot be read is a CodebookError with its line."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from dateline.errors import CodebookError, did_you_mean
from dateline.themes.source_lines import SourceLines, ValueLines
from dateline.themes.terms import SCOPES, Group, Rule, Term, make_term
from dateline.toml import refuse_unknown_keys

# Two groups and a distance: in either order, or the first before the second.
_PAIRS = ("near", "then")
_RULE_KEYS = ("near", "then", "within", "all", "any", "none", "scope")


def read_stem(language: object, source: SourceLines) -> str:
    """
    The language of `stem = "english"`, blank for none.

    Raises CodebookError for a language that has no stemmer.
    """
    if language == "":
        return ""
    # Imported here with NLTK behind it: few codebooks stem.
    from dateline.themes.vocabulary import stemmer_languages

    known = stemmer_languages()
    if language not in known:
        raise CodebookError(
            f"{source.place(source.key((), 'stem'))}: stem = {language!r} is no language that has "
            f"a stemmer; {did_you_mean(str(language), known)}"
        )
    return str(language)


@dataclass(frozen=True)
class EntryReader:
    """Reads the list under one key (`terms` or `unless`) of one theme."""

    theme: str
    key: str
    source: SourceLines
    values: ValueLines

    def entries(self, value: object) -> tuple[Term | Rule, ...]:
        """Terms and rules, in the order of the file."""
        entries = self._list(value, self.key)
        return tuple(self._rule(e) if isinstance(e, dict) else self.term(e) for e in entries)

    def terms(self, value: object) -> Group:
        """Terms alone: `unless` takes no rules."""
        return tuple(self.term(entry) for entry in self._list(value, self.key))

    def term(self, value: object) -> Term:
        """One term. Raises CodebookError if it is no text, or has no word to match."""
        line = self.values.line(value)
        if isinstance(value, bool | int | float):
            written = str(value).lower()
            raise self._error(
                line, f'the term {written} of `{self.theme}` is not in quotes; write "{written}"'
            )
        if not isinstance(value, str):
            raise self._error(
                line,
                f"an entry of `{self.key}` in `{self.theme}` is {_kind(value)}; "
                f"write a term in quotes{' or a rule in braces' if self.key == 'terms' else ''}",
            )
        term = make_term(value, line)
        if not any(char.isalnum() for word in term.words for char in word):
            raise self._error(
                line,
                f"the term {value!r} of `{self.theme}` has no letter or digit, so it can match "
                "nothing; mend or delete it",
            )
        return term

    def _rule(self, table: Mapping[str, Any]) -> Rule:
        line = self.values.line(next(iter(table), ""))
        where = f"{self.source.place(line)}, rule of `{self.theme}`"
        refuse_unknown_keys(table, _RULE_KEYS, where=where, error=CodebookError)
        within = self._within(table, line)
        scope = self._scope(table, line)
        parts: dict[str, Any] = {}
        # In the order of the file, because the lines of the terms are found in that order.
        for key in table:
            if key in _PARTS:
                parts[key] = _PARTS[key](self, table[key], key)
        self._check_parts(parts, line)
        return Rule(**parts, within=within, scope=scope, line=line)

    def _groups(self, value: object, key: str) -> tuple[Group, ...]:
        groups = self._list(value, key)
        return tuple(
            self._group(group, key) if isinstance(group, list) else (self.term(group),)
            for group in groups
        )

    def _group(self, value: object, key: str) -> Group:
        return tuple(self.term(term) for term in self._list(value, key))

    def _within(self, table: Mapping[str, Any], line: int) -> int:
        within = table.get("within")
        pair = next((key for key in _PAIRS if key in table), "")
        if bool(pair) != (within is not None):
            missing, there = ("within", pair) if pair else ("near", "within")
            raise self._error(
                line,
                f"a rule of `{self.theme}` has `{there}` but no `{missing}`; "
                f'write {{ {pair or "near"} = [["war"], ["threat*"]], within = 2 }}',
            )
        if within is None:
            return 0
        if isinstance(within, bool) or not isinstance(within, int) or within < 1:
            raise self._error(
                line,
                f"within = {within!r} in a rule of `{self.theme}` is not a whole number from 1; "
                "1 means side by side",
            )
        return within

    def _scope(self, table: Mapping[str, Any], line: int) -> str:
        scope = table.get("scope", SCOPES[0])
        if scope not in SCOPES:
            raise self._error(
                line,
                f"scope = {scope!r} in a rule of `{self.theme}` is not known; "
                'write "sentence" or "article"',
            )
        return str(scope)

    def _check_parts(self, parts: Mapping[str, Any], line: int) -> None:
        pairs = [key for key in _PAIRS if key in parts]
        if len(pairs) == 2:
            raise self._error(
                line,
                f"a rule of `{self.theme}` has `near` and `then`; write two rules, one for each",
            )
        if pairs and len(parts[pairs[0]]) != 2:
            raise self._error(
                line,
                f"`{pairs[0]}` in a rule of `{self.theme}` needs two lists of terms; "
                f'write {pairs[0]} = [["war"], ["threat*"]]',
            )
        if not {*_PAIRS, "all", "any"} & set(parts):
            raise self._error(
                line,
                f"a rule of `{self.theme}` says only what must be absent, so it has nothing to "
                "mark; add `near`, `all` or `any`",
            )

    def _list(self, value: object, key: str) -> list[Any]:
        if isinstance(value, list) and value:
            return value
        line = self.values.line(value)
        if value == []:
            raise self._error(
                line, f"`{key}` of `{self.theme}` is an empty list; add a term or delete the line"
            )
        raise self._error(
            line, f"`{key}` of `{self.theme}` must be a list; put its terms in square brackets"
        )

    def _error(self, line: int, sentence: str) -> CodebookError:
        return CodebookError(f"{self.source.place(line)}: {sentence}")


_PARTS: dict[str, Callable[[EntryReader, object, str], Any]] = {
    "near": EntryReader._groups,
    "then": EntryReader._groups,
    "all": EntryReader._groups,
    "any": EntryReader._group,
    "none": EntryReader._group,
}


def _kind(value: object) -> str:
    if isinstance(value, list):
        return "a list inside the list"
    return "a rule in braces" if isinstance(value, dict) else f"{value}, not in quotes"
