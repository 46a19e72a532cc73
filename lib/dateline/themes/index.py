"""Articles as numbers: which word stands where, in which sentence of which article.

A batch holds some articles and knows nothing of others, so batches are made, kept and counted
anywhere, and their counts added. Nothing in it depends on a codebook.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import numpy as np

from dateline.articles.joined_texts import JoinedTexts, join_texts
from dateline.articles.sentence_starts import sentence_starts
from dateline.themes.cutting import Cutter, CutTexts
from dateline.themes.locating import Stretches
from dateline.themes.vocabulary import Ranges, Vocabulary, sort_types

# What a batch is made of, with the type of each array; all else is worked out from these.
ARRAYS = {
    "words": "u1",  # the vocabulary in its order, UTF-8, a line each
    "word_counts": "u4",  # tokens of each word, in the order of the vocabulary
    "places_low": "u2",  # token positions, ascending for each word: position modulo 65,536
    "places_high": "u1",  # and divided by it; u2 in a batch of more than 16,777,216 tokens
    "sentence_sizes": "u4",  # tokens of each sentence, some 0
    "article_sizes": "u4",  # sentences of each article, at least 1
    "gaps": "u1",  # characters before each token, up to 255; packed
    "long_gaps": "u4",  # pairs: token with a gap of more, its gap
    "odd_lengths": "u4",  # pairs: token not as long in the text as in the vocabulary, its length
}
_LONG = 255
# Tokens worked on at a time: their arrays stay in the processor's cache.
_AT_ONCE = 1 << 18


@dataclass(frozen=True)
class Batch:
    """The index of some articles. `arrays` are those of ARRAYS, in memory or mapped from a file."""

    doc_ids: Sequence[str]
    arrays: dict[str, np.ndarray]
    found: dict[Any, Any] = field(default_factory=dict, repr=False, compare=False)

    @property
    def n_tokens(self) -> int:
        return len(self.arrays["places_low"])

    @property
    def n_sentences(self) -> int:
        return len(self.arrays["sentence_sizes"])

    @property
    def n_articles(self) -> int:
        return len(self.arrays["article_sizes"])

    @cached_property
    def vocabulary(self) -> Vocabulary:
        return Vocabulary(self.arrays["words"].tobytes())

    @cached_property
    def word_bounds(self) -> np.ndarray:
        """Word n has the positions from the n-th of these to the next, in the two `places`."""
        return _bounds(self.arrays["word_counts"])

    def places(self, ranges: Ranges) -> list[slice]:
        """The slices of `positions` that have the tokens of these words."""
        bound = self.word_bounds.item
        if len(ranges) == 2:  # nearly all, and a codebook asks for thousands
            return [slice(bound(ranges[0]), bound(ranges[1]))]
        edges = list(map(bound, ranges))
        return list(map(slice, edges[::2], edges[1::2]))

    def positions(self, slices: Sequence[slice]) -> np.ndarray:
        """The token positions (int64) in these slices of `word_bounds`; ascending in each word."""
        if not slices:
            return np.empty(0, dtype=np.int64)
        found = np.concatenate([self.arrays["places_high"][part] for part in slices])
        found = found.astype(np.int64)
        found <<= 16
        found |= np.concatenate([self.arrays["places_low"][part] for part in slices])
        return found

    @cached_property
    def ids(self) -> np.ndarray:
        """The id of the word of each token (uint32), in the order of the texts."""
        ids = np.empty(self.n_tokens, dtype=np.uint32)
        numbers = np.arange(len(self.vocabulary), dtype=np.uint32)
        ordered = np.repeat(numbers, self.arrays["word_counts"])
        for at in range(0, self.n_tokens, _AT_ONCE):
            part = slice(at, at + _AT_ONCE)
            ids[self.positions([part])] = ordered[part]
        return ids

    def sentences(self, tokens: np.ndarray) -> np.ndarray:
        """The sentence of each of these tokens (int64), counted through the whole batch."""
        return self._sentences.numbers(tokens)

    def sentence_ends(self, tokens: np.ndarray) -> np.ndarray:
        """The token behind the last of the sentence of each of these tokens (int64)."""
        return np.take(self.sentence_tokens, self.sentences(tokens) + 1)

    def articles(self, tokens: np.ndarray) -> np.ndarray:
        """The article of each of these tokens (int64), counted from 0."""
        return self._articles.numbers(tokens)

    @cached_property
    def _sentences(self) -> Stretches:
        return Stretches(self.sentence_tokens, 4)

    @cached_property
    def _articles(self) -> Stretches:
        return Stretches(self.article_tokens, 6)

    @cached_property
    def codes(self) -> np.ndarray:
        """A scratch: one 0 per token (uint16), for those who put it back as it was."""
        return np.zeros(self.n_tokens, dtype=np.uint16)

    @cached_property
    def article_of_sentence(self) -> np.ndarray:
        """The article of each sentence (uint32), counted from 0."""
        numbers = np.arange(self.n_articles, dtype=np.uint32)
        return np.repeat(numbers, self.arrays["article_sizes"])

    @cached_property
    def sentence_tokens(self) -> np.ndarray:
        """The first token of each sentence, and last the number of tokens (int64)."""
        return _bounds(self.arrays["sentence_sizes"])

    @cached_property
    def article_sentences(self) -> np.ndarray:
        """The first sentence of each article, and last the number of sentences (int64)."""
        return _bounds(self.arrays["article_sizes"])

    @cached_property
    def article_tokens(self) -> np.ndarray:
        """The first token of each article, and last the number of tokens (int64)."""
        return np.asarray(self.sentence_tokens[self.article_sentences])

    def offsets(self) -> tuple[np.ndarray, np.ndarray]:
        """Start and end (exclusive) of every token, in characters of its article's text (int64)."""
        lengths = self.vocabulary.lengths[self.ids].astype(np.int64)
        odd = self.arrays["odd_lengths"].reshape(-1, 2)
        lengths[odd[:, 0]] = odd[:, 1]
        steps = lengths + unpack(self.arrays["gaps"], self.n_tokens)
        long = self.arrays["long_gaps"].reshape(-1, 2).astype(np.int64)
        steps[long[:, 0]] += long[:, 1] - _LONG
        ends = np.cumsum(steps)
        firsts = self.article_tokens
        before = np.concatenate([[0], ends])[firsts[:-1]]
        ends -= np.repeat(before, np.diff(firsts))
        return ends - lengths, ends


def make_batch(doc_ids: Sequence[str], texts: Sequence[str]) -> Batch:
    """
    Index some texts, at most 4 GiB of them.

    Tokens are those of `tokenize`, sentences those of `sentence_spans`.
    """
    cutter, sentences = Cutter(), _Sentences()
    for group in join_texts(texts):
        cutter.add(group)
        sentences.add(group)
    cut = cutter.done()
    types, numbers = sort_types(cut.surfaces)
    ids = numbers[cut.numbers] if len(numbers) else cut.numbers
    places, counts = _positions_by_word(ids, len(types))
    arrays = {
        "words": np.frombuffer("\n".join(types).encode("utf-8", "surrogatepass"), dtype=np.uint8),
        "word_counts": counts,
        "places_low": places.astype(np.uint16),  # the lower half of each
        "places_high": places >> 16,
        "odd_lengths": _odd_lengths(cut, types, numbers),
        **sentences.arrays(cut),
        **_gap_arrays(cut, texts),
    }
    kinds = ARRAYS | ({"places_high": "u2"} if len(ids) > 1 << 24 else {})
    made = {name: np.ascontiguousarray(arrays[name], dtype=kind) for name, kind in kinds.items()}
    return Batch(tuple(doc_ids), made)


def _positions_by_word(ids: np.ndarray, n_words: int) -> tuple[np.ndarray, np.ndarray]:
    """Token positions, ascending for each word, and how many each has."""
    from scipy.sparse import csr_array

    # A matrix with one entry a row, turned to columns, is sorted by counting.
    rows = np.arange(len(ids) + 1, dtype=np.int32)
    table = csr_array((np.ones(len(ids), dtype=bool), ids, rows), shape=(len(ids), n_words))
    columns = table.tocsc()
    return columns.indices, np.diff(columns.indptr)


class _Sentences:
    """Where the sentences of texts begin, which come group by group."""

    def __init__(self) -> None:
        self._begins = [np.empty(0, dtype=np.uint32)]
        self._sizes = [np.empty(0, dtype=np.int64)]

    def add(self, group: JoinedTexts) -> None:
        begins, sizes = sentence_starts(group)
        self._begins.append((begins + (group.at - 1)).astype(np.uint32))
        self._sizes.append(sizes)

    def arrays(self, cut: CutTexts) -> dict[str, np.ndarray]:
        """A token belongs to the last sentence that begins before or at it, else to the first."""
        firsts = np.searchsorted(cut.starts, np.concatenate(self._begins))
        return {
            "sentence_sizes": np.diff(firsts, append=len(cut.starts)),
            "article_sizes": np.concatenate(self._sizes),
        }


def _gap_arrays(cut: CutTexts, texts: Sequence[str]) -> dict[str, np.ndarray]:
    bases = np.cumsum([0, *(len(text) + 1 for text in texts)], dtype=np.int64)[:-1]
    firsts = np.searchsorted(cut.starts, bases.astype(np.uint32))
    filled = firsts < np.append(firsts[1:], len(cut.starts))
    gaps = cut.gaps
    # Where an article begins, the gap is counted from its first character.
    gaps[firsts[filled]] = cut.starts[firsts[filled]] - bases[filled]
    long = np.flatnonzero(gaps >= _LONG)
    return {
        "gaps": pack(np.minimum(gaps, _LONG).astype(np.uint8)),
        "long_gaps": np.stack([long, gaps[long]], axis=1).ravel(),
    }


def _odd_lengths(cut: CutTexts, types: Sequence[str], numbers: np.ndarray) -> np.ndarray:
    """Tokens whose length in the text is not that of their word: their accents were apart."""
    written = np.zeros(len(cut.surfaces), dtype=np.int64)
    for at, word in enumerate(cut.surfaces):
        if not word.isascii() and len(word) != len(types[numbers[at]]):
            written[at] = len(word)
    if not written.any():
        return np.empty(0, dtype=np.int64)
    odd = np.flatnonzero(written[cut.numbers])
    return np.stack([odd, written[cut.numbers[odd]]], axis=1).ravel()


def _bounds(sizes: np.ndarray) -> np.ndarray:
    return np.concatenate([[0], np.cumsum(sizes, dtype=np.int64)])


def pack(values: np.ndarray) -> np.ndarray:
    """Bytes made shorter, as most are alike."""
    import pyarrow as pa

    return np.frombuffer(pa.Codec("zstd").compress(values.tobytes()), dtype=np.uint8)


def unpack(packed: np.ndarray, length: int) -> np.ndarray:
    """What `pack` was given."""
    import pyarrow as pa

    return np.frombuffer(pa.Codec("zstd").decompress(packed.tobytes(), length), dtype=np.uint8)
