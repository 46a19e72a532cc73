"""Rules of WordStat, such as `#GOOD AFTER #NEGATION /S 3`, as rules of a codebook."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from dateline.themes.formats.draft import Category, CategoryPath
from dateline.themes.formats.remarks import RefusedEntryError
from dateline.themes.formats.words import plain_term

_ITEM = r"\([^()]*\)|[^\s()/\[\]]+"
_CLAUSE = (
    rf"(?:(?P<no>NOT)\s+)?(?P<how>NEAR|AFTER|BEFORE)\s+(?P<item>{_ITEM})"
    r"\s*(?:/\s*(?P<where>[A-Za-z])\s*(?P<within>\d*))?\s*"
)
_WHOLE = re.compile(rf"\s*({_ITEM})\s+({_CLAUSE}.*)", re.S)
_FIRST = re.compile(_CLAUSE)
_AND = re.compile(r"AND\s+")
_SCOPES = {"S": "sentence", "C": "article", "D": "article"}


class Known(NamedTuple):
    """What `#NAME` can stand for: all categories, and the paths of those that hold rules."""

    categories: tuple[Category, ...]
    with_rules: frozenset[CategoryPath]


class _Clause(NamedTuple):
    no: bool
    how: str
    terms: list[str]
    scope: str
    within: int


def read_rule(text: str, known: Known) -> dict[str, Any]:
    """
    The rule of a codebook for the text between the square brackets.

    `A NEAR B /S 3` is `near` within 3, `A AFTER B /S 3` and BEFORE are `then`. Without a number
    `A NEAR B /S` marks A where B is in the sentence, and `A NOT NEAR B /S` where it is not. /S is
    the sentence; /C and /D, the case or document, are the article. Clauses may be joined by AND.
    `#NAME` stands for the entries of a category and of those in it.

    Raises RefusedEntryError for all else: a paragraph, a distance that must not be kept, a
    category that is not there or has rules itself.
    """
    whole = _WHOLE.fullmatch(text)
    if whole is None:
        raise RefusedEntryError(
            "it is not of the form `A NEAR B /S 3`, with NEAR, AFTER or BEFORE and a scope"
        )
    target = _terms(whole[1], known)
    clauses = _clauses(whole[2], known)
    if len({clause.scope for clause in clauses}) > 1:
        raise RefusedEntryError("its parts look in different units, and a rule has one scope")
    return _rule(target, clauses)


def _clauses(text: str, known: Known) -> list[_Clause]:
    clauses = []
    at = 0
    while True:
        found = _FIRST.match(text, at)
        if found is None:
            raise RefusedEntryError(f"`{text[at:].strip()}` in it is not understood")
        clauses.append(_clause(found, known))
        at = found.end()
        if at == len(text):
            return clauses
        joined = _AND.match(text, at)
        if joined is None:
            raise RefusedEntryError(f"`{text[at:].strip()}` in it is not understood")
        at = joined.end()


def _clause(found: re.Match[str], known: Known) -> _Clause:
    where = (found["where"] or "").upper()
    if where not in _SCOPES:
        reason = f"/{where} is no scope that a codebook has" if where else "it names no scope"
        raise RefusedEntryError(f"{reason}; a sentence is /S and a document /D")
    within = int(found["within"] or 0)
    return _Clause(
        bool(found["no"]), found["how"], _terms(found["item"], known), _SCOPES[where], within
    )


def _rule(target: list[str], clauses: list[_Clause]) -> dict[str, Any]:
    rule: dict[str, Any] = {}
    required: list[list[str]] = []
    absent: list[str] = []
    for clause in clauses:
        if clause.how == "NEAR" and not clause.within:
            if clause.no:
                absent += clause.terms
            else:
                required.append(clause.terms)
        elif clause.no:
            raise RefusedEntryError("a codebook cannot say that words must not stand within reach")
        elif rule or not clause.within:
            what = "two distances" if rule else "an order without a number of words"
            raise RefusedEntryError(f"a codebook rule cannot say {what}")
        else:
            rule = _pair(target, clause)
    if not rule:
        rule = {"any": target}
    rule |= {"all": required} if required else {}
    rule |= {"none": absent} if absent else {}
    return rule if clauses[0].scope == "sentence" else rule | {"scope": clauses[0].scope}


def _pair(target: list[str], clause: _Clause) -> dict[str, Any]:
    if clause.how == "NEAR":
        return {"near": [target, clause.terms], "within": clause.within}
    pair = [target, clause.terms] if clause.how == "BEFORE" else [clause.terms, target]
    return {"then": pair, "within": clause.within}


def _terms(item: str, known: Known) -> list[str]:
    parts = re.split(r"\s+OR\s+|,", item.strip("()"))
    terms: list[str] = []
    for part in parts:
        found = _entries(part.strip()[1:], known) if part.strip().startswith("#") else None
        terms += [plain_term(part)] if found is None else found
    return list(dict.fromkeys(terms))


def _entries(name: str, known: Known) -> list[str]:
    """The terms of the category of this name and of those nested in it."""
    named = [category for category in known.categories if _spelled(category) == name.upper()]
    if len(named) != 1:
        many = "several categories have" if named else "no category has"
        raise RefusedEntryError(f"{many} the name `#{name}`")
    depth = len(named[0].path)
    family = [category for category in known.categories if category.path[:depth] == named[0].path]
    terms = [term for category in family for term in category.terms]
    if not terms or any(category.path in known.with_rules for category in family):
        raise RefusedEntryError(f"the category `#{name}` has no entries, or has rules among them")
    return [str(term) for term in terms]


def _spelled(category: Category) -> str:
    return re.sub(r"\s+", "_", category.path[-1].strip()).upper()
