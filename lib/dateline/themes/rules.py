"""Where the terms and rules of a theme match in a batch of articles."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from dateline.themes.occurrences import Occurrences, unmasked
from dateline.themes.spans import NO_STARTS, Spans, closest_first, union
from dateline.themes.terms import Group, Rule, Term


@dataclass(frozen=True)
class View:
    """A batch as one theme sees it: without the tokens that its `unless` masks."""

    occurrences: Occurrences
    masked: np.ndarray | None

    def spans(self, group: Group) -> Spans:
        """The matches of the terms of a group, each once, ascending."""
        return self.occurrences.spans(group, self.masked)

    def units(self, starts: np.ndarray, scope: str) -> np.ndarray:
        """The sentence (or article) that each span begins in, counted through the batch."""
        sentences = self.occurrences.batch.sentences(starts)
        if scope == "sentence":
            return sentences
        return self.occurrences.batch.article_of_sentence[sentences]

    def unit_ends(self, starts: np.ndarray, scope: str) -> np.ndarray:
        """The token behind the last of the sentence (or article) that each span begins in."""
        batch = self.occurrences.batch
        firsts = batch.sentence_tokens if scope == "sentence" else batch.article_tokens
        return np.asarray(firsts[self.units(starts, scope) + 1], dtype=np.int64)

    def has(self, group: Group, scope: str) -> np.ndarray:
        """For each sentence (or article) whether a match of the group begins in it."""
        batch = self.occurrences.batch
        holds = np.zeros(batch.n_sentences if scope == "sentence" else batch.n_articles, dtype=bool)
        for starts in self.spans(group).values():
            holds[self.units(starts, scope)] = True
        return holds


def entry_spans(entry: Term | Rule, view: View) -> Spans:
    """The spans that a term or a rule marks; they may overlap. Those of a term in no order."""
    if isinstance(entry, Term):
        length = len(entry.words)
        starts = view.occurrences.starts(entry)
        spans = {length: unmasked(starts, length, view.masked)}
    elif entry.pair:
        spans = _pairs(entry, view)
    else:
        spans = view.spans(entry.marked)
    spans = {length: starts for length, starts in spans.items() if len(starts)}
    return _where_fulfilled(spans, entry, view) if isinstance(entry, Rule) else spans


def _where_fulfilled(spans: Spans, rule: Rule, view: View) -> Spans:
    """The spans in sentences (or articles) where `all`, `any` and `none` hold."""
    if not spans or not (rule.all or rule.any or rule.none):
        return spans
    required = [*rule.all, *([rule.any] if rule.any else [])]
    holds = ~view.has(rule.none, rule.scope)
    for group in required:
        holds &= view.has(group, rule.scope)
    return {
        length: starts[holds[view.units(starts, rule.scope)]] for length, starts in spans.items()
    }


def _pairs(rule: Rule, view: View) -> Spans:
    """The pairs of a `near` or `then` rule: closest first, then leftmost, none overlapping."""
    first, second = (view.spans(group) for group in rule.pair)
    directions = [_followed(first, second, rule, view)]
    if rule.near:
        directions.append(_followed(second, first, rule, view))
    return closest_first(union(directions))


def _followed(before: Spans, after: Spans, rule: Rule, view: View) -> Spans:
    """For each span of `before` the shortest pair with a later one of `after` near enough."""
    found: list[Spans] = []
    for length, starts in before.items():
        last = starts + (length - 1)
        beyond = np.minimum(last + rule.within + 1, view.unit_ends(starts, rule.scope))
        ends = _nearest_ends(last, beyond, after)
        paired = ends >= 0
        found += _by_length(starts[paired], ends[paired])
    return union(found)


def _nearest_ends(last: np.ndarray, beyond: np.ndarray, after: Spans) -> np.ndarray:
    """The smallest end of a span that begins after `last` and before `beyond`; -1 for none."""
    none = np.iinfo(np.int64).max
    ends = np.full(len(last), none)
    for length, starts in after.items():
        at = np.searchsorted(starts, last, side="right")
        following = np.append(starts, none - length)[at]
        ends = np.minimum(ends, np.where(following < beyond, following + (length - 1), none))
    return np.where(ends == none, -1, ends)


def _by_length(starts: np.ndarray, ends: np.ndarray) -> list[Spans]:
    lengths = ends - starts + 1
    order = np.argsort(lengths, kind="stable")
    sizes, cuts = np.unique(lengths[order], return_index=True)
    parts = np.split(starts[order], cuts[1:]) if len(cuts) else [NO_STARTS]
    return [{size: part} for size, part in zip(sizes.tolist(), parts, strict=False)]
