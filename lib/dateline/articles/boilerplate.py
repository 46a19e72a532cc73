"""Sentences that a source repeats under or above its articles, and that are none of their text.

A step over the whole corpus: whether a sentence is repeated shows only beside the other articles
of its source, so a distributed run must bring those together.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from hashlib import blake2b
from typing import NamedTuple

from dateline.articles.clean import folded
from dateline.articles.sentences import sentence_spans

LEAST_STORIES = 3  # different stories of one source that hold the sentence
EDGE = 5  # sentences at the head (below the headline) and at the foot of an article
EDGE_PART = 0.2  # but no more than this part of its sentences, and one at least
MANY_STORIES = 10  # from here on it may stand anywhere
LEAST_SHARE = 0.2  # of the source's stories, unless the sentence speaks of publishing
SAME_STORY = 0.5  # of the sentences of the shorter article; more of them are a copy's
SHORTEST = 4  # words; shorter ones are answers and cries
# A sentence that says one of these speaks of the page and not of the world.
_PUBLISHING = re.compile(
    r"\b(?:articles?|story|stories|newsletter|subscri\w+|sign up|e-?mail|inbox|copyright|©|rights"
    r"|published|republished|reprinted|licen[cs]e\w*|author|writer|columnist|contributor|editor"
    r"|editorial|reporting|reported by|correspondent|bureau|views expressed|opinions expressed"
    r"|disclaimer|translat\w+|transcript|podcast|episode|website|web site|homepage|click|follow us"
    r"|app|donat\w+|newsroom|journalism|advert\w*|sponsored|cookies|privacy|artikel|newsletter"
    r"|autor\w*|redaktion|article|auteur|rédaction)\b",
    re.I,
)


class _Sentences(NamedTuple):
    """The sentences of one article below its headline, as digests, and which stand at an edge."""

    digests: tuple[int, ...]
    edge: frozenset[int]


def find_repeated(texts: Sequence[tuple[str, str]], sources: Sequence[str]) -> list[frozenset[str]]:
    """
    For each article the sentences, folded, that its source repeats; `texts` are (title, text).

    Taken is a sentence of four words or more that at least three different stories of the source
    hold, each among its first or last five sentences (a fifth of them at most), if it is in a
    fifth of the source's stories or speaks of publishing ("article", "subscribe", "writer"). From
    ten stories and a fifth of them on it may stand anywhere. Articles that share more than half
    of their sentences are one story. The headline is never taken.

    Wrong for a source whose reports begin or end with the same news in the same words, as "The
    two leaders agreed to stay in touch.", in a fifth of them; and for a small folder of a series
    that opens with a formula. Missed is boilerplate that changes its wording, that is more than
    half of an article, and that stands in few articles of a large source without a word of
    publishing. Articles without a source are looked at together.
    """
    by_source: dict[str, list[int]] = defaultdict(list)
    for at, source in enumerate(sources):
        by_source[source].append(at)
    repeated = [frozenset[str]()] * len(texts)
    for places in by_source.values():
        if len(places) >= LEAST_STORIES:
            for at, sentences in _repeated_in([texts[at] for at in places]).items():
                repeated[places[at]] = sentences
    return repeated


def _repeated_in(texts: Sequence[tuple[str, str]]) -> dict[int, frozenset[str]]:
    """The same for the articles of one source, those with such a sentence."""
    articles = [_sentences(title, text) for title, text in texts]
    holders: dict[int, list[int]] = defaultdict(list)
    for at, article in enumerate(articles):
        for digest in dict.fromkeys(article.digests):
            holders[digest].append(at)
    often = {digest: held for digest, held in holders.items() if len(held) >= LEAST_STORIES}
    stories = _stories(articles, holders.values())
    number = len(set(stories))
    found = {
        digest: held
        for digest, held in often.items()
        if len({stories[at] for at in held}) >= LEAST_STORIES
        and _may_be_boilerplate(digest, [articles[at] for at in held])
    }
    return _taken(texts, found, stories, number)


def _taken(
    texts: Sequence[tuple[str, str]],
    found: Mapping[int, list[int]],
    stories: Sequence[int],
    number: int,
) -> dict[int, frozenset[str]]:
    """The words of the sentences found, by article, after those in too few stories are out."""
    taken: dict[int, set[str]] = defaultdict(set)
    frequent = {
        digest
        for digest, held in found.items()
        if len({stories[at] for at in held}) >= LEAST_SHARE * number
    }
    for at in sorted({at for held in found.values() for at in held}):
        for sentence in _split(*texts[at]):
            digest = _digest(sentence)
            if digest in frequent or (digest in found and _PUBLISHING.search(sentence)):
                taken[at].add(sentence)
    return {at: frozenset(sentences) for at, sentences in taken.items()}


def _may_be_boilerplate(digest: int, held: Sequence[_Sentences]) -> bool:
    return len(held) >= MANY_STORIES or all(digest in article.edge for article in held)


def _sentences(title: str, text: str) -> _Sentences:
    digests = [_digest(sentence) if _is_long(sentence) else 0 for sentence in _split(title, text)]
    most = max(1, min(EDGE, int(len(digests) * EDGE_PART)))
    edge = frozenset({*digests[:most], *digests[-most:]} - {0})
    return _Sentences(tuple(digest for digest in digests if digest), edge)


def _split(title: str, text: str) -> list[str]:
    """The sentences, folded, without the headline above them."""
    first = text.split("\n\n", 1)[0]
    body = text[len(first) :] if title and folded(first) == folded(title) else text
    return [folded(body[start:end]) for start, end in sentence_spans(body)]


def _is_long(sentence: str) -> bool:
    """Four words, or eight letters of a script without blanks."""
    letters = re.findall(r"\w+", sentence)
    dense = not sentence.isascii() and " " not in sentence
    return len(letters) >= SHORTEST or (dense and sum(map(len, letters)) >= 2 * SHORTEST)


def _digest(sentence: str) -> int:
    """Eight bytes for a sentence, the same in every process; never 0 but by a rare chance."""
    return int.from_bytes(blake2b(sentence.encode("utf-8", "replace"), digest_size=8).digest())


def _stories(articles: Sequence[_Sentences], holders: Iterable[Collection[int]]) -> list[int]:
    """A number for each article; those that share most of their sentences have the same."""
    shared: dict[tuple[int, int], int] = defaultdict(int)
    for held in holders:
        # Copies share rare sentences too, so the common ones need not be counted pair by pair.
        if 1 < len(held) <= 50:
            places = list(held)
            for number, one in enumerate(places):
                for other in places[number + 1 :]:
                    shared[one, other] += 1
    story = list(range(len(articles)))
    for (one, other), count in sorted(shared.items()):
        fewest = min(len(set(articles[at].digests)) for at in (one, other))
        if count > SAME_STORY * fewest:
            old, new = story[other], story[one]
            story = [new if each == old else each for each in story] if old != new else story
    return story
