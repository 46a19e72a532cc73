"""Marks syndicated copies: articles that tell the same story in the same words.

A step over the whole corpus. Articles of equal shingles are exact copies and are compared with
others as one text. The measure is containment of word 5-shingles: the shared ones as a part of
those of the shorter text, because wire copy is shortened more often than rewritten.

Thresholds are those of a simulation with edited, shortened and extended copies. Unrelated articles
reach 0. Half an article, each word edited with a chance of 5 %, with half as much text of its own
reaches .51 on average; about a third of such copies fall below COPY and are missed.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from hashlib import blake2b
from itertools import combinations
from typing import NamedTuple

import numpy as np
import pandas as pd

SHINGLE = 5  # words
SAME_TEXT = 0.8  # Jaccard: the same article with small edits
COPY = 0.5  # containment: a shortened or extended copy
COPY_SHORT = 0.8  # containment that is asked of an article below SHORT_WORDS
SHORT_WORDS = 80
LEAST_SHARED = 30  # shingles; fewer are a shared quotation or a footer
DAYS_APART = np.timedelta64(7, "D")  # a copy runs within a week of the original
# A shingle in more different texts than this would make every pair a candidate. One that a source
# repeats in REPEATED of them, over more days than copies lie apart, is its footer or its refrain.
TOO_COMMON = 100
REPEATED = 3

PAIR_COLUMNS = ("doc_id", "other", "shared", "containment", "jaccard")


class Text(NamedTuple):
    """The shingles of one or more articles, the positions of these, and the fewest words."""

    shingles: frozenset[int]
    places: np.ndarray
    words: int


class Pair(NamedTuple):
    """Two texts or two articles, by position, and how much they share (0 to 1)."""

    one: int
    other: int
    shared: int
    containment: float
    jaccard: float


class Interval(NamedTuple):
    """The earliest and the latest day of every article, NaT where open."""

    earliest: np.ndarray
    latest: np.ndarray

    def apart(self, at: int, places: np.ndarray) -> np.ndarray:
        """Which places are certainly over a week from one; NaT compares false, so open is near."""
        after = self.earliest[places] - self.latest[at] > DAYS_APART
        before = self.earliest[at] - self.latest[places] > DAYS_APART
        return after | before


def mark_copies(articles: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame]:
    """
    Articles with the columns `story` and `copy_of`, and a table of how alike copies are.

    An article is a copy if it shares enough with the representative of its story, which is the
    article whose date is known best, then the earliest, then the longest, and may lie within 7
    days of it; a chain of partial copies is no story. `copy_of` is blank for the representative.
    The table has PAIR_COLUMNS and a row for each copy: `doc_id` the copy, `other` what it copies.

    Wrong for two reports that quote the same long document, for two short ones of the same week
    with the same long footer, for a rewritten copy, of which shingles keep nothing, and for a text
    in more than TOO_COMMON versions, of which only exact copies are then found. Also for short
    reports of one week of which a footer or a table is the most: at SAME_TEXT they are one text.
    """
    texts = _texts(articles)
    days = _days(articles)
    boilerplate = _boilerplate(texts, articles["source"].tolist(), days)
    pairs = [pair for pair in _candidates(texts, boilerplate) if _is_copy(pair, texts)]
    copies = _copies(texts, pairs, days, _by_precedence(articles))
    ids = articles["doc_id"].tolist()
    original = {pair.one: ids[pair.other] for pair in copies}
    copy_of = [original.get(at, "") for at in range(len(ids))]
    story = [first or own for own, first in zip(ids, copy_of, strict=True)]
    table = pd.DataFrame(
        [(ids[p.one], ids[p.other], p.shared, p.containment, p.jaccard) for p in copies],
        columns=list(PAIR_COLUMNS),
    )
    return articles.assign(story=story, copy_of=copy_of), table


def _texts(articles: pd.DataFrame) -> list[Text]:
    """The different texts with a shingle; exact copies, of equal shingles, are one."""
    places: dict[frozenset[int], list[int]] = defaultdict(list)
    for at, text in enumerate(articles["text"]):
        places[_shingles(text)].append(at)
    places.pop(frozenset(), None)
    words = articles["n_words"].to_numpy()
    return [Text(own, np.array(held), int(words[held].min())) for own, held in places.items()]


def _days(articles: pd.DataFrame) -> Interval:
    return Interval(
        articles["date_earliest"].to_numpy(dtype="datetime64[s]"),
        articles["date_latest"].to_numpy(dtype="datetime64[s]"),
    )


def _shingles(text: str) -> frozenset[int]:
    """Hashes of all runs of five words, letters and digits only, case folded."""
    words = re.findall(r"[^\W_]+", unicodedata.normalize("NFKC", text).casefold())
    runs = zip(*(words[at:] for at in range(SHINGLE)), strict=False)
    return frozenset(_hash(run) for run in runs)


def _hash(words: Sequence[str]) -> int:
    """A hash that is the same in every process, unlike `hash` of a text."""
    return int.from_bytes(blake2b(" ".join(words).encode(), digest_size=8).digest())


def _holders(shingles: Sequence[frozenset[int]]) -> dict[int, list[int]]:
    """The positions of the texts that hold each shingle."""
    holders: dict[int, list[int]] = defaultdict(list)
    for at, own in enumerate(shingles):
        for shingle in own:
            holders[shingle].append(at)
    return holders


def _boilerplate(texts: Sequence[Text], sources: Sequence[str], days: Interval) -> set[int]:
    """The shingles of several texts of one source, two of which are certainly over a week apart."""
    closed = ~(np.isnat(days.earliest) | np.isnat(days.latest))
    by_source: dict[str, dict[int, list[int]]] = defaultdict(lambda: defaultdict(list))
    for number, text in enumerate(texts):
        for at in text.places[closed[text.places]].tolist():
            if sources[at]:
                by_source[sources[at]][number].append(at)
    return {
        shingle
        for held in by_source.values()
        for shingle in _repeated([texts[number].shingles for number in held], held.values(), days)
    }


def _repeated(
    shingles: Sequence[frozenset[int]], places: Iterable[list[int]], days: Interval
) -> Iterable[int]:
    """The shingles that the texts of one source, printed at these places, repeat for too long."""
    ends = [(days.latest[at].min(), days.earliest[at].max()) for at in places]
    for shingle, held in _holders(shingles).items():
        if len(held) >= REPEATED:
            first, last = min(ends[at][0] for at in held), max(ends[at][1] for at in held)
            if last - first > DAYS_APART:
                yield shingle


def _candidates(texts: Sequence[Text], boilerplate: Collection[int]) -> Iterable[Pair]:
    """
    Every pair of texts that share a shingle, through an inverted index, in order of position.

    Boilerplate does not count, unless both are the same text with it: a text that its source
    prints again and again looks like boilerplate and is none.
    """
    own: Counter[tuple[int, int]] = Counter()
    repeated: Counter[tuple[int, int]] = Counter()
    for shingle, places in _holders([text.shingles for text in texts]).items():
        if 1 < len(places) <= TOO_COMMON:
            (repeated if shingle in boilerplate else own).update(combinations(places, 2))
    for one, other in sorted({*own, *repeated}):
        sizes = len(texts[one].shingles), len(texts[other].shingles)
        count = own[one, other] + repeated[one, other]
        if count / (sum(sizes) - count) < SAME_TEXT:
            count = own[one, other]
        yield Pair(one, other, count, count / min(sizes), count / (sum(sizes) - count))


def _is_copy(pair: Pair, texts: Sequence[Text]) -> bool:
    short = min(texts[pair.one].words, texts[pair.other].words) < SHORT_WORDS
    enough = pair.containment >= (COPY_SHORT if short else COPY) and pair.shared >= LEAST_SHARED
    return enough or pair.jaccard >= SAME_TEXT


def _by_precedence(articles: pd.DataFrame) -> list[int]:
    """Positions in the order in which an article may stand for its story."""
    order = articles.assign(
        position=range(len(articles)),
        day=articles["date"].fillna(pd.Timestamp.max.normalize()),
        length=-articles["n_words"],
    ).sort_values(["date_class", "day", "length", "path", "position"], kind="stable")
    return order["position"].tolist()


def _copies(
    texts: Sequence[Text], pairs: Iterable[Pair], days: Interval, precedence: Sequence[int]
) -> list[Pair]:
    """Every copy (`one`) with the representative of its story (`other`), in order of position."""
    alike = _alike(texts, pairs)
    text_of = {at: number for number, text in enumerate(texts) for at in text.places.tolist()}
    free = np.ones(len(precedence), dtype=bool)
    copies = []
    for first in precedence:
        if first not in text_of or not free[first]:
            continue
        free[first] = False
        for pair in alike[text_of[first]]:
            places = texts[pair.other].places
            near = places[free[places] & ~days.apart(first, places)]
            free[near] = False
            copies += [pair._replace(one=at, other=first) for at in near.tolist()]
    return sorted(copies)


def _alike(texts: Sequence[Text], pairs: Iterable[Pair]) -> list[list[Pair]]:
    """For each text the texts it is a copy of or has as copies, itself the first."""
    alike = [[Pair(at, at, len(text.shingles), 1.0, 1.0)] for at, text in enumerate(texts)]
    for pair in pairs:
        alike[pair.one].append(pair)
        alike[pair.other].append(pair._replace(one=pair.other, other=pair.one))
    return alike
