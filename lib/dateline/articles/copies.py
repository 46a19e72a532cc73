"""Marks syndicated copies: articles that tell the same story in the same words.

A step over the whole corpus. The measure is containment of word 5-shingles: the shared ones as a
part of those of the shorter article, because wire copy is shortened more often than rewritten.
Thresholds are those of a simulation with edited, shortened and extended copies: edited copies of
half an article reach .5, unrelated articles 0 (METHODS.md, "Copies").
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from datetime import timedelta
from hashlib import blake2b
from itertools import combinations
from typing import NamedTuple

import pandas as pd

SHINGLE = 5  # words
SAME_TEXT = 0.8  # Jaccard: the same article with small edits
COPY = 0.5  # containment: a shortened or extended copy
COPY_SHORT = 0.8  # containment that is asked of an article below SHORT_WORDS
SHORT_WORDS = 80
LEAST_SHARED = 30  # shingles; fewer are a shared quotation or a footer
DAYS_APART = timedelta(days=7)  # a copy runs within a week of the original
# A shingle in more articles than this would make every pair a candidate. One that a source
# repeats in this many articles, over more days than copies lie apart, is its footer or its refrain.
TOO_COMMON = 100
REPEATED = 3

PAIR_COLUMNS = ("doc_id", "other", "shared", "containment", "jaccard")


class Pair(NamedTuple):
    """Two articles, by position, and how much they share (0 to 1)."""

    one: int
    other: int
    shared: int
    containment: float
    jaccard: float


def mark_copies(articles: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame]:
    """
    Articles with the columns `story` and `copy_of`, and the table of pairs that led to them.

    An article is a copy if it shares enough with the representative of its story, which is the
    article whose date is known best, then the earliest, then the longest; a chain of partial
    copies is no story. `copy_of` is blank for the representative. Pairs have PAIR_COLUMNS, one
    row for each pair of one story.

    Wrong for two reports that quote the same long document, for two short ones of the same week
    with the same long footer, for a rewritten copy, of which shingles keep nothing, and for a text
    in more than TOO_COMMON articles, of which none is then found to be a copy.
    """
    shingles = [_shingles(text) for text in articles["text"]]
    dropped = _boilerplate(shingles, articles)
    pairs = [pair for pair in _candidates(shingles, dropped) if _is_copy(pair, articles)]
    representative = _stories(pairs, _by_precedence(articles))
    ids = articles["doc_id"].tolist()
    story = [ids[representative.get(at, at)] for at in range(len(ids))]
    copy_of = ["" if own == first else first for own, first in zip(ids, story, strict=True)]
    kept = [pair for pair in pairs if story[pair.one] == story[pair.other]]
    table = pd.DataFrame(
        [(ids[p.one], ids[p.other], p.shared, p.containment, p.jaccard) for p in kept],
        columns=list(PAIR_COLUMNS),
    )
    return articles.assign(story=story, copy_of=copy_of), table


def _shingles(text: str) -> frozenset[int]:
    """Hashes of all runs of five words, letters and digits only, case folded."""
    words = re.findall(r"[^\W_]+", unicodedata.normalize("NFKC", text).casefold())
    runs = zip(*(words[at:] for at in range(SHINGLE)), strict=False)
    return frozenset(_hash(run) for run in runs)


def _hash(words: Sequence[str]) -> int:
    """A hash that is the same in every process, unlike `hash` of a text."""
    return int.from_bytes(blake2b(" ".join(words).encode(), digest_size=8).digest())


def _holders(shingles: Sequence[frozenset[int]]) -> dict[int, list[int]]:
    """The positions of the articles that hold each shingle."""
    holders: dict[int, list[int]] = defaultdict(list)
    for at, own in enumerate(shingles):
        for shingle in own:
            holders[shingle].append(at)
    return holders


def _boilerplate(shingles: Sequence[frozenset[int]], articles: pd.DataFrame) -> set[int]:
    """The shingles that one source repeats over more than a week; true copies run within one."""
    days = articles["date"].tolist()
    by_source: dict[str, list[int]] = defaultdict(list)
    for at, source in enumerate(articles["source"]):
        if source and not pd.isna(days[at]):
            by_source[source].append(at)
    return {
        shingle
        for positions in by_source.values()
        for shingle, places in _holders([shingles[at] for at in positions]).items()
        if len(places) >= REPEATED and _spread(days[positions[at]] for at in places) > DAYS_APART
    }


def _spread(days: Iterable[pd.Timestamp]) -> timedelta:
    first, *others = sorted(days)
    return (others[-1] if others else first) - first


def _candidates(shingles: Sequence[frozenset[int]], dropped: Collection[int]) -> Iterable[Pair]:
    """Every pair that shares a shingle, through an inverted index, in order of position."""
    shared: Counter[tuple[int, int]] = Counter()
    for shingle, places in _holders(shingles).items():
        if 1 < len(places) <= TOO_COMMON and shingle not in dropped:
            shared.update(combinations(places, 2))
    for (one, other), count in sorted(shared.items()):
        sizes = len(shingles[one]), len(shingles[other])
        yield Pair(one, other, count, count / min(sizes), count / (sum(sizes) - count))


def _is_copy(pair: Pair, articles: pd.DataFrame) -> bool:
    if pair.containment < COPY:
        return False
    words = articles["n_words"].iloc[[pair.one, pair.other]].min()
    needed = COPY_SHORT if words < SHORT_WORDS else COPY
    enough = pair.containment >= needed and pair.shared >= LEAST_SHARED
    return (enough or pair.jaccard >= SAME_TEXT) and _days_allow(pair, articles)


def _days_allow(pair: Pair, articles: pd.DataFrame) -> bool:
    """Whether the intervals of the two dates come within a week; an open end allows all."""
    earliest = articles["date_earliest"].iloc[[pair.one, pair.other]].max()
    latest = articles["date_latest"].iloc[[pair.one, pair.other]].min()
    return bool(pd.isna(earliest) or pd.isna(latest) or earliest - latest <= DAYS_APART)


def _by_precedence(articles: pd.DataFrame) -> list[int]:
    """Positions in the order in which an article may stand for its story."""
    order = articles.assign(
        position=range(len(articles)),
        day=articles["date"].fillna(pd.Timestamp.max.normalize()),
        length=-articles["n_words"],
    ).sort_values(["date_class", "day", "length", "path", "position"], kind="stable")
    return order["position"].tolist()


def _stories(pairs: Iterable[Pair], precedence: Sequence[int]) -> dict[int, int]:
    """The representative of every article that has copies or is one, by position."""
    linked: dict[int, set[int]] = defaultdict(set)
    for pair in pairs:
        linked[pair.one].add(pair.other)
        linked[pair.other].add(pair.one)
    representative: dict[int, int] = {}
    for at in precedence:
        if at in linked and at not in representative:
            for member in (at, *linked[at]):
                representative.setdefault(member, at)
    return representative
