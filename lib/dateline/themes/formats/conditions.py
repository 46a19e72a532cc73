"""Conditions made of and, or and not, as terms and rules of a codebook."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from dateline.themes.formats.draft import Entry
from dateline.themes.formats.remarks import RefusedEntryError


@dataclass(frozen=True)
class Word:
    """A term; `problem` says why it cannot be one here, blank if it can."""

    term: str
    problem: str = ""


@dataclass(frozen=True)
class Pair:
    """Two words near each other: the keys of a rule."""

    rule: tuple[tuple[str, Any], ...]


@dataclass(frozen=True)
class Not:
    """The part must not hold."""

    part: Condition


@dataclass(frozen=True)
class AllOf:
    """Every part must hold."""

    parts: tuple[Condition, ...]


@dataclass(frozen=True)
class AnyOf:
    """One part must hold."""

    parts: tuple[Condition, ...]


Condition = Word | Pair | Not | AllOf | AnyOf


def size(condition: Condition) -> int:
    """How many words and pairs the condition has."""
    if isinstance(condition, AllOf | AnyOf):
        return sum(map(size, condition.parts))
    return size(condition.part) if isinstance(condition, Not) else 1


def entry_of(condition: Condition) -> list[Entry]:
    """
    The entries of a codebook that hold where the condition does, in one article.

    Words joined by or are terms; an and of such groups, with words that must be absent and at most
    one pair, is a rule. Raises RefusedEntryError for what is neither.
    """
    if isinstance(condition, Pair):
        return [dict(condition.rule)]
    if isinstance(condition, AllOf):
        return [_rule(condition.parts)]
    if isinstance(condition, Not):
        raise RefusedEntryError("it says only what must be absent, so there is nothing to mark")
    return [*_group(condition)]


def _rule(parts: tuple[Condition, ...]) -> dict[str, Any]:
    parts = _flat(parts)
    pairs = [part for part in parts if isinstance(part, Pair)]
    absent = [part.part for part in parts if isinstance(part, Not)]
    present = [_group(part) for part in parts if not isinstance(part, Pair | Not)]
    if len(pairs) > 1:
        raise RefusedEntryError("a rule has one near() or seq() at most")
    if not pairs and not present:
        raise RefusedEntryError("it says only what must be absent, so there is nothing to mark")
    rule: dict[str, Any] = dict(pairs[0].rule) if pairs else {}
    if pairs and rule.get("scope") != "article":
        raise RefusedEntryError("near() in a sentence and words in the article need two scopes")
    if len(present) == 1 and not pairs:
        rule["any"] = present[0]
    elif present:
        rule["all"] = present
    none = [term for part in absent for term in _group(part)]
    if none:
        rule["none"] = none
    return {**{key: value for key, value in rule.items() if key != "scope"}, "scope": "article"}


def _flat(parts: tuple[Condition, ...]) -> tuple[Condition, ...]:
    """The parts, with those of an and inside the and beside them."""
    return tuple(
        inner
        for part in parts
        for inner in (_flat(part.parts) if isinstance(part, AllOf) else (part,))
    )


def _group(condition: Condition) -> list[str]:
    """The terms of which one must be there."""
    if isinstance(condition, Word):
        if condition.problem:
            raise RefusedEntryError(f"`{condition.term}` in it: {condition.problem}")
        return [condition.term]
    if isinstance(condition, AnyOf):
        return list(dict.fromkeys(term for part in condition.parts for term in _group(part)))
    raise RefusedEntryError("inside its brackets a rule can only have words joined by or")
