"""The conditions of KH Coder, read from their text."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from dateline.themes.formats.conditions import AllOf, AnyOf, Condition, Not, Pair, Word
from dateline.themes.formats.remarks import RefusedEntryError
from dateline.themes.formats.words import inside_words, plain_term
from dateline.themes.tokens import cut_term

_PART = re.compile(
    r"""(?:near|seq)\([^()]*\)(?:[\[{][^\]}]*[\]}])?"""
    r"""|'[^']*'|"[^"]*"|<[^>]*>(?:\S*-->\S+)?|&!|\|!|[()&|!]|[<>=]=?|[^\s()&|]+"""
)
_PAIR = re.compile(r"(near|seq)\(([^()]*)\)(?:\[([bd]?)(\d*)\])?")
_SPELLED = {"and": "&", "or": "|", "not": "!"}
_COMPARED = ("<", ">", "=", "<=", ">=", "==")
# KH Coder's own where no number is given.
_WITHIN = 10
_DEEPEST = 50


def parse_condition(text: str, known: Mapping[str, Condition]) -> Condition:
    """
    The condition; `known` are the earlier codes by name, which <*name> stands for.

    Raises RefusedEntryError for a text that is no condition, and for what it asks of more than
    words: how often they are there, parts of speech, headings, variables, lengths.
    """
    parts = [_SPELLED.get(part.lower(), part) for part in _PART.findall(text)]
    if any(part in _COMPARED for part in parts):
        raise RefusedEntryError("it compares numbers, and a codebook has no counts in a condition")
    parser = _Parser(parts, known)
    condition = parser.alternatives(0)
    if parser.rest:
        raise RefusedEntryError(f"`{parser.rest[0]}` in it stands where & or | should")
    return condition


class _Parser:
    """Reads the parts from the left; `rest` are those still to be read."""

    def __init__(self, parts: list[str], known: Mapping[str, Condition]) -> None:
        self.rest = parts
        self._known = known

    def alternatives(self, depth: int) -> Condition:
        if depth > _DEEPEST:
            raise RefusedEntryError("it has too many brackets inside each other")
        parts = [self._together(depth)]
        while self._take("|", "|!"):
            negated = self.last == "|!"
            part = self._together(depth)
            parts.append(Not(part) if negated else part)
        return parts[0] if len(parts) == 1 else AnyOf(tuple(_opened(parts)))

    def _together(self, depth: int) -> Condition:
        parts = [self._one(depth)]
        while self._take("&", "&!"):
            negated = self.last == "&!"
            part = self._one(depth)
            parts.append(Not(part) if negated else part)
        return parts[0] if len(parts) == 1 else AllOf(tuple(parts))

    def _one(self, depth: int) -> Condition:
        if self._take("!"):
            return Not(self._one(depth + 1)) if depth < _DEEPEST else self.alternatives(depth + 1)
        if self._take("("):
            inside = self.alternatives(depth + 1)
            if not self._take(")"):
                raise RefusedEntryError("a bracket in it is not closed")
            return inside
        if not self.rest or self.rest[0] in ("&", "|", "&!", "|!", ")"):
            raise RefusedEntryError("a word is missing in it")
        return _atom(self.rest.pop(0), self._known)

    def _take(self, *wanted: str) -> bool:
        if self.rest and self.rest[0] in wanted:
            self.last = self.rest.pop(0)
            return True
        return False


def _opened(parts: list[Condition]) -> list[Condition]:
    """The alternatives, with those of an or inside the or beside them."""
    return [
        inner for part in parts for inner in (part.parts if isinstance(part, AnyOf) else (part,))
    ]


def _atom(part: str, known: Mapping[str, Condition]) -> Condition:
    if part.startswith(("near(", "seq(")):
        return _pair(part)
    if part.startswith("<"):
        return _named(part, known)
    if "->" in part:
        return Word(part, "it asks for a part of speech or a form, which is not known here")
    if part[0] in "'\"":
        return _literal(part)
    return _word(part.replace("+", " "))


def _word(text: str) -> Word:
    try:
        return Word(plain_term(text, wildcards=""))
    except RefusedEntryError as problem:
        return Word(text, str(problem))


def _literal(part: str) -> Word:
    """A text in quotes lies anywhere; in a script without blanks each character is a token."""
    word = _word(part[1:-1])
    tokens = cut_term(word.term)
    if word.problem or not tokens:
        return word
    before, after = (len(token) > 1 or token.isascii() for token in (tokens[0], tokens[-1]))
    return Word(inside_words(word.term, before=before, after=after))


def _named(part: str, known: Mapping[str, Condition]) -> Condition:
    name = part.strip("<>").lstrip("*＊").strip()
    if part[1:2] not in ("*", "＊"):
        return Word(part, "it asks for a heading or a variable, which articles do not have")
    if name not in known:
        return Word(part, "no code of this name was kept above it")
    return known[name]


def _pair(part: str) -> Condition:
    found = _PAIR.fullmatch(part)
    words = found[2].split("-") if found else []
    if found is None or len(words) < 2:
        return Word(part, "it is not of the form near(a-b) or near(a-b)[b5]")
    if len(words) > 2:
        return Word(part, "a rule has two places, not more")
    within = int(found[4]) if found[4] else _WITHIN
    if found[3] == "d" or within < 1:
        return Word(part, "a codebook has no paragraphs, and needs a number of words from 1")
    terms = [_word(word) for word in words]
    if problem := next((term for term in terms if term.problem), None):
        return problem
    key = "near" if found[1] == "near" else "then"
    rule: dict[str, Any] = {key: [[term.term] for term in terms], "within": within}
    return Pair(tuple((rule | ({} if found[3] == "b" else {"scope": "article"})).items()))
