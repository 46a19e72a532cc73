"""Where the terms and rules of a theme match in one article."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from dateline.themes.spans import Span, first_come
from dateline.themes.terms import Group, Pattern, Rule, Term


@dataclass(frozen=True)
class View:
    """One article as one theme sees it: the matches of all patterns, without the masked tokens."""

    found: Mapping[Pattern, Sequence[Span]]
    masked: frozenset[int]
    sentences: Sequence[int]

    def spans(self, group: Iterable[Term]) -> list[Span]:
        """The matches of the terms of a group that touch no masked token, each once, in order."""
        spans = {span for term in group for span in self.found.get(term.pattern, ())}
        return sorted(span for span in spans if not self._is_masked(span))

    def unit(self, span: Span, scope: str) -> int:
        """The sentence that the span begins in; 0 for all where the scope is the article."""
        return self.sentences[span[0]] if scope == "sentence" else 0

    def _is_masked(self, span: Span) -> bool:
        return bool(self.masked) and any(at in self.masked for at in range(span[0], span[1] + 1))


def masked_positions(unless: Group, found: Mapping[Pattern, Sequence[Span]]) -> frozenset[int]:
    """The token positions inside a match of an `unless` term."""
    return frozenset(
        position
        for term in unless
        for first, last in found.get(term.pattern, ())
        for position in range(first, last + 1)
    )


def entry_spans(entry: Term | Rule, view: View) -> list[Span]:
    """The spans that a term or a rule marks in the article, in order; they may overlap."""
    if isinstance(entry, Term):
        return view.spans((entry,))
    marked = _near_pairs(entry, view) if entry.near else view.spans(entry.marked)
    if not marked:
        return []
    fulfilled = _units_fulfilled(entry, view)
    return [
        span for span in marked if fulfilled is None or view.unit(span, entry.scope) in fulfilled
    ]


def _units_fulfilled(rule: Rule, view: View) -> set[int] | None:
    """The sentences (or the article, as 0) in which `all`, `any` and `none` hold; None: in all."""
    if not (rule.all or rule.any or rule.none):
        return None

    def units_with(group: Iterable[Term]) -> set[int]:
        return {view.unit(span, rule.scope) for span in view.spans(group)}

    required = [*rule.all, *([rule.any] if rule.any else [])]
    with_required = [units_with(group) for group in required] or [{*view.sentences, 0}]
    return set.intersection(*with_required) - units_with(rule.none)


def _near_pairs(rule: Rule, view: View) -> list[Span]:
    """The pairs of a `near` rule: the closest first, then the leftmost, none overlapping."""
    first, second = (view.spans(group) for group in rule.near)
    pairs = _followed(first, second, rule, view) + _followed(second, first, rule, view)
    return first_come(sorted(pairs, key=lambda pair: (pair[1] - pair[0], pair[0])))


def _followed(before: list[Span], after: list[Span], rule: Rule, view: View) -> list[Span]:
    """For each span of `before` the shortest pair with a later one of `after` near enough."""
    starts = [start for start, _ in after]
    pairs = []
    for span in before:
        first = bisect_right(starts, span[1])
        beyond = bisect_left(starts, span[1] + rule.within + 1)
        unit = view.unit(span, rule.scope)
        ends = [other[1] for other in after[first:beyond] if view.unit(other, rule.scope) == unit]
        pairs += [(span[0], min(ends))] if ends else []
    return pairs
