"""The words of a codebook: its kinds of entry, and the terms and rules they are made of."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

from dateline.themes.tokens import cut_term, fold

# The tables of a codebook, and what one entry of each is called.
KINDS = {"themes": "theme", "actors": "actor"}
SCOPES = ("sentence", "article")

# (exact case?, words): two terms with the same pattern match the same tokens.
Pattern = tuple[bool, tuple[str, ...]]


@dataclass(frozen=True)
class Term:
    """A word or phrase: `text` as in the codebook, `words` as matched, `line` 0 if not known."""

    text: str
    words: tuple[str, ...]
    exact: bool = False
    line: int = field(default=0, compare=False)

    @cached_property
    def pattern(self) -> Pattern:
        """What the term matches; equal for terms that match the same tokens."""
        return self.exact, self.words


# One of these terms must be there.
Group = tuple[Term, ...]


@dataclass(frozen=True)
class Rule:
    """
    Conditions on one sentence or one whole article (`scope`), and what is marked where they hold.

    `near` takes two groups and holds for a pair of their terms, in either order, at most `within`
    token positions apart (1 means side by side); `then` is the same with the first group before
    the second. A mention is such a pair, from its first to its last token; where pairs overlap the
    closest counts. Without a pair each match of an `any` term is a mention, and without `any` each
    match of an `all` term; what is not marked is a condition.
    """

    near: tuple[Group, ...] = ()
    then: tuple[Group, ...] = ()
    within: int = 0
    all: tuple[Group, ...] = ()
    any: Group = ()
    none: Group = ()
    scope: str = "sentence"
    line: int = field(default=0, compare=False)

    @property
    def text(self) -> str:
        """
        The rule as one line to read.

        >>> Rule(all=((make_term("tariff*"),), (make_term("=US"), make_term("U.S.")))).text
        'all of tariff*; =US or U.S.'
        """
        parts = []
        if self.pair:
            first, second = map(_either, self.pair)
            how = f"within {self.within} of" if self.near else f"then within {self.within}"
            parts.append(f"{first} {how} {second}")
        if self.all:
            parts.append("all of " + "; ".join(_either(group) for group in self.all))
        parts += [f"any of {_either(self.any)}"] if self.any else []
        parts += [f"none of {_either(self.none)}"] if self.none else []
        where = " (in one article)" if self.scope == "article" else ""
        return ", ".join(parts) + where

    @property
    def pair(self) -> tuple[Group, ...]:
        """The two groups of `near` or `then`; empty for a rule with neither."""
        return self.near or self.then

    @property
    def marked(self) -> Group:
        """The terms whose matches are the mentions of a rule without `near` and `then`."""
        return self.any or tuple(term for group in self.all for term in group)

    @property
    def terms(self) -> tuple[Term, ...]:
        """Every term that the rule looks for, `none` included."""
        groups = (*self.pair, *self.all, self.any, self.none)
        return tuple(term for group in groups for term in group)


def make_term(text: str, line: int = 0) -> Term:
    """
    A term from its text: `=` in front means exact case, `*` and `?` are wildcards.

    `words` is empty if nothing in `text` is a word; the reader of the codebook refuses that.
    """
    written = text.strip()
    exact = written.startswith("=")
    words = cut_term(written.removeprefix("="))
    return Term(text, words if exact else tuple(map(fold, words)), exact, line)


def _either(group: Group) -> str:
    return " or ".join(term.text for term in group)
