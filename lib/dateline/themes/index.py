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

from dateline.articles.sentences import sentence_spans
from dateline.themes.cutting import CutTexts, cut_texts
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
    def taken(self) -> np.ndarray:
        """A scratch: one false bool per token, for those who put it back as it was."""
        return np.zeros(self.n_tokens, dtype=bool)

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
    cut = cut_texts(texts)
    encoded = cut.words.dictionary_encode()
    surfaces = encoded.chunk(0).dictionary.to_pylist() if encoded.num_chunks else []
    types, numbers = sort_types(surfaces)
    parts = [part.indices.to_numpy(zero_copy_only=False) for part in encoded.chunks]
    raw = np.concatenate([np.empty(0, dtype=np.int32), *parts])
    ids = numbers[raw] if len(numbers) else raw
    places = _positions_by_word(ids)
    arrays = {
        "words": np.frombuffer("\n".join(types).encode("utf-8", "surrogatepass"), dtype=np.uint8),
        "word_counts": np.bincount(ids, minlength=len(types)),
        "places_low": places.astype(np.uint16),  # the lower half of each
        "places_high": places >> np.uint32(16),
        "odd_lengths": _odd_lengths(raw, surfaces, types, numbers),
        **_sentence_arrays(cut, texts),
        **_gap_arrays(cut),
    }
    kinds = ARRAYS | ({"places_high": "u2"} if len(ids) > 1 << 24 else {})
    made = {name: np.ascontiguousarray(arrays[name], dtype=kind) for name, kind in kinds.items()}
    return Batch(tuple(doc_ids), made)


def _positions_by_word(ids: np.ndarray) -> np.ndarray:
    """Token positions, ascending for each word; a sort of one number for each token."""
    keys = ids.astype(np.uint64)
    keys <<= np.uint64(32)
    keys |= np.arange(len(ids), dtype=np.uint64)
    keys.sort()
    return keys.astype(np.uint32)


def _sentence_arrays(cut: CutTexts, texts: Sequence[str]) -> dict[str, np.ndarray]:
    """A token belongs to the last sentence that begins before or at it, else to the first."""
    begins: list[int] = []
    sizes = []
    for base, text in zip(cut.bases.tolist(), texts, strict=True):
        later = [base + start for start, _ in sentence_spans(text)[1:]]
        begins += [base, *later]
        sizes.append(1 + len(later))
    firsts = np.searchsorted(cut.starts, np.array(begins, dtype=np.uint32))
    return {
        "sentence_sizes": np.diff(firsts, append=len(cut.starts)),
        "article_sizes": np.array(sizes),
    }


def _gap_arrays(cut: CutTexts) -> dict[str, np.ndarray]:
    firsts = np.searchsorted(cut.starts, cut.bases)
    filled = firsts < np.append(firsts[1:], len(cut.starts))
    gaps = cut.gaps
    # Where an article begins, the gap is counted from its first character.
    gaps[firsts[filled]] = cut.starts[firsts[filled]] - cut.bases[filled]
    long = np.flatnonzero(gaps >= _LONG)
    return {
        "gaps": pack(np.minimum(gaps, _LONG).astype(np.uint8)),
        "long_gaps": np.stack([long, gaps[long]], axis=1).ravel(),
    }


def _odd_lengths(
    raw: np.ndarray, surfaces: Sequence[str], types: Sequence[str], numbers: np.ndarray
) -> np.ndarray:
    """Tokens whose length in the text is not that of their word: their accents were apart."""
    written = np.fromiter(map(len, surfaces), dtype=np.int64, count=len(surfaces))
    known = np.fromiter(map(len, types), dtype=np.int64, count=len(types))[numbers]
    if (written == known).all():
        return np.empty(0, dtype=np.int64)
    odd = np.flatnonzero((written != known)[raw])
    return np.stack([odd, written[raw[odd]]], axis=1).ravel()


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
